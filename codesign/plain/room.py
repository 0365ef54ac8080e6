"""What the room reads in plain lines: the talk, the result, and what came of the session before."""

from collections.abc import Callable
from functools import partial
from typing import Any

from codesign.core.card import Card
from codesign.core.disclosure import worth_talking
from codesign.core.kinds import kind_of
from codesign.core.session import Session
from codesign.course import pages
from codesign.course.at_a_card import number_of
from codesign.course.pages import ToRead
from codesign.course.shared_words import (
    READ_AGAIN,
    TALK_OR_MOVE_ON,
    WHAT_THIS_GROUP_SAID,
    above_the_result,
    how_the_vote_ended,
    what_comes_after_the_talk,
)
from codesign.documents.charts import chart_of
from codesign.phrases import FLAGS, was_changed, why_so_many
from codesign.phrases.caveats import caveats
from codesign.plain.asking import Asking
from codesign.plain.commands import word
from codesign.plain.console import sentence
from codesign.plain.read_out import READ_ON, read_out
from codesign.words import N_, _

GO_ON = N_("Press Enter to go on.")
_ON_OR_BACK = (N_("Press Enter to go on, or type s for support, or back:"), {"": "on", "back": "back"})
_CARD_BY_CARD = (
    N_("Press Enter for the next card, or type back or list:"),
    {"": "on", "back": "back", "list": "home"},
)
_TO_READ: dict[str, tuple[str, dict[str, str]]] = {
    "welcome": (
        N_("Press Enter to go on, or type change for what you agree on, or back:"),
        {"": "on", "change": "edit", "back": "back"},
    ),
    "practice": (N_("Press Enter to try it, or type done:"), {"": "start", "done": "back"}),
    "talk-card": (
        N_("Press Enter for the next card, or type line to write one, words for new words, back, or list:"),
        {"": "on", "line": "edit", "words": "reword", "back": "back", "list": "home"},
    ),
    "together": (
        N_("Type line to write it, ok if all said so, no, skip, Enter for the next rule, back, or list:"),
        {"": "on", "line": "edit", "ok": "ok", "no": "not-agreed", "skip": "skipped", "back": "back", "list": "home"},
    ),
    "right": (
        N_("Press Enter to go on, or type change if something is missing, or back:"),
        {"": "on", "change": "edit", "back": "back"},
    ),
    "next": _ON_OR_BACK,
    "agreed": _ON_OR_BACK,
    "before-they-come": (
        N_("Press Enter to go on, or type cards to look at them, print for papers, or back:"),
        {"": "on", "cards": "cards", "print": "print", "back": "back"},
    ),
    "policy-questions": (N_("Press Enter to go on, or type back:"), {"": "on", "back": "back"}),
    "policy-pair": (
        N_("Press Enter to keep the pair, or type other for another rule, or back:"),
        {"": "on", "other": "edit", "back": "back"},
    ),
    **dict.fromkeys(("look", "learn-card"), _CARD_BY_CARD),
    "board-part": (N_("Press Enter for the next part, or type back or list:"), {"": "on", "back": "back", "list": "home"}),
    "last-time": (GO_ON, {"": "on"}),
    "our-rules": (GO_ON, {"": "on"}),
    "written": (N_("Press Enter to go home."), {"": "home"}),
    "brought": (GO_ON, {"": "on"}),
    "files-written": (GO_ON, {"": "on"}),
}
"""Place of a page that is read -> what is asked under it, and what a typed word answers."""


class ForTheRoom:
    """A renderer for each kind of page that the whole room may read."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._console = asking.console
        self.pages: dict[type[pages.Page], Callable[[Any], object]] = {
            pages.Sure: self._sure,
            ToRead: self._to_read,
            pages.Talk: self._talk,
            pages.Results: self._results,
        }

    def _sure(self, page: pages.Sure) -> bool:
        say = _ if page.speaks else str
        self._console.page(say(page.question), *map(say, page.lines))
        if page.goes_on:
            return self._console.sure(_("Type yes {to_do_it}, or press Enter for no:", to_do_it=say(page.to_do_it)))
        return self._console.sure(_("Type yes {to_do_it}, or press Enter to go back:", to_do_it=say(page.to_do_it)))

    def _ask(self, question: str) -> str:
        """A typed word of the room that is none of what can be typed everywhere."""
        while self._asking.told(said := word(self._console.ask(question))):
            pass
        return said

    def _to_read(self, page: ToRead) -> str:
        title = _(page.title) if page.title else ""
        self._console.page(sentence(f"{sentence(title)} {page.right}" if page.right else title))
        read_out(self._console, page.blocks(), self._asking.rest if page.speaks else partial(self._console.wait, _(READ_ON)))
        question, says = _TO_READ[page.place]
        while (said := self._ask(_(question)) if page.speaks else word(self._console.ask(_(question)))) not in says:
            pass
        return says[said]

    def _talk(self, page: pages.Talk) -> str:
        session = page.session
        self._console.page(
            f"{how_the_vote_ended(session)}.",
            *what_comes_after_the_talk(session),
            _(READ_AGAIN),
        )
        self._console.say_in_parts(
            [
                ["", f"{_(TALK_OR_MOVE_ON[worth_talking(session.shown(card.id))])}.", _(card.rule)]
                for card in session.tallied_cards
            ],
            self._asking.rest,
        )
        if not session.open_to_a_vote:
            return self._ask(_("Type cards to talk card by card, result, comments to read them, or home:"))
        return self._ask(_("Type cards to talk card by card, result, again for a second vote, comments, or home:"))

    def _results(self, page: pages.Results) -> str:
        session, cards = page.session, page.session.tallied_cards
        self._console.page(
            sentence(_(WHAT_THIS_GROUP_SAID)),
            *above_the_result(session),
            *caveats(session),
        )
        self._console.say_in_parts(
            [_result(session, card, n, len(cards)) for n, card in enumerate(cards, 1)], self._asking.rest
        )
        while True:
            said = self._ask(_("Press Enter to go on, or type answer or home:"))
            if said in ("", "answer", "home"):
                return {"": "on", "answer": "answers"}.get(said, said)


def _result(session: Session, card: Card, number: int, count: int) -> list[str]:
    """What is shown of one card."""
    shown, kind = session.shown(card.id), kind_of(card)
    lines = ["", sentence(number_of(number, count)), _(card.rule), *filter(None, [was_changed(card)])]
    if kind.layout == "side-by-side":
        lines += [f"{option.key}. {_(option.words)}" for option in kind.options(card)[:2]]
    chart = chart_of(card, shown)
    lines.append(sentence(chart.phrase))
    if why := why_so_many(shown):
        lines.append(why)
    lines += [_("{words}: {count} of {n}.", words=bar.words, count=bar.count, n=chart.answered) for bar in chart.bars]
    return [*lines, *(_(FLAGS[flag]) for flag in shown.flags)]
