"""A rewrite tells the same report sentence after sentence in other words; two accounts of one event do not."""

from __future__ import annotations

from generator.model import Article, ArticleId, Relation, Story, StoryId
from generator.stories.group import Grouping, group
from generator.stories.rewrites import retold, text_of, with_rewrites
from generator.stories.summary import summarize
from tests.stories.articles import read, read_seeds

FIRST = """The council of Oldbridge voted on Tuesday to close the municipal swimming pool after engineers found cracks in its roof.
The building, which opened in 1974, would cost an estimated four million dollars to repair, treasurer Anna Weld told the meeting.
Residents filled the chamber and several shouted at the councilors as the decision was read out.
Swimming clubs that train there must look for lanes in neighboring towns from the start of October.
The mayor promised that a replacement would be built beside the sports hall within five years.
Opposition members accused the administration of neglecting maintenance for a decade to balance the budget.
A petition with nine thousand signatures had asked the council to delay the closure until spring."""

REWORDED = """Oldbridge's council decided on Tuesday to close its municipal swimming pool, after engineers discovered cracks in the roof.
To repair the building, opened in 1974, an estimated four million dollars would be needed, according to treasurer Anna Weld.
Several residents who had filled the chamber shouted at councilors when they heard the decision read out.
From early October, swimming clubs training there will have to find lanes in neighboring towns.
Within five years, the mayor promised, a replacement beside the sports hall will be built.
The administration was accused by opposition members of having neglected maintenance for a decade so that the budget would balance.
Nine thousand signatures stood under a petition that had asked for a delay of the closure until spring."""

SECOND_REPORTER = """Shouts of protest rang through Oldbridge town hall on Tuesday night when councilors decided to shut the swimming pool.
Maria Sand, who has taught children to swim there for twenty years, wept outside and said she had not expected it.
The vote was eleven to four, with two members of the majority joining the opposition against the plan.
Engineers reported in August that the roof of the 1974 building is cracked and may not carry heavy snow.
According to the town's treasurer, Anna Weld, repairs would swallow four million dollars that nobody has.
Nine thousand people have signed a petition, and its authors now want to go to court.
Where the clubs will train after October is open; the mayor spoke vaguely of a new hall in five years."""


def found(*texts: str, **stated: str) -> tuple[str, ...]:
    reads = [read(text, f"a{place}", **stated) for place, text in enumerate(texts)]
    story = Story(StoryId("a0"), tuple(one.article.id for one in reads))
    grouping = with_rewrites(Grouping((story,), ()), reads, [*map(summarize, reads)])
    return tuple(version.relation for version in grouping.versions)


def article(text: str) -> Article:
    return read(text).article


def test_a_report_reworded_in_every_sentence_is_a_rewrite():
    assert (Relation.REWRITE,) == found(FIRST, REWORDED)


def test_runs_of_six_words_alone_do_not_find_it():
    reads = [read(FIRST, "a"), read(REWORDED, "b")]
    assert () == group([*map(summarize, reads)]).versions


def test_it_says_how_much_is_told_in_which_order():
    reads = [read(FIRST, "long"), read(REWORDED.rsplit("\n", 1)[0], "short")]
    story = Story(StoryId("long"), (ArticleId("long"), ArticleId("short")))
    (version,) = with_rewrites(Grouping((story,), ()), reads, [*map(summarize, reads)]).versions
    (why,) = version.evidence
    assert "6 of 6 sentences of short tell in other words what long tells, in the same order." == why


def test_two_reporters_who_were_there_did_not_rewrite_each_other():
    assert () == found(FIRST, SECOND_REPORTER)
    assert () == found(REWORDED, SECOND_REPORTER)


def test_the_same_sentences_in_another_order_are_no_rewrite():
    lines = REWORDED.split("\n")
    assert () == found(FIRST, "\n".join(lines[place] for place in (6, 2, 5, 0, 4, 1, 3)))


def test_what_was_said_is_no_evidence_for_a_rewrite():
    said = [f"“{line}”" for line in FIRST.split("\n")]
    theirs = [f"“{line}”" for line in REWORDED.split("\n")]
    assert () == found("\n".join(said), "\n".join(theirs))


def test_of_a_few_lines_nothing_is_told():
    assert () == found("\n".join(FIRST.split("\n")[:3]), "\n".join(REWORDED.split("\n")[:3]))


def test_another_language_is_left_alone_for_its_common_words_are_not_known():
    assert () == found(FIRST, REWORDED, language="fr")


def test_a_version_with_runs_of_words_keeps_its_relation():
    reads = [read(FIRST, "a"), read(FIRST.replace("Tuesday", "Monday"), "b")]
    held = [*map(summarize, reads)]
    grouping = group(held)
    assert grouping == with_rewrites(grouping, reads, held)


def test_the_seeds_have_no_rewrite():
    reads = read_seeds()
    held = [*map(summarize, reads)]
    grouping = group(held)
    assert grouping == with_rewrites(grouping, reads, held)


def test_which_of_two_comes_first_does_not_matter():
    one, other = text_of(article(FIRST)), text_of(article(REWORDED))
    ours, theirs = retold(one, other), retold(other, one)
    assert ours
    assert theirs
    assert ours.is_rewrite == theirs.is_rewrite
    assert ours.sentences == theirs.sentences


def test_texts_without_a_sentence_in_common_have_nothing_retold():
    assert retold(text_of(article(FIRST)), text_of(article("Snow fell on the hills."))) is None
    assert retold(text_of(article(FIRST)), text_of(article("..."))) is None
