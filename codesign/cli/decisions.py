"""The way back: the command decisions."""

import contextlib
import sys
from pathlib import Path

import click

from codesign.cli.common import A_PATH, A_TEXT, PAPER, engine_of, examples, say
from codesign.cli.named import RECORD
from codesign.core.dates import Order
from codesign.core.errors import CodesignError
from codesign.core.policy_team.taken import Taken, standing
from codesign.course.brought import KEEP_IT, what_a_file_brings, what_the_dates_mean
from codesign.engine import Engine
from codesign.engine.open_session import OpenSession
from codesign.words import _, in_region


@click.command(epilog=examples("decisions last summary.docx --out wall --paper A3"))
@RECORD
@click.argument("file", required=False, type=A_TEXT)
@click.option("--out", type=A_PATH, help="The folder for the posters; beside FILE by default, else the one you are in.")
@click.option("--yes", is_flag=True, help="Keep it although something is odd, or takes the place of an earlier answer.")
@click.option("--dates", "order", type=click.Choice(["day", "month"]), help="What stands first in its dates, as in 03/12/2027.")
@PAPER
@click.pass_context
def decisions(
    ctx: click.Context, record: Path, file: Path | None, out: Path | None, yes: bool, order: Order | None, paper: str | None
) -> None:
    """Read the policy team's answers, and write the poster.

    It is "You said / We did / Not yet, and why", for the wall. FILE is summary.docx or summary.csv as the policy team filled
    it in, or - for standard input. Its answers are added to those kept with the record: an empty cell changes nothing, and the
    word withdraw takes back. What is odd, or takes the place of an earlier answer, is listed first and needs a yes. Without
    FILE the answers are typed in from a printed form, rule by rule: each rule is kept once it is typed, and stop ends it at
    any time.
    """
    with engine_of(ctx).open(record) as opened:
        if file:
            _read(opened, file, order or "", yes=yes)
        elif not _typed(engine_of(ctx), opened):
            raise CodesignError("Nothing was typed, so nothing is kept and no poster was written.")
        files = opened.write_posters(out or (file.absolute().parent if file else Path.cwd()), paper or "")
    for written in files:
        say(f"{written}")


def _read(opened: OpenSession, file: Path, order: Order, *, yes: bool) -> None:
    taken = opened.look_at_decisions(file, order)
    _tell(opened, taken)
    if taken.two_readings:
        with in_region(opened.read().setup.region):
            meant = what_the_dates_mean(taken.two_readings)
        for first, words in meant.items():
            say(f"--dates {first}: {words}", err=True)
    if taken.needs_a_yes and not yes and not _said_yes():
        raise CodesignError("Nothing was kept. Look at what is listed; --yes keeps it as it is.")
    opened.keep_decisions(taken)


def _tell(opened: OpenSession, taken: Taken) -> None:
    for line in what_a_file_brings(taken, len(opened.read().told_cards)):
        say(line, err=True)


def _typed(engine: Engine, opened: OpenSession) -> bool:
    """Typed line by line, from the first rule without an answer on; whether any answer is kept then."""
    from codesign.course.around import Around
    from codesign.course.typed_answers import TypedAnswers
    from codesign.plain.console import Left, usual
    from codesign.plain.show import Show

    console, around, answers = usual(), Around(engine), TypedAnswers(opened)
    around.enter(opened.read())
    with console.guarded(), contextlib.suppress(Left):  # what was typed to the end of a rule is kept
        Show(console, around).run(answers.until_done())
    console.clear()
    session = opened.read()
    if session.decisions:
        _tell(opened, standing(session.told_cards, session.decisions))
    return bool(session.decisions)


def _said_yes() -> bool:
    """Asked where somebody sits at a terminal."""
    return sys.stdin.isatty() and click.confirm(_(KEEP_IT), err=True)


COMMANDS = {"decisions": decisions}
