"""The command that runs a session from a plan or a record: on the screens, or in plain lines."""

from pathlib import Path

import click

from codesign.cli.common import engine_of, examples
from codesign.cli.named import A_PLAN, A_RECORD


@click.command(epilog=examples("run starter", "run --plain", "run --record last"))
@click.argument("plan", required=False, type=A_PLAN)
@click.option("--plain", is_flag=True, help="Numbered lines on stdin and stdout: for a screen reader or a simple terminal.")
@click.option("--record", type=A_RECORD, help="Go on with this record; its code is asked for.")
@click.pass_context
def run(ctx: click.Context, plan: str | None, plain: bool, record: Path | None) -> None:
    """Run a session, from set-up to summary.

    PLAN is a name (see plans) or a path; without one it begins at home. With --plain everything is read and typed line by
    line: no full screen, no colour, the same votes in the same sealed box.
    """
    if plan and record:
        raise click.UsageError("Name a PLAN to start a session, or --record to go on with one.")
    engine = engine_of(ctx)
    if plain:
        from codesign.cli.plain import run_plain

        run_plain(engine, plan=plan, record=record and record.absolute())
        return
    from codesign.cli.screens import run as run_screens

    run_screens(engine, plan=engine.plan(plan) if plan else None, record=record and record.absolute())


COMMANDS = {"run": run}
