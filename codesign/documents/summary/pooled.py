"""The summary of several sessions together: what `codesign.core.pool` lets through, and what each session's own rules let
through of its comments, in an order that tells no session."""

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from codesign.core.card import Card, is_idea
from codesign.core.disclosure import ALL_OR_ALL_BUT_TWO, BIG_GROUP, IN_THE_BOX, Shown
from codesign.core.errors import CodesignError
from codesign.core.kinds import for_or_against, kind_of
from codesign.core.kinds.scale import WORKS
from codesign.core.margins import interval
from codesign.core.pool import Blocks, Member, PooledCard, issued, pool, strictest
from codesign.core.session import Session
from codesign.documents.charts import Dots
from codesign.documents.summary.build import (
    CardSummary,
    Summary,
    by_what_is_shown,
    idea_themes_of,
    ideas_of,
    if_one_changed,
    must_be_read,
    said_of,
)
from codesign.documents.summary.ledger import added_up, ledger_of
from codesign.phrases import SIGNS, caveats, label, of_the_count, sentence
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


def build_pool(members: Sequence[Member], blocks: Blocks) -> tuple[Summary, frozenset[str]]:
    """The summary of sessions of which none is a reason not to (`why_not_pooled`), and the block it adds to `blocks`.

    The same members give the same summary, in whatever order they come.
    """
    members = sorted(members, key=lambda member: (-len(member.session.tallies), member.id))
    sessions = [member.session for member in members]
    thresholds, cards = strictest(members), pool(members, blocks)
    quoting = {member.id: replace(member.session, thresholds=thresholds) for member in members}
    summary = Summary(
        title=_same([s.setup.title for s in sessions]) or _(SEVERAL),
        audience=_same([s.setup.audience for s in sessions]),
        answer_by=_same([s.setup.answer_by for s in sessions]),
        months=tuple(sorted({s.setup.day[:7] for s in sessions})),
        marks=tuple(sorted({session.mark for session in sessions if session.mark})),
        records=len(members),
        made_up=sessions[0].setup.made_up,
        region=_same([s.setup.region for s in sessions]),
        caveats=(*caveats(*sessions), *of_the_count(*sessions), *_worded_otherwise(cards)),
        people=_people(sessions),
        thresholds=thresholds,
        cards=tuple(_card(entry, quoting) for entry in cards),
        ideas=tuple(sorted(text for session in quoting.values() for text in ideas_of(session, again=True))),
        idea_themes=tuple(sorted({text for session in quoting.values() for text in idea_themes_of(session, again=True)})),
        ledger=added_up(ledger_of(session, again=True) for session in quoting.values()),
    )
    return summary, issued(cards, blocks)


def _same(texts: Sequence[str]) -> str:
    """What all say; empty where they differ."""
    return texts[0] if len(set(texts)) == 1 else ""


def _people(sessions: Sequence[Session]) -> int | str:
    """Votes in sessions, by each session's largest number of ballots; a range where small sessions are among them, so that no
    two pools tell the size of one."""
    bands = [(s.ballots, s.ballots) if s.ballots >= BIG_GROUP else _BANDS[s.people] for s in sessions]
    low, high = (sum(ends) for ends in zip(*bands, strict=True))
    return low if low == high else f"{low}-{high}"


def _worded_otherwise(cards: Sequence[PooledCard]) -> list[str]:
    """A sentence for each card that was asked in several wordings; an idea of youth is another one in every session."""
    wordings = Counter(next(iter(entry.asked_in.values())) for entry in cards)
    return [
        _("{card} was asked in {n} wordings, which are counted apart.", card=card, n=n)
        for card, n in wordings.items()
        if n > 1 and not is_idea(card)
    ]


def _card(entry: PooledCard, sessions: dict[str, Session]) -> CardSummary:
    card, shown = entry.card, entry.shown
    said = [said_of(sessions[member], asked_as, again=True) for member, asked_as in entry.asked_in.items()]
    return CardSummary(
        card=card,
        shown=shown,
        sentence=pooled_sentence(card, shown),
        quotes=tuple(sorted({quote for quotes, _themes in said for quote in quotes}, key=by_what_is_shown)),
        themes=tuple(sorted({theme for _quotes, themes in said for theme in themes})),
        one_change=if_one_changed(card, shown),
        range=_range(card, shown),
        sessions=_dots(card, entry.sessions),
    )


def pooled_sentence(card: Card, shown: Shown) -> str:
    """All that is shown of a pooled card: the label, the counts and what they cover."""
    told = sentence(card, replace(shown, counts=None, no_answer=None))
    together = shown.together
    if together is None:
        return told
    if shown.counts is not None:
        counts = sentence(card, shown).removeprefix(told).strip()
        told += " " + many("In 1 session: {counts}", "In {n} sessions: {counts}", together.counted, counts=counts)
    words = {option.code: _(option.words) for option in kind_of(card).options(card)}
    for code, sessions in together.nearly_all.items():
        told += " " + many(
            "In 1 session at most two did not say: “{words}”.",
            "In {n} sessions at most two in each did not say: “{words}”.",
            sessions,
            words=words[code],
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


def _dots(card: Card, sessions: Sequence[Shown]) -> tuple[Dots, ...]:
    """Those with the same label together."""
    found = Counter((SIGNS[shown.label], _alone(card, shown)) for shown in sessions)
    order = [*(sign for sign in SIGNS.values() if sign != SIGNS[IN_THE_BOX]), SIGNS[IN_THE_BOX]]
    return tuple(Dots(sign, words, n) for (sign, words), n in sorted(found.items(), key=lambda item: order.index(item[0][0])))


def _alone(card: Card, shown: Shown) -> str:
    if shown.label == IN_THE_BOX:
        return _("Fewer than 5 answered")
    if shown.label != ALL_OR_ALL_BUT_TWO:
        return label(card, shown).rstrip(".")
    words = next(_(option.words) for option in kind_of(card).options(card) if option.code == shown.answer)
    return _("At most two did not say: {words}", words=words)
