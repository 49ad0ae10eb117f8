"""Spanish words whose change changes the meaning."""

from __future__ import annotations

from generator.stories.lexicons.lexicon import Lexicon, classes, numbers, opposites, words

LEXICON = Lexicon(
    negations=words(
        "no nunca jamás nada nadie ningún ninguna ninguno ni sin tampoco apenas niega niegan negó negaron negar desmiente desmintió "
        "desmentir desmentido rechaza rechazan rechazó rechazaron rechazar rechazo negativa fracasa fracasó fracaso"
    ),
    modals=classes(
        can="puede pueden podía podían podrá podrán podría podrían pudo",
        must="debe deben debía debían deberá deberán debería deberían",
        will="va van será serán habrá",
        would="sería serían habría habrían",
    ),
    quantities=words(
        "docena docenas decena decenas cien ciento cientos centenar centenares mil miles millón millones mitad tercio cuarto "
        "doble triple segundo segunda tercero tercera mayoría minoría ambos ambas"
    ),
    numbers=numbers("dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince", 2)
    | numbers("veinte", 20)
    | numbers("treinta", 30)
    | numbers("cuarenta", 40)
    | numbers("cincuenta", 50),
    dates=words(
        "lunes martes miércoles jueves viernes sábado domingo hoy ayer mañana anteayer enero febrero marzo abril mayo junio julio "
        "agosto septiembre setiembre octubre noviembre diciembre primavera verano otoño invierno tarde noche mediodía medianoche "
        "día días semana semanas mes meses año años década décadas siglo hora horas minutos"
    ),
    hedges=words(
        "supuestamente presuntamente presunto presunta presuntos presuntas supuesto supuesta aparentemente posiblemente probablemente "
        "quizá quizás tal acaso casi aproximadamente alrededor cerca unos unas parece parecen parecía potencialmente"
    ),
    loaded=classes(
        admitir="admite admiten admitió admitieron",
        reconocer="reconoce reconocen reconoció reconocieron",
        acusar="acusa acusan acusó acusaron",
        amenazar="amenaza amenazan amenazó amenazaron",
        denunciar="denuncia denuncian denunció denunciaron",
        condenar="condena condenan condenó condenaron",
        exigir="exige exigen exigió exigieron",
        insistir="insiste insisten insistió insistieron",
        advertir="advierte advierten advirtió advirtieron",
        alegar="alega alegan alegó alegaron",
        confesar="confiesa confesó",
    ),
    opposites=opposites(
        (
            "sube suben subió aumenta aumentó aumento alza más",
            "baja bajan bajó disminuye disminuyó cae cayó descenso menos",
        ),
        ("antes", "después"),
        ("favor apoya apoyan apoyó respalda respaldó", "contra opone oponen opuso"),
        ("gana ganó ganaron victoria", "pierde perdió perdieron derrota"),
        ("culpable", "inocente"),
        ("verdadero cierto cierta", "falso falsa"),
        ("legal", "ilegal"),
        ("permite permitió autoriza autorizó", "prohíbe prohibió prohibido"),
        ("vivo viva", "muerto muerta"),
    ),
    pronouns=words("él ella ellos ellas nosotros yo"),
    speech=words(
        "dice dicen dijo dijeron declara declaró declararon afirma afirmó anuncia anunció añade añadió explica explicó señala señaló "
        "indica indicó asegura aseguró subraya subrayó escribe escribió cuenta contó admite admitió acusa acusó advierte advirtió"
    ),
)
