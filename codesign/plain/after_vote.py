"""After the round in plain lines: what the room reads, the reading of comments, what was written and what came back."""

from collections.abc import Callable
from typing import Any

from codesign.answers import came_of_all
from codesign.content.picks import picks_words
from codesign.core.kinds import kind_of
from codesign.core.plan import Card
from codesign.core.session import Comment, Session
from codesign.core.text import personal_details
from codesign.course import pages
from codesign.course.words import (
    DECIDED,
    READ_AGAIN,
    how_the_vote_ended,
    in_reading_order,
    what_of_the_writer,
    what_to_do_next,
    what_was_written,
)
from codesign.phrases import FLAGS, STANDARD_SENTENCE, caveats, label, on_what, which, worth_talking
from codesign.plain.asking import OtherLanguage, asks_language
from codesign.plain.console import Console, word
from codesign.words import _


class AfterVote:
    """A renderer for each kind of page that comes after a vote."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self.pages: dict[type[pages.Page], Callable[[Any], object]] = {
            pages.Talk: self._talk,
            pages.VoteAgain: self._vote_again,
            pages.Results: self._results,
            pages.LastTime: self._last_time,
            pages.Reading: self._reading,
            pages.Written: self._written,
            pages.Brought: self._brought,
        }

    # For the whole room

    def _ask(self, question: str) -> str:
        """A typed word of the room."""
        said = word(self._console.ask(question))
        if asks_language(said):
            raise OtherLanguage
        return said

    def _talk(self, page: pages.Talk) -> str:
        session = page.session
        self._console.page(
            f"{how_the_vote_ended(session)}.",
            _("Talk first. Then vote again on some cards, or see the result."),
            _("Once the result was shown, its cards are not voted on again."),
            _(READ_AGAIN),
        )
        words = {True: _("Let's talk about this one"), False: _("Moving on")}
        self._console.say_in_parts(
            [["", f"{words[worth_talking(session.shown(card.id))]}.", _(card.rule)] for card in session.tallied_cards]
        )
        return self._ask(_("Type result, again for a second vote, comments to read them, or home:"))

    def _vote_again(self, page: pages.VoteAgain) -> frozenset[str] | None:
        self._console.page(_("Vote again."), _("Everybody votes again on the cards you name, and only that vote counts."))
        if page.unread:
            self._console.say(_("Ideas of the group can join once their comments are read (back, then comments)."))
        if page.notice:
            self._console.say(page.notice)
        for n, card in enumerate(page.cards, 1):
            notes = [_("worth talking about")] * (card.id in page.talked)
            notes += [_("an idea from the group")] * (card.id in page.ideas)
            self._console.say(f"{n}. {card.rule}" + (f" ({', '.join(notes)})" if notes else ""))
        known = {str(n): card.id for n, card in enumerate(page.cards, 1)}
        while True:
            said = word(self._console.ask(_("Type the numbers, such as 1 3, or back:")))
            if said == "back":
                return None
            numbers = said.replace(",", " ").split()
            if numbers and set(numbers) <= set(known):
                return frozenset(known[number] for number in numbers)
            self._console.say(_("Only the numbers above, please. Nothing was changed."))

    def _results(self, page: pages.Results) -> str:
        session = page.session
        self._console.page(
            _("What this group said."),
            _(STANDARD_SENTENCE),
            _("A card stays in the box, unopened, when fewer than 5 people answered it."),
            *caveats(session),
        )
        cards = session.tallied_cards
        self._console.say_in_parts([_result(session, card, n, len(cards)) for n, card in enumerate(cards, 1)])
        question = (
            _("Press Enter for the comments, or type answer or home:")
            if session.comments
            else _("Enter for the summary, or answer, or home:")
        )
        while True:
            said = self._ask(question)
            if said in ("", "answer", "home"):
                return {"": "on", "answer": "answers"}.get(said, said)

    def _last_time(self, page: pages.LastTime) -> None:
        earlier = page.session
        self._console.page(
            _("Last time."),
            _("What you said last time, and what the people who write the rules say now."),
            which(earlier.setup.title, earlier.setup.day[:7]),
            *caveats(earlier),
        )
        self._console.say_in_parts(
            [
                ["", came.rule, _("You said: {words}", words=came.said), came.answer, *came.words]
                for came in came_of_all(earlier)
            ]
        )
        self._ask(_("Press Enter to go on."))

    # For one reader

    def _reading(self, page: pages.Reading) -> pages.Verdict | str:
        session = page.session
        comments = in_reading_order(session)
        places = {comment.id: n for n, comment in enumerate(comments)}
        first = next((n for n, comment in enumerate(comments) if comment.review == "unread"), 0)
        at = places[page.at] if page.at is not None else first
        notice = page.notice or (_("All are read. Type done to write the summary.") if not session.unread else "")
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
            f"{answers}: {f'“{comment.text}”' if comment.text else _('No words, only quick picks.')}",
        )
        facts = (
            (_("Picked"), picks_words(comment.picks)),
            (_("Writer"), what_of_the_writer(session, comment)),
            (_("Now"), _(DECIDED[comment.review])),
            (_("Theme"), comment.theme),
        )
        self._console.say(*(f"{name}: {words}" for name, words in facts if words))
        if personal_details(comment.text):
            self._console.say(_("Maybe a phone number, a name online or an address. Write a theme instead."))

    def _written(self, page: pages.Written) -> None:
        self._console.page(_("The summary is ready."), _("Saved in {folder}", folder=page.files[0].parent))
        self._console.say(*(f"{name}: {purpose}" for name, purpose in what_was_written(page.files)))
        self._console.say(_("What to do next."), *what_to_do_next(page.audience, page.answer_by))
        self._console.say(_("4  Their answer comes back? Open this session under Past sessions and type answer."))
        self._console.say(_("A USB stick or an e-mail is one more copy. Keep it short-lived."))
        self._console.wait(_("Press Enter to go home."))

    def _brought(self, page: pages.Brought) -> None:
        self._console.page(page.title)
        self._console.say_in_parts([[line] for line in page.lines])
        if page.files:
            self._console.say(_("The poster “You said / We did” lies in"), f"{page.files[0].parent}")
            self._console.say(*(file.name for file in page.files))
        self._console.wait(_("Press Enter to go on."))


def _result(session: Session, card: Card, number: int, count: int) -> list[str]:
    """What is shown of one card."""
    shown, kind = session.shown(card.id), kind_of(card)
    lines = ["", _("Card {at} of {count}.", at=number, count=count), _(card.rule)]
    if kind.layout == "side-by-side":
        lines += [f"{option.key}. {_(option.words)}" for option in kind.options(card)[:2]]
    lines.append(sentence(label(card, shown)))
    if shown.counts is not None:
        lines += [
            _("{words}: {count} of {n}.", words=_(o.words), count=shown.counts[o.code], n=shown.answered)
            for o in kind.options(card)
        ]
    return [*lines, *(_(FLAGS[flag]) for flag in shown.flags)]


def sentence(words: str) -> str:
    """Words as a sentence that is read out."""
    return words if not words or words.endswith((".", "?", "!", ":")) else f"{words}."
