"""People of a Polis conversation agreed, disagreed or passed: nowhere are they told to have said "Works for me"."""

import io
import json
from pathlib import Path

import pytest
from docx import Document
from test_polis import through_a_record, write

from codesign.core.card import Card
from codesign.core.disclosure import disclose
from codesign.core.policy_team.decisions import Decision
from codesign.core.policy_team.wanted import place
from codesign.core.tally import Tally
from codesign.core.thresholds import Thresholds
from codesign.documents.data.sheet import to_csv
from codesign.documents.data.summary import to_json
from codesign.documents.markdown.summary import to_markdown
from codesign.documents.summary.build import build
from codesign.documents.web.summary import to_html
from codesign.documents.word.summary import to_docx
from codesign.intake.polis import Conversation, read_export
from codesign.phrases import as_the_room_sees_it, sentence
from codesign.words import speaking

AGREEMENT = Card(id="A", kind="agreement", rule="Phones should stay with us at night.")
OF_RULES = ("Works for me", "works for me", "Could work", "Doesn't work", "said it works", "skipped")


def conversation(folder: Path) -> Conversation:
    """Twelve people on two statements: 7 agree and 5 disagree, 5 agree and 3 disagree and 4 pass."""
    folder.mkdir()
    write(folder / "summary.csv", [["topic", "Phones"]])
    columns = ["timestamp", "comment-id", "author-id", "agrees", "disagrees", "moderated", "comment-body"]
    write(folder / "comments.csv", [columns, *([0, n, n, 0, 0, 1, f"Statement {n}."] for n in (1, 2))])
    first, second = [1] * 7 + [-1] * 5, [1] * 5 + [-1] * 3 + [0] * 4
    fixed = ["participant", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree"]
    rows = [[who, "", 0, 2, 0, 0, a, b] for who, (a, b) in enumerate(zip(first, second, strict=True))]
    write(folder / "participants-votes.csv", [[*fixed, "1", "2"], *rows])
    return read_export(folder, sign="agree-is-1")


def words_of_docx(data: bytes) -> str:
    document = Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_an_imported_statement_is_told_in_the_words_it_was_voted_on_with(tmp_path: Path) -> None:
    session = through_a_record(conversation(tmp_path / "export"), tmp_path)
    summary = build(session)
    files = {
        "docx": words_of_docx(to_docx(summary)),
        "html": to_html(summary).decode(),
        "md": to_markdown(summary).decode(),
        "json": to_json(summary).decode(),
        "csv": to_csv(summary).decode("utf-8-sig").split("\r\n", 1)[1],
    }
    for name, told in files.items():
        assert [words for words in ("Agree", "Disagree") if words not in told] == [], name
        assert [words for words in OF_RULES if words in told.replace('"skipped"', "")] == [], name
    first = json.loads(files["json"])["cards"][0]
    assert (first["kind"], first["options"]) == ("agreement", {"works": "Agree", "doesnt": "Disagree"})
    assert first["counts"] == {"works": 7, "doesnt": 5}


def test_the_room_and_the_poster_say_agree_disagree_and_pass() -> None:
    card, tally = AGREEMENT, Tally(AGREEMENT.id, {"works": 5, "doesnt": 3}, skipped=4)
    shown = disclose(card, tally, Thresholds(5))
    assert as_the_room_sees_it(card, shown) == "Split. Agree 5 · Disagree 3 (of 8)."
    assert sentence(card, shown).endswith("4 passed, 0 did not get it, 0 not reached.")
    nearly = disclose(card, Tally(card.id, {"works": 11, "doesnt": 1}), Thresholds())
    assert sentence(card, nearly) == "At least 10 of 12: agree."
    with speaking("es"):
        assert "De acuerdo 5 · En desacuerdo 3" in as_the_room_sees_it(card, shown)


@pytest.mark.parametrize(("works", "answer", "stands"), [(9, "yes", "done"), (1, "no", "done"), (1, "yes", "no")])
def test_a_statement_is_no_question_when_it_is_answered(works: int, answer: str, stands: str) -> None:
    shown = disclose(AGREEMENT, Tally(AGREEMENT.id, {"works": works, "doesnt": 10 - works}), Thresholds())
    assert place(AGREEMENT, shown, Decision(card=AGREEMENT.id, answer=answer)) == stands


def test_an_earlier_import_keeps_the_words_it_was_kept_with() -> None:
    old = Card(id="S1", kind="scale", rule="Statement 1.")
    shown = disclose(old, Tally("S1", {"works": 7, "could": 0, "doesnt": 5}), Thresholds())
    assert as_the_room_sees_it(old, shown) == "Split. Works for me 7 · Could work if... 0 · Doesn't work for me 5 (of 12)."
