"""French: verbs of reporting, function words, titles, roles and given names."""

from __future__ import annotations

from generator.quotes.languages.language import CueKind, Language, cues_of, listed, tagged

FRENCH = Language(
    code="fr",
    tags=tagged(
        (
            ("t", "que qu"),
            ("d", "le la les l un une des ce cet cette ces son sa ses mon ma notre nos leur leurs"),
            ("q", "certains certaines plusieurs beaucoup tous toutes autres"),
            ("h", "il elle ils elles je j on nous vous a-t-il a-t-elle"),
            ("H", "lui se s me m y en"),
            ("w", "qui"),
            ("W", "dont où quand comment pourquoi si quel quelle"),
            ("s", "tandis alors lorsque puisque parce comme après avant"),
            ("c", "et ou mais ni or car"),
            ("o", "de du d"),
            ("y", "par"),
            ("C", "selon d’après"),
            ("T", "à au aux pour"),
            ("n", "ne n pas jamais ni"),
            ("i", "dans en avec sur sous contre depuis entre pendant sans vers chez devant"),
            ("x", "est était a ont avait avaient ai avons sera été être sont peut pourrait doit"),
            ("b", "aussi déjà hier encore toujours ensuite ainsi puis également"),
            ("D", """lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août
                septembre octobre novembre décembre"""),
            ("f", "fait vient veut va prend reste"),
        )
    ),
    cues=cues_of(
        (
            (CueKind.SAY, "v", """dit disait disent déclaré déclare affirmé affirme affirment assuré assure expliqué explique
                ajouté ajoute indiqué indique souligné souligne précisé précise estimé estime rappelé rappelle annoncé
                annonce reconnu reconnaît admis admet confirmé confirme insisté insiste répondu répond lancé lance
                martelé martèle écrit promis averti avertit prévenu regretté regrette commenté commente poursuivi
                poursuit raconté raconte conclu conclut jugé juge soutenu soutient plaidé plaide fait-il dit-il dit-elle
                confié confie témoigné témoigne résumé résume déploré déplore"""),
            (CueKind.SAY, "g", "disant affirmant assurant ajoutant expliquant précisant soulignant rappelant indiquant"),
            (CueKind.DENY, "v", "nié nie nient démenti dément rejeté rejette réfuté réfute écarté exclu"),
            (CueKind.DENY, "g", "niant démentant rejetant réfutant excluant"),
            (CueKind.CALL, "v", "qualifié qualifie appelé appelle décrit dénoncé dénonce accusé accuse"),
            (CueKind.CALL, "g", "qualifiant dénonçant"),
            (CueKind.ASK, "v", "demandé demande exigé exige exhorté"),
            (CueKind.THINK, "v", "croit pense espère craint"),
        )
    ),
    abbreviations=frozenset(listed("m mm mme mlle dr me pr st ste etc env av")),
    titles=frozenset(listed("""m mme mlle dr me président présidente ministre premier maire sénateur sénatrice député députée
        secrétaire général générale directeur directrice juge roi reine pape porte-parole chancelier chancelière
        candidat candidate""")),
    roles=frozenset(listed("""président présidente ministre porte-parole maire directeur directrice responsable responsables
        expert experts source sources chef sénateur sénatrice député députée avocat avocate juge professeur professeure
        habitant habitants témoin témoins médecin femme homme écrivain écrivaine économiste candidat candidate
        chancelier chancelière syndicaliste""")),
    bodies=frozenset(listed("""ministère gouvernement parti assemblée sénat banque université police parquet tribunal entreprise
        agence commission conseil mairie association fondation syndicat organisation institut élysée""")),
    female=frozenset(listed("""mme mlle présidente sénatrice députée directrice femme marie anne sophie claire julie isabelle
        nathalie catherine christine valérie sandrine céline hélène camille léa emma chloé manon louise alice jeanne
        marine ségolène martine françoise élisabeth agnès brigitte monique sylvie élodie aurélie nadia fatima leïla
        inès juliette""")),
    male=frozenset(listed("""m président sénateur député directeur homme jean pierre michel philippe alain nicolas françois
        jacques bernard patrick christophe laurent éric olivier david thomas julien antoine paul louis hugo lucas
        emmanuel édouard bruno gérard xavier marc yves henri andré claude daniel gabriel arthur mathieu guillaume
        sébastien vincent karim mehdi rachid""")),
    pronouns={"il": "male", "elle": "female", "ils": "many", "elles": "many", "je": "self", "qui": "thing"},
    endings=(("lement", "b"), ("amment", "b"), ("emment", "b"), ("vement", "b"), ("ant", "G")),
    be=frozenset(listed("est était sont sera être")),
    negations=frozenset(listed("ne n pas jamais")),
    modals=frozenset(listed("pourrait peut devrait")),
)  # fmt: skip
