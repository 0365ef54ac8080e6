"""The poster says how the rule will read, what is needed first and how youth will hear, each part in the language it was
written in; and on larger paper the same in larger type."""

import io

import pytest
from docx import Document
from msgspec.structs import replace
from pages import opened, read_word
from samples import LATE, NIGHT, put, session, tally

from codesign.core.card import Card
from codesign.core.policy_team.decisions import COLUMNS, Answer, Decision
from codesign.core.session import Session
from codesign.documents.paper_size import A3, A4
from codesign.documents.wall.files import in_every_language
from codesign.documents.wall.page import WallRow, fits_a_sheet
from codesign.documents.wall.poster import poster
from codesign.documents.write import write_beside
from codesign.phrases.line import parts_of
from codesign.words import speaking

FOR, AGAINST, MIXED = (6, 1, 1), (1, 1, 6), (3, 2, 3)
NOW, READS = "From now on: Phones stay", "The rule reads: Phones stay."
ALL = {
    "reads": "Phones stay with you. Silent from 11 pm",
    "because": "You asked for it.",
    "needs": "Six lockers.",
    "who": "Dana",
    "by_when": "2026-12-24",
    "how_told": "At the house meeting.",
    "review": "2027-06-01",
}


def told(card: Card, counts: tuple[int, ...], answer: Answer, **decision: str) -> Session:
    of = session(tally(card, *counts), cards=(card,))
    return replace(of, told=(card.id,), decisions=(Decision(card=card.id, answer=answer, **decision),))


def row_of(of: Session) -> tuple[str, WallRow]:
    (part,) = poster(of).parts
    (row,) = part.rows
    return part.right, row


def test_all_that_was_promised_stands_there_in_its_order() -> None:
    _place, row = row_of(told(NIGHT, FOR, "yes", **ALL))
    assert row.answer == "From now on: Phones stay with you. Silent from 11 pm."
    assert row.words == (
        "Why: You asked for it.",
        "First we need: Six lockers.",
        "Who does it: Dana",
        "By when: 24 December 2026",
        "How you will hear: At the house meeting.",
        "We look at it again: 1 June 2027",
    )


@pytest.mark.parametrize(
    ("card", "counts", "answer", "place", "head", "more"),
    [
        (NIGHT, FOR, "changes", "Done or agreed", "Yes, with changes. From now on: Phones stay.", ()),
        (NIGHT, AGAINST, "yes", "No, and why", "You said no. We do it anyway.", ("No reason was given.", f"{NOW}.")),
        (NIGHT, AGAINST, "no", "Done or agreed", "You said no. We agree: we will not do it.", (READS,)),
        (NIGHT, FOR, "no", "No, and why", "No.", (READS, "No reason was given.")),
        (NIGHT, MIXED, "yes", "Decided", "From now on: Phones stay.", ()),
        (LATE, (2, 2, 2, 1), "yes", "Decided", "From now on: Phones stay.", ()),
        (LATE, (1, 6, 1, 0), "yes", "Done or agreed", "From now on: Phones stay.", ()),
    ],
)
def test_how_the_rule_reads_was_nowhere(
    card: Card, counts: tuple[int, ...], answer: Answer, place: str, head: str, more: tuple[str, ...]
) -> None:
    heading, row = row_of(told(card, counts, answer, reads="Phones stay"))
    assert (heading, row.answer, row.words) == (place, head, more)


@pytest.mark.parametrize(
    ("reads", "place"),
    [
        *((reads, "Done or agreed") for reads in ("10 pm", "Silent at 10 pm, later on weekends")),
        *((reads, "Decided") for reads in ("9 pm", "Silent at 9 pm.")),
    ],
)
def test_a_yes_to_another_answer_than_youth_picked_was_done_or_agreed(reads: str, place: str) -> None:
    assert row_of(told(LATE, (1, 6, 1, 0), "yes", reads=reads))[0] == place


def test_in_spanish_the_teams_own_words_are_marked_as_what_they_are() -> None:
    of = told(NIGHT, FOR, "yes", **ALL)
    files = in_every_language("poster", lambda: poster(of))
    page = opened(files["poster.es.html"])
    english = [element.text_content() for element in page.iter("span") if element.get("lang") == "en"]
    assert english == [NIGHT.rule, *(ALL[name] for name in ("reads", "because", "needs", "who", "how_told"))]
    assert "Primero hace falta: Six lockers." in page.text_content()
    marked = [run for run in read_word(files["poster.es.docx"]).element.body.iter("{*}lang")]
    assert len(marked) == len(english)
    assert not [element for element in opened(files["poster.html"]).iter("span") if element.get("lang")]
    in_both = told(NIGHT, FOR, "yes", in_spanish="Te quedas con tu celular.", **ALL)
    with speaking("es"):
        (part,) = poster(in_both).parts
        assert part.rows[0].answer == "Desde ahora: Te quedas con tu celular."
        assert {spoken for _words, spoken in parts_of(part.rows[0].answer)} == {""}


def test_a_rule_of_ones_own_is_marked_in_spanish_and_one_of_the_bank_is_translated() -> None:
    own = Card(id="OWN-1", kind="scale", rule="Our own rule.")
    with speaking("es"):
        (part,) = poster(told(own, FOR, "yes")).parts
    assert parts_of(part.rows[0].rule) == (("Our own rule.", "en"),)


def test_youth_read_which_rule_is_theirs() -> None:
    idea = Card(id="IDEA-1", kind="scale", rule="Knock first.")
    assert row_of(told(idea, FOR, "yes"))[1].said == "You wrote this rule. More for than against."


def test_a_wall_of_larger_paper_has_larger_type() -> None:
    of = told(NIGHT, FOR, "yes", **ALL)
    small, large = poster(of), poster(of, A3)
    assert small.paper == A4
    assert large.size == pytest.approx(small.size * 2**0.5)
    files = in_every_language("poster", lambda: poster(of, A3))
    section = Document(io.BytesIO(files["poster.docx"])).sections[0]
    assert section.page_width.twips == pytest.approx(A3.width * 20, abs=1)
    assert "size: A3;" in files["poster.html"].decode()
    assert f"font-size: {large.size:.4g}pt" in files["poster.html"].decode()


def test_a_row_that_no_sheet_has_room_for_goes_over_two_and_others_are_never_parted() -> None:
    long = {
        name: ("many words " * 60)[:limit].strip() for name, limit in COLUMNS.items() if name not in ("answer", "in_spanish")
    }
    for of, parted in ((told(NIGHT, FOR, "yes", **ALL), False), (told(NIGHT, FOR, "yes", **long), True)):
        page = poster(of)
        assert fits_a_sheet(page, page.parts[0].rows[0]) is not parted
        files = in_every_language("poster", lambda of=of: poster(of))
        (_head, row) = read_word(files["poster.docx"]).tables[0].rows
        assert bool(list(row._tr.iter("{*}cantSplit"))) is not parted


def test_the_same_answers_give_the_same_posters(tmp_path) -> None:  # type: ignore[no-untyped-def]
    of = told(NIGHT, FOR, "yes", **ALL)
    for _time in range(2):
        write_beside(in_every_language("poster", lambda: poster(of)), tmp_path, put)
    assert len(list(tmp_path.iterdir())) == 4
