"""Commands on plans: list them, check, make or show one, and its papers."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from codesign.cli.common import A_PATH, A_TEXT, engine_of, examples, places_of, say, say_papers
from codesign.cli.named import A_PLAN, A_RECORD, PLAN_OR_RECORD
from codesign.content.plans import find_plan, plan_files, read_plan
from codesign.core.errors import CodesignError
from codesign.core.kinds import kind_of
from codesign.core.kinds.pair import on_paper
from codesign.core.plan import Plan
from codesign.core.record_names import is_short_name
from codesign.core.session import Session
from codesign.core.text import escaped
from codesign.core.thresholds import MOST_PEOPLE
from codesign.course.before_they_come import USUAL, minutes_for
from codesign.intake.files import named_path

if TYPE_CHECKING:
    from codesign.engine import Engine


@click.group(invoke_without_command=True, epilog=examples("plans", "plans show starter", "plans new winter --from last"))
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
        cards = len(plan.cards)
        takes = minutes_for(plan.hour, USUAL, cards)
        say(f"{escaped(name)}\t{cards} cards\tabout {takes} minutes for {USUAL} people\t{plan.title}")
    if broken:
        raise CodesignError("\n".join(broken))


@plans.command()
@click.argument("file", type=A_TEXT)
def check(file: Path) -> None:
    """Say what is wrong with a plan file.

    All of it at once, and how to mend it. - reads standard input.
    """
    plan = read_plan(file)
    say(f"{file}: {len(plan.cards)} cards, ready to use.")


@plans.command()
@click.argument("name")
@click.option("--from", "records", metavar="RECORD", multiple=True, type=A_RECORD, help="Once or several times.")
@click.option("--plain", is_flag=True, help="The desk in numbered lines.")
@click.pass_context
def new(ctx: click.Context, name: str, records: tuple[Path, ...], plain: bool) -> None:
    """Make a plan, at the desk or from records.

    With --from it asks the cards of the newest of them. Where the policy team adopted a rule, its card says how it reads
    today. Look at the file, and change it at the desk or with any text editor.
    """
    engine = engine_of(ctx)
    if not records:
        engine.own_plans.must_be_free(name)
        if plain:
            from codesign.cli.plain import run_plain

            run_plain(engine, new=name)
            return
        from codesign.cli.screens import run

        run(engine, new=name)
        return
    path, left_out = engine.next_plan(name, records)
    for line in left_out:
        say(line, err=True)
    say(f"{path}")


@plans.command()
@click.argument("name", type=A_PLAN)
@click.pass_context
def show(ctx: click.Context, name: str) -> None:
    """Show the cards of a plan, with ids and keys.

    For a paper ballot or its CSV file.
    """
    plan = find_plan(name, places_of(ctx).data)
    say(plan.title)
    for card in plan.cards:
        say(f"\n{card.id}  {card.rule}")
        for option in kind_of(card).options(on_paper(card)):
            name = kind_of(card).paper_name(option)
            letter = "" if name == option.key else f"  ({option.key} on a printed form)"
            say(f"  {name}  {option.words}{letter}")
        say("  4  Skip\n  5  I don't get this one")


@click.command("paper-form", epilog=examples("paper-form starter --out print"))
@PLAN_OR_RECORD
@click.option("--out", required=True, type=A_PATH, help="The folder that the papers go to.")
@click.pass_context
def paper_form(ctx: click.Context, of: str, out: Path) -> None:
    """Write ballots to print.

    The cards of a plan (a name or a path), or of a record with an open vote: a ballot for each person, and a sheet of shapes
    for people who read little. Word and HTML, English and Spanish.

    The papers are typed in under “Type in paper ballots”, in the facilitator's menu of an open round, or into a table for the
    command paper.
    """
    from codesign.course import papers_to_print

    engine = engine_of(ctx)
    say_papers(engine, papers_to_print.paper_form(engine, _plan_or_session(engine, of), out))


@click.command("before-they-come", epilog=examples("before-they-come starter --expected 8 --out print"))
@PLAN_OR_RECORD
@click.option("--out", required=True, type=A_PATH, help="The folder that the sheet goes to.")
@click.option("--expected", type=click.IntRange(0, MOST_PEOPLE), default=0, help="About how many will vote on a plan.")
@click.pass_context
def before(ctx: click.Context, of: str, out: Path, expected: int) -> None:
    """Write what to check and to say before a session.

    One sheet of paper, Word and HTML, on a plan (a name or a path) or on the session of a record. It is for the facilitator
    alone. The same stands on a page after the set-up of a session.
    """
    from codesign.course import papers_to_print

    engine = engine_of(ctx)
    say_papers(engine, papers_to_print.checklist(engine, _plan_or_session(engine, of), out, expected))


def _plan_or_session(engine: "Engine", named: str) -> Plan | Session:
    """A plan by its name or path, or the session of a record by its path or short name."""
    path = named_path(named)
    if named not in engine.plans() and is_short_name(named):
        path = A_RECORD.convert(named, None, click.get_current_context())
    elif path.suffix != ".json":
        return engine.plan(named)
    with engine.open(path) as opened:
        return opened.read()


COMMANDS = {"plans": plans, "paper-form": paper_form, "before-they-come": before}
