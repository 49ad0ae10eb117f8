"""Arabic: verbs of reporting and function words. It has no capitals, so a speaker stays a mention."""

from __future__ import annotations

from generator.quotes.languages.language import CueKind, Language, cues_of, tagged

ARABIC = Language(
    code="ar",
    tags=tagged(
        (
            ("t", "أن إن أنه إنه أنها إنها بأن"),
            ("h", "هو هي هم"),
            ("w", "الذي التي الذين"),
            ("s", "بينما لأن عندما بعد قبل حيث"),
            ("c", "ثم أو لكن"),
            ("i", "في من إلى على عن مع خلال ضد منذ بين أمام حول لدى عبر"),
            ("n", "لا لم لن ليس"),
            ("x", "كان كانت قد يكون"),
            ("b", "أيضا أيضاً اليوم أمس"),
        )
    ),
    cues=cues_of(
        (
            (CueKind.SAY, "v", """قال قالت قالوا وقال وقالت يقول تقول ويقول وتقول صرح صرحت وصرح وصرحت أكد أكدت وأكد وأكدت أضاف
                أضافت وأضاف وأضافت أعلن أعلنت وأعلن وأعلنت أوضح أوضحت وأوضح وأوضحت ذكر ذكرت وذكر وذكرت أشار أشارت
                وأشار وأشارت كتب كتبت وكتب وكتبت شدد شددت وشدد وشددت تابع تابعت وتابع وتابعت اعتبر اعتبرت واعتبر
                رد ردت ورد حذر حذرت وحذر وحذرت"""),
            (CueKind.SAY, "g", "قائلا قائلاً قائلة مضيفا مضيفاً مؤكدا مؤكداً مؤكدة"),
            (CueKind.DENY, "v", "نفى نفت ونفى ونفت رفض رفضت ورفض ورفضت"),
            (CueKind.CALL, "v", "وصف وصفت ووصف ووصفت"),
            (CueKind.ASK, "v", "سأل سألت وسأل طالب طالبت وطالب دعا دعت ودعا"),
        )
    ),
    pronouns={"هو": "male", "هي": "female", "هم": "many"},
    negations=frozenset(("لا", "لم", "لن")),
    verb_first=True,
)  # fmt: skip
