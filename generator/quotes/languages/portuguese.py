"""Portuguese: verbs of reporting, function words, titles, roles and given names."""

from __future__ import annotations

from generator.quotes.languages.language import CueKind, Language, cues_of, listed, tagged

PORTUGUESE = Language(
    code="pt",
    tags=tagged(
        (
            ("t", "que"),
            ("d", "o a os as um uma uns umas este esta esse essa seu sua seus suas nosso nossa"),
            ("q", "alguns algumas muitos muitas vários várias ambos todos todas outros outras"),
            ("h", "ele ela eles elas eu nós você vocês"),
            ("H", "lhe lhes me nos se"),
            ("w", "quem"),
            ("W", "qual quais quando onde como se"),
            ("s", "enquanto embora porque pois depois antes após"),
            ("c", "e ou mas nem"),
            ("o", "de do da dos das"),
            ("y", "por pelo pela"),
            ("C", "segundo conforme"),
            ("T", "ao à para"),
            ("n", "não nunca jamais"),
            ("i", "em no na nos nas com sobre contra desde até entre durante sem num numa"),
            ("x", "é foi era são tem têm tinha havia será está estão ser sido pode poderia deve"),
            ("b", "também já ontem hoje ainda então sempre"),
            ("D", """segunda terça quarta quinta sexta sábado domingo segunda-feira terça-feira quarta-feira quinta-feira
                sexta-feira janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"""),
            ("f", "fez teve deu veio chegou quer vai visitou"),
        )
    ),
    cues=cues_of(
        (
            (CueKind.SAY, "v", """disse diz disseram dizem dizia afirmou afirma afirmaram declarou declara explicou explica
                acrescentou acrescenta ressaltou ressalta destacou destaca garantiu garante lembrou lembra insistiu
                insiste alertou alerta anunciou anuncia reconheceu reconhece admitiu admite confirmou confirma comentou
                comenta respondeu responde completou completa concluiu conclui lamentou escreveu escreve informou
                contou conta prometeu reiterou reitera sublinhou sublinha frisou frisa observou apontou aponta
                argumentou dito afirmado declarado"""),
            (CueKind.SAY, "g", "dizendo afirmando acrescentando explicando lembrando garantindo ressaltando destacando"),
            (CueKind.DENY, "v", "negou nega negaram negam rejeitou rejeita desmentiu desmente descartou descarta refutou"),
            (CueKind.DENY, "g", "negando rejeitando desmentindo descartando"),
            (CueKind.CALL, "v", "chamou chama classificou classifica descreveu criticou acusou acusa"),
            (CueKind.CALL, "g", "chamando classificando"),
            (CueKind.ASK, "v", "pediu pede perguntou pergunta exigiu exige cobrou"),
            (CueKind.THINK, "v", "acredita acha pensa considera espera"),
        )
    ),
    abbreviations=frozenset(listed("sr sra dr dra prof profa d etc núm pág eng")),
    titles=frozenset(listed("""sr sra dr dra dom dona presidente presidenta ministro ministra prefeito prefeita senador senadora
        deputado deputada secretário secretária governador governadora general rei rainha papa diretor diretora juiz
        juíza porta-voz vice-presidente chanceler candidato candidata""")),
    roles=frozenset(listed("""presidente ministro ministra porta-voz prefeito prefeita diretor diretora funcionário funcionários
        fonte fontes especialista especialistas líder candidato candidata senador senadora deputado deputada advogado
        advogada juiz juíza professor professora morador moradora moradores testemunha médico médica mulher homem
        escritor escritora economista""")),
    bodies=frozenset(listed("""ministério governo partido congresso senado câmara banco universidade polícia tribunal empresa
        agência comissão conselho prefeitura associação fundação sindicato organização instituto""")),
    female=frozenset(listed("""sra dona presidenta ministra prefeita senadora deputada diretora juíza mulher maria ana dilma
        marina luciana fernanda juliana patrícia camila beatriz mariana júlia larissa gabriela renata simone teresa
        cristina lúcia rosa helena isabel catarina inês joana sofia carla cláudia débora""")),
    male=frozenset(listed("""sr dom presidente ministro prefeito senador deputado diretor juiz homem joão josé antônio antónio
        carlos paulo pedro lucas luiz luís marcos gabriel rafael daniel marcelo bruno eduardo felipe rodrigo fernando
        gustavo jair fábio sérgio ricardo roberto jorge miguel tiago diogo nuno rui manuel francisco aníbal marcelo
        geraldo ciro alexandre gilberto""")),
    pronouns={"ele": "male", "ela": "female", "eles": "many", "elas": "many", "eu": "self", "quem": "thing"},
    endings=(("mente", "b"), ("ando", "G"), ("endo", "G"), ("indo", "G")),
    be=frozenset(listed("é foi era são ser sido será")),
    negations=frozenset(listed("não nunca jamais")),
    modals=frozenset(listed("poderia pode deveria")),
)  # fmt: skip
