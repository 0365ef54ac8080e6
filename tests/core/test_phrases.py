"""What is shown of a card, in sentences: goldens, the same in the room and in every export."""

from typing import Any

import pytest
from sample_cards import CHOICE, PAIR, SCALE, codes, splits, tally

from codesign import phrases
from codesign.core.card import Card
from codesign.core.disclosure import MANY_DID_NOT_ANSWER, NoAnswer, Shown, disclose
from codesign.core.thresholds import Thresholds

SENTENCES = [
    (SCALE, (2, 1, 1), {}, 10, "This one stays in the box."),
    (SCALE, (2, 1, 1), {"skipped": 40}, 10, "This one stays in the box."),
    (SCALE, (4, 1, 0), {}, 10, "More for than against."),
    (SCALE, (1, 0, 5), {"skipped": 3}, 10, "More against than for."),
    (SCALE, (3, 0, 3), {}, 10, "Split."),
    (SCALE, (2, 3, 1), {}, 10, "Could work with changes."),
    (SCALE, (1, 2, 2), {}, 10, "Mixed."),
    (
        SCALE,
        (8, 3, 1),
        {},
        10,
        "More for than against. Works for me 8 · Could work if... 3 · Doesn't work for me 1 (of 12).",
    ),
    (
        SCALE,
        (15, 3, 2),
        {"skipped": 3, "unclear": 4, "not_reached": 5},
        10,
        "Strong support. Works for me 15 · Could work if... 3 · Doesn't work for me 2 (of 20)."
        " 3 skipped, 4 did not get it, 5 not reached.",
    ),
    (
        SCALE,
        (15, 3, 2),
        {"skipped": 1},
        10,
        "Strong support. Works for me 15 · Could work if... 3 · Doesn't work for me 2 (of 20).",
    ),
    (SCALE, (10, 1, 1), {"skipped": 1}, 10, "At least 10 of 12: works for me."),
    (SCALE, (0, 12, 0), {"unclear": 2}, 10, "At least 10 of 12: could work if..."),
    (SCALE, (1, 0, 4), {"skipped": 2}, 5, "At least 3 of 5: doesn't work for me."),
    (CHOICE, (4, 2, 0), {}, 10, "Most picked: 6 pm."),
    (CHOICE, (1, 2, 4), {}, 10, "Most picked: Something else."),
    (CHOICE, (3, 3, 0), {}, 10, "No clear pick."),
    (
        CHOICE,
        (6, 3, 3),
        {"skipped": 1},
        10,
        "Most picked: 6 pm. 6 pm 6 · 7 pm 3 · Something else 3 (of 12).",
    ),
    (PAIR, (4, 1, 1, 0), {}, 10, "Most picked: You keep your phone."),
    (PAIR, (0, 0, 1, 5), {}, 10, "Most picked: Neither."),
    (PAIR, (0, 11, 1, 0), {"not_reached": 2}, 10, "At least 10 of 12: Staff keep your phone."),
]


@pytest.mark.parametrize(("card", "counts", "missing", "numbers_from", "words"), SENTENCES)
def test_the_sentence_of_a_card(
    card: Card, counts: tuple[int, ...], missing: dict[str, int], numbers_from: Any, words: str
) -> None:
    shown = disclose(card, tally(card, *counts, **missing), Thresholds(numbers_from))
    assert phrases.sentence(card, shown) == words


@pytest.mark.parametrize("card", [SCALE, CHOICE, PAIR], ids=lambda c: c.kind)
@pytest.mark.parametrize("n", range(4, 13))
def test_every_label_that_can_come_has_words_and_a_sign(card: Card, n: int) -> None:
    for counts in splits(n, len(codes(card))):
        for numbers_from in (5, 10):
            shown = disclose(card, tally(card, *counts), Thresholds(numbers_from))  # type: ignore[arg-type]
            assert shown.label in phrases.SIGNS
            said = phrases.sentence(card, shown)
            assert said.endswith(".")
            assert "{" not in said
            assert "None" not in said


@pytest.mark.parametrize("n", range(5, 10))
def test_a_sentence_below_the_line_holds_no_digit(n: int) -> None:
    for counts in splits(n, 3):
        said = phrases.sentence(SCALE, disclose(SCALE, tally(SCALE, *counts, skipped=4), Thresholds()))
        assert not any(c.isdigit() for c in said)


@pytest.mark.parametrize("word", ["significant", "all agreed", "majority", "%", "vote"])
def test_a_sentence_never_claims_more_than_it_knows(word: str) -> None:
    assert all(word not in text.casefold() for text in phrases.LABELS.values())


def test_words_with_braces_in_a_rule_are_shown_as_they_are() -> None:
    from codesign.core.kinds.choice import choice_options

    card = Card(id="B", kind="choice", rule="x", options=choice_options(["{n} pm", "{words}", "Something else"]))
    assert phrases.sentence(card, disclose(card, tally(card, 5, 0, 0), Thresholds())) == "Most picked: {n} pm."
    shown = disclose(card, tally(card, 5, 4, 3), Thresholds())
    assert phrases.sentence(card, shown).startswith("No clear pick. {n} pm 5 · {words} 4 · Something else 3 (of 12).")


def test_labels_signs_and_flags_cover_the_same() -> None:
    assert set(phrases.LABELS) == set(phrases.SIGNS)
    assert set(phrases.FLAGS) == {MANY_DID_NOT_ANSWER}
    assert set(phrases.PROMPTS) == {"works", "could", "doesnt", "idea"}


def test_no_answers_alone_are_told_after_the_label() -> None:
    shown = Shown("all-or-all-but-two", "works", answered=12, no_answer=NoAnswer(3, 0, 4))
    assert phrases.sentence(SCALE, shown) == "At least 10 of 12: works for me. 3 skipped, 0 did not get it, 4 not reached."


@pytest.mark.parametrize(("numbers_from", "lines"), [(10, 7), (5, 6)])
def test_the_disclosure_rules_in_plain_words(numbers_from: Any, lines: int) -> None:
    said = phrases.what_is_shown(Thresholds(numbers_from, 7))
    assert len(said) == lines
    assert f"From {numbers_from} answers on, numbers are shown" in " ".join(said)
    assert "7 or more people must have answered" in " ".join(said)
    assert ("From 5 to 9 answers only a phrase" in " ".join(said)) == (numbers_from == 10)


@pytest.mark.parametrize(
    ("iso", "words"),
    [("2026-12-24", "24 December 2026"), ("2026-01-01", "1 January 2026"), ("2024-02-29", "29 February 2024"), ("", "")],
)
def test_a_day_as_people_write_it(iso: str, words: str) -> None:
    assert phrases.day(iso) == words


@pytest.mark.parametrize("words", ["2026-02-30", "2026-13-01", "0000-01-01", "in spring"])
def test_words_that_only_look_like_a_day_stand_as_they_are(words: str) -> None:
    assert phrases.day_or_words(words) == words


def test_youth_are_told_what_the_room_saw_and_not_how_many_skipped() -> None:
    shown = disclose(SCALE, tally(SCALE, 12, 0, 0, skipped=3), Thresholds())
    assert phrases.said(SCALE, shown) == "At least 10 of 12: works for me."
