"""While a round is open: the facilitator's menu between two turns, and the two steps that end the round."""

from typing import TYPE_CHECKING, Any

from codesign.core.errors import BrokenRows, CodesignError
from codesign.core.text import escaped
from codesign.course.before_they_come import TITLE as BEFORE_THEY_COME
from codesign.course.box import (
    SURE_TO_THROW_TURN,
    TURN_IS_GONE,
    giving_up,
    may_close,
    warning_of_the_box,
    what_closing_does,
)
from codesign.course.common_pages import pause
from codesign.course.hour import TheHour
from codesign.course.pages import Course, Hidden, Menu, MenuChoice, Problem, Sure
from codesign.course.shared_words import box_words
from codesign.course.turns import Turns
from codesign.course.typed_ballots import DROP, HALF_TYPED, NOTHING_GOES_IN, SURE_TO_DROP, TITLE, PaperStack, count_of
from codesign.words import _, many

if TYPE_CHECKING:
    from codesign.engine.open_session import OpenSession


def open_round(opened: "OpenSession", turns: Turns[Any] | None, hour: TheHour, paper: PaperStack) -> Course[str]:
    """The menu until it is left: "vote" for the next person, "paper", "before", "to-welcome", "home", or "where" once the round
    is closed or dropped."""
    while True:
        if turns:
            yield from paper.torn(turns)
        chosen = yield _menu(opened, turns, hour, paper)
        if chosen == "close":
            if (yield _sure_close(opened)) and (yield from _closed(opened)):
                return "where"
        elif chosen == "drop":
            if (yield from _dropped(opened)):
                return "where"
        elif turns and chosen == "give-up":
            if (yield _sure(*giving_up(turns.papers))):
                turns.give_up()
        elif turns and chosen == "throw":
            if (yield _sure(_(SURE_TO_THROW_TURN), _(TURN_IS_GONE))):
                turns.throw_away()
        elif turns and chosen == "put-in":
            turns.put_in()
            if not (yield from turns.saved()):
                return "code"
            # and here again, as after throwing it away: nobody learns which it was
        elif chosen == "drop-stack":
            if (yield _sure(_(SURE_TO_DROP), _(NOTHING_GOES_IN))):
                paper.drop()
        else:
            return str(chosen) if chosen in ("home", "paper", "before", "to-welcome") else "vote"


def _menu(opened: "OpenSession", turns: Turns[Any] | None, hour: TheHour, paper: PaperStack) -> Menu:
    session, count = opened.read(), opened.read().in_box or 0
    step = hour.step
    covered = bool(turns and turns.covered)
    alerts: tuple[str, ...] = ()
    stuck = True  # something has to be seen to first
    if not opened.has_key:
        alerts = (_("The key of this round is not on this laptop, so its ballots can't be opened here."),)
    elif covered:
        alerts = (_("One turn is covered and not ended. First say what becomes of it."),)
    elif paper.begun:
        alerts = (f"{_(HALF_TYPED)} {count_of(paper.typed)}.",)
    elif not (turns and turns.not_saved):
        stuck = False
        if count and (warning := warning_of_the_box(count, session.setup.expected)):
            alerts = (warning,)
    if fuller := opened.fuller_copy:
        holds_more = _("{name} is a copy of this record and holds ballots that this one lacks.", name=escaped(fuller.name))
        alerts = (*alerts, f"{holds_more} {_('Go home and go on with that one.')}")
    return Menu(
        place="session",
        title=session.setup.title,
        right=hour.clock(step),
        lines=(
            box_words(count, session.setup.expected),
            _("Comments are read right after the round, before anyone leaves."),
        ),
        alerts=alerts,
        parts=() if stuck or fuller else hour.parts(step, under_way=count > 0),
        choices=_choices(opened, turns, paper),
        covers=covered or paper.begun,
    )


def _choices(opened: "OpenSession", turns: Turns[Any] | None, paper: PaperStack) -> tuple[MenuChoice, ...]:
    if turns and turns.not_saved:
        _question, lost = giving_up(turns.papers)
        if papers := turns.papers:
            sealed = many(
                "{n} paper ballot is sealed and not on the disk yet. Keep the paper.",
                "{n} paper ballots are sealed and not on the disk yet. Keep the papers.",
                papers,
            )
            return (
                MenuChoice("again", _("Save the waiting papers again"), sealed),
                MenuChoice("give-up", _("Give the waiting papers up"), lost),
            )
        about = _("One ballot is sealed and not on the disk yet.")
        return (
            MenuChoice("again", _("Save the waiting ballot again"), about),
            MenuChoice("give-up", _("Give the waiting ballot up"), lost),
        )
    if turns and turns.covered:
        counts = _("Its answers count as they are. You don't see them. The other cards stay open.")
        wait = MenuChoice("wait", _("Leave it covered"), _("It opens with its own number."))
        return (
            MenuChoice("put-in", _("Put it in the box unseen"), counts),
            MenuChoice("throw", _("Throw it away"), _(TURN_IS_GONE)),
            *(() if turns.covered.locked else (wait,)),
        )
    drop = MenuChoice("drop", _("Drop the round"), _("Throw the ballots away, uncounted."))
    if not opened.has_key:
        elsewhere = _("Open this record on the laptop where the votes were cast, and close the round there.")
        return MenuChoice("home", _("Leave it as it is"), elsewhere), drop
    next_person = _("Next person")
    if paper.begun:
        return (
            MenuChoice("paper", _("Go on typing")),
            MenuChoice("vote", next_person, _("The stack waits, covered.")),
            MenuChoice("drop-stack", _(DROP), _(NOTHING_GOES_IN)),
        )
    count, again = opened.read().in_box or 0, len(opened.read().rounds) > 1
    then = _("Count, then the result.") if again else _("Count, then talk.")
    close = MenuChoice("close", _("Close the round"), f"{then} {_('No more ballots in this vote.')}")
    return (
        MenuChoice("vote", next_person, _("Turn the laptop to the wall and pass it on.")),
        *((close,) if may_close(count) else ()),
        pause(_("Every ballot in the box is safe. Go on any time.")),
        drop,
        MenuChoice("paper", _(TITLE), _("They go in the box all at once, mixed.")),
        MenuChoice("before", _(BEFORE_THEY_COME)) if count or again else MenuChoice("to-welcome", _("Back to the welcome")),
    )


def _sure(question: str, about: str) -> Sure:
    return Sure(question=question, lines=(about,), to_do_it=_("to do it"), covers=True)


def _sure_close(opened: "OpenSession") -> Sure:
    session = opened.read()
    again = len(session.rounds) > 1
    lines = tuple(what_closing_does(session.in_box or 0, second_vote=again, before=session.ballots))
    return Sure(question=_("Close the round?"), lines=lines, to_do_it=_("to close it"))


def _closed(opened: "OpenSession") -> Course[bool]:
    """Whether the round is closed and its key gone. No way leads round that; hidden on the way, it comes back to the code."""
    without_broken = hidden = False
    while True:
        try:
            opened.close_round(without_broken=without_broken)
            break
        except BrokenRows as error:
            lines = str(error), _("Closing without them counts all the others. The summary will say how many are missing.")
            question, to_do_it = _("Close the round without them?"), _("to close it without them")
            if not (yield Sure(question=question, lines=lines, to_do_it=to_do_it)):
                return False
            without_broken = True
        except CodesignError as error:
            if opened.read().phase == "voting":
                yield Problem(title=_("The round is still open"), sentence=str(error))
                return False
            try:
                yield Problem(title=_("The round is closed, but not cleaned up"), sentence=str(error))
            except Hidden:
                hidden = True
    if hidden:
        raise Hidden
    return True


def _dropped(opened: "OpenSession") -> Course[bool]:
    first = opened.read().tallies
    lines = (
        _("The ballots are thrown away and nothing is counted. This can't be taken back."),
        *([_("The vote before it stays as it was counted.")] if first else []),
    )
    if not (yield Sure(question=_("Drop the round?"), lines=lines, to_do_it=_("to drop the round"))):
        return False
    try:
        opened.drop_round()
    except CodesignError as error:
        yield Problem(title=_("The round was not dropped"), sentence=str(error))
        return False
    return True
