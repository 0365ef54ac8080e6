"""What is told once a round is closed: the commands review and summary."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import click

from codesign.cli.common import A_PATH, engine_of, examples, must_have_the_code, say
from codesign.cli.named import A_RECORD, RECORD
from codesign.content.picks import picks_words
from codesign.core.errors import CodesignError
from codesign.core.session import WITHHELD_REASONS, Comment, Review, Session
from codesign.course.reading import what_of_the_writer
from codesign.engine.open_session import OpenSession
from codesign.phrases import on_what
from codesign.phrases.caveats import words_that_stay
from codesign.terminal import knows_how_to_wipe, never_stopped, never_suspended, wipe
from codesign.words import N_, _, many

_HOW = "Answer each with a line: keep, theme WORDS, or withhold [{reasons}]."


@click.command(epilog=examples("review last"))
@RECORD
@click.option("--withhold-all", is_flag=True, help="Keep every unread comment back.")
@click.option("--keep-all", is_flag=True, help="Keep every unread comment; needs --i-have-read-them.")
@click.option("--i-have-read-them", is_flag=True, help="A person has read every one of them.")
@click.pass_context
def review(ctx: click.Context, record: Path, withhold_all: bool, keep_all: bool, i_have_read_them: bool) -> None:
    """Read the comments: keep, theme or withhold each.

    Each unread comment is shown, and a line taken on stdin. keep quotes a comment whose writer said OK, where enough people
    answered and not too much is told already. Of any other nothing goes out, except that quick picks without words go out in
    one list.
    """
    if withhold_all and keep_all:
        raise click.UsageError("Choose --withhold-all or --keep-all.")
    if i_have_read_them and not keep_all:
        raise click.UsageError("--i-have-read-them goes with --keep-all.")
    if keep_all and not i_have_read_them:
        raise CodesignError("--keep-all lets comments out, so a person reads them first: add --i-have-read-them when one has.")
    with engine_of(ctx).open(record) as opened:
        if opened.read().phase in ("voting", "empty", "together"):
            raise CodesignError("There are no comments to read: no round was closed. Close one first, then read.")
        must_have_the_code(opened)
        for comment in opened.read().unread:
            if withhold_all:
                opened.review(comment.id, Review("withheld", reason="other"))
            elif keep_all:
                _keep(opened, comment)
            else:
                with _wiped():
                    _ask(opened, comment)
    say("All comments are read.", err=True)


def _keep(opened: OpenSession, comment: Comment) -> None:
    """Quote where it may be, and tell picks without words while there is room; else it counts as read."""
    session = opened.read()
    if not session.why_no_quote(comment):
        opened.review(comment.id, Review("quote"))
        return
    as_picks = not comment.text and comment.picks and session.may_tell_picks(comment)
    opened.review(comment.id, Review("picks" if as_picks else "theme"))


@contextmanager
def _wiped() -> Iterator[None]:
    """What somebody wrote does not stay on a terminal, for the next reader or for whoever scrolls back, however its reading
    ends; and nothing keeps it there: no Ctrl+S and no Ctrl+Z."""
    shown = next((stream for stream in (sys.stdout, sys.stderr) if stream and stream.isatty()), None)
    with never_stopped(sys.stdin, shown), never_suspended():
        try:
            yield
        finally:
            if shown:
                wipe(shown, can=knows_how_to_wipe(os.environ.get("TERM", "")))


def _ask(opened: OpenSession, comment: Comment) -> None:
    """One comment: shown, and a line read for it."""
    _show(opened.read(), comment)
    line = sys.stdin.readline()
    if not line:
        left = len(opened.read().unread)
        raise CodesignError(
            many(
                "{n} comment is still to be read. What was decided is kept.",
                "{n} comments are still to be read. What was decided is kept.",
                left,
            )
        )
    word, _blank, rest = line.strip().partition(" ")
    if word == "keep" and not rest:
        _keep(opened, comment)
    elif word == "theme" and rest.strip():
        opened.review(comment.id, Review("theme", theme=rest))
    elif word == "withhold":
        opened.review(comment.id, Review("withheld", reason=rest.strip() or "other"))
    else:
        raise CodesignError(
            f"That line was not understood. {_HOW.format(reasons=' | '.join(WITHHELD_REASONS))} What was decided is kept."
        )


def _show(session: Session, comment: Comment) -> None:
    about, answers = on_what(session, comment)
    say(f"{comment.card}: {about}" if comment.card else about)
    say(f"  {answers}: {comment.text}")
    if comment.picks:
        say(f"  Picked: {picks_words(comment.picks)}")
    say(f"  {what_of_the_writer(session, comment)}")
    say("  keep | theme WORDS | withhold [reason]", err=True)


_BRING_IT = N_(
    "If neither is so: bring the memory of pools here (youth-codesign pools), or add --first-pool where you know that no pool "
    "holds it, no other laptop tells its result or its words, and no other vote of it was ever shown."
)


@click.command(epilog=examples("summary last --out for-the-team", "summary records --out for-the-county"))
@click.argument("records", metavar="RECORD|FOLDER...", nargs=-1, required=True, type=A_RECORD)
@click.option("--out", required=True, type=A_PATH, help="The folder to write to.")
@click.option("--format", "formats", default="", help="Some of docx,html,md,json,csv,check; all by default.")
@click.option(
    "--first-pool",
    is_flag=True,
    help="No pool holds those that this laptop does not know, no other tells them, and no other vote was shown; nor will be.",
)
@click.pass_context
def summary(ctx: click.Context, records: tuple[Path, ...], out: Path, formats: str, first_pool: bool) -> None:
    """Write the policy team's summary, and the youth check.

    The summary is summary.docx, .html, .md, .json and .csv. Several records of the same rules are added up, once the result of
    each was shown; none of them is changed. A folder stands for the records in it, but not in folders of its own; what can't
    be added up is told.

    Of a session that was closed on another laptop, or whose memory was handed over, only the words go out that a summary told
    before: others may tell more of it there.
    """
    engine, chosen = engine_of(ctx), [f.strip() for f in formats.split(",") if f.strip()]
    if len(records) == 1 and not records[0].is_dir():
        with engine.open(records[0]) as opened:
            if first_pool:
                opened.is_told_here_alone()
            if stay := words_that_stay(opened.read()):
                say(f"{stay} {_(_BRING_IT)}", err=True)
            files = opened.write_summary(out, chosen)
    else:
        from codesign.engine.pool import write_pool

        left_out: list[str] = []
        with _progress() as moved:
            files = write_pool(engine.places, records, out, chosen, moved, leave_out=left_out.append, first_pool=first_pool)
        for why in left_out:
            say(why, err=True)
    for file in files:
        say(f"{file}")


_PATIENCE = 1.0
"""Seconds before a bar is drawn."""


@contextmanager
def _progress() -> Iterator[Callable[[float], None]]:
    """What to call with the share of the work that is done: draws a bar on a terminal where it takes long."""
    start, drawn = time.monotonic(), 0
    with ExitStack() as stack:
        bar: Any = None

        def moved(share: float) -> None:
            nonlocal bar, drawn
            if bar is None and sys.stderr.isatty() and time.monotonic() - start > _PATIENCE:
                bar = stack.enter_context(click.progressbar(length=1000, label=_("Adding up records"), file=sys.stderr))
            if bar is not None and (done := round(share * 1000)) > drawn:
                bar.update(done - drawn)
                drawn = done

        yield moved


COMMANDS = {"review": review, "summary": summary}
