"""My tech plan as a value: no limit is finished without what makes it fair, whatever was filled in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from codesign.core.tech_plan import (
    FULL_STOP_REVIEW,
    HELPS,
    LATEST_REVIEW,
    LONGEST_LIMIT,
    PART_REVIEW,
    STARTS_WITHIN,
    USES,
    Limit,
    TechPlan,
)

MADE = 739_944


def on(days: int) -> int:
    """So many days after the day on which it is made."""
    return MADE + days


WHOLE = Limit(
    what="No phone after 11 pm",
    how_much="part",
    why_now="Calls at 3 am, four nights",
    tried="Phone on silent",
    starts=on(0),
    ends=on(30),
    review=on(14),
)
FINISHED = TechPlan(made=on(0), helps=frozenset({"limit"}), limit=WHOLE, review=on(14), opinion="dont")
NEEDED = ("what", "how_much", "why_now", "tried", "starts", "ends", "review")


def test_a_whole_limit_is_finished() -> None:
    assert FINISHED.limit_lacks == ()
    assert FINISHED.is_finished
    assert FINISHED.wants_second_look


@pytest.mark.parametrize("field", NEEDED)
def test_a_limit_without_one_of_its_reasons_or_days_is_not_finished(field: str) -> None:
    blank = ("", "  ") if isinstance(getattr(WHOLE, field), str) and field != "how_much" else (getattr(Limit(), field),)
    for said in blank:
        plan = replace(FINISHED, limit=replace(WHOLE, **{field: said}))
        assert plan.limit_lacks == (field.replace("_", "-"),)
        assert not plan.is_finished


words = st.sampled_from(["", " ", "x"])
days = st.one_of(st.just(0), st.integers(-40, 80).map(on))
limits = st.builds(
    Limit,
    **{name: words for name in ("what", "why_now", "tried", "decided")},
    how_much=st.sampled_from(["", "all", "part"]),
    **{name: days for name in ("starts", "ends", "review")},
)
plans = st.builds(
    TechPlan,
    made=st.just(on(0)),
    helps=st.frozensets(st.sampled_from(HELPS)),
    limit=limits,
    review=days,
    opinion=st.sampled_from(["", "agree", "part", "dont"]),
)


@given(limits, st.integers(0, 7), st.integers(0, 30), st.integers(0, 14))
def test_no_limit_is_finished_past_what_is_fair(limit: Limit, start: int, end: int, review: int) -> None:
    """Of any limit, and of one with all its words and days near the lines."""
    near = replace(limit, what="x", why_now="x", tried="x", starts=on(start), ends=on(start + end), review=on(start + review))
    for one in (limit, near):
        if one.lacks(on(0)):
            continue
        assert all(said.strip() for said in (one.what, one.why_now, one.tried))
        starts, ends, again = one.starts, one.ends, one.review
        assert MADE <= starts <= MADE + STARTS_WITHIN
        assert starts <= ends <= starts + LONGEST_LIMIT
        assert again <= ends
        assert starts <= again <= starts + (FULL_STOP_REVIEW if one.how_much == "all" else PART_REVIEW)


@given(plans)
def test_no_plan_is_finished_without_a_day_to_look_again_and_a_word_of_the_young_person(plan: TechPlan) -> None:
    if plan.is_finished:
        assert plan.helps
        assert plan.opinion
        assert MADE <= plan.review <= MADE + LATEST_REVIEW
        assert "limit" not in plan.helps or not plan.limit.lacks(plan.made)


@given(st.lists(st.sampled_from(HELPS)), st.lists(st.sampled_from(USES)))
def test_nothing_extra_stands_alone_and_marks_go_as_they_came(helps: list[str], uses: list[str]) -> None:
    plan = TechPlan(made=on(0))
    for kind in helps:
        plan = plan.with_help(kind)  # type: ignore[arg-type]
        assert "none" not in plan.helps or plan.helps == {"none"}
    for use in uses:
        plan = plan.with_use(use)  # type: ignore[arg-type]
    assert plan.uses == {use for use in USES if uses.count(use) % 2}


@pytest.mark.parametrize(
    ("days", "lacks"),
    [
        ({"starts": on(-1), "ends": on(9), "review": on(0)}, "starts-late"),
        ({"starts": on(8), "review": on(9)}, "starts-late"),
        ({"ends": on(-1)}, "ends-early"),
        ({"ends": on(31)}, "ends-late"),
        ({"review": on(-1)}, "review-early"),
        ({"ends": on(5), "review": on(6)}, "review-after"),
        ({"review": on(15)}, "review-late"),
        ({"how_much": "all", "review": on(8)}, "full-review-late"),
    ],
)
def test_a_day_past_the_line_is_named(days: dict[str, int], lacks: str) -> None:
    assert replace(WHOLE, **days).lacks(on(0)) == (lacks,)


def test_time_limits_are_known_as_such() -> None:
    assert [kind for kind in HELPS if TechPlan(made=on(0), helps=frozenset({kind})).has_times] == ["times", "length", "limit"]
