"""After the round: what the room sees, the reading of comments, the summary written."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from rich.cells import cell_len, set_cell_size
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Static

from codesign.content.picks import picks_words
from codesign.core.disclosure import Shown
from codesign.core.kinds import kind_of
from codesign.core.plan import Card
from codesign.core.session import Comment, Session
from codesign.core.text import personal_details
from codesign.phrases import FLAGS, PROMPTS, SIGNS, STANDARD_SENTENCE, label
from codesign.tui.keys import bindings
from codesign.tui.literal import literal
from codesign.tui.screens.page import Page, text
from codesign.tui.widgets.bars import Heading
from codesign.words import _

_MARKS = "■◊□○○○"
"""A shape for each option, by its place."""


def bar(count: int, mark: str) -> str:
    """One mark an answer up to 18; above that a bar of at most 18 cells, its shade by tens."""
    if count <= 18:
        return " ".join([mark] * count)
    full, rest = divmod(count, 10)
    return "█" * min(full, 30) + ("▓" if rest >= 5 else "░" if rest else "")


def fitted(words: str, cells: int) -> str:
    """The words in exactly so many cells of the screen, with a sign where they are cut."""
    if cell_len(words) <= cells:
        return set_cell_size(words, cells)
    return f"{set_cell_size(words, cells - 1)}…"


def counts_table(card: Card, shown: Shown) -> Content:
    """A row for each option: words, count, a mark for each answer."""
    if shown.counts is None:
        return Content("")
    rows = [Content.styled(_("of {n}", n=shown.answered), "$muted")]
    for option, mark in zip(kind_of(card).options(card), _MARKS, strict=False):
        count, words = shown.counts[option.code], _(option.words)
        rows.append(Content.assemble(fitted(words, 31), (f"{count:>3}  ", "bold"), (bar(count, mark), "$accent")))
    return Content("\n").join(rows)


class Result(Horizontal):
    """What is shown of one card: sign, phrase, rule, and counts where they may be."""

    def __init__(self, card: Card, shown: Shown) -> None:
        super().__init__(classes="result")
        self._card = card
        self._shown = shown

    def compose(self) -> ComposeResult:
        yield text(SIGNS[self._shown.label], "result-sign")
        with Vertical(classes="result-words"):
            yield text(literal(label(self._card, self._shown), "bold"))
            yield text(literal(self._card.rule), "quiet")
            if kind_of(self._card).layout == "side-by-side":
                for option in kind_of(self._card).options(self._card)[:2]:
                    yield text(literal(f"{option.key}  {option.words}"), "quiet")
            if self._shown.counts is not None:
                yield text(counts_table(self._card, self._shown))
            for flag in self._shown.flags:
                yield text(_(FLAGS[flag]), "quiet")


class ResultPage(Page):
    """What this group said, for the whole room: only what the disclosure rules let through."""

    place = "result"
    BINDINGS = bindings(place)

    def __init__(
        self, results: Sequence[tuple[Card, Shown]], *, on_go: Callable[[], None], on_back: Callable[[], None]
    ) -> None:
        super().__init__()
        self.title_left = _("What this group said")
        self._results = results
        self._call_go = on_go
        self._call_back = on_back

    def body(self) -> Iterator[Widget]:
        yield text(_(STANDARD_SENTENCE), "quiet")
        yield text(_("A card stays in the box when fewer than 5 people answered it."), "quiet")
        with VerticalScroll(id="results", can_focus=False):
            for card, shown in self._results:
                yield Result(card, shown)

    def on_mount(self) -> None:
        self.call_after_refresh(self._count)

    def _count(self) -> None:
        rows, scroll = list(self.query(Result)), self.query_one("#results", VerticalScroll)
        top, bottom = scroll.scroll_y, scroll.scroll_y + scroll.size.height
        places = [row.virtual_region for row in rows]
        seen = [n for n, place in enumerate(places, 1) if place.y < bottom and place.bottom > top]
        if seen:
            right = _("{first} to {last} of {all}", first=seen[0], last=seen[-1], all=len(rows))
            self.query_one(Heading).show(self.title_left, right)

    def _scroll(self, step: int) -> None:
        scroll = self.query_one("#results", VerticalScroll)
        scroll.scroll_relative(y=step * max(1, scroll.size.height - 3), animate=False, immediate=True)
        self._count()

    def action_on(self) -> None:
        self._scroll(1)

    def action_up(self) -> None:
        self._scroll(-1)

    def action_go_on(self) -> None:
        self._call_go()

    def action_back(self) -> None:
        self._call_back()


_REVIEW_SIGNS = {
    "unread": ("○", "To read"),
    "quote": ("●", "Quote"),
    "theme": ("◊", "Theme only"),
    "withheld": ("×", "Kept back"),
}
_WRITER = {
    "": "Said OK to quote.",
    "no-ok": "Did not say OK to quote. Only its theme can go out.",
    "no-words": "Wrote no words, only quick picks. Only a theme can go out.",
    "too-few": "Too few people answered this card to quote anybody. Only its theme can go out.",
    "enough": "This card has three quotes already. Only its theme can go out.",
}


class ReviewPage(Page):
    """Every comment, one after another, until all are read."""

    place = "review"
    BINDINGS = bindings(place)
    at: var[int] = var(0, init=False)
    _FACTS = ("About", "Answers", "Picked", "Writer", "Theme")

    def __init__(
        self,
        session: Session,
        at: int | None,
        *,
        notice: str = "",
        on_quote: Callable[[Comment], None],
        on_theme: Callable[[Comment], None],
        on_keep_back: Callable[[Comment], None],
        on_go: Callable[[], None],
        on_back: Callable[[], None],
    ) -> None:
        """`at`: the id of the comment to begin at, None for the first unread one. `notice`: why the last step was not done."""
        super().__init__()
        self.title_left = _("Read every comment")
        self._session = session
        self._comments = sorted(session.comments, key=lambda c: [card.id for card in session.cards].index(c.card))
        places = {c.id: n for n, c in enumerate(self._comments)}
        unread = [n for n, c in enumerate(self._comments) if c.review == "unread"]
        self._first = places[at] if at is not None else unread[0] if unread else 0
        self._notice = notice
        self._call_quote = on_quote
        self._call_theme = on_theme
        self._call_keep_back = on_keep_back
        self._call_back = on_back
        self._call_go = on_go

    def heading_right(self) -> str:
        read = len(self._comments) - len(self._session.unread)
        return _("{read} of {all} read", read=read, all=len(self._comments))

    def body(self) -> Iterator[Widget]:
        yield text(_("Nothing leaves this laptop until all are read. ↑↓ moves."), "quiet")
        yield Static(id="review-list", markup=False)
        with VerticalScroll(id="review-open", can_focus=False):
            yield Static(id="review-words", markup=False)
            yield Static(id="review-nudge", markup=False)
            for name in self._FACTS:
                with Horizontal(id=f"fact-{name.lower()}", classes="fact"):
                    yield text(_(name), "quiet")
                    yield Static(classes="fact-words", markup=False)

    def on_mount(self) -> None:
        self.at = self._first
        self._paint()

    def watch_at(self) -> None:
        self._paint()

    @property
    def _comment(self) -> Comment:
        return self._comments[self.at]

    def _paint(self) -> None:
        self.query_one("#review-list", Static).update(self._list())
        comment = self._comment
        for name, words in zip(self._FACTS, self._facts(comment), strict=True):
            row = self.query_one(f"#fact-{name.lower()}")
            row.set_class(bool(words), "-open")
            row.query_one(".fact-words", Static).update(literal(words))
        words = f"“{comment.text}”" if comment.text else _("No words, only quick picks.")
        self.query_one("#review-words", Static).update(literal(words))
        nudge = _("! Maybe a phone number, a name online or an address. Write a theme instead.")
        nudge = self._notice or (nudge if personal_details(comment.text) else "")
        self.query_one("#review-nudge", Static).update(literal(nudge))

    def _list(self) -> Content:
        shown = 6 if self.app.size.height >= 24 else 3
        first = max(0, min(self.at - shown // 2, len(self._comments) - shown))
        rows = []
        for n, comment in enumerate(self._comments[first : first + shown], first):
            sign, word = _REVIEW_SIGNS[comment.review]
            words = comment.text or picks_words(comment.picks)
            style = "bold $chosen-text on $chosen" if n == self.at else "" if comment.review == "unread" else "$muted"
            rows.append(
                Content.styled(f" {sign} {_(word):<12}", style) + literal(fitted(words, max(10, self.size.width - 16)), style)
            )
        return Content("\n").join(rows)

    def _facts(self, comment: Comment) -> tuple[str, ...]:
        """What is known of a comment, in the order of _FACTS; empty where there is nothing to say."""
        return (
            self._session.card(comment.card).rule,
            _(PROMPTS[comment.prompt]),
            picks_words(comment.picks),
            _(_WRITER[self._session.why_no_quote(comment)]),
            comment.theme,
        )

    def action_on(self) -> None:
        self._notice = ""
        self.at = min(len(self._comments) - 1, self.at + 1)

    def action_up(self) -> None:
        self._notice = ""
        self.at = max(0, self.at - 1)

    def action_quote(self) -> None:
        self._call_quote(self._comment)

    def action_theme(self) -> None:
        self._call_theme(self._comment)

    def action_keep_back(self) -> None:
        self._call_keep_back(self._comment)

    def action_back(self) -> None:
        self._call_back()

    def action_go_on(self) -> None:
        self._call_go()


class WrittenPage(Page):
    """The summary is ready, where it lies, and what to do with it."""

    place = "written"
    BINDINGS = bindings(place)

    def __init__(self, files: Sequence[Path], audience: str, answer_by: str, *, on_home: Callable[[], None]) -> None:
        super().__init__()
        self._files = files
        self._audience = audience
        self._answer_by = answer_by
        self._call_home = on_home

    def body(self) -> Iterator[Widget]:
        what = {
            ".docx": _("For the policy team to answer in (Word)."),
            ".md": _("The same as plain text."),
            ".csv": _("A row for each card, for a spreadsheet."),
            ".json": _("For other programs."),
        }
        yield text(_("The summary is ready."), "saved-bar")
        yield text(_("Saved in"), "quiet gap-above")
        yield text(literal(str(self._files[0].parent), "bold"))
        for file in self._files:
            with Horizontal(classes="file-row"):
                yield text(literal(file.name), "file-name")
                yield text(what.get(file.suffix, ""), "quiet")
        yield text(_("What to do next"), "strong gap-above")
        yield text(_("1  Read it once, before anyone else does."))
        yield text(_("2  Show it to the group, and let them correct it."))
        whom = self._audience or _("the people who write the rules")
        due = _(" Their answer is due on {day}.", day=self._answer_by) if self._answer_by else ""
        yield text(literal(_("3  Give it to {whom}.", whom=whom) + due))
        yield text(_("A USB stick or an e-mail is one more copy. Keep it short-lived."), "quiet gap-above")

    def action_home(self) -> None:
        self._call_home()
