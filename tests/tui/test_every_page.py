"""What holds of every page of the program: words are words, Hide and Support are one key away."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice

import pytest
from every_page import NO_PAGES, PAGES, WITHOUT_WORDS, assert_its_bar_says_all, different, page_classes, show
from hostile import EMOJI, ESCAPES, HIDDEN, HOSTILE, LANGUAGES, bundles
from kit import Stage, on_stage, patient, standing
from rich.cells import cell_len
from textual import events

from codesign.engine import Engine
from codesign.tui.key_repeat import Held
from codesign.tui.keys import PLACES, works_everywhere
from codesign.tui.screens.cover import Cover
from codesign.tui.screens.facilitator import menus, one_line
from codesign.tui.screens.facilitator.menus import MenuPage
from codesign.tui.screens.facilitator.one_line import LinePage
from codesign.tui.screens.overlays import SupportPage
from codesign.tui.screens.page import Over, ShownPage
from codesign.tui.screens.room.result import ResultPage
from codesign.tui.screens.to_read import ReadPage
from codesign.tui.screens.youth.card import CardPage
from codesign.tui.screens.youth.handover import HandOverPage
from codesign.tui.widgets.line import Line


def some_at_a_time(pages: Iterable[type[ShownPage]]) -> pytest.MarkDecorator:
    """One app for ten pages: to start it costs as much as to show three."""
    return pytest.mark.parametrize("pages", [tuple(some) for some in batched(pages, 10)], ids=lambda some: some[0].__name__)


def batched(pages: Iterable[type[ShownPage]], count: int) -> Iterator[list[type[ShownPage]]]:
    left = iter(pages)
    while some := list(islice(left, count)):
        yield some


TEXTS = bundles([*LANGUAGES.values(), *EMOJI.values(), *HOSTILE], 460)
_OURS = re.compile(r"\x1b\[[\d;]*[mH]")
"""What painting is made of: colours, and moving to a place. No link, no title, no clipboard, no other mode."""


def squeezed(text: str) -> str:
    """Without blanks and borders, so that words can be found that were folded."""
    return re.sub(r"[\s│╭╮╰╯─┌┐└┘|▎▊▔▁]", "", text)


def assert_only_words(stage: Stage, words: str) -> None:
    """The words are there as they are, in a screen of the right size, and nothing of them is obeyed."""
    assert words in stage.everything()
    lines = stage.lines()
    screen = "\n".join(lines)
    seen, whole = squeezed(screen), squeezed(words)
    assert whole[:12] in seen or whole[-12:] in seen, screen  # of a long line its end, where the cursor is
    assert {cell_len(line) for line in lines} == {stage.app.size.width}
    assert_nothing_is_obeyed(stage)


def assert_nothing_is_obeyed(stage: Stage) -> None:
    left = _OURS.sub("", stage.painted())
    assert not [c for c in left if unicodedata.category(c) in ("Cc", "Cf") and c not in "\n\u200c\u200d"], ascii(left)
    for strip in stage.strips():
        for segment in strip:
            assert not segment.control
            assert not (segment.style and segment.style.link)
            assert not (segment.style and set(segment.style.meta) & {"@click", "@mouse.down"})


def test_every_page_of_the_program_is_tried() -> None:
    assert set(page_classes()) == set(PAGES), "a new page stands in PAGES, or in NO_PAGES where others are made from it"
    assert not NO_PAGES & set(PAGES)


def test_no_place_has_a_key_of_its_own_for_what_works_everywhere() -> None:
    """So a page that differs from another in its keys alone is hidden, and finds support, as that one."""
    pressed = {place: {name for key in of for name in key.keys.split(",")} for place, of in PLACES.items()}
    assert {place: found for place, names in pressed.items() if (found := {n for n in names if works_everywhere(n)})} == {}


def texts_for(page: type[ShownPage]) -> list[str]:
    """All of them on a page that draws words in a way of its own; on one that is drawn as another is, those that mean harm."""
    drawn = page.__bases__[0]
    alike = [other for other in PAGES if other.__bases__[0] is drawn]
    return TEXTS if page is alike[0] or drawn not in (MenuPage, LinePage, ReadPage) else TEXTS[-1:]


@some_at_a_time(page for page in different(keys=False) if page not in WITHOUT_WORDS)
async def test_words_in_any_script_and_of_any_intent_are_only_words(engine: Engine, pages: tuple[type[ShownPage], ...]) -> None:
    async with on_stage(engine) as stage:
        for page in pages:
            for words in texts_for(page):
                await show(stage, page, words)
                if page is ResultPage:  # what is said first may have a leaf of its own
                    await stage.press("down")
                assert_only_words(stage, words)
            await show(stage, page, "".join(ESCAPES + HIDDEN))  # as it may stand in a file that somebody edited
            assert_nothing_is_obeyed(stage)


CANARY = "zebra"


async def half_typed(stage: Stage, page: type[ShownPage]) -> None:
    """The page with somebody's words on it, and in the middle of a line where it has one."""
    await show(stage, page, CANARY)
    fields = list(stage.app.screen.query(Line))
    if fields and (page is not CardPage):
        fields[0].focus()
    if page is CardPage:
        await stage.press("w")
    if fields:
        await stage.press("z", "e")
        assert isinstance(stage.app.focused, Line)


async def assert_support_and_hide_are_one_key_away(stage: Stage, page: type[ShownPage]) -> None:
    await half_typed(stage, page)
    typed = [field.value for field in stage.app.screen.query(Line)]
    await stage.press("f2")
    assert isinstance(stage.app.screen, SupportPage) != (page is SupportPage)
    assert len(stage.app.screen_stack) <= 3
    if page is not SupportPage:
        await stage.press("escape")
    assert isinstance(stage.app.screen, HandOverPage if issubclass(page, Over) else page)
    assert [field.value for field in stage.app.screen.query(Line)] == typed

    if issubclass(page, Over):
        await half_typed(stage, page)
    stage.app.post_message(events.Key("f9", None))
    await stage.pilot.pause(0)
    assert isinstance(stage.app.screen, Cover)
    assert CANARY not in stage.painted()
    assert "Printer paper" in stage.painted()
    stage.app.held = Held(standing)
    stage.app.held.first("hide")
    await stage.press("f9", "f9")
    assert stage.places() == {"cover"}
    assert CANARY not in stage.everything()
    stage.app.held = Held(patient())
    await stage.press("f9")
    assert not isinstance(stage.app.screen, Cover)
    assert CANARY not in stage.everything()


@some_at_a_time(different(keys=False))
async def test_support_and_hide_are_one_key_away(engine: Engine, pages: tuple[type[ShownPage], ...]) -> None:
    """In the middle of a line and from a page that lies over another too. Support gives the page back as it was; Hide is the
    very next thing on the screen, and stays when it is pressed again in a fright."""
    async with on_stage(engine) as stage:
        for page in pages:
            await assert_support_and_hide_are_one_key_away(stage, page)


SHORT, LONG = "A rule", "many words " * 40
AT = [
    ((60, 20), SHORT),
    ((80, 24), LONG),
    ((120, 40), SHORT),
    *(pytest.param(size, SHORT, marks=pytest.mark.soak) for size in ((40, 15), (80, 24))),
]
"""The smallest with many words stands in test_nothing_cut.py."""


@pytest.mark.parametrize(("size", "words"), AT, ids=lambda value: value[:4] if isinstance(value, str) else str(value))
async def test_every_page_names_hide_and_support_or_help_and_says_that_it_scrolls(
    engine: Engine, size: tuple[int, int], words: str
) -> None:
    """Support wherever youth look, on the room's pages too; on the facilitator's own pages help, as the keys are many. And a
    page that scrolls says so, and no other."""
    async with on_stage(engine, size=size) as stage:
        for page in different():
            await show(stage, page, words)
            assert_its_bar_says_all(stage, page)


@pytest.mark.parametrize("page", [menus.PAGES["promised"], menus.MARK_PAGES["bank"], one_line.PAGES["theme"]])
async def test_words_stayed_with_a_list_or_a_line_that_had_gone(engine: Engine, page: type[ShownPage]) -> None:
    """Textual holds on to a page for a while."""
    async with on_stage(engine) as stage:
        await show(stage, page, "axolotl")
        gone = stage.app.page
        assert "axolotl" in repr(vars(gone))
        await show(stage, HandOverPage, "Dana")
        assert {name: value for name, value in vars(gone).items() if "axolotl" in repr(value)} == {}
