"""What came of each rule, in sentences: the same on the poster, on the screen and in plain mode."""

from msgspec import Struct
from msgspec.structs import replace

from codesign.core.card import Card
from codesign.core.disclosure import Shown
from codesign.core.policy_team.decisions import ANSWERS, Decision
from codesign.core.policy_team.wanted import Place, is_refused, option_meant, picked, place, says_not_which
from codesign.core.session import Session
from codesign.phrases import asked, day, day_or_words, said, was_changed
from codesign.phrases.lead_in import begins, capital, ended, led, without_the_answer
from codesign.phrases.line import MixedWords, parts_of, written
from codesign.phrases.promises import in_a_sentence
from codesign.words import N_, OWN, _, is_spoken, language

PLACES: dict[Place, str] = {
    "done": N_("Done or agreed"),
    "decided": N_("Decided"),
    "not-yet": N_("Not yet"),
    "no": N_("No, and why"),
}
"""In the order of the poster."""
NO_ANSWER_YET = N_("No answer yet.")
WHY = N_("Why: {words}")
_FIRST = N_("First we need: {words}")
_WHO = N_("Who does it: {words}")
_ASK = N_("Ask: {words}")
"""Who stands beside a no: nobody does it."""
_WHEN, _ANEW = N_("By when: {day}"), N_("New answer by: {day}")
_TOLD = N_("How you will hear: {words}")
AGAIN = N_("We look at it again: {day}")
_FROM_NOW = N_("From now on: {words}")
_CHANGES = N_("Yes, with changes to: {words}")
_IT_READS = N_("The rule reads: {words}")
_AGREED = N_("We agree: {words}")
_DECIDED = N_("The team decided:")
_NO_REASON = N_("No reason was given.")


class Came(Struct, frozen=True):
    """What came of one rule."""

    rule: str
    said: str
    """What youth said of it."""
    place: Place
    answer: str
    words: tuple[str, ...]
    """What the policy team says about it, a line each."""
    since: str = ""
    """What became of it up to a day; empty where nobody asked."""


def came_of_all(session: Session, today: str = "") -> list[Came]:
    """Each rule that the policy team was told of, and, where a day is given, what became of the answer up to it. Those that
    youth wrote stand first, then those that were decided."""
    decided = {decision.card for decision in session.decisions}
    cards = sorted(session.told_cards, key=lambda card: (not card.is_idea, card.id not in decided))
    return [_since(session, card, _came_of(session, card), today) for card in cards]


def _since(session: Session, card: Card, came: Came, today: str) -> Came:
    """With what became of it up to a day; that an answer is late takes the place of its day."""
    if not today:
        return came
    decision = session.decision(card.id)
    since = in_a_sentence(session.promise(card.id, today), decision, session.setup.answer_by)
    return replace(came, since=since, words=came.words if decision or not since else ())


def _came_of(session: Session, card: Card) -> Came:
    shown, decision = session.shown(card.id), session.decision(card.id)
    if decision:
        decision = replace(decision, because=without_the_answer(decision.because, decision.answer))
    told = (rule_of(card), _what_they_said(card, shown), place(card, shown, decision))
    if decision is None:
        due = session.setup.answer_by
        return Came(*told, _(NO_ANSWER_YET), (due_by(due),) if due else ())
    answer, why = _answer(card, shown, decision)
    return Came(*told, answer, (*why, *_who_and_when(decision)))


def _what_they_said(card: Card, shown: Shown) -> str:
    """What youth said of a rule, and first that it is theirs, or in their words."""
    words = said(card, shown)
    words = f"{was_changed(card)} {words}" if card.was else words
    return f"{_('You wrote this rule.')} {words}" if card.is_idea else words


def rule_of(card: Card) -> MixedWords:
    """The rule, or the question with what was compared; marked where it has no words in the language in use."""
    texts = [card.rule, *(option.words for option in card.options)]
    return MixedWords((asked(card), "" if all(map(is_spoken, texts)) else OWN))


def reads(card: Card, decision: Decision) -> MixedWords:
    """The rule as the team says that it will read, in its own words, or the answer to a question that it wrote by its letter;
    empty where it does not say."""
    if meant := option_meant(card, decision.reads) if decision.reads else None:
        return words_of(meant.words)
    if language() != OWN and decision.in_spanish:
        return MixedWords((decision.in_spanish, ""))
    return written(decision.reads)


def words_of(words: str) -> MixedWords:
    """Words of a card, in the language in use where it has them."""
    return MixedWords((_(words), "" if is_spoken(words) else OWN))


def _answer(card: Card, shown: Shown, decision: Decision) -> tuple[str, list[str]]:
    """The answer as youth read it, and how the rule reads and why where these are no part of it."""
    reason, now = written(decision.because), reads(card, decision)
    why: list[str] = [led(WHY, "why", reason)] if reason else []
    yes, changed = decision.is_yes, decision.answer == "changes"
    reason_owed = why or [_(_NO_REASON)]
    if is_refused(card, shown) and decision.answer == "no":
        return _("You said no. We agree: we will not do it."), [*_as_it_reads(now), *why]
    if is_refused(card, shown) and yes:
        over, because = _over_a_no(reason, changed=changed)
        return over, [*because, *([ended(led(_FROM_NOW, "now", now))] if now else [])]
    if yes and now:
        head = ended(led(_FROM_NOW, "now", now))
        return MixedWords((f"{_(ANSWERS['changes'])}. ", ""), *parts_of(head)) if changed else head, why
    if yes and says_not_which(card, shown):
        if not reason:
            return _("The team said yes, but not to which answer. It must say which."), []
        if begins(_DECIDED, "decided", reason):
            return capital(reason), []
        return _(_DECIDED), [reason]
    if yes and (options := picked(card, shown)):
        spoken = all(is_spoken(option.words) for option in options)
        words = MixedWords((" · ".join(_(option.words).removesuffix(".") for option in options), "" if spoken else OWN))
        if changed:
            return ended(led(_CHANGES, "changes", words)), why
        if len(options) == 1:
            return ended(led(_FROM_NOW, "now", words)), why
        return ended(led(_AGREED, "agree", words)), why
    return f"{_(ANSWERS[decision.answer])}.", [*_as_it_reads(now), *(why if yes else reason_owed)]


def _as_it_reads(now: MixedWords) -> list[str]:
    """The rule as it stays, where the team wrote that beside a no."""
    return [ended(led(_IT_READS, "reads", now))] if now else []


def _over_a_no(reason: MixedWords, *, changed: bool) -> tuple[str, list[str]]:
    if reason and not begins(WHY, "why", reason):
        if changed:
            return _("You said no. We do it anyway, with changes, because:"), [reason]
        return _("You said no. We do it anyway, because:"), [reason]
    told: list[str] = [capital(reason) if reason else _(_NO_REASON)]
    if changed:
        return _("You said no. We do it anyway, with changes."), told
    return _("You said no. We do it anyway."), told


def first_who_when(decision: Decision) -> list[str]:
    """What the team needs first, who does it and by when: a line for each that it said."""
    needs, who, by_when = written(decision.needs), written(decision.who), day_as_told(decision.by_when)
    return [
        *([led(_FIRST, "first", needs)] if needs else []),
        *([led(_ASK if decision.answer == "no" else _WHO, "who", who)] if who else []),
        *([led(_ANEW if decision.answer == "not-now" else _WHEN, "when", by_when)] if by_when else []),
    ]


def _who_and_when(decision: Decision) -> list[str]:
    """The same, how youth hear of it, and when it is looked at again."""
    how, review = written(decision.how_told), day_as_told(decision.review)
    return [
        *first_who_when(decision),
        *([led(_TOLD, "told", how)] if how else []),
        *([led(AGAIN, "again", review)] if review else []),
    ]


def day_as_told(told: str) -> MixedWords:
    """A date in the language in use, or the team's own words for one."""
    read = day_or_words(told)
    return MixedWords((read, "")) if read != told else written(told)


def due_by(last: str) -> str:
    """Until when there is time for an answer."""
    return _("Due: {day}", day=day(last))
