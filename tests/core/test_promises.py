"""What became of promises: what days can tell, what staff say, and what a later answer takes back."""

import itertools

import pytest
from msgspec.structs import replace

from codesign.core.policy_team.decisions import Answer, Decision
from codesign.core.policy_team.promises import Promises, State

YES = Decision(card="A", answer="yes", by_when="2026-12-24")


@pytest.mark.parametrize(
    ("by_when", "today", "state"),
    [
        ("2026-12-24", "2026-12-23", "waits"),
        ("2026-12-24", "2026-12-24", "waits"),
        ("2026-12-24", "2026-12-25", "late"),
        ("2026-12", "2026-12-31", "waits"),
        ("2026-12", "2027-01-01", "late"),
        ("", "2030-01-01", "no-day"),
        ("soon", "2030-01-01", "no-day"),
        ("03/12/2026", "2030-01-01", "no-day"),
    ],
)
def test_a_promise_is_late_once_its_day_has_passed_and_nobody_said_more(by_when: str, today: str, state: State) -> None:
    for answer in ("yes", "changes"):
        decision = replace(YES, answer=answer, by_when=by_when)
        assert Promises().state("A", decision, "2026-01-01", today) == state
        assert Promises(kept=("A",)).state("A", decision, "2026-01-01", today) == "kept"


@pytest.mark.parametrize(
    ("decision", "today", "state"),
    [
        (None, "2026-11-30", "waits"),
        (None, "2026-12-02", "late"),
        *((replace(YES, answer=answer), "2030-01-01", "") for answer in ("no", "not-now")),
    ],
)
def test_no_answer_is_late_after_its_day_and_a_no_is_no_promise(decision: Decision | None, today: str, state: State) -> None:
    assert Promises().state("A", decision, "2026-12-01", today) == state
    assert Promises(dropped=("A",)).state("A", decision, "2026-12-01", today) == "dropped"
    assert Promises().state("A", None, "", today) == "no-day"


STEPS: tuple[Answer | None, ...] = ("yes", "changes", "no", "not-now", None)


@pytest.mark.parametrize("answers", list(itertools.product(STEPS, repeat=3)))
def test_a_yes_that_was_taken_back_was_forgotten(answers: tuple[Answer | None, ...]) -> None:
    """Whatever was answered in between: dropped is what was a yes once and is none now."""
    promises, before = Promises(), ()
    for answer in answers:
        now = (replace(YES, answer=answer),) if answer else ()
        promises, before = promises.after(before, now), now
    is_yes = [answer in ("yes", "changes") for answer in answers]
    assert promises.dropped == (("A",) if any(is_yes) and not is_yes[-1] else ())


def test_kept_is_taken_back_by_the_same_key_and_by_another_promise() -> None:
    marked = Promises().marked("B").marked("A")
    assert marked.kept == ("A", "B")
    assert marked.marked("A").kept == ("B",)
    both = (YES, replace(YES, card="B"))
    assert marked.after(both, both) == marked
    assert marked.after(both, (replace(YES, by_when="2027-01-01"), both[1])).kept == ("B",)
    assert marked.after(both, both[:1]) == Promises(kept=("A",), dropped=("B",))
