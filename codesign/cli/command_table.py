"""The command group: which module holds a command, and how an error leaves."""

import contextlib
import io
import os
import signal
import sys
import threading
from pathlib import Path
from typing import Any

import click

from codesign import __version__, crash
from codesign.cli.common import A_PATH, engine_of, say
from codesign.core.errors import CodesignError
from codesign.core.text import visible
from codesign.terminal import ends
from codesign.words import _

_COMMANDS = {
    "run": "run",
    "new": "record",
    "paper": "ballots",
    "import-polis": "ballots",
    "close": "record",
    "round": "record",
    "drop": "record",
    "review": "summary",
    "summary": "summary",
    "pools": "pool_memory",
    "decisions": "decisions",
    "rules": "rules",
    "records": "record",
    "verify": "care",
    "mend": "care",
    "delete": "care",
    "forget-code": "record",
    "policy": "policy",
    "plans": "plans",
    "paper-form": "plans",
    "before-they-come": "plans",
    "tech-plan": "tech_plan_and_board",
    "board": "tech_plan_and_board",
    "learn": "learn",
    "demo": "demo",
    "doctor": "doctor",
}
"""Command -> the module that holds it, so that no command pays for the imports of another."""


class Commands(click.Group):
    """Loads a command when it is asked for, and turns a refusal or a defect into its sentence and exit code 1."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """The program's own start; whoever runs a command inside another process (a test) calls `main`."""
        _leave_nothing_behind()
        _end_politely()
        return super().__call__(*args, **kwargs)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = __import__(f"codesign.cli.{_COMMANDS[cmd_name]}", fromlist=["COMMANDS"])
        command: click.Command = module.COMMANDS[cmd_name]
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """A name that is nearly one of ours gets that one as a hint: click knows only commands that are loaded."""
        if not ctx.resilient_parsing and args[0] not in _COMMANDS and args[0][:1] not in ("", "-"):  # Tab is silent
            import difflib

            typed = args[0].casefold()
            near = ["run --plain"] if typed == "plain" else difflib.get_close_matches(typed, _COMMANDS, 1)
            hint = f"Did you mean “{near[0]}”?" if near else "Take --help for a list."
            ctx.fail(f"There is no command “{visible(args[0])}”. {hint}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except CodesignError as error:
            raise Refused(str(error)) from None
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise  # click ends as it should, quietly where the reader of our output has heard enough
        except KeyboardInterrupt:
            raise SystemExit(130) from None
        except Exception as error:
            if isinstance(error, OSError) and error.errno:
                reason = os.strerror(error.errno)  # the error's own words may be anybody's
                told = _("The disk refused ({reason}). What was saved before is safe; try again.", reason=reason)
                raise Refused(told) from None
            raise Refused(crash.told(error)) from None


def _leave_nothing_behind() -> None:
    """No memory of this process reaches the disk, and no value reaches the terminal, however it ends."""
    with contextlib.suppress(ImportError):  # Windows has no such limit
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _close_memory()

    def say_where(error: BaseException | None) -> None:
        if error and sys.stderr and not isinstance(error, KeyboardInterrupt | SystemExit):
            say(crash.where(error), err=True)

    sys.excepthook = lambda _kind, error, _trace: say_where(error)
    threading.excepthook = lambda failed: say_where(failed.exc_value)
    sys.unraisablehook = lambda failed: say_where(failed.exc_value)


def _end_politely() -> None:
    """Whatever ends a program ends a command as Ctrl+C does: what is half done is taken back. The screens and plain mode, which
    have a page to leave, put others in place."""

    def end(number: int, _frame: object) -> None:
        raise SystemExit(128 + number)

    for number in ends():
        if signal.getsignal(number) is signal.SIG_DFL:
            with contextlib.suppress(OSError, ValueError):  # no system lets all of them be caught
                signal.signal(number, end)


_PR_SET_DUMPABLE = 4


def _close_memory() -> None:
    """Linux: no other program of the same person may look into this one's memory (/proc/PID/mem, ptrace), and no core is piped
    to a crash reporter, which the limit does not stop. Silently nothing elsewhere."""
    if sys.platform == "linux":
        with contextlib.suppress(Exception):  # a Python without ctypes, a C library without the call
            import ctypes

            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


class Refused(click.ClickException):
    """Exit code 1 and a sentence, without click's "Error:" in front."""

    def show(self, file: Any = None) -> None:
        say(self.message, err=True)


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--data", type=A_PATH, envvar="CODESIGN_DATA", help="Keep everything under this folder.")
@click.version_option(__version__, prog_name="youth-codesign")
@click.pass_context
def main(ctx: click.Context, data: Path | None) -> None:
    """Technology rules, made with the young people who live by them.

    Without a command it opens the screens, in which a facilitator runs a session. Works offline and sends nothing.
    """
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # words of people are never an error
            stream.reconfigure(encoding=stream.encoding if stream.isatty() else "utf-8", errors="replace")
    if ctx.invoked_subcommand is None:
        from codesign.cli.screens import run

        run(engine_of(ctx))
