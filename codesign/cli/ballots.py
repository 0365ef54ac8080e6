"""Commands that bring ballots in without the screen: paper, import-polis."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from codesign.cli.common import A_PATH, A_TEXT, engine_of, examples, say
from codesign.cli.named import RECORD
from codesign.cli.record import warn_of_copies
from codesign.core.plan import Plan
from codesign.core.session import Setup
from codesign.core.thresholds import Thresholds
from codesign.course.typed_ballots import twin_words
from codesign.words import _, many

if TYPE_CHECKING:
    from codesign.intake.polis import Sign


@click.command(epilog=examples("paper last ballots.csv"))
@RECORD
@click.argument("ballots", type=A_TEXT)
@click.pass_context
def paper(ctx: click.Context, record: Path, ballots: Path) -> None:
    """Put a stack of paper ballots in the box.

    All of them or none go into the box of the open round. BALLOTS is a CSV file, or - for standard input: a column for each
    card id, a row for each ballot. A cell is the key (1, 2, 3; a letter; on a pair the wording's rule id, both or neither), 4
    for skip, 5 for unclear, empty for not reached. CARD:comment and CARD:quote (yes or no) may stand beside a card.
    """
    from codesign.intake.paper import read_stack

    engine = engine_of(ctx)
    with engine.open(record) as opened:
        before = opened.read().in_box
        stack = read_stack(ballots, opened.read().round_cards) if opened.read().open_round else []
        opened.cast(opened.seal(stack))
        now = opened.read().in_box
        twin = engine.twin(opened)
    say(
        many(
            "{before} in the box before, {n} ballot now.",
            "{before} in the box before, {n} ballots now.",
            now or 0,
            before=before,
        )
    )
    if ballots != Path("-"):
        say(
            _(
                "{file} still holds every ballot as one person's. Once the count is right, delete it and tear up the papers.",
                file=ballots,
            ),
            err=True,
        )
    if twin:
        say(f"! {twin_words(twin)} youth-codesign drop takes this stack back.", err=True)


class Numbers(click.ParamType):  # type: ignore[type-arg]  # generic only from click 8.4 on
    """Whole numbers from 0, parted by commas."""

    name = "numbers"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, ...]:
        if not isinstance(value, str):  # the default
            return ()
        parts = [part.strip() for part in value.split(",") if part.strip()]
        if not all(part.isascii() and part.isdigit() and len(part) < 19 for part in parts):
            self.fail("Write numbers of statements, parted by commas: 3,7", param, ctx)
        return tuple(int(part) for part in parts)


@click.command("import-polis", epilog=examples("import-polis export --record a.json --without 3,7"))
@click.argument("folder", metavar="DIR", type=A_PATH)
@click.option("--record", required=True, type=A_PATH, help="The file to make.")
@click.option("--title", default="", help="Stands on every page; the topic of the conversation otherwise.")
@click.option("--without", type=Numbers(), default=(), help="Numbers of statements to leave out, parted by commas.")
@click.option(
    "--sign",
    type=click.Choice(["agree-is-1", "agree-is-minus-1"]),
    help="What means agree in the votes, where the export leaves it open.",
)
@click.pass_context
def import_polis(
    ctx: click.Context, folder: Path, record: Path, title: str, without: tuple[int, ...], sign: "Sign | None"
) -> None:
    """Make a record from a Polis export.

    DIR is the export folder of a conversation. The round stays open, so that close folds it.
    """
    from codesign.intake.polis import read_export

    engine = engine_of(ctx)
    export = read_export(folder, sign=sign, title=title, without=without)
    plan = Plan(name="polis", title=export.title, purpose="", minutes=60, cards=export.cards)
    setup = Setup(title=export.title, day=export.day or engine.today().isoformat())
    engine.start(plan, setup, Thresholds(), record, export.ballots, export.source).leave()
    for note in export.notes:
        say(note, err=True)
    say(
        _("{folder} still holds how each person voted. Keep it where such lists are kept, or delete it.", folder=folder),
        err=True,
    )
    cards = many("{n} statement", "{n} statements", len(export.cards))
    say(many("{n} ballot on {cards}.", "{n} ballots on {cards}.", len(export.ballots), cards=cards))
    warn_of_copies(engine, record)


COMMANDS = {"paper": paper, "import-polis": import_polis}
