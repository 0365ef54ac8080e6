"""The reading of comments in plain lines, one after another."""

from codesign.content.picks import picks_words
from codesign.core.session import Comment, Session
from codesign.core.text import personal_details
from codesign.course import pages
from codesign.course.reading import DECIDED, MAYBE_PERSONAL, NO_WORDS, in_reading_order, what_of_the_writer
from codesign.phrases import THEME, on_what
from codesign.plain.commands import word
from codesign.plain.console import Console
from codesign.words import _

_IN_WORDS = {"quote": "q", "theme": "t", "keep": "k", "keep back": "k", "next": "n", "one before": "p"}


def review(console: Console, page: pages.Reading) -> pages.Verdict | str:
    """Comment after comment, until one is decided or its reader leaves them."""
    session = page.session
    comments = in_reading_order(session)
    places = {comment.id: n for n, comment in enumerate(comments)}
    first = next((n for n, comment in enumerate(comments) if comment.review == "unread"), 0)
    at = places[page.at] if page.at is not None else first
    notice = page.notice or (_("All are read. Type done to go on.") if not session.unread else "")
    while True:
        _comment(console, session, comments[at], at + 1, len(comments))
        if notice:
            console.say(notice)
        said = word(console.ask(_("q quote, t theme, k keep back, n next, p one before, done, or back:")))
        said = _IN_WORDS.get(said, said)
        if said in ("q", "t", "k"):
            how = {"q": "quote", "t": "theme", "k": "keep back"}[said]
            return pages.Verdict(how, comments[at])  # type: ignore[arg-type]  # one of the three
        if said in ("done", "back"):
            return said
        notice = "" if said in ("n", "p") else _("That was not understood. Nothing was changed.")
        at = max(0, min(len(comments) - 1, at + {"n": 1, "p": -1}.get(said, 0)))


def _comment(console: Console, session: Session, comment: Comment, number: int, count: int) -> None:
    about, answers = on_what(session, comment)
    console.page(
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
    console.say(*(f"{name}: {words}" for name, words in facts if words))
    if personal_details(comment.text):
        console.say(_(MAYBE_PERSONAL))
