"""Editions of the rule bank: what a plan or a record of an earlier one names is found as it was, and is not offered again."""

import tomllib
from pathlib import Path

import pytest

from codesign.content import bank_cards
from codesign.content.cards import PlanCard, _bank_card, _pair_card, _rules

DATA = Path(__file__).parent.parent / "data"
FIRST = {row["id"]: row for row in tomllib.loads((DATA / "first-edition" / "rules.toml").read_text("utf-8"))["rule"]}
"""The rule bank as it was when the first sessions were held."""
VOTED_ON = ("kind", "rule", "pair_rule", "options")
"""What a vote is a vote on."""


@pytest.mark.parametrize("rule_id", FIRST)
def test_a_rule_of_the_first_edition_had_other_words_when_its_plan_was_read_again(rule_id: str) -> None:
    before, now = FIRST[rule_id], _rules()[rule_id]
    assert {name: getattr(now, name) for name in VOTED_ON} == {
        name: before.get(name, type(getattr(now, name))()) for name in VOTED_ON
    }
    if now.retired:
        for name in ("why", "good", "risk", "content_note", "room"):
            assert getattr(now, name) == before.get(name, ""), name
    if before["kind"] != "pair":
        assert _bank_card(PlanCard(rule=rule_id)).rule == before["rule"]
    if pair := before.get("pair"):
        words = [before.get("pair_rule", before["rule"]), FIRST[pair].get("pair_rule", FIRST[pair]["rule"])]
        assert [option.words for option in _pair_card(PlanCard(pair=[rule_id, pair])).options[:2]] == words


def test_a_retired_rule_was_offered_beside_its_newer_words() -> None:
    retired = {rule.id for rule in _rules().values() if rule.retired}
    offered = bank_cards()
    assert not retired & {rule_id for card in offered for rule_id in card.asks}
    assert {rule_id for card in offered for rule_id in card.asks} == set(_rules()) - retired


def test_a_rule_that_was_changed_says_so_in_its_id() -> None:
    """SM-1.2 has the words that came after those of SM-1, which are still there."""
    rules = _rules()
    for rule in rules.values():
        root, _, edition = rule.id.partition(".")
        if edition:
            assert edition == "2"
            assert rules[root].retired
            assert (rule.kind, rule.rule, rule.pair_rule, rule.options) != tuple(getattr(rules[root], n) for n in VOTED_ON)
        if rule.retired:
            assert rule.id in FIRST
