"""After the round: the result for the room, the reading of comments, the summary."""

from pathlib import Path
from typing import TYPE_CHECKING

from codesign.answers import came_of_all
from codesign.brought import KEEP_IT, LOOK_FIRST, NOW_KEPT, what_a_file_brings, what_the_dates_mean
from codesign.content.picks import picks_words
from codesign.core.dates import Order
from codesign.core.errors import CodesignError
from codesign.core.kinds import kind_of
from codesign.core.plan import Card
from codesign.core.session import WITHHELD_REASONS, Comment, Review, Session
from codesign.core.text import clean, personal_details
from codesign.front import (
    DECIDED,
    READ_AGAIN,
    RESULT_IS_LAST,
    RESULT_NOW,
    how_the_vote_ended,
    in_reading_order,
    typed_path,
    what_of_the_writer,
    what_to_do_next,
    what_was_written,
)
from codesign.phrases import FLAGS, STANDARD_SENTENCE, caveats, day, label, on_what, which, why_so_many, worth_talking
from codesign.plain.console import Console, asked, word
from codesign.plain.talk import YES
from codesign.words import _

if TYPE_CHECKING:
    from codesign.core.decisions import Taken
    from codesign.engine import OpenSession


class Outcome:
    """From the closed round to the written summary. Each page returns the name of the next one."""

    def __init__(self, console: Console, opened: "OpenSession") -> None:
        self._console = console
        self._opened = opened
        self._at: int | None = None
        """The comment to read next; None for the first unread one."""

    # For the whole room: only what the disclosure rules let through

    def talk(self) -> str:
        """Before the result: which cards are worth talking about, and nothing else of what was said."""
        session = self._opened.session
        self._console.page(
            f"{how_the_vote_ended(session)}.",
            _("Talk first. Then vote again on some cards, or see the result."),
            _("Once the result was shown, its cards are not voted on again."),
            _(READ_AGAIN),
        )
        cards = [card for card in session.cards if card.id in session.tallies]
        talk = {card.id: worth_talking(session.shown(card.id)) for card in cards}
        words = {True: _("Let's talk about this one"), False: _("Moving on")}
        self._console.say_in_parts([["", f"{words[talk[card.id]]}.", card.rule] for card in cards])
        said = word(self._console.ask(_("Type result, again for a second vote, comments to read them, or home:")))
        if said == "comments":
            return "alone" if session.comments else "talk"
        if said == "result":
            self._console.say(_(RESULT_NOW), _(RESULT_IS_LAST))
            return "result" if self._console.sure(_("Type yes to show it, or press Enter to go back:")) else "talk"
        return said if said in ("again", "home") else "talk"

    def again(self) -> str:
        """Which cards the group votes on again."""
        try:
            session = self._opened.show_ideas()
        except CodesignError as error:
            self._console.say(str(error))
            return "talk"
        cards = [*(card for card in session.cards if card.id not in session.told), *session.idea_cards]
        marked = [c for c in cards if c.id in session.tallies and worth_talking(session.shown(c.id))]
        self._console.page(_("Vote again."), _("Everybody votes again on the cards you name, and only that vote counts."))
        if session.unread:
            self._console.say(_("Ideas of the group can join once their comments are read (back, then comments)."))
        ideas = {card.id for card in session.idea_cards}
        for n, card in enumerate(cards, 1):
            notes = [_("worth talking about")] * (card in marked) + [_("an idea from the group")] * (card.id in ideas)
            self._console.say(f"{n}. {card.rule}" + (f" ({', '.join(notes)})" if notes else ""))
        while True:
            said = word(self._console.ask(_("Type the numbers, such as 1 3, or back:")))
            if said == "back":
                return "talk"
            numbers = said.replace(",", " ").split()
            known = {str(n): card.id for n, card in enumerate(cards, 1)}
            if numbers and set(numbers) <= set(known):
                self._opened.open_round([known[number] for number in numbers])
                return "second"
            self._console.say(_("Only the numbers above, please. Nothing was changed."))

    def result(self) -> str:
        """What this group said. From here on its cards are not voted on again."""
        session = self._opened.tell()
        self._console.page(
            _("What this group said."),
            _(STANDARD_SENTENCE),
            _("A card stays in the box, unopened, when fewer than 5 people answered it."),
            *caveats(session),
        )
        cards = [card for card in session.cards if card.id in session.tallies]
        self._console.say_in_parts([self._told(card, n, len(cards)) for n, card in enumerate(cards, 1)])
        question = (
            _("Press Enter for the comments, or type answer or home:")
            if session.comments
            else _("Enter for the summary, or answer, or home:")
        )
        said = word(self._console.ask(question))
        if said:
            return said if said in ("home", "answer") else "result"
        return "alone" if session.comments else "folder"

    def _told(self, card: Card, number: int, count: int) -> list[str]:
        shown, kind = self._opened.session.shown(card.id), kind_of(card)
        lines = ["", _("Card {at} of {count}.", at=number, count=count), card.rule]
        if kind.layout == "side-by-side":
            lines += [f"{option.key}. {option.words}" for option in kind.options(card)[:2]]
        words = label(card, shown)
        lines.append(words if words.endswith(".") else f"{words}.")
        if why := why_so_many(shown):
            lines.append(why)
        if shown.counts is not None:
            lines += [
                _("{words}: {count} of {n}.", words=_(o.words), count=shown.counts[o.code], n=shown.answered)
                for o in kind.options(card)
            ]
        return [*lines, *(_(FLAGS[flag]) for flag in shown.flags)]

    # For one reader

    def review(self) -> str:
        """One comment, and a line about it."""
        session = self._opened.session
        comments = in_reading_order(session)
        places = {comment.id: n for n, comment in enumerate(comments)}
        first = next((n for n, comment in enumerate(comments) if comment.review == "unread"), 0)
        at = places.get(self._at, first) if self._at is not None else first
        comment = comments[at]
        self._show(comment, at + 1, len(comments))
        said = word(self._console.ask(_("q quote, t theme, k keep back, n next, p one before, done, or result:")))
        if said in ("n", "p"):
            self._at = comments[max(0, min(len(comments) - 1, at + (1 if said == "n" else -1)))].id
        elif said in ("q", "t", "k"):
            self._keep(comment, said)
        elif said == "result":
            return "result" if session.is_told else "talk"
        elif said == "done" and not session.unread:
            return "folder" if session.is_told else "talk"
        elif said == "done":
            self._rest(_("Some are still to be read: quote them, write their theme, or keep them back."))
            self._at = None
        else:
            self._rest(_("That was not understood. Nothing was changed."))
        return "review"

    def _rest(self, sentence: str) -> None:
        self._console.say(sentence)
        self._console.wait(_("Press Enter to go on."))

    def _show(self, comment: Comment, number: int, count: int) -> None:
        session = self._opened.session
        about, answers = on_what(session, comment)
        self._console.page(
            _("Comment {at} of {count}. {read} of {count} read.", at=number, count=count, read=count - len(session.unread)),
            _("Nothing leaves this laptop until all are read."),
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

    def _keep(self, comment: Comment, how: str) -> None:
        verdict = {
            "q": lambda: Review("quote"),
            "t": lambda: self._theme(comment) if comment.text else Review("picks"),
            "k": self._keep_back,
        }[how]()
        if verdict is None:
            return
        self._at = comment.id
        try:
            self._opened.review(comment.id, verdict)
        except CodesignError as error:
            self._rest(str(error))
            return
        if self._opened.session.unread:
            self._at = None
        else:
            self._rest(_("All are read. Type done to write the summary, or look through them again."))

    def _theme(self, comment: Comment) -> Review | None:
        default = comment.theme
        self._console.say(
            _("What is it about? A few words of yours, such as “wants a plug near the bed”."),
            _("none: nothing of it goes out. back leaves it as it was. Enter takes what stands in brackets."),
        )
        while True:
            said = clean(self._console.ask(asked(_("Theme"), default)), 400) or default
            if word(said) == "back":
                return None
            if said:
                return Review("theme", theme="" if word(said) == "none" else said)
            self._console.say(_("Type a theme, none, or back."))

    def _keep_back(self) -> Review | None:
        self._console.say(_("Why is it kept back? The summary counts kept-back comments by reason. back leaves it as it was."))
        reasons = list(WITHHELD_REASONS)
        said = self._console.choose([(_(WITHHELD_REASONS[reason]), "") for reason in reasons], "back")
        return None if said == "back" else Review("withheld", reason=reasons[int(said) - 1])

    # The summary

    def folder(self) -> str:
        session = self._opened.session
        proposed = Path.home() / "group-notes" / f"{session.setup.day}-{self._opened.path.stem[-8:]}"
        self._console.page(
            _("Where shall the summary go?"),
            _("It holds what the rules let through and what you let pass, and nothing else."),
            _("Type a folder, or press Enter for the one in brackets; back goes back."),
        )
        said = clean(self._console.ask(asked(_("Folder"), str(proposed))), 400)
        if word(said) == "back":
            return "review" if session.comments else "result"
        files = self._opened.write_summary(typed_path(str(said or proposed)))
        self._console.page(_("The summary is ready."), _("Saved in {folder}", folder=files[0].parent))
        self._console.say(*(f"{name}: {purpose}" for name, purpose in what_was_written(files)))
        self._console.say(_("What to do next."), *what_to_do_next(session.setup.audience, day(session.setup.answer_by)))
        self._console.say(_("4  Their answer comes back? Open this session under Past sessions and type answer."))
        self._console.say(_("A USB stick or an e-mail is one more copy. Keep it short-lived."))
        self._console.wait(_("Press Enter to go home."))
        return "home"

    # The policy team's answer

    def answer(self) -> str:
        """The file that came back, or what is kept of it, for the room."""
        self._console.page(
            _("The policy team's answer."),
            _("summary.docx or summary.csv, as they filled it in. The posters are written beside it."),
        )
        said = clean(self._console.ask(_("Type the file, show to read the answer to the room, or back:")), 400)
        if word(said) == "show":
            tell_last_time(self._console, self._opened.session)
            return "answer"
        if not said or word(said) == "back":
            return "result"
        file = typed_path(said)
        taken = self._looked_at(file)
        if taken is None:
            return "answer"
        self._opened.keep_decisions(taken)
        posters = self._opened.write_posters(file.parent)
        self._console.page(_(NOW_KEPT), _("The poster “You said / We did” lies in"))
        self._console.say_in_parts([[f"{path}"] for path in posters])
        self._console.wait(_("Press Enter to go on."))
        return "answer"

    def _looked_at(self, file: Path, order: Order = "") -> "Taken | None":
        """What the file brings; None where something is odd about it and nobody says yes."""
        taken = self._opened.look_at_decisions(file, order)
        lines = [[line] for line in what_a_file_brings(taken, len(self._opened.session.told_cards))]
        self._console.say_in_parts([[_(LOOK_FIRST)], *lines] if taken.needs_a_yes else lines)
        if not taken.needs_a_yes:
            return taken
        dates = what_the_dates_mean(taken.two_readings) if taken.two_readings else {}
        self._console.say(*(f"{order_}: {words}" for order_, words in dates.items()), _(KEEP_IT))
        question = _("Type yes to keep it, or press Enter to go back:")
        if dates:
            question = _("Type day or month for all its dates, yes to keep it as it is, or press Enter to go back:")
        said = word(self._console.ask(question))
        if said in dates:
            return self._looked_at(file, "day" if said == "day" else "month")
        return taken if said in YES else None


def tell_last_time(console: Console, earlier: Session) -> None:
    """What youth said in a session and what came of it, rule by rule."""
    console.page(
        _("Last time."),
        _("What you said last time, and what the people who write the rules say now."),
        which(earlier.setup.title, earlier.setup.day[:7]),
        *caveats(earlier),
    )
    console.say_in_parts(
        [["", came.rule, _("You said: {words}", words=came.said), came.answer, *came.words] for came in came_of_all(earlier)]
    )
    console.wait(_("Press Enter to go on."))
