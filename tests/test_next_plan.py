"""The next plan starts from the rules that were adopted: they stand on its cards as the rule today."""

from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hostile import HOSTILE
from msgspec.structs import replace
from test_rules_command import told

from codesign.cli import main
from codesign.content import plan_text, read_plan
from codesign.content.cards import PlanCard, bank_cards, card_of
from codesign.core.card import Card
from codesign.core.errors import CodesignError
from codesign.core.kinds.choice import SOMETHING_ELSE, choice_options
from codesign.core.next_plan import plan_of, with_rules_today
from codesign.core.plan import Plan
from codesign.core.plan_draft import Draft
from codesign.core.policy_team.adopted import asks_of
from codesign.core.text import RULE_LIMIT, clean
from codesign.engine import Engine
from codesign.engine.own_plans import free_name, put_plan
from codesign.store.shelf import peek


def new(engine: Engine, name: str, *records: Path) -> Result:
    named = [part for record in records for part in ("--from", str(record))]
    return CliRunner().invoke(main, ["--data", str(engine.places.data), "plans", "new", name, *named])


def test_the_next_plan_says_what_was_adopted(engine: Engine, tmp_path: Path) -> None:
    path = told(engine, tmp_path, "yes", "yes, with changes", "no", "yes")
    done = new(engine, "spring", path)
    assert done.exit_code == 0, done.stderr
    plan = engine.plan("spring")
    before = peek(path)
    assert [card.id for card in plan.cards] == [card.id for card in before.cards]
    assert (plan.title, plan.region, plan.hour) == (before.setup.title, before.setup.region, before.setup.steps)
    first, changed, refused, last = plan.cards
    assert first.today == f"{first.rule} 9 pm."
    assert (changed.today, refused.today, last.today) == ("", "", last.rule)
    assert "today" in Path(done.stdout.strip()).read_text("utf-8")
    again = new(engine, "spring", path)
    assert again.exit_code == 1
    assert "There is a plan “spring” already" in again.stderr


@pytest.mark.parametrize("name", ["../x", "a/b", "", "x" * 41, "é", "plan.toml", "starter", "CON", "nul", "Com1", "lpt9"])
def test_a_name_that_is_none_or_is_taken_is_refused(engine: Engine, tmp_path: Path, name: str) -> None:
    refused = new(engine, name, told(engine, tmp_path, "yes"))
    assert refused.exit_code == 1
    assert "othing was written" in refused.stderr


def test_a_plan_of_the_title_aux_was_no_file_on_windows(engine: Engine, tmp_path: Path) -> None:
    plan = replace(engine.plan("starter"), name="", title="Aux")
    assert engine.own_plans.save(plan, None)[1].name == "plan-aux.toml"
    assert [path.name for path in engine.own_plans.share(plan, tmp_path)] == ["plan-aux.toml"]
    assert free_name("Console", ()) == "console"


def test_a_folder_of_plans_that_could_not_be_made_was_a_crash(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "stick").write_text("A file.")
    plan = replace(engine.plan("starter"), name="spring")
    with pytest.raises(CodesignError, match="Not saved in"):
        put_plan(plan, "Of a test.", (), tmp_path / "stick" / "plans")


def test_what_is_promised_for_a_later_day_says_so_until_then(engine: Engine, tmp_path: Path) -> None:
    path = told(engine, tmp_path, "yes")
    with engine.open(path) as opened:
        taken = opened.look_at_decisions(next((tmp_path / path.stem).glob("back.csv")))
        opened.keep_decisions(replace(taken, decisions=tuple(replace(d, by_when="2026-12-24") for d in taken.decisions)))
    plan = engine.plan("fifteen-minutes")
    for day, begins in ((date(2026, 12, 23), "By December 24, 2026: When"), (date(2026, 12, 24), "When")):
        today = Engine(engine.places, lambda day=day: day).with_rules_today(plan, "ELM HOUSE").cards[0].today
        assert today.startswith(begins)
    assert engine.with_rules_today(plan, "Oak house") == plan, "another house's rules are no rules here"


def test_every_rule_of_the_bank_is_named_by_its_id_and_read_back_as_it_was(tmp_path: Path) -> None:
    cards = bank_cards()
    plan = Plan(name="all", title="All", purpose="", minutes=60, cards=cards, region="en-US")
    text, left_out = plan_text(plan, "All of it.")
    assert left_out == ()
    assert "words =" not in text
    (tmp_path / "all.toml").write_text(text, encoding="utf-8")
    assert read_plan(tmp_path / "all.toml") == plan


ROOMS = [
    PlanCard(rule="PH-2", room="how-only", fixed="the lease"),
    PlanCard(rule="MS-1.3", room="open"),
    PlanCard(rule="MS-1.3", room="needs-money", fixed="acting on clear danger"),
    PlanCard(rule="MS-1.3", fixed="a contract", before_vote="Name who is in charge."),
    PlanCard(id="OWN-1", words="Doors are locked at night.", room="how-only", fixed="the lease"),
    PlanCard(kind="agreement", id="OWN-1", words="Doors are locked at night.", against="Late shifts wait.", before_vote="Ask."),
    PlanCard(kind="pair", pair=["OWN-1", "OWN-2"], options=["Doors are locked.", "Doors are open."], pointers=["P4"]),
    PlanCard(kind="pair", pair=["OWN-1", "OWN-2"], options=["One.", "Two."], option_good=["Calm.", "Free."], today="Two."),
]


@pytest.mark.parametrize("written", ROOMS)
def test_a_card_of_which_a_plan_said_what_is_fixed_was_left_out_of_the_next(tmp_path: Path, written: PlanCard) -> None:
    plan = Plan(name="fixed", title="Fixed", purpose="", minutes=60, cards=(card_of(written),))
    text, left_out = plan_text(plan, "What is fixed.")
    assert left_out == ()
    (tmp_path / "fixed.toml").write_text(text, encoding="utf-8")
    assert read_plan(tmp_path / "fixed.toml") == plan


@pytest.mark.parametrize("words", HOSTILE)
def test_any_words_of_a_rule_are_read_back_as_they_were(tmp_path: Path, words: str) -> None:
    said = clean(words, RULE_LIMIT) or "x"
    cards = (
        Card(id="OWN-1", kind="scale", rule=said, today=said, good=said, pointers=("P1",), room="open"),
        Card(id="OWN-2", kind="choice", rule=said, options=choice_options(["One", f"{said} 2", SOMETHING_ELSE])),
    )
    plan = Plan(name="own", title="Own", purpose=said, minutes=60, cards=cards)
    text, left_out = plan_text(plan, "A comment\nof two lines")
    assert left_out == ()
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    assert read_plan(tmp_path / "own.toml") == plan


def test_a_rule_that_youth_wrote_has_a_name_of_its_own_and_stays_the_same_rule(engine: Engine, tmp_path: Path) -> None:
    session = peek(told(engine, tmp_path, "yes"))
    idea = Card(id="IDEA-1", kind="scale", rule="Knock first.")
    with_idea = replace(session, cards=(*session.cards, idea, replace(idea, id="OWN-1", rule="Other.")))
    plan = plan_of(with_idea, "next")
    (own,) = [card for card in plan.cards if card.rule == idea.rule]
    assert own.id == "OWN-2"
    assert with_rules_today(plan, {asks_of(idea): "We knock."}).cards[-2].today == "We knock."


def test_an_idea_took_the_id_of_a_wording_of_a_pair_of_the_plans_own(engine: Engine, tmp_path: Path) -> None:
    """In no mix of own pairs, own rules and ideas share two cards an id or a wording's id, or are taken for one rule."""
    session = peek(told(engine, tmp_path, "yes"))
    pairs = [PlanCard(kind="pair", pair=[f"OWN-{n}", f"OWN-{n + 1}"], options=[f"One {n}.", f"Two {n}."]) for n in (1, 4)]
    rules = [PlanCard(id=rule_id, words=f"Words of {rule_id}.") for rule_id in ("OWN-3", "OWN-6.2", "OWN-8")]
    some = [*map(card_of, [*pairs, *rules]), *(Card(id=f"IDEA-{n}", kind="scale", rule=f"Idea {n}.") for n in (1, 2))]
    for size in range(1, len(some) + 1):
        for mix in combinations(some, size):
            plan = plan_of(replace(session, cards=mix), "next")
            own = card_of(PlanCard(id=Draft(plan).free_ids(1)[0], words="One more."))
            for one, other in combinations((*plan.cards, own), 2):
                assert not {one.id, *one.asks} & {other.id, *other.asks}, [card.id for card in plan.cards]
                assert not asks_of(one) & asks_of(other), [card.id for card in plan.cards]


def test_newer_words_of_a_rule_are_the_same_rule() -> None:
    old, now = (Card(id=i, kind="scale", rule=f"Words of {i}") for i in ("SM-1", "SM-1.2"))
    assert asks_of(old) & asks_of(now)
    assert not asks_of(old) & asks_of(replace(now, id="SM-12"))
