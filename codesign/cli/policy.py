"""The command on a written policy: policy."""

from pathlib import Path
from typing import Any

import click
import msgspec

from codesign.cli.common import A_TEXT, engine_of, examples, say
from codesign.content.cards import newest_of
from codesign.core.card import Card
from codesign.core.policy.find import PolicySentence
from codesign.core.policy.pairs import TodaysPair
from codesign.core.policy.partners import partner_of
from codesign.course.policy_words import A_GENTLER_RULE, ASK, QUESTIONS, TO_PASTE, clause, how_many, left_aside, remarks
from codesign.words import _


@click.command(epilog=examples("policy handbook.docx", "policy handbook.docx --plan our-handbook"))
@click.argument("file", type=A_TEXT)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="json is for other programs.")
@click.option("--plan", "name", metavar="NAME", default="", help="Write the pairs as a plan of your own, NAME.")
@click.pass_context
def policy(ctx: click.Context, file: Path, form: str, name: str) -> None:
    """Say what to talk about in a policy, and why.

    FILE is a .docx, .txt or .md; its sentences on technology are looked at. Beside each stands a gentler rule of the bank,
    where there is one about the same thing; --plan puts the two to the vote, the policy's own words against the gentler ones,
    without a label. - reads standard input. English only. What is not found is no all-clear.
    """
    engine = engine_of(ctx)
    found, aside = engine.policy_sentences(file)
    partners = {one.sentence: newest_of(partner_of(one.sentence)) for one in found if one.talk}
    if form == "json":
        say(
            msgspec.json.encode(
                {"sentences": [_json(one, partners) for one in found], "left_aside": [one.sentence for one in aside]}
            ).decode()
        )
    else:
        _tell(found, partners)
        if aside:
            say(f"{left_aside(len(aside))} {_('See “left_aside” of --format json, or “Plans” on the screen.')}")
    if name:
        hard_first = sorted(found, key=lambda one: not one.is_hard)
        pairs = [TodaysPair(one.sentence, partner) for one in hard_first if (partner := partners.get(one.sentence))]
        path, left_out = engine.own_plans.put_pairs(name, file.stem, pairs)
        for line in left_out:
            say(line, err=True)
        say(f"{path}", err=form == "json")


def _json(one: PolicySentence, partners: dict[str, Card | None]) -> dict[str, Any]:
    partner = partners.get(one.sentence)
    return {"sentence": one.sentence, "talk": one.talk, "why": one.why, "partner": partner.id if partner else None}


def _tell(found: list[PolicySentence], partners: dict[str, Card | None]) -> None:
    talk = [one for one in found if one.talk]
    say("\n".join((_(ASK), *(f"  {n}. {_(question)}" for n, question in enumerate(QUESTIONS, 1)), "")))
    for one in talk:
        say(f"“{one.sentence}”")
        say(f"  {_('Talk about:')} {' '.join(remarks(one.why))}")
        if partner := partners[one.sentence]:
            say(f"  {_(A_GENTLER_RULE)}: {partner.rule} [{partner.id}]")
            say(f"  {_(TO_PASTE)}: {clause(partner)}")
        say("")
    say(how_many(len(found), len(talk)))


COMMANDS = {"policy": policy}
