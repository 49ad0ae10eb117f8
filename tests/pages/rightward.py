"""Sites that are read from right to left: invented articles in Arabic and in Persian, with a claim each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

Seed = tuple[str, str, str, tuple[str, ...]]
"""Headline, outlet, date and paragraphs."""

ARABIC_PARTS = (
    "قالت العمدة آنا بيرغ يوم الخميس إن الجسر القديم سيبقى مفتوحا أثناء استبدال الكابلات في الميناء القديم.",
    "«الجسر آمن وسيبقى مفتوحا أمام السيارات»، قالت بيرغ للصحفيين في مبنى البلدية.",
    "ونفت العمدة أن يكون الجسر قد أغلق يوم الأحد، وقالت إن العمل سيستمر 11 أسبوعا ويكلف 4 ملايين.",
    "يمر فوق الجسر نحو تسعة آلاف سيارة كل يوم بين المدينة القديمة والأرصفة، وكان قد أغلق أسبوعا في شتاء 2011.",
)
PERSIAN_PARTS = (
    "آنا برگ، شهردار، روز پنج‌شنبه گفت پل قدیمی بندر هنگام تعویض کابل‌ها باز می‌ماند.",
    "شهردار به خبرنگاران گفت: «پل ایمن است و برای خودروها باز می‌ماند.»",
    "او بسته شدن پل در روز یکشنبه را تکذیب کرد و گفت کار ۱۱ هفته طول می‌کشد و ۴ میلیون هزینه دارد.",
    "هر روز نزدیک به نه هزار خودرو میان شهر قدیم و اسکله‌ها از پل می‌گذرند و پل در زمستان ۲۰۱۱ یک هفته بسته بود.",
)
ARABIC: Mapping[str, Seed] = {
    "a": ("العمدة: الجسر سيبقى مفتوحا", "صحيفة الميناء", "2024-03-14", ARABIC_PARTS),
    "b": ("العمدة: الجسر سيبقى مفتوحا", "صدى النهر", "2024-03-15", ARABIC_PARTS[:3]),
    "c": (
        "الجسر قد يبقى مفتوحا",
        "أخبار التل",
        "2024-03-16",
        tuple(part.replace("سيبقى", "قد يبقى").replace("4 ملايين", "5 ملايين") for part in ARABIC_PARTS),
    ),
}
PERSIAN: Mapping[str, Seed] = {
    "a": ("شهردار: پل باز می‌ماند", "روزنامه بندر", "2024-03-14", PERSIAN_PARTS),
    "b": ("شهردار: پل باز می‌ماند", "پژواک رود", "2024-03-15", PERSIAN_PARTS[:3]),
    "c": (
        "پل شاید باز بماند",
        "خبر تپه",
        "2024-03-16",
        tuple(
            part.replace("باز می‌ماند", "شاید باز بماند").replace("۴ میلیون", "۵ میلیون")
            for part in PERSIAN_PARTS
        ),
    ),
}
# An outlet of the other direction stands in a sentence of the frame: its name must keep its place.
FOREIGN: Seed = (
    "Harbor bridge to stay open",
    "Harbor Post",
    "2024-03-14",
    (
        "The old harbor bridge will stay open while its cables are replaced, Mayor Anna Berg said on Thursday.",
        "“The bridge is safe, and it stays open (for now),” Berg told reporters at the town hall.",
    ),
)


@dataclass(frozen=True, slots=True)
class Rightward:
    """A site of one language."""

    seeds: Mapping[str, Seed]
    claim: str
    explanation: str
    reviewer: str


LANGUAGES = {
    "ar": Rightward(ARABIC, "الجسر سيغلق حتى الصيف", "تنفيه العمدة.", "أنا"),
    "fa": Rightward(PERSIAN, "پل تا تابستان بسته می‌شود", "شهردار آن را تکذیب می‌کند.", "من"),
}


def sources(language: str, *, foreign: bool = False) -> Iterator[tuple[str, str]]:
    """Yield path and content of each seed and review; `foreign` adds an English article."""
    site = LANGUAGES[language]
    for name, (title, outlet, date, parts) in {
        **site.seeds,
        **({"post": FOREIGN} if foreign else {}),
    }.items():
        yield f"seeds/{name}.txt", "\n\n".join((title, *parts)) + "\n"
        yield f"seeds/{name}.yml", f"outlet: {outlet}\npublished: {date}\n"
    yield "reviews/reviewers.yml", f"reviewers:\n  - {{id: {site.reviewer}, name: {site.reviewer}}}\n"
    yield (
        "reviews/claim.yml",
        f"""schema: 1
id: claim
kind: claim
status: draft
claim: {{text: {site.claim}, wording: summary, claimant: null, date: null, stories: [a]}}
verdict: {{rating: denied, explanation: {site.explanation}, confidence: low}}
evidence: []
review: {{author: {site.reviewer}, checked_by: [], created: 2024-03-16, updated: 2024-03-16}}
corrections: []
""",
    )


def write(folder: Path, language: str, *, foreign: bool = False) -> None:
    """Write seeds and reviews of a site in a language below a folder."""
    for place, content in sources(language, foreign=foreign):
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
