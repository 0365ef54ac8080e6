"""What should we ask? From what young people picked in a first session, the plan of the next one.

It depends on nothing but what their session showed: a card that shows nothing proposes nothing, and how many cards there is
time for follows from how many people set-up expected, never from how many came.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from codesign.core.card import Card, first_edition
from codesign.core.hour import honest, hour_of, room_for
from codesign.core.kinds import kind_of, pick_two
from codesign.core.kinds.choice import choice_options
from codesign.core.plan import Plan
from codesign.core.session import Session

FEWEST, MOST = 6, 8
"""Cards of a proposed plan, the pick of two among them."""
_SHORT, _LONG = 60, 75
"""Minutes that a proposed plan may take."""
_USUAL = 8
"""People, where nobody said how many."""


class Topic(Struct, frozen=True):
    """Something that can be picked."""

    words: str
    rules: tuple[str, ...]
    """Ids of the rules that it is about, in their first edition; the one to ask first first."""


class Bank(Struct, frozen=True):
    """The cards that can be asked, each by the first edition of its rule."""

    rules: Mapping[str, Card]
    pairs: Mapping[str, Card]
    """The rule against another wording."""


def topic_cards(cards: Sequence[Card]) -> tuple[Card, ...]:
    """The cards on which topics are picked: each pick of two that is about rules which are not on these cards."""
    asked = {first_edition(rule) for card in cards for rule in card.asks}
    picks = (card for card in cards if card.kind == pick_two.PickTwo.name and card.about)
    return tuple(card for card in picks if not asked & {first_edition(rule) for rules in card.about for rule in rules})


def _topics_of(card: Card) -> dict[str, Topic]:
    return {
        option.code: Topic(option.words, tuple(map(first_edition, rules)))
        for option, rules in zip(card.options, card.about, strict=False)
    }


def picked_most(session: Session) -> tuple[Topic, ...]:
    """What the session showed to be picked most, of every card in turn; empty where it showed nothing or was not told yet."""
    of_each = []
    for card in topic_cards(session.cards):
        shown = session.shown(card.id)
        if card.id in session.told and shown.speaks:
            codes, counts = kind_of(card).named(shown.answer or ""), shown.counts or {}
            topics = _topics_of(card)
            of_each.append([topics[code] for code in sorted(codes, key=lambda code: -counts.get(code, 0)) if code in topics])
    longest = max(map(len, of_each), default=0)
    return tuple(topics[n] for n in range(longest) for topics in of_each if n < len(topics))


def proposed(session: Session, bank: Bank, always: Sequence[str], title: str, question: str) -> Plan | None:
    """The plan of the next session; None where nothing was shown. `always` are rules that belong in every plan where there is
    room; `title` is the plan's, and `question` that of its pick of two."""
    most = picked_most(session)
    if not most:
        return None
    topics = [topic for card in topic_cards(session.cards) for topic in _topics_of(card).values()]
    people = session.setup.expected or _USUAL
    cards = _cards(most, topics, bank, always, room_for(hour_of(_LONG), people, FEWEST, MOST), question)
    return Plan(
        name="",
        title=title,
        purpose=" · ".join(topic.words for topic in most),
        minutes=_SHORT if honest(hour_of(_SHORT), people, len(cards)).all <= _SHORT else _LONG,
        cards=cards,
        thresholds=session.thresholds,
        language=session.setup.language,
        region=session.setup.region,
    )


def _cards(
    most: Sequence[Topic], topics: Sequence[Topic], bank: Bank, always: Sequence[str], count: int, question: str
) -> tuple[Card, ...]:
    """So many cards: easy ones first, a pair, then those with a content note, a pick of two, and a hopeful one last."""
    last = topics[-1].rules[0]
    ids = [rule for rule in _wanted(most, last, always, count) if rule in bank.rules][: count - 1]
    paired = _one_in_a_pair(most, bank, last)
    if paired and paired not in ids:  # in place of another rule on its topic
        topic = next(topic for topic in most if paired in topic.rules)
        ids = [paired if rule == next((r for r in ids if r in topic.rules), "") else rule for rule in ids]
    chosen = {rule: bank.pairs[rule] if rule == paired else bank.rules[rule] for rule in ids}
    middle = sorted((rule for rule in ids if rule != last), key=lambda rule: (bool(chosen[rule].content_note), rule == paired))
    closing = [chosen[last]] if last in chosen else []
    return (*(chosen[rule] for rule in middle), _pick_two(most, topics, chosen, question), *closing)


def _wanted(most: Sequence[Topic], last: str, always: Sequence[str], count: int) -> tuple[str, ...]:
    """Ids in the order in which there is room for them, each once: one of every topic that was picked most, the last one, those
    that belong in every plan, and then more of the topics."""
    firsts = [topic.rules[0] for topic in most if topic.rules]
    more = [topic.rules[n] for n in range(1, count) for topic in most if n < len(topic.rules)]
    return tuple(dict.fromkeys([*firsts[: count - 2], last, *always, *more]))


def _one_in_a_pair(most: Sequence[Topic], bank: Bank, last: str) -> str:
    """The rule that is put against another wording; empty where none of these topics has such a rule."""
    found = [(n, rule) for topic in most for n, rule in enumerate(topic.rules) if rule in bank.pairs and rule != last]
    return min(found, key=lambda item: item[0])[1] if found else ""


def _pick_two(most: Sequence[Topic], topics: Sequence[Topic], chosen: Mapping[str, Card], question: str) -> Card:
    """Which of the topics of this plan to do first."""
    here = [topic for topic in topics if any(rule in chosen for rule in topic.rules)]
    if len(here) < pick_two.FEWEST:
        others = sorted((topic for topic in topics if topic not in here), key=lambda topic: topic not in most)
        here += others[: pick_two.FEWEST - len(here)]
    asked = sorted(sorted(here, key=lambda topic: topic not in most)[: pick_two.MOST], key=topics.index)
    return Card(
        id="TOP-2",
        kind=pick_two.PickTwo.name,
        rule=question,
        options=choice_options([topic.words for topic in asked]),
        about=tuple(_asked_as(topic, chosen) for topic in asked),
        pointers=("P1",),
    )


def _asked_as(topic: Topic, chosen: Mapping[str, Card]) -> tuple[str, ...]:
    """The ids under which a plan asks the rules of a topic; of a pair that of the rule, not of its other wording."""
    asked = ((rule, rule_id) for rule in topic.rules if rule in chosen for rule_id in sorted(chosen[rule].asks))
    return tuple(rule_id for rule, rule_id in asked if first_edition(rule_id) == rule)
