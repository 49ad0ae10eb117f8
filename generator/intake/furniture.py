"""Which lines are a page's furniture, whatever stands around them? Named rules, each with its example."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CutRule:
    """A kind of line that no article's body has."""

    name: str
    """The reason that the page shows for the cut."""
    pattern: re.Pattern[str]
    """Matched from the start of the line."""
    example: str
    ends_article: bool = False
    """True where all that follows is furniture too."""


def _rule(name: str, pattern: str, example: str, *, ends_article: bool = False) -> CutRule:
    return CutRule(name, re.compile(pattern, re.IGNORECASE), example, ends_article)


CUT_RULES: tuple[CutRule, ...] = (
    _rule(
        "comment form",
        r"(?:leave a (?:reply|comment)|add (?:a |new )?comment|post a comment|write a comment|join the (?:conversation"
        r"|discussion)|(?:view|show|load|read) (?:all |more )?comments?)\b.{0,40}$",
        "Leave a Reply",
        ends_article=True,
    ),
    _rule(
        "comment form",
        r"(?:no|\d+) (?:comments?|replies|responses)(?: yet| so far)?\W*$",
        "No comments yet.",
        ends_article=True,
    ),
    _rule(
        "comment form",
        r"your email address will not be published",
        "Your email address will not be published.",
    ),
    _rule(
        "comment form",
        r"fill in your details below|you are commenting using your",
        "You are commenting using your account. Log Out / Change )",
    ),
    _rule(
        "comment form",
        r"read our comment policy|this site uses akismet|please (?:log ?in|sign in) to comment",
        "This site uses Akismet to reduce spam.",
    ),
    _rule(
        "comment form", r"connecting to %s$|(?:google|facebook|twitter) (?:photo|picture)$", "Google photo"
    ),
    _rule(
        "other articles",
        r"(?:recent|related|latest|popular|top|trending|more|other|featured|similar) (?:posts?|articles?|stories|news|"
        r"headlines|content|topics|reading)\W*$",
        "Recent Posts",
        ends_article=True,
    ),
    _rule(
        "other articles",
        r"(?:you (?:may|might) (?:also )?(?:like|be interested in)|more from\b[^.]{0,40}|read (?:more|next|also)|"
        r"most (?:read|popular|viewed|shared)|recommended(?: for you)?|don['’]t miss|editor['’]s picks?|"
        r"what to read next|from the web|sponsored (?:content|links?))[^\w.]*$",
        "You may also like",
    ),
    _rule("other articles", r"(?:an?|\d+) (?:second|minute|hour|day|week|month)s? ago\W*$", "20 minutes ago"),
    _rule(
        "share bar",
        r"(?:share(?: (?:this|on|via|with)\b.{0,40})?|tweet(?: this)?|pin(?: it)?|e-?mail(?: this)?|print(?: this)?|"
        r"like this:?|like loading\W*|facebook|twitter|whatsapp|linkedin|reddit|telegram|pinterest|copy link|"
        r"follow us(?: on\b.{0,40})?|click to (?:share|e-?mail|print)\b.{0,80})\W*$",
        "Share on Facebook",
    ),
    _rule(
        "advertisement",
        r"(?:advertisement|advert|ad|sponsored|continue reading below|story continues below)\b"
        r"(?: advertisement)?\W*$",
        "Advertisement",
    ),
    _rule(
        "newsletter box",
        r"(?:subscribe|sign up|log ?in|sign in|register|create (?:a free |an )?account)\b.{0,80}$(?<![.”\"])",
        "Sign up for our daily newsletter",
    ),
    _rule(
        "legal notice",
        r"(?:©|\(c\) ?(?:19|20)\d\d|copyright\b|all rights reserved)",
        "© 2019 All rights reserved",
    ),
    _rule(
        "legal notice",
        r"(?:privacy policy|terms of (?:use|service)|cookie (?:policy|settings)|contact us|about us)\W*$",
        "Privacy Policy",
    ),
    _rule(
        "posting line",
        r"(?:\w[\w .,]{3,40}\W+)?posted (?:by|in|on)\b.{0,80}$",
        "July 14, 2019 - Posted by | News | , ,",
    ),
    _rule(
        "tags", r"(?:tags?|topics?|categor(?:y|ies)|filed under|keywords?)\s*:.{0,200}$", "Tags: Iran, talks"
    ),
)
"""In order; the first that matches names the cut."""


_LONGEST_FURNITURE = 240
_ANY = re.compile("|".join(f"(?:{rule.pattern.pattern})" for rule in CUT_RULES), re.IGNORECASE)


def furniture(line: str) -> CutRule | None:
    """Return the first rule that the line fits."""
    if len(line) > _LONGEST_FURNITURE or not _ANY.match(line):
        return None
    return next((rule for rule in CUT_RULES if rule.pattern.match(line)), None)
