"""Opens the screens in a terminal."""

import asyncio
import contextlib
import gc
import os
import signal
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from codesign import terminal
from codesign.cli.common import has_terminal, leave_no_log, say
from codesign.cli.demos import Demos
from codesign.core.errors import CodesignError
from codesign.core.plan import Plan
from codesign.course.shared_words import ALL_ARE_SAFE, ONE_IS_GONE
from codesign.engine import Engine
from codesign.store.throwaway import throw_away_left_behind
from codesign.words import _

if TYPE_CHECKING:
    from codesign.tui.app import CodesignApp

_NO_TERMINAL = (
    "The screens need a terminal. Open one and start the program there, or take youth-codesign run --plain, which needs none; "
    "youth-codesign --help lists the commands for scripts."
)
_NO_WAY_TO_ITSELF = (
    "The screens can't start: something on this laptop keeps the program from talking to itself (127.0.0.1). Nothing leaves "
    "the laptop by that. Ask whoever looks after it to allow it, or take youth-codesign run --plain, which does without."
)
_TO_END = 5
"""Seconds for a save on its way, once somebody ends the program; a disk or a terminal that hangs never keeps it."""


def run(
    engine: Engine,
    *,
    demo: bool = False,
    out: Path | None = None,
    plan: Plan | None = None,
    record: Path | None = None,
    new: str = "",
) -> None:
    """Run the screens until somebody leaves them; then the record in use is let go and a demo's folder is removed.

    They open at home, in a demo, at the set-up of a plan, at the desk of a `new` one, or before the code of a record.
    A demo's summary stays, in `out` or a temporary folder, and its place is told at the end.

    Raises:
        CodesignError: there is no terminal to show them in, or the program can't wake itself.
    """
    if not has_terminal():
        raise CodesignError(_NO_TERMINAL)
    _must_wake_itself()
    leave_no_log()
    throw_away_left_behind()
    _set_environment()
    gc.disable()  # nothing to collect while modules load
    from codesign.course.around import Around
    from codesign.course.home import Home
    from codesign.tui.stage import Stage

    gc.freeze()
    gc.enable()
    demos = Demos(engine, out)
    app, around = _app(engine), Around(engine)
    home = Home(engine, around, demos.start)
    stage = Stage(app, home.run(plan=plan, record=record, demo=demo, new=new), around)
    _leave_on_signals(app)
    try:
        app.run(mouse=False)  # a click is no key
    finally:
        try:
            stage.leave()
        finally:
            demos.throw_away()
    if not app.plain_wanted:  # else it goes on
        _say_what_is_kept(demos.summaries, lost=home.lost, defect=app.return_code == 1)
    if app.return_code:
        raise SystemExit(app.return_code)
    if app.plain_wanted:
        from codesign.cli.plain import run_plain

        run_plain(engine)


def _app(engine: Engine) -> "CodesignApp":
    """In the colours that were chosen on the first page."""
    from codesign.store import colours
    from codesign.tui.app import CodesignApp

    app = CodesignApp(colours=colours.read(engine.places))
    app.keep_colours = partial(colours.keep, engine.places)
    return app


def _must_wake_itself() -> None:
    """The screens' loop wakes by a pair of sockets; on Windows Python makes it over 127.0.0.1, which may be shut."""
    try:
        asyncio.new_event_loop().close()
    except OSError as error:
        told, sys.unraisablehook = sys.unraisablehook, lambda _half_made: None
        error.__traceback__ = None  # the loop that was not finished goes with it, and fails at that
        sys.unraisablehook = told
        raise CodesignError(_NO_WAY_TO_ITSELF) from None


def _set_environment() -> None:
    os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"  # nothing here needs keys by number
    for name in ("COLUMNS", "LINES"):  # left in the environment they would be taken for the size of this terminal
        os.environ.pop(name, None)


def _say_what_is_kept(summaries: list[Path], *, lost: bool, defect: bool) -> None:
    """A defect has said of the saved ballots what there is to say."""
    with contextlib.suppress(OSError):  # the window may be closed
        for summary in summaries:
            if summary.exists():
                say(_("The made-up summary lies in {folder}", folder=summary), err=True)
        if lost:
            say(_(ONE_IS_GONE), err=True)
        if not defect:
            say(_(ALL_ARE_SAFE), err=True)


def _leave_on_signals(app: "CodesignApp") -> None:
    """A kill, a closed window and whatever else ends a program leave as the facilitator would, with exit code 128 + signal; the
    first one counts. Nothing depends on it: what was saved is on disk.
    """
    ends = terminal.ends() - {getattr(signal, "SIGALRM", 0)}

    def leave(number: int, _frame: object) -> None:
        app.ending = True
        for end in ends:
            signal.signal(end, signal.SIG_IGN)
        if hasattr(signal, "alarm"):  # kills, even where a full terminal holds the loop
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.alarm(_TO_END)
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # the screens are not up yet, or are down again
            raise SystemExit(128 + number) from None
        loop.call_soon_threadsafe(app.exit, None, 128 + number)

    for end in ends:
        with contextlib.suppress(OSError, ValueError):  # no system lets all of them be caught
            signal.signal(end, leave)
