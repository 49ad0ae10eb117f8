"""Spanish: verbs of reporting, function words, titles, roles and given names."""

from __future__ import annotations

from generator.quotes.languages.language import Cue, CueKind, Language, cues_of, listed, tagged

_AR = {
    CueKind.SAY: """afirmar asegurar señalar declarar explicar indicar manifestar subrayar recordar comentar apuntar
        contestar destacar reiterar precisar lamentar informar relatar expresar opinar denunciar matizar anunciar
        confirmar aclarar alertar alegar argumentar aseverar avisar bromear celebrar confesar constatar criticar
        detallar enfatizar ironizar jurar justificar narrar puntualizar proclamar protestar razonar recalcar recomendar
        remarcar remachar resaltar revelar sentenciar sugerir testificar vaticinar zanjar gritar exclamar adelantar
        aventurar cuestionar espetar aceptar comunicar contar augurar pronosticar ratificar rematar reprochar
        reivindicar valorar garantizar estimar acotar observar declamar aconsejar""",
    CueKind.DENY: "negar rechazar descartar",
    CueKind.CALL: "calificar llamar tachar tildar acusar catalogar evocar alabar elogiar",
    CueKind.ASK: "preguntar instar reclamar solicitar ordenar",
    CueKind.THINK: "pensar esperar juzgar",
}
_ER_IR = (
    (
        CueKind.SAY,
        "añad insist advert sosten respond admit reconoc escrib promet expon conclu asegur discut aplaud",
    ),
)
_FORMS = (
    (
        CueKind.SAY,
        """defendió defiende defendieron defienden defendía defendido consideró considera consideran consideraba
        considerado dijo dice dijeron dicen decía decían dirá añadió añade añadieron añaden añadía insistió insiste
        insistieron insisten insistía advirtió advierte advirtieron advierten advertía sostuvo sostiene sostuvieron
        sostienen sostenía respondió responde respondieron responden respondía admitió admite admitieron admiten admitía
        reconoció reconoce reconocieron reconocen reconocía escribió escribe escribieron escriben escribía prometió
        promete prometieron prometen prometía expuso expone expusieron exponen concluyó concluye concluyeron concluyen
        agregó agrega agregaron agregan agregaba replicó replica replicaron replican sintetizó resumió resume
        resumieron arguyó arguye argüía repitió repite repitieron repiten intuye presumió presume sugirió sugiere
        sugirieron previó prevé maldijo contradijo predijo predice aplaudió aplaude coincidió coincide coincidieron
        refirió refiere ríe rio rió suspira suspiró sonríe sonrió abundó abunda zanjó zanja cuenta contó contaba
        dicho añadido insistido advertido sostenido respondido admitido reconocido escrito prometido expuesto concluido
        agregado replicado resumido repetido sugerido aplaudido coincidido decir añadir agregar confiesa confiesan manifiesta manifiestan recomienda recuerda
        recuerdan apuesta cuentan desmiente encomienda""",
    ),
    (
        CueKind.DENY,
        "niega niegan negó negaron desmintió desmiente desmintieron desmienten desmentido excluyó excluye excluido",
    ),
    (
        CueKind.CALL,
        "describió describe describieron describen descrito definió define definieron definido denominó",
    ),
    (
        CueKind.ASK,
        "pidió pide pidieron piden pedido exigió exige exigieron exigen exigido pregunta preguntó preguntaba",
    ),
    (CueKind.THINK, "cree creen creía piensa piensan confía espera teme entiende entendió ve"),
)


_WITH_OF = frozenset(("de",))


def _rows() -> list[tuple[CueKind, str, str]]:
    rows: list[tuple[CueKind, str, str]] = []
    rows += [
        (kind, "g", "diciendo añadiendo insistiendo advirtiendo sosteniendo reconociendo admitiendo pidiendo")
        for kind in (CueKind.SAY,)
    ]
    rows += [(CueKind.DENY, "g", "negando desmintiendo")]
    rows += [(kind, "v", forms) for kind, forms in _FORMS]
    for kind, verbs in _AR.items():
        stems = [verb[:-2] for verb in listed(verbs) if verb.endswith("ar")]
        rows.append(
            (
                kind,
                "v",
                " ".join(f"{s}ó {s}a {s}aron {s}an {s}aba {s}aban {s}ado {s}ará {s}aría" for s in stems),
            )
        )
        rows.append((kind, "g", " ".join(f"{s}ando" for s in stems)))
    return rows


SPANISH = Language(
    code="es",
    tags=tagged(
        (
            ("t", "que"),
            ("d", """el la los las un una unos unas este esta estos estas ese esa esos esas aquel aquella su sus mi mis
                nuestro nuestra nuestros nuestras cada cualquier ningún ninguna"""),
            ("q", "algunos algunas muchos muchas varios varias ambos todos todas otros otras dos tres cuatro cinco diez"),
            ("h", "él ella ellos ellas yo nosotros usted ustedes alguien nadie"),
            ("H", "le les lo me nos se te"),
            ("w", "quien quienes"),
            ("W", "cual cuales cuando donde cómo qué si dónde cuándo quién"),
            ("s", "mientras aunque porque pues después antes como pese"),
            ("c", "y e o u pero ni sino"),
            ("o", "de del"),
            ("y", "por"),
            ("C", "según"),
            ("T", "a al para"),
            ("n", "no nunca jamás tampoco"),
            ("i", "en con sobre ante contra desde hasta entre durante sin bajo hacia tras mediante ayer-en"),
            ("x", """es fue era son ha han había habían he hemos será está están estaba ser sido puede podría debe hay va van
                iba suele quiso llegó acaba limitó limita"""),
            ("b", """misma mismo también ya ayer hoy mañana además así luego entonces siempre asimismo finalmente anoche incluso aún
                todavía recientemente previamente posteriormente antes aquí allí más muy casi solo sólo"""),
            ("D", """lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio
                agosto septiembre octubre noviembre diciembre tarde noche semana pasado próximo"""),
            ("f", "hizo tuvo dio puso vino salió tiene hace quiere viajó visitó dimitió levantó recibe mostró evitó falta"),
        )
    ),
    cues=cues_of(_rows()) | {form: Cue(form, CueKind.CALL, "v", _WITH_OF) for form in listed("habló habla hablan hablaron hablaba hablado")},
    abbreviations=frozenset(listed("sr sra srta dr dra d dña gral prof lic ing núm pág etc ee uu mons cnel")),
    titles=frozenset(listed("""sr sra srta dr dra don doña d dña presidente presidenta ministro ministra alcalde alcaldesa senador
        senadora diputado diputada secretario secretaria gobernador gobernadora general rey reina papa director directora
        juez jueza portavoz vicepresidente vicepresidenta canciller líder candidato candidata concejal concejala consejero
        consejera rector rectora decano decana coronel capitán comisario comisaria fiscal obispo cardenal padre""")),
    roles=frozenset(listed("""presidente presidenta expresidente expresidenta ministro ministra exministro exministra viceministro
        viceministra portavoz vocero vocera alcalde alcaldesa exalcalde exalcaldesa director directora subdirector
        subdirectora funcionario funcionaria funcionarios fuentes fuente experto experta expertos líder líderes dirigente
        candidato candidata senador senadora diputado diputada concejal concejala edil consejero consejera secretario
        secretaria subsecretario subsecretaria abogado abogada juez jueza magistrado magistrada fiscal profesor profesora
        catedrático catedrática vecino vecina vecinos vecinas testigo testigos médico médica enfermero enfermera mujer hombre
        joven escritor escritora autor autora economista canciller vicepresidente vicepresidenta mandatario mandataria
        gobernador gobernadora intendente titular responsable jefe jefa encargado encargada coordinador coordinadora
        gerente empresario empresaria trabajador trabajadora trabajadores sindicalista activista analista politólogo
        politóloga sociólogo socióloga historiador historiadora científico científica investigador investigadora periodista
        entrenador entrenadora técnico técnica jugador jugadora futbolista delantero portero capitán actor actriz cantante
        músico cineasta artista arquitecto arquitecta ingeniero ingeniera policía agente comisario comisaria general
        coronel rector rectora decano decana estudiante estudiantes alumno alumna padre madre hijo hija hermano hermana
        esposo esposa viuda víctima víctimas acusado acusada político política parlamentario parlamentaria legislador
        legisladora opositor opositora regidor regidora obispo arzobispo cardenal papa cura sacerdote monja rey reina
        embajador embajadora diplomático diplomática pescador pescadora agricultor agricultora ganadero ganadera
        comerciante comerciantes presidente-ejecutivo fundador fundadora cofundador cofundadora socio socia consultor
        consultora psicólogo psicóloga dueño dueña propietario propietaria habitante residente residentes maestra maestro
        doctor doctora representante delegado delegada""")),
    bodies=frozenset(listed("""ministerio gobierno partido congreso senado banco universidad policía fiscalía tribunal empresa
        agencia comisión consejo ayuntamiento asociación fundación sindicato organización instituto unión confederación
        federación gremio hospital cámara autoridad diario periódico radio plataforma compañía grupo ejército junta
        generalitat oposición comité consejería naciones cruz corte liga club""")),
    female=frozenset(listed("""sra srta dra doña dña presidenta expresidenta ministra exministra alcaldesa exalcaldesa senadora
        diputada directora subdirectora jueza mujer funcionaria consejera secretaria subsecretaria abogada magistrada
        profesora catedrática vecina médica enfermera escritora autora vicepresidenta viceministra mandataria gobernadora
        jefa encargada coordinadora empresaria trabajadora politóloga socióloga historiadora científica investigadora
        entrenadora técnica jugadora actriz arquitecta ingeniera rectora decana alumna madre hija hermana esposa viuda
        acusada política parlamentaria legisladora opositora regidora monja reina embajadora diplomática agricultora
        ganadera fundadora cofundadora socia consultora psicóloga dueña propietaria maestra doctora delegada vocera
        concejala candidata experta comisaria
        maría ana carmen lucía laura marta isabel elena rosa teresa cristina pilar mercedes dolores paula sara andrea
        claudia gabriela beatriz silvia patricia yolanda ada irene nadia inés julia raquel sofía valeria camila daniela
        alejandra alba alicia amalia amparo ángela antonia aurora bárbara begoña belén blanca carla carlota carolina
        catalina cecilia celia clara concepción consuelo diana elvira emilia emma encarnación esperanza esther estela eva
        fernanda florencia francisca gloria graciela guadalupe inmaculada jimena josefa juana julieta karina leticia lidia
        liliana lola lorena lourdes luisa luz magdalena manuela margarita mariana marina mónica montserrat natalia nieves
        noelia norma nuria olga paloma paz raimunda rebeca remedios rocío romina rosario ruth sandra soledad sonia
        susana tamara tania vanesa verónica victoria virginia viviana ximena zulema""")),
    male=frozenset(listed("""sr dr don d presidente expresidente ministro exministro alcalde exalcalde senador diputado director
        hombre funcionario consejero secretario subsecretario abogado magistrado profesor catedrático vecino médico enfermero
        escritor autor vicepresidente viceministro mandatario gobernador jefe encargado coordinador empresario trabajador
        politólogo sociólogo historiador científico investigador entrenador técnico jugador actor arquitecto ingeniero
        rector decano alumno padre hijo hermano esposo acusado político parlamentario legislador opositor regidor cura
        sacerdote rey embajador diplomático agricultor ganadero fundador cofundador socio consultor psicólogo dueño
        propietario maestro doctor delegado vocero obispo arzobispo cardenal papa pescador candidato experto comisario
        josé juan antonio manuel francisco pedro luis carlos miguel ángel javier jesús pablo fernando jorge alberto rafael
        sergio andrés alejandro diego álvaro ramón enrique vicente raúl eduardo ricardo roberto mario nicolás gustavo óscar
        hugo víctor ignacio mariano felipe gonzalo tomás emilio rodrigo adolfo adrián agustín alfonso alfredo anselmo
        arturo augusto aurelio baltasar benito bernardo bruno césar claudio cristián cristóbal daniel darío david domingo
        edgar eloy emiliano ernesto esteban eugenio federico félix fidel gabriel germán gerardo gilberto guillermo
        hernán héctor horacio humberto iñaki isidro iván jacinto jaime javi joaquín joel jordi josep julián julio leandro
        leonardo leopoldo lorenzo lucas marcelo marcos mariano martín mateo matías mauricio máximo mauro nelson nicanor
        norberto octavio omar orlando pascual patricio rubén salvador samuel santiago saúl sebastián simón teodoro
        ulises valentín walter wilfredo xavier""")),
    relatives=frozenset(
        listed(
            """hijo hija hijos hijas esposa esposo mujer marido exmujer exmarido hermano hermana padre madre viuda viudo
        sobrino sobrina primo prima tío tía yerno nuera suegro suegra cuñado cuñada nieto nieta novia novio pareja"""
        )
    ),
    answering=frozenset(listed("contestó contesta respondió responde replicó replica repuso")),
    pronouns={
        "él": "male", "ella": "female", "ellos": "many", "ellas": "many", "yo": "self", "quien": "thing",
    },
    endings=(("mente", "b"), ("ando", "G"), ("iendo", "G")),
    be=frozenset(listed("es fue era son ser sido será")),
    negations=frozenset(listed("no nunca jamás tampoco")),
    modals=frozenset(listed("podría puede debería")),
    drops=True,
    definite={"el": "male", "la": "female", "este": "male", "esta": "female", "ese": "male", "esa": "female"},
    restating=frozenset(listed("""científico científica investigador investigadora biólogo bióloga físico física médico médica doctor doctora acusado acusada imputado imputada cantante actor actriz cineasta director directora novelista poeta músico entrenador entrenadora futbolista delantero portero tenista ciclista deportista abogado abogada letrado letrada historiador historiadora economista sociólogo socióloga politólogo politóloga experta comandante militar sindicalista activista ecologista periodista agricultor ganadero pescador maestra maestro profesor profesora catedrático catedrática socialista popular campesino campesina joven consejero consejera edil regidor regidora funcionario funcionaria dirigente responsable político política mandatario mandataria líder experto experta representante edil legislador legisladora parlamentario parlamentaria jugador jugadora técnico técnica escritor escritora artista especialista exalcalde gremialista empresario empresaria religioso magistrado magistrada""")),
    indefinite=frozenset(listed("un una unos unas fuentes fuente")),
    according=(
        ("de", "acuerdo", "con"), ("en", "palabras", "de"), ("a", "juicio", "de"), ("en", "opinión", "de"),
        ("para", "quien"), ("a", "decir", "de"), ("de", "acuerdo", "a"), ("conforme", "a"),
    ),
    own_view=(("en", "su", "opinión"), ("a", "su", "juicio"), ("en", "sus", "palabras")),
    views=frozenset(("para",)),
    relaying=(("según",), ("informó",), ("informa",), ("reportó",), ("reporta",), ("recogió",), ("recoge",), ("difundió",), ("publicó",), ("citado", "por"), ("citada", "por"), ("citados", "por"), ("de", "acuerdo", "con"), ("de", "acuerdo", "a"), ("declaraciones", "a")),
    relay_tells=frozenset(listed("a al")),
    relay_nouns=frozenset(listed("agencia diario periódico revista cadena semanario")),
    asides=(("por", "su", "parte"), ("por", "su", "lado"), ("a", "su", "vez"), ("en", "cambio"), ("sin", "embargo"), ("no", "obstante")),
    slogans=frozenset(listed("lema película libro canción novela serie documental campaña título titulado titulada disco obra programa operación llamado llamada denominado denominada pancarta consigna")),
    media=frozenset(listed("diario periódico revista cadena semanario agencia")),
    place_words=frozenset(listed("san santa nueva nuevo puerto villa ciudad")),
)  # fmt: skip
