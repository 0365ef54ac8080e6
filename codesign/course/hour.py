"""The hour as its facilitator sees it: what to say, what to do and what comes next in each step, and a quiet clock."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from codesign.core.hour import STEPS, Minutes, Step, honest, hour_of, left, step_at
from codesign.core.round import Round
from codesign.core.session import Session
from codesign.course.answers import TITLE as ANSWERS
from codesign.course.before_they_come import NOT_PUNISHED, USUAL
from codesign.course.before_they_come import TITLE as BEFORE_THEY_COME
from codesign.course.common_pages import pause
from codesign.course.if_something import in_this_step
from codesign.course.pages import Block, Course, Menu, MenuChoice
from codesign.course.say import NAMES, PRACTICE_VOTE, aloud, read_aloud
from codesign.course.what_to_ask import A_PLAN_OF_IT, has_picked
from codesign.words import _

if TYPE_CHECKING:
    from codesign.engine.open_session import OpenSession

_DO: dict[Step, tuple[str, ...]] = {
    "welcome": (
        "Show the welcome. Let somebody say back who reads it, what can be skipped and what can't stay private.",
        NOT_PUNISHED,
        "Write down what the group agrees on, and let everybody press Hide once in the practice vote.",
    ),
    "vote": (
        "Turn the screen to the wall, and sit where you can't see it.",
        "Read cards aloud to whoever wants it. A person needs about five minutes for ten cards: the others can draw or eat.",
    ),
    "talk": (
        "Open the cards one by one. Write one line of what the room said, and read it back.",
        "Before a second vote read the comments: then ideas of the group can join it.",
    ),
    "again": ("As before: one person at a time, the screen to the wall.",),
    "result": (
        "In the break read the comments, alone, and write their themes: the room sees themes, never words.",
        "Then show the result, and ask whether it is right.",
    ),
    "next": (
        "Give everybody the same thank-you, also those who left early. Stay for half an hour.",
        "A comment about danger: ask nobody who wrote it. Say to all who is here to talk to. Do what your program's rules say, "
        "today.",
    ),
}
_NEXT: dict[Step, str] = {
    "welcome": "They vote, one at a time.",
    "vote": "When all have voted: F, your code, Close the round.",
    "talk": "Vote again on some cards, or show the result.",
    "again": "When all have voted: F, your code, Close the round.",
    "result": "What happens next, for the whole room.",
    "next": "Read the comments that are left, and write the summary.",
}


class TheHour:
    """Where an open session is in its hour, and how long it has been there. The clock is kept nowhere."""

    def __init__(self, opened: "OpenSession", clock: Callable[[], float], follows: Callable[[], bool]) -> None:
        """`clock`: seconds, from any moment on. `follows`: whether there is something to tell of an earlier session."""
        self._opened = opened
        self._follows = follows
        self._clock = clock
        self._began = self._since = clock()
        self._seen: Step = self.step
        """The step that the clock was last asked of, which began at `_since`."""
        self.was_read = False
        """The code was typed for the comments. Whether there are any is never asked for a page that others may see."""

    @property
    def step(self) -> Step:
        return step_of(self._opened.read())

    def begin(self, step: Step) -> None:
        """The session is in this step from now on, as far as what it has been through allows it."""
        notes = self._opened.read().group_notes
        if notes.at != step:
            self._opened.keep_group_notes(replace(notes, at=step))

    def clock(self, step: Step) -> str:
        """Which of the six steps it is, how many minutes are gone and about how many are left."""
        now = self._clock()
        if step != self._seen:  # by whichever way the session came here
            self._seen, self._since = step, now
        gone, here = int(now - self._began) // 60, int(now - self._since) // 60
        still = left(minutes_of(self._opened.read()), step, here)
        place = _("{at} of {count}", at=STEPS.index(step) + 1, count=len(STEPS))
        return f"{place} · {_('{gone} min gone, about {left} left', gone=gone, left=still)}"

    def parts(self, step: Step, *, under_way: bool = False) -> tuple[Block, ...]:
        """Say, in the language of the group; Do; Next; and what if something happens. `under_way`: the first two are done."""
        session = self._opened.read()
        said = partial(read_aloud, step, session)
        say_do = () if under_way else say_and_do(session.setup.language, said, map(_, _DO[step]))
        return (*say_do, Block(_("Next"), (_(_NEXT[step]),)), *in_this_step(step))

    def page(self, *, past_code: bool = False) -> Course[str]:
        """The step, until its facilitator goes on; the name of the part that follows. `past_code`: the code was typed and
        nobody else was shown a page since. From the last step the summary can be written then, so it does not stay open where
        nobody is there."""
        step, session = self.step, self._opened.read()
        choices = _choices(step, session, follows=step == "welcome" and self._follows())
        first = "alone" if step == "result" and not (session.is_told or self.was_read) else choices[0].id
        said = yield Menu(
            place="step",
            title=_(NAMES[step]),
            right=self.clock(step),
            parts=self.parts(step),
            choices=choices,
            here=[choice.id for choice in choices].index(first),
            covers=past_code and step == "next",
        )
        return str(said)


def say_and_do(language: str, say: Callable[[], Iterable[str]], do: Iterable[str]) -> tuple[Block, Block]:
    """What is read aloud, in the language of the group, and what its facilitator does."""
    return Block(_("Say"), aloud(language, say)), Block(_("Do"), tuple(do))


def step_of(session: Session) -> Step:
    """The step a session is in."""
    return step_at(
        session.group_notes.at,
        round_open=session.open_round is not None,
        rounds=len(_votes(session)),
        in_box=session.in_box or 0,
        told=session.is_told,
    )


def planned(session: Session) -> Minutes:
    """How long each step of a session was planned."""
    return session.setup.steps or hour_of(75)


def minutes_of(session: Session) -> Minutes:
    """About how long each step of a session takes: with the people who are expected, or a usual group where nobody said."""
    people, given, again = session.setup.expected or USUAL, planned(session), _votes(session)[1:]
    if again and not given.again:  # a second vote that was not planned takes its time all the same
        given = replace(given, again=1)
    voted_again = len(again[-1].cards) if again else 0
    return honest(given, people, len(session.cards), voted_again)


def _votes(session: Session) -> list[Round]:
    """The rounds that count, first to last."""
    return [round_ for round_ in session.rounds if round_.state != "dropped"]


def _choices(step: Step, session: Session, *, follows: bool) -> tuple[MenuChoice, ...]:
    home = pause()
    comments = MenuChoice("alone", _("Read the comments, alone"))
    if step == "welcome":
        return (
            MenuChoice("welcome", _("Show the welcome")),
            *([MenuChoice("last time", _("Show what came of last time"))] if follows else []),
            MenuChoice("practice", _(PRACTICE_VOTE)),
            MenuChoice("to-vote", _("On to the vote")),
            MenuChoice("before", _(BEFORE_THEY_COME)),
            home,
        )
    if step == "talk":
        return MenuChoice("talk", _("The cards to talk about, vote again, result")), comments, home
    if step == "result":
        show = MenuChoice("result", _("Show the result again") if session.is_told else _("Show the result"))
        after = MenuChoice("to-next", _("On to what happens next"))
        return show, comments, after if session.is_told else MenuChoice("to-talk", _("Back to the talk")), home
    return (
        MenuChoice("next", _("Show what happens next")),
        comments,
        MenuChoice("summary", _("Write the summary")),
        *([MenuChoice("proposed", _(A_PLAN_OF_IT))] if has_picked(session) else []),
        MenuChoice("answers", _(ANSWERS)),
        home,
        MenuChoice("to-result", _("Back to the result")),
    )
