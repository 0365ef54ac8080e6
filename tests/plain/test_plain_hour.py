"""The pages that the room reads around the votes, in plain lines."""

from pathlib import Path

import pytest
from conftest import MakeBallots
from msgspec.structs import replace
from plain_kit import BLANK, CTRL_C, console
from test_plain_session import CODE, TO_WELCOME, by_hand

from codesign.core.ballot import Remark
from codesign.core.card import Card
from codesign.core.plan import Plan
from codesign.core.session import Setup
from codesign.core.thresholds import Thresholds
from codesign.course import pages
from codesign.course.around import Around
from codesign.course.hour import TheHour
from codesign.course.open_round import open_round
from codesign.course.typed_ballots import PaperStack
from codesign.engine import Engine
from codesign.plain.asking import Asking
from codesign.plain.console import TooLate
from codesign.plain.show import Show
from codesign.store.shelf import peek
from codesign.words import OWN, use


@pytest.fixture
def closed(engine: Engine, plan: Plan, filled_in: Setup, ballots: MakeBallots) -> Path:
    """Five have voted on two cards, both worth talking about; one comment is to be read."""
    plan = replace(plan, cards=tuple(Card(id=f"R-{n}", kind="scale", rule=f"Rule {n}.") for n in (1, 2)))
    stack = ballots(plan.cards, [0, 0, 0, 2, 2], [Remark("R-1", "works", "a plug", quote_ok=True)])
    with engine.start(plan, filled_in, Thresholds(), ballots=stack) as opened:
        opened.code.set(CODE)
        opened.close_round()
        return opened.path


def test_the_group_agrees_in_its_own_words(engine: Engine, plan: Plan) -> None:
    welcome = ["1", "", "change", "1", "We take turns.", "5", "No photos.", "back", "", "back", "4", "quit"]
    printed = by_hand(engine, *TO_WELCOME, *welcome, plan=plan)
    welcomes = [page for page in printed.split(BLANK) if "Why we are here." in page]
    assert "Staff read it all after the vote." in welcomes[0], "who reads it was asked of the room, and told nowhere"
    assert "We take turns." not in welcomes[0]
    assert "· We take turns.\n" in welcomes[1]
    ((path, _session),) = engine.records()
    assert peek(path).group_notes.agreements[0] == "We take turns."
    assert peek(path).group_notes.agreements[-1] == "No photos."


@pytest.mark.parametrize("hide", ["h", CTRL_C])
def test_the_practice_is_tried_and_hidden_and_the_code_stands_after_it(
    engine: Engine, plan: Plan, hide: str | type[BaseException]
) -> None:
    tried = ["", "", "1", "", "my own words", "yes"]
    in_the_card, on_its_page = ["", "", "2", hide, ""], [hide, ""]
    out = ["done", "back", "done", CODE, "2", "quit"]
    printed = by_hand(engine, *TO_WELCOME, "2", *tried, *in_the_card, *on_its_page, *out, plan=plan)
    pages = printed.split(BLANK)
    assert "Nothing of it was kept. Next person?" in printed
    assert sum("That was Hide" in page for page in pages) == 2
    assert sum("Facilitator's code" in page for page in pages) == 2
    assert "Saved.\n" not in printed
    ((path, _session),) = engine.records()
    assert "my own words" not in path.read_text("utf-8")
    assert peek(path).in_box == 0


def test_cards_are_talked_about_one_by_one_and_the_line_is_read_back(engine: Engine, closed: Path) -> None:
    lines = ["1", "cards", "line", "Most want a plug.", "", "back", "list", "home", "quit"]
    printed = by_hand(engine, CODE, *lines, record=closed)
    pages = [page for page in printed.split(BLANK) if "To talk about." in page]
    assert "Most want a plug." not in pages[0]
    assert "Most want a plug." in pages[1]
    assert "Most want a plug." not in pages[2], "it is of one card"
    assert "Most want a plug." in pages[3]
    assert list(peek(closed).group_notes.heard.values()) == ["Most want a plug."]


def test_support_was_no_word_on_the_pages_of_the_room(engine: Engine, closed: Path) -> None:
    lines = ["1", "s", "cards", "support", "list", "result", CODE, "1", "yes", "s", "", "s", "", "1", "s", "", "5", "quit"]
    printed = by_hand(engine, CODE, *lines, record=closed)
    assert printed.count("No one is told you opened this.") == 5


def test_the_last_page_speaks_the_language_of_the_room(engine: Engine, closed: Path) -> None:
    lines = ["1", "result", CODE, "1", "yes", "", "", "1", "español", "apoyo", "", "5", "quit"]
    printed = by_hand(engine, CODE, *lines, record=closed)
    assert "Quién responde" in printed
    assert printed.count("You helped shape these rules.") == 1


@pytest.mark.parametrize("at", [["2", CODE], ["2", CODE, "t"], ["2", CODE, "k"]], ids=["comment", "theme", "reason"])
def test_the_comments_lay_open_in_plain_lines_where_nobody_sat(engine: Engine, closed: Path, at: list[str]) -> None:
    printed = by_hand(engine, CODE, *at, TooLate, record=closed)
    last = printed.split(BLANK)[-2]
    assert "Facilitator's code" in last, "the comment is covered, behind the code"
    assert "a plug" not in last


def test_only_what_is_nobody_else_s_is_covered_and_a_line_gets_longer(engine: Engine) -> None:
    talk, _keys, _paper = console()
    show = Show(talk, Around(engine))
    for page, patience in (
        (pages.Question(place="theme", title="", question="", covers=True), 540.0),
        (pages.Question(place="code", title="", question="", secret=True, covers=True), 180.0),
        (pages.Menu(place="reason", title="", choices=(), covers=True), 180.0),
        (pages.Menu(place="home", title="", choices=()), None),
    ):
        show._wait_as_long_as(page, covers=page.covers)
        assert talk.patience[0] == patience


@pytest.mark.parametrize(
    ("made", "patience"),
    [
        (pages.Menu(place="learn", title="", choices=(pages.MenuChoice("1", "Passwords"),)), 180.0),
        (pages.Question(place="plan-line", title="", question="A line", optional=True), 540.0),
    ],
    ids=["list", "line"],
)
def test_a_list_that_nobody_writes_on_stood_open_as_long_as_a_line(
    engine: Engine, made: pages.Menu | pages.Question, patience: float
) -> None:
    talk, _keys, _paper = console("1")
    Show(talk, Around(engine)).kinds[pages.Spoken](pages.Spoken(make=lambda: made, covers=True))
    assert talk.patience[0] == patience


@pytest.mark.parametrize(("language", "asked"), [(OWN, "to read on, or type s"), ("es", "para seguir leyendo")])
def test_reading_on_was_english_to_all_and_had_no_support(engine: Engine, language: str, asked: str) -> None:
    use(language)
    talk, keys, paper = console("s", "apoyo", "")
    Asking(talk, Around(engine)).rest()
    use(OWN)
    assert keys.left == []
    assert paper.getvalue().count(asked) == 3
    assert paper.getvalue().count("911") == 2 * 2, "the first row, and one help line that sends there"
    hidden, _keys, _paper = console("h")
    with pytest.raises(pages.Hidden):
        Asking(hidden, Around(engine)).rest()


def test_the_menu_of_a_vote_was_parted_from_what_stands_above_it(engine: Engine, plan: Plan, filled_in: Setup) -> None:
    """24 rows hold what is said, what is done and the choices; only more than that is read in two."""
    with engine.start(plan, filled_in, Thresholds()) as opened:
        hour = TheHour(opened, lambda: 0.0, lambda: False)
        hour.begin("vote")
        page = next(open_round(opened, None, hour, PaperStack()))
    for said, parted in ((page, False), (replace(page, parts=page.parts * 2), True)):
        talk, _keys, paper = console(*[""] * 3 * parted, "1", terminal=True, term="dumb")
        Show(talk, Around(engine)).kinds[pages.Menu](said)
        read = paper.getvalue().rpartition(BLANK)[2].splitlines()
        assert any("read on" in line for line in read) == parted
        assert parted or len(read) <= 24
