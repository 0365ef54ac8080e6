"""Driving the screens in tests: an app over a real engine in a temporary folder, and what its screen says."""

import asyncio
import functools
import itertools
import weakref
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any, Literal

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from textual import constants, events
from textual import screen as textuals_screen
from textual.app import App
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.errors import NoWidget
from textual.pilot import Pilot
from textual.screen import Screen

from codesign import words
from codesign.core.ballot import Ballot
from codesign.core.card import Card
from codesign.core.group_notes import GroupNotes
from codesign.core.plan import Plan
from codesign.core.session import Setup
from codesign.core.thresholds import Thresholds
from codesign.course.around import Around
from codesign.course.home import Home, Part
from codesign.course.session import InSession
from codesign.course.turns import Turns
from codesign.demo import start_demo
from codesign.engine import Engine
from codesign.engine.open_session import OpenSession
from codesign.store.places import Places
from codesign.tui.app import CodesignApp
from codesign.tui.screens import page as shown_page
from codesign.tui.screens.page import ShownPage
from codesign.tui.stage import Stage as Show
from codesign.tui.style_sheet import Memory, RememberingSheet
from codesign.tui.widgets.bars import KeyBar
from codesign.tui.widgets.blocks import Paragraphs
from codesign.tui.widgets.leaves import Leafed, Parted
from codesign.tui.widgets.menu import MenuList

constants.COLOR_SYSTEM = "truecolor"  # type: ignore[misc]  # all colours, whatever the terminal that the tests run in
textuals_screen.UPDATE_PERIOD = 3600.0  # type: ignore[misc]  # pages are painted when the stage settles, not by the clock too
shown_page.PAINTED = 3600.0  # nor is memory collected; outlives.py, where both are the point, sets them as they are
CODE = "135790"
CLOSE = ("f", *CODE, "enter", "2", "y", "enter")
"""From the hand-over to the talk page, where at least three have voted."""
RESULT = ("r", *CODE, "enter", "1", "y")
"""From the talk page to the result."""
AGAIN = ("v", *CODE, "enter")
"""From the talk page to the choice of cards for another vote."""
COMMENTS = ("enter", "enter", "2", *CODE, "enter")
"""From the result to the comments."""


def shared(parse: Callable[..., list[RuleSet]]) -> Callable[..., list[RuleSet]]:
    """The rules of a style sheet are read once for all apps of a process: they say the same in each."""
    read: dict[tuple[object, ...], list[RuleSet]] = {}

    def parsed(sheet: Stylesheet, css: str, read_from: object, *rest: object, **named: object) -> list[RuleSet]:
        key = (tuple(sheet._variables.items()), css, read_from, rest, tuple(named.items()))
        if key not in read:
            read[key] = parse(sheet, css, read_from, *rest, **named)
        return read[key]

    return parsed


Stylesheet._parse_rules = shared(Stylesheet._parse_rules)  # type: ignore[method-assign]


def looked_at(paint: Callable[[Screen[Any]], None]) -> Callable[[Screen[Any]], None]:
    """A page is laid out after each key, and drawn where a test looks at it; it is painted for a terminal, which is a third of
    the work, where that is the point."""

    def painted(page: Screen[Any]) -> None:
        if Stage.paints_every_key or page.app not in _STAGED:
            paint(page)

    return painted


_STAGED: weakref.WeakSet[App[Any]] = weakref.WeakSet()
"""Apps on a stage: those of other files of tests in this process are painted as ever."""
Screen._compositor_refresh = looked_at(Screen._compositor_refresh)  # type: ignore[method-assign]


@functools.cache
def _memory(_colours: tuple[tuple[str, str], ...]) -> Memory:
    """One for all apps of a process that have these colours."""
    return Memory()


_CHARACTERS = {"question_mark": "?", "space": " "}
HOME = (80, 24)
LARGE = pytest.param((120, 40), marks=pytest.mark.soak)
"""Every page is tried there, in test_every_page.py; by the soak what stands on it at any size, too."""


AfterVote = Literal["talk", "again", "result"]


def patient() -> Callable[[], float]:
    """A clock on which every press is a new one."""
    ticks = itertools.count()
    return lambda: float(next(ticks))


def standing() -> float:
    """A clock on which every press comes at once, like a held key."""
    return 0.0


async def nothing_to_run() -> None:
    """Until the loop has nothing left but what waits for a time, a file or a thread. (Textual's own pause sends a message
    through every widget instead, which costs more than most keys.)"""
    loop: Any = asyncio.get_running_loop()
    while True:
        await asyncio.sleep(0)
        if not loop._ready:
            return


class Stage:
    """An app on a real engine, with the course that it shows."""

    paints_every_key = False

    def __init__(self, engine: Engine, clock: Callable[[], float]) -> None:
        self.engine = engine
        self.app = app = CodesignApp(clock)
        _STAGED.add(app)
        app.stylesheet = RememberingSheet(
            variables=app.get_css_variables(), memory=lambda: _memory(tuple(app.stylesheet._variables.items()))
        )
        self.app.keys.paints = 0
        self.start_demo = self._demo
        self.summary_folder = engine.places.data / "out"
        self.home = Home(engine, Around(engine), lambda: self.start_demo())
        self.shown = Show(self.app, self.home.run(), self.home._around)
        self.pilot: Pilot[None]

    def _demo(self) -> tuple[OpenSession, Path]:
        places = Places.under(self.engine.places.data / "demo")
        return start_demo(Engine(places, self.engine.today)), self.summary_folder

    @property
    def session(self) -> InSession:
        assert self.home.session
        return self.home.session

    @property
    def opened(self) -> OpenSession:
        return self.session.opened

    @property
    def turns(self) -> Turns[Any]:
        assert self.session.turns
        return self.session.turns

    def go(self, part: Part) -> None:
        """Leave the course where it is, and go on from this part of home."""
        self.shown.leave()
        self.shown = Show(self.app, self.home.run_from(part), self.home._around)
        if self.app.is_running:
            self.app.begin()

    def go_home(self) -> None:
        self.go(self.home._menu)

    def open(self, path: Path) -> None:
        self.go(partial(self.home._open, path))

    def enter(self, opened: OpenSession, part: str = "vote") -> None:
        """Be in a session, at one of its parts."""
        session = self.home._session(opened, summary_folder=self.summary_folder)
        self.go(partial(self.home._in, session, part))

    async def to(self, part: AfterVote) -> None:
        """On to a part after the vote, as if the pages before it had been passed: where the way there is not the point."""
        path = self.opened.path
        if self.opened.read().phase == "voting":
            self.opened.close_round()
        if part == "result":
            self.opened.tell()
        self.shown.leave()
        opened = self.engine.open(path)
        opened.keep_group_notes(GroupNotes(at="result" if part == "result" else "talk"))
        self.enter(opened, part)
        await self.settle()

    async def press(self, *keys: str) -> None:
        """Keys, one after another, each when the last has been taken in. (Textual's own press waits for an idle CPU.) What
        `settle` waits for, the queue of keys need not ask for as well: each key is the next one."""
        for key in keys:
            event = events.Key(key, _CHARACTERS.get(key, key if len(key) == 1 else None))
            event.time = self.app.held.now()
            self.app.keys._next = event
            self.app.post_message(event)
            await self.settle()

    async def hold(self, key: str) -> None:
        """A key held down: fifty presses without a pause."""
        for _ in range(50):
            self.app.post_message(events.Key(key, None))
        await self.settle()
        await self.settle()

    async def settle(self) -> None:
        """Until nothing more happens: a key goes from the app to the page and on to a widget, whose message comes back; a
        page may be mounted; a ballot may be on its way to the disk. On a busy machine each takes as long as it takes.

        Nothing more happens when the loop has nothing to run, nobody works beside it, and a refresh makes nothing new."""
        painted = 0
        while painted < 2:
            await nothing_to_run()
            if self.app.keys.waiting:
                await asyncio.sleep(0.001)
                painted = 0
            elif len(self.app.workers):
                await self.app.workers.wait_for_complete()
                painted = 0
            elif self.app.screen_stack:
                self.app.screen._on_timer_update()  # what waits for the next frame comes now
                painted += 1
            else:
                return  # the program has ended

    async def until_shown(self, words: str) -> None:
        """Until these words are on the screen, which a busy machine may paint later than it settles."""
        for _ in range(50):
            if words in self.text():
                return
            await asyncio.sleep(0.02)
            await self.settle()
        raise AssertionError(f"{words!r} never came:\n{self.text()}")

    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.lines())

    def lines(self) -> list[str]:
        return ["".join(s.text for s in strip) for strip in self.strips()]

    def strips(self) -> list[list[Segment]]:
        # The one private name of Textual that tests use: what the compositor would send to the terminal.
        return [list(strip) for strip in self.app.screen._compositor.render_strips()]

    def painted(self) -> str:
        """The characters that a driver would be handed to paint the whole screen, with all that a terminal obeys."""
        return self.app.screen._compositor.render_update(full=True).render_segments(self.app.console)

    def everything(self) -> str:
        """All text that any mounted widget of any screen holds, on screen or not."""
        found = []
        for stack in self.app._screen_stacks.values():
            for screen in stack:
                for node in screen.walk_children(with_self=True):
                    found += [
                        str(getattr(node, name)) for name in ("value", "turn", "content", "_content") if hasattr(node, name)
                    ]
                    if isinstance(node, Paragraphs):
                        found += [
                            str(words) for paragraph in node.paragraphs for words in (paragraph.name, paragraph.words) if words
                        ]
        return "\n".join(found)

    def places(self) -> set[str]:
        """The places of all pages that are mounted, in whatever stack."""
        pages = [screen for stack in self.app._screen_stacks.values() for screen in stack[1:]]
        return {getattr(page, "place", "") for page in pages} or {"cover"}


def keys_in_the_bar(stage: Stage) -> str:
    """The keys of the moment, which stand whole in their bar."""
    bar = stage.app.screen.query_one(KeyBar)
    keys = str(bar.keys()).rstrip()
    assert cell_len(keys) <= bar.room, stage.text()
    return keys


@asynccontextmanager
async def on_stage(
    engine: Engine,
    *,
    size: tuple[int, int] = HOME,
    clock: Callable[[], float] | None = None,
    at: Callable[[Stage], None] = lambda _stage: None,
) -> AsyncIterator[Stage]:
    """The app, running: from home, or from where `at` brings it before its first page is made."""
    stage = Stage(engine, clock or patient())
    at(stage)
    async with stage.app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        stage.pilot = pilot
        await stage.settle()
        yield stage
    stage.shown.leave()
    words.use(words.OWN)


def begin(stage: Stage, cards: tuple[Card, ...] | None = None, *, expected: int = 3, lines: Thresholds | None = None) -> None:
    """A session in its vote, set up without the pages."""
    engine = stage.engine
    plan = engine.plan("fifteen-minutes") if cards is None else Plan(name="t", title="Test", purpose="", minutes=5, cards=cards)
    setup = Setup(
        title=plan.title,
        day=engine.today().isoformat(),
        audience="House manager",
        expected=expected,
        support_person="Dana, office",
    )
    opened = engine.start(plan, setup, lines or Thresholds())
    opened.code.set(CODE)
    opened.keep_group_notes(GroupNotes(at="vote"))
    stage.enter(opened)


@asynccontextmanager
async def voting(
    engine: Engine,
    cards: tuple[Card, ...] | None = None,
    *,
    size: tuple[int, int] = HOME,
    clock: Callable[[], float] | None = None,
    expected: int = 3,
    lines: Thresholds | None = None,
) -> AsyncIterator[Stage]:
    """The app at the hand-over of a session in its vote."""
    at = partial(begin, cards=cards, expected=expected, lines=lines)
    async with on_stage(engine, size=size, clock=clock, at=at) as stage:
        yield stage


async def to_first_card(stage: Stage) -> None:
    await stage.press("enter")
    for _ in range(6):  # on a small screen the page before the cards is read by several presses
        if stage.app.page and stage.app.page.place == "before":
            await stage.press("enter")


async def vote(stage: Stage, *keys: str) -> None:
    """One whole turn from the hand-over: a key and Enter for each card, then the box."""
    await to_first_card(stage)
    for key in keys:
        await stage.press(key, "enter")
    await stage.press("enter")


async def choose(stage: Stage, words: str) -> None:
    """The row of a menu that has these words, by its digit."""
    rows = stage.app.screen.query_one(MenuList).rows
    await stage.press(str(next(n for n, row in enumerate(rows, 1) if row.title == words)))


def into_box(stage: Stage, people: int, code: str = "works") -> None:
    """The ballots of so many people who all gave this answer, as if they had voted: where a turn itself is not the point."""
    answers = {card.id: code for card in stage.opened.read().round_cards}
    stage.opened.cast(stage.opened.seal([Ballot(answers)] * people))


def has_more_below(stage: Stage) -> bool:
    """Whether something of the page is below what is on the screen, by what is on it."""
    shown = stage.app.screen
    assert isinstance(shown, ShownPage)
    for part in shown._scrolls:
        if isinstance(part, Leafed) and part.children:
            last = part.children[-1]
            try:
                if shown.find_widget(last).region.bottom > part.region.bottom:
                    return True
                if isinstance(last, Parted) and last.begin + last.size.height < last.parts(last.size.width)[-1].rows[1]:
                    return True
            except NoWidget:
                return True
        elif part.scroll_y < part.max_scroll_y:
            return True
    return False


async def go_on(stage: Stage) -> None:
    """Enter, until a page that the room reads to its end first has gone."""
    page = stage.app.page
    while stage.app.page is page:
        await stage.press("enter")


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def scale_cards(count: int, words: str = "A rule") -> tuple[Card, ...]:
    return tuple(Card(id=f"R-{n}", kind="scale", rule=f"{words} {n}") for n in range(1, count + 1))
