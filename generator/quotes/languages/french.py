"""French: verbs of reporting, function words, titles, roles and given names."""

from __future__ import annotations

from generator.quotes.languages.language import Cue, CueKind, Language, cues_of, listed, tagged

_ER = {
    CueKind.SAY: """déclarer affirmer assurer expliquer ajouter indiquer souligner préciser estimer rappeler annoncer
        confirmer insister lancer marteler regretter commenter raconter juger plaider confier témoigner résumer déplorer
        alerter analyser argumenter arguer asséner attester avancer avouer chuchoter clamer certifier constater
        considérer crier critiquer détailler ironiser jurer justifier lâcher marmonner menacer murmurer noter
        nuancer objecter observer pester préconiser proclamer pronostiquer protester questionner râler réaffirmer
        réagir réclamer reconnaître redouter relater relativiser relever remarquer répliquer rétorquer révéler
        rapporter saluer signaler signifier s’exclamer exclamer indigner souffler soupirer suggérer tempérer tonner
        trancher tweeter vanter insister plaisanter s’interroger interroger inquiéter enthousiasmer emporter agacer
        féliciter réjouir défendre reprendre enchaîner renchérir évoquer informer enrager étonner amuser glisser
        expliciter rassurer""",
    CueKind.DENY: "nier rejeter réfuter écarter récuser contester",
    CueKind.CALL: "qualifier appeler dénoncer accuser traiter fustiger surnommer",
    CueKind.ASK: "demander exiger exhorter réclamer",
    CueKind.THINK: "penser espérer",
}
_FORMS = (
    (
        CueKind.SAY,
        """dit disait disent disaient répond répondu répondait répondent reconnaît reconnait reconnu reconnaissait
        admet admis admettait écrit écrivait écrivent promet promis avertit averti prévient prévenu poursuit poursuivi
        poursuivait conclut conclu soutient soutenu soutenait maintient maintenu réagit réagi renchérit renchéri défend
        défendu prédit prétend prétendu surenchérit fait tient tenu décrypte sourit souri rit ri intervient martèle
        rappelle s'écrie rugit gémit convient convenu craint rétorque ressent voit interdit ajouter conclure préciser
        veut""",
    ),
    (CueKind.DENY, "dément démenti démentait démentent exclut exclu"),
    (CueKind.CALL, "décrit décrivait définit défini"),
    (CueKind.THINK, "croit croyait pense espère craint"),
)


_WITH_OF = frozenset(("de", "d’", "d'"))


def _present(stem: str) -> str:
    """Return the present of a verb in -er, with the accent that its stem takes: "suggère", "rappelle"."""
    for plain, strong in (
        ("él", "èl"),
        ("éc", "èc"),
        ("ér", "èr"),
        ("én", "èn"),
        ("év", "èv"),
        ("ev", "èv"),
        ("el", "èl"),
    ):
        if stem.endswith(plain) and stem not in ("appel", "rappel"):
            return stem[:-2] + strong + "e"
    if stem.endswith("appel"):
        return stem + "le"
    return stem + "e"


def _rows() -> list[tuple[CueKind, str, str]]:
    rows: list[tuple[CueKind, str, str]] = [
        (CueKind.SAY, "g", "disant répondant reconnaissant admettant avertissant promettant"),
        (CueKind.DENY, "g", "démentant excluant"),
    ]
    rows += [(kind, "v", forms) for kind, forms in _FORMS]
    for kind, verbs in _ER.items():
        stems = [verb[:-2] for verb in listed(verbs) if verb.endswith("er")]
        rows.append(
            (kind, "v", " ".join(f"{s}é {_present(s)} {_present(s)}nt {s}ait {s}aient {s}a" for s in stems))
        )
        rows.append((kind, "g", " ".join(f"{s}ant {s}eant" for s in stems)))
    return rows


FRENCH = Language(
    code="fr",
    tags=tagged(
        (
            ("t", "que qu"),
            ("d", """le la les l un une ce cet cette ces son sa ses mon ma mes notre nos leur leurs chaque aucun aucune
                certain certaine"""),
            ("q", "certains certaines plusieurs beaucoup tous toutes autres deux trois quatre cinq"),
            ("h", "il elle ils elles je j on nous vous celui-ci celle-ci"),
            ("H", "lui se s m me y"),
            ("w", "qui"),
            ("W", "dont où quand comment pourquoi si quel quelle"),
            ("s", "tandis alors lorsque puisque parce comme après avant lorsqu puisqu jusqu"),
            ("c", "et ou mais ni or car"),
            ("o", "de du des d"),
            ("y", "par"),
            ("C", "selon"),
            ("T", "à au aux"),
            ("n", "ne n pas jamais"),
            ("i", "dans en avec sur sous contre depuis entre pendant sans vers chez devant lors pour face via"),
            ("x", """est était a ont avait avaient ai avons sera été être sont peut pourrait doit va vont vient veut"""),
            ("b", """toutefois notamment même aussi déjà hier encore toujours ensuite ainsi puis également aujourd demain ici notamment enfin
                néanmoins cependant pourtant d’abord quant très plus"""),
            ("D", """lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août
                septembre octobre novembre décembre matin soir semaine dernier dernière prochain"""),
            ("f", "prend reste reçu reçoit sont coûtera"),
        )
    ),
    cues=cues_of(_rows()) | {form: Cue(form, CueKind.CALL, "v", _WITH_OF) for form in listed("parle parlé parlait parlent")},
    abbreviations=frozenset(listed("m mm mme mlle mmes dr me pr st ste etc env av mgr")),
    titles=frozenset(listed("""m mme mlle dr me pr président présidente ministre premier maire sénateur sénatrice député députée
        secrétaire général générale directeur directrice juge roi reine pape porte-parole chancelier chancelière candidat
        candidate préfet préfète commissaire colonel capitaine commandant professeur professeure docteur maître mgr""")),
    roles=frozenset(listed("""président présidente ex-président ministre ex-ministre porte-parole maire directeur directrice
        responsable responsables expert experte experts source sources chef cheffe sénateur sénatrice député députée
        avocat avocate juge professeur professeure enseignant enseignante habitant habitante habitants témoin témoins
        médecin infirmier infirmière femme homme écrivain écrivaine auteur autrice économiste candidat candidate
        chancelier chancelière syndicaliste élu élue préfet préfète recteur rectrice procureur procureure secrétaire
        premier première conseiller conseillère adjoint adjointe délégué déléguée patron patronne entrepreneur
        entrepreneuse dirigeant dirigeante salarié salariée salariés ouvrier ouvrière opérateur opératrice militant militante
        analyste politologue sociologue historien historienne scientifique chercheur chercheuse journaliste entraîneur
        entraîneuse joueur joueuse footballeur attaquant gardien capitaine acteur actrice chanteur chanteuse musicien
        musicienne réalisateur réalisatrice cinéaste artiste architecte ingénieur ingénieure policier policière agent
        commissaire général générale colonel commandant étudiant étudiante étudiants élève principal principale proviseur
        proviseure père mère fils fille frère sœur mari épouse veuve victime victimes accusé accusée prévenu prévenue
        opposant opposante évêque archevêque cardinal pape prêtre roi reine ambassadeur ambassadrice diplomate pêcheur
        pêcheuse agriculteur agricultrice éleveur éleveuse commerçant commerçante commerçants fondateur fondatrice
        cofondateur cofondatrice consultant consultante psychologue propriétaire gérant gérante banquier prévisionniste
        magistrat magistrate représentant représentante fonctionnaire technicien technicienne coordinateur coordinatrice
        parlementaire édile ex-maire retraité retraitée ami amie voisin voisine jeune""")),
    bodies=frozenset(listed("""ministère gouvernement parti assemblée sénat banque université police parquet tribunal entreprise
        agence commission conseil mairie association fondation syndicat organisation institut élysée direction groupe
        région préfecture défense hôpital fédération union confédération comité club journal radio office armée matignon
        académie société opposition nations""")),
    female=frozenset(listed("""mme mlle présidente sénatrice députée directrice femme avocate professeure enseignante habitante
        infirmière écrivaine autrice candidate chancelière élue préfète rectrice procureure première conseillère adjointe
        déléguée patronne entrepreneuse dirigeante salariée ouvrière opératrice militante historienne chercheuse
        entraîneuse joueuse actrice chanteuse musicienne réalisatrice policière étudiante principale proviseure mère fille
        sœur épouse veuve accusée prévenue opposante reine ambassadrice pêcheuse agricultrice éleveuse commerçante
        fondatrice cofondatrice consultante gérante magistrate représentante technicienne coordinatrice retraitée amie
        voisine cheffe experte
        marie anne sophie claire julie isabelle nathalie catherine christine valérie sandrine céline hélène camille léa
        emma chloé manon louise alice jeanne marine ségolène martine françoise élisabeth agnès brigitte monique sylvie
        élodie aurélie nadia fatima leïla inès juliette adèle amandine amélie anaïs andrée angélique annick annie
        antoinette arlette audrey aurore barbara béatrice bénédicte bernadette carine caroline cécile charlotte clarisse
        claudine clémence clémentine colette coralie corinne danielle delphine denise diane dominique édith éléonore
        éliane élise émilie estelle eugénie eva évelyne fabienne florence france frédérique gabrielle geneviève ghislaine
        gisèle henriette huguette irène jacqueline jessica joëlle josette julia justine karine laetitia laura laure
        laurence lina lise lucie lydia madeleine magali marguerite mathilde maud mélanie michèle mireille morgane muriel
        myriam nicole noémie océane odette odile olga pascale patricia paule pauline pénélope rachel régine rosalie rose
        sabine sabrina sandra sarah simone solange sonia stéphanie suzanne thérèse valentine vanessa véronique victoire
        virginie viviane yasmine yolande yvette yvonne zoé""")),
    male=frozenset(listed("""m président ministre sénateur député directeur homme avocat enseignant habitant infirmier écrivain
        candidat chancelier élu préfet recteur procureur conseiller adjoint délégué patron entrepreneur dirigeant salarié
        ouvrier opérateur militant historien chercheur entraîneur joueur footballeur gardien acteur chanteur musicien
        réalisateur ingénieur policier étudiant principal père fils frère mari accusé prévenu opposant évêque archevêque
        cardinal pape prêtre roi ambassadeur pêcheur agriculteur éleveur commerçant fondateur cofondateur consultant
        gérant banquier magistrat représentant technicien coordinateur retraité ami voisin expert
        jean pierre michel philippe alain nicolas françois jacques bernard patrick christophe laurent éric olivier david
        thomas julien antoine paul louis hugo lucas emmanuel édouard bruno gérard xavier marc yves henri andré claude daniel
        gabriel arthur mathieu guillaume sébastien vincent karim mehdi rachid adrien albert alexandre alexis ali anthony
        armand arnaud aurélien baptiste bastien benjamin benoît bertrand boris cédric charles christian clément cyril
        damien denis didier dylan édmond émile ernest étienne eugène fabien fabrice félix fernand florent florian franck
        frédéric gaël gaston gauthier geoffroy georges gilbert gilles grégory guy hervé hubert ivan jérémy jérôme joël
        jonathan jordan joseph jules kevin léo léon loïc luc lucien ludovic marcel marius martin mathis maurice max maxime
        maximilien mickaël mohamed nathan noël norbert octave pascal quentin raoul raphaël raymond régis rémi rémy renaud
        rené richard robert robin rodolphe roger roland romain samuel serge simon stéphane sylvain tanguy théo théodore
        thibault thierry timothée tristan valentin victor william yann yannick youssef""")),
    relatives=frozenset(
        listed(
            """fils fille filles femme mari épouse époux ex-femme ex-mari ex-épouse frère frères sœur soeur sœurs père mère compagne
        compagnon conjoint conjointe veuve veuf neveu nièce cousin cousine oncle tante gendre belle-fille beau-père
        belle-mère beau-frère belle-sœur petit-fils petite-fille fiancé fiancée"""
        )
    ),
    answering=frozenset(listed("répond répondu répondit réplique répliqué répliqua rétorque rétorqué rétorqua")),
    pronouns={
        "il": "male", "elle": "female", "ils": "many", "elles": "many", "je": "self", "qui": "thing", "on": "many",
        "t-il": "male", "t-elle": "female", "celui-ci": "male", "celle-ci": "female",
    },
    endings=(("lement", "b"), ("amment", "b"), ("emment", "b"), ("vement", "b")),
    be=frozenset(listed("est était sont sera être")),
    negations=frozenset(listed("ne n pas jamais")),
    modals=frozenset(listed("pourrait peut devrait")),
    elides=True,
    drops=True,
    definite={"le": "male", "la": "female", "l": "", "ce": "male", "cet": "male", "cette": "female", "son": "", "sa": ""},
    restating=frozenset(listed("""scientifique chercheur chercheuse biologiste physicien physicienne médecin docteur chanteur chanteuse acteur actrice comédien comédienne cinéaste réalisateur réalisatrice romancier romancière poète musicien musicienne footballeur attaquant gardien tennisman sportif sportive avocat avocate historien historienne économiste sociologue politologue expert experte militant militante écologiste journaliste agriculteur agricultrice professeur professeure enseignant enseignante socialiste député députée sénateur sénatrice édile ministre commerçant commerçante trentenaire quadragénaire élu élue responsable dirigeant dirigeante syndicaliste édile parlementaire accusé accusée prévenu prévenue joueur joueuse écrivain écrivaine entraîneur artiste spécialiste intéressé intéressée quinquagénaire sexagénaire retraité retraitée""")),
    indefinite=frozenset(listed("un une des")),
    according=(
        ("d", "après"), ("aux", "yeux", "de"), ("de", "l", "avis", "de"), ("pour", "qui"), ("aux", "dires", "de"), ("à", "en", "croire"),
    ),
    own_view=(("à", "ses", "yeux"), ("à", "son", "avis")),
    views=frozenset(("pour",)),
    relaying=(("selon",), ("rapporte",), ("rapporté",), ("relate",), ("cité", "par"), ("citée", "par"), ("cités", "par"), ("citées", "par"), ("relayé", "par"), ("relayée", "par"), ("interrogé", "par"), ("interrogée", "par"), ("d", "après"), ("auprès", "de")),
    relay_tells=frozenset(listed("à au")),
    relay_nouns=frozenset(listed("agence journal quotidien magazine hebdomadaire chaîne")),
    asides=(("de", "son", "côté"), ("pour", "sa", "part"), ("à", "son", "tour"), ("de", "leur", "côté"), ("en", "revanche"), ("par", "ailleurs"), ("de", "plus")),
    slogans=frozenset(listed("film livre chanson roman série documentaire campagne titre intitulé intitulée album pièce émission slogan banderole opération baptisé baptisée surnommé nommé nommée")),
    media=frozenset(listed("journal quotidien magazine hebdomadaire chaîne")),
    place_words=frozenset(listed("saint sainte mont villeneuve")),
)  # fmt: skip
