"""Which wordings may be limits, and what they leave unsaid: a table that a person can check, over the whole rule bank too."""

import pytest

from codesign.content.cards import _rules
from codesign.core.limits import unsaid

ALL = ("why", "end", "review")


@pytest.mark.parametrize(
    ("wording", "left"),
    [
        ("Phones are handed in at 10 pm.", ALL),
        ("Your phone stays locked in the office.", ALL),
        ("No phones at the table.", ALL),
        ("No social media on program computers.", ALL),
        ("You may not use game chat.", ALL),
        ("Wi-Fi is turned off at night.", ALL),
        ("Whoever breaks this rule loses their phone.", ALL),
        ("Staff search phones when they want.", ALL),
        ("Photos are not allowed in bedrooms because rooms are shared.", ("end", "review")),
        ("Phones are handed in from 10 pm to 7 am.", ("why", "review")),
        ("You can't use the console until homework is done.", ("why", "review")),
        ("Phones are taken for 2 days so people can sleep. Staff look at it again with you.", ()),
        ("You keep your own phone.", ()),
        ("Staff may not take your phone.", ()),
        ("You won't lose your phone for telling.", ()),
        ("No one loses Wi-Fi over chores.", ()),
        ("Are phones not allowed at night?", ()),
        ("", ()),
    ],
)
def test_what_a_limit_leaves_unsaid(wording: str, left: tuple[str, ...]) -> None:
    assert unsaid(wording) == left


def test_of_the_rule_bank_only_the_zero_tolerance_wordings_are_limits() -> None:
    wordings = {rule.id: (rule.rule, rule.pair_rule) for rule in _rules().values()}
    found = {rule_id for rule_id, words in wordings.items() if any(unsaid(w) for w in words)}
    assert found == {"ZT-1", "ZT-2", "ZT-3", "ZT-4", "ZT-5", "ZT-6"}


def test_what_the_zero_tolerance_wordings_leave_unsaid() -> None:
    assert {i: unsaid(rule.rule) for i, rule in _rules().items() if rule.kind == "pair"} == {
        "ZT-1": ("why", "review"),
        "ZT-2": ("why", "review"),
        "ZT-3": ALL,
        "ZT-4": ALL,
        "ZT-5": ALL,
        "ZT-6": ALL,
    }
