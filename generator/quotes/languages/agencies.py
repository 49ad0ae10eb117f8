"""News agencies and wires that papers of all languages cite, as lower-case words."""

from __future__ import annotations

AGENCIES = frozenset(
    tuple(name.split())
    for name in (
        *(
            "afp",
            "agence france-presse",
            "france-presse",
            "france presse",
            "ap",
            "associated press",
            "reuters",
        ),
        *("upi", "bloomberg", "efe", "europa press", "notimex", "télam", "telam", "prensa latina", "ansa"),
        *("adnkronos", "lusa", "agência brasil", "estadão conteúdo", "dpa", "sid", "epd", "kna", "apa"),
        *("deutsche presse-agentur", "deutschen presse-agentur", "keystone-sda", "sda", "belga", "anp"),
        *(
            "tass",
            "interfax",
            "ria novosti",
            "xinhua",
            "kyodo",
            "yonhap",
            "pti",
            "ani",
            "anadolu",
            "ukrinform",
        ),
        *("irna", "isna", "fars", "mehr", "tasnim", "press tv", "sana", "wam", "spa", "petra", "map", "aps"),
        *("رويترز", "سانا", "وام", "واس", "بترا", "وفا", "الأناضول", "سبوتنيك", "تاس", "شينخوا", "فرانس برس"),
        *("أسوشيتد برس", "أسوشييتد برس", "إرنا", "إسنا", "تسنيم", "فارس"),
        *("ایسنا", "ایرنا", "ایلنا", "تسنیم", "رویترز", "آسوشیتدپرس", "آسوشیتد پرس", "خبرآنلاین"),
    )
)
"""Only names that mean nothing else in the place that `relays_in` reads: `فارس` counts after "agency" there too."""
