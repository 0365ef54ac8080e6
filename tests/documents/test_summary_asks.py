"""Page one: chosen and ordered by what is shown."""

import pytest
from msgspec.structs import replace
from samples import CAMERAS, CHECKS, GAMES, LATE, NIGHT, WORDINGS, big_group, quote, session, small_group, tally, theme

from codesign.core.card import Card
from codesign.core.plan import Thresholds
from codesign.core.session import Session
from codesign.core.tally import Tally
from codesign.documents.summary.asks import MOST_LINES, VERBS, asks, shortened
from codesign.documents.summary.build import build


def told(of: Session) -> list[tuple[str, int, str]]:
    return [(a.verb, a.number, a.result) for a in asks(build(of))]


def test_a_small_group_asks_in_the_order_of_the_page() -> None:
    assert told(small_group()) == [
        (VERBS["lean-for"], 1, "▲ More for than against"),
        (VERBS["could"], 2, "◊ Could work with changes"),
        (VERBS["lean-against"], 3, "▼ More against than for"),
        (VERBS["open"], 6, "○ No clear pick"),
        (VERBS["picked"], 5, "● Most picked: 10 pm"),
    ]


@pytest.mark.parametrize(
    ("card", "counts", "verb"),
    [
        (NIGHT, (12, 0, 0), "backed"),
        (NIGHT, (0, 12, 0), "change"),
        (NIGHT, (8, 5, 1), "most"),
        *((NIGHT, counts, "backed") for counts in ((7, 3, 2), (9, 2, 1))),
        *((NIGHT, counts, "refused") for counts in ((2, 3, 7), (1, 2, 9))),
        *((NIGHT, counts, "lean-for") for counts in ((6, 3, 3), (5, 3, 2), (6, 1, 1), (4, 2, 2))),
        *((NIGHT, counts, "lean-against") for counts in ((3, 3, 6), (2, 3, 5), (1, 1, 6), (2, 2, 4))),
        (NIGHT, (5, 6, 3), "could"),
        (NIGHT, (5, 4, 4), "split"),
        (NIGHT, (0, 0, 12), "refused"),
        (NIGHT, (6, 0, 6), "split"),
        (NIGHT, (5, 3, 4), "split"),
        (LATE, (0, 12, 0, 0), "picked"),
        (LATE, (0, 0, 0, 12), "change"),
        (LATE, (3, 3, 3, 3), "open"),
        (WORDINGS, (9, 1, 1, 1), "picked"),
        (WORDINGS, (1, 1, 9, 1), "change"),
        (WORDINGS, (1, 1, 1, 9), "refused"),
    ],
)
def test_every_kind_of_result_has_its_verb(card: Card, counts: tuple[int, ...], verb: str) -> None:
    assert [verb_words for verb_words, _number, _result in told(session(tally(card, *counts)))] == [VERBS[verb]]


def test_the_strongest_come_first_and_no_group_drowns_another() -> None:
    cards = tuple(replace(NIGHT, id=f"N-{n}") for n in range(12))
    counts = [(8, 3, 1)] * 5 + [(12, 0, 0)] + [(1, 1, 10)] * 3 + [(6, 0, 6)] * 3
    of = session(*(Tally(c.id, tally(NIGHT, *n).counts) for c, n in zip(cards, counts, strict=True)), cards=cards)
    lines = told(of)
    assert len(lines) == MOST_LINES
    assert [number for _verb, number, _result in lines] == [6, 1, 7, 8, 10, 11]


def test_a_quote_fits_its_ask_and_a_theme_stands_in() -> None:
    of = session(
        tally(NIGHT, 7, 0, 0),
        tally(CHECKS, 0, 0, 7),
        tally(GAMES, 3, 1, 3),
        cards=(NIGHT, CHECKS, GAMES),
        comments=(
            quote(NIGHT, "works", "I can sleep."),
            quote(NIGHT, "doesnt", "Not for me."),
            quote(CHECKS, "works", "It is fine."),
            theme(CHECKS, "doesnt", "trust"),
            quote(GAMES, "works", "One side alone."),
        ),
    )
    assert [(a.quotes, a.theme) for a in asks(build(of))] == [(("I can sleep.",), ""), ((), "trust"), ((), "")]


def test_a_split_shows_both_sides() -> None:
    comments = (quote(NIGHT, "works", "Sleep."), quote(NIGHT, "doesnt", "Noise."))
    of = session(tally(NIGHT, 3, 1, 3), cards=(NIGHT,), comments=comments)
    assert asks(build(of))[0].quotes == ("Sleep.", "Noise.")


def test_nothing_is_asked_when_every_card_stays_in_the_box() -> None:
    assert asks(build(session(tally(CAMERAS, 1, 1, 2)))) == ()


def test_long_words_are_cut_after_a_whole_one() -> None:
    assert shortened("one two three", 9) == "one two …"
    assert shortened("one two", 9) == "one two"
    assert shortened("x" * 12, 9) == "x" * 9 + " …"


def test_numbers_stay_out_of_a_result_without_counts() -> None:
    assert "● At least 12 of 14: doesn't work for me" in {a.result for a in asks(build(big_group()))}


def test_three_of_five_have_no_verb_and_no_first_place() -> None:
    of = replace(session(tally(NIGHT, 5, 0, 0), tally(GAMES, 2, 1, 3), cards=(NIGHT, GAMES)), thresholds=Thresholds(5, 5))
    last = asks(build(of))[-1]
    assert (last.verb, last.result) == ("", "● At least 3 of 5: works for me")


def test_a_majority_for_is_never_told_as_a_wish_for_change_and_page_one_has_its_counts() -> None:
    (ask,) = asks(build(session(tally(NIGHT, 8, 5, 1))))
    assert ask.verb == "Most back it; some want changes"
    assert ask.result.endswith("Works for me 8 · Could work if... 5 · Doesn't work for me 1 (of 14)")
