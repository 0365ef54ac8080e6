"""Which screen shows which page of the course. Screens are imported when they are first shown."""

from collections.abc import Callable
from functools import partial
from pkgutil import resolve_name
from typing import Any

from codesign.course import pages
from codesign.course.pages import ToRead
from codesign.tui.screens.page import Program, Send, ShownPage


def screen_of(page: pages.Page, send: Send, program: Program) -> ShownPage:
    """The screen of a page; `send` takes what was answered."""
    made = SCREENS[type(page)]
    if isinstance(made, str):
        made = resolve_name(f"codesign.tui.screens.{made}")
    screen: ShownPage = made(page, send, program)
    screen.washes = page.washes
    return screen


def _menu(page: pages.Menu, send: Send, program: Program) -> ShownPage:
    from codesign.tui.screens.facilitator import menus
    from codesign.tui.widgets.menu import Item

    keys: dict[str, Callable[[], None]] = {other: partial(send, other) for other in page.others}
    acts = {how: partial(_act, send, how) for how in page.acts}
    return menus.PAGES[page.place](
        page.title,
        [(Item(c.id, c.words, c.about, c.marked), partial(send, c.id)) for c in page.choices],
        right=page.right,
        lines=page.lines,
        alerts=page.alerts,
        parts=page.parts,
        empty=page.empty,
        here=page.here if page.begins else None,
        acts=acts,
        keys={**keys, "colours": program.next_colours},
    )


def _mark_some(page: pages.MarkSome, send: Send, program: Program) -> ShownPage:
    from codesign.tui.screens.facilitator import menus

    return menus.MARK_PAGES[page.place](page, send, program)


def _act(send: Send, how: str, choice: str) -> None:
    send(pages.Act(how, choice))


def _question(page: pages.Question, send: Send, _program: Program) -> ShownPage:
    from codesign.tui.literal import literal
    from codesign.tui.screens.facilitator import one_line

    return one_line.PAGES[page.place](
        page.title,
        page.question,
        value=page.value,
        lines=[*map(literal, page.lines), *(literal(words, "bold") for words in page.strong)],
        secret=page.secret,
        limit=page.limit,
        problem=page.problem,
        on_enter=send,
        on_back=partial(send, None),
    )


def _spoken(page: pages.Spoken, send: Send, program: Program) -> ShownPage:
    made = screen_of(page.make(), send, program)
    made.speaks = True
    return made


def _stop(page: pages.StopTurn, send: Send, program: Program) -> ShownPage:
    from codesign.tui.screens.youth.before_and_stop import NothingToKeepPage, StopPage

    return (StopPage if page.turn.answered else NothingToKeepPage)(page, send, program)


def _sure(page: pages.Sure, send: Send, program: Program) -> ShownPage:
    from codesign.tui.screens.facilitator.confirm import SurePage, YesOrNoPage

    return (YesOrNoPage if page.goes_on else SurePage)(page, send, program)


def _talk(page: pages.Talk, send: Send, program: Program) -> ShownPage:
    from codesign.tui.screens.room.talk import LastTalkPage, TalkPage

    return (TalkPage if page.session.open_to_a_vote else LastTalkPage)(page, send, program)


def _to_read(page: ToRead, send: Send, program: Program) -> ShownPage:
    from codesign.tui.screens import to_read

    return to_read.PAGES[page.place](page, send, program)


def _covered(page: pages.Covered, send: Send, program: Program) -> ShownPage:
    from codesign.tui.screens.youth.away import BreakPage, LockedPage

    return (BreakPage if page.tries else LockedPage)(page, send, program)


SCREENS: dict[type[pages.Page], str | Callable[[Any, Send, Program], ShownPage]] = {
    pages.Menu: _menu,
    pages.MarkSome: _mark_some,
    pages.Question: _question,
    pages.Spoken: _spoken,
    pages.SetUp: "facilitator.set_up:SetUpPage",
    pages.Sure: _sure,
    pages.Problem: "facilitator.confirm:ProblemPage",
    pages.FourWords: "facilitator.confirm:FourWordsPage",
    pages.Reading: "facilitator.review:ReviewPage",
    pages.TypedCard: "facilitator.typed_card:TypedCardPage",
    ToRead: _to_read,
    pages.Talk: _talk,
    pages.Results: "room.result:ResultPage",
    pages.HandOver: "youth.handover:HandOverPage",
    pages.BeforeTurn: "youth.before_and_stop:BeforePage",
    pages.ContentNote: "youth.before_and_stop:NotePage",
    pages.OnCard: "youth.card:CardPage",
    pages.OwnIdea: "youth.idea:IdeaPage",
    pages.EndOfTurn: "youth.before_and_stop:EndPage",
    pages.StopTurn: _stop,
    pages.SureToThrow: "youth.before_and_stop:SureToThrowPage",
    pages.BreakNumber: "youth.away:BreakNumberPage",
    pages.Covered: _covered,
    pages.Saving: "youth.handover:SavingPage",
    pages.NotYetSaved: "youth.handover:NotSavedPage",
}
"""Kind of page -> the module and the class of its screen, or what makes it."""
