"""What every command shares: paths as options, the engine on a person's folders, words that are printed."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from codesign.core.text import visible
from codesign.documents.paper_size import A4, LETTER, PAPERS
from codesign.intake.files import MEGABYTE, Piped, named_path
from codesign.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codesign.engine import Engine
    from codesign.engine.open_session import OpenSession
    from codesign.store.places import Places


class PathType(click.Path):
    """A file or folder. A shell leaves the "~" of --out=~/x as it is."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        if isinstance(value, Path):
            return value
        if not value.strip():
            self.fail("It is empty. Name a file or a folder.", param, ctx)
        return named_path(value)


_MOST_PIPED = 50 * MEGABYTE


class _TextType(PathType):
    """A file of text, or - for standard input."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        if value == "-":
            return Piped.of(sys.stdin.buffer.read(_MOST_PIPED) if sys.stdin else b"")
        return super().convert(value, param, ctx)


A_PATH, A_TEXT = PathType(), _TextType()
DESK_PAPER = click.option(
    "--paper",
    type=click.Choice([LETTER.name, A4.name], case_sensitive=False),
    help="On that of this laptop's region by default.",
)
PAPER = click.option(
    "--paper",
    type=click.Choice(list(PAPERS), case_sensitive=False),
    help="What is for the wall is on this paper; on that of the region by default. A3 has larger type.",
)


def examples(*lines: str) -> str:
    """What stands under a command's help: whole command lines, each as it is typed behind the program's name."""
    return "\b\nFor example:\n" + "\n".join(f"  youth-codesign {line}" for line in lines)


def say(words: str, *, err: bool = False) -> None:
    """Print words; nothing in them can make the terminal do anything."""
    click.echo("\t".join(visible(part) for part in words.split("\t")), err=err)


def places_of(ctx: click.Context, *, looked_at: bool = True) -> "Places":
    """This person's folders; refused where one can't be read, unless they are not `looked_at`."""
    from codesign.store.places import Places

    data: Path | None = ctx.find_root().params.get("data")
    places = Places.under(data.absolute()) if data else Places.usual()
    if looked_at:
        places.must_be_folders()
    return places


def engine_of(ctx: click.Context, *, looked_at: bool = True) -> "Engine":
    """The engine on this person's folders; `looked_at` as of `places_of`."""
    from datetime import date

    from codesign.engine import Engine

    return Engine(places_of(ctx, looked_at=looked_at), date.today)


def say_papers(engine: "Engine", files: "Sequence[Path]") -> None:
    """Print what was written, where help lines stand on the papers; and why they are not the facilitator's own, if they are
    not."""
    for file in files:
        say(f"{file}")
    if problem := engine.help_lines().problem:
        say(f"! {problem}", err=True)


def must_have_the_code(opened: "OpenSession") -> None:
    """The facilitator's code, asked for where a record has one and somebody sits at a terminal: whoever gets to a shell may not
    be the facilitator. A script is asked nothing.

    Raises:
        CodesignError: it is not the code.
    """
    if sys.stdin and sys.stdin.isatty() and opened.code.is_set:
        from codesign.course.code import ASKED

        opened.code.check(click.prompt(_(ASKED), hide_input=True, err=True))


def has_terminal() -> bool:
    """Textual draws on stderr: sent to a file, it would write every comment there."""
    return (
        all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)) and os.environ.get("TERM") != "dumb"
    )


def leave_no_log() -> None:
    """Textual can be told by the environment to log every key and to draw pictures of the screen. Here it can't."""
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        del os.environ[name]
