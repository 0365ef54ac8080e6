"""The demo: the made-up session, on the screens in a terminal, without them elsewhere."""

import tempfile
from pathlib import Path

import click

from codesign.cli.common import A_PATH, engine_of, examples, has_terminal, say


@click.command(epilog=examples("demo"))
@click.option("--out", type=A_PATH, help="Where its summary goes; a temporary folder otherwise.")
@click.pass_context
def demo(ctx: click.Context, out: Path | None) -> None:
    """Try it out with a made-up group of eight.

    Every page says that it is made up, and only its summary stays. In a terminal it opens in the middle of the vote, ready to
    play; elsewhere it plays by itself and writes the summary. What a demo left that was killed goes when the program starts
    again.
    """
    engine = engine_of(ctx)
    if has_terminal():
        from codesign.cli.screens import run

        run(engine, demo=True, out=out and out.absolute())
        return
    from codesign.demo import demo_engine, play_demo
    from codesign.store.throwaway import ThrowAway, throw_away_left_behind

    throw_away_left_behind()
    folder = out or Path(tempfile.mkdtemp(prefix="group-notes-made-up-summary-"))
    at = ThrowAway()
    try:
        files = play_demo(demo_engine(at.path, engine.today), folder)
    finally:
        at.throw_away()
    say("Made up: a demonstration, not a real group.", err=True)
    for file in files:
        say(f"{file}")


COMMANDS = {"demo": demo}
