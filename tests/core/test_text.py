"""`clean`: the one door for text from people."""

import unicodedata

import pytest
from hostile import EMOJI, LANGUAGES
from hypothesis import example, given
from hypothesis import strategies as st

from codesign.core.errors import CodesignError, NotSaved
from codesign.core.text import COMMENT_BYTES, COMMENT_LIMIT, clean

ZWNJ, ZWJ = "\u200c", "\u200d"
TROUBLE = [
    *(" ", "\n", "\t", "\r", "\r\n", "\x85", "\u2028", "\u2029", "\x00", "\x1b", "\x7f", "\x9b", "\ud800", "\udfff"),
    *("\u202e", "\u2066", "\u2069", "\u200b", "\u200e", "\ufeff", "\u00ad", "\ue000", "\uffff", "\U000e0041", ZWNJ, ZWJ),
    *("a", "é", "e\u0301", "\u0301", "\u0327", "\u20dd", "\ufe0f", "\u1100", "\u1161", "\u11a8", "\u0915", "\u094d"),
    *("👨", "👩", "\u00a0", "\u3000", "ﬁ", "Å", "[red]", "漢", "𝒳"),
]
texts = st.one_of(st.text(), st.lists(st.sampled_from(TROUBLE), max_size=40).map("".join))
bounds = {"limit": st.integers(1, 60), "lines": st.integers(1, 4), "limit_bytes": st.none() | st.integers(4, 120)}


@given(texts, st.fixed_dictionaries(bounds))
@example("\u1100\u200d\u200d\u1161", {"limit": 10, "lines": 1, "limit_bytes": None})
@example("\u1100\u200c\u200d\u1161", {"limit": 10, "lines": 3, "limit_bytes": 100})
def test_cleaning_twice_is_cleaning_once(text: str, bound: dict[str, int]) -> None:
    once = clean(text, **bound)
    assert clean(once, **bound) == once


@given(st.text(st.characters(exclude_characters=ZWNJ + ZWJ), max_size=80), st.fixed_dictionaries(bounds))
def test_cleaning_twice_is_cleaning_once_where_there_is_no_joiner(text: str, bound: dict[str, int]) -> None:
    once = clean(text, **bound)
    assert clean(once, **bound) == once


@given(texts, st.fixed_dictionaries(bounds))
def test_nothing_hidden_is_left(text: str, bound: dict[str, int]) -> None:
    left = clean(text, **bound)
    assert all(c in "\n" + ZWNJ + ZWJ or unicodedata.category(c)[0] != "C" for c in left)
    assert not set(left) & set("\u2028\u2029\x85\t\r")
    left.encode("utf-8", "strict")


@given(texts, st.fixed_dictionaries(bounds))
def test_every_limit_is_kept(text: str, bound: dict[str, int]) -> None:
    left = clean(text, **bound)
    assert len(left) <= bound["limit"]
    assert left.count("\n") < bound["lines"]
    assert bound["limit_bytes"] is None or len(left.encode()) <= bound["limit_bytes"]
    assert left == left.strip()


@pytest.mark.parametrize(
    "char", [c for c in TROUBLE if len(c) == 1 and unicodedata.category(c)[0] == "C" and c not in ZWNJ + ZWJ]
)
def test_a_hidden_character_never_stays_inside_a_text(char: str) -> None:
    assert char not in clean(f"ab{char}cd", 10)


@pytest.mark.parametrize("control", [chr(c) for c in (*range(0x20), *range(0x7F, 0xA0)) if chr(c) != "\n"], ids=ascii)
def test_no_control_character_stays_even_where_lines_are_kept(control: str) -> None:
    assert control not in clean(f"a{control}b", 10, lines=5)


@pytest.mark.parametrize(
    "bidi", [chr(c) for c in (0x200E, 0x200F, 0x61C, *range(0x202A, 0x202F), *range(0x2066, 0x206A))], ids=ascii
)
def test_no_bidi_control_stays(bidi: str) -> None:
    assert clean(f"a{bidi}b", 10, lines=5) == "ab"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_passes_unchanged(language: str) -> None:
    text = unicodedata.normalize("NFC", LANGUAGES[language])
    assert clean(text, 500, lines=10, limit_bytes=1500) == text


@pytest.mark.parametrize("name", EMOJI)
def test_an_emoji_passes_unchanged(name: str) -> None:
    assert clean(EMOJI[name], 500) == EMOJI[name]
    assert clean(f"ok {EMOJI[name]} yes", 500, limit_bytes=1500) == f"ok {EMOJI[name]} yes"


@pytest.mark.parametrize("mark", ["\u0301", "\u0323", "\u0489", "\u20dd", "\u036f"])
def test_two_hundred_marks_become_four(mark: str) -> None:
    left = clean("x" + mark * 200 + "y", 500)
    assert sum(unicodedata.category(c) in ("Mn", "Me") for c in left) <= 4
    assert (left[0], left[-1]) == ("x", "y")


@pytest.mark.parametrize("joiner", [ZWJ, ZWNJ], ids=["ZWJ", "ZWNJ"])
def test_two_hundred_marks_with_joiners_between_them_become_four(joiner: str) -> None:
    left = clean("x" + ("\u0301" * 4 + joiner) * 50 + "y", 500)
    assert sum(unicodedata.category(c) == "Mn" for c in left) <= 4


def test_marks_that_meet_when_joiners_go_are_counted_together() -> None:
    left = clean("x" + ("\u0323" * 4 + ZWJ + ZWJ) * 50 + "y", 500)
    assert sum(unicodedata.category(c) == "Mn" for c in left) <= 4


@pytest.mark.parametrize(
    ("text", "one", "many"),
    [
        ("a\nb", "a b", "a\nb"),
        ("a\r\nb", "a b", "a\nb"),
        ("a\rb", "a b", "a\nb"),
        ("a\u2028b\u2029c", "a b c", "a\nb\nc"),
        ("a\x85b", "a b", "a\nb"),
        ("a\tb", "a b", "a b"),
        ("\n\n a \n\n", "a", "a"),
        ("a\n\nb", "a  b", "a\n\nb"),
        ("", "", ""),
        (" \u200d ", "", ""),
        ("\ufeffa", "a", "a"),
    ],
)
def test_line_breaks_in_one_line_and_in_several(text: str, one: str, many: str) -> None:
    assert clean(text, 50) == one
    assert clean(text, 50, lines=10) == many


def test_lines_over_the_limit_are_cut() -> None:
    assert clean("\n".join("abcdefghijkl"), 500, lines=10) == "\n".join("abcdefghij")


@pytest.mark.parametrize(("letter", "size"), [("a", 1), ("é", 2), ("漢", 3), ("😀", 4)])
def test_a_comment_has_at_most_500_characters_and_1500_bytes(letter: str, size: int) -> None:
    left = clean(letter * 2000, COMMENT_LIMIT, limit_bytes=COMMENT_BYTES)
    assert len(left) == min(COMMENT_LIMIT, COMMENT_BYTES // size)
    assert set(left) == {letter}


@pytest.mark.parametrize("size", range(1, 12))
def test_a_cut_in_bytes_never_leaves_half_a_letter(size: int) -> None:
    left = clean("漢😀é" * 4, 500, limit_bytes=size)
    assert "\ufffd" not in left
    assert len(left.encode()) <= size


@pytest.mark.parametrize(
    "markup", ["[red]x[/]", "[/]", "<b>&amp;</b>", "=1+1", "@SUM(A1)", "*a* _b_ `c`", "{words} %s %(a)s", "\\n"]
)
def test_markup_is_text_and_passes_unchanged(markup: str) -> None:
    assert clean(markup, 100) == markup


def test_a_terminal_sequence_loses_its_escape() -> None:
    assert clean("\x1b]0;title\x07\x1b[2Jhi", 100) == "]0;title[2Jhi"


def test_a_megabyte_is_cut_quickly() -> None:
    assert len(clean("a\u0301\u200d" * 350_000, COMMENT_LIMIT, limit_bytes=COMMENT_BYTES).encode()) <= COMMENT_BYTES


def test_a_refusal_shows_no_control_character_whatever_name_it_tells() -> None:
    said = str(NotSaved("a\x1b[2J\u202eb\ud800.toml, line 1\nthe second line"))
    assert said == "a[2Jb.toml, line 1\nthe second line"
    assert len(str(CodesignError("x" * 200_000))) == 100_000


def test_marks_without_end_are_never_put_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """To sort thousands of them takes minutes, in which the program stands still."""
    normalize, given = unicodedata.normalize, []
    monkeypatch.setattr(unicodedata, "normalize", lambda form, text: given.append(len(text)) or normalize(form, text))
    assert len(clean("a" + "\u0301\u0323" * 1000, 500)) == 5
    assert max(given) < 100


def test_a_gap_without_end_is_kept_inside_and_cut_at_the_edges() -> None:
    gap = " " * 200_000
    assert clean(f"{gap}a{gap}b{gap}", 500_000) == f"a{gap}b"
