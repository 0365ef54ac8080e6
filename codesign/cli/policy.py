"""The command on a written policy: policy."""

from pathlib import Path
from typing import Any

import click
import msgspec

from codesign.cli.common import A_PATH, engine_of, say
from codesign.content.cards import newest_of
from codesign.core.card import Card
from codesign.core.policy.find import PolicySentence, is_about_technology, why_to_talk
from codesign.core.policy.partners import partner_of
from codesign.core.policy.sentences import sentences_of
from codesign.words import N_, _, many

_WHYS = {
    "no-why": N_("it does not say why"),
    "no-end": N_("it does not say until when"),
    "no-review": N_("it does not say who looks at it again"),
    "power": N_("somebody may look, hold or decide: say what for, and what youth can do about it"),
    "zero-tolerance": N_("it leaves no room for what happened"),
}
_NO_ALL_CLEAR = N_(
    "The word check misses many. Read every rule yourself: what does it take away, why, until when, who looks again?"
)
_NOTHING = N_("The word check found no place to talk about.")


@click.command()
@click.argument("file", type=A_PATH)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="json is for other programs.")
@click.option("--plan", "name", metavar="NAME", default="", help="Write the pairs as a plan of your own, NAME.")
@click.pass_context
def policy(ctx: click.Context, file: Path, form: str, name: str) -> None:
    """Read a policy (.docx, .txt or .md) and say which of its sentences on technology to talk about, and why.

    Beside each stands a gentler rule of the bank, where there is one about the same thing; --plan puts the two to the vote, the
    policy's own words against the gentler ones, without a label. English only. What is not found is no all-clear.
    """
    from codesign.documents.read_back.policy import policy_lines

    sentences = [s for s in dict.fromkeys(sentences_of(policy_lines(file))) if is_about_technology(s)]
    found = [PolicySentence(sentence, why_to_talk(sentence)) for sentence in sentences]
    partners = {one.sentence: newest_of(partner_of(one.sentence)) for one in found if one.talk}
    if form == "json":
        say(msgspec.json.encode({"sentences": [_json(one, partners) for one in found]}).decode())
    else:
        _tell(found, partners)
    if name:
        pairs = [(one.sentence, partner) for one in sorted(found, key=_hard_first) if (partner := partners.get(one.sentence))]
        path, left_out = engine_of(ctx).plan_of_pairs(name, file.stem, pairs)
        for line in left_out:
            say(line, err=True)
        say(f"{path}", err=form == "json")


def _hard_first(one: PolicySentence) -> bool:
    """Those that give a power or leave no room for what happened come into a plan first."""
    return not {"power", "zero-tolerance"} & {*one.why}


def _json(one: PolicySentence, partners: dict[str, Card | None]) -> dict[str, Any]:
    partner = partners.get(one.sentence)
    return {"sentence": one.sentence, "talk": one.talk, "why": one.why, "partner": partner.id if partner else None}


def _tell(found: list[PolicySentence], partners: dict[str, Card | None]) -> None:
    talk = [one for one in found if one.talk]
    for one in talk:
        say(f"“{one.sentence}”")
        say(f"  {_('Talk about:')} {'; '.join(_(_WHYS[why]) for why in one.why)}.")
        if partner := partners[one.sentence]:
            say(f"  {_('A gentler rule:')} {partner.rule} [{partner.id}]")
        say("")
    if not talk:
        say(_(_NOTHING))
    about = many("{n} sentence is about technology.", "{n} sentences are about technology.", len(found))
    say(f"{about} {many('{n} is to talk about.', '{n} are to talk about.', len(talk))} {_(_NO_ALL_CLEAR)}")


COMMANDS = {"policy": policy}
