"""The reading of comments, one after another."""

from collections.abc import Iterator

from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Static

from codesign.content.picks import picks_words
from codesign.core.session import Comment
from codesign.core.text import personal_details
from codesign.course.pages import Reading, Verdict
from codesign.course.words import DECIDED, NO_WORDS, in_reading_order, what_of_the_writer
from codesign.phrases import on_what
from codesign.tui.keys import bindings
from codesign.tui.literal import fitted, literal
from codesign.tui.screens.page import Body, CoursePage, Program, Send, text
from codesign.words import _

_SIGNS = {"unread": "○", "quote": "●", "theme": "◊", "picks": "◊", "withheld": "×"}


class ReviewPage(CoursePage[Reading]):
    """Every comment, one after another, until all are read."""

    place = "review"
    mark_keys = ("PgDn", "PgUp")
    BINDINGS = bindings(place)
    at: var[int] = var(0, init=False)
    _FACTS = ("About", "Answers", "Picked", "Writer", "Theme")

    answers = {"go_on": "done", "back": "back"}

    def __init__(self, page: Reading, send: Send, program: Program) -> None:
        super().__init__(page, send, program)
        self.title_left = _("Read every comment")
        session, at = page.session, page.at
        self._comments = in_reading_order(session)
        places = {c.id: n for n, c in enumerate(self._comments)}
        unread = [n for n, c in enumerate(self._comments) if c.review == "unread"]
        self._first = places[at] if at is not None else unread[0] if unread else 0
        self._notice = f"! {page.notice}" if page.notice else ""

    def heading_right(self) -> str:
        read = len(self._comments) - len(self.page.session.unread)
        return _("{read} of {all} read", read=read, all=len(self._comments))

    def body(self) -> Iterator[Widget]:
        yield text(_("Nothing leaves this laptop until all are read. ↑↓ moves."), "quiet")
        yield Static(id="review-list", markup=False)
        with Body(id="review-open"):
            yield Static(id="review-words", markup=False)
            yield Static(id="review-nudge", markup=False)
            for name in self._FACTS:
                with Horizontal(id=f"fact-{name.lower()}", classes="fact"):
                    yield text(_(name), "quiet")
                    yield Static(classes="fact-words", markup=False)

    def on_mount(self) -> None:
        self.at = self._first
        self._paint()

    def on_resize(self) -> None:
        """How long a row of the list may be is known once it has its place."""
        self.call_after_refresh(self._paint)

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
        words = f"“{comment.text}”" if comment.text else _(NO_WORDS)
        self.query_one("#review-words", Static).update(literal(words))
        nudge = _("! Maybe a phone number, a name online or an address. Write a theme instead.")
        nudge = self._notice or (nudge if personal_details(comment.text) else "")
        self.query_one("#review-nudge", Static).update(literal(nudge))

    def _list(self) -> Content:
        height, width = self.app.size.height, self.query_one("#review-list").size.width
        shown = 12 if height >= 38 else 6 if height >= 24 else 3
        first = max(0, min(self.at - shown // 2, len(self._comments) - shown))
        rows = []
        for n, comment in enumerate(self._comments[first : first + shown], first):
            sign, word = _SIGNS[comment.review], _(DECIDED[comment.review])
            words = comment.text or picks_words(comment.picks)
            style = "bold $chosen-text on $chosen" if n == self.at else "" if comment.review == "unread" else "$muted"
            rows.append(Content.styled(f" {sign} {word:<12}", style) + literal(fitted(words, max(10, width - 16)), style))
        return Content("\n").join(rows)

    def _facts(self, comment: Comment) -> tuple[str, ...]:
        """What is known of a comment, in the order of _FACTS; empty where there is nothing to say."""
        return (
            *on_what(self.page.session, comment),
            picks_words(comment.picks),
            what_of_the_writer(self.page.session, comment),
            comment.theme,
        )

    def action_on(self) -> None:
        self._notice = ""
        self.at = min(len(self._comments) - 1, self.at + 1)

    def action_up(self) -> None:
        self._notice = ""
        self.at = max(0, self.at - 1)

    def action_quote(self) -> None:
        self.send(Verdict("quote", self._comment))

    def action_theme(self) -> None:
        self.send(Verdict("theme", self._comment))

    def action_keep_back(self) -> None:
        self.send(Verdict("keep back", self._comment))
