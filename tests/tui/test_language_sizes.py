"""Every youth page in Spanish, at every size: nothing English, nothing cut, no key off the screen."""

import gettext
import re

import pytest
from kit import Stage, keys_in_the_bar, to_first_card, voting
from msgspec.structs import replace

from codesign import words
from codesign.core.card import Card
from codesign.core.kinds import kind_of
from codesign.core.plan import Plan
from codesign.core.thresholds import Thresholds
from codesign.engine import Engine
from codesign.tui.widgets.answers import AnswerRows

PLAIN = Card(id="S-1", kind="scale", rule="A rule")
NOTED = Card(id="N-1", kind="scale", rule="A hard rule", content_note="looking at phones")
ENGLISH = re.compile(
    r"\b(?:the|you|your|and|is|are|of|this|not|it|with|for|what|who|press|card|skip|back|next|stop|help|support|hide)\b", re.I
)
NAMES = ("Dana, office", "House manager", "Runaway Safeline", "TXT 4 HELP", "English? Press F4.")
"""Words of the test's own session, names, and the way back."""
OWN_WORDS = {"Dana, office", "A hard rule"}
"""What the facilitator wrote is looked up too, and stays as it is."""


class Misses(gettext.NullTranslations):
    """Remembers every message that the Spanish catalogue does not have."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def gettext(self, message: str) -> str:
        self.found.add(message)
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        self.found.add(msgid2)
        return msgid2


def fits(stage: Stage, safety: str = "F2  Apoyo") -> None:
    """The page is Spanish, and its key bar is whole."""
    text = stage.text()
    last = next(line for line in reversed(stage.lines()) if line.strip())
    assert "F9  Ocultar" in last, text
    assert safety in last, text
    keys_in_the_bar(stage)
    bare = " ".join(text.split())
    for name in NAMES:
        bare = bare.replace(name, "")
    assert not ENGLISH.findall(bare), text


async def one_card(stage: Stage, card: Card, seen: Misses) -> None:
    """A card before and after its answer: everything on the screen, nothing cut."""
    fits(stage)
    for option in (*kind_of(card).options(card), None):
        key = option.key if option else "4"
        assert re.search(rf"○\s+{key}\b", stage.text()), f"{key} is missing in\n{stage.text()}"
    rows = stage.app.screen.query_one(AnswerRows)
    assert rows.size.height >= rows.tops()[-1], f"cut in\n{stage.text()}"
    if stage.app.size.width >= 60:
        assert stage.app.screen.query_one("#rule-scroll").max_scroll_y == 0, f"the rule is cut in\n{stage.text()}"
    await stage.press(kind_of(card).options(card)[1].key)
    small = stage.app.size.width < 80
    fits(stage)
    if card.kind == "scale":
        await stage.press(*["p"] * small)
        assert "h  Otra cosa" in stage.text(), "the last of the quick picks"
        fits(stage)
    await stage.press("w", "o")
    fits(stage)
    await stage.press("enter")
    fits(stage)
    assert "● No   ○ Sí" in stage.text()
    assert "¿Usamos tus palabras?" in stage.text() or stage.app.size.height < 20
    await stage.press("n")
    fits(stage)
    assert seen.found <= OWN_WORDS


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 15)], ids=str)
async def test_every_page_of_a_turn_is_spanish_and_whole_at_every_size(engine: Engine, size: tuple[int, int]) -> None:
    plan = engine.plan("starter")
    cards = [next(c for c in plan.cards if c.kind == kind) for kind in ("choice", "pair")]
    longest = max((c for c in plan.cards if c.kind == "scale" and not c.content_note), key=lambda c: len(c.rule))
    async with voting(engine, (*cards, longest, NOTED), size=size) as stage:
        await stage.press("f4")
        seen = Misses()
        words._catalogue.add_fallback(seen)
        fits(stage)
        assert "Borrador: falta que lo revise alguien que creció hablando español." in " ".join(stage.text().split())
        for key in ("f1", "f2"):
            await stage.press(key)
            fits(stage)
            await stage.press("escape")
        await stage.press("enter")
        fits(stage)
        seen_text = stage.text()
        for _ in range(8):
            await stage.press("pagedown")
            seen_text += stage.text()
        assert "qué." in seen_text, "the last line can be reached"
        await to_first_card(stage)
        for card in stage.opened.read().cards[:3]:
            await one_card(stage, card, seen)
            await stage.press("question_mark")
            fits(stage)
            await stage.press("escape", "enter")
        assert "la revisión de celulares" in " ".join(stage.text().split())
        fits(stage)
        await stage.press("0")
        fits(stage)
        await stage.press("4", "4")
        assert "Esa fue la última tarjeta." in stage.text()
        fits(stage)
        assert seen.found <= OWN_WORDS
        await stage.press("enter", "f4")
        assert "Guardado." in stage.text()
        assert "Borrador" in stage.text()
        fits(stage)


async def test_every_rule_of_the_plans_is_whole_in_spanish(engine: Engine) -> None:
    cards = {card.id: card for name in ("starter", "fifteen-minutes") for card in engine.plan(name).cards}
    async with voting(engine, tuple(cards.values()), size=(60, 20)) as stage:
        await stage.press("f4")
        await to_first_card(stage)
        for card in stage.opened.read().cards:
            if card.content_note:
                await stage.press("enter")
            fits(stage)
            assert card.rule not in " ".join(stage.text().split())
            assert stage.app.screen.query_one("#rule-scroll").max_scroll_y == 0, f"the rule is cut in\n{stage.text()}"
            await stage.press("4", "enter")


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (53, 15), (40, 15)], ids=str)
async def test_the_first_row_of_a_made_up_session_was_cut_and_stayed_english(engine: Engine, size: tuple[int, int]) -> None:
    """And under it, on the smallest screen, the question whether an idea may be shown as a card stood off the page."""
    async with voting(engine, (NOTED,), size=size) as stage:
        setup = replace(stage.opened.read().setup, made_up=True)
        stage.go_home()
        stage.enter(engine.start(Plan(name="t", title="T", purpose="", minutes=5, cards=(PLAIN,)), setup, Thresholds()))
        await stage.settle()
        for told in ("Inventado: no es un grupo real.", "Made up. Not a real group."):
            await stage.press("f4")
            assert told in stage.text()
            assert stage.lines()[0].rstrip().endswith(".") or stage.lines()[1].rstrip().endswith("."), stage.text()
        await to_first_card(stage)
        for told in ("Inventado: no es un grupo real.", "Made up. Not a real group.", "Inventado: no es un grupo real."):
            await stage.press("f4")  # a card says itself again, and keeps what is answered
            assert told in stage.text()
        await stage.press("1", "enter", "i", *"algo", "enter")
        assert "¿Va como tarjeta?" in " ".join(stage.text().split()), stage.text()
        await stage.press("f4")
        assert "OK as a card?" in stage.text()
