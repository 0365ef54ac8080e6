"""What should we ask? The plan that follows from the topics that were picked, and from nothing but what was shown of it."""

from itertools import combinations
from pathlib import Path

import pytest
from msgspec.structs import replace

from codesign.content import read_plan, root
from codesign.content.bank import all_rules
from codesign.content.what_to_ask import FIX_FIRST, IN_EVERY_PLAN, bank
from codesign.core.card import first_edition
from codesign.core.disclosure import Shown
from codesign.core.hour import honest, hour_of
from codesign.core.plan import Plan
from codesign.core.session import Session, Setup
from codesign.core.tally import Tally
from codesign.core.thresholds import Thresholds
from codesign.core.what_to_ask import FEWEST, MOST, picked_most, proposed, topic_cards
from codesign.engine.own_plans import OwnPlans

PLAN = read_plan(root() / "plans" / "what-to-ask.toml")
BANK = bank()


def session(*picked: str, expected: int = 8, ballots: int = 6, told: bool = True) -> Session:
    """After a vote in which all picked the same three of each card, such as "ABC", two by two."""
    tallies = {}
    for card, three in zip(PLAN.cards, picked, strict=True):
        counts = dict.fromkeys("ABCDEF", 0)
        for n in range(ballots):
            for code in list(combinations(three, 2))[n % 3]:
                counts[code] += 1
        tallies[card.id] = Tally(card.id, counts, each=2)
    return Session(
        setup=Setup(title="T", day="2026-11-24", expected=expected),
        thresholds=Thresholds(),
        cards=PLAN.cards,
        tallies=tallies,
        told=tuple(tallies) if told else (),
    )


def plan_of(of: Session) -> Plan | None:
    return proposed(of, BANK, IN_EVERY_PLAN, "What we picked", FIX_FIRST)


def asked(plan: Plan) -> set[str]:
    return {first_edition(rule) for card in plan.cards for rule in card.asks}


def test_every_domain_of_the_rule_bank_is_in_a_topic_and_every_rule_of_it_is_there() -> None:
    about = {rule for card in PLAN.cards for rules in card.about for rule in rules}
    assert about == set(BANK.rules), "also a rule that is new in the bank"
    domains = {rule.domain for rule in all_rules().values() if not rule.retired}
    assert {rule.domain for rule in all_rules().values() if first_edition(rule.id) in about} == domains


def test_the_plan_asks_the_topics_that_lead_easy_first_with_a_pair_and_a_pick_of_two() -> None:
    plan = plan_of(session("ABD", "BCF"))
    assert plan
    kinds = [card.kind for card in plan.cards]
    assert len(kinds) == MOST
    assert (kinds.count("pair"), kinds.count("pick-two"), kinds[-2]) == (1, 1, "pick-two")
    assert plan.purpose == " · ".join(topic.words for topic in picked_most(session("ABD", "BCF")))
    for topic in picked_most(session("ABD", "BCF")):
        assert asked(plan) & set(topic.rules), topic.words
    notes = [bool(card.content_note) for card in plan.cards[:-2]]
    assert notes == sorted(notes), "easy ones first"
    assert first_edition(plan.cards[-1].id) == PLAN.cards[-1].about[-1][0], "and a hopeful one last"
    pick = plan.cards[-2]
    assert {rule for rules in pick.about for rule in rules} <= {rule for card in plan.cards for rule in card.asks}
    assert all(pick.about)


THREES = ["".join(three) for three in combinations("ABCDEF", 3)]


@pytest.mark.parametrize("first", THREES)
def test_whatever_leads_gives_a_plan_that_fits_an_hour(first: str) -> None:
    for second in THREES:
        for expected in (0, 5, 8, 12):
            plan = plan_of(session(first, second, expected=expected))
            assert plan
            assert FEWEST <= len(plan.cards) <= MOST
            assert len({card.id for card in plan.cards}) == len(plan.cards)
            takes = honest(hour_of(plan.minutes), expected or 8, len(plan.cards)).all
            assert takes <= plan.minutes or (plan.minutes == 75 and len(plan.cards) == FEWEST)
            assert "HE-1" in asked(plan) or len(plan.cards) < MOST or len(picked_most(session(first, second))) == 6
            assert not plan.cards[-1].content_note
            assert 4 <= len(plan.cards[-2].options) <= 6


def test_a_card_that_shows_nothing_proposes_nothing() -> None:
    both = session("ABC", "DEF")
    one = replace(both, tallies={**both.tallies, "TOPIC-2": Tally("TOPIC-2", dict.fromkeys("ABCDEF", 0), each=2)})
    assert [topic.words for topic in picked_most(one)] == [option.words for option in PLAN.cards[0].options[:3]]
    plan = plan_of(one)
    assert plan
    assert len(plan.cards) == MOST, "more of the topics that lead"
    assert plan_of(session("ABC", "DEF", ballots=4)) is None
    assert plan_of(session("ABC", "DEF", told=False)) is None, "nor one that was not told yet"


def test_the_plan_follows_from_what_is_shown_and_not_from_how_many_came(monkeypatch: pytest.MonkeyPatch) -> None:
    assert plan_of(session("ABC", "DEF", ballots=6)) == plan_of(session("ABC", "DEF", ballots=9))
    shown = {card_id: session("ABC", "DEF").shown(card_id) for card_id in ("TOPIC-1", "TOPIC-2")}
    other = session("DEF", "ABC", ballots=9)
    assert plan_of(other) != plan_of(session("ABC", "DEF"))

    def as_shown(_self: Session, card_id: str) -> Shown:
        return shown[card_id]

    monkeypatch.setattr(Session, "shown", as_shown)
    assert plan_of(other) == plan_of(session("ABC", "DEF"))


@pytest.mark.parametrize("name", ["starter", "private-life", "safety-and-support", "fifteen-minutes"])
def test_what_matters_most_among_the_rules_of_a_session_is_no_topic(name: str) -> None:
    assert topic_cards(PLAN.cards) == PLAN.cards
    assert topic_cards(read_plan(root() / "plans" / f"{name}.toml").cards) == ()


def test_the_proposed_plan_is_a_plan_file_like_any(tmp_path: Path) -> None:
    plan = plan_of(session("ABD", "BCF"))
    assert plan
    _plan, path = OwnPlans(tmp_path, {}).save(plan, None)
    assert read_plan(path).cards == plan.cards
