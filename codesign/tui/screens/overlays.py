"""Pages that open over any other and go away again: support, help, more about a card."""

from collections.abc import Callable, Iterator, Sequence

from textual.containers import VerticalScroll
from textual.widget import Widget

from codesign.core.card import Card
from codesign.core.learn import LearnCard
from codesign.course.at_a_card import NOTHING_MORE, more_about
from codesign.course.if_something import in_the_hour
from codesign.course.learn import LEARN_MORE, as_blocks, learn_about
from codesign.course.page_help import about_page
from codesign.course.pages import Block
from codesign.course.shared_words import WHO_SEES_THIS
from codesign.phrases import draft
from codesign.tui.keys import bindings, told
from codesign.tui.literal import literal
from codesign.tui.screens.page import Over, Program, T, TurnPage
from codesign.tui.widgets.bars import HELP, SUPPORT, KeyBar
from codesign.tui.widgets.blocks import Paragraph, Paragraphs, paragraphs_of
from codesign.tui.widgets.leaves import Leafed
from codesign.words import N_, _

_NOBODY_IS_TOLD = N_("No one is told you opened this.")


class SupportPage(Over):
    """Who can be talked to now, from what is in memory. Opening it leaves no trace."""

    place = "support"
    youth = True
    BINDINGS = bindings(place)

    def __init__(self, rows: Sequence[tuple[str, str, str]], *, on_stop: Callable[[], None] | None) -> None:
        """Rows of (who, how to reach them, what happens then)."""
        super().__init__()
        self._rows = rows
        self._call_stop = on_stop

    def heading_left(self) -> str:
        return _(SUPPORT)

    @property
    def _small(self) -> bool:
        """The heading has no room for a sentence."""
        return self.app.size.width < 60

    def heading_right(self) -> str:
        return "" if self._small else _(_NOBODY_IS_TOLD)

    def body(self) -> Iterator[Widget]:
        with VerticalScroll(classes="support-rows"):
            yield Paragraphs(self._paragraphs(), name=26, narrower=22, below=0)

    def _paragraphs(self) -> Iterator[Paragraph]:
        if self._small:
            yield Paragraph(literal(_(_NOBODY_IS_TOLD), "$muted"))
        for n, (who, reach, what) in enumerate(self._rows):
            yield Paragraph(literal(reach, "bold $accent"), literal(who, "bold"), gap="tall" if n else "")
            yield Paragraph(literal(what, "$muted"), indent=2)

    def action_stop(self) -> None:
        self.app.pop_screen()
        if self._call_stop:
            self._call_stop()


class HelpPage(Over):
    """Who will see what, what the page below is for, and its keys; the facilitator reads first what the page is for."""

    place = "help"
    BINDINGS = bindings(place)

    def __init__(self, place: str, who_sees: Sequence[str], *, youth: bool) -> None:
        super().__init__()
        self.youth = youth
        self._keys_of = place
        self._who_sees = who_sees

    def heading_left(self) -> str:
        return _(HELP)

    def body(self) -> Iterator[Widget]:
        yield Leafed(Paragraphs(paragraphs_of(self._blocks(), indent=0, rows=0), name=11), classes="reading")

    def _blocks(self) -> list[Block]:
        who = Block(_(WHO_SEES_THIS)), *(Block(lines=(sentence,)) for sentence in self._who_sees)
        keys = (
            Block(_("Keys"), rows=tuple(told(self._keys_of, speaks=self.speaks))),
            Block(lines=(_("Ctrl+G hides too, and Ctrl+L opens support too."),), look="quiet"),
        )
        seen, about = (who if self._who_sees else ()), (Block(_("This page"), (about_page(self._keys_of),)),)
        happens = in_the_hour() if self._keys_of in ("session", "step") else ()
        return [
            *([Block(lines=(draft(),), look="quiet")] if draft() else []),
            *(block for part in ((seen, about, keys) if self.youth else (about, keys, happens, seen)) for block in part),
        ]


class LearnAboutPage(Over):
    """The card of Learn on what a rule is about."""

    place = "learn-about"
    youth = True
    BINDINGS = bindings(place)

    def __init__(self, card: LearnCard, today: str) -> None:
        super().__init__()
        self._card = card
        self._today = today

    def heading_left(self) -> str:
        return _(LEARN_MORE, title=_(self._card.title))

    def body(self) -> Iterator[Widget]:
        yield Leafed(Paragraphs(paragraphs_of(as_blocks(self._card, self._today), indent=0)), classes="reading")


class MorePage(Over):
    """All that `more_about` says of a card, or that there is no more."""

    place = "more"
    youth = True
    BINDINGS = bindings(place)

    def __init__(self, card: Card, program: Program) -> None:
        super().__init__()
        self._card = card
        self._program = program

    def on_mount(self) -> None:
        if not learn_about(self._card):
            self.query_one(KeyBar).show(self.place, ("learn",))

    def heading_left(self) -> str:
        return _("More about this card")

    def body(self) -> Iterator[Widget]:
        more = more_about(self._card) or [Block(lines=(_(NOTHING_MORE),))]
        about = learn_about(self._card)
        learn = [Block(_("Press L"), (_(LEARN_MORE, title=_(about.title)),))] if about else []
        blocks = [Block(_(self._card.rule), look="strong"), *more, *learn]
        yield Leafed(Paragraphs(paragraphs_of(blocks, indent=0)), classes="reading")

    def action_learn(self) -> None:
        _learn(self._card, self._program)


class ToldOfACard(TurnPage[T]):
    """Pages that open over a card. Of the turn nothing but the card is kept for them."""

    def action_more(self) -> None:
        card = self.now.card
        self.program.over(lambda: MorePage(card, self.program))

    def action_learn(self) -> None:
        _learn(self.now.card, self.program)


def _learn(card: Card, program: Program) -> None:
    """Nothing, where no card of Learn is about its topic."""
    if about := learn_about(card):
        today = program.around.today()
        program.over(lambda: LearnAboutPage(about, today))
