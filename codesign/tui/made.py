"""Which screen shows which page of the course, and what its keys answer. Screens are imported when they are first shown."""

from collections.abc import Callable
from functools import partial
from typing import Any

from codesign.course import pages
from codesign.tui.app import CodesignApp
from codesign.tui.screens.page import Page as Screen

Send = Callable[[object], None]


def screen_of(page: pages.Page, app: CodesignApp, send: Send) -> Screen:
    """The screen of a page; `send` takes what was answered."""
    return SCREENS[type(page)](page, app, send)


def _stopped(send: Send) -> Callable[[Any], None]:
    return lambda turn: send(pages.Stopped(turn))


# The facilitator's


def _menu(page: pages.Menu, app: CodesignApp, send: Send) -> Screen:
    from codesign.tui.screens.facilitator import menus
    from codesign.tui.widgets.menu import Item

    keys: dict[str, Callable[[], None]] = {other: partial(send, other) for other in page.others}
    return menus.PAGES[page.place](
        page.title,
        [(Item(c.id, c.words, c.about), partial(send, c.id)) for c in page.choices],
        right=page.right,
        lines=page.lines,
        alerts=page.alerts,
        empty=page.empty,
        here=0 if page.begins else None,
        keys={**keys, "colours": app.next_colours},
    )


def _sure(page: pages.Sure, _app: CodesignApp, send: Send) -> Screen:
    from codesign.tui.screens.facilitator.notices import SurePage

    return SurePage(page.question, page.lines, on_yes=partial(send, True), on_back=partial(send, False), speaks=page.speaks)


def _problem(page: pages.Problem, _app: CodesignApp, send: Send) -> Screen:
    from codesign.tui.screens.facilitator.notices import ProblemPage

    return ProblemPage(page.title, page.sentence, on_go=partial(send, None))


def _question(page: pages.Question, _app: CodesignApp, send: Send) -> Screen:
    from codesign.tui.literal import literal
    from codesign.tui.screens.facilitator import lines

    return lines.PAGES[page.place](
        page.title,
        page.question,
        value=page.value,
        lines=[*map(literal, page.lines), *(literal(words, "bold") for words in page.strong)],
        secret=page.secret,
        problem=page.problem,
        on_enter=send,
        on_back=partial(send, None),
    )


def _set_up(page: pages.SetUp, _app: CodesignApp, send: Send) -> Screen:
    from codesign.tui.screens.facilitator.set_up import SetUpPage

    return SetUpPage(page, on_begin=send, on_back=lambda typed: send("back" if typed else None))


def _four_words(page: pages.FourWords, _app: CodesignApp, send: Send) -> Screen:
    from codesign.tui.screens.facilitator.notices import FourWordsPage

    return FourWordsPage(page.words, on_go=partial(send, None))


def _reading(page: pages.Reading, _app: CodesignApp, send: Send) -> Screen:
    from codesign.tui.screens.facilitator.review import ReviewPage

    return ReviewPage(
        page.session,
        page.at,
        notice=f"! {page.notice}" if page.notice else "",
        on_quote=lambda comment: send(pages.Verdict("quote", comment)),
        on_theme=lambda comment: send(pages.Verdict("theme", comment)),
        on_keep_back=lambda comment: send(pages.Verdict("keep back", comment)),
        on_go=partial(send, "done"),
        on_back=partial(send, "back"),
    )


def _written(page: pages.Written, _app: CodesignApp, send: Send) -> Screen:
    from codesign.tui.screens.facilitator.written import WrittenPage

    return WrittenPage(page.files, page.audience, page.answer_by, on_home=partial(send, None))


def _brought(page: pages.Brought, _app: CodesignApp, send: Send) -> Screen:
    from codesign.tui.screens.facilitator.written import BroughtPage

    return BroughtPage(page.title, page.lines, page.files, on_go=partial(send, None))


# The room's


def _talk(page: pages.Talk, _app: CodesignApp, send: Send) -> Screen:
    from codesign.tui.screens.facilitator.talk import LastTalkPage, TalkPage

    return (TalkPage if page.session.open_to_a_vote else LastTalkPage)(page.session, on_answer=send)


def _vote_again(page: pages.VoteAgain, _app: CodesignApp, send: Send) -> Screen:
    from codesign.tui.screens.facilitator.talk import AgainPage

    return AgainPage(page, on_start=send, on_back=partial(send, None))


def _results(page: pages.Results, _app: CodesignApp, send: Send) -> Screen:
    from codesign.tui.screens.facilitator.result import ResultPage

    return ResultPage(page.session, on_answer=send)


def _last_time(page: pages.LastTime, _app: CodesignApp, send: Send) -> Screen:
    from codesign.tui.screens.last_time import LastTimePage

    return LastTimePage(page.session, on_go=partial(send, None))


# A young person's


def _hand_over(page: pages.HandOver, app: CodesignApp, send: Send) -> Screen:
    from codesign.tui.screens.youth.handover import HandOver

    return HandOver(
        page.before,
        page.in_box,
        page.expected,
        app.held,
        support=next(iter(app.around.help_now()), ""),
        on_start=partial(send, "start"),
        on_facilitator=partial(send, "facilitator"),
        on_colours=app.next_colours,
    )


def _before_turn(page: pages.BeforeTurn, app: CodesignApp, send: Send) -> Screen:
    from codesign.tui.screens.youth.around import BeforeTurn

    return BeforeTurn(
        page.cards,
        page.audience,
        app.around.help_now(),
        app.held,
        second_vote=page.second_vote,
        on_go=partial(send, True),
        on_stop=partial(send, False),
    )


def _content_note(page: pages.ContentNote, app: CodesignApp, send: Send) -> Screen:
    from codesign.tui.screens.youth.around import ContentNote

    return ContentNote(
        page.turn.card.content_note,
        app.held,
        on_go=partial(send, "agree"),
        on_skip=partial(send, "skip"),
        on_back=partial(send, "back"),
        on_stop=partial(send, pages.Stopped(page.turn)),
    )


def _on_card(page: pages.OnCard, app: CodesignApp, send: Send) -> Screen:
    from codesign.tui.screens.over import MorePage
    from codesign.tui.screens.youth.card import CardPage

    def more(turn: Any) -> None:
        card = turn.card  # and nothing else of the turn is kept for the page over it
        app.over(lambda: MorePage(card))

    return CardPage(page.turn, page.picks, app.held, on_leave=send, on_stop=_stopped(send), on_more=more)


def _own_idea(page: pages.OwnIdea, app: CodesignApp, send: Send) -> Screen:
    from codesign.tui.screens.youth.idea import IdeaPage

    return IdeaPage(page.turn, app.held, on_done=send)


def _end_of_turn(page: pages.EndOfTurn, app: CodesignApp, send: Send) -> Screen:
    from codesign.tui.screens.youth.around import EndOfTurn

    return EndOfTurn(
        app.held,
        has_idea=bool(page.turn.idea.text),
        on_done=partial(send, "done"),
        on_idea=partial(send, "idea"),
        on_back=partial(send, "back"),
        on_stop=partial(send, pages.Stopped(page.turn)),
    )


def _stop_turn(page: pages.StopTurn, _app: CodesignApp, send: Send) -> Screen:
    from codesign.tui.screens.youth.around import StopTurn, StopWithNothing

    return (StopTurn if page.turn.answered else StopWithNothing)(
        on_keep=partial(send, "keep"),
        on_throw=partial(send, "throw"),
        on_break=partial(send, "break"),
        on_back=partial(send, "back"),
    )


def _sure_to_throw(_page: pages.SureToThrow, _app: CodesignApp, send: Send) -> Screen:
    from codesign.tui.screens.youth.throw import SureToThrow

    return SureToThrow(on_throw=partial(send, True), on_back=partial(send, False))


def _break_number(_page: pages.BreakNumber, app: CodesignApp, send: Send) -> Screen:
    from codesign.tui.screens.youth.away import BreakNumber

    return BreakNumber(app.held, on_number=send, on_back=partial(send, None))


def _covered(page: pages.Covered, app: CodesignApp, send: Send) -> Screen:
    from codesign.tui.screens.youth.away import BreakPage, LockedPage

    on_facilitator = partial(send, "facilitator")
    if not page.tries:
        return LockedPage(tried=page.chosen, on_facilitator=on_facilitator)
    return BreakPage(page.tries, app.held, on_number=send, on_facilitator=on_facilitator)


def _saving(_page: pages.Saving, _app: CodesignApp, _send: Send) -> Screen:
    from codesign.tui.screens.youth.handover import Saving

    return Saving()


def _not_saved(page: pages.NotSaved, _app: CodesignApp, send: Send) -> Screen:
    from codesign.tui.screens.youth.handover import NotSaved

    return NotSaved(page.reason, on_again=partial(send, "again"), on_facilitator=partial(send, "facilitator"))


SCREENS: dict[type[pages.Page], Callable[[Any, CodesignApp, Send], Screen]] = {
    pages.Menu: _menu,
    pages.Sure: _sure,
    pages.Problem: _problem,
    pages.Question: _question,
    pages.SetUp: _set_up,
    pages.FourWords: _four_words,
    pages.Reading: _reading,
    pages.Written: _written,
    pages.Brought: _brought,
    pages.Talk: _talk,
    pages.VoteAgain: _vote_again,
    pages.Results: _results,
    pages.LastTime: _last_time,
    pages.HandOver: _hand_over,
    pages.BeforeTurn: _before_turn,
    pages.ContentNote: _content_note,
    pages.OnCard: _on_card,
    pages.OwnIdea: _own_idea,
    pages.EndOfTurn: _end_of_turn,
    pages.StopTurn: _stop_turn,
    pages.SureToThrow: _sure_to_throw,
    pages.BreakNumber: _break_number,
    pages.Covered: _covered,
    pages.Saving: _saving,
    pages.NotSaved: _not_saved,
}
"""Kind of page -> what makes its screen."""
