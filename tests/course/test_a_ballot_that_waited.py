"""A sealed ballot that the disk refused, whatever ends the program: tried once more, and told where it is lost."""

import contextlib
from pathlib import Path
from types import SimpleNamespace

import pytest
from course_kit import CODE, TURN, Played, begun, no_demo

from codesign.cli import screens
from codesign.core.errors import NotSaved
from codesign.core.plan import Plan
from codesign.core.session import Setup
from codesign.course import pages
from codesign.course.around import Around
from codesign.course.home import Home
from codesign.engine import Engine, OpenSession

LOST = "One ballot could not be saved and is gone."
SAFE = "Every ballot that showed “Saved.” is on this laptop."
FULL, DEFECT = NotSaved("The disk is full."), KeyError("a defect")


@pytest.fixture
def record(engine: Engine, plan: Plan, filled_in: Setup) -> Path:
    """An open round with seven ballots and a code."""
    return begun(engine, plan, filled_in)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> list[Exception]:
    """What goes wrong at each save, in order; then nothing does."""
    cast, wrong = OpenSession.cast, list[Exception]()

    def failing(opened: OpenSession, sealed: object) -> None:
        if wrong:
            raise wrong.pop(0)
        cast(opened, sealed)  # type: ignore[arg-type]

    monkeypatch.setattr(OpenSession, "cast", failing)
    return wrong


def voted(play: Played) -> Played:
    """A whole turn up to its refused ballot."""
    play.say(CODE, "vote", *TURN).at(pages.NotYetSaved)
    return play


def at_the_end(engine: Engine, record: Path) -> int | None:
    """The ballots in the box, of a record that nobody holds any more."""
    with engine.open(record) as opened:
        return opened.read().in_box


@pytest.mark.parametrize(
    ("wrong", "lost"), [([FULL], False), ([FULL, FULL], True), ([FULL, DEFECT], True)], ids=["saved", "full", "broken"]
)
@pytest.mark.parametrize("defect", [False, True], ids=["left", "a defect"])
def test_whatever_ended_the_program_a_waiting_ballot_was_let_go_untried(
    engine: Engine, record: Path, disk: list[Exception], wrong: list[Exception], lost: bool, defect: bool
) -> None:
    home = Home(engine, Around(engine), no_demo)
    disk.extend(wrong)
    play = voted(Played(home.run(record=record)))
    if defect:
        with pytest.raises(KeyError):
            play._step(lambda: play._course.throw(DEFECT))
    else:
        play.leave()
    assert home.lost == lost
    assert at_the_end(engine, record) == (7 if lost else 8)


@pytest.mark.parametrize("code", [0, 1, 128 + 15], ids=["left", "a defect", "a signal"])
@pytest.mark.parametrize("wrong", [[FULL], [FULL, FULL]], ids=["saved", "lost"])
def test_a_lost_ballot_was_not_told_where_a_defect_ended_the_screens(
    engine: Engine,
    record: Path,
    disk: list[Exception],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    wrong: list[Exception],
    code: int,
) -> None:
    """Which said only that those are safe that showed “Saved.”: what it read on its page was that its ballot is still here."""
    disk.extend(wrong)

    class Screens(SimpleNamespace):
        return_code, plain_wanted = code, False

        def run(self, *, mouse: bool) -> None:
            self.stage.play = voted(Played(self.stage.course))

    class Stage:
        def __init__(self, app: Screens, course: pages.Course[str], _around: Around) -> None:
            self.course = course
            app.stage = self

        def leave(self) -> None:
            self.course.close()

    monkeypatch.setattr("codesign.tui.app.CodesignApp", Screens)
    monkeypatch.setattr("codesign.tui.stage.Stage", Stage)
    for name, there in (("has_terminal", True), ("leave_no_log", None), ("_leave_on_signals", None)):
        monkeypatch.setattr(screens, name, lambda *_args, there=there: there)
    for name in ("TEXTUAL_DISABLE_KITTY_KEY", "COLUMNS", "LINES"):
        monkeypatch.setenv(name, "1")
    with pytest.raises(SystemExit) if code else contextlib.nullcontext():
        screens.run(engine, record=record)
    said = capsys.readouterr().err
    assert (LOST in said) == (len(wrong) > 1)
    assert (SAFE in said) == (code != 1), "a defect has told that itself"
    assert at_the_end(engine, record) == (7 if len(wrong) > 1 else 8)
