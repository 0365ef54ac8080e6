"""Which wordings may be limits, and what they leave unsaid: a table that a person can check, over the whole rule bank too."""

import pytest
from limits import MISSED_ONCE, WHOLE

from codesign.content.bank import all_rules
from codesign.core.wording import unsaid

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


def test_of_the_rule_bank_only_the_stricter_wordings_of_pairs_are_limits() -> None:
    wordings = {rule.id: (rule.rule, rule.pair_rule) for rule in all_rules().values()}
    found = {rule_id for rule_id, words in wordings.items() if any(unsaid(w) for w in words)}
    assert found == {"ZT-1", "ZT-2", "ZT-3", "ZT-4", "ZT-5", "ZT-6", "ZT-2.2", "ZT-2.3"}


def test_what_the_stricter_wordings_leave_unsaid() -> None:
    """Of each later edition the words find one: the others name their hours or their reason, and a word list misses some."""
    assert {i: left for i, rule in all_rules().items() if rule.kind == "pair" and (left := unsaid(rule.rule))} == {
        "ZT-1": ("why", "review"),
        "ZT-2": ("why", "review"),
        "ZT-3": ALL,
        "ZT-4": ALL,
        "ZT-5": ALL,
        "ZT-6": ALL,
        "ZT-2.2": ("end", "review"),
        "ZT-2.3": ALL,
    }


@pytest.mark.parametrize("sentence", MISSED_ONCE)
def test_words_of_control_are_noticed(sentence: str) -> None:
    assert unsaid(sentence) == ALL


def test_until_further_notice_is_no_end_and_a_limit_that_says_all_is_left_alone() -> None:
    assert "end" in unsaid("Youth who break the rule lose their phone until further notice.")
    for sentence in WHOLE:
        assert unsaid(sentence) == ()
