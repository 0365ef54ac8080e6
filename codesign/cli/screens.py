"""Opens the screens in a terminal."""

import asyncio
import contextlib
import gc
import os
import shutil
import signal
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from codesign.cli.group import has_terminal, say
from codesign.core.errors import CodesignError
from codesign.engine import Engine, OpenSession
from codesign.words import _

if TYPE_CHECKING:
    from codesign.tui.app import CodesignApp

_TO_END = 5
"""Seconds for a save on its way, once somebody ends the program; a disk or a terminal that hangs never keeps it."""


def run(engine: Engine, *, demo: bool = False, out: Path | None = None) -> None:
    """Run the screens until somebody leaves them; then the record in use is let go and a demo's folder is removed.

    A demo's summary stays, in `out` or a temporary folder, and its place is told at the end.

    Raises:
        CodesignError: there is no terminal to show them in.
    """
    if not has_terminal():
        raise CodesignError(
            "The screens need a terminal. Open one and start the program there, or see youth-codesign --help for the "
            "commands that need none."
        )
    _leave_no_log()
    gc.disable()  # nothing to collect while modules load
    from codesign.tui.app import CodesignApp
    from codesign.tui.course import Course

    gc.freeze()
    gc.enable()
    folders: list[Path] = []
    summaries: list[Path] = []

    def new_demo() -> OpenSession:
        from codesign.demo import demo_engine, start_demo

        folders.append(Path(tempfile.mkdtemp(prefix="group-notes-")))
        opened = start_demo(demo_engine(folders[-1], engine.today))
        course.summary_folder = out or folders[-1].with_name(f"{folders[-1].name}-made-up-summary")
        summaries.append(course.summary_folder)
        return opened

    app = CodesignApp()
    course = Course(app, engine, new_demo)
    if demo:
        app.begin = course.demo
    _leave_on_signals(app)
    try:
        app.run()
    finally:
        course.leave()
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)
    if app.return_code != 1:  # else it has told of a defect
        _say_what_is_kept(summaries)
    if app.return_code:
        raise SystemExit(app.return_code)


def _say_what_is_kept(summaries: list[Path]) -> None:
    with contextlib.suppress(OSError):  # the window may be closed
        for summary in summaries:
            if summary.exists():
                say(_("The made-up summary lies in {folder}", folder=summary), err=True)
        say(_("Every ballot that showed “Saved.” is on this laptop."), err=True)


def _leave_on_signals(app: "CodesignApp") -> None:
    """A polite kill and a closed window leave as the facilitator would, with exit code 128 + signal; the first one counts.

    Nothing depends on it: what was saved is on disk.
    """
    ends = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name)]

    def leave(number: int, _frame: object) -> None:
        app.ending = True
        for end in ends:
            signal.signal(end, signal.SIG_IGN)
        if hasattr(signal, "alarm"):  # kills, even where a full terminal holds the loop
            signal.alarm(_TO_END)
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # the screens are not up yet, or are down again
            raise SystemExit(128 + number) from None
        loop.call_soon_threadsafe(app.exit, None, 128 + number)

    for end in ends:
        signal.signal(end, leave)


def _leave_no_log() -> None:
    """Textual can be told by the environment to log every key and to draw pictures of the screen. Here it can't."""
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        del os.environ[name]
