"""How rules of the bank read against a sentence of a program's own policy."""

import pytest

from codesign.content.bank import beside
from codesign.content.cards import card_of, newest_of
from codesign.content.plan_text import as_plan_card
from codesign.content.today import beside_today
from codesign.core.policy.pairs import TodaysPair, is_uneven, says_what_follows
from codesign.core.policy.partners import _PARTNERS
from codesign.core.policy.words import SAYS_END, SAYS_REVIEW, SAYS_WHY

WORDINGS = [
    (rule.id, words)
    for known in sorted({known for known, _ in _PARTNERS if known})
    if (rule := newest_of(known))
    for words in beside(rule.id)
]


def test_every_partner_has_a_short_and_a_longer_wording() -> None:
    for rule_id in {rule_id for rule_id, _words in WORDINGS}:
        short, longer = (len(words.split()) for words in beside(rule_id))
        assert short < 16 < longer < 24, rule_id
    assert len(WORDINGS) == 2 * len({known for known, _ in _PARTNERS if known})


@pytest.mark.parametrize("said", [SAYS_WHY, SAYS_END, SAYS_REVIEW])
def test_each_says_why_until_when_and_who_looks_again(said: object) -> None:
    assert [words for _rule, words in WORDINGS if not said.search(words)] == []  # type: ignore[attr-defined]


def test_only_those_on_broken_rules_name_what_follows() -> None:
    assert {rule_id for rule_id, words in WORDINGS if says_what_follows(words)} == {"CN-1", "CN-2.2", "CN-4.3"}


@pytest.mark.parametrize(
    "today",
    [
        "All phones are handed in by 10 pm.",
        "All residents turn in their cell phones to the front desk by 9:30 p.m. on school nights, and by 11 on weekends.",
    ],
)
def test_the_wording_of_about_the_same_length_is_taken_and_a_plan_keeps_it(today: str) -> None:
    rule = newest_of("PH-1")
    assert rule
    card = beside_today(1, TodaysPair(today, rule))
    assert card.kind == "pair"
    assert card.options[1].words in beside(rule.id)
    assert not is_uneven(today, card.options[1].words) or len(today.split()) < 9
    kept = as_plan_card(card)
    assert kept.options == [card.options[1].words]
    assert card_of(kept) == card
