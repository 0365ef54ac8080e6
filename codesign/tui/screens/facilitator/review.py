"""The reading of comments, one after another."""

from collections.abc import Iterator

from textual.reactive import var
from textual.widget import Widget

from codesign.content.picks import picks_words
from codesign.core.session import Comment
from codesign.core.text import personal_details
from codesign.course.pages import Reading, Verdict
from codesign.course.reading import DECIDED, MAYBE_PERSONAL, NO_WORDS, in_reading_order, what_of_the_writer
from codesign.phrases import on_what
from codesign.tui.keys import bindings
from codesign.tui.literal import fitted, literal
from codesign.tui.screens.page import Body, CoursePage, Program, Send, text
from codesign.tui.widgets.bars import Heading
from codesign.tui.widgets.blocks import Paragraph, Paragraphs
from codesign.tui.widgets.rows import Part, Rows
from codesign.words import _

_SIGNS = {"unread": "○", "quote": "●", "theme": "◊", "picks": "◊", "withheld": "×"}
_INDENT = 15  # cells before the words: the sign, what was decided, and room
_FEWEST = 10  # cells of words, however narrow the screen is


class CommentList(Rows[Comment], can_focus=False):
    """A line for each comment: what was decided of it, and its beginning."""

    in_the_middle = True

    def lines(self, number: int, row: Comment, width: int) -> list[list[Part]]:
        sign, word = _SIGNS[row.review], _(DECIDED[row.review])
        words = fitted(row.text or picks_words(row.picks), max(_FEWEST, width - _INDENT))
        kind = "" if row.review == "unread" else "quiet"
        return [[(f" {sign} {word:<12}", kind), (words, kind)]]


class ReviewPage(CoursePage[Reading]):
    """Every comment, one after another, until all are read. The page stays while the course goes from one to the next."""

    place = "review"
    mark_keys = ("PgDn", "PgUp")
    BINDINGS = bindings(place)
    at: var[int] = var(0, init=False)
    _FACTS = ("About", "Answers", "Picked", "Writer", "Theme")

    answers = {"go_on": "done", "back": "back"}

    def __init__(self, page: Reading, send: Send, program: Program) -> None:
        super().__init__(page, send, program)
        self.title_left = _("Read every comment")
        self._comments: list[Comment] = []
        self._notice = ""

    def heading_right(self) -> str:
        session = self.page.session
        count = len(session.comments)
        return _("{read} of {all} read", read=count - len(session.unread), all=count)

    def body(self) -> Iterator[Widget]:
        yield text(_("Nothing leaves this laptop until all are read. ↑↓ moves."), "quiet")
        yield CommentList(id="review-list")
        with Body(id="review-open"):
            yield Paragraphs((), name=9)

    def on_mount(self) -> None:
        self._begin()

    def show(self, page: Reading) -> bool:
        self.page = page
        self.query_one(Heading).show(self.title_left, self.heading_right())
        self._begin()
        return True

    def _begin(self) -> None:
        """At the comment that the course names, or at the first unread one."""
        session, at = self.page.session, self.page.at
        self._comments = in_reading_order(session)
        self._notice = f"! {self.page.notice}" if self.page.notice else ""
        unread = [n for n, comment in enumerate(self._comments) if comment.review == "unread"]
        first = next((n for n, comment in enumerate(self._comments) if comment.id == at), None)
        self.query_one(CommentList).fill(self._comments)
        self.at = first if first is not None else unread[0] if unread else 0
        self._paint()

    def watch_at(self) -> None:
        self._paint()

    @property
    def _comment(self) -> Comment:
        return self._comments[self.at]

    def _paint(self) -> None:
        self.query_one(CommentList).here = self.at
        self.query_one(Paragraphs).fill(self._of(self._comment))
        self.query_one("#review-open").scroll_home(animate=False)

    def _of(self, comment: Comment) -> Iterator[Paragraph]:
        yield Paragraph(literal(f"“{comment.text}”" if comment.text else _(NO_WORDS), "bold"))
        if nudge := self._notice or (f"! {_(MAYBE_PERSONAL)}" if personal_details(comment.text) else ""):
            yield Paragraph(literal(nudge, "$alert"))
        facts = [(name, words) for name, words in zip(self._FACTS, self._facts(comment), strict=True) if words]
        for n, (name, words) in enumerate(facts):
            yield Paragraph(literal(words), literal(_(name), "$muted"), gap="" if n else "not short")

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
