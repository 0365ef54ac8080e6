"""Opens the screens in a terminal."""

import gc
import shutil
import signal
import tempfile
from pathlib import Path

import click

from codesign.cli.group import has_terminal
from codesign.core.errors import CodesignError
from codesign.engine import Engine, OpenSession


def run(engine: Engine, *, demo: bool = False, out: Path | None = None) -> None:
    """Run the screens until somebody leaves them; the record in use is let go and a demo's folder is removed.

    Raises:
        CodesignError: there is no terminal to show them in.
    """
    if not has_terminal():
        raise CodesignError(
            "The screens need a terminal. Open one and start the program there, or see youth-codesign --help for the "
            "commands that need none."
        )
    gc.disable()  # nothing to collect while modules load
    from codesign.demo import demo_engine, start_demo
    from codesign.tui.app import CodesignApp
    from codesign.tui.course import Course

    gc.freeze()
    gc.enable()
    folders: list[Path] = []

    def new_demo() -> tuple[Engine, OpenSession]:
        folders.append(Path(tempfile.mkdtemp(prefix="group-notes-")))
        made_up = demo_engine(folders[-1], engine.today)
        opened = start_demo(made_up)
        opened.summary_folder = out or folders[-1] / "summary"
        return made_up, opened

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
    if app.return_code:
        raise SystemExit(1)
    click.echo("Every ballot that showed “Saved.” is on this laptop.", err=True)


def _leave_on_signals(app: object) -> None:
    """A closed window or a polite kill restores the terminal. Nothing depends on it: what was saved is on disk."""
    from textual.app import App

    if not isinstance(app, App):
        return

    def leave(_number: int, _frame: object) -> None:
        app.call_later(app.exit)

    for name in ("SIGTERM", "SIGHUP", "SIGINT"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), leave)
