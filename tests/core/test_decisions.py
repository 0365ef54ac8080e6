"""The policy team's decisions: never guessed, and what is odd about them is told."""

import pytest
from sample_cards import CHOICE, SCALE

from codesign.core.decisions import COLUMNS, Decision, Filled, FilledRow, Taken, parse_answer, parse_date, take
from codesign.core.errors import CodesignError
from codesign.core.plan import Card

CARDS = (SCALE, CHOICE)
DAY = "2026-11-14"


def row(card: Card, answer: str = "", *, named: str | None = None, words: str | None = None, **cells: str) -> FilledRow:
    return FilledRow(
        card=card.id if named is None else named,
        rule=card.rule if words is None else words,
        cells=dict.fromkeys(COLUMNS, "") | {"answer": answer} | cells,
    )


def took(*rows: FilledRow, before: tuple[Decision, ...] = ()) -> Taken:
    return take(CARDS, DAY, "ABCD-EFGH", Filled("ABCD-EFGH", rows), before)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        *(("yes", "yes"), (" YES. ", "yes"), ("Sí", "yes"), ("si", "yes"), ("Yes, with changes", "changes")),
        *(("yes\nwith   changes...", "changes"), ("Not now!", "not-now"), ("not yet", "not-now"), ("NO", "no")),
        *(("", None), ("maybe", None), ("yes but not now", None), ("yes, no changes", None), ("yes / no", None)),
    ],
)
def test_an_answer_is_one_of_four_or_none(words: str, answer: str | None) -> None:
    assert parse_answer(words) == answer


@pytest.mark.parametrize(
    ("words", "date"),
    [
        *(("2026-12-03", "2026-12-03"), ("3 December 2026", "2026-12-03"), ("12/03/2026", "2026-12-03")),
        *(("December 3rd, 2026.", "2026-12-03"), ("3 dic. 2026", "2026-12-03"), ("3 de diciembre de 2026", "2026-12-03")),
        *(("2028-02-29", "2028-02-29"), ("2026-02-29", ""), ("13/13/2026", ""), ("ju 3 2026", ""), ("spring", ""), ("", "")),
        *(("9" * 40, ""), ("0000-01-01", ""), ("3 ma 2026", "")),
    ],
)
def test_a_date_is_read_or_left_alone(words: str, date: str) -> None:
    assert parse_date(words) == date


def test_rows_in_any_order_become_decisions_in_the_order_of_the_cards() -> None:
    taken = took(row(CHOICE, "no", because="The law."), row(SCALE, "Yes", because="We agree.", by_when="12/03/2026"))
    assert [d.card for d in taken.decisions] == [SCALE.id, CHOICE.id]
    assert taken.decisions[0] == Decision(card=SCALE.id, answer="yes", because="We agree.", by_when="2026-12-03")
    assert not taken.odd
    assert not taken.missing


def test_what_is_missing_or_odd_is_told_and_the_rest_is_kept() -> None:
    taken = took(row(SCALE, "Yes", by_when="soon", review="2026-01-01"), row(CHOICE, "maybe"))
    assert [(d.by_when, d.review) for d in taken.decisions] == [("soon", "")]
    assert [words.split(": ", 1)[1][:20] for words in taken.odd] == [
        "by when: “soon” is n",
        "review date: “2026-0",
        "“maybe” is none of y",
    ]
    (missing,) = took(row(SCALE, "Yes"), row(CHOICE, because="x")).missing
    assert "other cells of its row are filled" in missing


def test_a_no_without_a_reason_is_told() -> None:
    for answer in ("No", "not now"):
        (odd,) = took(row(SCALE, answer), row(CHOICE, "yes")).odd
        assert "no reason is given" in odd


def test_a_file_of_another_session_is_refused_whole() -> None:
    with pytest.raises(CodesignError, match="another session"):
        take(CARDS, DAY, "ABCD-EFGH", Filled("ZZZZ-ZZZZ", (row(SCALE, "yes"),)))


def test_a_file_with_other_rules_under_the_same_ids_is_refused_whole() -> None:
    with pytest.raises(CodesignError, match="other words than the rule"):
        took(row(SCALE, "yes", words="Something else altogether, in words that no card has"))


def test_a_row_of_no_rule_here_is_told() -> None:
    taken = took(row(SCALE, "yes"), row(CHOICE, "yes", named="XX-9", words="Another rule"), row(CHOICE, words="", named=""))
    assert len(taken.decisions) == 1
    assert "not in this record" in taken.odd[0]


def test_an_id_that_an_editor_lost_or_changed_is_found_by_the_rules_words() -> None:
    assert [d.card for d in took(row(SCALE, "yes", named="")).decisions] == [SCALE.id]
    dashed = row(SCALE, "yes", named=SCALE.id.replace("-", "–").lower())
    assert [d.card for d in took(dashed).decisions] == [SCALE.id]


def test_two_answers_to_a_rule_are_told_and_the_first_counts() -> None:
    taken = took(row(SCALE, "yes"), row(SCALE, "no"))
    assert [d.answer for d in taken.decisions] == ["yes"]
    assert "answered twice" in taken.odd[0]


def test_words_of_the_team_are_cleaned_and_cut() -> None:
    (decision,) = took(row(SCALE, "yes", who="a\x1b[31mb" + "c" * 500)).decisions
    assert decision.who.startswith("a[31mbc")
    assert len(decision.who) == COLUMNS["who"]


def test_what_a_second_file_changes_is_told() -> None:
    first = took(row(SCALE, "yes"), row(CHOICE, "no")).decisions
    changed = took(row(SCALE, "yes", because="now said"), row(CHOICE, "not now"), before=first).changed
    assert "still “Yes”, in other words" in changed[0]
    assert "“Not now” now, “No” before" in changed[1]
    assert took(row(SCALE, "yes"), row(CHOICE, "no"), before=first).changed == ()
