"""Commands on plans: list them, check one, show one."""

from pathlib import Path

import click

from codesign.cli.common import A_PATH, places_of, say
from codesign.content.plans import find_plan, plan_files, read_plan
from codesign.core.errors import CodesignError
from codesign.core.kinds import kind_of


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
        for option in kind_of(card).options(card):
            say(f"  {kind_of(card).paper_name(option)}  {option.words}")
        say("  4  Skip\n  5  I don't get this one")


COMMANDS = {"plans": plans}
