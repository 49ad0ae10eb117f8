"""Persian: verbs of reporting and function words. It has no capitals, so a speaker stays a mention."""

from __future__ import annotations

from generator.quotes.languages.language import CueKind, Language, cues_of, tagged

PERSIAN = Language(
    code="fa",
    tags=tagged(
        (
            ("t", "که"),
            ("h", "او وی آنها ما من"),
            ("s", "زیرا چون هنگامی پس"),
            ("c", "و یا اما ولی"),
            ("i", "در از به با بر برای درباره میان علیه طی"),
            ("n", "نه هرگز"),
            ("x", "است بود شد خواهد"),
            ("b", "نیز هم همچنین امروز دیروز سپس"),
        )
    ),
    cues=cues_of(
        (
            (CueKind.SAY, "v", """گفت گفتند گفته می‌گوید می‌گویند افزود افزودند اظهار نوشت نوشتند خاطرنشان تصریح اعلام یادآور
                پاسخ هشدار ادامه توضیح تأکید تاکید"""),
            (CueKind.DENY, "v", "تکذیب رد"),
            (CueKind.CALL, "v", "خواند نامید دانست"),
            (CueKind.ASK, "v", "پرسید خواست"),
        )
    ),
    pronouns={"او": "thing", "وی": "thing"},
    negations=frozenset(("هرگز",)),
)  # fmt: skip
