"""The command group: what is common to every command, and how an error leaves."""

import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from codesign import __version__
from codesign.core.errors import CodesignError
from codesign.core.text import visible

if TYPE_CHECKING:
    from codesign.engine import Engine
    from codesign.store.places import Places

_COMMANDS = {
    "new": "record",
    "paper": "ballots",
    "import-polis": "ballots",
    "close": "record",
    "round": "record",
    "drop": "record",
    "review": "outcome",
    "summary": "outcome",
    "records": "record",
    "verify": "care",
    "mend": "care",
    "delete": "care",
    "forget-code": "record",
    "plans": "plans",
    "demo": "demo",
}
"""Command -> the module that holds it, so that no command pays for the imports of another."""


class Commands(click.Group):
    """Loads a command when it is asked for, and turns a refusal into its sentence and exit code 1."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = __import__(f"codesign.cli.{_COMMANDS[cmd_name]}", fromlist=["COMMANDS"])
        command: click.Command = module.COMMANDS[cmd_name]
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except CodesignError as error:
            raise Refused(str(error)) from None
        except BrokenPipeError:  # the reader of our output has heard enough; click ends quietly
            raise
        except OSError as error:
            raise Refused(f"The disk refused ({error.strerror or error}). What was saved before is safe; try again.") from None


class Refused(click.ClickException):
    """Exit code 1 and a sentence, without click's "Error:" in front."""

    def show(self, file: Any = None) -> None:
        say(self.message, err=True)


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--data", type=click.Path(path_type=Path), envvar="CODESIGN_DATA", help="Keep everything under this folder.")
@click.version_option(__version__, prog_name="youth-codesign")
@click.pass_context
def main(ctx: click.Context, data: Path | None) -> None:
    """Technology rules, made with the young people who live by them.

    Without a command it opens the screens, in which a facilitator runs a session. Works offline and sends nothing.
    """
    ctx.obj = data
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a pipe may have a narrow encoding; words of people are never an error
            stream.reconfigure(encoding="utf-8", errors="replace")
    if ctx.invoked_subcommand is None:
        from codesign.cli.screens import run

        run(engine_of(ctx))


def say(words: str, *, err: bool = False) -> None:
    """Print words; nothing in them can make the terminal do anything."""
    click.echo("\t".join(visible(part) for part in words.split("\t")), err=err)


def places_of(ctx: click.Context) -> "Places":
    from codesign.store.places import Places

    data: Path | None = ctx.obj
    return Places.under(data.absolute()) if data else Places.usual()


def engine_of(ctx: click.Context) -> "Engine":
    """The engine on this person's folders."""
    from datetime import date

    from codesign.engine import Engine

    return Engine(places_of(ctx), date.today)


def has_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
