"""German words whose change changes the meaning."""

from __future__ import annotations

from generator.stories.lexicons.lexicon import Lexicon, classes, numbers, opposites, words

LEXICON = Lexicon(
    negations=words(
        "nicht nichts nie niemals niemand nirgends kein keine keinen keinem keiner keines weder noch ohne kaum nein "
        "bestreitet bestreiten bestritt bestritten dementiert dementierte dementieren dementi leugnet leugnete leugnen "
        "verweigert verweigerte verweigern weigert weigerte weigern lehnt abgelehnt ablehnung weigerung scheitert scheiterte gescheitert"
    ),
    modals=classes(
        can="kann können konnte konnten könnte könnten",
        may="darf dürfen durfte durften dürfte dürften",
        must="muss müssen musste mussten müsste müssten",
        should="soll sollen sollte sollten",
        will="wird werden",
        would="würde würden",
        want="will wollen wollte wollten",
    ),
    quantities=words(
        "dutzend dutzende hundert hunderte tausend tausende million millionen milliarde milliarden hälfte drittel viertel "
        "doppelt dreifach zweite zweiten dritte dritten vierte mehrheit minderheit halb beide beiden"
    ),
    numbers=numbers(
        "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig",
        2,
    ),
    dates=words(
        "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag heute gestern morgen vorgestern januar jänner "
        "februar märz april mai juni juli august september oktober november dezember frühling frühjahr sommer herbst winter "
        "vormittag nachmittag abend nacht mittag mitternacht tag tage tagen woche wochen monat monate monaten jahr jahre jahren "
        "jahrzehnt jahrzehnte jahrhundert stunde stunden minuten wochenende"
    ),
    hedges=words(
        "angeblich angebliche angeblichen mutmaßlich mutmaßliche mutmaßlichen offenbar vermutlich wahrscheinlich möglicherweise "
        "vielleicht womöglich wohl scheinbar anscheinend etwa rund ungefähr circa fast nahezu beinahe sogenannte sogenannten "
        "vermeintlich vermeintliche scheint scheinen schien"
    ),
    loaded=classes(
        behaupten="behauptet behaupten behauptete behaupteten",
        zugeben="zugegeben zugab einräumt eingeräumt einräumte räumt räumte",
        drohen="droht drohen drohte drohten",
        fordern="fordert fordern forderte forderten",
        warnen="warnt warnen warnte warnten",
        beschuldigen="beschuldigt beschuldigen beschuldigte",
        kritisieren="kritisiert kritisieren kritisierte",
        verurteilen="verurteilt verurteilen verurteilte",
        beharren="beharrt beharren beharrte",
        gestehen="gesteht gestand gestanden",
    ),
    opposites=opposites(
        (
            "steigt steigen stieg gestiegen mehr höher zunahme anstieg",
            "sinkt sinken sank gesunken fällt fiel weniger niedriger rückgang abnahme",
        ),
        ("vor", "nach"),
        ("für unterstützt unterstützen befürwortet", "gegen ablehnt"),
        ("gewinnt gewann gewonnen sieg", "verliert verlor verloren niederlage"),
        ("schuldig", "unschuldig"),
        ("wahr", "falsch unwahr"),
        ("legal", "illegal"),
        ("erlaubt erlaubte genehmigt", "verboten verbietet verbot untersagt"),
        ("lebend lebendig", "tot tote"),
    ),
    pronouns=words("er sie es wir ich"),
    speech=words(
        "sagt sagen sagte sagten gesagt erklärt erklärte erklärten teilt teilte mitgeteilt betont betonte berichtet berichtete "
        "schreibt schrieb meint meinte äußert äußerte sprach spricht kündigt kündigte behauptet behauptete warnt warnte fordert forderte"
    ),
)
