"""Addresses: an id once given stays, whatever comes beside it later."""

from pathlib import Path

import yaml

from generator.addresses import (
    Addresses,
    one_article_each,
    read_addresses,
    with_kept_ids,
    with_unique_ids,
    write_addresses,
)
from generator.model import Article, ArticleId, ReadArticle, Story, StoryId


def read(path: str, sha256: str) -> ReadArticle:
    stem = Path(path).stem
    return ReadArticle(Article(ArticleId(stem), path, sha256, "x", "x", ()))


def story(*members: str) -> Story:
    return Story(StoryId(members[0]), tuple(map(ArticleId, members)))


def test_two_files_with_one_stem_get_two_ids() -> None:
    unique, _ = with_unique_ids([read("a/x.txt", "1" * 64), read("b/X.txt", "2" * 64)], Addresses())
    assert [r.article.id for r in unique] == ["x-11111111", "X-22222222"]


def test_an_id_once_given_is_not_taken_by_a_newcomer() -> None:
    old = read("b/x.txt", "2" * 64)
    _, known = with_unique_ids([old], Addresses())
    unique, _ = with_unique_ids([read("a/x.txt", "1" * 64), old], known)
    assert [r.article.id for r in unique] == ["x-11111111", "x"]


def test_byte_identical_files_are_one_article() -> None:
    kept, copies = one_article_each([read("b.txt", "1" * 64), read("a.txt", "1" * 64)])
    assert [r.article.path for r in kept] == ["a.txt"]
    assert [(copy.article.path, first) for copy, first in copies] == [("b.txt", "a.txt")]


def test_a_story_keeps_its_id_when_an_earlier_article_joins() -> None:
    _, known = with_kept_ids([story("b", "c")], Addresses())
    kept, _ = with_kept_ids([story("a", "b", "c")], known)
    assert [s.id for s in kept] == ["b"]


def test_a_merge_leaves_an_alias() -> None:
    _, known = with_kept_ids([story("a", "b"), story("c")], Addresses())
    kept, after = with_kept_ids([story("a", "b", "c")], known)
    assert [s.id for s in kept] == ["a"]
    assert dict(after.aliases) == {"c": "a"}
    again, final = with_kept_ids([story("c"), story("a", "b")], after)
    assert {s.id for s in again} == {"a", "c"}
    assert dict(final.aliases) == {}


def test_a_split_keeps_the_id_with_the_article_it_was_minted_for() -> None:
    _, known = with_kept_ids([story("a", "b", "c")], Addresses())
    kept, _ = with_kept_ids([story("a"), story("b", "c")], known)
    assert {s.id: s.articles for s in kept} == {"a": ("a",), "b": ("b", "c")}


def test_addresses_survive_the_file(tmp_path: Path) -> None:
    addresses = Addresses({'a"b: c.txt#x': "x"}, {"s": ("x", "y")}, {"old": "s"})
    write_addresses(tmp_path, addresses)
    assert read_addresses(tmp_path) == addresses


def test_a_file_that_a_person_merged_is_read_as_yaml(tmp_path: Path) -> None:
    known = Addresses({"a.txt#a": "a"}, {"a": ("a", "“b”")}, {"old": "a"})
    write_addresses(tmp_path, known)
    path = tmp_path / "addresses.yml"
    assert yaml.safe_load(path.read_text()) == {
        "articles": {"a.txt#a": "a"},
        "stories": {"a": ["a", "“b”"]},
        "aliases": {"old": "a"},
    }
    path.write_text(f"{path.read_text().replace('“b”', 'c')}  # by hand\n  older: a\n")
    assert Addresses({"a.txt#a": "a"}, {"a": ("a", "c")}, {"old": "a", "older": "a"}) == read_addresses(
        tmp_path
    )
