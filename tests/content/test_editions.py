"""Editions of the rule bank: what a plan or a record of an earlier one names is found as it was, and is not offered again."""

import re
import tomllib
from collections import Counter
from pathlib import Path
from textwrap import wrap
from typing import Any

import pytest
from for_each import for_each

from codesign.content import bank_cards
from codesign.content.bank import BankRule, all_rules
from codesign.content.cards import PlanCard, _bank_card, _pair_card
from codesign.content.today import _bank_ids
from codesign.core.card import POINTERS
from codesign.core.kinds.pair import EARLIER_QUESTION, QUESTION
from codesign.course.shared_words import only_in_english
from codesign.phrases.on_a_card import what_can_change
from codesign.words import _, speaking

DATA = Path(__file__).parent.parent / "data"


def edition(name: str) -> dict[str, dict[str, Any]]:
    """The rule bank as it was when sessions were held with it."""
    return {row["id"]: row for row in tomllib.loads((DATA / f"{name}-edition" / "rules.toml").read_text("utf-8"))["rule"]}


BANKS = {name: edition(name) for name in ("first", "second", "third")}
"""Of the third those rules alone that were changed since, and what they stood against."""
FIRST, SECOND, THIRD = BANKS.values()
EVER = [(name, rule_id) for name, bank in BANKS.items() for rule_id in bank]
VOTED_ON = ("kind", "rule", "pair_rule", "options")
"""What a vote is a vote on."""


@for_each(EVER)
def test_a_rule_of_an_earlier_edition_had_other_words_when_its_plan_was_read_again(of: tuple[str, str]) -> None:
    bank, rule_id = BANKS[of[0]], of[1]
    before, now = bank[rule_id], all_rules()[rule_id]
    assert {name: getattr(now, name) for name in VOTED_ON} == {
        name: before.get(name, type(getattr(now, name))()) for name in VOTED_ON
    }
    if now.retired and not (bank is FIRST and rule_id in SECOND):
        for name in ("why", "good", "against", "risk", "content_note", "room", "fixed", "picks"):
            assert getattr(now, name) == before.get(name, ""), name
    if before["kind"] != "pair":
        assert _bank_card(PlanCard(rule=rule_id)).rule == before["rule"]
    if pair := before.get("pair"):
        words = [before.get("pair_rule", before["rule"]), bank[pair].get("pair_rule", bank[pair]["rule"])]
        card = _pair_card(PlanCard(pair=[rule_id, pair]))
        assert [option.words for option in card.options[:2]] == words
        assert card.rule == (EARLIER_QUESTION if bank is FIRST else QUESTION)


def test_a_retired_rule_was_offered_beside_its_newer_words() -> None:
    retired = {rule.id for rule in all_rules().values() if rule.retired}
    offered = bank_cards()
    assert not retired & {rule_id for card in offered for rule_id in card.asks}
    assert {rule_id for card in offered for rule_id in card.asks} == set(all_rules()) - retired


def test_a_rule_that_was_changed_says_so_in_its_id() -> None:
    """SM-1.2 has the words that came after those of SM-1, which are still there."""
    rules = all_rules()
    for rule in rules.values():
        root, _, number = rule.id.partition(".")
        if number:
            earlier = rules[root if number == "2" else f"{root}.{int(number) - 1}"]
            assert earlier.retired
            assert (rule.kind, rule.rule, rule.pair_rule, rule.options) != tuple(getattr(earlier, n) for n in VOTED_ON)
        if rule.retired:
            assert rule.id in {*FIRST, *SECOND, *THIRD}
            assert f"{root}.{int(number or 1) + 1}" in rules


# What the newest edition holds to

NOW = [rule for rule in all_rules().values() if not rule.retired]
ASKED = [rule for rule in NOW if rule.kind != "pair"]
PAIRS = [(rule, all_rules()[rule.pair]) for rule in NOW if rule.kind == "pair"]


def words(text: str) -> int:
    return len(text.split())


@for_each(NOW)
def test_three_reasons_for_a_rule_and_none_against_it(rule: BankRule) -> None:
    """What it costs is told as fully as what it is good for, of the rule and of each option that says either."""
    assert rule.good
    assert abs(words(rule.good) - words(rule.against)) <= 2
    assert len(rule.option_good) == len(rule.option_against)
    assert len(rule.option_good) in (0, len(rule.options) - 1), "all but “Something else”"
    for good, against in zip(rule.option_good, rule.option_against, strict=True):
        assert good
        assert abs(words(good) - words(against)) <= 2


@for_each(ASKED)
def test_nobody_was_told_what_of_a_rule_is_fixed(rule: BankRule) -> None:
    assert rule.room in ("open", "how-only", "needs-money")
    assert bool(rule.fixed) == (rule.room == "how-only")
    assert rule.check or rule.before_vote, "the staff hear what to find out first"
    with speaking("en"):
        assert len(what_can_change(_bank_card(PlanCard(rule=rule.id)))) <= 72


FOR_WHO_LEADS = re.compile(r"\bvote|\bsession|\bSay |[Ll]eave (this|out)|before you |[Dd]o not offer|add “|\bthe room\b")


@for_each(NOW)
def test_the_policy_team_read_what_the_facilitator_should_say_or_do(rule: BankRule) -> None:
    """What whoever decides must know, and what is done or said before the vote, are two texts."""
    assert not FOR_WHO_LEADS.search(rule.check)


@pytest.mark.parametrize(("strict", "gentle"), PAIRS, ids=lambda rule: rule.id)
def test_a_pair_was_a_straw_man(strict: BankRule, gentle: BankRule) -> None:
    """As long as each other in what is proposed, in what it is good for and in what it costs; each points at the other."""
    assert gentle.pair == strict.id
    for one, other in ((strict.rule, gentle.pair_rule), (strict.good, gentle.good), (strict.against, gentle.against)):
        assert abs(words(one) - words(other)) <= 2
    first, second, *_rest = _pair_card(PlanCard(pair=[strict.id, gentle.id])).options
    assert all((first.good, first.against, second.good, second.against))


def test_every_pointer_and_every_kind_of_plan_is_asked_about() -> None:
    served = Counter(pointer for rule in ASKED for pointer in rule.pointers)
    assert set(served) == set(POINTERS)
    assert min(served.values()) >= 8
    plans = {"supervised": "IP-5", "time of day": "IP-6", "length of time": "IP-7", "a limit because of danger": "IP-8"}
    assert all("P6" in all_rules()[rule_id].pointers for rule_id in plans.values())


def test_no_card_of_the_bank_was_half_in_another_language() -> None:
    assert only_in_english(bank_cards(), "es") == []


def test_a_list_of_what_options_are_good_for_says_so_of_the_option_it_stands_beside() -> None:
    card = _bank_card(PlanCard(rule="CN-5"))
    assert [(option.code, bool(option.good), bool(option.against)) for option in card.options] == [
        *((code, True, True) for code in "ABCD"),
        ("E", False, False),
    ]


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_rule_and_what_can_change_of_it_stand_on_a_card_without_a_key(language: str) -> None:
    """At 80 and at 60 columns; at 40 a long rule is read on, and what can change stands with more about the card."""
    long = {}
    with speaking(language):
        for card in bank_cards():
            for columns, most in ((66, 5), (56, 6)):
                rows = sum(len(wrap(text, columns)) for text in (_(card.rule), what_can_change(card)))
                if rows > most:
                    long[card.id] = (columns, rows)
    assert long == {}


def test_the_ids_that_are_read_without_the_rest_are_those_of_all_rules() -> None:
    assert _bank_ids() == set(all_rules())
