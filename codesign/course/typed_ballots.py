"""A stack of paper ballots, typed in by the facilitator: one after another, card by card, and then put in the box as one.

Nothing of a ballot that is typed is shown again. A stack that is begun stays in memory, under every cover, until somebody
puts it in the box or drops it.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from codesign.core.kinds import kind_of
from codesign.core.kinds.base import NO_ANSWER, NOT_REACHED
from codesign.core.stack import Stack
from codesign.core.text import quotable
from codesign.core.turn import Reply
from codesign.course.pages import Course, Marked, Menu, MenuChoice, Problem, Question, Sure, TypedCard
from codesign.course.turns import Turns
from codesign.phrases.on_a_card import instead_of_an_answer
from codesign.words import N_, _, many

TITLE = "Type in paper ballots"
NOTHING_MARKED = N_("Nothing marked, or not to be read")
"""Of a card on paper: the program never guesses, and nor does who types."""
NO_ANSWER_HERE = "That is no answer on this card. Are paper and screen at the same one?"
HALF_TYPED = "A stack of paper is half typed. First say what becomes of it."
_TEAR = "Tear the papers up now, and do it well: they are ballots, and once the round is closed none may exist any more."
_NEXT = N_("Next ballot")
DROP = "Drop the stack"
SURE_TO_DROP = "Drop the stack?"
NOTHING_GOES_IN = "Nothing of it goes into the box. The papers can be typed anew."


class PaperStack:
    """The stack of the open round."""

    def __init__(self) -> None:
        self._stack: Stack | None = None
        self._twin = ""

    @property
    def begun(self) -> bool:
        """Something is typed that is not in the box."""
        return self._stack is not None and (self._stack.typed > 0 or self._stack.in_hand)

    @property
    def typed(self) -> int:
        return self._stack.typed if self._stack else 0

    def drop(self) -> None:
        self._stack = None

    def typed_in(self, turns: Turns[Any], twin: str = "") -> Course[str]:
        """Until the stack is in the box, or its facilitator leaves it; the name of the part that follows. `twin`: what is told
        then of another session of the same papers."""
        stack = self._stack or Stack.begin(turns.cards)
        while True:
            self._stack = stack
            if stack.in_hand:
                stack = yield from self._paper(stack)
                continue
            said = yield _between(stack)
            if said == "next":
                stack = yield from self._paper(stack)
            elif said == "take-back":
                stack = stack.take_back()
            elif said == "put-in" and (yield _sure_to_put_in(stack.typed)):
                return (yield from self._put_in(stack, turns, twin))
            elif said == "drop" and (yield _sure_to_drop()):
                self._stack = None
                return "where"
            elif said == "back":
                return "where"

    def _put_in(self, stack: Stack, turns: Turns[Any], twin: str) -> Course[str]:
        turns.put_in_stack(stack.whole)
        self._stack, self._twin = None, twin
        if not (yield from turns.saved()):
            return "code"
        yield from self.torn(turns)
        return "where"

    def torn(self, turns: Turns[Any]) -> Course[None]:
        """What becomes of the papers, once they are in the box: at once, or whenever the disk took them."""
        if turns.to_tear:
            tear = _(_TEAR)
            yield Problem(
                title=many("{n} paper ballot is in the box", "{n} paper ballots are in the box", turns.to_tear),
                sentence=" ".join(filter(None, (tear, self._twin))),
            )
            turns.told_to_tear()
            self._twin = ""

    def _paper(self, stack: Stack) -> Course[Stack]:
        """The paper in hand, until it is laid on the pile; the stack after it, or as it stands where somebody leaves it."""
        while True:
            self._stack = stack
            said = yield (_end(stack) if stack.at_end else _card(stack))
            if isinstance(said, Marked):
                stack = stack.answer(said.code)
            elif said == "undo":
                stack = stack.undo()
                if not stack.in_hand:
                    return stack
            elif said == "words" and stack.takes_words:
                stack = yield from _words(stack)
            elif said == "idea":
                stack = yield from _idea(stack)
            elif said in ("next", "last"):
                stack = stack.lay()
                if said == "last":
                    return stack
            elif said in ("stack", "back") and (stack := (yield from _left(stack))) and not stack.in_hand:
                return stack


def twin_words(twin: Path) -> str:
    """What is told where papers of the same people may be in two records."""
    return _(
        "{twin} is another session of the same title, day and rules. If papers of the same people are in both, tell the result "
        "of one only: the two can be subtracted, and that would show the answers of whoever is in one alone.",
        twin=twin,
    )


def _left(stack: Stack) -> Course[Stack]:
    """Before the first card there is nothing to lose; else the paper in hand is dropped only when that is said."""
    if not stack.in_hand or (
        yield Sure(
            question=_("Leave this paper out for now?"),
            lines=(_("What you typed of this one is dropped. It can be typed anew. The others stay."),),
            to_do_it=_("to leave it out"),
            covers=True,
        )
    ):
        return Stack(stack.cards, stack.whole)
    return stack


def _between(stack: Stack) -> Menu:
    typed = stack.typed
    after = (
        MenuChoice("put-in", _("Put them all in the box"), _("Mixed, and all at once.")),
        MenuChoice("take-back", _("Take the last ballot back"), _("Its answers are dropped, and you can type it anew.")),
        MenuChoice("drop", _(DROP), _(NOTHING_GOES_IN)),
    )
    return Menu(
        place="stack",
        title=_(TITLE),
        right=count_of(typed),
        lines=(
            _("Turn the screen to the wall. Take the papers as they come, and mix them first."),
            _("A card with nothing on it, or two crosses: N. Don't guess. The letters are those of the printed form."),
        ),
        choices=(
            MenuChoice("next", _(_NEXT) if typed else _("First ballot"), _("One key a card.")),
            *(after if typed else ()),
        ),
        others=("back",),
        covers=True,
    )


def number_of(page: TypedCard) -> str:
    """Where somebody is in the paper in hand."""
    return _("Ballot {n}, card {at} of {count}", n=page.number, at=page.at, count=page.count)


def count_of(typed: int) -> str:
    """How many ballots are typed."""
    return many("{n} typed", "{n} typed", typed)


def _card(stack: Stack) -> TypedCard:
    return TypedCard(
        number=stack.typed + 1,
        typed=stack.typed,
        at=len(stack.replies) + 1,
        count=len(stack.cards),
        card=stack.card,
        half=stack.half,
        last=_last(stack),
        takes_words=stack.takes_words,
    )


def _end(stack: Stack) -> Menu:
    """After the last card of a paper."""
    nothing = _("Nothing is marked on this paper, so it is no ballot. Did its person skip every card? Undo, and type 4.")
    pile = _("Lay this one on the pile.") if stack.answered else _("Leave this one out.")
    words = MenuChoice("words", _("Words beside the last card"))
    return Menu(
        place="stack",
        title=_("Ballot {n}: that was the last card", n=stack.typed + 1),
        right=count_of(stack.typed),
        lines=tuple(filter(None, (_last(stack),))),
        alerts=() if stack.answered else (nothing,),
        choices=(
            MenuChoice("next", _(_NEXT), pile),
            MenuChoice("last", _("That was the last one"), _("Then all of them go in the box.")),
            *((words,) if stack.takes_words else ()),
            MenuChoice("idea", _("A rule they would make"), stack.idea.text),
            MenuChoice("undo", _("Undo the last answer")),
        ),
        others=("back",),
        covers=True,
    )


def _last(stack: Stack) -> str:
    """What was typed last of the paper in hand."""
    if stack.last is None:
        return ""
    card, reply = stack.last
    said = _("Card {n}: {words}", n=len(stack.replies), words=", ".join(_marked(card, reply.code)))
    if not reply.text:
        return said
    quoted = _("OK to quote") if reply.quote_ok else _("no OK to quote")
    return f"{said} · “{reply.text}” ({quoted})"


def _marked(card: Any, code: str) -> Iterator[str]:
    """What a code stands for, each with its key."""
    if code == NOT_REACHED:
        yield _("nothing marked")
        return
    named = (code,) if code in NO_ANSWER else kind_of(card).named(code)
    for option in (*kind_of(card).options(card), *instead_of_an_answer(card)):
        if option.code in named:
            yield f"{option.key} {_(option.words)}"


def _words(stack: Stack) -> Course[Stack]:
    assert stack.last
    reply = yield from _asked(_("What did they write beside this card?"), stack.last[1], _last(stack))
    return stack.write(reply.text, ok=reply.quote_ok) if reply else stack


def _idea(stack: Stack) -> Course[Stack]:
    reply = yield from _asked(_("What rule would they make?"), stack.idea)
    return stack.write_idea(reply.text, ok=reply.quote_ok) if reply else stack


def _asked(question: str, now: Reply, about: str = "") -> Course[Reply | None]:
    """Words from the paper and whether they may be quoted; None where somebody goes back."""
    said = yield Question(
        place="paper-words",
        title=_(TITLE),
        question=question,
        value=now.text,
        lines=tuple(filter(None, (about, _("As it stands there. Empty: no words.")))),
        covers=True,
    )
    if said is None:
        return None
    text = str(said)
    ok = quotable(text) and bool((yield _sure_of_the_quote()))
    return Reply(text=text, quote_ok=ok)


def _sure_of_the_quote() -> Sure:
    return Sure(
        question=_("Is Yes crossed at “OK to quote?”"),
        lines=(_("No cross, or both: that is a no."),),
        to_do_it=_("if it is"),
        goes_on=True,
        covers=True,
    )


def _sure_to_put_in(typed: int) -> Sure:
    return Sure(
        question=many("Put {n} ballot in the box?", "Put {n} ballots in the box?", typed),
        lines=(
            _("Count the papers: are they as many?"),
            _("Did nobody of them vote on the laptop too? Once in, they are mixed and can't be taken out again."),
        ),
        to_do_it=_("to put them in"),
        covers=True,
    )


def _sure_to_drop() -> Sure:
    return Sure(question=_(SURE_TO_DROP), lines=(_(NOTHING_GOES_IN),), to_do_it=_("to drop it"), covers=True)
