"""The normalizers: `fold` keeps length, `quote_key` is frozen, `match_key` only finds candidates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text import fold, match_key, quote_key, slug

VECTORS = [
    ("q-58904effcb30", "harmful"),
    ("q-58904effcb30", "harmful,"),
    ("q-bd851c059d51", "a total loss."),
    (
        "q-e397c34e81a3",
        "The Islamic Republic of Iran is engaged in no negotiations with the American officials at any level.",
    ),
    (
        "q-26940ac4c7f7",
        (
            "The Islamic Republic of Iran will absolutely not sit for talks with America ... because first, "
            "it bears no fruit and second, it is harmful,"
        ),
    ),
    (
        "q-26940ac4c7f7",
        (
            "The Islamic Republic of Iran will absolutely not sit for talks with America … because first, "
            "it bears no fruit and second, it is harmful,"
        ),
    ),
]


@pytest.mark.parametrize(("key", "words"), VECTORS)
def test_quote_keys_are_the_published_ones(key: str, words: str) -> None:
    assert key == quote_key(words)


@given(st.text())
def test_folding_keeps_length_and_is_idempotent(text: str) -> None:
    folded = fold(text)
    assert len(text) == len(folded)
    assert folded == fold(folded)


@given(st.text())
def test_a_quote_key_ignores_the_marks_that_typesetters_change(text: str) -> None:
    curled = text.replace("'", "’").replace('"', "”").replace("-", "—")
    assert quote_key(text) == quote_key(curled)


def test_a_match_key_sees_through_look_alikes_and_hidden_characters() -> None:
    assert match_key("Iran’s talks") == match_key("Ir\u0430n's\u200b  talks!")


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("etc-passwd", "../../etc/passwd"),
        ("con-1", "CON"),
        ("index-1", "index"),
        ("a-b-c", "a/b\\c"),
        ("گفتگو-با-ایران", "گفتگو با ایران"),
    ],
)
def test_a_slug_is_an_address(address: str, title: str) -> None:
    assert address == slug(title)


@pytest.mark.parametrize("title", ["..", "🔥🔥", "", "\u202e"])
def test_a_title_without_letters_gets_a_hash(title: str) -> None:
    assert slug(title).startswith("untitled-")
    assert len("untitled-") + 8 == len(slug(title))
