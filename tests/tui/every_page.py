"""Every page of the program, each made with somebody's words in it: what must hold of all of them is tried on all of them."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from kit import Stage, has_more_below
from msgspec.structs import replace

from codesign.content.learn import learn
from codesign.content.picks import quick_picks
from codesign.core.card import Card, Option
from codesign.core.kinds.choice import choice_options
from codesign.core.kinds.pair import QUESTION, pair_options
from codesign.core.plan import Plan
from codesign.core.policy_team.decisions import Decision
from codesign.core.session import Comment, Round, Session, Setup
from codesign.core.tally import Tally
from codesign.core.thresholds import Thresholds
from codesign.core.turn import Turn
from codesign.course import pages
from codesign.course.around import Around
from codesign.course.brought import brought
from codesign.course.last_time import last_time
from codesign.course.written import files_written, written
from codesign.tui.app import CodesignApp
from codesign.tui.keys import PLACES
from codesign.tui.screens import to_read
from codesign.tui.screens.facilitator import confirm, menus, one_line, review, set_up
from codesign.tui.screens.facilitator.typed_card import TypedCardPage
from codesign.tui.screens.overlays import HelpPage, LearnAboutPage, MorePage, SupportPage, ToldOfACard
from codesign.tui.screens.page import CoursePage, Over, ShownPage, TurnPage, YouthPage
from codesign.tui.screens.room import result, talk
from codesign.tui.screens.youth.away import BreakNumberPage, BreakPage, LockedPage, _Number
from codesign.tui.screens.youth.before_and_stop import (
    BeforePage,
    EndPage,
    NotePage,
    NothingToKeepPage,
    StopPage,
    SureToThrowPage,
)
from codesign.tui.screens.youth.card import CardPage
from codesign.tui.screens.youth.handover import HandOverPage, NotSavedPage, SavingPage
from codesign.tui.screens.youth.idea import IdeaPage
from codesign.tui.screens.youth.writing import WritingPage
from codesign.tui.which_screen import screen_of
from codesign.tui.widgets.menu import Item

_SHEET = Path(str(CodesignApp.CSS_PATH)).read_text("utf-8")
Make = Callable[[Stage, str], ShownPage]
NO_PAGES = {
    ShownPage,
    CoursePage,
    TurnPage,
    YouthPage,
    WritingPage,
    ToldOfACard,
    Over,
    _Number,
    menus.MenuPage,
    menus.MarkPage,
    one_line.LinePage,
    to_read.ReadPage,
}
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
        thresholds=Thresholds(),
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


def menu(page: type[menus.MenuPage]) -> Make:
    return lambda _stage, words: page(
        words, [(Item("1", words, words), nothing), (Item("2", words), nothing)], lines=[words], alerts=[words], keys=KEYS
    )


def step(_stage: Stage, words: str) -> menus.MenuPage:
    parts = [pages.Block(words, (words, f"“{words}”"))]
    return menus.PAGES["step"](words, [(Item("1", words), nothing), (Item("2", words), nothing)], parts=parts, keys=KEYS)


def marks(page: type[menus.MarkPage]) -> Make:
    def made(words: str) -> pages.MarkSome:
        rows = (pages.MenuChoice("1", words, words, part=words), pages.MenuChoice("2", words))
        return pages.MarkSome(
            place=page.place,
            title=words,
            lines=(words,),
            choices=rows,
            marked=frozenset({"1"}),
            said=lambda _marked: (words,),
            problem=words,
        )

    return shown(made)


def read_page(page: type[to_read.ReadPage]) -> Make:
    def made(words: str) -> pages.ToRead:
        blocks = [pages.Block(words, (words, words), look="strong", rows=((words, words),)), pages.Block(lines=(words,))]
        return pages.ToRead(place=page.place, title=words, blocks=lambda: blocks)

    return shown(made)


def line(page: type[one_line.LinePage]) -> Make:
    return lambda _stage, words: page(words, words, value=words, lines=[words], limit=400, on_enter=nothing, on_back=nothing)


def shown(make: Callable[[str], pages.Page]) -> Make:
    """The screen of a page of the course, made as the program makes it."""
    return lambda stage, words: screen_of(make(words), nothing, stage.app)


def with_support(make: Make) -> Make:
    """In a session whose support person has these words for a name."""

    def made(stage: Stage, words: str) -> ShownPage:
        stage.app.around = Around(stage.engine)
        stage.app.around.enter(replace(session(words), setup=Setup(title="", day="2026-11-24", support_person=words)))
        return make(stage, words)

    return made


def of_turn(kind: type[pages.OfTurn]) -> Make:
    return shown(lambda words: kind(turn=turn(words)))


_AT_PLACES: dict[type[ShownPage], Make] = {
    **{page: menu(page) for page in menus.PAGES.values()},
    **{page: marks(page) for page in menus.MARK_PAGES.values()},
    **{page: line(page) for page in one_line.PAGES.values()},
    **{page: read_page(page) for page in to_read.PAGES.values()},
}
"""Pages that are made from another for a place: with its keys, and perhaps a flag or two."""
PAGES: dict[type[ShownPage], Make] = {
    HandOverPage: with_support(shown(lambda _words: pages.HandOver(before="saved", in_box=3, expected=8))),
    SavingPage: shown(lambda _words: pages.Saving(do=nothing)),
    NotSavedPage: shown(lambda words: pages.NotYetSaved(reason=words)),
    BeforePage: with_support(shown(lambda words: pages.BeforeTurn(cards=4, audience=words, second_vote=True))),
    NotePage: of_turn(pages.ContentNote),
    CardPage: shown(lambda words: pages.OnCard(turn=turn(words), picks=quick_picks())),
    IdeaPage: of_turn(pages.OwnIdea),
    EndPage: of_turn(pages.EndOfTurn),
    StopPage: of_turn(pages.StopTurn),
    NothingToKeepPage: shown(lambda words: pages.StopTurn(turn=Turn.begin((card(words),)))),
    SureToThrowPage: of_turn(pages.SureToThrow),
    BreakNumberPage: of_turn(pages.BreakNumber),
    BreakPage: shown(lambda _words: pages.Covered(chosen=True, tries=2)),
    LockedPage: shown(lambda _words: pages.Covered(chosen=True, tries=0)),
    SupportPage: lambda _stage, words: SupportPage([(words, words, words), ("Line", "1", "What")], on_stop=nothing),
    HelpPage: lambda _stage, _words: HelpPage("card", ["Who sees what."], youth=True),
    MorePage: lambda stage, words: MorePage(card(words), stage.app),
    LearnAboutPage: lambda _stage, _words: LearnAboutPage(learn().cards[0], "2026-11-27"),
    **_AT_PLACES,
    menus.PAGES["step"]: step,
    confirm.SurePage: shown(lambda words: pages.Sure(question=words, lines=(words,), to_do_it="")),
    confirm.YesOrNoPage: shown(lambda words: pages.Sure(question=words, lines=(words,), to_do_it="", goes_on=True)),
    confirm.FourWordsPage: shown(lambda _words: pages.FourWords(words="acorn bread cedar kite")),
    confirm.ProblemPage: shown(lambda words: pages.Problem(title=words, sentence=words)),
    TypedCardPage: shown(
        lambda words: pages.TypedCard(number=2, typed=1, at=3, count=4, card=choice(words), last=words, takes_words=True)
    ),
    result.ResultPage: shown(lambda words: pages.Results(session=results(words))),
    review.ReviewPage: shown(lambda words: pages.Reading(session=session(words), at=None, notice=words)),
    set_up.SetUpPage: shown(
        lambda words: pages.SetUp(
            plan=Plan(name="t", title=words, purpose="", minutes=5, cards=(card(words),)),
            today=date(2026, 11, 24),
            answer_by="2026-12-24",
            warning=words,
            proposed={"support_person": words},
            copied=words,
            filled={"audience": words},
        )
    ),
    talk.TalkPage: lambda stage, words: talk.TalkPage(pages.Talk(session=session(words)), nothing, stage.app),
    talk.LastTalkPage: lambda stage, words: talk.LastTalkPage(pages.Talk(session=session(words)), nothing, stage.app),
    to_read.PAGES["last-time"]: shown(lambda words: last_time(answered(words))),
    to_read.PAGES["brought"]: shown(lambda words: brought([words, words], [Path("out") / "poster.docx"])),
    to_read.PAGES["files-written"]: shown(lambda words: files_written(words, [Path("out") / "ballots.docx"], words)),
    to_read.PAGES["written"]: shown(lambda words: written([Path("out") / "summary.docx"], words, "24 December 2026")),
}
"""Each page class -> a page of it with the words wherever people's words can stand."""
WITHOUT_WORDS = {
    SavingPage,
    EndPage,
    StopPage,
    NothingToKeepPage,
    SureToThrowPage,
    BreakNumberPage,
    BreakPage,
    LockedPage,
    HelpPage,
    LearnAboutPage,
    confirm.FourWordsPage,
}
"""Pages on which nobody's words ever stand."""


_NAMES = {"__module__", "place", "BINDINGS", "__doc__", "__parameters__"}
"""What a page made for a place has of its own in any case; its keys follow from its place."""


def different(*, keys: bool = True) -> list[type[ShownPage]]:
    """Pages without those that are another of them in all but the name of the place, and in all but its keys where they are
    not the point. A page that is made here in a way of its own, or that the style sheet names, is another."""
    found: dict[object, type[ShownPage]] = {}
    for page, made in PAGES.items():
        flags = {n: said for n, said in vars(page).items() if n not in _NAMES and not n.startswith(("_", "can_focus"))}
        alike = made is _AT_PLACES.get(page) and page.__name__ not in _SHEET
        key = (page.__bases__, repr(flags), PLACES[page.place] if keys else ()) if alike else page
        found.setdefault(key, page)
    return list(found.values())


def page_classes() -> Iterator[type[ShownPage]]:
    """Every class of page that the program has, found by itself."""
    todo: list[type[ShownPage]] = [ShownPage]
    while todo:
        for page in todo.pop().__subclasses__():
            todo.append(page)
            if page not in NO_PAGES and page.__module__.startswith("codesign."):
                yield page


async def show(stage: Stage, page: type[ShownPage], words: str) -> None:
    """The page alone, or over a hand-over where it is one that lies over others."""
    made = PAGES[page]
    if issubclass(page, Over):
        stage.app.go(lambda: PAGES[HandOverPage](stage, "Dana"))
        await stage.settle()
        stage.app.over(lambda: made(stage, words))  # type: ignore[arg-type,return-value]
    else:
        stage.app.go(lambda: made(stage, words))
    await stage.settle()


def assert_its_bar_says_all(stage: Stage, page: type[ShownPage]) -> None:
    """Hide, and support or help; and that it scrolls where it does, by the key alone where its bar is full."""
    lines = stage.lines()
    last = next(line for line in reversed(lines) if line.strip())
    shown = stage.app.screen
    assert isinstance(shown, page)
    assert "F9  Hide" in last, page
    assert ("F2  Support" if shown.youth or shown.speaks else "F1  Help") in last, page
    says = bool(re.search(r"(↓|PgDn) More\b", "\n".join(lines)) or re.search(r" (↓|PgDn) F[12] ", last))
    assert says == has_more_below(stage), f"{page.__name__}\n{stage.text()}"
