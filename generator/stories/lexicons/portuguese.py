"""Portuguese words whose change changes the meaning."""

from __future__ import annotations

from generator.stories.lexicons.lexicon import Lexicon, classes, numbers, opposites, words

LEXICON = Lexicon(
    negations=words(
        "não nunca jamais nada ninguém nenhum nenhuma nem sem tampouco nega negam negou negaram negar desmente desmentiu desmentir "
        "desmentido recusa recusou recusaram rejeita rejeitou rejeitaram rejeitar rejeição fracassa fracassou fracasso"
    ),
    modals=classes(
        can="pode podem podia podiam poderá poderão poderia poderiam pôde",
        must="deve devem devia deviam deverá deverão deveria deveriam",
        will="vai vão será serão haverá",
        would="seria seriam haveria",
    ),
    quantities=words(
        "dúzia dúzias dezena dezenas cem cento centenas mil milhar milhares milhão milhões bilhão bilhões metade terço quarto dobro "
        "triplo segundo segunda terceiro terceira maioria minoria ambos ambas"
    ),
    numbers=numbers("dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze", 2)
    | {"duas": "2"}
    | numbers("vinte", 20)
    | numbers("trinta", 30)
    | numbers("quarenta", 40)
    | numbers("cinquenta", 50),
    dates=words(
        "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo hoje ontem amanhã janeiro fevereiro março "
        "abril maio junho julho agosto setembro outubro novembro dezembro primavera verão outono inverno manhã tarde noite "
        "meia-noite dia dias semana semanas mês meses ano anos década décadas século hora horas minutos"
    ),
    hedges=words(
        "supostamente alegadamente suposto suposta supostos supostas aparentemente possivelmente provavelmente talvez quase "
        "aproximadamente cerca parece parecem parecia potencialmente presumível"
    ),
    loaded=classes(
        admitir="admite admitem admitiu admitiram",
        reconhecer="reconhece reconhecem reconheceu reconheceram",
        acusar="acusa acusam acusou acusaram",
        ameaçar="ameaça ameaçam ameaçou ameaçaram",
        denunciar="denuncia denunciam denunciou denunciaram",
        condenar="condena condenam condenou condenaram",
        exigir="exige exigem exigiu exigiram",
        insistir="insiste insistem insistiu insistiram",
        alertar="alerta alertam alertou alertaram",
        alegar="alega alegam alegou alegaram",
        confessar="confessa confessou",
    ),
    opposites=opposites(
        (
            "sobe sobem subiu aumenta aumentou aumento alta mais",
            "cai caem caiu baixa diminui diminuiu queda menos",
        ),
        ("antes", "depois"),
        ("favor apoia apoiam apoiou", "contra opõe opõem opôs"),
        ("ganha ganhou venceu vitória", "perde perdeu derrota"),
        ("culpado culpada", "inocente"),
        ("verdadeiro verdadeira", "falso falsa"),
        ("legal", "ilegal"),
        ("permite permitiu autoriza autorizou", "proíbe proibiu proibido"),
        ("vivo viva", "morto morta"),
    ),
    pronouns=words("ele ela eles elas nós eu"),
    speech=words(
        "diz dizem disse disseram declara declarou afirma afirmou anuncia anunciou acrescenta acrescentou explica explicou informa "
        "informou garante garantiu escreve escreveu conta contou admite admitiu acusa acusou alerta alertou"
    ),
)
