"""The papers of Our board: a card that gives nobody away, and a charter that says no more of a vote than was told."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from codesign.core.card import Card
from codesign.core.near_here import Entry, NearHere
from codesign.core.session import Round, Session, Setup
from codesign.core.tally import Tally
from codesign.core.thresholds import SHOWN_FROM, Thresholds
from codesign.course import papers_to_print
from codesign.documents.board.charter import charter
from codesign.documents.paper_size import PAPERS
from codesign.documents.wall.page import height
from codesign.engine import Engine
from codesign.engine.board import keep_near_here
from codesign.words import speaking

SPACE = Card(id="YS-1.2", kind="scale", rule="There is a space online just for youth from here.")


def voted(works: int, doesnt: int = 1) -> Session:
    return Session(
        setup=Setup(title="House", day="2026-11-20"),
        thresholds=Thresholds(),
        cards=(SPACE,),
        rounds=(Round(1, (SPACE.id,), "closed"),),
        tallies={SPACE.id: Tally(SPACE.id, {"works": works, "could": 0, "doesnt": doesnt})},
        told=(SPACE.id,),
    )


def words_of(session: Session | None, language: str = "en") -> str:
    with speaking(language):
        page = charter({"YS-1": (session, SPACE)} if session else {}, PAPERS["A4"], "2026-11")
        rows = [row for part in page.parts for row in part.rows]
        return "\n".join(words for row in rows for words in (row.rule, row.said, row.answer, *row.words))


def test_a_charter_without_a_vote_is_left_to_fill_in() -> None:
    words = words_of(None)
    assert words.count("____") >= 11
    assert "Youth said" not in words
    assert "No real names" not in words


def test_a_charter_says_what_was_told_of_the_vote_and_nothing_of_one_in_the_box() -> None:
    told = words_of(voted(6))
    assert "Youth said: More for than against." in told
    assert "No real names, no address" in told
    assert words_of(voted(SHOWN_FROM - 2)) == words_of(None)
    assert words_of(voted(4)) == words_of(voted(6)), "equal displays, equal pages"


def test_a_no_to_a_space_fills_in_nothing_that_only_a_yes_says() -> None:
    assert "No real names" not in words_of(voted(1, 6))


def test_a_rule_in_other_words_filled_in_what_it_does_not_say() -> None:
    for other in (replace(SPACE, id="YS-1"), replace(SPACE, was="Another rule")):
        session = replace(
            voted(6), cards=(other,), told=(other.id,), tallies={other.id: Tally(other.id, voted(6).tallies[SPACE.id].counts)}
        )
        page = charter({"YS-1": (session, other)}, PAPERS["A4"], "2026-11")
        words = " ".join(words for row in page.parts[0].rows for words in (row.answer, *row.words))
        assert "Youth said" in words
        assert "No real names" not in words


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("paper", PAPERS)
def test_a_charter_that_was_said_to_be_one_sheet_took_two(language: str, paper: str) -> None:
    watch = replace(SPACE, id="YS-2", rule="Staff keep watch.")
    both = {"YS-1": (voted(6), SPACE), "YS-2": (replace(voted(6), cards=(SPACE, watch)), watch)}
    with speaking(language):
        for spaces in ({}, both):
            page = charter(spaces, PAPERS[paper], "2026-11")
            assert height(page, page.size) <= page.height


def test_the_papers_are_written_and_the_card_names_no_line_and_nothing_stale(engine: Engine, tmp_path: Path) -> None:
    fresh = Entry(
        kind="service", name="Hope Food bank", on_card="Food, Fridays", reach="555-0100", checked_on=engine.today().isoformat()
    )
    stale = replace(fresh, name="Old clinic", on_card="Clinic", checked_on=date(2020, 1, 1).isoformat())
    unnamed = replace(fresh, name="Trafficking help", reach="555-0101", on_card="")
    dana = Entry(kind="person", name="Dana", passes_on="Danger", checked_on=engine.today().isoformat())
    keep_near_here(engine.places, NearHere(entries=(dana, fresh, stale, unnamed)))
    files = {path.name: path for path in papers_to_print.board(engine, tmp_path / "out")}
    assert len(files) == 12
    card, poster = (files[name].read_text("utf-8") for name in ("pocket.html", "board-poster.html"))
    assert "Food, Fridays: 555-0100" in card
    assert "741741" in card
    for never in (
        "Hope",
        "555-0101",
        "Trafficking",
        "Clinic",
        "Old clinic",
        "Dana",
        "Runaway",
        "Lifeline",
        "Trevor",
        "1800runaway",
    ):
        assert never not in card, never
    for always in (
        "Dana",
        "Must pass on: Danger",
        "Old clinic",
        "Call first",
        "Trafficking help",
        "Trevor Project",
        "looked up",
    ):
        assert always in poster, always
