"""English: verbs of reporting, function words, titles, roles and given names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.quotes.languages.english_names import FEMALE, MALE
from generator.quotes.languages.english_verbs import bare_forms, finite_forms, noun_like_forms
from generator.quotes.languages.language import Cue, CueKind, Language, listed, tagged

_REGULAR = {
    CueKind.SAY: """add note explain state continue insist argue emphasize emphasise stress underline underscore
        claim reply respond declare announce acknowledge admit conclude contend assert vow pledge joke remark
        allege predict reiterate complain concede testify mention confirm maintain observe recall reveal disclose
        affirm caution counter boast lament quip opine proclaim profess recount retort whisper shout yell exclaim cry
        charge reflect remember speculate attest cheer tease crack bark growl hiss drawl summarize
        repeat answer hint imply tweet estimate confess divulge elaborate offer
        enthuse gush insinuate intone mutter murmur muse pontificate promise reason recite
        respond scoff scream shriek sigh snap snipe theorize verify vent vouch clarify chant
        concur fume grumble joke marvel rave retweet surmise volunteer thunder warn suggest indicate
        interject interrupt e-mail email blog
        stipulate specify preach plead echo bellow
        crow demur joke laugh opine sneer sniff wail
        reckon insist comment hypothesize postulate propose recommend request exult bemoan
        bluster bristle gripe grouse parry rant riff rejoin agree disagree advocate apologize apologise blurt
        commiserate deadpan expound fret gasp groan huff interpose moan mumble pronounce recollect
        rhapsodize riposte retaliate seethe snarl sob splutter stammer stutter summarise utter venture wisecrack
        yelp intimate decree conjecture croon giggle squeal wheeze pray""",
    CueKind.TELL: "inform remind assure notify brief instruct reassure",
    CueKind.ASK: "ask urge implore beg beseech exhort advise query inquire wonder demand order command",
    CueKind.CALL: """call describe dub brand label term denounce condemn criticize criticise slam blast praise hail
        characterize characterise portray accuse blame mock decry deride cite quote attack refer
        deem chide scold tout bash taunt ridicule lambast lambaste castigate berate
        nickname lampoon assail salute welcome thank greet invoke
        list promote applaud commend laud compare liken title entitle name herald caption christen express voice""",
    CueKind.DENY: "deny reject dismiss refute rebut repudiate disavow dispute debunk disclaim",
    CueKind.DOUBT: "question doubt",
    CueKind.THINK: "believe consider expect hope fear worry suspect regard view assume imagine want",
}
"""Regular verbs, by what they take."""

_IRREGULAR = (
    (CueKind.SAY, "say says said saying said"),
    (CueKind.SAY, "write writes wrote writing written"),
    (CueKind.SAY, "swear swears swore swearing sworn"),
    (CueKind.SAY, "read reads read reading read"),
    (CueKind.SAY, "sing sings sang singing sung"),
    (CueKind.SAY, "begin begins began beginning begun"),
    (CueKind.SAY, "post posts posted posting posted"),
    (CueKind.SAY, "report reports reported reporting reported"),
    (CueKind.TELL, "tell tells told telling told"),
    (CueKind.THINK, "think thinks thought thinking thought"),
    (CueKind.THINK, "feel feels felt feeling felt"),
    (CueKind.THINK, "know knows knew knowing known"),
)
"""Bare form, third person, past, ongoing form, participle."""

_WITH_PARTICLE = (
    (CueKind.SAY, "point points pointed pointing", "out to"),
    (CueKind.SAY, "fire fires fired firing", "back off"),
    (CueKind.SAY, "shoot shoots shot shooting", "back"),
    (CueKind.SAY, "chime chimes chimed chiming", "in"),
    (CueKind.SAY, "weigh weighs weighed weighing", "in"),
    (CueKind.SAY, "put puts putting", "it"),
    (CueKind.SAY, "hit hits hitting", "back"),
    (CueKind.SAY, "sum sums summed summing", "up"),
    (CueKind.SAY, "go goes went going", "on"),
    (CueKind.SAY, "lash lashes lashed lashing", "out"),
    (CueKind.SAY, "speak speaks spoke speaking", "of out"),
    (CueKind.SAY, "talk talks talked talking", "of about"),
    (CueKind.DENY, "rule rules ruled ruling", "out"),
    (CueKind.DENY, "brush brushes brushed brushing", "off aside"),
    (CueKind.DENY, "shrug shrugs shrugged shrugging", "off"),
    (CueKind.DENY, "push pushes pushed pushing", "back"),
    (CueKind.SAY, "find finds found finding", "that"),
    (CueKind.SAY, "show shows showed showing shown", "that"),
    (CueKind.SAY, "learn learns learned learning", "that"),
    (CueKind.SAY, "make makes made making", "clear plain"),
    (CueKind.SAY, "cut cuts cutting", "in"),
    (CueKind.SAY, "break breaks broke breaking", "in"),
    (CueKind.CALL, "refer refers referred referring", "to"),
)
"""Verbs that report only with a particle after them."""

_NOUNS = """statement remark remarks comment tweet tweets letter interview speech email emails e-mail message memo op-ed
    post editorial column testimony press-release release blog transcript
    assertion accusation allegation allegations insistence warning declaration suggestion reply answer
    response contention argument promise vow pledge"""
_NOUN_OR_VERB = frozenset(
    listed("""talk talks charges charge lists list claims claim reports report notes note states state remarks remark comments comment calls call tweets tweet
    posts post quotes quote title titles name names promises promise pledges pledge vows vow warnings demands demand requests request
    orders order questions question doubts doubt fears fear hopes hope views view estimates estimate brief briefs
    joke jokes cry cries echo echoes counter counters offers offer labels label brands brand terms term blast
    praise attack attacks mocks ridicule blame titles stress text order reasons reason signals volunteer volunteers
    cautions caution blogs blog email emails expects fires shots points point rules rule wonders worry worries
    laugh laughs yell shout whisper chant reads rant gripe hints hint disputes dispute
    rejects broadcast feeling thought going command prays decree
    show shows""")
)
_INVERTED = frozenset((CueKind.SAY, CueKind.ASK, CueKind.THINK))

_FUNCTION_WORDS = (
    (
        "d",
        """the a an this these those each every any no another other four five six seven eight nine ten
        dozens my your our their his its such certain various""",
    ),
    ("q", "some many several both all most few half others one two three"),
    ("t", "that"),
    ("h", "he she they i we you it everyone everybody someone somebody nobody"),
    ("H", "her him them me us"),
    ("w", "who whom"),
    ("W", "which what where why how whether whose"),
    (
        "s",
        """when while after before as because although though if since unless until whereas so""",
    ),
    ("c", "and or but nor yet &"),
    ("o", "of"),
    ("y", "by"),
    ("T", "to"),
    ("n", "not never n't neither cannot"),
    (
        "i",
        """in on at from with for during about against over under between among into through without within
        near around amid despite following toward towards via per behind beyond across along alongside
        outside inside upon onto regarding concerning versus vs like than including""",
    ),
    (
        "x",
        """is was has had did would will can could may might should must shall do does be been being are
        were am have having ’s 's isn't wasn't hasn't hadn't didn't wouldn't won't can't couldn't
        shouldn't don't doesn't aren't weren't haven't isn’t wasn’t hasn’t hadn’t didn’t wouldn’t won’t
        can’t couldn’t shouldn’t don’t doesn’t aren’t weren’t haven’t""",
    ),
    (
        "b",
        """also later then still again once even just only now here there ever repeatedly too often
        recently already always simply further instead meanwhile however therefore thus earlier ago
        today yesterday tomorrow tonight else almost quite very rather perhaps maybe publicly flatly
        first finally himself herself themselves itself myself afterward afterwards back together
        previously famously reportedly longer once indeed""",
    ),
    (
        "f",
        """took takes met meets came comes gave gives got gets held holds kept keeps led leads
        left lost ran runs saw sees sat sent sends spoke speaks stood stands won wins began became
        becomes brought brings built bought chose fell fought grew heard knew lay meant paid rose
        sought seeks set spent struck taught threw throws turned turns used uses
        wants wanted seemed seems appeared appears remains remained faces faced plans planned includes
        included helped helps tried tries needs needed works worked lives lived""",
    ),
    (
        "D",
        """monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
        night morning afternoon evening midnight noon""",
    ),
    ("E", "went goes going proceeded proceeds"),
    (
        "e",
        """seen taken drawn driven eaten fallen flown forgotten hidden ridden risen spoken stolen thrown torn worn
        chosen broken born beaten bitten blown frozen grown forbidden forgiven shaken sunk undertaken withdrawn""",
    ),
)
_ROLES = """spokesman spokeswoman spokesperson spokesmen president candidate nominee senator congressman congresswoman
    governor mayor secretary minister chairman chairwoman chair director leader official officials diplomat ambassador
    adviser advisor aide aides strategist analyst expert experts professor lawyer attorney lawmaker lawmakers
    representative general colonel captain sergeant officer chief executive founder co-founder owner manager
    editor reporter journalist author writer columnist host anchor commentator pollster consultant activist
    organizer supporter supporters voter voters critic critics resident residents student teacher doctor
    economist historian scientist researcher priest pastor bishop rabbi imam ayatollah pope king queen prince princess
    premier chancellor judge justice prosecutor sheriff deputy detective man woman boy girl father mother son
    daughter husband wife brother sister friend friends colleague neighbor witness witnesses source sources
    people democrats republicans businessman billionaire mogul tycoon veteran delegate delegates staffer
    operative operatives cleric insider insiders observer observers scholar scholars speaker commander
    coach player actor actress singer comedian artist ceo coordinator counselor counsel commissioner
    superintendent principal administrator survivor survivors victim victims protester protesters
    councilman councilwoman councillor alderman assemblyman assemblywoman lawmaker striker midfielder defender goalkeeper
    quarterback skipper pundit co-star novelist poet playwright photographer filmmaker physicist biologist chemist oncologist
    psychologist psychiatrist epidemiologist virologist cardiologist surgeon physician firefighter paramedic barrister
    solicitor magistrate constable trader farmer nurse"""
_TITLES = """mr mrs ms miss dr prof sen rep gov gen lt col capt sgt maj cpl adm cmdr rev fr hon sir dame lord lady st
    baroness viscount duchess
    president vice senator congressman congresswoman governor mayor secretary minister chairman chairwoman
    director leader ambassador professor judge justice sheriff deputy pope king queen prince princess imam ayatollah
    sheikh rabbi bishop archbishop cardinal pastor reverend father sister brother general colonel captain
    lieutenant sergeant major admiral commander officer detective chancellor premier speaker attorney assistant
    candidate nominee spokesman spokeswoman spokesperson analyst strategist adviser advisor chief former
    ex-president then foreign prime interior defense defence press state foreign republican democratic gop rear
    undersecretary treasurer rep-elect representative host columnist reporter correspondent editor author
    billionaire businessman actor actress comedian frontrunner front-runner coach special representative envoy
    mogul tycoon journalist pollster activist economist historian lawyer aide operative consultant
    councilman councilwoman councillor alderman assemblyman assemblywoman striker midfielder defender goalkeeper quarterback
    skipper co-star novelist poet playwright photographer filmmaker physicist biologist chemist oncologist psychologist
    psychiatrist epidemiologist virologist cardiologist surgeon physician firefighter paramedic constable"""
_BODIES = """outlets outlet media online fm reports ministry department agency committee commission council party campaign administration government house
    senate congress court bank university college institute institution association union organization group
    company corporation corp inc llc news times post journal tribune herald press magazine newspaper network tv
    radio channel center centre foundation fund board bureau office army navy police force service
    authority league federation society club church coalition pac parliament assembly embassy white pentagon
    pharmaceuticals pharmaceutical holdings partners capital airlines motors technologies industries laboratories
    team alliance nations states republic kingdom"""
_MEDIA = "journal newspaper magazine daily weekly tabloid broadcaster channel website blog"
_ABBREVIATIONS = """mr mrs ms dr prof sen sens rep reps gov govs gen lt col capt sgt maj cpl adm cmdr rev fr hon st jr sr
    no vs etc inc corp co ltd mt ft dept univ assn bros jan feb mar apr aug sept sep oct nov dec
    ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa
    tenn tex va vt wash wis wyo approx est fig vol pp ed eds ave blvd atty supt messrs mmes"""
_PRONOUNS = {
    **dict.fromkeys(("he", "him", "himself", "his"), "male"),
    **dict.fromkeys(("she", "her", "herself"), "female"),
    **dict.fromkeys(
        ("they", "them", "their", "we", "us", "our", "everyone", "everybody", "someone", "nobody"), "many"
    ),
    **dict.fromkeys(("i", "me", "myself", "my"), "self"),
    **dict.fromkeys(("it", "itself", "its", "who", "you", "your"), "thing"),
}
_FEMALE_NOUNS = """mrs ms miss dame lady baroness duchess queen princess spokeswoman congresswoman chairwoman actress woman girl mother
    daughter wife sister businesswoman"""
_MALE_NOUNS = """mr sir lord king prince spokesman congressman chairman man boy father son husband brother businessman imam
    ayatollah pope sheikh priest"""
_VOWELS = "aeiou"


_PAST_IS_BARE = frozenset(("put", "hit", "read", "cut"))


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return verb + verb[-1] * (verb in _DOUBLED) + "ed"


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh")) or verb == "echo" else "s")


def _ongoing(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return verb + verb[-1] * (verb in _DOUBLED) + "ing"


_DOUBLED = frozenset(
    ("admit", "quip", "slam", "dub", "beg", "refer", "blog", "snap", "rebut", "deter", "concur", "demur")
)


def _cues() -> dict[str, Cue]:
    table: dict[str, Cue] = {}
    for kind, forms in _IRREGULAR:
        bare, third, past, ongoing, participle = forms.split()
        _put(table, kind, bare, (bare, third, past, ongoing, participle))
    for kind, block in _REGULAR.items():
        for verb in listed(block):
            _put(table, kind, verb, (verb, _third(verb), _past(verb), _ongoing(verb)))
    for kind, block, particles in _WITH_PARTICLE:
        verbs = listed(block)
        _put(table, kind, verbs[0], verbs, frozenset(listed(particles)))
    for noun in listed("denial denials rejection dismissal"):
        table.setdefault(noun, Cue(noun, CueKind.DENY, "z"))
    for noun in listed(_NOUNS):
        table.setdefault(noun, Cue(noun, CueKind.NOUN, "z"))
    return table


def _put(
    table: dict[str, Cue],
    kind: CueKind,
    lemma: str,
    forms: Iterable[str],
    after: frozenset[str] = frozenset(),
) -> None:
    """Add a verb's forms, the bare one first; a form that is there already keeps its reading."""
    for form in forms:
        tag = "v" if form in _PAST_IS_BARE else "u" if form == lemma else "g" if form.endswith("ing") else "v"
        if form in _NOUN_OR_VERB and tag != "g":
            tag = "V"
        table.setdefault(form, Cue(lemma, kind, tag, after, inverts=kind in _INVERTED))


_CUES = _cues()
_MONTHS = "january february march april may june july august september october november december"
_SHORT_MONTHS = "jan feb mar apr aug sept sep oct nov dec"
_PEOPLES = re.compile(
    r"\w{2,}(?:i|ic|re)ans?$|\w{2,}(?:nese|lish|nish|dish|kish|wish|crats?|cratic|slims?|ists?)$"
    r"|(?:iraqi|israeli|saudi|omani|kuwaiti|qatari|pakistani|afghan|dutch|french|greek|arab|kurd|german)s?$"
    r"|(?:gop|islamic|catholic|jewish|black|white|latino|hispanic|zionist|kurdish|turkish|russian)s?$"
)

_TAGS = {
    **{form: "k" for form in bare_forms() if form not in _CUES},
    **{form: "f" for form in finite_forms() if form not in _CUES},
    **tagged(_FUNCTION_WORDS),
    "according": "C",
}

ENGLISH = Language(
    code="en",
    tags=_TAGS,
    cues=_CUES,
    abbreviations=frozenset(listed(_ABBREVIATIONS)),
    titles=frozenset(listed(_TITLES)),
    roles=frozenset(listed(_ROLES)),
    bodies=frozenset(listed(_BODIES)),
    female=frozenset(listed(FEMALE)) | frozenset(listed(_FEMALE_NOUNS)),
    male=frozenset(listed(MALE)) | frozenset(listed(_MALE_NOUNS)),
    relatives=frozenset(
        listed(
            """son sons daughter daughters child children wife husband spouse widow widower brother brothers sister sisters
            sibling siblings twin father mother dad mom mum parent parents stepson stepdaughter stepfather stepmother
            nephew niece cousin uncle aunt grandson granddaughter grandfather grandmother son-in-law daughter-in-law
            father-in-law mother-in-law brother-in-law sister-in-law ex-wife ex-husband fiance fiancee fiancé fiancée"""
        )
    ),
    answering=frozenset(listed("answered answers replied replies responded responds")),
    pronouns=_PRONOUNS,
    possessive=True,
    media=frozenset(listed(_MEDIA)),
    place_words=frozenset(listed("new north south east west san santa los las fort mount")),
    place_names=frozenset(("united states", "new york", "white house", "wall street", "north korea")),
    endings=(("ly", "b"), ("ed", "e"), ("ing", "G")),
    dates=dict.fromkeys(listed(_MONTHS), "D") | dict.fromkeys(listed(_SHORT_MONTHS), "B"),
    peoples=_PEOPLES,
    noun_verbs=noun_like_forms(),
    be=frozenset(listed("is was were been be being are")),
    negations=frozenset(listed("not never neither nor cannot hardly barely scarcely")),
    modals=frozenset(listed("might may should could must")),
    refusing=frozenset(
        listed(
            """refuse refuses refused refusing decline declines declined declining fail fails failed failing neglected
            unable unwilling reluctant hesitated wrong unfair false inaccurate absurd ridiculous mistake forgot stopped
            refusal failure reluctance unwillingness yet"""
        )
    ),
    wishing=frozenset(
        listed(
            """want wants wanted like hope hopes hoped hoping try tries tried trying need needs expected likely unlikely
            due supposed scheduled poised ready prepared plans planned planning intends intended wish wishes wished"""
        )
    ),
    avoiding=frozenset(
        (
            *listed(
                "avoid avoids avoided avoiding without nor no deny denies denied denying resisted resists"
            ),
            *("short of", "instead of", "rather than", "refrain from", "refrained from"),
        )
    ),
    supposing=frozenset(listed("reportedly allegedly supposedly purportedly apparently")),
    nobody=frozenset(listed("no nobody none neither nor few")),
    untruths=frozenset(listed("false untrue incorrect unlikely doubtful")),
    conditions=frozenset(listed("if unless whether")),
)
