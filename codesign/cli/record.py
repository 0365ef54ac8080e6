"""Commands on a record as a whole: new, close, drop, records."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from codesign.cli.common import A_PATH, engine_of, examples, must_have_the_code, say
from codesign.cli.named import A_RECORD, PLAN, RECORD
from codesign.core.errors import BrokenRows, CodesignError
from codesign.core.session import Session, Setup
from codesign.core.text import NAME_LIMIT, clean
from codesign.core.thresholds import MOST_PEOPLE, NUMBERS_FROM, Thresholds
from codesign.course.shared_words import warning_of_few
from codesign.course.where_it_stopped import where_it_stopped
from codesign.phrases import synced_words
from codesign.phrases.caveats import caveats
from codesign.phrases.on_a_card import how_many_cards

if TYPE_CHECKING:
    from codesign.engine import Engine


@click.command(epilog=examples('new starter --record a.json --title "North house"'))
@PLAN
@click.option("--record", required=True, type=A_PATH, help="The file to make.")
@click.option("--title", help="Stands on every page; the plan's own title otherwise.")
@click.option("--answer-by", type=click.DateTime(["%Y-%m-%d"]), help="The day by which the policy team answers.")
@click.option("--audience", default="", help="Who answers: a name or a role.")
@click.option("--contact", default="", help="Where they may ask you; stands in the summary.")
@click.option("--expected", type=click.IntRange(0, MOST_PEOPLE), default=0, help="About how many will vote.")
@click.option(
    "--numbers-from", type=click.Choice([*map(str, reversed(NUMBERS_FROM))]), help="From how many answers numbers may be shown."
)
@click.pass_context
def new(
    ctx: click.Context,
    plan: str,
    record: Path,
    title: str | None,
    answer_by: datetime | None,
    audience: str,
    contact: str,
    expected: int,
    numbers_from: str | None,
) -> None:
    """Make a record with its first vote open.

    PLAN is a name (see plans) or a path.
    """
    from codesign.course.set_up_form import NOBODY_YET, checked_audience, checked_numbers_from

    engine = engine_of(ctx)
    chosen = engine.plan(plan)
    setup = Setup(
        title=clean(title or "", NAME_LIMIT) or chosen.title,
        day=engine.today().isoformat(),
        audience=checked_audience(clean(audience, NAME_LIMIT) or NOBODY_YET),
        answer_by=answer_by.date().isoformat() if answer_by else "",
        contact=clean(contact, NAME_LIMIT),
        expected=expected,
    )
    thresholds = chosen.thresholds
    if numbers_from:
        thresholds = Thresholds(checked_numbers_from(numbers_from), thresholds.quote_from)
    opened = engine.start(chosen, setup, thresholds, record)
    opened.leave()
    say(f"{record}: round 1 is open on {len(chosen.cards)} cards.")
    if few := warning_of_few(expected):
        say(f"! {few}", err=True)
    warn_of_copies(engine, record)


def warn_of_copies(engine: "Engine", record: Path) -> None:
    """Say once, when a record is made, that it or its key lies where a service copies it."""
    if service := engine.synced_by(record.parent):
        say(f"! {synced_words(record.parent, service)}", err=True)


@click.command(epilog=examples("close last"))
@RECORD
@click.option("--without-broken", is_flag=True, help="Leave out sealed rows that don't open; the summary says how many.")
@click.pass_context
def close(ctx: click.Context, record: Path, without_broken: bool) -> None:
    """Close the open round for good.

    The ballots are counted and their seal is broken. It never opens again.
    """
    with engine_of(ctx).open(record) as opened:
        must_have_the_code(opened)
        try:
            opened.close_round(without_broken=without_broken)
        except BrokenRows as error:
            raise CodesignError(f"{error} To close it without them, say --without-broken.") from None
        session = opened.read()
    for caveat in caveats(session):
        say(f"! {caveat}", err=True)
    say("The round is closed. Read what was written before anything leaves.")


@click.command(epilog=examples("drop 2026-11-27 --yes"))
@RECORD
@click.option("--yes", is_flag=True, help="Really: the ballots are thrown away uncounted.")
@click.pass_context
def drop(ctx: click.Context, record: Path, yes: bool) -> None:
    """Throw the open round away, uncounted."""
    if not yes:
        raise CodesignError(
            "Dropping throws all ballots of the open round away. Say --yes if you mean it; nothing was changed."
        )
    with engine_of(ctx).open(record) as opened:
        must_have_the_code(opened)
        opened.drop_round()
    say("The round was dropped. Nothing was counted.")


@click.command("round", epilog=examples("round last --cards SM-2.2,IDEA-1"))
@RECORD
@click.option("--cards", required=True, help="Ids of cards or of read ideas (IDEA-1), parted by commas.")
@click.pass_context
def next_round(ctx: click.Context, record: Path, cards: str) -> None:
    """Open a next round on some cards.

    Everybody votes again, and its counts take the place of the earlier ones. A card whose result was shown, on the screens or
    in a summary, is not voted on again.
    """
    with engine_of(ctx).open(record) as opened:
        opened.open_round([card.strip() for card in cards.split(",") if card.strip()])
        now = opened.read()
    on = how_many_cards(len(now.round_cards))
    say(f"Round {len(now.rounds)} is open on {on}: {', '.join(card.id for card in now.round_cards)}")


@click.command("forget-code", epilog=examples("forget-code last --yes"))
@click.argument("record", required=False, type=A_RECORD)
@click.option("--yes", is_flag=True, help="Really: whoever comes next sets a new code.")
@click.pass_context
def forget_code(ctx: click.Context, record: Path | None, yes: bool) -> None:
    """Forget the facilitator's code.

    Of a RECORD; or without one that of this laptop, which stands before “My tech plan” and the lists of “Our board”. The
    screens ask for a new one next time.
    """
    if not yes:
        raise CodesignError("Whoever comes next sets the new code. Say --yes if you mean it; nothing was changed.")
    if record is None:
        engine_of(ctx).house_code().forget()
        say("The code of this laptop is forgotten. Choose “My tech plan” on the screens to set a new one.")
        return
    with engine_of(ctx).open(record) as opened:
        opened.code.forget()
    say("The code is forgotten. Open the record on the screens to set a new one.")


@click.command(epilog=examples("records"))
@click.pass_context
def records(ctx: click.Context) -> None:
    """List the records in the data folder.

    The newest day first: the short name that commands take, where it stopped, the title and the file.
    """
    from codesign.store.shelf import names_of

    engine = engine_of(ctx)
    found = engine.every_record()
    names = names_of(found)
    for path, session in found:
        if isinstance(session, Session):
            say(f"{names.get(path, '(a copy)')}\t{where_it_stopped(session)}\t{session.setup.title}\t{path}")
        else:
            say(str(session), err=True)
    say(f"Data folder: {engine.places.data}", err=True)


COMMANDS = {"new": new, "close": close, "round": next_round, "drop": drop, "records": records, "forget-code": forget_code}
