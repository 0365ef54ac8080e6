"""Which rules hold after the answers: the newest answer of each, and nothing guessed where nobody said how it reads."""

import itertools

import pytest
from msgspec.structs import replace

from codesign.core.card import Card, Option
from codesign.core.kinds import kind_of
from codesign.core.kinds.choice import choice_options
from codesign.core.kinds.pair import QUESTION, pair_options
from codesign.core.policy_team.adopted import OurRules, our_rules
from codesign.core.policy_team.decisions import Answer, Decision
from codesign.core.session import Session, Setup
from codesign.core.tally import Tally
from codesign.core.thresholds import Thresholds

SCALE = Card(id="PH-1", kind="scale", rule="Phones stay with you.")
OTHER = Card(id="WF-1", kind="scale", rule="Wi-Fi is on all day.")
CHOICE = Card(id="PH-2", kind="choice", rule="Silent from when?", options=choice_options(["9 pm", "10 pm", "Something else"]))
PAIR = Card(
    id="PH-1+ZT-1", kind="pair", rule=QUESTION, options=pair_options(Option("PH-1", "You keep it."), Option("ZT-1", "None."))
)
TWO = Card(id="MM-1", kind="pick-two", rule="Which two first?", options=choice_options(["A", "B", "C", "D"]))
IDEA = Card(id="IDEA-1", kind="scale", rule="Knock first.")
YES = {"answer": "yes"}
FOR, AGAINST = (6, 1, 1), (1, 1, 6)


def session(
    *cards: tuple[Card, tuple[int, ...]], day: str = "2026-05-02", title: str = "Elm", **answers: dict[str, str]
) -> Session:
    """A session told, with the answers to its cards by id ("_" for a sign that no name can have)."""
    tallies = {
        card.id: Tally(card.id, dict(zip([o.code for o in kind_of(card).options(card)], counts, strict=True)))
        for card, counts in cards
    }
    decisions = []
    for card, _counts in cards:
        if said := answers.get(card.id.replace("-", "_").replace("+", "__")):
            decisions.append(Decision(card=card.id, **said))  # type: ignore[arg-type]
    return Session(
        setup=Setup(title="Elm", day=day, audience="Maria", answer_by="2026-12-24"),
        thresholds=Thresholds(),
        cards=tuple(card for card, _counts in cards),
        tallies=tallies,
        told=tuple(tallies),
        decisions=tuple(decisions),
    )


def told(*sessions: Session) -> dict[str, str]:
    """Rule -> how it stands there: its words, or why it can't be written."""
    found = our_rules(sessions)
    return {
        rule.card.id: rule.unwritten or rule.decision.reads or (rule.options[0].words if rule.options else rule.card.rule)
        for rule in found.rules
    }


@pytest.mark.parametrize(
    ("card", "counts", "answer", "reads", "stands"),
    [
        (SCALE, FOR, "yes", "", SCALE.rule),
        (SCALE, FOR, "yes", "At night too.", "At night too."),
        (SCALE, AGAINST, "yes", "", SCALE.rule),
        (SCALE, FOR, "changes", "", "changes"),
        (SCALE, FOR, "changes", "At night too.", "At night too."),
        *((SCALE, FOR, answer, "Reads.", None) for answer in ("no", "not-now")),
        *((CHOICE, (0, 7, 1), answer, "10 pm", None) for answer in ("no", "not-now")),
        (CHOICE, (0, 7, 1), "yes", "", "10 pm"),
        (CHOICE, (0, 7, 1), "changes", "", "changes"),
        (CHOICE, (3, 3, 2), "yes", "", "which"),
        (CHOICE, (1, 0, 7), "yes", "", "which"),
        (CHOICE, (3, 3, 2), "yes", "11 pm", "11 pm"),
        (PAIR, (7, 1, 0, 0), "yes", "", "You keep it."),
        (PAIR, (1, 1, 6, 0), "yes", "", "which"),
        (TWO, (6, 6, 2, 2), "yes", "", None),
        (TWO, (6, 6, 2, 2), "yes", "Phones come first.", "Phones come first."),
    ],
)
def test_a_rule_is_as_the_team_wrote_it_or_not_guessed(
    card: Card, counts: tuple[int, ...], answer: Answer, reads: str, stands: str | None
) -> None:
    answers = {card.id.replace("-", "_").replace("+", "__"): {"answer": answer, "reads": reads}}
    assert told(session((card, counts), **answers)) == ({card.id: stands} if stands else {})


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_newest_answer_counts_in_whatever_order_the_records_are_named(order: tuple[int, ...]) -> None:
    sessions = [
        session((SCALE, FOR), day="2026-01-05", PH_1={"answer": "yes", "reads": "First."}),
        session((SCALE, FOR), (OTHER, FOR), day="2026-05-05", PH_1={"answer": "yes", "reads": "Second."}, WF_1=YES),
        session((SCALE, FOR), (OTHER, FOR), day="2026-09-05"),
    ]
    found = our_rules([sessions[n] for n in order])
    assert {rule.card.id: rule.decision.reads for rule in found.rules} == {"PH-1": "Second.", "WF-1": ""}
    assert (found.answered_again, found.open, found.not_now) == (True, 0, 0)
    assert [month for _title, month in found.sessions] == ["2026-01", "2026-05", "2026-09"]


def test_of_two_on_one_day_the_one_named_last_counts() -> None:
    one, two = (session((SCALE, FOR), PH_1={"answer": "yes", "reads": words}) for words in ("One.", "Two."))
    assert told(one, two) == {"PH-1": "Two."}
    assert told(two, one) == {"PH-1": "One."}


def test_a_rule_alone_and_in_a_pair_is_one_rule() -> None:
    alone = session((SCALE, FOR), day="2026-01-05", PH_1=YES)
    pair = session((PAIR, (1, 7, 0, 0)), day="2026-05-05", PH_1__ZT_1=YES)
    assert told(alone, pair) == {"PH-1+ZT-1": "None."}
    assert told(replace(alone, setup=replace(alone.setup, day="2026-09-01")), pair) == {"PH-1": SCALE.rule}


@pytest.mark.parametrize("answer", ["no", "not-now"])
def test_what_was_adopted_and_then_answered_no_is_neither_kept_nor_dropped_in_silence(answer: Answer) -> None:
    before = session((SCALE, FOR), day="2026-01-05", PH_1=YES)
    after = session((SCALE, FOR), day="2026-05-05", PH_1={"answer": answer})
    assert told(before, after) == {"PH-1": "again"}
    yes = session((SCALE, FOR), day="2026-09-05", PH_1={"answer": "yes", "reads": "Now."})
    assert told(before, after, yes) == {"PH-1": "Now."}
    assert our_rules([after]).not_now == 1


def test_ideas_of_two_groups_are_two_rules_and_the_same_idea_is_one() -> None:
    first = session((IDEA, FOR), day="2026-01-05", IDEA_1=YES)
    other = session((replace(IDEA, rule="Lights out."), FOR), day="2026-05-05", IDEA_1=YES)
    assert [rule.card.rule for rule in our_rules([first, other]).rules] == ["Lights out.", "Knock first."]
    same = session((IDEA, FOR), day="2026-05-05", IDEA_1={"answer": "yes", "reads": "We knock."})
    assert [rule.decision.reads for rule in our_rules([first, same]).rules] == ["We knock."]


def test_what_has_no_answer_is_counted_once_and_not_where_an_earlier_session_has_one() -> None:
    one = session((SCALE, FOR), (OTHER, FOR), day="2026-01-05", PH_1=YES)
    two = session((SCALE, FOR), (OTHER, FOR), (CHOICE, (3, 3, 2)), day="2026-05-05", PH_2={"answer": "no"})
    found = our_rules([one, two])
    assert (found.open, found.not_now, len(found.rules)) == (1, 1, 1)


def test_nothing_of_a_vote_is_in_it() -> None:
    """Whoever only reads the rules learns nothing of how the group voted on a rule."""

    def rules(counts: tuple[int, ...]) -> OurRules:
        return our_rules([session((SCALE, counts), PH_1={"answer": "yes", "because": "It works."})])

    assert len({repr(rules(counts)) for counts in (FOR, AGAINST, (3, 2, 3), (1, 1, 1), (14, 0, 0), (20, 20, 20))}) == 1


def test_rules_on_broken_rules_are_known_alone_and_in_a_pair() -> None:
    found = our_rules([session((SCALE, FOR), (OTHER, FOR), PH_1=YES, WF_1=YES)], {"WF-1"})
    assert [rule.when_broken for rule in found.rules] == [False, True]
    found = our_rules([session((PAIR, (7, 1, 0, 0)), PH_1__ZT_1=YES)], {"PH-1"})
    assert [rule.when_broken for rule in found.rules] == [True]
