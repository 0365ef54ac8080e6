"""Commands on plans: list them, check one, show one."""

from pathlib import Path

import click

from codesign.cli.common import A_PATH, engine_of, places_of, say
from codesign.content.plans import find_plan, plan_files, read_plan
from codesign.core.errors import CodesignError
from codesign.core.kinds import kind_of
from codesign.core.kinds.pair import on_paper
from codesign.course.before_they_come import TITLE, before_they_come, of_a_plan
from codesign.course.set_up import MOST_PEOPLE
from codesign.words import in_region


@click.group(invoke_without_command=True)
@click.pass_context
def plans(ctx: click.Context) -> None:
    """List the plans, or check or show one."""
    if ctx.invoked_subcommand is not None:
        return
    broken = []
    for name, path in plan_files(places_of(ctx).data).items():
        try:
            plan = read_plan(path)
        except CodesignError as error:
            broken.append(str(error))
            continue
        say(f"{name}\t{len(plan.cards)} cards\t{plan.minutes} minutes\t{plan.title}")
    if broken:
        raise CodesignError("\n".join(broken))


@plans.command()
@click.argument("file", type=A_PATH)
def check(file: Path) -> None:
    """Say what is wrong with a plan file, all of it at once, and how to mend it."""
    plan = read_plan(file)
    say(f"{file}: {len(plan.cards)} cards, ready to use.")


@plans.command()
@click.argument("name")
@click.pass_context
def show(ctx: click.Context, name: str) -> None:
    """Show the cards of a plan with their ids and keys, for a paper ballot or its CSV file."""
    plan = find_plan(name, places_of(ctx).data)
    say(plan.title)
    for card in plan.cards:
        say(f"\n{card.id}  {card.rule}")
        for option in kind_of(card).options(on_paper(card)):
            name = kind_of(card).paper_name(option)
            letter = "" if name == option.key else f"  ({option.key} on a printed form)"
            say(f"  {name}  {option.words}{letter}")
        say("  4  Skip\n  5  I don't get this one")


@click.command("paper-form")
@click.argument("plan")
@click.option("--out", required=True, type=A_PATH, help="The folder that the papers go to.")
@click.pass_context
def paper_form(ctx: click.Context, plan: str, out: Path) -> None:
    """Write PLAN (a name or a path) as ballots to print, one for each person, and as a sheet of shapes for people who read
    little: Word and HTML, English and Spanish.

    The papers are typed in under “Type in paper ballots”, in the facilitator's menu of an open round, or into a table for
    the command paper.
    """
    engine = engine_of(ctx)
    for file in engine.write_paper_form(engine.plan(plan), out):
        say(f"{file}")


@click.command("before-they-come")
@click.argument("plan")
@click.option("--out", required=True, type=A_PATH, help="The folder that the sheet goes to.")
@click.option("--expected", type=click.IntRange(0, MOST_PEOPLE), default=0, help="About how many will vote.")
@click.pass_context
def before(ctx: click.Context, plan: str, out: Path, expected: int) -> None:
    """Write what to check and to say before a session on PLAN (a name or a path) as one sheet of paper: Word and HTML.

    It is for the facilitator alone. The same stands on a page after the set-up of a session.
    """
    engine = engine_of(ctx)
    chosen = engine.plan(plan)
    with in_region(chosen.region):
        blocks = before_they_come(of_a_plan(chosen, expected), engine.help_lines(), engine.today(), engine.synced_by())
    parts = [(block.title, block.lines, block.checks) for block in blocks]
    for file in engine.write_checklist(TITLE, chosen.title, parts, out, chosen.region):
        say(f"{file}")


COMMANDS = {"plans": plans, "paper-form": paper_form, "before-they-come": before}
