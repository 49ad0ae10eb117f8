"""German: verbs of reporting, function words, titles, roles and given names."""

from __future__ import annotations

from generator.quotes.languages.language import Cue, CueKind, Language, cues_of, listed, tagged

_WEAK = {
    CueKind.SAY: """sagen erklären betonen meinen berichten ergänzen versichern warnen antworten behaupten bestätigen
        erläutern mahnen äußern verkünden erinnern bekräftigen erzählen beteuern beklagen bedauern bemerken bemängeln
        begründen appellieren argumentieren analysieren bilanzieren entgegnen erwidern erwähnen flüstern
        fluchen folgern formulieren frohlocken fürchten gratulieren jubeln klagen konstatieren kontern kommentieren
        loben lachen murmeln notieren poltern prophezeien protestieren prognostizieren rechtfertigen resümieren schildern
        schimpfen schwärmen spotten stöhnen twittern unken urteilen vermelden vermuten verraten verteidigen verlangen
        voraussagen witzeln wettern würdigen zitieren zürnen scherzen seufzen signalisieren präzisieren plaudern posten
        monieren kritisieren informieren glauben hoffen sorgen wundern freuen ärgern""",
}
_PREFIXED = (
    ("fügte fügt fügten", "hinzu an", CueKind.SAY),
    ("räumte räumt räumten gab gibt gesteht gestand", "ein zu", CueKind.SAY),
    ("teilte teilt teilten", "mit", CueKind.SAY),
    ("kündigte kündigt kündigten", "an", CueKind.SAY),
    ("stellte stellt", "klar fest", CueKind.SAY),
    ("hob hebt", "hervor", CueKind.SAY),
    ("wies weist wiesen", "darauf hin zurück", CueKind.SAY),
    ("rief ruft", "auf zu aus", CueKind.SAY),
    ("legte legt", "nach", CueKind.SAY),
    ("warf wirft warfen", "vor ein", CueKind.SAY),
    ("hielt hält", "dagegen entgegen fest", CueKind.SAY),
    ("setzte setzt", "hinzu nach", CueKind.SAY),
    ("sprach spricht sprachen", "von", CueKind.CALL),
    ("gab gibt", "zu bekannt", CueKind.SAY),
    ("schloss schließt", "aus", CueKind.DENY),
    ("stritt streitet", "ab", CueKind.DENY),
    ("lehnte lehnt", "ab", CueKind.DENY),
)
"""Verbs whose prefix stands at the end of the clause, or that need one to report."""
_FORMS = (
    (
        CueKind.SAY,
        """schrieb schreibt schrieben unterstrich unterstreicht versprach verspricht versprachen widersprach
        widerspricht gestand gesteht rief ruft bekannte empfahl empfiehlt verriet verrät prahlt prahlte wusste weiß fand
        findet verwies verweist verwiesen beschwor beschwört drohte droht sieht sah befand gab lautete gesagt erklärt betont gemeint berichtet
        versichert gewarnt geschrieben mitgeteilt angekündigt eingeräumt hinzugefügt bekräftigt versprochen""",
    ),
    (
        CueKind.DENY,
        """bestritt bestreitet bestritten leugnete leugnet geleugnet verneinte verneint dementierte dementiert
        ausschließen ausgeschlossen zurückgewiesen""",
    ),
    (
        CueKind.CALL,
        """nannte nennt nannten genannt bezeichnete bezeichnet bezeichneten beschrieb beschreibt beschrieben
        geißelte geißelt charakterisierte charakterisiert""",
    ),
    (CueKind.ASK, "fragte fragt fragten forderte fordert forderten bat bittet"),
    (CueKind.THINK, "denkt dachte"),
)


def _weak(verb: str) -> str:
    """Return the present and past of a regular verb: "sagt sagen sagte sagten"."""
    stem = verb[:-2] if verb.endswith("en") else verb[:-1]
    joint = "e" if stem.endswith(("t", "d", "chn", "dn", "gn", "ffn", "tm")) else ""
    return f"{stem}{joint}t {verb} {stem}{joint}te {stem}{joint}ten"


def _cues() -> dict[str, Cue]:
    rows = [(kind, "v", forms) for kind, forms in _FORMS]
    prefixed = {
        form: Cue(form, kind, "v", frozenset(listed(prefixes)))
        for forms, prefixes, kind in reversed(_PREFIXED)
        for form in listed(forms)
    }
    rows += [(kind, "v", " ".join(_weak(verb) for verb in listed(verbs))) for kind, verbs in _WEAK.items()]
    table = {**cues_of(rows), **prefixed}
    table["gab"] = table["gibt"] = Cue("geben", CueKind.SAY, "v", frozenset(listed("zu bekannt an")))
    table["rief"] = table["ruft"] = Cue("rufen", CueKind.SAY, "v")
    return table


GERMAN = Language(
    code="de",
    tags=tagged(
        (
            ("t", "dass daß"),
            ("d", """der die das den dem des ein eine einer eines einem einen dieser diese dieses diesem diesen sein seine
                seinen seiner ihr ihre ihren ihrer unser unsere jeder jede jedes mein meine kein keine jener jene"""),
            ("q", "einige viele mehrere beide alle andere manche zwei drei vier fünf"),
            ("h", "er sie es ich wir man niemand jemand"),
            ("H", "ihm ihn ihnen mir mich uns sich dir dich"),
            ("W", "welche welcher was wo wie warum wann ob wer"),
            ("s", "während weil obwohl nachdem bevor als wenn da"),
            ("c", "und oder aber sondern denn"),
            ("o", "von vom"),
            ("y", "durch"),
            ("C", "laut"),
            ("T", "zu zum zur"),
            ("n", "nicht nie niemals"),
            ("i", """in im am an auf mit bei beim über unter gegen seit zwischen ohne für nach vor aus um trotz wegen ins
                gegenüber bis per"""),
            ("x", """ist war sind waren hat haben hatte hatten wird werden wurde wurden sei kann könnte muss soll will
                wollte würde würden habe müsse dürfe solle könne möchte"""),
            ("b", """auch schon gestern heute noch dann weiter zudem jedoch dabei erneut immer bereits später zuletzt nun
                jetzt dort hier morgen deutlich allerdings dennoch daraufhin außerdem indes hingegen dagegen sofort nur
                etwa selbst wieder sehr weiterhin darauf hinzu mehrfach"""),
            ("D", """montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli
                august september oktober november dezember montagabend dienstagabend mittwochabend donnerstagabend
                freitagabend samstagabend sonntagabend morgen abend vormittag nachmittag woche"""),
            ("f", "kam ging machte nahm stand steht bleibt macht geht traf besuchte leitet läuft zeigte ermittelt"),
        )
    ),
    cues=_cues(),
    abbreviations=frozenset(listed("dr prof hr fr nr bzw ca etc usw st dipl ing med phil jur")),
    titles=frozenset(listed("""herr frau dr prof präsident präsidentin bundeskanzler bundeskanzlerin kanzler kanzlerin minister
        ministerin bürgermeister bürgermeisterin abgeordnete abgeordneter sprecher sprecherin vorsitzende vorsitzender
        direktor direktorin richter richterin general papst könig königin bischof kardinal pfarrer pfarrerin oberst
        hauptmann graf gräfin""")),
    roles=frozenset(listed("""präsident präsidentin kanzler kanzlerin minister ministerin sprecher sprecherin bürgermeister
        bürgermeisterin direktor direktorin experte expertin vorsitzende vorsitzender vorsitzenden anwalt anwältin richter
        richterin professor professorin bewohner anwohner anwohnerin zeuge zeugin arzt ärztin mann frau autor autorin
        politiker politikerin chef chefin leiter leiterin landrat landrätin dezernent dezernentin intendant intendantin
        trainer trainerin stürmer torwart spieler spielerin regisseur regisseurin schauspieler schauspielerin künstler
        künstlerin sänger sängerin musiker musikerin schriftsteller schriftstellerin ökonom ökonomin historiker
        historikerin soziologe soziologin psychologe psychologin forscher forscherin wissenschaftler wissenschaftlerin
        journalist journalistin lehrer lehrerin schüler schülerin student studentin rektor rektorin dekan dekanin
        unternehmer unternehmerin manager managerin gründer gründerin inhaber inhaberin landwirt landwirtin bauer bäuerin
        fischer fischerin händler händlerin pfleger pflegerin patient patientin opfer täter angeklagte angeklagter
        verteidiger verteidigerin staatsanwalt staatsanwältin polizist polizistin kommissar kommissarin general oberst
        botschafter botschafterin diplomat diplomatin bischof bischöfin pfarrer pfarrerin papst könig königin vater mutter
        sohn tochter bruder schwester witwe freund freundin nachbar nachbarin rentner rentnerin geschäftsführer
        geschäftsführerin vorstand sekretär sekretärin vertreter vertreterin beauftragte beauftragter analyst analystin
        berater beraterin betreiber betreiberin kandidat kandidatin senator senatorin kollege kollegin vorgänger
        vorgängerin nachfolger nachfolgerin ingenieur ingenieurin architekt architektin altkanzler ministerpräsident coach captain kapitän jurist juristin biologe biologin
        sozialdemokrat sozialdemokratin christdemokrat aktivist aktivistin
        ministerpräsidentin generalsekretär generalsekretärin mitarbeiter mitarbeiterin""")),
    bodies=frozenset(listed("""ministerium regierung bundesregierung partei bundestag bundesrat bank universität polizei gericht
        staatsanwaltschaft unternehmen agentur kommission rat verein stiftung gewerkschaft organisation institut klinikum
        krankenhaus verband bund landtag senat opposition zeitung firma konzern feuerwehr hochschule verwaltung stadt
        nachrichtenagentur boten zeit spiegel ag gmbh republik""")),
    female=frozenset(listed("""frau präsidentin kanzlerin bundeskanzlerin ministerin außenministerin innenministerin sprecherin
        bürgermeisterin direktorin richterin landrätin ärztin anwältin
        angela ursula anna maria julia katrin annalena sabine petra monika claudia
        susanne andrea heike birgit ilse saskia franziska nancy lisa lena sarah laura hannah emma marie sophie inge
        karin gisela renate christine manuela ricarda bettina alexandra alice andrea anja anke anne annette antje astrid
        barbara beate brigitte britta carola caroline charlotte christa christina claudia cornelia dagmar daniela doris
        edith elena elisabeth elke erika esther eva frauke gabriele gerda gertrud gudrun hanna hedwig helga henriette
        hildegard ines ingrid irene iris jana janine jasmin johanna judith jutta karen katharina katja kathrin kerstin
        kirsten klara kristina leonie luise margarete margit marion marlene martina melanie mia michaela miriam mona nadine
        natalie nicole nina nora olga patricia paula pia regina rita rosa rosemarie ruth sandra silke simone sonja stefanie
        steffi svenja sylvia tanja tina ulrike ute vanessa vera verena veronika yvonne ayşe fatma elif leyla""")),
    male=frozenset(listed("""herr präsident kanzler bundeskanzler minister außenminister innenminister sprecher bürgermeister
        direktor richter landrat
        peter thomas michael andreas stefan christian markus martin frank wolfgang klaus jürgen olaf
        friedrich heiko horst jens lars robert karl hans heinz werner günter helmut gerhard otto max paul felix lukas
        jonas tobias florian sebastian philipp daniel alexander matthias uwe bernd dieter joachim armin boris sigmar
        winfried achim adam albert alfred anton arne arno artur axel ben benedikt benjamin bernhard björn bodo bruno burkhard
        carl carsten christoph claus clemens cornelius david dennis detlef dietrich dietmar dirk dominik eberhard eckart edgar
        egon emil erich erik ernst erwin eugen fabian ferdinand finn franz fritz georg gregor guido gunnar gustav hannes
        harald hartmut heiner heinrich hendrik henning henrik herbert hermann holger hubert hugo ingo jakob jan jannik jochen
        johann johannes jörg jörn josef julian julius kai karsten kevin kilian konrad konstantin kurt leo leon leonard lorenz
        ludwig lutz magnus malte manfred manuel marc marcel marco marcus mario marius mark marvin maximilian moritz niels nico
        nils norbert oliver oskar pascal patrick philip pierre rainer ralf ralph raimund reiner reinhard reinhold rene
        richard roger roland rolf roman rüdiger rudolf sascha siegfried simon steffen stephan sven swen theo theodor thilo
        thorsten till timo tim tom torben torsten udo ulf ulrich urs valentin veit viktor vincent volker waldemar walter
        wilfried wilhelm willi wolf ali mehmet mustafa ahmed hassan yusuf cem murat""")),
    relatives=frozenset(
        listed(
            """sohn söhne tochter töchter frau ehefrau mann ehemann gattin gatte witwe witwer bruder schwester vater mutter
        lebensgefährtin lebensgefährte ex-frau ex-mann neffe nichte cousin cousine onkel tante schwiegersohn schwiegertochter
        schwiegervater schwiegermutter schwager schwägerin enkel enkelin verlobte verlobter"""
        )
    ),
    answering=frozenset(listed("antwortete antwortet geantwortet erwiderte erwidert entgegnete entgegnet")),
    pronouns={
        "er": "male", "sie": "female", "wir": "many", "ich": "self", "es": "thing", "man": "many", "niemand": "many",
    },
    be=frozenset(listed("wird werden wurde wurden")),
    negations=frozenset(listed("nicht nie niemals")),
    modals=frozenset(listed("könnte")),
    nouns_capital=True,
    role_endings=tuple(listed("""politiker politikerin spieler spielerin minister ministerin präsident präsidentin sprecher sprecherin meister meisterin leiter
        leiterin direktor direktorin kanzler kanzlerin sekretär sekretärin dezernent dezernentin beauftragter
        beauftragte vorsitzender vorsitzende forscher forscherin experte expertin chef chefin anwalt anwältin
        führer führerin trainer trainerin kommissar kommissarin vertreter vertreterin referent referentin
        professor professorin inspektor inspektorin senator senatorin"""))
    ,
    definite={"der": "male", "die": "female", "dieser": "male", "diese": "female"},
    restating=frozenset(listed("""coach captain kapitän sänger sängerin schauspieler schauspielerin regisseur regisseurin schriftsteller schriftstellerin forscher forscherin wissenschaftler wissenschaftlerin biologe biologin historiker historikerin ökonom ökonomin soziologe soziologin experte torwart stürmer angeklagte angeklagter aktivist aktivistin landwirt landwirtin fischer bauer arzt ärztin lehrer lehrerin sozialdemokrat sozialdemokratin christdemokrat abgeordnete senator senatorin politiker politikerin künstler künstlerin autor autorin experte expertin trainer trainerin spieler spielerin unternehmer unternehmerin jurist juristin minister ministerin""")),
    indefinite=frozenset(listed("ein eine einer mehrere")),
    according=(("nach", "angaben", "von"), ("nach", "worten", "von"), ("in", "den", "worten", "von"), ("nach", "ansicht", "von")),
    own_view=(("seiner", "meinung", "nach"), ("ihrer", "meinung", "nach"), ("seinen", "worten", "zufolge")),
    views=frozenset(("für",)),
    trailing=frozenset(("so",)),
    relaying=(("laut",), ("zufolge",), ("berichtete",), ("berichtet",), ("meldete",), ("meldet",), ("zitierte",), ("zitiert",), ("gegenüber",), ("wie",)),
    relay_tells=frozenset(listed("der dem")),
    relay_nouns=frozenset(listed("agentur nachrichtenagentur zeitung magazin sender wochenzeitung")),
    asides=(("zum", "beispiel"), ("unter", "anderem")),
    slogans=frozenset(listed("film buch roman lied stück serie album titel motto slogan kampagne ausstellung namens reihe programm stand dem")) - {"dem", "stand"},
    subjunctive=frozenset(listed("""sei seien habe hätten hätte könne könnten müsse müssten solle sollten dürfe dürften wolle
        wollten werde würden würde gebe gehe komme brauche stehe liege mache wisse bleibe lasse nehme fehle prüfe sehe
        finde halte laufe bedeute zeige führe""")),
    media=frozenset(listed("zeitung magazin sender wochenzeitung")),
)  # fmt: skip
