"""Which lines are a page's furniture, whatever stands around them? Named rules, each with its example."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CutRule:
    """A kind of line that no article's body has."""

    name: str
    """The reason that the page shows for the cut."""
    pattern: re.Pattern[str]
    """Matched from the start of the line."""
    example: str
    opens: str
    """The characters, in lower case, that such lines may start with, 0 for any digit; empty: any, but see `_POSTED`."""
    ends_article: bool = False
    """True where all that follows is furniture too."""


def _rule(name: str, pattern: str, example: str, *, opens: str, ends_article: bool = False) -> CutRule:
    return CutRule(name, re.compile(pattern, re.IGNORECASE), example, opens, ends_article)


CUT_RULES: tuple[CutRule, ...] = (
    _rule(
        "skip link",
        r"(?:(?:skip|jump) to (?:main |the )?(?:content|navigation|search)|(?:direkt )?zum (?:haupt)?inhalt(?: springen)?|"
        r"(?:saltar|ir) al contenido(?: principal)?|aller au contenu(?: principal)?|"
        r"(?:pular|ir) para o conteúdo(?: principal)?|vai al contenuto(?: principale)?)\W*$",
        "Skip to main content",
        opens="adijpsvz",
    ),
    _rule(
        "copyright line",
        r"(?:(?:copyright )?(?:©|\(c\))|copyright) ?(?:19|20)\d\d\b",
        "© 2019 The Daily Herald",
        opens="(c©",
    ),
    _rule(
        "posting line",
        r"(?:(?:first |last )?(?:published|updated|modified)|posted)(?: on| at)?:?\s+"
        r"(?:\d|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b[.,]?\s).{0,50}$(?<![.!?])",
        "Last updated 18:42, 3 March 2021",
        opens="flmpu",
    ),
    _rule(
        "follow line",
        r"follow (?:(?:him|her|them|us|me|[\w.’' ]{3,40}) on (?:twitter|x|facebook|instagram|threads|linkedin|mastodon|"
        r"bluesky|google|youtube|tiktok|social)\b|@\w).{0,80}$",
        "Follow Ann Writer on Twitter @annwriter",
        opens="f",
    ),
    _rule(
        "wire credit",
        r"(?:\((?:additional )?(?:reporting|writing|editing|edited|written|compiled) by .{3,200}\)|"
        r"(?:additional )?(?:reporting|editing|writing) by .{3,200}(?<!\.))$",
        "(Reporting by Ann Writer in Oslo; Editing by Bo Hand)",
        opens="(aerw",
    ),
    _rule(
        "outlet's notice",
        r"(?:our standards: .{0,100}|(?:this|an earlier version of this) (?:article|story|post) (?:was|has been) (?:amended|corrected)"
        r"\b.{0,160}|a version of this (?:article|story) (?:appears|appeared) in\b.{0,160})$",
        "Our Standards: The Trust Principles.",
        opens="aot",
    ),
    _rule(
        "press release frame",
        r"(?:for immediate release\b.{0,40}|#{3,}|-\s*30\s*-|(?:media|press) contacts?\b.{0,80}|notes? to editors?\W*)$",
        "FOR IMMEDIATE RELEASE",
        opens="#-fmnp",
    ),
    _rule(
        "syndication notice",
        r"(?:distributed by .{2,60}\b(?:agency|services?|syndicate|wire|llc|inc)\b\W*|visit .{2,60} at (?:https?://|www\.)\S+)$",
        "Distributed by Example Content Agency, LLC.",
        opens="dv",
    ),
    _rule(
        "opinion disclaimer",
        r"(?:the )?(?:views|opinions)(?: and (?:views|opinions))? expressed\b.{0,200}\b(?:authors?|writers?|own|reflect|represent)\b",
        "The views expressed here are those of the author.",
        opens="otv",
    ),
    _rule(
        "comment form",
        r"(?:leave a (?:reply|comment)|add (?:a |new )?comment|post a comment|write a comment|join the (?:conversation"
        r"|discussion)|(?:view|show|load|read) (?:all |more )?comments?)\b.{0,40}$",
        "Leave a Reply",
        opens="ajlprsvw",
        ends_article=True,
    ),
    _rule(
        "comment form",
        r"(?:no|\d+) (?:comments?|replies|responses)(?: yet| so far)?\W*$",
        "No comments yet.",
        opens="0n",
        ends_article=True,
    ),
    _rule(
        "comment form",
        r"(?:reply|report (?:abuse|(?:this )?comment)|log ?in to (?:reply|comment)|sort by (?:newest|oldest|best|most liked))\W*$",
        "Log in to reply",
        opens="lrs",
    ),
    _rule(
        "comment form",
        r"your email address will not be published",
        "Your email address will not be published.",
        opens="y",
    ),
    _rule(
        "comment form",
        r"fill in your details below|you are commenting using your",
        "You are commenting using your account. Log Out / Change )",
        opens="fy",
    ),
    _rule(
        "comment form",
        r"read our comment policy|this site uses akismet|please (?:log ?in|sign in) to comment",
        "This site uses Akismet to reduce spam.",
        opens="prt",
    ),
    _rule(
        "comment form",
        r"connecting to %s$|(?:google|facebook|twitter) (?:photo|picture)$",
        "Google photo",
        opens="cfgt",
    ),
    _rule(
        "other articles",
        r"(?:recent|related|latest|popular|top|trending|more|other|featured|similar) (?:posts?|articles?|stories|news|"
        r"headlines|content|topics|reading)\W*$",
        "Recent Posts",
        opens="flmoprst",
        ends_article=True,
    ),
    _rule(
        "other articles",
        r"(?:you (?:may|might) (?:also )?(?:like|be interested in)|more from\b[^.]{0,40}|read (?:more|next|also)|"
        r"most (?:read|popular|viewed|shared)|recommended(?: for you)?|don['’]t miss|editor['’]s picks?|"
        r"what to read next|from the web|sponsored (?:content|links?))[^\w.]*$",
        "You may also like",
        opens="defmrswy",
    ),
    _rule(
        "other articles",
        r"(?:an?|\d+) (?:second|minute|hour|day|week|month)s? ago\W*$",
        "20 minutes ago",
        opens="0a",
    ),
    _rule(
        "share bar",
        r"(?:share(?: (?:this|on|via|with)\b.{0,40})?|tweet(?: this)?|pin(?: it)?|e-?mail(?: this)?|print(?: this)?|"
        r"like this:?|like loading\W*|facebook|twitter|whatsapp|linkedin|reddit|telegram|pinterest|copy link|"
        r"follow us(?: on\b.{0,40})?|click to (?:share|e-?mail|print)\b.{0,80})\W*$",
        "Share on Facebook",
        opens="ceflprstw",
    ),
    _rule(
        "advertisement",
        r"(?:advertisement|advert|ad|sponsored|continue reading below|story continues below)\b"
        r"(?: advertisement)?\W*$",
        "Advertisement",
        opens="acs",
    ),
    _rule(
        "newsletter box",
        r"(?:subscribe|sign up|log ?in|sign in|register|create (?:a free |an )?account)\b.{0,80}$(?<![.”\"])",
        "Sign up for our daily newsletter",
        opens="clrs",
    ),
    _rule(
        "legal notice",
        r"(?:©|\(c\) ?(?:19|20)\d\d|copyright\b|all rights reserved)",
        "All rights reserved",
        opens="(ac©",
    ),
    _rule(
        "legal notice",
        r"(?:privacy policy|terms of (?:use|service)|cookie (?:policy|settings)|contact us|about us)\W*$",
        "Privacy Policy",
        opens="acpt",
    ),
    _rule(
        "posting line",
        r"(?:\w[\w .,]{3,40}\W+)?posted (?:by|in|on)\b.{0,80}$",
        "July 14, 2019 - Posted by | News | , ,",
        opens="",
    ),
    _rule(
        "appeal for support",
        r"(?:(?:please )?(?:support (?:our|independent|the (?:work|journalism)|local (?:news|journalism))|help (?:us )?(?:keep|fund|support)\b.{0,30}"
        r"\b(?:news|journalism|reporting|free|site)|become an? (?:paid |free )?(?:member|subscriber|supporter|patron|friend)|"
        r"make an? (?:tax-deductible |one-time |monthly )?(?:donation|contribution|gift)|donate (?:now|today|here|to)|"
        r"your (?:contribution|support|donation|gift)s? (?:will|helps?|makes?|go(?:es)?)|"
        r"already (?:a (?:subscriber|member)|contributed|have an account|subscribed))\b.{0,160})$",
        "Support independent journalism",
        opens="abdhmpsy",
    ),
    _rule(
        "affiliate notice",
        r"(?:if you (?:purchase|buy|click)\b.{0,120}\b(?:commission|compensation)|we may (?:earn|receive|be compensated)\b|"
        r"as an? \w+ (?:associate|affiliate)\b|this (?:post|article|page|story|site|blog) (?:may )?(?:contains?|uses?) affiliate)",
        "We may earn a commission from links on this page.",
        opens="aitw",
    ),
    _rule(
        "cookie notice",
        r"(?:we|this (?:web)?site|our (?:web)?site)(?: and our partners)? uses? cookies|by (?:continuing|using|clicking)\b.{0,60}"
        r"\b(?:cookies|terms|privacy)|accept (?:all )?cookies|manage (?:cookies?|consent|preferences)\W*$",
        "We use cookies to improve your experience.",
        opens="abmotw",
    ),
    _rule(
        "legal notice",
        r"(?:this (?:material|article|content) may not be (?:published|reproduced)|reproduction\b.{0,60}\bprohibited|"
        r"no part of this\b.{0,60}\bmay be)",
        "This material may not be published, broadcast, rewritten or redistributed.",
        opens="nrt",
    ),
    _rule(
        "other articles",
        r"(?:mehr zum thema|das könnte (?:sie|dich) auch interessieren|meistgelesen|lo más (?:visto|leído)|"
        r"(?:también )?te puede interesar|sur le même (?:sujet|thème)|les plus lus|mais lidas|potrebbe interessarti)\W*$|"
        r"(?:lesen sie auch|à lire aussi|lire aussi|leia (?:também|mais)|veja também|leggi anche|lea también)\s*:.{0,120}$",
        "Mehr zum Thema",
        opens="dlmpstvà",
    ),
    _rule(
        "comment form",
        r"(?:kommentar(?: schreiben|e(?: lesen| anzeigen)?)|deja (?:un comentario|una respuesta)|normas de los comentarios|laisser un commentaire|lire les commentaires|deixe (?:um comentário|uma resposta)|"
        r"lascia un commento)\W*$",
        "Deja un comentario",
        opens="dkln",
        ends_article=True,
    ),
    _rule(
        "share bar",
        r"(?:(?:artikel |beitrag )?teilen|compartir|partager|compartilhar|condividi)(?: (?:en|sur|no|su|auf) \w+)?\W*$",
        "Compartir en Facebook",
        opens="abcpt",
    ),
    _rule(
        "newsletter box",
        r"(?:anmelden|registrieren|abonnieren|abonnement|suscríbete|iniciar sesión|s['’]abonner|se connecter|s['’]inscrire|"
        r"iscriviti|accedi|assine|inscreva-se)\W*$",
        "Suscríbete",
        opens="airs",
    ),
    _rule(
        "legal notice",
        r"(?:impressum|datenschutz(?:erklärung)?|agb|aviso legal|política de (?:privacidad|cookies|privacidade)|mentions légales|"
        r"todos los derechos reservados|tous droits réservés|alle rechte vorbehalten|todos os direitos reservados|"
        r"tutti i diritti riservati)\W*$",
        "Impressum",
        opens="adimpt",
    ),
    _rule(
        "tags",
        r"(?:tags?|topics?|categor(?:y|ies)|filed under|keywords?)\s*:.{0,200}$",
        "Tags: Iran, talks",
        opens="cfkt",
    ),
)
"""In order; the first that matches names the cut."""


OWN_WORDS = frozenset(
    (
        "share bar",
        "newsletter box",
        "affiliate notice",
        "appeal for support",
        "legal notice",
        "opinion disclaimer",
        "tags",
    )
)
"""Rules whose words articles may have as their own: a heading "Facebook", a tip to sign up somewhere."""

NEVER_BODY = frozenset(
    (
        "skip link",
        "copyright line",
        "wire credit",
        "outlet's notice",
        "press release frame",
        "syndication notice",
    )
)
"""Rules whose lines no labeled body has: no model overrules them."""

_LONGEST_FURNITURE = 240
_POSTED = "posted "
"""Stands in every line that fits a rule for lines of any opening."""


def _by_opening() -> Mapping[str, Callable[[str], object]]:
    """Join the patterns of the rules for each first character, in either case; return their `match`."""
    joined = {
        opening: re.compile(
            "|".join(f"(?:{rule.pattern.pattern})" for rule in CUT_RULES if opening in rule.opens),
            re.IGNORECASE,
        ).match
        for opening in sorted(set("".join(rule.opens for rule in CUT_RULES)))
    }
    digits = dict.fromkeys("123456789", joined[_ANY_DIGIT])
    return joined | {opening.upper(): match for opening, match in joined.items()} | digits


_ANY_DIGIT = "0"
_MATCH_BY_OPENING = _by_opening()


def furniture_of(lines: Sequence[str]) -> list[CutRule | None]:
    """Return for each line the first rule that it fits."""
    posted = _POSTED in "\n".join(lines).lower()
    return [_fitting(line, posted=posted) if 0 < len(line) <= _LONGEST_FURNITURE else None for line in lines]


def _fitting(line: str, *, posted: bool) -> CutRule | None:
    """Return the first rule that the line fits; `posted` says whether any line around has the word of such rules."""
    match = _MATCH_BY_OPENING.get(line[0]) or (
        None if line[0].isascii() else _MATCH_BY_OPENING.get(_ascii_twin(line[0]))
    )
    if not (match and match(line)) and not (posted and _POSTED in line.lower()):
        return None
    return next((rule for rule in CUT_RULES if rule.pattern.match(line)), None)


def _ascii_twin(opening: str) -> str:
    """Return what a first character outside of ASCII counts as: other scripts' digits, the long s, letters i of Turkish."""
    return _ANY_DIGIT if opening.isdigit() else opening.upper().casefold()[0]
