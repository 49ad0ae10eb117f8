"""French words whose change changes the meaning."""

from __future__ import annotations

from generator.stories.lexicons.lexicon import Lexicon, classes, numbers, opposites, words

LEXICON = Lexicon(
    negations=words(
        "non pas jamais rien aucun aucune nul nulle ni sans nullement guère personne "
        "nie nient niait nié niée nier dément démentent démenti démentie démentir démentait réfute réfutent réfuté réfuter "
        "refuse refusent refusé refusait refuser rejette rejettent rejeté rejetée rejeter refus rejet échec échoue échoué échouer"
    ),
    particles=words("ne n"),
    modals=classes(
        can="peut peuvent pouvait pouvaient pourra pourront pourrait pourraient pu",
        must="doit doivent devait devaient devra devront devrait devraient faut faudra faudrait fallait",
        will="va vont sera seront aura auront",
        would="serait seraient aurait auraient",
    ),
    quantities=words(
        "douzaine douzaines dizaine dizaines vingtaine centaine centaines cent cents mille millier milliers million millions "
        "milliard milliards moitié tiers quart double triple deuxième troisième quatrième majorité minorité"
    ),
    numbers=numbers(
        "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize", 2
    )
    | numbers("vingt", 20)
    | numbers("trente", 30)
    | numbers("quarante", 40)
    | numbers("cinquante", 50)
    | numbers("soixante", 60),
    dates=words(
        "lundi mardi mercredi jeudi vendredi samedi dimanche aujourd'hui hier demain janvier février avril mai juin juillet "
        "août septembre octobre novembre décembre printemps automne hiver matin soir soirée midi minuit nuit jour jours "
        "semaine semaines mois an ans année années siècle heure heures minute minutes"
    ),
    hedges=words(
        "apparemment prétendument peut-être probablement possiblement vraisemblablement présumé présumée présumés éventuel éventuelle "
        "éventuellement soi-disant supposé supposée environ presque quasiment semble semblent semblait semblerait paraît "
        "paraissait potentiellement approximativement"
    ),
    loaded=classes(
        admettre="admet admettent admis admettait",
        avouer="avoue avouent avoué avouait",
        prétendre="prétend prétendent prétendu prétendait",
        accuser="accuse accusent accusé accusait",
        menacer="menace menacent menacé menaçait",
        dénoncer="dénonce dénoncent dénoncé dénonçait",
        condamner="condamne condamnent condamné condamnait",
        exiger="exige exigent exigé exigeait",
        insister="insiste insistent insisté insistait",
        reconnaître="reconnaît reconnaissent reconnu reconnaissait",
        avertir="avertit avertissent averti avertissait",
        marteler="martèle martèlent martelé martelait",
        affirmer="affirme affirment affirmé affirmait",
    ),
    opposites=opposites(
        (
            "hausse augmente augmentent augmenté augmentation monte monté plus",
            "baisse baissent baissé diminue diminué diminution recule reculé moins",
        ),
        ("avant", "après"),
        ("pour favorable soutient soutiennent soutenu", "contre opposé opposée oppose opposent"),
        ("gagne gagné victoire remporte remporté", "perd perdu défaite"),
        ("coupable", "innocent innocente"),
        ("vrai vraie", "faux fausse"),
        ("légal légale", "illégal illégale"),
        ("autorise autorisé autorisée permet permis", "interdit interdite interdisent interdire"),
        ("vivant vivante", "mort morte"),
    ),
    pronouns=words("il elle ils elles on nous je"),
    speech=words(
        "dit disent disait déclare déclarent déclaré déclarait annonce annoncé ajoute ajouté explique expliqué estime estimé "
        "indique indiqué précise précisé souligne souligné raconte raconté écrit confie confié rappelle rappelé assure assuré "
        "affirme affirmé admet admis avoue avoué prétend prétendu accuse accusé dénonce dénoncé insiste insisté reconnaît reconnu"
    ),
    elides=True,
)
