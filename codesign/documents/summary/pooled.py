"""The summary of several sessions together: what `codesign.core.pool` lets through, and what each session's own rules let
through of its comments, in an order that tells no session."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from codesign.core.ballot import OWN_IDEA
from codesign.core.card import Card, is_idea
from codesign.core.disclosure import ALL_OR_ALL_BUT_TWO, IN_THE_BOX, Shown
from codesign.core.errors import CodesignError
from codesign.core.kinds import for_or_against, kind_of
from codesign.core.kinds.scale import WORKS
from codesign.core.pool import Member, Pool
from codesign.core.pool_card import Blocks, PooledCard, wording
from codesign.core.region import Region
from codesign.core.session import Session
from codesign.core.thresholds import BIG_GROUP, Thresholds
from codesign.core.uncertainty import interval
from codesign.documents.charts import Dots
from codesign.documents.summary.build import (
    CardSummary,
    Quoted,
    Summary,
    by_what_is_shown,
    if_one_changed,
    must_be_read,
    quoted,
    quoted_in,
    themes_in,
)
from codesign.documents.summary.ledger import Ledger, added_up, ledger_of
from codesign.phrases import SIGNS, label, sentence
from codesign.phrases.caveats import Soundness
from codesign.words import N_, _, many

SEVERAL = N_("Several sessions together")
_BANDS: dict[int | str, tuple[int, int]] = {"under 5": (1, 4), "5-9": (5, 9)}


def why_not_pooled(session: Session) -> str:
    """Why a session can't be in a pool, as the rest of a sentence that begins with its file; empty where it can."""
    try:
        must_be_read(session)
    except CodesignError as error:
        return str(error)
    if not session.is_told:
        return _("Its own result was not shown yet. Show it in the room, or write its own summary first (one record alone).")
    return ""


class PoolSummary:
    """The summary of several sessions while they come in one after another, none with a reason not to (`why_not_pooled`). The
    same sessions give the same summary in whatever order they come; none of them is kept."""

    def __init__(self) -> None:
        self.pool = Pool()
        self._setups: dict[str, set[str]] = {name: set() for name in ("title", "audience", "answer_by", "contact", "region")}
        self._months: set[str] = set()
        self._marks: set[str] = set()
        self._made_up = False
        self._sound = Soundness()
        self._people = 0, 0
        self._words: dict[object, _Words] = {}
        self._ledger = Ledger()

    def add(self, member: Member) -> None:
        session, setup = member.session, member.session.setup
        self.pool.add(member)
        for name, values in self._setups.items():
            values.add(getattr(setup, name))
        self._months.add(setup.day[:7])
        self._marks |= {session.mark} - {""}
        self._made_up = setup.made_up
        self._sound = self._sound.plus(session)
        few, most = (session.ballots, session.ballots) if session.ballots >= BIG_GROUP else _BANDS[session.people]
        self._people = self._people[0] + few, self._people[1] + most
        self._ledger = added_up(self._ledger, ledger_of(session, again=True))
        if session.comments:
            for card in session.tallied_cards:
                self._heard((card.edition, wording(card)), session, card.id)
            self._heard(OWN_IDEA, session, OWN_IDEA)

    def _heard(self, where: object, session: Session, card_id: str) -> None:
        words, told = self._words.setdefault(where, _Words()), session.told_of(card_id, again=True)
        words.themes |= themes_in(told)
        for comment in quoted_in(session, card_id, told):
            quote = quoted(session, comment)
            words.quotes[quote] = max(words.quotes.get(quote, 0), session.among(comment))

    def build(
        self, blocks: Blocks, audited: Blocks, moved: Callable[[float], None] = lambda _share: None
    ) -> tuple[Summary, Blocks]:
        """The summary, and the blocks that it adds to those of the pools before it, of which some were `audited`. `moved` is
        called with the share of the work that is done."""
        new = self.pool.new_blocks(blocks)
        cards, thresholds = self.pool.cards((*audited, *new), moved), self.pool.thresholds
        ideas = self._words.get(OWN_IDEA, _Words())
        summary = Summary(
            title=self._same("title") or _(SEVERAL),
            audience=self._same("audience"),
            answer_by=self._same("answer_by"),
            contact=self._same("contact"),
            months=tuple(sorted(self._months)),
            marks=tuple(sorted(self._marks)),
            records=self._sound.records,
            made_up=self._made_up,
            region=msgspec.convert(self._same("region"), Region),
            caveats=(*self._sound.caveats, *self._sound.of_the_count, *_worded_otherwise(cards)),
            people=self._people[0] if len({*self._people}) == 1 else f"{self._people[0]}-{self._people[1]}",
            thresholds=thresholds,
            cards=tuple(self._card(entry) for entry in cards),
            ideas=tuple(quote.text for quote in ideas.told(thresholds)),
            idea_themes=tuple(sorted(ideas.themes)),
            ledger=self._ledger,
        )
        return summary, new

    def _same(self, name: str) -> str:
        """What all say; empty where they differ."""
        said = self._setups[name]
        return next(iter(said)) if len(said) == 1 else ""

    def _card(self, entry: PooledCard) -> CardSummary:
        card, shown = entry.card, entry.shown
        words = self._words.get((entry.asked_as, wording(card)), _Words())
        return CardSummary(
            card=card,
            shown=shown,
            sentence=pooled_sentence(card, shown),
            quotes=tuple(words.told(self.pool.thresholds)),
            themes=tuple(sorted(words.themes)),
            one_change=if_one_changed(card, shown),
            range=_range(card, shown),
            sessions=_dots(card, entry.sessions),
        )


class _Words:
    """What is told of the comments on one card, in all sessions."""

    def __init__(self) -> None:
        self.themes: set[str] = set()
        self.quotes: dict[Quoted, int] = {}
        """Each with how many people its writer is one of; of the same words the most."""

    def told(self, thresholds: Thresholds) -> list[Quoted]:
        """Those that may stand where these thresholds hold, in an order that tells no session."""
        return sorted((q for q, among in self.quotes.items() if among >= thresholds.quote_from), key=by_what_is_shown)


def _worded_otherwise(cards: Sequence[PooledCard]) -> list[str]:
    """A sentence for each card that was asked in several wordings; an idea of youth is another one in every session."""
    wordings = Counter(entry.asked_as for entry in cards)
    return [
        _("{card} was asked in {n} wordings, which are counted apart.", card=card, n=n)
        for card, n in wordings.items()
        if n > 1 and not is_idea(card)
    ]


def pooled_sentence(card: Card, shown: Shown) -> str:
    """All that is shown of a pooled card: the label, the counts, what they cover and what stands beside them."""
    told = sentence(card, replace(shown, counts=None, no_answer=None))
    together = shown.together
    if together is None:
        return told
    if shown.counts is not None:
        counts = sentence(card, shown).removeprefix(told).strip()
        told += " " + many("In 1 session: {counts}", "In {n} sessions: {counts}", together.counted, counts=counts)
    if together.aside:
        signs = ", ".join(f"{shown_alone(card, sign)} ({n})" for sign, n in together.aside)
        sessions = sum(n for _sign, n in together.aside)
        told += " " + many(
            "Not in these numbers, 1 session: {signs}.", "Not in these numbers, {n} sessions: {signs}.", sessions, signs=signs
        )
    words = {option.code: _(option.words) for option in kind_of(card).options(card)}
    for of in together.at_least:
        told += " " + _(
            "In {n} sessions, at least {count} of {answered} said: {words}.",
            n=of.sessions,
            count=of.count,
            answered=of.answered,
            words=words[of.option],
        )
    return told


def _range(card: Card, shown: Shown) -> str:
    """Of the answer that works on a scale, else of the one that leads; only where the counts hold every session."""
    together, counts = shown.together, shown.whole_counts
    if counts is None or shown.answered is None or together is None or kind_of(card).each > 1:
        return ""
    code = WORKS if for_or_against(card) else max(counts, key=counts.__getitem__)
    found = interval(counts[code], shown.answered, together.counted)
    if found is None:
        return ""
    words = next(_(option.words) for option in kind_of(card).options(card) if option.code == code)
    return _(
        "{words}: between {low} and {high} of 100 young people in sessions like these (95 % range).",
        words=words,
        low=found[0],
        high=found[1],
    )


def _dots(card: Card, sessions: Mapping[Shown, int]) -> tuple[Dots, ...]:
    """Those with the same label together."""
    found: Counter[tuple[str, str]] = Counter()
    for shown, n in sessions.items():
        found[SIGNS[shown.label], shown_alone(card, shown)] += n
    order = [*(sign for sign in SIGNS.values() if sign != SIGNS[IN_THE_BOX]), SIGNS[IN_THE_BOX]]
    return tuple(
        Dots(sign, words, n)
        for (sign, words), n in sorted(found.items(), key=lambda item: (order.index(item[0][0]), item[0][1]))
    )


def shown_alone(card: Card, shown: Shown) -> str:
    """What one session showed of a card alone, in words without a number."""
    if shown.label == IN_THE_BOX:
        return _("Fewer than 5 answered")
    if shown.label != ALL_OR_ALL_BUT_TWO:
        return label(card, shown).rstrip(".")
    words = next(_(option.words) for option in kind_of(card).options(card) if option.code == shown.answer)
    return _("At most two did not say: {words}", words=words)
