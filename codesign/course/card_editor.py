"""The lines of a card that is written: what each asks for, how it stands, and what comes of an answer."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from codesign.core.card import POINTERS
from codesign.core.kinds.choice import MOST, SOMETHING_ELSE
from codesign.course.at_a_card import MORE, WHAT_CAN_CHANGE
from codesign.course.common_pages import one_of, written
from codesign.course.pages import Course, Marks, MarkSome, MenuChoice
from codesign.course.plan_draft_words import in_words_of
from codesign.words import N_, _

if TYPE_CHECKING:
    from codesign.content import PlanCard

_TEXTS = {
    "words": (N_("The words"), N_("Short and plain, such as: You can charge phones in the kitchen.")),
    "good": (MORE["good"], N_("Youth read it under More.")),
    "against": (MORE["against"], N_("What those lose who live by it, about as long as the line above.")),
    "risk": (MORE["risk"], N_("Only what is true of this rule.")),
    "why": (MORE["why"], N_("One or two short sentences.")),
    "today": (MORE["today"], N_("What holds now, so that youth can compare.")),
    "fixed": (N_("What is fixed"), N_("What law, licence or contract says of it, in a few words.")),
    "content_note": (N_("A calm line before it"), N_("Of a hard card: what it is about, in a few words. It can be skipped.")),
}
"""What is written on a card -> how it is asked for, and a line of help."""
_ROOMS = (
    ("", N_("Nobody said"), N_("Ask before youth come.")),
    ("open", N_("All of it"), N_("The program decides it.")),
    ("how-only", N_("Only how it is done"), N_("Law, licence or contract fixes a part.")),
    ("needs-money", N_("All of it, if there is money"), ""),
)


class CardLine(Struct, frozen=True):
    """One line of a card, as a row, and what asks for it anew."""

    choice: MenuChoice
    ask: "Callable[[], Course[PlanCard]]"


def lines_of(card: "PlanCard") -> list[CardLine]:
    """What can be written on a card: of one of the bank only what is the plan's own."""
    if card.rule:
        return [*_texts(card, "today"), *_room(card), *_texts(card, "content_note")]
    if card.kind == "pair":
        sides = [line for n in range(2) for line in (_option(card, n, _("Wording {n}", n=n + 1)), _good_of(card, n))]
        return [*sides, _pointers(card), *_texts(card, "today", "content_note")]
    if card.pair:
        return [*(_texts(card, "words", "good") if card.words else ()), *_texts(card, "today", "content_note")]
    more = ("good", "against", "risk", "why", "today", "content_note")
    return [*_texts(card, "words"), *_options(card), *_texts(card, *more), *_room(card), _pointers(card)]


def _row(name: str, label: str, value: str, help_: str) -> MenuChoice:
    return MenuChoice(name, f"{label}: {value}" if value else label, "" if value else help_)


def _texts(card: "PlanCard", *names: str) -> list[CardLine]:
    return [_text(card, name) for name in names]


def _text(card: "PlanCard", name: str) -> CardLine:
    label, help_ = map(_, _TEXTS[name])
    value: str = getattr(card, name)

    def ask() -> Course["PlanCard"]:
        said = yield from written(label, help_, value)
        return card if said is None else replace(card, **{name: said})

    return CardLine(_row(name, label, value, help_), ask)


# Of some kinds only


def _answers_of(card: "PlanCard") -> list[str]:
    """The options that are written: of a question all but its last."""
    return [words for words in card.options if words != SOMETHING_ELSE] if card.kind == "choice" else list(card.options)


def _options(card: "PlanCard") -> list[CardLine]:
    if card.kind not in ("choice", "pick-two"):
        return []
    answers = _answers_of(card)
    more = len(answers) + (card.kind == "choice" and len(answers) < MOST - 1)  # beside Something else
    return [_option(card, n, _("Answer {letter}", letter=chr(ord("A") + n))) for n in range(more)]


def _option(card: "PlanCard", n: int, label: str) -> CardLine:
    """One of the options; a line that is emptied takes it out, but for a wording of a pair."""
    answers = _answers_of(card)
    value = answers[n] if n < len(answers) else ""

    def ask() -> Course["PlanCard"]:
        said = yield from written(label, _("A few words."), value)
        if said is None:
            return card
        kept = [*answers[:n], said, *answers[n + 1 :]]
        about = card.about
        if not said and card.kind != "pair":
            kept, about = [*answers[:n], *answers[n + 1 :]], [*about[:n], *about[n + 1 :]]
        return replace(card, options=[*kept, SOMETHING_ELSE] if card.kind == "choice" else kept, about=about)

    return CardLine(_row(f"option {n}", label, value, _("One more, if you like.") if card.kind == "choice" else ""), ask)


def _good_of(card: "PlanCard", n: int) -> CardLine:
    """What one of two wordings is good for."""
    both = [*card.option_good, "", ""][:2]
    label, help_ = _("What wording {n} is good for", n=n + 1), _("Say something good of each, or of none.")

    def ask() -> Course["PlanCard"]:
        said = yield from written(label, help_, both[n])
        return card if said is None else replace(card, option_good=[said if at == n else both[at] for at in range(2)])

    return CardLine(_row(f"good {n}", label, both[n], help_), ask)


def _room(card: "PlanCard") -> list[CardLine]:
    """What can be decided, and what is fixed where a part is."""
    rooms = [(room, _(words), _(help_)) for room, words, help_ in _ROOMS]
    if card.rule:
        rooms[0] = ("", _("As the rule bank has it"), "")
    if card.kind == "pick-two":
        return []
    label = _(WHAT_CAN_CHANGE)
    stands = next(words for room, words, _help in rooms if room == card.room)

    def ask() -> Course["PlanCard"]:
        room = yield from one_of(label, rooms, card.room)
        return card if room is None else replace(card, room=room, fixed=card.fixed if room == "how-only" else "")

    return [CardLine(_row("room", label, stands, ""), ask), *(_texts(card, "fixed") if card.room == "how-only" else [])]


def _pointers(card: "PlanCard") -> CardLine:
    label = _("The pointers it speaks to")

    def ask() -> Course["PlanCard"]:
        rows = tuple(MenuChoice(pointer, f"{pointer}  {_(words)}") for pointer, words in POINTERS.items())
        said = yield MarkSome(place="marks", title=label, choices=rows, marked=frozenset(card.pointers))
        return replace(card, pointers=sorted(said.marked)) if isinstance(said, Marks) else card

    return CardLine(_row("pointers", label, in_words_of(card.pointers), _("Of the seven of the fact sheet.")), ask)
