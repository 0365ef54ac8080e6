"""The poster: one page, what the room was shown and what the team said, in two languages, the same bytes twice."""

import errno
import io
from pathlib import Path

import pytest
from docx import Document
from msgspec.structs import replace
from pages import read_word
from samples import LATE, NIGHT, WORDINGS, put, session, small_group, tally

from codesign.core.card import Card
from codesign.core.errors import CodesignError
from codesign.core.policy_team.decisions import Answer, Decision
from codesign.core.session import Session
from codesign.documents.wall.files import in_every_language
from codesign.documents.wall.page import WallPage, WallRow
from codesign.documents.wall.poster import poster
from codesign.documents.write import write_beside
from codesign.phrases.came_of import first_who_when


def answered(of: Session | None = None) -> Session:
    of = of or small_group()
    decisions = (
        Decision(card="PH-1", answer="yes", because="We agree.", who="Maria", by_when="2026-12-03"),
        Decision(card="PS-1", answer="not-now", because="<b>The law</b> & {{ x }}"),
    )
    return replace(of, told=tuple(of.tallies), decisions=decisions)


def posters(of: Session) -> dict[str, bytes]:
    return in_every_language("poster", lambda: poster(of))


def parts(page: WallPage) -> tuple[tuple[WallRow, ...], ...]:
    return tuple(part.rows for part in page.parts)


def words_of(docx: bytes) -> str:
    document = read_word(docx)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_what_was_agreed_stands_under_done_or_agreed_and_the_rest_under_not_yet() -> None:
    did, not_yet = parts(poster(answered()))
    assert [(row.answer, row.words) for row in did] == [
        ("Yes.", ("Why: We agree.", "Who does it: Maria", "By when: 3 December 2026"))
    ]
    assert [row.answer for row in not_yet] == ["Not now.", *["No answer yet."] * 4]
    assert not_yet[1].words == ("Due: 24 December 2026",)
    assert did[0].said == "More for than against."
    assert any(row.said == "This one stays in the box." for row in not_yet)


def test_it_comes_in_two_languages_and_the_teams_words_stay_as_they_are() -> None:
    files = posters(answered())
    assert list(files) == ["poster.docx", "poster.html", "poster.es.docx", "poster.es.html"]
    spanish = words_of(files["poster.es.docx"])
    assert "Por qué: We agree." in spanish
    assert "Para cuándo: 3 de diciembre de 2026" in spanish
    assert "You said" not in spanish
    assert b'lang="es"' in files["poster.es.html"]
    assert "<b>The law</b> & {{ x }}" in spanish
    assert b"&lt;b&gt;The law&lt;/b&gt; &amp; {{ x }}" in files["poster.html"]
    assert posters(answered()) == files


def test_no_rule_is_dropped_and_those_that_youth_wrote_stand_first() -> None:
    cards = tuple(Card(id=i, kind="scale", rule=f"Rule {i}") for i in (*(f"R-{n}" for n in range(14)), "IDEA-1"))
    of = session(*(tally(card, 4, 2, 1) for card in cards), cards=cards)
    of = replace(of, told=tuple(of.tallies), decisions=(Decision(card="R-13", answer="no"),))
    not_yet, refused = parts(poster(of))
    assert len(not_yet) + len(refused) == 15
    assert (not_yet[0].rule, refused[0].rule) == ("Rule IDEA-1", "Rule R-13")


@pytest.mark.parametrize("words", ["W" * 600, "电话" * 300, "a long reason " * 43, ""])
def test_reasons_dates_and_rules_are_never_cut_and_type_is_never_small(words: str) -> None:
    cards = tuple(Card(id=f"R-{n}", kind="scale", rule=(words or "A rule")[:590] + f" {n}") for n in range(12))
    of = session(*(tally(card, 4, 2, 1) for card in cards), cards=cards, made_up=True)
    decisions = tuple(Decision(card=c.id, answer="yes", because=words, who=words[:120], review="2027-12-24") for c in cards)
    page = poster(replace(of, told=tuple(of.tallies), decisions=decisions))
    assert page.size >= 16
    text = words_of(posters(replace(of, told=tuple(of.tallies), decisions=decisions))["poster.docx"])
    assert all(card.rule in text for card in cards)
    assert text.count("24 December 2027") == 12
    assert text.count(words) >= 12


def test_type_is_larger_where_there_is_less_to_say() -> None:
    few = replace(answered(), told=("PH-1",))
    assert poster(few).size > poster(answered()).size or poster(answered()).size == 20


def test_another_poster_in_the_folder_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "poster.html").write_text("mine", encoding="utf-8")
    files = posters(answered())
    again = [write_beside(files, tmp_path, put) for _ in range(2)]
    assert [path.name for path in again[0]] == ["poster-2.docx", "poster-2.html", "poster-2.es.docx", "poster-2.es.html"]
    assert again[0] == again[1]
    assert (tmp_path / "poster.html").read_text("utf-8") == "mine"


def test_a_folder_that_can_not_be_read_is_told_and_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_path: Path) -> bool:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "exists", fails)
    with pytest.raises(CodesignError, match="can't be read"):
        write_beside({"poster.html": b""}, tmp_path, put)


def test_spanish_words_that_nobody_reviewed_are_said_to_be_a_draft() -> None:
    files = posters(answered())
    assert "Borrador" in words_of(files["poster.es.docx"])
    assert "Draft" not in words_of(files["poster.docx"])


def test_a_refusal_without_a_reason_says_so() -> None:
    of = replace(answered(), decisions=(Decision(card="PH-1", answer="no"),))
    (refused,) = parts(poster(of))[1]
    assert (refused.answer, refused.words) == ("No.", ("No reason was given.",))


def test_a_pair_stands_with_both_its_wordings() -> None:
    (pair,) = [row for part in parts(poster(answered())) for row in part if "who live here?" in row.rule]
    assert "A: All phones are locked away at night. B: You choose where yours is." in pair.rule


def came_of(card: Card, counts: tuple[int, ...], answer: Answer, because: str = "") -> tuple[str, str, tuple[str, ...]]:
    """The heading on the poster, the answer and the words to it."""
    of = session(tally(card, *counts), cards=(card,))
    of = replace(of, told=(card.id,), decisions=(Decision(card=card.id, answer=answer, because=because),))
    (part,) = poster(of).parts
    (row,) = part.rows
    return part.right, row.answer, row.words


DONE, DECIDED, NOT_YET, NO = "Done or agreed", "Decided", "Not yet", "No, and why"
AGAINST, FOR, MIXED = (1, 1, 6), (6, 1, 1), (3, 2, 3)


@pytest.mark.parametrize(
    ("counts", "answer", "because", "place", "told", "words"),
    [
        (AGAINST, "no", "", DONE, "You said no. We agree: we will not do it.", ()),
        (AGAINST, "no", "You are right.", DONE, "You said no. We agree: we will not do it.", ("Why: You are right.",)),
        (AGAINST, "yes", "The law.", NO, "You said no. We do it anyway, because:", ("The law.",)),
        (AGAINST, "yes", "", NO, "You said no. We do it anyway.", ("No reason was given.",)),
        (AGAINST, "changes", "The law.", NO, "You said no. We do it anyway, with changes, because:", ("The law.",)),
        (AGAINST, "not-now", "", NOT_YET, "Not now.", ("No reason was given.",)),
        ((0, 1, 13), "no", "", DONE, "You said no. We agree: we will not do it.", ()),
        ((2, 1, 13), "yes", "", NO, "You said no. We do it anyway.", ("No reason was given.",)),
        *((counts, "yes", "", DONE, "Yes.", ()) for counts in (FOR, (1, 5, 1))),
        *((counts, "yes", "", DECIDED, "Yes.", ()) for counts in (MIXED, (4, 1, 4), (1, 1, 1), (4, 0, 0), (0, 0, 4))),
        *((counts, "no", "", NO, "No.", ("No reason was given.",)) for counts in (FOR, MIXED, (1, 1, 1))),
        *((counts, "not-now", "", NOT_YET, "Not now.", ("No reason was given.",)) for counts in (FOR, MIXED)),
    ],
)
def test_headings_never_turn_the_no_of_youth_round(
    counts: tuple[int, ...], answer: Answer, because: str, place: str, told: str, words: tuple[str, ...]
) -> None:
    assert came_of(NIGHT, counts, answer, because) == (place, told, words)


@pytest.mark.parametrize(
    ("card", "counts", "answer", "because", "place", "told", "words"),
    [
        (LATE, (1, 5, 1, 1), "yes", "", DONE, "From now on: 10 pm.", ()),
        (LATE, (0, 14, 0, 0), "yes", "", DONE, "From now on: 10 pm.", ()),
        (LATE, (1, 5, 1, 1), "changes", "", DONE, "Yes, with changes to: 10 pm.", ()),
        (LATE, (1, 5, 1, 1), "no", "The law.", NO, "No.", ("Why: The law.",)),
        (WORDINGS, (1, 5, 1, 1), "yes", "", DONE, "From now on: You choose where yours is.", ()),
        *(
            (card, counts, answer, because, place, told, words)
            for card, counts in (
                (LATE, (2, 2, 2, 1)),
                (LATE, (1, 0, 1, 5)),
                (WORDINGS, (1, 1, 5, 1)),
                (WORDINGS, (0, 0, 0, 14)),
            )
            for answer in ("yes", "changes")
            for because, place, told, words in (
                ("", NOT_YET, "The team said yes, but not to which answer. It must say which.", ()),
                ("11 pm on weekdays.", DECIDED, "The team decided:", ("11 pm on weekdays.",)),
            )
        ),
        (LATE, (1, 1, 1, 1), "yes", "", NOT_YET, "The team said yes, but not to which answer. It must say which.", ()),
    ],
)
def test_a_yes_to_a_question_is_never_printed_without_to_what(
    card: Card, counts: tuple[int, ...], answer: Answer, because: str, place: str, told: str, words: tuple[str, ...]
) -> None:
    assert came_of(card, counts, answer, because) == (place, told, words)


def test_spanish_posters_speak_to_the_group() -> None:
    of = session(tally(NIGHT, *AGAINST), cards=(NIGHT,))
    of = replace(of, told=("PH-1",), decisions=(Decision(card="PH-1", answer="yes", because="The law."),))
    words = words_of(posters(of)["poster.es.docx"])
    assert "Ustedes dijeron que no. Lo haremos de todos modos, porque:" in words
    assert "Dijiste" not in words


def test_a_poster_of_several_sheets_says_which_is_which_and_a_single_one_does_not() -> None:
    cards = tuple(Card(id=f"R-{n}", kind="scale", rule=f"A rule with the number {n} " * 6) for n in range(9))
    of = session(*(tally(card, 4, 2, 1) for card in cards), cards=cards, made_up=True)

    def ends(told: Session) -> tuple[str, str]:
        section = Document(io.BytesIO(posters(told)["poster.docx"])).sections[0]
        return section.header._element.xml, section.footer._element.xml

    head, foot = ends(replace(of, told=tuple(of.tallies)))
    assert "NUMPAGES" in foot
    assert "House tech rules, November 2026" in foot
    assert "MADE UP" in head, "on every sheet, because sheets on a wall part"
    assert "PAGE" not in ends(replace(of, told=("R-0",)))[1]


def test_somebody_was_to_do_what_was_refused() -> None:
    """Beside a no stands whom to ask; beside what waits, until when a new answer comes."""
    answers: tuple[Answer, ...] = ("yes", "not-now", "no")
    decisions = (Decision(card="PH-1", answer=of, who="Dana Reyes", by_when="2027-02-01") for of in answers)
    assert [*map(first_who_when, decisions)] == [
        ["Who does it: Dana Reyes", "By when: 1 February 2027"],
        ["Who does it: Dana Reyes", "New answer by: 1 February 2027"],
        ["Ask: Dana Reyes", "By when: 1 February 2027"],
    ]
