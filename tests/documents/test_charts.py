"""What may be drawn of a card is one value, whoever draws it: the document, the page, the screen and plain mode agree."""

import pytest
from samples import LATE, NIGHT, WORDINGS, session, tally

from codesign.core.card import Card
from codesign.core.disclosure import ALL_OR_ALL_BUT_TWO, Shown, Together, disclose
from codesign.core.kinds.choice import choice_options
from codesign.core.thresholds import Thresholds
from codesign.documents.charts import Bar, Chart, Dots, chart_of
from codesign.documents.summary.build import build
from codesign.documents.summary.outline import outline
from codesign.documents.web.summary import to_html
from codesign.tui.widgets.counts import counts_of
from codesign.words import speaking

MATTERS = Card(id="T", kind="pick-two", rule="What matters most?", options=choice_options([*"wxyz"]))


def drawn(card: Card, *counts: int, numbers_from: int = 10) -> Chart:
    return chart_of(card, disclose(card, tally(card, *counts), Thresholds(numbers_from)))  # type: ignore[arg-type]


def test_an_answer_that_nobody_gave_keeps_its_place_and_the_winner_is_named() -> None:
    assert drawn(LATE, 2, 8, 0, 2) == Chart(
        "Most picked: 10 pm",
        (Bar("9 pm", 2, False), Bar("10 pm", 8, True), Bar("Each person picks", 0, False), Bar("Something else", 2, False)),
        12,
    )


def test_two_wordings_that_begin_alike_looked_the_same_beside_their_bars() -> None:
    assert [bar.words[:3] for bar in drawn(WORDINGS, 3, 7, 1, 1).bars] == ["A: ", "B: ", "Par", "Nei"]


@pytest.mark.parametrize(
    ("card", "counts", "wins"),
    [
        (NIGHT, (8, 2, 2), ["Works for me"]),  # a label for or against names none, and one alone leads
        (NIGHT, (5, 2, 5), []),
        (NIGHT, (5, 6, 1), ["Could work if..."]),
        (NIGHT, (3, 4, 5), []),  # mixed: nothing leads
        (LATE, (4, 4, 2, 2), []),
        (LATE, (5, 4, 2, 1), []),  # no clear pick, though one was given more
        (WORDINGS, (3, 7, 1, 1), ["B: You choose where yours is."]),
    ],
)
def test_only_what_the_label_names_wins(card: Card, counts: tuple[int, ...], wins: list[str]) -> None:
    chart = drawn(card, *counts)
    assert [bar.words for bar in chart.bars if bar.wins] == wins
    assert [bar.count for bar in chart.bars] == list(counts)
    assert (chart.given, chart.answered) == (12, 12)


def test_where_one_person_names_two_the_shares_are_of_all_that_was_named() -> None:
    chart = chart_of(MATTERS, Shown("top-three", "A+B+C", answered=12, counts={"A": 9, "B": 7, "C": 6, "D": 2}))
    assert (chart.given, chart.answered) == (24, 12)
    assert [bar.wins for bar in chart.bars] == [True, True, True, False]


@pytest.mark.parametrize(
    ("shown", "phrase"),
    [
        (Shown("in-the-box"), "This one stays in the box."),
        (Shown("split", speaks=True), "Split"),
        (Shown(ALL_OR_ALL_BUT_TWO, "works", answered=12), "At least 10 of 12: works for me"),
        (
            Shown("split", answered=12, counts={"works": 6, "could": 0, "doesnt": 6}, together=Together(3, 1, 2, {"works": 1})),
            "S",
        ),
    ],
    ids=["box", "under ten", "nearly all", "a pool that leaves sessions out"],
)
def test_where_no_count_may_be_drawn_there_is_a_phrase_and_no_bar(shown: Shown, phrase: str) -> None:
    chart = chart_of(NIGHT, shown)
    assert (chart.bars, chart.answered, chart.given) == ((), 0, 0)
    assert chart.phrase.startswith(phrase)


def test_very_many_sessions_were_drawn_as_forty() -> None:
    """In a browser, where the number beside them said more."""
    seven, few, many = (Dots("▲", "Split", sessions) for sessions in (7, 40, 41))
    assert seven.drawn == "●●●●● ●●"
    assert (few.drawn, few.told) == (" ".join(["●●●●●"] * 8), " ".join("▲" * 40) + " Split (40)")
    assert (many.drawn, many.told) == ("●", "▲ Split (41)")


def test_the_words_are_those_of_the_language_in_use() -> None:
    with speaking("es"):
        assert drawn(NIGHT, 6, 3, 3).bars[0].words == "A mí me funciona"


def test_the_page_and_the_screen_draw_the_same_bars() -> None:
    of = session(tally(NIGHT, 6, 0, 6), tally(LATE, 2, 8, 0, 2), cards=(NIGHT, LATE))
    summary = build(of)
    page, charts = to_html(summary).decode(), [chart_of(card, of.shown(card.id)) for card in (NIGHT, LATE)]
    assert [rule.chart for rule in outline(summary).rules] == charts
    for chart in charts:
        on_the_screen = [row.plain for row in counts_of(chart, 60)]
        for bar in chart.bars:
            assert f"<bdi>{bar.words.replace(chr(39), '&#39;')}</bdi><svg" in page
            assert any(bar.words in row and f" {bar.count} " in row for row in on_the_screen)
