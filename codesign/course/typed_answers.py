"""The policy team's answers, typed in from a printed form: rule after rule, each field by a line.

A rule is kept as soon as it is typed, where it only adds. What is odd in it, or takes the place of an earlier answer, waits in
memory until somebody says yes at the end.
"""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from codesign.core.card import Card
from codesign.core.dates import bare, from_a_day_on
from codesign.core.errors import CodesignError
from codesign.core.kinds import kind_of
from codesign.core.policy_team.decisions import ANSWERS, COLUMNS, DATES, LABELS, Answer, Decision, parse_answer
from codesign.core.policy_team.filled import FilledRow
from codesign.core.policy_team.taken import WITHDRAW, is_withdrawn, standing
from codesign.core.policy_team.wanted import is_question
from codesign.course.brought import brought, sure, what_a_file_brings
from codesign.course.common_pages import not_kept
from codesign.course.pages import Course, Hidden, Question
from codesign.phrases import day, said
from codesign.words import N_, _

if TYPE_CHECKING:
    from codesign.engine.open_session import OpenSession

TITLE = N_("Type it in from paper")
AS_ON_PAPER = ("answer", "reads", "in_spanish", "because", "needs", "who", "by_when", "review", "how_told")
"""From the left to the right, and from the top down."""
_KEYS: dict[str, Answer] = {"y": "yes", "c": "changes", "l": "not-now", "n": "no"}
"""Not now is later: n is no, and h hides in plain lines."""
_WHICH = N_("Y yes, C yes with changes, L not now, N no")
_HOW = N_("Enter leaves it as it is. Type stop to stop here, or undo to take the last rule back.")


class TypedAnswers:
    """One printed form, from the first rule without an answer on."""

    def __init__(self, opened: "OpenSession") -> None:
        """Raises:
        CodesignError: nobody was told of a result yet.
        """
        opened.must_be_told()
        self._opened = opened
        self._cards = opened.read().told_cards
        self._waiting: dict[str, FilledRow] = {}
        """Rows that need a yes, by card."""
        self._past: list[tuple[int, tuple[Decision, ...], dict[str, FilledRow]]] = []
        """Before each rule that was typed: its place, what was kept and what was waiting."""
        self._in_hand: tuple[int, dict[str, str]] | None = None
        """The rule that is being typed: its place, and what is typed of it."""

    def typed_in(self) -> Course[None]:
        """Until the last rule, or until somebody stops."""
        unanswered = (n for n, card in enumerate(self._cards) if self._opened.read().decision(card.id) is None)
        at = next(unanswered, 0)
        try:
            while at < len(self._cards):
                at = yield from self._rule(at)
        except (GeneratorExit, Hidden):
            if self._in_hand:
                self._kept_or_why(*self._in_hand)
            raise
        if self._waiting:
            taken = self._opened.look_at_typed(list(self._waiting.values()))
            yield brought(what_a_file_brings(taken, len(self._cards)))
            if (yield sure(taken)) == "yes":
                self._opened.keep_decisions(taken)

    def until_done(self) -> Course[None]:
        """The same where no code stands before it: from under a cover it goes on with the first rule without an answer."""
        while True:
            try:
                return (yield from self.typed_in())
            except Hidden:
                continue

    def _rule(self, at: int) -> Course[int]:
        """One rule; the place of the one that follows."""
        card, cells, place, refused = self._cards[at], dict[str, str](), 0, None
        line: object = ""
        self._in_hand = at, cells
        while place < len(AS_ON_PAPER):
            key = AS_ON_PAPER[place]
            words, stands = "", cells.get(key, self._stands(card, key))
            page = self._asks(at, key, stands)
            line = yield replace(page, value=str(line), problem=refused) if refused else page
            refused, command = None, bare(str(line or ""))
            if line is None and place:
                place -= 1
                continue
            if command == "undo":
                return at if cells else self._before(at)
            if line is None or command == "stop":
                yield from self._keep(at, cells)
                return at - 1 if line is None and at else len(self._cards)
            try:
                words = self._meant(card, key, str(line)) if str(line) != stands else ""
            except CodesignError as error:
                refused = str(error)
                continue
            if words or str(line) != stands:
                cells[key] = words or WITHDRAW
            if key == "answer" and (cells.get(key, stands) or WITHDRAW) == WITHDRAW:
                break  # without an answer nothing else of a rule is kept
            place += 1
        yield from self._keep(at, cells)
        return at + 1

    def _asks(self, at: int, key: str, stands: str) -> Question:
        card, session = self._cards[at], self._opened.read()
        options = kind_of(card).options(card) if key == "reads" and is_question(card) else ()
        which = _(_WHICH) if key == "answer" else " · ".join(f"{option.key} {_(option.words)}" for option in options)
        return Question(
            place="typed-answer",
            title=_("Rule {at} of {count}", at=at + 1, count=len(self._cards)),
            strong=(f"{at + 1}. {card.rule}",),
            lines=(said(card, session.shown(card.id)), _(_HOW)) if key == "answer" else (),
            question=f"{_(LABELS[key])} ({which})" if which else _(LABELS[key]),
            value="" if stands == WITHDRAW else stands,
            limit=COLUMNS[key],
            optional=True,
        )

    def _stands(self, card: Card, key: str) -> str:
        """What is waiting of a field, or kept."""
        waiting, kept = self._waiting.get(card.id), self._opened.read().decision(card.id)
        if waiting and waiting.cells[key]:
            return waiting.cells[key]
        if key == "answer":
            return _(ANSWERS[kept.answer]) if kept else ""
        return str(getattr(kept, key, ""))

    def _meant(self, card: Card, key: str, line: str) -> str:
        """What a line is taken for.

        Raises:
            CodesignError: it is none of what can be said here, in a sentence.
        """
        if is_withdrawn(line):
            return WITHDRAW
        if key == "answer" and line:
            answer = _KEYS.get(bare(line)) or parse_answer(line)
            if answer is None:
                raise CodesignError(_("That is no answer. {which}, please.", which=_(_WHICH)))
            return ANSWERS[answer]
        if key == "reads" and is_question(card):
            options = {option.key.casefold(): option.words for option in kind_of(card).options(card)}
            letters = bare(line).split()
            if letters and all(letter in options for letter in letters):
                return " · ".join(_(options[letter]) for letter in letters)
        if key in DATES:
            _must_be_one_day(line, self._opened.read().setup.day)
        return line

    def _keep(self, at: int, cells: dict[str, str]) -> Course[None]:
        """Keep a rule as far as it was typed; what needs a yes waits, and so does what the disk refuses."""
        if error := self._kept_or_why(at, cells):
            yield not_kept(error)

    def _kept_or_why(self, at: int, cells: dict[str, str]) -> CodesignError | None:
        """Keep a rule, or let it wait; the error where the disk refused, None where all went well."""
        self._in_hand = None
        if not cells:
            return None
        card, before = self._cards[at], (at, self._opened.read().decisions, dict(self._waiting))
        waiting = self._waiting.get(card.id)
        whole = dict.fromkeys(COLUMNS, "") | (waiting.cells if waiting else {}) | cells
        row = FilledRow(card=card.edition, rule=card.rule, cells=whole)
        try:
            taken = self._opened.look_at_typed([row])
        except CodesignError:
            return None  # it says what is kept already
        self._past.append(before)
        self._waiting[card.id] = row
        if taken.needs_a_yes:
            return None
        try:
            self._opened.keep_decisions(taken)
        except CodesignError as error:
            return error
        del self._waiting[card.id]
        return None

    def _before(self, at: int) -> int:
        """As all was before the last rule that was typed; its place."""
        if not self._past:
            return at
        at, kept, self._waiting = self._past.pop()
        if kept != self._opened.read().decisions:
            self._opened.keep_decisions(standing(self._cards, kept))
        return at


def _must_be_one_day(words: str, session_day: str) -> None:
    """Refuses a date that may be two days, or is over; words that are no date are told at the end."""
    found, wrong = from_a_day_on(words, session_day)
    if wrong == "two":
        raise CodesignError(
            _(
                "That may be {first} or {second}. Write it as {iso}, or so.",
                first=day(found[0]),
                second=day(found[1]),
                iso=found[0],
            )
        )
    if wrong == "over":
        raise CodesignError(_("{day} lies before the session. Write a later day, or leave it empty.", day=day(found[0])))
