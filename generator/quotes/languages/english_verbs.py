"""Verbs of English that report nothing: what makes a stretch of words a clause, and ends a noun phrase.

Only words that are hardly ever nouns or adjectives: "oppose", not "plan".
"""

from __future__ import annotations

from generator.quotes.languages.language import listed

BARE = """abandon abolish absorb accept accomplish achieve acquire act adapt adopt afford allocate allow alter amend
    appeal appear apply appoint approve arise arrest arrive assemble assess assign assist attain attend attract avoid
    ban become belong benefit bring build buy cancel carry cast catch cease celebrate challenge choose cite collapse
    collect combat combine come commit compete compile comply conceal conduct confer confront connect construct consult
    consume contact contain contribute convert convict convince cooperate cope create cross cure deal decide decline
    decrease deepen defeat defend define defy delete deliver demolish depart depend deploy deport derive deserve destroy
    detain deteriorate determine develop devote die differ diminish disappear discourage discover discuss dismantle
    disrupt dissolve distinguish distribute divert divide donate dominate drag draw drive earn ease eat educate elect
    eliminate embrace emerge employ empower enable encounter encourage endanger endorse endure enforce engage enhance
    enjoy enroll ensure enter entertain erode escape establish evacuate evade evaluate evolve exaggerate examine exceed
    exclude execute exercise exist expand expel exploit explore expose extend facilitate fail fall feature feed fight
    fill finance find finish fix flee follow forbid force forget forgive form foster fulfill gain gather generate get
    give go govern grant grow guarantee handle happen harm harass hate have heal hear heighten help hide hire hold
    hurt identify ignore illustrate implement impose impress improve include incorporate increase inflict influence
    inherit inspire install integrate intend intensify interfere intervene introduce invade invest investigate invite
    involve isolate join justify keep kill lack launch lead leave lend liberate lie lift listen locate lose
    love lower maintain make manage manipulate marry matter meet merge migrate modify motivate move murder negotiate
    obey obtain occupy occur omit oppose organize overcome overlook oversee overturn owe participate pass pay perform
    permit persuade pick poison pose possess postpone pour practice prefer prepare preserve pressure pretend prevail
    prevent proceed produce prohibit prolong protect prove provide provoke publish punish purchase pursue push put
    raise reach react realize rebuild receive recognize reconcile reconsider recover recruit reduce refrain refuse
    regain regulate reinforce relate relax release rely remain remove renew renounce reopen repair repeal replace
    represent require rescue resemble resign resist resolve resonate respect restore restrict resume retain retire
    retreat return reveal reverse revive revoke rid ride rise rob run sacrifice satisfy save seek seem seize sell send
    separate serve settle shape shift shut simplify sit sleep solve spend spread stand stay steal stem stop strengthen
    strive struggle submit succeed suffer supply surrender survive suspend sustain tackle take teach tell terminate
    threaten thrive tolerate topple transfer transform translate transmit treat trigger trust undergo undermine
    understand undertake unify unite unleash unveil uphold urge use utilize vanish verify violate visit wait walk
    wear weaken win withdraw withhold withstand worsen"""
"""Bare forms; the third person is made from them."""

NOUNS = """act appeal arrest ban benefit challenge combat contact cross cure deal decline decrease drag draw drive ease
    escape exercise exploit fall feature fight form gain grant guarantee handle harm hate help hold increase influence
    lack launch lead leave lie lift love lower matter move murder pass pay permit pick poison pose practice pressure
    purchase push raise reach release rescue resolve respect return reverse ride rise run sacrifice shape shift
    sleep spread stand stay stem stop struggle supply surrender transfer treat trigger trust use visit wait walk
    wear find fix join force finance murder benefit form feed fill finish mind experience get go cast catch
    export import transport abandon discount"""
"""Those of them that are often nouns, which only their place in a sentence tells: after "to", "will" or "they"."""

THIRD = """abandons accepts achieves acquires adopts affects allows amounts appears applies appoints approves argues arrives
    attracts avoids becomes begins believes belongs brings buys causes carries chooses comes commits compares
    competes confronts connects considers consists contains contradicts contributes convinces creates dates decides
    declines defeats defends demonstrates depends deserves destroys determines differs disagrees does dominates draws
    eats echoes elects emerges enables encourages endorses enjoys ensures enters establishes examines exceeds exists
    explores exposes extends fails falls features feels finds fits flies focuses follows forces gets gives goes grows
    happens has hears helps hides hires holds ignores improves includes indicates insists intends introduces
    involves joins justifies keeps kills knows lacks learns leaves lets lies listens looks loses loves maintains makes
    means meets needs occurs opposes owns pays performs prefers prepares prevents proves provides publishes pursues
    puts raises reaches reacts realizes receives recognizes reflects refuses rejects relies remains reminds removes
    represents requires resembles resists restores retains reveals rises runs seeks seems sees sells sends
    serves sets shows sits sounds speaks spends stands starts stays stems stops struggles succeeds suffers suggests
    supports survives takes teaches tells tends thinks threatens thrives treats tries turns understands
    undermines unites urges uses varies visits wants wears wins worries writes"""

PAST = """arose ate awoke bade beat became began bent bet bit bled blew bore bought bound bred broke brought built burst
    came cast caught chose clung cost crept cut dealt did dove drank drew drove dug fed felt fell fled flew flung
    forbade forgave forgot fought found froze gave got grew ground had held hid hung hurt kept knelt knew laid lay leapt
    led left lent let lit lost made meant met mistook overcame overtook paid put quit ran rang rode rose sat saw sent set
    sewed shed shone shook shot showed shrank shut slept slid sold sought spent spilled spoke sprang spread spun
    stood stole struck stuck stung swam swept swore swung taught thought threw took tore undertook understood undid
    upheld went wept woke won wore withdrew withheld withstood wound"""
"""Irregular past forms."""


def bare_forms() -> frozenset[str]:
    """Return the bare forms that are no nouns."""
    return frozenset(listed(BARE)) - frozenset(listed(NOUNS))


def noun_like_forms() -> frozenset[str]:
    """Return the bare forms that are often nouns too."""
    return frozenset(listed(NOUNS))


def finite_forms() -> frozenset[str]:
    """Return forms that only a clause's verb has: the third person and irregular pasts."""
    return frozenset(listed(THIRD)) | frozenset(listed(PAST))
