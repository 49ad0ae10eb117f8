"""Portuguese, of both sides of the ocean: verbs of reporting, function words, titles, roles and given names."""

from __future__ import annotations

from generator.quotes.languages.language import Cue, CueKind, Language, cues_of, listed, tagged

_AR = {
    CueKind.SAY: """afirmar declarar explicar acrescentar adiantar alertar alegar anunciar apontar argumentar assegurar
        assinalar avaliar avisar citar comentar completar comunicar confessar confirmar constatar contar criticar
        desabafar destacar detalhar enfatizar esclarecer exclamar frisar garantir gritar indicar informar ironizar
        jurar justificar lamentar lembrar notar notificar observar opinar ponderar precisar proclamar protestar
        questionar reafirmar realçar recomendar recordar reiterar relatar relembrar replicar ressaltar ressalvar
        retrucar revelar salientar sentenciar sublinhar sustentar testemunhar vincar celebrar comemorar brincar
        recapitular rematar atestar denunciar reclamar lastimar pontuar cravar disparar bradar cobrar reforçar apostar começar continuar considerar""",
    CueKind.DENY: "negar rejeitar descartar refutar",
    CueKind.CALL: "chamar classificar acusar qualificar apelidar elogiar tachar",
    CueKind.ASK: "perguntar indagar solicitar",
    CueKind.THINK: "pensar esperar julgar",
}
_FORMS = (
    (
        CueKind.SAY,
        """disse diz disseram dizem dizia diziam dirá escreveu escreve escreveram respondeu responde responderam
        reconheceu reconhece reconheceram admitiu admite admitiram insistiu insiste insistiram concluiu conclui
        concluíram prometeu promete defendeu defende defenderam defendia advertiu adverte advertiram assumiu assume
        garantiu garante garantiram sugeriu sugere rebateu rebate rebateram reagiu reage reagiram repetiu repete
        esclareceu esclarece aduziu aduz referiu refere referiram resumiu resume riu ri previu prevê entendeu entende
        expôs expõe exprimiu discorreu dito escrito respondido reconhecido admitido insistido concluído prometido
        defendido advertido garantido rebatido reagido repetido referido resumido dizer acrescentar manteve mantém""",
    ),
    (
        CueKind.DENY,
        "desmentiu desmente desmentiram desmentido excluiu exclui excluído contestou contesta contestaram",
    ),
    (CueKind.CALL, "descreveu descreve descreveram descrito definiu define definido"),
    (CueKind.ASK, "pediu pede pediram pedem exigiu exige exigiram exigem"),
    (CueKind.THINK, "acredita acreditou acreditam crê espera teme acha achava"),
)


_WITH_OF = frozenset(("de", "em", "numa", "num"))


def _rows() -> list[tuple[CueKind, str, str]]:
    rows: list[tuple[CueKind, str, str]] = [
        (
            CueKind.SAY,
            "g",
            "dizendo escrevendo respondendo reconhecendo admitindo insistindo garantindo advertindo referindo",
        ),
        (CueKind.DENY, "g", "desmentindo"),
    ]
    rows += [(kind, "v", forms) for kind, forms in _FORMS]
    for kind, verbs in _AR.items():
        stems = [verb[:-2] for verb in listed(verbs) if verb.endswith("ar")]
        rows.append(
            (kind, "v", " ".join(f"{s}ou {s}a {s}aram {s}am {s}ava {s}avam {s}ado {s}ará" for s in stems))
        )
        rows.append((kind, "g", " ".join(f"{s}ando" for s in stems)))
    return rows


PORTUGUESE = Language(
    code="pt",
    tags=tagged(
        (
            ("t", "que"),
            ("d", """o a os as um uma uns umas este esta estes estas esse essa esses essas aquele aquela seu sua seus suas
                meu minha nosso nossa cada qualquer nenhum nenhuma"""),
            ("q", "alguns algumas muitos muitas vários várias ambos todos todas outros outras dois duas três quatro cinco"),
            ("h", "ele ela eles elas eu nós você vocês alguém ninguém"),
            ("H", "lhe lhes se me nos lo la"),
            ("w", "quem"),
            ("W", "qual quais quando onde como se por-que"),
            ("s", "enquanto embora porque pois depois antes apesar conforme"),
            ("c", "e ou mas nem"),
            ("o", "de do da dos das"),
            ("y", "por pelo pela pelos pelas"),
            ("C", "segundo consoante"),
            ("T", "à ao às aos para"),
            ("n", "não nunca jamais nem tampouco"),
            ("i", "em no na nos nas com sobre contra desde até entre durante sem sob após num numa perante ante neste nesta nesse nessa"),
            ("x", """é foi era são está estão tem têm tinha tinham havia haviam será ser sido pode poderia deve há vai vão
                chegou quis limitou-se acaba acabou voltou começou"""),
            ("b", """mesma mesmo também já ontem hoje ainda além assim então sempre depois igualmente finalmente aqui ali mais muito
                apenas só quase agora lá posteriormente"""),
            ("D", """segunda terça quarta quinta sexta sábado domingo segunda-feira terça-feira quarta-feira quinta-feira
                sexta-feira janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
                manhã tarde noite semana passada passado"""),
            ("f", "fez teve deu pôs veio saiu quer viajou visitou deixou decretou encolhe tocou falava"),
        )
    ),
    cues=cues_of(_rows()) | {form: Cue(form, CueKind.CALL, "v", _WITH_OF) for form in listed("falou fala falam falaram falava")},
    abbreviations=frozenset(listed("sr sra dr dra d prof gen eng núm pág etc exmo arq cel")),
    titles=frozenset(listed("""sr sra dr dra dom dona presidente ministro ministra prefeito prefeita senador senadora deputado
        deputada secretário secretária governador governadora general rei rainha papa diretor diretora juiz juíza vereador
        vereadora delegado delegada coronel tenente-coronel capitão major padre bispo engenheiro engenheira professor
        professora primeiro-ministro""")),
    roles=frozenset(listed("""presidente ex-presidente ministro ministra ex-ministro ex-ministra primeiro-ministro
        primeira-ministra porta-voz prefeito prefeita ex-prefeito ex-prefeita autarca vice-presidente diretor diretora
        director directora funcionário funcionária especialista especialistas fonte fontes líder dirigente candidato
        candidata senador senadora deputado deputada vereador vereadora secretário secretária advogado advogada juiz juíza
        procurador procuradora promotor promotora professor professora morador moradora moradores vizinho vizinha
        testemunha testemunhas médico médica enfermeiro enfermeira mulher homem jovem escritor escritora autor autora
        economista governador governadora governante responsável chefe coordenador coordenadora gerente empresário
        empresária trabalhador trabalhadora sindicalista ativista analista politólogo sociólogo socióloga historiador
        historiadora cientista pesquisador pesquisadora investigador investigadora jornalista treinador treinadora técnico
        técnica jogador jogadora atacante zagueiro goleiro avançado médio guarda-redes capitão ator atriz cantor cantora
        músico cineasta artista arquiteto arquiteta engenheiro engenheira polícia policial agente delegado delegada
        comissário general coronel tenente-coronel major comandante reitor reitora estudante estudantes aluno aluna pai mãe
        filho filha irmão irmã marido viúva vítima vítimas acusado acusada arguido arguida político parlamentar opositor
        bispo arcebispo cardeal papa padre rei rainha embaixador embaixadora diplomata pescador pescadora agricultor
        agricultora comerciante comerciantes fundador fundadora sócio sócia consultor consultora psicólogo psicóloga dono
        dona proprietário proprietária diarista editor editora crítico bastonário bastonária provedor provedora
        representante assessor assessora titular magistrado magistrada desembargador relator relatora""")),
    bodies=frozenset(listed("""ministério governo partido congresso senado banco universidade polícia tribunal empresa agência
        comissão conselho câmara associação fundação sindicato organização instituto união confederação federação hospital
        ordem clube jornal rádio rede prefeitura autarquia grupo exército defesa parlamento assembleia comitê liga
        companhia nações atlético oposição crítica""")),
    female=frozenset(listed("""sra dra dona ministra ex-ministra primeira-ministra prefeita ex-prefeita diretora directora
        funcionária candidata senadora deputada vereadora secretária advogada juíza procuradora promotora professora
        moradora vizinha médica enfermeira mulher escritora autora governadora coordenadora empresária trabalhadora
        socióloga historiadora pesquisadora investigadora treinadora técnica jogadora atriz cantora arquiteta engenheira
        delegada reitora aluna mãe filha irmã viúva acusada arguida rainha embaixadora pescadora agricultora fundadora
        sócia consultora psicóloga proprietária editora bastonária provedora assessora magistrada relatora
        maria ana joana beatriz mariana inês catarina sofia teresa isabel helena luísa marta rita sara cláudia patrícia
        sandra paula carla cristina fernanda juliana camila larissa bruna letícia amanda vanessa aline débora gabriela
        rafaela renata simone márcia luciana adriana alice clara laura lúcia rosa raquel susana sónia sônia vera adélia
        alexandra andreia ângela antónia bárbara carolina carmen célia cecília conceição cátia diana dilma dora eduarda
        elisa elza emília ester eva fátima filipa flávia francisca glória graça ivone irene íris josefa judite júlia
        lídia lígia lourdes madalena manuela margarida marília marina marisa matilde mónica mônica nádia natália odete
        olga regina rosana rosângela sílvia solange tânia tatiana telma valéria verónica vitória viviane zélia""")),
    male=frozenset(listed("""sr dr dom ministro ex-ministro primeiro-ministro prefeito ex-prefeito diretor director funcionário
        candidato senador deputado vereador secretário advogado juiz procurador promotor professor morador vizinho médico
        enfermeiro homem escritor autor governador coordenador empresário trabalhador politólogo sociólogo historiador
        pesquisador investigador treinador técnico jogador atacante zagueiro goleiro ator cantor arquiteto engenheiro
        delegado comissário reitor aluno pai filho irmão marido acusado arguido bispo arcebispo cardeal papa padre rei
        embaixador pescador agricultor fundador sócio consultor psicólogo dono proprietário editor crítico bastonário
        provedor assessor magistrado desembargador relator
        joão josé antónio antônio manuel francisco pedro luís luiz carlos miguel paulo rui jorge alberto rafael sérgio andré
        alexandre diogo álvaro ricardo roberto mário nuno gustavo óscar hugo vítor inácio filipe gonçalo tomás emílio
        rodrigo tiago thiago bruno marcelo marcos eduardo fernando felipe lucas mateus matheus gabriel daniel david diego
        edson fábio flávio geraldo gilberto guilherme henrique ivo jair jaime joaquim jonas júlio leandro leonardo lula
        márcio maurício michel milton murilo nelson orlando otávio renato romeu samuel sebastião severino silvio simão
        valdir vasco vicente vinícius wagner walter wilson adalberto adriano afonso agostinho aníbal armando artur augusto
        belmiro bernardo caio césar cláudio cristiano custódio domingos duarte edmundo elias ernesto estêvão eugénio
        félix frederico germano heitor hélder horácio humberto isaac ismael jacinto juvenal lázaro lourenço manoel martim
        martinho nicolau norberto octávio olavo osvaldo patrício paulinho raimundo raul reinaldo rogério salvador
        santiago saul telmo teófilo ulisses valter xavier zeferino""")),
    relatives=frozenset(
        listed(
            """filho filha filhos filhas esposa esposo mulher marido ex-mulher ex-marido irmão irmã pai mãe viúva viúvo
        sobrinho sobrinha primo prima tio tia genro nora sogro sogra cunhado cunhada neto neta noiva noivo companheira companheiro"""
        )
    ),
    answering=frozenset(listed("respondeu responde replicou retorquiu retrucou")),
    pronouns={"ele": "male", "ela": "female", "eles": "many", "elas": "many", "eu": "self", "quem": "thing"},
    endings=(("mente", "b"), ("ando", "G"), ("endo", "G"), ("indo", "G")),
    be=frozenset(listed("é foi era são ser sido será")),
    negations=frozenset(listed("não nunca jamais nem tampouco")),
    modals=frozenset(listed("poderia pode deveria")),
    drops=True,
    enclitics=frozenset(listed("se lhe lhes me nos o a os as lo la")),
    definite={"o": "male", "a": "female", "este": "male", "esta": "female", "esse": "male", "essa": "female"},
    restating=frozenset(listed("""cientista investigador investigadora pesquisador pesquisadora biólogo bióloga cantor cantora ator atriz cineasta romancista poeta músico jogador jogadora técnico técnica atacante avançado goleiro guarda-redes acusado acusada arguido arguida advogado advogada historiador historiadora economista sociólogo socióloga especialista comandante militar sindicalista ativista ambientalista jornalista agricultor agricultora professor professora deputado deputada senador senadora vereador vereadora ministro ministra socialista produtor produtora compositor compositora artista músico bastonário autarca governante dirigente responsável político líder parlamentar jogador jogadora treinador técnico escritor escritora artista especialista governador prefeito prefeita médica médico empresário empresária magistrado representante""")),
    indefinite=frozenset(listed("um uma uns umas fonte fontes")),
    according=(
        ("de", "acordo", "com"), ("nas", "palavras", "de"), ("na", "opinião", "de"), ("na", "opinião", "do"),
        ("na", "opinião", "da"), ("para", "quem"), ("no", "entender", "de"),
    ),
    own_view=(("na", "sua", "opinião"), ("em", "sua", "opinião"), ("no", "seu", "entender")),
    views=frozenset(("para",)),
    relaying=(("segundo",), ("informou",), ("noticiou",), ("avançou",), ("conforme",), ("citado", "por"), ("citada", "por"), ("citado", "pela"), ("citada", "pela"), ("citado", "pelo"), ("citada", "pelo"), ("citados", "pela"), ("de", "acordo", "com")),
    relay_tells=frozenset(listed("à ao a")),
    relay_nouns=frozenset(listed("agência jornal revista canal semanário")),
    asides=(("por", "sua", "vez"), ("por", "seu", "lado"), ("por", "seu", "turno"), ("da", "sua", "parte"), ("no", "entanto"), ("ao", "seu", "lado")),
    slogans=frozenset(listed("lema filme livro música canção romance série documentário campanha título intitulado intitulada disco obra programa operação chamado chamada denominado denominada cartaz publicar")),
    media=frozenset(listed("jornal revista canal semanário agência")),
    place_words=frozenset(listed("são santa nova novo porto vila")),
)  # fmt: skip
