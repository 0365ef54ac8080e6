"""Commands for papers that belong to no session: tech-plan, board."""

from pathlib import Path

import click

from codesign.cli.common import A_PATH, DESK_PAPER, PAPER, engine_of, examples, say_papers
from codesign.core.errors import CodesignError
from codesign.course import papers_to_print


@click.command("tech-plan", epilog=examples("tech-plan --blank --out print"))
@click.option(
    "--blank", is_flag=True, help="To fill in with a pen. A plan is filled in on the screens, and never by a command."
)
@click.option("--out", required=True, type=A_PATH, help="The folder that the papers go to.")
@DESK_PAPER
@click.pass_context
def tech_plan(ctx: click.Context, blank: bool, out: Path, paper: str | None) -> None:
    """Write the blank papers of “My tech plan”.

    For one young person and a worker: a pocket card without a reason or a program's name, and a copy for the file. Word and
    HTML, English and Spanish.
    """
    if not blank:
        raise CodesignError(
            "A plan is filled in by a worker and a young person together: start youth-codesign, and choose “My tech plan”. For "
            "papers to fill in with a pen: youth-codesign tech-plan --blank --out FOLDER."
        )
    engine = engine_of(ctx)
    say_papers(engine, papers_to_print.blank_tech_plan(engine, out, paper or ""))


@click.command(epilog=examples("board --out print --paper Letter"))
@click.option("--out", required=True, type=A_PATH, help="The folder that the papers go to.")
@PAPER
@click.pass_context
def board(ctx: click.Context, out: Path, paper: str | None) -> None:
    """Write the papers of "Our board", for youth.

    A poster (who to talk to, services near here, help lines), a pocket card
    without a program's name, and a charter for a real online space, filled in from what was told of the votes on it. Word and
    HTML, English and Spanish.
    """
    engine = engine_of(ctx)
    say_papers(engine, papers_to_print.board(engine, out, paper or ""))


COMMANDS = {"tech-plan": tech_plan, "board": board}
