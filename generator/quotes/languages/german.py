"""German: verbs of reporting, function words, titles, roles and given names."""

from __future__ import annotations

from generator.quotes.languages.language import CueKind, Language, cues_of, listed, tagged

GERMAN = Language(
    code="de",
    tags=tagged(
        (
            ("t", "dass daß"),
            ("d", "der die das den dem des ein eine einer eines einem einen dieser diese dieses sein seine ihr ihre unser"),
            ("q", "einige viele mehrere beide alle andere manche"),
            ("h", "er sie es ich wir"),
            ("H", "ihm ihn ihnen mir mich uns sich"),
            ("W", "welche welcher was wo wie warum wann ob"),
            ("s", "während weil obwohl nachdem bevor als wenn da"),
            ("c", "und oder aber sondern denn"),
            ("o", "von vom"),
            ("y", "durch"),
            ("C", "laut"),
            ("T", "zu zum zur"),
            ("n", "nicht nie niemals kein keine"),
            ("i", "in im am an auf mit bei über unter gegen seit zwischen ohne für nach vor aus um"),
            ("x", "ist war sind waren hat haben hatte hatten wird werden wurde wurden sei kann könnte muss soll will"),
            ("b", "auch schon gestern heute noch dann weiter zudem jedoch dabei erneut immer"),
            ("D", """montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli
                august september oktober november dezember"""),
            ("f", "kam ging machte gab nahm stand steht bleibt macht geht traf besuchte"),
        )
    ),
    cues=cues_of(
        (
            (CueKind.SAY, "v", """sagte sagt sagten sagen gesagt erklärte erklärt erklärten betonte betont meinte meint berichtete
                berichtet fügte ergänzte ergänzt versicherte versichert warnte warnt kündigte antwortete antwortet
                schrieb schreibt behauptete behauptet bestätigte bestätigt erläuterte unterstrich mahnte mahnt
                räumte teilte äußerte verkündete verkündet rief erinnerte bekräftigte"""),
            (CueKind.DENY, "v", "bestritt bestreitet dementierte dementiert leugnete leugnet verneinte zurückwies"),
            (CueKind.CALL, "v", "nannte nennt bezeichnete bezeichnet kritisierte kritisiert"),
            (CueKind.ASK, "v", "fragte fragt forderte fordert"),
            (CueKind.THINK, "v", "glaubt glaubte hofft hoffte denkt"),
        )
    ),
    abbreviations=frozenset(listed("dr prof hr fr nr bzw ca etc usw st")),
    titles=frozenset(listed("""herr frau dr prof präsident präsidentin bundeskanzler bundeskanzlerin kanzler kanzlerin minister
        ministerin bürgermeister bürgermeisterin bundespräsident außenminister außenministerin innenminister
        innenministerin finanzminister abgeordnete abgeordneter sprecher sprecherin vorsitzende vorsitzender direktor
        direktorin richter richterin general papst könig königin ministerpräsident ministerpräsidentin""")),
    roles=frozenset(listed("""präsident präsidentin kanzler kanzlerin minister ministerin sprecher sprecherin bürgermeister
        bürgermeisterin direktor direktorin experte expertin vorsitzende vorsitzender anwalt anwältin richter richterin
        professor professorin bewohner anwohner anwohnerin zeuge zeugin arzt ärztin mann autor autorin politiker
        politikerin chef chefin leiter leiterin""")),
    bodies=frozenset(listed("""ministerium regierung bundesregierung partei bundestag bundesrat bank universität polizei gericht
        staatsanwaltschaft unternehmen agentur kommission rat verein stiftung gewerkschaft organisation institut""")),
    female=frozenset(listed("""frau präsidentin kanzlerin bundeskanzlerin ministerin außenministerin innenministerin sprecherin
        bürgermeisterin direktorin richterin angela ursula anna maria julia katrin annalena sabine petra monika claudia
        susanne andrea heike birgit ilse saskia franziska nancy lisa lena sarah laura hannah emma marie sophie inge
        karin gisela renate christine manuela ricarda bettina""")),
    male=frozenset(listed("""herr präsident kanzler bundeskanzler minister außenminister innenminister sprecher bürgermeister
        direktor richter peter thomas michael andreas stefan christian markus martin frank wolfgang klaus jürgen olaf
        friedrich heiko horst jens lars robert karl hans heinz werner günter helmut gerhard otto max paul felix lukas
        jonas tobias florian sebastian philipp daniel alexander matthias uwe bernd dieter joachim armin boris sigmar
        winfried""")),
    pronouns={"er": "male", "sie": "female", "wir": "many", "ich": "self", "es": "thing"},
    be=frozenset(listed("wird werden wurde wurden")),
    negations=frozenset(listed("nicht nie niemals")),
    modals=frozenset(listed("könnte soll")),
    nouns_capital=True,
)  # fmt: skip
