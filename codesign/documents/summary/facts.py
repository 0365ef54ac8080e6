"""What a summary is of: when, who took part, who answers, and what it can and can't stand for."""

from msgspec import Struct

from codesign.documents.summary.build import Summary
from codesign.phrases import MONTHS, STANDARD_SENTENCE, day
from codesign.phrases.on_a_card import WHO_ANSWERS
from codesign.words import _, many


class Fact(Struct, frozen=True):
    """A named line under a rule or the title."""

    name: str
    texts: tuple[str, ...]


def facts_of(summary: Summary) -> tuple[Fact, ...]:
    took_part = many("{people} people on 1 rule", "{people} people on {n} rules", len(summary.cards), people=summary.people)
    if summary.records > 1:
        took_part = _(
            "{people} ballots in {n} sessions, on {rules} rules",
            people=summary.people,
            n=summary.records,
            rules=len(summary.cards),
        )
    return (
        Fact(_("When"), (_when(summary),)),
        Fact(_("Took part"), (took_part,)),
        Fact(_(WHO_ANSWERS), (summary.audience or _("nobody is named yet"),)),
        Fact(_("Answer by"), (day(summary.answer_by) or _("no day is set yet"),)),
        *((Fact(_("Questions to"), (summary.contact,)),) if summary.contact else ()),
        *((Fact(_("In the numbers"), (in_the_numbers(summary),)),) if summary.records > 1 else ()),
        *((Fact(_("Please note"), (" ".join(summary.caveats),)),) if summary.caveats else ()),
    )


def in_the_numbers(summary: Summary) -> str:
    """Of a pool: on how many rules its counts hold all sessions, some or none, and what is told of the others."""
    shown = [entry.shown for entry in summary.cards if entry.shown.speaks]
    whole = sum(one.whole_counts is not None for one in shown)
    some = sum(one.counts is not None for one in shown) - whole
    bounds = sum(bool(one.together and one.together.at_least) for one in shown)
    none = len(shown) - whole - some
    told = [_("all sessions on {whole} rules, some on {some}, none on {none}.", whole=whole, some=some, none=none)]
    if bounds:
        told.append(
            many(
                "Of sessions whose sum could give somebody away, only the label is told, and on 1 rule how many gave an "
                "answer at least.",
                "Of sessions whose sum could give somebody away, only the label is told, and on {n} rules how many gave an "
                "answer at least.",
                bounds,
            )
        )
    elif some or none:
        told.append(_("Of sessions whose sum could give somebody away, only the label is told."))
    return " ".join(told)


def _when(summary: Summary) -> str:
    first, last = (month.split("-") for month in (summary.months[0], summary.months[-1]))
    names = [_(MONTHS[int(month) - 1]) for _year, month in (first, last)]
    if first == last:
        when = f"{names[0]} {first[0]}"
    else:
        when = _("{first} to {last}", first=names[0] if first[0] == last[0] else f"{names[0]} {first[0]}", last=names[1])
        when = f"{when} {last[0]}"
    return when if summary.records == 1 else _("{n} sessions, {when}", n=summary.records, when=when)


def standard_sentence(summary: Summary) -> str:
    if summary.records == 1:
        return _(STANDARD_SENTENCE)
    return _(
        "This is what young people in {n} sessions here said. It is not a sample. Some youth may have come to more than one "
        "session; these are votes in sessions, not people.",
        n=summary.records,
    )
