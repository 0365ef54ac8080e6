"""Opens the screens in a terminal."""

import contextlib
import gc
import os
import shutil
import tempfile
from pathlib import Path

from codesign.cli.group import has_terminal, say
from codesign.core.errors import CodesignError
from codesign.engine import Engine, OpenSession


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
    try:
        app.run()
    finally:
        course.leave()
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)
    if app.return_code:
        raise SystemExit(1)
    for summary in summaries:
        if summary.exists():
            say(f"The made-up summary lies in {summary}", err=True)
    say("Every ballot that showed “Saved.” is on this laptop.", err=True)


def _leave_no_log() -> None:
    """Textual can be told by the environment to log every key and to draw pictures of the screen; a crash can leave the
    memory on the disk. Here neither happens."""
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        del os.environ[name]
    with contextlib.suppress(ImportError):  # Windows has no such limit
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
