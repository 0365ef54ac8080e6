"""What the facilitator reads in plain lines after a vote: what comes again, the comments, what was written and brought."""

from collections.abc import Callable
from typing import Any

from codesign.content.picks import picks_words
from codesign.core.session import Comment, Session
from codesign.core.text import personal_details
from codesign.course import pages
from codesign.course.say import NAMES
from codesign.course.words import (
    DECIDED,
    FROM_THE_GROUP,
    IN_THEIR_WORDS,
    MAYBE_PERSONAL,
    NO_WORDS,
    in_reading_order,
    what_of_the_writer,
)
from codesign.phrases import THEME, on_what
from codesign.plain.commands import word
from codesign.plain.console import Console, sentence
from codesign.words import N_, _

ONLY_THESE = N_("Only the numbers above, please. Nothing was changed.")


class ForTheFacilitator:
    """A renderer for each kind of page that comes after a vote and is the facilitator's own."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self.pages: dict[type[pages.Page], Callable[[Any], object]] = {
            pages.VoteAgain: self._vote_again,
            pages.Reading: self._reading,
        }

    def _vote_again(self, page: pages.VoteAgain) -> frozenset[str] | None:
        self._console.page(
            sentence(_(NAMES["again"])),
            _("Everybody votes again on the cards you name, and only that vote counts."),
            *filter(None, [page.how_long]),
        )
        if page.unread:
            self._console.say(_("Ideas of the group can join once their comments are read (back, then comments)."))
        if page.notice:
            self._console.say(page.notice)
        for n, card in enumerate(page.cards, 1):
            notes = [_("Worth talking about")] * (card.id in page.talked) + [_(FROM_THE_GROUP)] * (card.id in page.ideas)
            notes += [_(IN_THEIR_WORDS)] * bool(card.was)
            self._console.say(" ".join((f"{n}. {card.rule}", *(f"({note}.)" for note in notes))))
        known = {str(n): card.id for n, card in enumerate(page.cards, 1)}
        while True:
            said = word(self._console.ask(_("Type the numbers, such as 1 3, or back:")))
            if said == "back":
                return None
            numbers = said.replace(",", " ").split()
            if numbers and set(numbers) <= set(known):
                return frozenset(known[number] for number in numbers)
            self._console.say(_(ONLY_THESE))

    def _reading(self, page: pages.Reading) -> pages.Verdict | str:
        session = page.session
        comments = in_reading_order(session)
        places = {comment.id: n for n, comment in enumerate(comments)}
        first = next((n for n, comment in enumerate(comments) if comment.review == "unread"), 0)
        at = places[page.at] if page.at is not None else first
        notice = page.notice or (_("All are read. Type done to go on.") if not session.unread else "")
        while True:
            self._comment(session, comments[at], at + 1, len(comments))
            if notice:
                self._console.say(notice)
            said = word(self._console.ask(_("q quote, t theme, k keep back, n next, p one before, done, or back:")))
            if said in ("q", "t", "k"):
                how = {"q": "quote", "t": "theme", "k": "keep back"}[said]
                return pages.Verdict(how, comments[at])  # type: ignore[arg-type]  # one of the three
            if said in ("done", "back"):
                return said
            notice = "" if said in ("n", "p") else _("That was not understood. Nothing was changed.")
            at = max(0, min(len(comments) - 1, at + {"n": 1, "p": -1}.get(said, 0)))

    def _comment(self, session: Session, comment: Comment, number: int, count: int) -> None:
        about, answers = on_what(session, comment)
        self._console.page(
            _("Comment {at} of {count}. {read} of {count} read.", at=number, count=count, read=count - len(session.unread)),
            _("Turn the screen away from the room, and use headphones. Nothing leaves this laptop until all are read."),
            f"{_('About')}: {about}",
            f"{answers}: {f'“{comment.text}”' if comment.text else _(NO_WORDS)}",
        )
        facts = (
            (_("Picked"), picks_words(comment.picks)),
            (_("Writer"), what_of_the_writer(session, comment)),
            (_("Now"), _(DECIDED[comment.review])),
            (_(THEME), comment.theme),
        )
        self._console.say(*(f"{name}: {words}" for name, words in facts if words))
        if personal_details(comment.text):
            self._console.say(_(MAYBE_PERSONAL))
