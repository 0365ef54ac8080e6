"""The command on adopted rules: rules."""

from pathlib import Path

import click

from codesign.cli.common import A_PATH, PAPER, engine_of, examples, say
from codesign.cli.named import A_RECORD


@click.command(epilog=examples("rules last --out handbook"))
@click.argument("records", metavar="RECORD...", nargs=-1, required=True, type=A_RECORD)
@click.option("--out", required=True, type=A_PATH, help="The folder to write to.")
@PAPER
@click.pass_context
def rules(ctx: click.Context, records: tuple[Path, ...], out: Path, paper: str | None) -> None:
    """Write "Our tech rules", as adopted.

    These are the rules that the policy team adopted, as they read now, in English and Spanish. For the handbook:
    our-rules.docx, .html and .md. For the wall: our-rules-wall.docx and .html. Of several RECORDs the newest answer to a rule
    counts. Where the answer does not say how a rule reads, that is said. Nothing of a vote is in it.
    """
    files, missing = engine_of(ctx).write_rules(records, out, paper or "")
    for line in missing:
        say(line, err=True)
    for written in files:
        say(f"{written}")


COMMANDS = {"rules": rules}
