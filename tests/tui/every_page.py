"""Every page of the program, each made with somebody's words in it: what must hold of all of them is tried on all of them."""

from collections.abc import Callable, Iterator
from pathlib import Path

from kit import Stage
from msgspec.structs import replace

from codesign.content.picks import quick_picks
from codesign.core.decisions import Decision
from codesign.core.kinds.choice import choice_options
from codesign.core.kinds.pair import QUESTION, pair_options
from codesign.core.plan import Card, Lines, Option, Plan
from codesign.core.session import Comment, Round, Session, Setup
from codesign.core.tally import Tally
from codesign.core.turn import Turn
from codesign.course.pages import SetUp, VoteAgain
from codesign.tui.screens.facilitator import lines, menus, notices, result, review, set_up, talk, written
from codesign.tui.screens.last_time import LastTimePage
from codesign.tui.screens.over import HelpPage, MorePage, Over, SupportPage
from codesign.tui.screens.page import Page, YouthPage
from codesign.tui.screens.youth.around import BeforeTurn, ContentNote, EndOfTurn, StopTurn, StopWithNothing
from codesign.tui.screens.youth.away import BreakNumber, BreakPage, LockedPage, _Number
from codesign.tui.screens.youth.card import CardPage
from codesign.tui.screens.youth.handover import HandOver, NotSaved, Saving
from codesign.tui.screens.youth.idea import IdeaPage
from codesign.tui.screens.youth.throw import SureToThrow
from codesign.tui.screens.youth.writing import WritingPage
from codesign.tui.widgets.menu import Item

Make = Callable[[Stage, str], Page]
NO_PAGES = {Page, YouthPage, WritingPage, Over, _Number, menus.MenuPage, lines.LinePage}
"""What pages are made from."""


def nothing(*_args: object) -> None:
    pass


KEYS = dict.fromkeys(("go_on", "vote", "comments", "back", "colours", "quit"), nothing)


def card(words: str) -> Card:
    return Card(id="R-1", kind="scale", rule=words, today=words, why=words, good=words, risk=words, content_note=words)


def choice(words: str) -> Card:
    return Card(id="C-1", kind="choice", rule=words, options=choice_options([f"{words} a", f"{words} b", "Something else"]))


def pair(words: str) -> Card:
    return Card(id="P-1", kind="pair", rule=QUESTION, options=pair_options(Option("X", words), Option("Y", f"{words} b")))


def turn(words: str) -> Turn:
    """On a card with an answer and a line of the person's own."""
    return Turn.begin((card(words), card("A rule"))).answer("could").write(words).write_idea(words)


def session(words: str) -> Session:
    said = {"id": 1, "round": 1, "card": "R-1", "prompt": "could", "text": words, "quote_ok": True, "theme": words}
    return Session(
        setup=Setup(title=words, day="2026-11-24", audience=words),
        lines=Lines(),
        cards=(card(words),),
        rounds=(Round(1, ("R-1",), "closed"),),
        tallies={"R-1": Tally("R-1", {"works": 3, "could": 3, "doesnt": 1})},
        comments=(Comment(**said), replace(Comment(**said), id=2)),
    )


def answered(words: str) -> Session:
    decision = Decision(card="R-1", answer="changes", because=words, who=words, by_when=words, review=words)
    return replace(session(words), told=("R-1",), decisions=(decision,))


def results(words: str) -> Session:
    """One card with numbers, one split, one in the box."""
    cards = (choice(words), card(words), pair(words))
    tallies = {
        "C-1": Tally("C-1", {"A": 5, "B": 4, "C": 3}),
        "R-1": Tally("R-1", {"works": 3, "could": 1, "doesnt": 3}),
        "P-1": Tally("P-1", {"A": 1}),
    }
    return replace(session(words), cards=cards, tallies=tallies, rounds=(Round(1, ("C-1", "R-1", "P-1"), "closed"),))


def card_page(page_turn: Turn, stage: Stage) -> CardPage:
    return CardPage(page_turn, quick_picks(), stage.app.held, on_leave=nothing, on_stop=nothing, on_more=nothing)


def menu(page: type[menus.MenuPage]) -> Make:
    return lambda _stage, words: page(
        words, [(Item("1", words, words), nothing), (Item("2", words), nothing)], lines=[words], alerts=[words], keys=KEYS
    )


def line(page: type[lines.LinePage]) -> Make:
    return lambda _stage, words: page(words, words, value=words, lines=[words], on_enter=nothing, on_back=nothing)


PAGES: dict[type[Page], Make] = {
    HandOver: lambda stage, words: HandOver(
        "saved", 3, 8, stage.app.held, support=words, on_start=nothing, on_facilitator=nothing, on_colours=nothing
    ),
    Saving: lambda _stage, _words: Saving(),
    NotSaved: lambda _stage, words: NotSaved(words, on_again=nothing, on_facilitator=nothing),
    BeforeTurn: lambda stage, words: BeforeTurn(
        4, words, [f"{words}: 1"], stage.app.held, second_vote=True, on_go=nothing, on_stop=nothing
    ),
    ContentNote: lambda stage, words: ContentNote(
        words, stage.app.held, on_go=nothing, on_skip=nothing, on_back=nothing, on_stop=nothing
    ),
    CardPage: lambda stage, words: card_page(turn(words), stage),
    IdeaPage: lambda stage, words: IdeaPage(turn(words), stage.app.held, on_done=nothing),
    EndOfTurn: lambda stage, _words: EndOfTurn(
        stage.app.held, has_idea=True, on_done=nothing, on_idea=nothing, on_back=nothing, on_stop=nothing
    ),
    StopTurn: lambda _stage, _words: StopTurn(on_keep=nothing, on_throw=nothing, on_break=nothing, on_back=nothing),
    StopWithNothing: lambda _stage, _words: StopWithNothing(
        on_keep=nothing, on_throw=nothing, on_break=nothing, on_back=nothing
    ),
    SureToThrow: lambda _stage, _words: SureToThrow(on_throw=nothing, on_back=nothing),
    BreakNumber: lambda stage, _words: BreakNumber(stage.app.held, on_number=nothing, on_back=nothing),
    BreakPage: lambda stage, _words: BreakPage(2, stage.app.held, on_number=nothing, on_facilitator=nothing),
    LockedPage: lambda _stage, _words: LockedPage(tried=True, on_facilitator=nothing),
    SupportPage: lambda _stage, words: SupportPage([(words, words, words), ("Line", "1", "What")], on_stop=nothing),
    HelpPage: lambda _stage, _words: HelpPage("card", ["Who sees what."], youth=True),
    MorePage: lambda _stage, words: MorePage(card(words)),
    menus.HomePage: menu(menus.HomePage),
    menus.PlansPage: menu(menus.PlansPage),
    menus.RecordsPage: menu(menus.RecordsPage),
    menus.SessionPage: menu(menus.SessionPage),
    menus.ReasonPage: menu(menus.ReasonPage),
    menus.AnswerPage: menu(menus.AnswerPage),
    lines.CodePage: line(lines.CodePage),
    lines.ThemePage: line(lines.ThemePage),
    lines.FolderPage: line(lines.FolderPage),
    lines.FilePage: line(lines.FilePage),
    notices.SurePage: lambda _stage, words: notices.SurePage(words, [words], on_yes=nothing, on_back=nothing),
    notices.FourWordsPage: lambda _stage, _words: notices.FourWordsPage("acorn bread cedar kite", on_go=nothing),
    notices.ProblemPage: lambda _stage, words: notices.ProblemPage(words, words, on_go=nothing),
    result.ResultPage: lambda _stage, words: result.ResultPage(results(words), on_answer=nothing),
    review.ReviewPage: lambda _stage, words: review.ReviewPage(
        session(words),
        None,
        notice=words,
        on_quote=nothing,
        on_theme=nothing,
        on_keep_back=nothing,
        on_go=nothing,
        on_back=nothing,
    ),
    set_up.SetUpPage: lambda _stage, words: set_up.SetUpPage(
        SetUp(
            plan=Plan(name="t", title=words, purpose="", minutes=5, cards=(card(words),)),
            answer_by="2026-12-24",
            warning=words,
            filled={"audience": words},
        ),
        on_begin=nothing,
        on_back=nothing,
    ),
    talk.TalkPage: lambda _stage, words: talk.TalkPage(session(words), on_answer=nothing),
    talk.LastTalkPage: lambda _stage, words: talk.LastTalkPage(session(words), on_answer=nothing),
    talk.AgainPage: lambda _stage, words: talk.AgainPage(
        VoteAgain(
            cards=(card(words), choice(words)),
            ideas=frozenset({"C-1"}),
            talked=frozenset(),
            taken=frozenset({"R-1"}),
            unread=True,
            notice=words,
        ),
        on_start=nothing,
        on_back=nothing,
    ),
    LastTimePage: lambda _stage, words: LastTimePage(answered(words), on_go=nothing),
    written.BroughtPage: lambda _stage, words: written.BroughtPage(
        "The team's answers are kept.", [words, words], [Path("out") / "poster.docx"], on_go=nothing
    ),
    written.WrittenPage: lambda _stage, words: written.WrittenPage(
        [Path("out") / "summary.docx"], words, "24 December 2026", on_home=nothing
    ),
}
"""Each page class -> a page of it with the words wherever people's words can stand."""
WITHOUT_WORDS = {
    Saving,
    EndOfTurn,
    StopTurn,
    StopWithNothing,
    SureToThrow,
    BreakNumber,
    BreakPage,
    LockedPage,
    HelpPage,
    notices.FourWordsPage,
}
"""Pages on which nobody's words ever stand."""


def page_classes() -> Iterator[type[Page]]:
    """Every class of page that the program has, found by itself."""
    todo: list[type[Page]] = [Page]
    while todo:
        for page in todo.pop().__subclasses__():
            todo.append(page)
            if page not in NO_PAGES and page.__module__.startswith("codesign."):
                yield page


async def show(stage: Stage, page: type[Page], words: str) -> None:
    """The page alone, or over a hand-over where it is one that lies over others."""
    made = PAGES[page]
    if issubclass(page, Over):
        stage.app.go(lambda: PAGES[HandOver](stage, "Dana"))
        await stage.settle()
        stage.app.over(lambda: made(stage, words))  # type: ignore[arg-type,return-value]
    else:
        stage.app.go(lambda: made(stage, words))
    await stage.settle()
