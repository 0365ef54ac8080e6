"""The policy team's decisions: never guessed, and what is odd about them is told."""

import pytest
from msgspec.structs import replace
from sample_cards import CHOICE, SCALE

from codesign.core.card import Card
from codesign.core.dates import parse_date, readings
from codesign.core.errors import CodesignError
from codesign.core.policy_team.decisions import COLUMNS, Decision, parse_answer
from codesign.core.policy_team.filled import Filled, FilledRow
from codesign.core.policy_team.taken import Taken, take

CARDS = (SCALE, CHOICE)
DAY = "2026-11-14"


def row(card: Card, answer: str = "", *, named: str | None = None, words: str | None = None, **cells: str) -> FilledRow:
    return FilledRow(
        card=card.id if named is None else named,
        rule=card.rule if words is None else words,
        cells=dict.fromkeys(COLUMNS, "") | {"answer": answer} | cells,
    )


def took(*rows: FilledRow, before: tuple[Decision, ...] = ()) -> Taken:
    return take(CARDS, DAY, "ABCD-EFGH", Filled(frozenset({"ABCD-EFGH"}), rows), before)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        *(("yes", "yes"), (" YES. ", "yes"), ("Sí", "yes"), ("si", "yes"), ("Yes, with changes", "changes")),
        *(("yes w/ changes", "changes"), ("Sí, pero con cambios", "changes")),
        *(("yes\nwith   changes...", "changes"), ("Not now!", "not-now"), ("not yet", "not-now"), ("NO", "no")),
        *(
            ("yes?", None),
            ("¿no?", None),
            ("", None),
            ("maybe", None),
            ("yes but not now", None),
            ("yes, no changes", None),
            ("yes / no", None),
        ),
    ],
)
def test_an_answer_is_one_of_four_or_none(words: str, answer: str | None) -> None:
    assert parse_answer(words) == answer


@pytest.mark.parametrize(
    ("words", "date"),
    [
        *(("2026-12-03", "2026-12-03"), ("3 December 2026", "2026-12-03"), ("12/24/2026", "2026-12-24")),
        *(("December 3rd, 2026.", "2026-12-03"), ("3 dic. 2026", "2026-12-03"), ("3 de diciembre de 2026", "2026-12-03")),
        *(("2028-02-29", "2028-02-29"), ("2026-02-29", ""), ("13/13/2026", ""), ("ju 3 2026", ""), ("spring", ""), ("", "")),
        *(("9" * 40, ""), ("0000-01-01", ""), ("3 ma 2026", "")),
        *(("24-Dec-27", "2027-12-24"), ("2027-12-24 00:00:00", "2027-12-24"), ("24.12.2027", "2027-12-24")),
        *(("24/12/2027", "2027-12-24"), ("1.6.2027", "2027-06-01"), ("March 2027", "2027-03"), ("01/20/27", "2027-01-20")),
        *(("46380", "2026-12-24"), ("Thursday, December 24, 2026", "2026-12-24"), ("2026-12-24T09:30", "2026-12-24")),
        *(("20 January", "2027-01-20"), ("Jan 20th", "2027-01-20"), ("14 Nov", "2026-11-14"), ("13 Nov", "2027-11-13")),
        *(("by Jan 20", "2027-01-20"), ("el 3 de diciembre de 2026", "2026-12-03"), ("46380.75", "2026-12-24")),
        *(("by the 3rd of May 2027", "2027-05-03"), ("Due: Monday, the 3rd of May", "2027-05-03"), ("the the", "")),
        *(("by and by", ""), ("by spring", ""), ("on or by 3 Dec", "")),
        *(("03/12/2027", ""), ("03-12-27", ""), ("12/12/2027", "2027-12-12"), ("30 February", ""), ("12345", "")),
    ],
)
def test_a_date_is_read_or_left_alone(words: str, date: str) -> None:
    assert parse_date(words, DAY) == date


def test_rows_in_any_order_become_decisions_in_the_order_of_the_cards() -> None:
    taken = took(row(CHOICE, "no", because="The law."), row(SCALE, "Yes", because="We agree.", by_when="3 Dec 2026"))
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


def test_a_form_with_reasons_and_no_answer_was_told_to_be_empty() -> None:
    with pytest.raises(CodesignError, match="other cells of its row are filled"):
        took(row(SCALE, because="We need time"))
    with pytest.raises(CodesignError, match="form is empty"):
        took(row(SCALE))


def test_a_no_without_a_reason_and_a_yes_without_who_or_when_are_told() -> None:
    for answer in ("No", "not now"):
        taken = took(row(SCALE, answer), row(CHOICE, "yes", who="Ana"))
        assert ["no reason is given" in taken.lacking[0], "not by when" in taken.lacking[1]] == [True, True]
        assert not taken.needs_a_yes


def test_a_day_with_two_readings_is_told_with_both_and_never_taken_as_one() -> None:
    assert readings("03/12/2027") == ("2027-03-12", "2027-12-03")
    taken = took(row(SCALE, "yes", by_when="03/12/2027"))
    assert taken.decisions[0].by_when == "03/12/2027"
    assert "may be 2027-03-12 or 2027-12-03" in taken.odd[0]


def test_a_file_of_another_session_is_refused_whole() -> None:
    with pytest.raises(CodesignError, match="another session"):
        take(CARDS, DAY, "ABCD-EFGH", Filled(frozenset({"ZZZZ-ZZZZ"}), (row(SCALE, "yes"),)))


def test_rows_of_another_house_in_one_sheet_were_taken_for_this_one() -> None:
    """Both houses vote on the same rules, and the team keeps one sheet of both."""
    theirs = replace(row(SCALE, "no", because="Theirs"), marks=frozenset({"ZZZZ-ZZZZ"}))
    ours = replace(row(CHOICE, "yes", because="Ours"), marks=frozenset({"ABCD-EFGH", "YYYY-YYYY"}))
    taken = take(CARDS, DAY, "ABCD-EFGH", Filled(frozenset({"ZZZZ-ZZZZ", "ABCD-EFGH", "YYYY-YYYY"}), (theirs, ours)))
    assert [decision.because for decision in taken.decisions] == ["Ours"]
    assert "rows of another session" in taken.odd[0]


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
    first = took(row(SCALE, "yes", because="then said"), row(CHOICE, "no")).decisions
    changed = took(row(SCALE, "yes", because="now said"), row(CHOICE, "not now"), before=first).changed
    assert "reason: “now said” now, “then said” before" in changed[0]
    assert "“Not now” now, “No” before" in changed[1]
    assert took(row(SCALE, "yes"), row(CHOICE, "no"), before=first).changed == ()


def test_a_partial_second_file_adds_and_erases_nothing() -> None:
    first = took(row(SCALE, "yes", because="fair", by_when="2027-01-10"), row(CHOICE, "no", because="law")).decisions
    taken = took(row(SCALE, who="Ana"), row(CHOICE), before=first)
    assert taken.decisions == (replace(first[0], who="Ana"), first[1])
    assert not taken.needs_a_yes
    with pytest.raises(CodesignError, match="no answer in this file"):
        took(row(SCALE), row(CHOICE), before=first)


def test_withdraw_takes_back_a_cell_or_a_whole_answer_and_needs_a_yes() -> None:
    first = took(row(SCALE, "yes", because="fair"), row(CHOICE, "no", because="law")).decisions
    taken = took(row(SCALE, because="withdraw"), row(CHOICE, "Withdraw"), before=first)
    assert taken.decisions == (replace(first[0], because=""),)
    assert len(taken.changed) == 2
    assert taken.needs_a_yes


def test_a_file_without_letters_or_columns_needs_a_look() -> None:
    filled = Filled(frozenset(), (row(SCALE, "yes"),), ("review",))
    odd = take(CARDS, DAY, "ABCD-EFGH", filled).odd
    assert "does not say which session" in odd[0]
    assert "no column “review date”" in odd[1]


def test_a_pools_file_is_taken_by_its_sessions_and_by_no_other() -> None:
    of_a_pool = Filled(frozenset({"ABCD-EFGH", "BCDE-FGHI"}), (row(SCALE, "yes"),))
    assert take(CARDS, DAY, "BCDE-FGHI", of_a_pool).decisions
    with pytest.raises(CodesignError, match="another session"):
        take(CARDS, DAY, "ZZZZ-ZZZZ", of_a_pool)


def test_a_yes_to_a_question_that_nothing_leads_is_odd_until_it_is_kept() -> None:
    def odd(of: FilledRow, *before: Decision) -> tuple[str, ...]:
        return take(CARDS, DAY, "", Filled(frozenset(), (of,)), before, not_which={CHOICE.id}).odd

    assert "nobody knows to which" in odd(row(CHOICE, "yes"))[0]
    assert not odd(row(CHOICE, "yes", reads="11 pm"))
    assert "make sure that it names the answer" in odd(row(CHOICE, "yes with changes", because="11 pm"))[0]
    assert not odd(row(CHOICE, "no", because="The law."))
    assert not odd(row(SCALE, "yes"))
    assert not odd(row(CHOICE, "yes"), Decision(card=CHOICE.id, answer="yes"))


def test_the_proposed_words_to_start_from_say_nothing_while_they_are_untouched() -> None:
    (before,) = took(row(SCALE, "yes", reads=f"  {SCALE.rule.upper()} ")).decisions
    assert before.reads == ""
    taken = took(row(SCALE, reads="Ask first."), row(CHOICE, "no", because="law"), before=(before,))
    assert taken.decisions[0] == replace(before, reads="Ask first.")
    again = took(row(SCALE, reads=SCALE.rule), row(CHOICE, who="Ana"), before=taken.decisions)
    assert again.decisions[0] == taken.decisions[0]
    assert took(row(SCALE, "no", because="x"), row(CHOICE, reads="10 pm")).missing, "words beside no answer are told"
    assert took(row(SCALE, reads=SCALE.rule), row(CHOICE, "no")).missing[0].endswith("no answer yet.")


def test_every_column_is_kept_added_to_withdrawn_and_cut() -> None:
    words = {name: f"{name} said" for name in COLUMNS if name != "answer"} | {"by_when": "2027-01-10", "review": "2027-06"}
    (whole,) = took(row(SCALE, "yes", **words)).decisions
    assert {name: getattr(whole, name) for name in words} == words
    for name in words:
        (less,) = took(row(SCALE, "yes", **{name: "withdraw"}), before=(whole,)).decisions
        assert less == replace(whole, **{name: ""})
        other = took(row(SCALE, "yes", **{name: "2028-01-01"}), before=(whole,))
        assert len(other.changed) == 1
        assert took(row(SCALE, "yes"), before=(other.decisions[0],)).decisions == other.decisions
        if name not in ("by_when", "review"):
            cut = took(row(SCALE, "yes", **{name: "w" * 2000}))
            assert len(getattr(cut.decisions[0], name)) == COLUMNS[name]
            assert "was cut" in cut.odd[0]


def test_a_yes_with_changes_that_names_none_is_told() -> None:
    assert "not which" in took(row(SCALE, "yes with changes", who="Ana", by_when="2027-01-10")).lacking[0]
    assert not took(row(SCALE, "yes with changes", reads="Ask first.", who="Ana", by_when="2027-01-10")).lacking


def test_a_row_that_names_two_rules_answers_neither() -> None:
    taken = took(row(SCALE, "yes"), row(CHOICE, "no", named=f"{CHOICE.id} {SCALE.id}", words=f"{SCALE.rule} {CHOICE.rule}"))
    assert [d.card for d in taken.decisions] == [SCALE.id]
    assert "names more than one rule" in taken.odd[0]


def test_two_rows_of_a_rule_that_say_different_fields_are_one() -> None:
    taken = took(row(SCALE, "Yes"), row(SCALE, "yes", who="Ana"), row(SCALE, by_when="2027-01-10"), row(CHOICE, "no"))
    assert not taken.odd
    assert (taken.decisions[0].who, taken.decisions[0].by_when) == ("Ana", "2027-01-10")


def test_two_questions_that_ask_the_same_are_told_apart_by_their_numbers() -> None:
    twin = replace(CHOICE, id="OTHER")
    filled = Filled(frozenset(), tuple(replace(row(CHOICE, "no", named="", because="x"), number=n) for n in (2, 9)))
    taken = take((CHOICE, twin), DAY, "", filled)
    assert [d.card for d in taken.decisions] == ["OTHER"]
    assert "names no rule" in taken.odd[0]
