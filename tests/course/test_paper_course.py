"""A stack of paper, typed in behind the code: what is asked, what is kept under a cover, and what is in the box at the end."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from course_kit import CODE, Played, at_home, save

from codesign.core.errors import NotSaved
from codesign.core.kinds import kind_of
from codesign.core.kinds.base import NOT_REACHED, SKIPPED
from codesign.core.plan import Plan
from codesign.core.session import Setup
from codesign.core.stack import Stack
from codesign.core.thresholds import Thresholds
from codesign.course import pages
from codesign.course.pages import Marked
from codesign.documents.paper.ballot import ballot
from codesign.engine import Engine
from codesign.engine.open_session import OpenSession


@pytest.fixture
def record(engine: Engine, filled_in: Setup) -> Path:
    """An open round with an empty box and a code."""
    with engine.start(engine.plan("fifteen-minutes"), filled_in, Thresholds()) as opened:
        opened.code.set(CODE)
        return opened.path


@pytest.fixture
def play(engine: Engine, record: Path) -> Played:
    return typing(engine, record)


def typing(engine: Engine, record: Path) -> Played:
    """At the stack, behind the code."""
    return at_home(engine, record=record).say(CODE, "to-vote", "paper")


def a_paper(play: Played, place: int = 0) -> None:
    """Each card of the paper in hand, with the option at this place."""
    while isinstance(play.page, pages.TypedCard):
        play.say(Marked(kind_of(play.page.card).options(play.page.card)[place].code))


def stack_of(play: Played, papers: int) -> None:
    play.say("next")
    for n in range(papers):
        a_paper(play, n % 3)
        play.say("next" if n < papers - 1 else "last")


def lines_of(page: pages.Menu) -> Sequence[str]:
    return [*page.lines, *page.alerts, *(f"{c.words} {c.about}" for c in page.choices)]


def test_a_stack_goes_in_as_one_commit_and_the_laptop_votes_beside_it(
    engine: Engine, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    casts: list[int] = []
    cast = OpenSession.cast

    def counted(opened: OpenSession, sealed: object) -> None:
        casts.append(len(sealed.rows))  # type: ignore[attr-defined]
        cast(opened, sealed)  # type: ignore[arg-type]

    monkeypatch.setattr(OpenSession, "cast", counted)
    play = typing(engine, record)
    stack_of(play, 6)
    assert play.at(pages.Menu).right == "6 typed"
    play.say("put-in", True, save)
    assert "6 paper ballots" in play.at(pages.Problem).title
    assert casts == [6]
    assert "6 of about 8" in play.say(None).at(pages.Menu).lines[0]
    play.say("close", True)
    shown = next(s for _path, s in engine.records() if not isinstance(s, Exception))
    assert {tally.ballots for tally in shown.tallies.values()} == {6}  # type: ignore[union-attr]


def test_the_rows_of_a_stack_are_of_one_size_and_keep_no_order(
    engine: Engine, play: Played, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[str]] = []
    monkeypatch.setattr("codesign.engine.open_session.shuffled", lambda stack: seen.append([*map(str, stack)]) or list(stack))
    play.say("next")
    a_paper(play)
    play.say("words", "a plug near the bed", True, "next")
    a_paper(play, 1)
    play.say("last", "put-in", True, save)
    assert len(seen) == 1
    assert len(seen[0]) == 2, "mixed as a whole, before it is sealed"
    box = json.loads(record.read_text("utf-8"))["box"]
    assert len({len(row["sealed"]) for row in box.values()}) == 1


def test_nothing_of_a_ballot_that_is_typed_is_on_any_page_after_it(play: Played) -> None:
    play.say("next")
    a_paper(play)
    first = play.at(pages.Menu).lines[0]
    play.say("words", "zebra crossing", False)
    assert "zebra" in "".join(lines_of(play.at(pages.Menu)))
    play.say("next")
    for page in (play.page, play.say(Marked(SKIPPED), "undo").page, play.say("back").page):
        assert "zebra" not in str(page)
        assert first not in str(page)


def test_undo_takes_an_answer_back_and_the_pile_its_last_ballot(play: Played) -> None:
    stack_of(play, 2)
    assert play.say("take-back").at(pages.Menu).right == "1 typed"
    play.say("next", Marked("A"))
    assert play.at(pages.TypedCard).at == 2
    assert play.say("undo").at(pages.Menu).right == "1 typed"
    play.say("next", Marked("A"), "stack", False)
    assert play.at(pages.TypedCard).at == 2, "a paper in hand is dropped only when that is said"
    assert play.say("stack", True).at(pages.Menu).right == "1 typed"


def test_a_paper_on_which_nothing_is_marked_is_no_ballot(play: Played) -> None:
    play.say("next", *[Marked(NOT_REACHED)] * 4)
    assert "no ballot" in play.at(pages.Menu).alerts[0]
    assert play.say("last").at(pages.Menu).right == "0 typed"


@pytest.mark.parametrize("cover", ["hide", "walk_off"])
def test_a_half_typed_stack_waits_covered_and_goes_only_when_told(engine: Engine, play: Played, cover: str) -> None:
    stack_of(play, 1)
    play.say("next", Marked("A"))
    getattr(play, cover)()
    assert isinstance(play.page, pages.HandOver), "nothing of the facilitator's is open"
    menu = play.say("facilitator", CODE).at(pages.Menu)
    assert "half typed" in menu.alerts[0]
    assert [choice.id for choice in menu.choices] == ["paper", "vote", "drop-stack"], "no way round it ends the round"
    card = play.say("paper").at(pages.TypedCard)
    assert (card.number, card.at) == (2, 2)
    play.say("stack", True, "back", "drop-stack", False)
    assert "half typed" in play.at(pages.Menu).alerts[0]
    assert "close" not in [choice.id for choice in play.at(pages.Menu).choices]
    rows = [choice.id for choice in play.say("drop-stack", True).at(pages.Menu).choices]
    assert rows == ["vote", "home", "drop", "paper", "to-welcome"]


def test_a_stack_that_the_disk_refused_waits_sealed_and_is_counted_once(
    engine: Engine, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast, full = OpenSession.cast, {"full": True}

    def refused(opened: OpenSession, sealed: object) -> None:
        if full["full"]:
            raise NotSaved("The disk is full.")
        cast(opened, sealed)  # type: ignore[arg-type]

    monkeypatch.setattr(OpenSession, "cast", refused)
    play = typing(engine, record)
    stack_of(play, 3)
    play.say("put-in", True, save)
    assert play.at(pages.NotYetSaved).reason == "The disk is full."
    play.say("facilitator", CODE)
    assert [choice.id for choice in play.at(pages.Menu).choices] == ["again", "give-up"]
    full["full"] = False
    play.say("again", save, "facilitator", CODE)
    assert "3 paper ballots" in play.at(pages.Problem).title
    play.say(None)
    assert "3 of about 8" in play.at(pages.Menu).lines[0]


def test_a_form_of_the_plan_and_the_page_that_types_it_in_have_the_same_letters(engine: Engine, plan: Plan) -> None:
    """Whatever lot the session's pair drew."""
    printed = ballot(plan, [], "2026-11")
    for _lot in range(6):
        with engine.start(plan, Setup(title="A", day="2026-11-24"), Thresholds()) as opened:
            stack = Stack.begin(opened.read().round_cards)
            opened.drop_round()
        for paper, card in zip(printed.cards, stack.cards, strict=True):
            assert paper.id == card.id
            assert [(o.key, o.words) for o in paper.options[:-2]] == [(o.key, o.words) for o in kind_of(card).options(card)]


@pytest.mark.parametrize("way", ["again", "hidden", "given up"])
def test_a_stack_that_the_disk_refused_was_one_ballot_whose_answers_are_lost(
    engine: Engine, record: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    cast, full = OpenSession.cast, [True]

    def refused(opened: OpenSession, sealed: object) -> None:
        if full:
            raise NotSaved("The disk is full.")
        cast(opened, sealed)  # type: ignore[arg-type]

    monkeypatch.setattr(OpenSession, "cast", refused)
    play = typing(engine, record)
    stack_of(play, 5)
    play.say("put-in", True, save)
    if way == "hidden":
        play.hide().say(save)
    play.say("facilitator", CODE)
    menu = lines_of(play.at(pages.Menu))
    assert any("5 paper ballots are sealed and not on the disk yet. Keep the papers." in line for line in menu)
    assert not any("one ballot" in line.casefold() or "answers are lost" in line for line in menu)
    if way == "given up":
        assert "None of the 5 is in the box" in play.say("give-up").at(pages.Sure).lines[0]
        assert "0 of about" in play.say(True).at(pages.Menu).lines[0]
        return
    full.clear()
    play.say("again", save).at(pages.HandOver)
    assert "5 paper ballots are in the box" in play.say("facilitator", CODE).at(pages.Problem).title
    assert "Tear the papers up" in play.at(pages.Problem).sentence
    assert "5 of about" in play.say(None).at(pages.Menu).lines[0]
    play.say("vote", "facilitator", CODE).at(pages.Menu)
