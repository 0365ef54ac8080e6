"""One card: the rule, the answers, and beside an answer the quick picks and one line of one's own words."""

from collections.abc import Iterator

from textual import events, on
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Static

from codesign.content.picks import beside
from codesign.core.kinds import KINDS, kind_of
from codesign.core.text import COMMENT_LIMIT
from codesign.core.turn import Turn
from codesign.course.at_a_card import number_of, what_now
from codesign.course.comment_and_idea import COMMENT
from codesign.course.pages import OnCard, Stopped
from codesign.phrases.on_a_card import ADD_WORDS, beside_the_rule
from codesign.tui.keys import bindings, typed
from codesign.tui.letters import Letters
from codesign.tui.literal import literal
from codesign.tui.screens.overlays import ToldOfACard
from codesign.tui.screens.page import Body
from codesign.tui.screens.youth.writing import WritingPage
from codesign.tui.widgets.answers import Answers
from codesign.tui.widgets.bars import Heading, KeyBar, Tip, progress
from codesign.tui.widgets.blocks import Paragraph, Paragraphs
from codesign.tui.widgets.line import Fits, Line, Quote
from codesign.tui.widgets.picks import PICK_KEYS, Picks
from codesign.tui.widgets.wrapped_line import WrappedLine
from codesign.words import _


class CardPage(ToldOfACard[OnCard], WritingPage[OnCard]):
    """The cards of one turn, one at a time, on one set of widgets that is refilled."""

    place = "card"
    own = COMMENT
    mark_keys = ("PgDn", "PgUp")
    BINDINGS = bindings(place)

    turn: var[Turn | None] = var(None, init=False)

    def body(self) -> Iterator[Widget]:
        yield Heading("", strong=False)
        with Body(id="card") as card:
            with Body(id="rule-scroll"):
                yield Paragraphs(())
            yield Static(id="asked", markup=False)
            with Horizontal(id="ballot"):
                yield Answers(self.page.turn.card, id="answers")
                yield (picks := Picks(id="picks"))
            yield Static(id="add", classes="own quiet -open", markup=False)
            yield WrappedLine(id="line", classes="own -open")
            yield Fits("own")
            yield (quote := Quote(id="quote", classes="own"))
            yield Tip(id="tip", markup=False)
        self._shape(card, picks, quote, self.page.turn)

    def on_mount(self) -> None:
        self._letters = Letters()
        self.turn = self.page.turn
        self.query_one(Answers).focus()

    def on_unmount(self) -> None:
        """As of every page of a turn."""
        self._letters.forget()
        self.set_reactive(CardPage.turn, None)

    def hold(self, turn: Turn) -> None:
        self.turn = turn

    @property
    def now(self) -> Turn:
        return self.turn or self.page.turn

    # Showing

    def watch_turn(self, old: Turn | None, turn: Turn) -> None:
        if old is None or old.at != turn.at:
            self._show_card(turn)
        self.query_one(Answers).chosen = turn.reply.code
        self._show_follow_up(turn)

    def on_resize(self) -> None:
        self.call_after_refresh(self._resized)

    def _resized(self) -> None:
        if self.turn and not self.turn.at_end:
            if self.has_class("-picking") and not self.small:
                self.action_leave_line()
            self._say(self.turn)
            self._show_follow_up(self.turn)

    def _show_card(self, turn: Turn) -> None:
        card = turn.card
        self._say(turn)
        self.query_one("#rule-scroll").scroll_home(animate=False)
        self.query_one(Answers).show(card, turn.reply.code)
        self.query_one(Line).put_in(turn.reply.text)
        self.query_one(Answers).focus()
        self.give(self, "-writing", False)
        self.give(self, "-picking", False)

    def _shape(self, page: Widget, picks: Picks, quote: Quote, turn: Turn) -> None:
        """What a card of this kind has, and what has been said so far."""
        card, kind = turn.card, kind_of(turn.card)
        for name in KINDS:
            self.give(page, f"-{name}", name == card.kind)
        self.give(page, "-many", kind.layout == "list" and len(card.options) > 3)
        self.give(page, "-open", turn.has_answer or self.has_class("-writing"))
        self.give(picks, "-none", not kind.has_picks)
        self.give(quote, "-open", bool(turn.reply.text))

    def _say(self, turn: Turn) -> None:
        """The words around the answers."""
        card, count = turn.card, len(turn.cards)
        self.query_one(Heading).show(number_of(turn.at + 1, count), progress(turn.at, count, short=self.app.size.width < 80))
        under = () if self.classes & {"-tiny", "-short"} else beside_the_rule(card)  # on such pages `more_about` tells it
        rule = [literal(_(card.rule), "bold"), *(literal(words, "$muted") for words in under)]
        self.query_one(Paragraphs).fill(map(Paragraph, rule))
        self.query_one("#asked", Static).update(Content(_(kind_of(card).asked)), layout=False)
        self.query_one("#add", Static).update(_(ADD_WORDS))

    def say_again(self) -> bool:
        """Only words are drawn anew: answer, picks, line, its cursor and the quote stay as they are, by being left alone."""
        self._say(self.now)
        self.query_one(Answers).say_again()
        self.query_one(Quote).say()
        self._show_follow_up(self.now)
        return True

    def _show_follow_up(self, turn: Turn) -> None:
        """Picks keep their place beside the answers, the line takes the place of the tip: the answers never move."""
        picks, quote = self.query_one(Picks), self.query_one(Quote)
        self._shape(self.query_one("#card"), picks, quote, turn)
        self.give(self, "-said", bool(turn.reply.text))
        quote.text = turn.reply.text
        quote.ok = turn.reply.quote_ok
        picks.show(turn.prompt, beside(turn, self.page.picks), turn.reply.picks)
        seen = not self.small or self.has_class("-picking")
        self.query_one(Tip).show("" if self.has_class("-writing") else what_now(turn, picks_seen=seen))
        self._bar()

    def _bar(self) -> None:
        """Keys and hints for where the person is: on the card, in the line, at the question whether it may be quoted."""
        writing, quoting = isinstance(self.focused, Line), isinstance(self.focused, Quote)
        self.give(self, "-quoting", quoting)
        quote = self.query_one(Quote)
        quote.writing = writing
        place = "writing" if writing else quote.place if quoting else "picks" if self.has_class("-picking") else "card"
        never = () if self.small and kind_of(self.now.card).has_picks else ("picks",)
        self.query_one(KeyBar).show(place, never, () if self.now.has_answer else ("write", "picks"))
        self.query_one(Line).placeholder = "" if writing else _("Press W to write here")
        self.say_what_fits()
        self.style_once()

    @property
    def _has_picks_page(self) -> bool:
        return self.small and bool(beside(self.now, self.page.picks))

    # Answering

    @on(Answers.Answered)
    def _answered(self, message: Answers.Answered) -> None:
        self.held.first(message.code)  # another key came between: the next Enter is a new press
        if self._are_words(message.key, means=True, at=message.at):
            return
        turn = self.now.answer(message.code)
        if turn is self.now and message.code not in kind_of(turn.card).named(turn.reply.code):
            self.query_one(Tip).show(_("Two are picked already. Press one of them again to let it go."), alert=True)
        self.turn = turn

    def on_key(self, event: events.Key) -> None:
        letter = typed(event)
        if isinstance(self.focused, Line | Quote):
            return
        if not letter or not letter.isprintable() or letter == "?":
            self._letters.forget()  # another key came between
            return
        picks = beside(self.now, self.page.picks)
        place = PICK_KEYS.find(letter.lower())
        own = letter.lower() in ("wp" if self._has_picks_page else "w")
        at_once = self._letters.in_a_row(event.time)
        if self._are_words(letter, means=own or 0 <= place < len(picks) or letter in "0lL", at=event.time):
            event.stop()
        elif own and not (at_once and self._letters.first):  # W at once after an answer is a key, whatever follows
            self.query_one(Line).on_first_key = self._word_goes_on
        elif 0 <= place < len(picks) and (not self.small or self.has_class("-picking")) and self.held.first(event.key):
            event.stop()
            self.turn = self.now.toggle(picks[place].id)

    def on_screen_suspend(self) -> None:
        self._letters.forget()  # what is typed after a look at another page begins anew

    def _are_words(self, letter: str, *, means: bool, at: float) -> bool:
        """Whether the letters that came here are words, for the line: it opens with them, and they did nothing else."""
        words = self._letters.words(letter, self.now, means=means, at=at) if letter else None
        if words:
            self._into_line(*words)
        return bool(words)

    def _word_goes_on(self, event: events.Key) -> None:
        """The first letter in the line: one that follows in a row on the letter that led there is the second of a word."""
        if event.is_printable and self._letters.in_a_row(event.time):
            words = self._letters.words(typed(event), self.now, means=False, at=event.time)
            if words:
                self._into_line(words[0], words[1][:-1])  # the last one is on its way there

    def _into_line(self, before: Turn, letters: str) -> None:
        line = self.query_one(Line)
        line.put_in(f"{before.reply.text} {letters}".lstrip()[:COMMENT_LIMIT])
        line.cursor_position = len(line.value)
        self._open_line()
        self.turn = before.draft(line.value)

    # Writing

    def action_write(self) -> None:
        """To the line, from wherever: what is typed next is words, never picks."""
        if self.now.has_answer:
            self._open_line()

    def _open_line(self) -> None:
        """Before an answer too, where words were typed: they wait for it."""
        self.give(self, "-picking", False)
        self.give(self, "-writing", True)
        self.give(self.query_one("#card"), "-open", True)
        self.query_one(Line).focus()
        self._bar()

    def action_tab(self) -> None:
        """To the line as well, and from there on to its question."""
        if isinstance(self.focused, Line | Quote):
            self.focus_next()
        else:
            self.action_write()

    def action_picks(self) -> None:
        """To the quick picks, where they have a page of their own."""
        if self._has_picks_page:
            self.give(self, "-writing", False)
            self.give(self, "-picking", True)
            self.set_focus(None)
            self._show_follow_up(self.now)

    def action_leave_line(self) -> None:
        self.give(self, "-writing", False)
        self.give(self, "-picking", False)
        self._show_follow_up(self.now)
        self.query_one(Answers).focus()

    @on(Line.Submitted)
    def _done_typing(self) -> None:
        self.held.first("enter")
        if self.now.reply.text:
            self.query_one(Quote).focus()
        else:
            self.action_leave_line()

    @on(Quote.Said)
    def _quote_told(self, message: Quote.Said) -> None:
        if not self.held.first(message.key):
            return
        self.turn = self.now.allow_quote(message.ok)
        self.action_leave_line()

    def on_descendant_focus(self) -> None:
        if not isinstance(self.focused, Line) and self.now.line_before is not None:
            self.turn = self.now.write(self.now.reply.text)
        self._bar()

    # Moving

    def action_next(self) -> None:
        if not self.held.first("enter"):
            return
        if self.has_class("-picking"):
            self.action_leave_line()
            return
        turn = self.now.next()
        if turn is self.now:
            self.query_one(Tip).show(_(kind_of(turn.card).nudge(turn.reply.code)), alert=True)
        else:
            self._go(turn)

    def _go(self, turn: Turn) -> None:
        if turn.at_end or turn.note_due:
            self.send(turn)
        else:
            self.turn = turn

    def action_back(self) -> None:
        if self.held.first("left"):
            self._go(self.now.back())

    def action_stop(self) -> None:
        self.send(Stopped(self.now))
