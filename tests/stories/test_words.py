"""Hashing all words of a text at once gives what hashing them one by one would."""

from __future__ import annotations

import re
import zlib
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.stories.words import words_of
from generator.text import fold

_WORD = re.compile(r"\w+(?:'\w+)*")
_CHARS = st.sampled_from("abSs edging ED's’“\"«\n.-–_1éÉßȺ中🙂\ud800")
TEXT = st.text(_CHARS, max_size=80) | st.text(max_size=40).map(lambda text: text.replace("ς", "σ"))


def crc(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def stem(word: str) -> str:
    plain = word.split("'", maxsplit=1)[0]
    for ending in ("ing", "ed", "es", "s"):
        if plain.endswith(ending) and len(plain) >= len(ending) + 3:
            return plain[: -len(ending)]
    return plain


def folded(text: str) -> str:
    return "".join(fold(char) for char in text)


@given(st.lists(TEXT, max_size=3))
def test_words_are_found_and_hashed_as_one_by_one(texts: list[str]) -> None:
    words = words_of(texts)
    at = 0
    for text, (first, last) in zip(texts, pairwise(words.bounds.tolist()), strict=True):
        at = words.text.index(text, at)
        found = [*_WORD.finditer(folded(text))]
        places = zip(
            (words.starts[first:last] - at).tolist(), (words.ends[first:last] - at).tolist(), strict=True
        )
        assert [word.span() for word in found] == [*places]
        assert [crc(word[0]) for word in found] == words.hashes[first:last].tolist()
        assert [crc(stem(word[0])) for word in found] == words.stems[first:last].tolist()
        at += len(text)


def test_a_word_longer_than_the_table_is_hashed_too() -> None:
    assert [crc("é" * 70), crc("x" * 300)] == words_of(["É" * 70 + " " + "x" * 300]).hashes.tolist()


def test_words_before_the_start_are_left_out() -> None:
    words = words_of(["TEHRAN - It’s raining"], [9])
    assert [crc("it's"), crc("raining")] == words.hashes.tolist()
    assert [crc("it"), crc("rain")] == words.stems.tolist()


def test_a_greek_word_is_one_word_in_capitals_and_in_small_letters() -> None:
    assert words_of(["ΟΔΟΣ"]).hashes.tolist() == words_of(["οδος"]).hashes.tolist()
