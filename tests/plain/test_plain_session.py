"""Whole sessions in plain lines, from set-up to summary, and what happens when the disk refuses or somebody leaves."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import MakeBallots
from msgspec.structs import replace
from plain_kit import BLANK, CTRL_C, Keyboard, Paper, no_demo

from codesign.cli import main
from codesign.core.ballot import Remark
from codesign.core.card import Card
from codesign.core.errors import NotSaved
from codesign.core.plan import Plan
from codesign.core.session import Setup
from codesign.core.thresholds import Thresholds
from codesign.demo import made_up_ballots
from codesign.engine import Engine
from codesign.engine.open_session import OpenSession
from codesign.plain import home
from codesign.plain.console import Console

CODE = "246810"
TO_WELCOME = ["", "House manager", "", "", "5", "Dana, front office", "555-0142", "", "", CODE, CODE, "back", "yes", *[""] * 4]
"""Through the set-up and what is checked before they come, however many parts that is read in."""
TO_VOTE = ["3", "1"]
"""From the step "Welcome" to the first hand-over, without its pages."""
SET_UP = [*TO_WELCOME, *TO_VOTE]
CANARY = "my locker has no plug"
PEOPLE = [
    ["", "b", "", "2", "ac", CANARY, "yes", "1", "", "", "1", "", "", "yes"],
    ["", "B", "", "1", "", "", "1", "", "", "3", "", "nobody tells us \x1b[2J anything", "", "yes"],
    ["", "a", "", "3", "a", "", "4", "1", "", "", "yes"],
    ["", "b", "", "1", "", "", "1", "", "", "2", "b", "", "yes"],
    ["", "b", "", "5", "1", "", "", "1", "", "", "yes"],
]
TALLIES = {
    "PH-2": {"A": 1, "B": 4},
    "SM-2.2": {"works": 2, "could": 1, "doesnt": 1},
    "HE-1.3": {"works": 4},
    "YV-2": {"works": 3, "could": 1, "doesnt": 1},
}
CLOSE = ["f", CODE, "2", "yes"]
TO_RESULT = ["1", "result", CODE]
"""From the step "Talk" to the step "Result"."""
SHOW = ["1", "yes"]
"""There, for the first time."""
TO_NEXT = ["", ""]
"""From the result, past whether it is right, to the last step."""
READ, WRITE = ["2", CODE], ["3"]
"""There: the comments, the summary."""


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Result]:
    def call(*args: str, lines: list[str]) -> Result:
        text = "".join(f"{line}\n" for line in lines)
        result = CliRunner().invoke(main, ["--data", str(tmp_path / "data"), "run", *args], input=text)
        assert "Traceback" not in result.output
        return result

    return call


WRITTEN = {f"summary.{kind}" for kind in ("docx", "html", "md", "json", "csv")} | {
    f"youth-check.{kind}" for kind in ("docx", "html", "es.docx", "es.html")
}


def record_of(tmp_path: Path) -> Path:
    (path,) = (tmp_path / "data" / "records").glob("*.json")
    return path


def turns(people: list[list[str]]) -> list[str]:
    return [line for person in people for line in ["", *person]]


def by_hand(engine: Engine, *lines: str | type[BaseException], **how: object) -> str:
    """Plain mode driven without the command; what was printed."""
    keys, paper = Keyboard(lines), Paper()
    code = home.run(Console(keys, paper, "xterm"), engine, no_demo, **how)  # type: ignore[arg-type]
    assert code == 0
    assert keys.left == [], f"never asked for: {keys.left}"
    return paper.getvalue()


def test_five_people_from_set_up_to_summary(run: Callable[..., Result], tmp_path: Path, engine: Engine) -> None:
    out = tmp_path / "out"
    refused, kept_back = ["done", "quote"], ["k", "1", "keep back", "back", "k", "1", "k", "6"]  # the words do as the letters
    review = [*READ, *refused, *kept_back, "k", "6", "done", *WRITE, str(out), ""]
    shown = [*CLOSE, *TO_RESULT, *SHOW, *TO_NEXT]
    result = run("fifteen-minutes", "--plain", lines=[*SET_UP, *turns(PEOPLE), *shown, *review])
    assert result.exit_code == 0, result.output
    with Engine(engine.places.under(tmp_path / "data"), engine.today).open(record_of(tmp_path)) as opened:
        session = opened.read()
    for card, counts in TALLIES.items():
        assert {k: v for k, v in session.tallies[card].counts.items() if v} == counts, card
    assert session.tallies["SM-2.2"].unclear == 1
    assert session.tallies["HE-1.3"].skipped == 1
    assert session.setup.audience == "House manager"
    assert (session.setup.expected, session.setup.support_person, session.thresholds) == (5, "Dana, front office", Thresholds())
    assert {f.name for f in out.iterdir()} == WRITTEN
    summary = json.loads((out / "summary.json").read_text("utf-8"))
    assert CANARY not in json.dumps(summary), "four answered: its card can't be quoted"
    assert sorted((c.review, c.reason) for c in session.comments) == [
        ("withheld", "names-someone"),
        ("withheld", "names-someone"),
        ("withheld", "other"),
        ("withheld", "other"),
    ]
    assert re.search(r"(Write its theme, or keep it|in one list, or keep them) back\.\nq quote", result.output), "q was refused"
    assert "What this group said." in result.output
    assert "\x1b" not in result.output
    assert result.output.rstrip().endswith("Every ballot that showed “Saved.” is on this laptop.")


def test_nothing_of_a_turn_stands_on_the_page_of_the_next_person(run: Callable[..., Result]) -> None:
    result = run("fifteen-minutes", "--plain", lines=[*SET_UP, *turns(PEOPLE[:2])])
    pages = [page for page in result.output.split(BLANK) if "Whose turn is it?" in page]
    assert len(pages) == 3
    for page, count in zip(pages, (0, 1, 2), strict=True):
        assert f"{count} of about 5 ballots in the box" in page
        assert ("Saved." in page) is (count > 0)
        for told in ("Card", "tag or name", CANARY, "Noted"):
            assert told not in page


def test_what_was_saved_is_kept_when_somebody_just_leaves(run: Callable[..., Result], tmp_path: Path, engine: Engine) -> None:
    left = run("fifteen-minutes", "--plain", lines=[*SET_UP, *turns(PEOPLE[:2]), "", "", "b", "", "2"])
    assert left.exit_code == 0
    assert left.output.split(BLANK)[-1] == "Every ballot that showed “Saved.” is on this laptop.\n"
    record = record_of(tmp_path)
    assert CANARY.encode() not in record.read_bytes()
    again = run("--plain", "--record", str(record), lines=["000000", CODE, "1", *turns(PEOPLE[2:3]), "f", CODE, "3"])
    assert again.exit_code == 0
    assert "That is not the code." in again.output
    assert "The session goes on. Every ballot in the box is safe." in again.output
    assert "3 of about 5 ballots in the box" in again.output


def test_home_finds_the_paused_session_and_starts_new_ones(run: Callable[..., Result], tmp_path: Path) -> None:
    first = run("--plain", lines=["1", "back", "1", "1", *SET_UP, "f", CODE, "2", "9", "quit"])
    assert first.exit_code == 0
    assert "1. Go on with “Four tech rules”. Paused in the vote. 0 ballots are safe." in first.output
    again = run("--plain", lines=["4", "1", CODE, "3", "", "3", "yes", "3", "1", "quit"])
    assert again.exit_code == 0
    assert "The round was dropped." in again.output


@pytest.mark.parametrize("hide", ["h", "hide", CTRL_C])
def test_hide_in_a_turn_drops_it_and_comes_back_to_the_hand_over(engine: Engine, plan: Plan, hide: str) -> None:
    printed = by_hand(engine, *SET_UP, "", "", "1", "", "my words", hide, "", "", "", hide, "f", CODE, "2", plan=plan)
    pages = printed.split(BLANK)
    cover = next(n for n, page in enumerate(pages) if "Printer paper" in page)
    assert "my words" not in printed
    assert "The screen was hidden. The answers so far are gone" in pages[cover + 2]
    assert "0 of about 5 ballots in the box" in pages[cover + 2]
    assert printed.count("Printer paper") == 2


def test_hide_at_the_facilitators_pages_comes_back_behind_the_code(
    engine: Engine, plan: Plan, filled_in: Setup, ballots: MakeBallots
) -> None:
    plan = replace(plan, cards=(Card(id="R-1", kind="scale", rule="A rule."),))
    stack = ballots(plan.cards, [0, 0, 0, 2, 2], [Remark("R-1", "works", CANARY, quote_ok=True)])
    with engine.start(plan, filled_in, Thresholds(), ballots=stack) as opened:
        opened.code.set(CODE)
        path = opened.path
    hide = ["h", "", CODE]
    ways = {
        "Close the round?": [CODE, "2", *hide],
        "Talk. 3 of 6": ["2", "yes", *hide],
        "Let's talk about this one.": ["1", *hide],
        "Let's talk about this one. 1 / 1.": ["1", "cards", *hide],
        "Facilitator's code": ["1", "result", *hide],
        "Show the result now?": ["1", "result", CODE, "1", *hide],
        "What this group said.": ["1", "yes", *hide],
        "Did we get it right?": ["1", "", *hide],
        "What is missing?": ["1", "", "change", *hide],
        "What happens next. 6 of 6": ["1", "", "", *hide],
        "How you will hear.": ["1", *hide],
        "Only you read the comments.": ["2", *hide],
        CANARY: ["2", CODE, *hide],
    }
    printed = by_hand(engine, *(line for way in ways.values() for line in way), "5", "6", record=path)
    pages = printed.split(BLANK)
    covers = [n for n, page in enumerate(pages) if "Printer paper" in page]
    for n, shown in zip(covers, ways, strict=True):
        assert shown in pages[n - 1]
        assert "Facilitator's code" in pages[n + 2]


def test_set_up_checks_every_line_like_the_screens(engine: Engine, plan: Plan) -> None:
    lines = [
        *("none", "Ours", "", "back", "", "Maria"),
        *("soon", "12/24/2026", "555-0177", "many", "201", "8", "", ""),
        *("", "7", "5", "", "12345", "123456", "654321", "123456", "123456", "back"),
    ]
    printed = by_hand(engine, *lines, plan=plan)
    for told in (
        "Give the session a title",
        "Write a day",
        "A number from 1 to 200, or nothing",
        "write 10 or 5",
        "The code is six digits",
    ):
        assert told in printed
    assert "The two codes are not the same" in printed
    assert printed.count("If nobody is known, write: nobody yet.") == 1
    assert printed.count("No support person is named") == 1
    ((_path, session),) = engine.records()
    assert isinstance(session, type(session))
    assert replace(session.setup, steps=None) == Setup(
        title="Ours",
        day="2026-11-24",
        audience="Maria",
        answer_by="2026-12-24",
        contact="555-0177",
        expected=8,
        region="en-US",
        board=True,
    )
    assert session.thresholds == Thresholds(5)


def test_a_hidden_set_up_begins_again_and_back_leaves_it(engine: Engine, plan: Plan) -> None:
    printed = by_hand(engine, "Ours", "h", "", "back", plan=plan)
    assert printed.count("Set up the session") == 2
    assert engine.records() == []


@pytest.mark.parametrize("no", ["", "n", "2", "close"])
def test_only_yes_closes_or_drops_a_round(engine: Engine, plan: Plan, filled_in: Setup, no: str) -> None:
    with engine.start(plan, filled_in, Thresholds(), ballots=made_up_ballots(plan.cards, 7)) as opened:
        opened.code.set(CODE)
        path = opened.path
    by_hand(engine, CODE, "2", no, "4", no, "3", record=path)
    with engine.open(path) as opened:
        assert opened.read().in_box == 7


def test_what_is_thrown_away_is_never_called_saved(engine: Engine, plan: Plan) -> None:
    printed = by_hand(engine, *SET_UP, "", "", "1", "0", "1", "", "0", "f", CODE, "2", plan=plan)
    pages = [page for page in printed.split(BLANK) if "Whose turn is it?" in page]
    assert not any("Saved.\n" in page for page in pages)
    assert "0 of about 5 ballots in the box" in pages[-1]


class Refusing:
    """A disk that refuses so many times."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, times: int) -> None:
        self.times = times
        cast = OpenSession.cast

        def refuse(opened: OpenSession, sealed: object) -> None:
            if self.times:
                self.times -= 1
                raise NotSaved("The disk is full. Make room and try again.")
            cast(opened, sealed)  # type: ignore[arg-type]

        monkeypatch.setattr(OpenSession, "cast", refuse)


VOTE = ["", "", "b", "", "1", "", "", "1", "", "", "1", "", "", "yes"]


def short(engine: Engine) -> Plan:
    return engine.plan("fifteen-minutes")


def test_a_refused_ballot_waits_sealed_and_is_saved_by_r(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    Refusing(monkeypatch, 3)
    printed = by_hand(engine, *SET_UP, *VOTE, "", "h", "", "s", "", "r", "r", "r", "f", CODE, "3", plan=short(engine))
    pages = printed.split(BLANK)
    waiting = [n for n, page in enumerate(pages) if "Not saved yet." in page]
    assert len(waiting) >= 5
    assert "The disk is full." in pages[waiting[0]]
    assert "Saved." not in "".join(pages[: waiting[-1] + 1]).replace("showed “Saved.”", "")
    after = next(page for page in pages[waiting[-1] + 1 :] if page)
    assert "Saved.\nPass the laptop on." in after
    assert "1 of about 5 ballots in the box" in after


def test_the_facilitator_saves_it_again_or_gives_it_up(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = Refusing(monkeypatch, 2)
    by_hand(engine, *SET_UP, *VOTE, "f", "", "back", "f", CODE, "1", "f", CODE, "1", "f", CODE, "2", plan=short(engine))
    assert disk.times == 0
    disk.times = 1
    path = engine.records()[0][0]
    printed = by_hand(engine, CODE, "1", *VOTE, "f", CODE, "2", "", "2", "yes", "2", record=path)
    assert "Give the waiting ballot up" in printed
    with engine.open(path) as opened:
        assert opened.read().in_box == 1


def test_a_ballot_that_waits_is_tried_once_more_when_somebody_leaves(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    Refusing(monkeypatch, 1)
    assert "could not be saved" not in by_hand(engine, *SET_UP, *VOTE, plan=short(engine))
    path = engine.records()[0][0]
    with engine.open(path) as opened:
        assert opened.read().in_box == 1
    Refusing(monkeypatch, 2)
    assert "One ballot could not be saved and is gone." in by_hand(engine, CODE, "1", *VOTE, record=path)


def test_a_lost_ballot_was_not_told_where_a_defect_ended_plain_mode(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    Refusing(monkeypatch, 2)
    paper = Paper()
    keys = Keyboard([*SET_UP, *VOTE, KeyError])
    assert home.run(Console(keys, paper, "xterm"), engine, no_demo, plan=short(engine)) == 1
    last = paper.getvalue().split(BLANK)[-1]
    assert "One ballot could not be saved and is gone." in last
    assert "Something in the program broke" in last


def test_an_error_is_a_sentence_and_the_menu_stays(engine: Engine, tmp_path: Path, plan: Plan, filled_in: Setup) -> None:
    with engine.start(plan, filled_in, Thresholds(), ballots=made_up_ballots(plan.cards, 5)) as opened:
        opened.code.set(CODE)
        opened.close_round()
        path = opened.path
        for comment in opened.read().comments:
            opened.review(comment.id, home_decision())
        opened.tell()
    (tmp_path / "file").write_text("mine")
    out = str(tmp_path / "file" / "out")
    printed = by_hand(engine, CODE, *READ, "done", *WRITE, out, "back", "6", record=path)
    assert printed.count("Where shall the summary go?") == 2
    assert "What happens next. 6 of 6" in printed
    assert (tmp_path / "file").read_text() == "mine"


def home_decision():  # type: ignore[no-untyped-def]
    from codesign.core.session import Review

    return Review("withheld", reason="other")


def test_words_of_people_reach_the_reader_as_they_are(engine: Engine, tmp_path: Path) -> None:
    people = [[*VOTE[:4], "1", "", "[b]call \x1b]0;owned\x9bme[/b] 555 123 4567", "", "yes", *VOTE[7:]], *[VOTE] * 4]
    votes = [line for person in people for line in person]
    printed = by_hand(
        engine,
        *SET_UP,
        *votes,
        *(*CLOSE, *TO_RESULT, *SHOW, *TO_NEXT),
        *(*READ, "t", "wants a call", "done"),
        *WRITE,
        str(tmp_path / "out"),
        "",
        plan=short(engine),
    )
    assert "Why it works: “[b]call ]0;ownedme[/b] 555 123 4567”" in printed
    assert "Maybe a phone number" in printed
    assert not set(printed) & set("\x1b\x9b")
    assert "wants a call" in (tmp_path / "out" / "summary.md").read_text("utf-8")


def test_a_defect_is_told_without_anybodys_words(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_args: object) -> None:
        raise ValueError(CANARY)

    monkeypatch.setattr(OpenSession, "seal", break_down)
    paper = Paper()
    assert home.run(Console(Keyboard([*SET_UP, *VOTE]), paper, "xterm"), engine, no_demo, plan=short(engine)) == 1
    last = paper.getvalue().split(BLANK)[-1]
    assert "Something in the program broke" in last
    assert "test_plain_session.py" in last
    assert CANARY not in last


def test_wrong_usage_and_refusals(run: Callable[..., Result], tmp_path: Path) -> None:
    assert run("starter", "--record", "x.json", "--plain", lines=[]).exit_code == 2
    for args in (["nonsense", "--plain"], ["--plain", "--record", "none.json"]):
        refused = run(*args, lines=[])
        assert refused.exit_code == 1
        assert "none.json" in refused.output or "nonsense" in refused.output
    assert "need a terminal" in run("starter", lines=[]).output


def test_plain_mode_loads_no_screen() -> None:
    script = "import sys, codesign.plain.home, codesign.cli.run, codesign.cli.plain; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-B", "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert not {name.split(".")[0] for name in done.stdout.split()} & {"textual", "rich", "docx"}
