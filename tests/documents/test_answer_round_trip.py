"""Youth vote, Word, the form filled in, the record, the poster: no word of the policy team is lost on the way."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document
from filling import fill, row_of
from lxml import html
from test_decisions_kept import told

from codesign.cli import main
from codesign.core.policy_team.decisions import ANSWERS, COLUMNS, Answer
from codesign.engine import Engine
from codesign.store.shelf import peek

__all__ = ["told"]
WORDS = {
    "reads": "Phones rest in the basket.",
    "because": "Nights are long, you said.",
    "who": "Maria Ortiz",
    "needs": "A locker for each room",
    "how_told": "A note under each door",
    "in_spanish": "Los teléfonos descansan.",
}
"""Of each of them a rule has its own, by the number behind it."""


@pytest.mark.parametrize("answer", ANSWERS)
def test_no_word_is_lost_from_the_form_to_the_poster(engine: Engine, told: Path, tmp_path: Path, answer: Answer) -> None:
    cards = peek(told).told_cards
    with engine.open(told) as opened:
        opened.write_summary(tmp_path / "out", ["docx"])
    document = Document(str(tmp_path / "out" / "summary.docx"))
    for number, card in enumerate(cards):
        words = {key: f"{said} {number}" for key, said in WORDS.items()}
        days = {"by_when": f"{number + 1} December 2027", "review": "June 2028"}
        fill(row_of(document, card.id), answer=ANSWERS[answer], **words, **days)
    document.save(str(tmp_path / "back.docx"))
    done = CliRunner().invoke(
        main, ["--data", str(engine.places.data), "decisions", str(told), str(tmp_path / "back.docx"), "--yes"]
    )
    assert done.exit_code == 0, done.output
    kept = peek(told).decisions
    assert [decision.card for decision in kept] == [card.id for card in cards]
    for number, decision in enumerate(kept):
        assert decision.answer == answer
        assert {key: getattr(decision, key) for key in WORDS} == {key: f"{said} {number}" for key, said in WORDS.items()}
        assert (decision.by_when, decision.review) == (f"2027-12-{number + 1:02}", "2028-06")
    assert len(COLUMNS) == len(WORDS) + 3
    english, spanish = (
        " ".join(html.fromstring((tmp_path / name).read_bytes()).text_content().split())
        for name in ("poster.html", "poster.es.html")
    )
    for number in range(len(cards)):
        for key in ("because", "who", "needs", "how_told", "reads"):
            assert f"{WORDS[key]} {number}" in english, key
        assert f"{WORDS['in_spanish']} {number}" in spanish
