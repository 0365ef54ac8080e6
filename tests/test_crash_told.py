"""A defect ends in a sentence and its place, in no words of anybody: commands, screens, threads, the loop."""

import asyncio
import contextlib
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from rich.traceback import Traceback
from textual import events, screen
from textual.worker import WorkerFailed

from codesign import crash
from codesign.cli import main
from codesign.course.pages import Problem
from codesign.engine import Engine
from codesign.tui.app import CodesignApp
from codesign.tui.screens.facilitator.confirm import ProblemPage

CANARY = "zebra crossing"
SENTENCE = "Something in the program broke, and it has stopped. Every ballot that showed “Saved.” is safe"


def breaks() -> None:
    words = CANARY
    raise KeyError(words)


def caught(function: Callable[[], object], kind: type[Exception] = KeyError) -> Exception:
    with pytest.raises(kind) as found:
        function()
    return found.value


# The words


def test_a_defect_is_told_by_kind_file_line_and_function() -> None:
    told = crash.told(caught(breaks))
    line = breaks.__code__.co_firstlineno + 2
    assert told.startswith(SENTENCE)
    assert told.endswith(f"\n\nKeyError\n  tests/test_crash_told.py, line {line}, breaks")
    assert CANARY not in told


def test_no_folder_above_a_package_is_told() -> None:
    def place(file: str) -> str:
        return crash.where_at("", [(file, 3, "f")]).strip()

    assert place("/home/ana/venv/lib/python3.11/site-packages/textual/drivers/a.py") == "textual/drivers/a.py, line 3, f"
    assert place("/home/ana/python3.11/asyncio/runners.py") == "asyncio/runners.py, line 3, f"
    assert place(crash.__file__) == "codesign/crash.py, line 3, f"
    assert place("<string>") == "<string>, line 3, f"


def test_our_own_places_come_before_a_librarys() -> None:
    error = caught(lambda: Engine.every_record(None), AttributeError)  # type: ignore[arg-type]
    assert crash.where(error).startswith("AttributeError\n  codesign/engine/__init__.py, line ")


def test_an_error_with_a_cause_is_told_by_the_line_that_failed_first() -> None:
    def wraps() -> None:
        try:
            breaks()
        except KeyError as error:
            raise RuntimeError(CANARY) from error

    told = crash.told(caught(wraps, RuntimeError))
    assert "\nRuntimeError\n" in told
    assert told.endswith(", breaks")
    assert CANARY not in told


def test_an_endless_recursion_is_told_in_a_few_lines() -> None:
    assert crash.where_at("RecursionError", [(crash.__file__, 3, "f")] * 1000).count("\n") == 4


# Commands


@pytest.fixture
def close(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], Result]:
    """The command close over an engine that raises."""

    def run(error: BaseException) -> Result:
        def broken(_engine: Engine, path: Path) -> None:
            words = CANARY, path
            raise error.with_traceback(None) if words else error

        monkeypatch.setattr(Engine, "open", broken)
        return CliRunner().invoke(main, ["--data", str(tmp_path), "close", "a.json"])

    return run


@pytest.mark.parametrize(
    "kind", [KeyError, RuntimeError, OSError, EOFError, MemoryError, RecursionError, UnicodeError, StopIteration, SystemError]
)
def test_a_defect_in_a_command_is_told_without_its_message(
    close: Callable[[BaseException], Result], kind: type[Exception]
) -> None:
    result = close(kind(CANARY))
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert result.stdout == ""
    assert result.stderr.startswith(SENTENCE)
    assert f"\n{kind.__name__}\n  codesign/cli/command_table.py, line " in result.stderr
    assert ", broken\n" in result.stderr
    assert CANARY not in result.output
    assert "Traceback" not in result.output


def test_a_disk_that_refuses_is_told_in_the_systems_words_only(close: Callable[[BaseException], Result]) -> None:
    result = close(OSError(28, CANARY))
    assert result.exit_code == 1
    assert result.stderr == "The disk refused (No space left on device). What was saved before is safe; try again.\n"


def test_ctrl_c_ends_a_command_quietly(close: Callable[[BaseException], Result]) -> None:
    result = close(KeyboardInterrupt(CANARY))
    assert (result.exit_code, result.output) == (130, "")


def test_what_click_says_itself_stays(close: Callable[[BaseException], Result]) -> None:
    assert close(click.UsageError("wrong")).exit_code == 2
    assert close(click.Abort()).stderr.strip() == "Aborted!"
    assert close(click.exceptions.Exit(7)).exit_code == 7
    assert close(BrokenPipeError(32, CANARY)).output == ""


# The process


def process(defect: str, *python: str) -> subprocess.CompletedProcess[str]:
    """The command records, as a process of its own, with this in the place of the engine's list."""
    code = f"""
from codesign.cli import main
from codesign.engine import Engine
class Odd(BaseException): pass
class Dying:
    def __del__(self): raise KeyError({CANARY!r})
def records(engine):
    words = {CANARY!r}
    {defect}
    return []
Engine.every_record = records
main(["records"])
"""
    command = [sys.executable, "-X", "dev", *python, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def test_what_nobody_catches_is_told_by_its_place_only() -> None:
    defects = (
        "import threading; t = threading.Thread(target=lambda: {}[words]); t.start(); t.join()"
        "; Dying(); import atexit; atexit.register(lambda: {}[words]); raise Odd(words)"
    )
    done = process(defects)
    assert done.returncode == 1
    assert CANARY not in done.stdout + done.stderr
    told = [line.split(",")[0] + "," + line.split(",")[-1] for line in done.stderr.splitlines() if "<string>" in line]
    assert told == ["  <string>, <lambda>", "  <string>, __del__", "  <string>, records", "  <string>, <lambda>"]
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="has no core files")
def test_no_command_can_leave_its_memory_on_the_disk() -> None:
    done = process("import resource, click; click.echo(resource.getrlimit(resource.RLIMIT_CORE))")
    assert done.stdout == "(0, 0)\n"


@pytest.mark.skipif(sys.platform != "linux", reason="is a call of Linux")
def test_no_other_program_looks_into_the_memory_of_a_command() -> None:
    done = process("import ctypes, click; click.echo(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))")
    assert done.stdout == "0\n"


# Screens


class Drawn(Exception):
    """An error that Textual would let draw itself."""

    def __rich__(self) -> str:
        return f"drawn {self}"


def in_action(_app: CodesignApp) -> None:
    breaks()


def drawn(_app: CodesignApp) -> None:
    raise Drawn(CANARY)


def in_a_worker(app: CodesignApp) -> None:
    async def work() -> None:
        await asyncio.to_thread(breaks)

    app.run_worker(work())


def in_compose(app: CodesignApp) -> None:
    class Broken(ProblemPage):
        def body(self):
            breaks()
            yield

    app.go(lambda: Broken(Problem(title="Title", sentence=CANARY), breaks, app))


def in_render(app: CodesignApp) -> None:
    app.screen.render = breaks  # type: ignore[method-assign, assignment]
    app.screen.refresh()


def in_a_timer(app: CodesignApp) -> None:
    app.set_timer(0.001, breaks)


def in_the_loop(_app: CodesignApp) -> None:
    for _ in range(2):  # the first one is told
        asyncio.get_running_loop().call_soon(breaks)


def in_a_task(_app: CodesignApp) -> None:
    async def work() -> None:
        breaks()

    _ = asyncio.get_running_loop().create_task(work())


def in_the_thread_that_reads_keys(app: CodesignApp) -> None:
    try:
        breaks()
    except KeyError:
        app.call_later(app.panic, Traceback())


PLACES = [in_action, drawn, in_a_worker, in_compose, in_render, in_a_timer, in_the_loop, in_a_task]


@pytest.mark.parametrize("defect", [*PLACES, in_the_thread_that_reads_keys], ids=lambda defect: defect.__name__)
async def test_a_defect_on_the_screens_ends_them_without_anybodys_words(
    defect: Callable[[CodesignApp], None], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "UPDATE_PERIOD", 1 / 60)  # painted by the clock, whatever another file of tests set

    class Breaking(CodesignApp):
        def action_help(self) -> None:
            defect(self)

    app = Breaking()
    app.begin = lambda: app.go(lambda: ProblemPage(Problem(title="Title", sentence="A sentence."), print, app))
    with contextlib.suppress(KeyError, Drawn, WorkerFailed):  # run_test raises again what Textual was told of
        async with app.run_test():
            app.post_message(events.Key("f1", None))
            for _ in range(500):
                await asyncio.sleep(0 if app.return_code else 0.01)
    shown = "".join(capsys.readouterr())
    assert app.return_code == 1
    assert "Every ballot that showed “Saved.”" in " ".join(shown.split())
    assert shown.count("Something in the program broke") == 1
    assert f", {'breaks' if defect is not drawn else 'drawn'}\n" in shown
    assert CANARY not in shown
    assert "textual run" not in shown


async def test_the_environment_cannot_make_the_loop_tell_of_calls() -> None:
    loop = asyncio.get_running_loop()
    loop.set_debug(True)
    async with CodesignApp().run_test():
        assert not loop.get_debug()


async def test_a_page_that_a_signal_catches_half_mounted_is_no_defect(capsys: pytest.CaptureFixture[str]) -> None:
    app = CodesignApp()

    def late() -> None:
        app.ending = True
        app.exit(return_code=143)
        app._handle_exception(KeyError(CANARY))
        app._loop_error(asyncio.get_running_loop(), {"exception": KeyError(CANARY)})

    app.begin = late
    async with app.run_test():
        pass
    assert app.return_code == 143
    assert "".join(capsys.readouterr()) == ""
