"""After the round: result, reading of comments, summary. Which page follows which."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from codesign.core.errors import CodesignError
from codesign.core.session import WITHHELD_REASONS, Comment, Review
from codesign.front import RESULT_IS_LAST, RESULT_NOW, how_the_vote_ended, typed_path
from codesign.phrases import caveats, day, on_what, worth_talking
from codesign.tui.answer import Answers
from codesign.tui.app import CodesignApp
from codesign.tui.literal import literal
from codesign.tui.screens.facilitator.lines import FolderPage, ThemePage
from codesign.tui.screens.facilitator.menus import ReasonPage
from codesign.tui.screens.facilitator.notices import ProblemPage, SurePage
from codesign.tui.screens.facilitator.result import ResultPage
from codesign.tui.screens.facilitator.review import ReviewPage
from codesign.tui.screens.facilitator.talk import AgainPage, TalkPage
from codesign.tui.screens.facilitator.written import WrittenPage
from codesign.tui.widgets.menu import Item
from codesign.words import _

if TYPE_CHECKING:
    from codesign.engine import OpenSession


class Outcome:
    """From the closed round to the written summary."""

    def __init__(
        self,
        app: CodesignApp,
        opened: "OpenSession",
        summary_folder: Path | None,
        *,
        on_home: Callable[[], None],
        on_round: Callable[[Sequence[str]], None],
        alone: Callable[[Callable[[], None]], None],
    ) -> None:
        """`on_round` opens a next round on cards; `alone` asks for the code, with the screen turned away, before it goes on."""
        self._app = app
        self._opened = opened
        self._summary_folder = summary_folder
        self._alone = alone
        self._call_home = on_home
        self._call_round = on_round

    def show(self) -> None:
        """Where the room is: before the result, or at it."""
        if self._opened.session.is_told:
            self.result()
        else:
            self.talk()

    def talk(self) -> None:
        session = self._opened.session
        cards = [(card, worth_talking(session.shown(card.id))) for card in session.cards if card.id in session.tallies]
        keys = {"go_on": self._sure_result, "vote": self._again, "comments": self._comments, "back": self._call_home}
        self._app.go(lambda: TalkPage(how_the_vote_ended(session), cards, keys=keys))

    def _again(self, taken: frozenset[str] | None = None, here: int = 0, notice: str = "") -> None:
        """Choose the cards of a next round; those worth talking about are taken at first."""
        try:
            session = self._opened.show_ideas()
        except CodesignError as error:
            sentence = str(error)
            self._app.go(lambda: ProblemPage(_("The ideas can't be shown yet"), sentence, on_go=self.talk))
            return
        cards = [*(card for card in session.cards if card.id not in session.told), *session.idea_cards]
        if taken is None:
            taken = frozenset(c.id for c in cards if c.id in session.tallies and worth_talking(session.shown(c.id)))
        now = taken
        ideas = {card.id for card in session.idea_cards}
        rows = [(c.rule, _("An idea from the group") if c.id in ideas else "", c.id in now) for c in cards]
        self._app.go(
            lambda: AgainPage(
                rows,
                here,
                notice=notice,
                unread=bool(session.unread),
                on_toggle=lambda n: self._again(now ^ {cards[n].id}, n),
                on_start=lambda: self._open_round(now),
                on_back=self.talk,
            )
        )

    def _open_round(self, taken: frozenset[str]) -> None:
        try:
            self._call_round([*taken])
        except CodesignError as error:
            self._again(taken, notice=str(error) if taken else _("Mark at least one card."))

    def _comments(self) -> None:
        if self._opened.session.comments:
            self._alone(self.review)
        else:
            self.talk()

    def _sure_result(self) -> None:
        """Ask once: showing the result ends every further vote on its cards."""
        self._app.go(lambda: SurePage(_(RESULT_NOW), [_(RESULT_IS_LAST)], on_yes=self.result, on_back=self.talk, speaks=True))

    def result(self) -> None:
        """What this group said. From here on its cards are not voted on again."""
        try:
            session = self._opened.tell()
        except CodesignError as error:
            sentence = str(error)
            self._app.go(lambda: ProblemPage(_("The result can't be shown yet"), sentence, on_go=self.talk))
            return
        results = [(card, session.shown(card.id)) for card in session.cards if card.id in session.tallies]
        answers = Answers(self._app, self._opened, on_back=self.result)
        self._app.go(
            lambda: ResultPage(
                results,
                caveats=caveats(session),
                on_go=self._turn_away,
                on_answers=answers.menu,
                on_back=self._call_home,
            )
        )

    def _turn_away(self) -> None:
        """Between the room's page and the comments as they were typed: those are for one reader, never for the room."""
        if self._opened.session.comments:
            self._alone(self.review)
        else:
            self.folder()

    def review(self, at: int | None = None, notice: str = "") -> None:
        """The comments, at the first unread one."""
        session = self._opened.session
        page = ReviewPage(
            session,
            at,
            notice=f"! {notice}" if notice else "",
            on_quote=lambda c: self._keep(c, Review("quote")),
            on_theme=self._theme,
            on_keep_back=self._keep_back,
            on_go=self._read_all,
            on_back=self.show,
        )
        self._app.go(lambda: page)

    def _keep(self, comment: Comment, verdict: Review) -> None:
        try:
            self._opened.review(comment.id, verdict)
        except CodesignError as error:
            self.review(comment.id, str(error))
            return
        self.review(comment.id if not self._opened.session.unread else None)

    def _theme(self, comment: Comment) -> None:
        if not comment.text:
            self._keep(comment, Review("picks"))
            return
        about, answers = on_what(self._opened.session, comment)
        words = f"“{comment.text}”"
        self._app.go(
            lambda: ThemePage(
                _("What is it about?"),
                _("A few words of yours, such as “wants a plug near the bed”. Empty: nothing of it goes out."),
                value=comment.theme,
                lines=[literal(about), literal(f"{answers}: {words}", "bold")],
                on_enter=lambda words: self._keep(comment, Review("theme", theme=words)),
                on_back=lambda: self.review(comment.id),
            )
        )

    def _keep_back(self, comment: Comment) -> None:
        items = [
            (Item(reason, _(words)), partial(self._keep, comment, Review("withheld", reason=reason)))
            for reason, words in WITHHELD_REASONS.items()
        ]
        back = {"back": lambda: self.review(comment.id)}
        self._app.go(
            lambda: ReasonPage(
                _("Why is it kept back?"),
                items,
                lines=[_("The summary counts kept-back comments by reason. None is chosen yet.")],
                here=None,
                keys=back,
            )
        )

    def _read_all(self) -> None:
        if self._opened.session.unread:
            self.review(notice=_("This one is still to be read: quote it, write its theme, or keep it back."))
            return
        if self._opened.session.is_told:
            self.folder()
        else:
            self.talk()

    def folder(self) -> None:
        setup = self._opened.session.setup
        proposed = Path.home() / "group-notes" / f"{setup.day}-{self._opened.path.stem[-8:]}"
        self._app.go(
            lambda: FolderPage(
                _("Where shall the summary go?"),
                _("Folder"),
                value=str(self._summary_folder or proposed),
                lines=[_("It holds what the rules let through and what you let pass, and nothing else.")],
                on_enter=self._write,
                on_back=self.review if self._opened.session.comments else self.result,
            )
        )

    def _write(self, folder: str) -> None:
        if not folder:
            raise CodesignError(_("Name a folder."))
        files = self._opened.write_summary(typed_path(folder))
        setup = self._opened.session.setup
        self._app.go(lambda: WrittenPage(files, setup.audience, day(setup.answer_by), on_home=self._call_home))
