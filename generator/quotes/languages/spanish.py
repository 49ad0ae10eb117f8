"""Spanish: verbs of reporting, function words, titles, roles and given names."""

from __future__ import annotations

from generator.quotes.languages.language import CueKind, Language, cues_of, listed, tagged

SPANISH = Language(
    code="es",
    tags=tagged(
        (
            ("t", "que"),
            ("d", "el la los las un una unos unas este esta estos estas ese esa su sus mi nuestro nuestra"),
            ("q", "algunos algunas muchos muchas varios varias ambos todos todas otros otras"),
            ("h", "él ella ellos ellas yo nosotros usted ustedes"),
            ("H", "le les lo me nos se"),
            ("w", "quien quienes"),
            ("W", "cual cuales cuando donde cómo qué si por-qué"),
            ("s", "mientras aunque porque pues después antes tras"),
            ("c", "y e o u pero ni sino"),
            ("o", "de del"),
            ("y", "por"),
            ("C", "según"),
            ("T", "a al para"),
            ("n", "no nunca jamás tampoco"),
            ("i", "en con sobre ante contra desde hasta entre durante sin bajo hacia"),
            ("x", "es fue era son ha han había habían he hemos será está están ser sido puede podría debe"),
            ("b", "también ya ayer hoy además así luego entonces siempre"),
            ("D", """lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio
                agosto septiembre octubre noviembre diciembre"""),
            ("f", "hizo tuvo fue dio puso vino llegó salió tiene hace quiere viajó visitó"),
        )
    ),
    cues=cues_of(
        (
            (CueKind.SAY, "v", """dijo dice dijeron dicen decía afirmó afirma afirmaron aseguró asegura aseguraron señaló señala
                señalaron declaró declara declararon explicó explica añadió añade agregó agrega indicó indica manifestó
                manifiesta sostuvo sostiene subrayó subraya recordó recuerda insistió insiste advirtió advierte anunció
                anuncia reconoció reconoce admitió admite confirmó confirma comentó comenta apuntó apunta respondió
                responde contestó destacó destaca reiteró reitera precisó precisa concluyó concluye lamentó escribió
                escribe informó relató expresó exclamó opinó prometió denunció expuso matizó dicho afirmado asegurado
                señalado declarado explicado añadido agregado indicado subrayado insistido advertido anunciado
                reconocido admitido confirmado recordado sostenido"""),
            (CueKind.SAY, "g", """diciendo afirmando asegurando señalando añadiendo agregando explicando subrayando recordando
                insistiendo advirtiendo indicando"""),
            (CueKind.DENY, "v", "negó niega negaron niegan rechazó rechaza rechazaron desmintió desmiente descartó descarta"),
            (CueKind.DENY, "g", "negando rechazando desmintiendo descartando"),
            (CueKind.CALL, "v", "calificó califica llamó llama tachó tacha describió describe criticó acusó acusa"),
            (CueKind.CALL, "g", "calificando llamando"),
            (CueKind.ASK, "v", "pidió pide preguntó pregunta exigió exige instó"),
            (CueKind.THINK, "v", "cree creen piensa considera consideró espera esperaba"),
        )
    ),
    abbreviations=frozenset(listed("sr sra srta dr dra d dña gral prof lic ing núm pág etc ee uu")),
    titles=frozenset(listed("""sr sra dr dra don doña presidente presidenta ministro ministra alcalde alcaldesa senador senadora
        diputado diputada secretario secretaria gobernador gobernadora general rey reina papa director directora juez
        jueza portavoz vicepresidente vicepresidenta canciller líder candidato candidata""")),
    roles=frozenset(listed("""presidente presidenta ministro ministra portavoz alcalde alcaldesa director directora funcionario
        funcionarios fuentes fuente experto expertos líder candidato candidata senador senadora diputado abogado
        abogada juez jueza profesor profesora vecino vecina vecinos testigo testigos médico médica mujer hombre
        escritor escritora economista canciller vicepresidente vicepresidenta""")),
    bodies=frozenset(listed("""ministerio gobierno partido congreso senado banco universidad policía fiscalía tribunal empresa
        agencia comisión consejo ayuntamiento asociación fundación sindicato organización instituto""")),
    female=frozenset(listed("""sra doña presidenta ministra alcaldesa senadora diputada directora jueza mujer maría ana carmen
        lucía laura marta isabel elena rosa teresa cristina pilar mercedes dolores paula sara andrea claudia gabriela
        beatriz silvia patricia yolanda ada irene nadia inés julia raquel sofía valeria camila daniela alejandra""")),
    male=frozenset(listed("""sr don presidente ministro alcalde senador diputado director juez hombre josé juan antonio manuel
        francisco pedro luis carlos miguel ángel javier jesús pablo fernando jorge alberto rafael sergio andrés
        alejandro diego álvaro ramón enrique vicente raúl eduardo ricardo roberto mario nicolás gustavo óscar hugo
        víctor ignacio mariano felipe gonzalo tomás emilio rodrigo""")),
    pronouns={"él": "male", "ella": "female", "ellos": "many", "ellas": "many", "yo": "self", "quien": "thing"},
    endings=(("mente", "b"), ("ando", "G"), ("iendo", "G")),
    be=frozenset(listed("es fue era son ser sido será")),
    negations=frozenset(listed("no nunca jamás tampoco")),
    modals=frozenset(listed("podría puede debería")),
)  # fmt: skip
