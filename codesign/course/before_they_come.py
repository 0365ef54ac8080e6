"""What a facilitator checks, knows and says before the first person votes: one list, for a screen or for a sheet of paper."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from codesign.content.today import asks_of_today
from codesign.core.card import Card, Room
from codesign.core.hour import Minutes, about, honest
from codesign.core.kinds import kind_of
from codesign.core.plan import Plan
from codesign.core.set_up import Setup
from codesign.course.pages import Block
from codesign.course.say import aloud, before_the_vote, can_change
from codesign.course.shared_words import warning_of_few
from codesign.course.support import warning_of_lines
from codesign.phrases import day, what_is_shown_of_a_card
from codesign.phrases.on_a_card import how_many_cards, the_rule_today
from codesign.words import N_, _, many

if TYPE_CHECKING:
    from codesign.content import HelpLines

TITLE = N_("Before they come")
MOST_AT_ONE_LAPTOP = 8
"""More people wait too long for one laptop."""
USUAL = 8
_BLANK = "______________________"
"""To write on, where a sheet of paper asks what the set-up asks."""
_ROOM: dict[Room, str] = {
    "": N_("Nobody wrote down what can change here. Ask before they come."),
    "open": N_("Open."),
    "how-only": N_("A part is fixed. They shape how."),
    "needs-money": N_("Open, if there is money for it."),
}
NOT_PUNISHED = N_(
    "Does your program say in writing that nobody is punished for telling? Then read it aloud. If not, say that you can't "
    "promise it."
)
_ALWAYS = (
    N_(
        "Nobody is in the room who decides about beds or stays: no house manager, no case manager, nobody who writes the rules."
    ),
    N_("The laptop is plugged in and stands to the wall. Notifications, updates and other programs are off."),
    N_(
        "The laptop is the program's own: its disk is encrypted (BitLocker, FileVault), youth have no account on it, and "
        "nothing records, copies or shares its screen."
    ),
    N_("There is paper and something to eat for those who wait, and a way out of the room."),
    N_("The thank-you is ready, the same for all, also for those who leave early."),
    N_("You know whom your program's rules make you tell where somebody writes of danger, and you have the number here."),
    NOT_PUNISHED,
)

_NO_CODE = N_(
    "This laptop has no code of its own: whoever comes first sets it, and writes the lists that youth read. Set it at the last "
    "row of “Our board”."
)


def how_long(hour: Minutes, people: int, cards: int) -> str:
    """About how many minutes so many people take for so many cards, in a sentence; where nobody said how many people, what the
    plan says and how long a usual group takes."""
    if people:
        return so_long(people, cards, minutes_for(hour, people, cards))
    asked, usual = how_many_cards(cards), minutes_for(hour, USUAL, cards)
    return _("{cards}: with {people} people about {minutes} minutes.", cards=asked, people=USUAL, minutes=usual)


def so_long(people: int, cards: int, minutes: int) -> str:
    """That so many people take so many minutes for so many cards."""
    who = many("{n} person", "{n} people", people)
    return _("{cards}, {people}: about {minutes} minutes.", cards=how_many_cards(cards), people=who, minutes=minutes)


def minutes_for(hour: Minutes, people: int, cards: int) -> int:
    """About how many minutes so many people take for so many cards."""
    return about(honest(hour, people, cards).all)


def before_they_come(
    plan: Plan,
    help_lines: "HelpLines",
    today: date,
    copied_by: str = "",
    *,
    people: int = 0,
    setup: Setup | None = None,
    locked: bool = True,
) -> list[Block]:
    """The list for a plan, or for a session as one, and so many people: how long it takes, what to check, what to say before
    the vote, what each card leaves open, and what may be shown. `copied_by` names a service that copies the records to other
    machines; `setup`: None where it is still to be filled in, by hand; `locked`: this laptop has a code."""
    return [
        Block(_("How long it takes"), (how_long(plan.hour, people, len(plan.cards)), *_size(people))),
        Block(
            _("To check"),
            (
                *_people(setup),
                *([] if locked else [_(_NO_CODE)]),
                *_lines(help_lines, today),
                *_local(setup),
                *map(_, _ALWAYS),
                _data(copied_by),
            ),
            checks=True,
        ),
        Block(_("Say this before the vote"), aloud(plan.language, partial(before_the_vote, plan.cards))),
        Block(
            _("Card by card, for you alone"),
            tuple(line for n, card in enumerate(plan.cards, 1) for line in _card(n, card, to_fill_in=setup is None)),
        ),
        Block(_("What may be shown"), tuple(what_is_shown_of_a_card(plan.thresholds))),
    ]


def _size(expected: int) -> list[str]:
    """What a group that is small or large means."""
    if expected > MOST_AT_ONE_LAPTOP:
        return [_("More than {n} people wait long at one laptop. Hold two sessions, or use two laptops.", n=MOST_AT_ONE_LAPTOP)]
    few = warning_of_few(expected)
    return [few] if few else []


def _people(setup: Setup | None) -> list[str]:
    """The code, who answers youth and by when, and who is there to talk to."""
    if setup is None:
        return [
            _("A code of six digits that only you know, and the paper with the four words, kept where youth don't see it."),
            _("Who answers youth: {blank} by the day: {blank}", blank=_BLANK),
            _("Who is there to talk to, and where: {blank}", blank=_BLANK),
        ]
    who, due, here = setup.audience, setup.answer_by, setup.support_person
    if not who:
        answers = _("Nobody yet answers youth, and the room is told so. Find somebody before they come, if you can.")
    elif due:
        answers = _("{who} answers youth by {day}. Do they know it? Ask.", who=who, day=day(due))
    else:
        answers = _("{who} answers youth, and knows it. No day is named: tell the room when they hear of it.", who=who)
    return [
        _("The code is set. The paper with the four words is where youth don't see it."),
        answers,
        _("{who} is there to talk to until half an hour after the end.", who=here)
        if here
        else _("Nobody is named to talk to. Who is there for youth today?"),
    ]


def _lines(help_lines: "HelpLines", today: date) -> list[str]:
    """Which help lines were looked up too long ago, and which nobody here ever tried."""
    if not help_lines.all:
        return [_("No help line is known to the program. Write one down for youth.")]
    untried = ", ".join(help_lines.never_tried)
    return [
        warning_of_lines(help_lines, today).removeprefix("! ")
        or _(
            "These help lines were looked up on {day} or later: {names}.",
            day=day(min(line.checked_on for line in help_lines.all).isoformat()),
            names=", ".join(line.name for line in help_lines.all),
        ),
        *([_("“Looked up” means: {words}.", words=means)] if (means := help_lines.checked_means) else []),
        _("Nobody here is known to have tried: {names}. Call or text each once, and mark it under “Our board”.", names=untried)
        if untried
        else _("Somebody here has tried each help line."),
    ]


def _local(setup: Setup | None) -> list[str]:
    if setup is None:
        return [_("Our own help line: {blank}", blank=_BLANK)]
    return [_("Our own help line: {line}. Call it once.", line=setup.local_line)] if setup.local_line else []


def _data(copied_by: str) -> str:
    if copied_by:
        return _("The records lie in a folder that {service} copies to other machines. Keep them elsewhere.", service=copied_by)
    return _("The records lie in a folder that no service copies to other machines.")


def _card(number: int, card: Card, *, to_fill_in: bool) -> list[str]:
    """A card; and under it how its rule reads today, what of it is open, what the staff should know, and what to do first."""
    today = card.today or (_BLANK if to_fill_in and asks_of_today(card) else "")
    room = _(_ROOM[card.room]) if card.room or can_change(card) else ""
    fixed = _("Fixed: {what}.", what=card.fixed) if card.room == "how-only" and card.fixed else ""
    known = " ".join(filter(None, (room, fixed, card.staff_note)))
    under = the_rule_today(today) if today else "", known, card.before_vote
    return [f"{number}. {in_words(card)}", *(f"– {line}" for line in under if line)]


def in_words(card: Card) -> str:
    """Of a pair its two wordings: their question says nothing alone."""
    words: Sequence[str] = [card.rule]
    if card.kind == "pair":
        words = [option.words for option in kind_of(card).options(card)[:2]]
    return " / ".join(words)
