"""Ballots to print: every kind of card, with the keys that are typed in; the limit of privacy first; in two languages."""

import io
import re

import pytest
from docx import Document
from hostile import HOSTILE
from msgspec.structs import replace
from pages import opened, text_of

from codesign.core.card import Card
from codesign.core.kinds import KINDS, kind_of
from codesign.core.kinds.choice import choice_options
from codesign.core.kinds.pair import on_paper
from codesign.core.plan import Plan
from codesign.core.text import RULE_LIMIT, clean
from codesign.documents.paper.ballot import ballot, in_shapes
from codesign.documents.paper.files import paper_files
from codesign.engine import Engine
from codesign.phrases.on_a_card import beside_the_rule
from codesign.words import speaking

HELP = ("A line: call 1",)


def words_of(docx: bytes) -> str:
    document = Document(io.BytesIO(docx))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells]).replace("\u00a0", " ")


@pytest.mark.parametrize("ending", ["docx", "html"])
def test_each_card_has_every_answer_with_its_key_and_a_line_with_its_ok(plan: Plan, ending: str) -> None:
    data = paper_files(plan, lambda: HELP, "2026-11")[f"ballots.{ending}"]
    words = words_of(data) if ending == "docx" else "\n".join(text_of(opened(data)))
    found = re.sub(r"\s+", " ", words)
    for card in plan.cards:
        assert card.rule in found
        for option in kind_of(card).options(on_paper(card)):
            assert option.words in found
    assert found.count("OK to quote?") == len(plan.cards) + 1, "a line for each card, and one for a rule of their own"
    assert "The next rule is about looking at phones." in found
    assert found.index("No names") < found.index("One thing we can't keep private") < found.index(plan.cards[0].rule)
    assert HELP[0] in found


def test_the_keys_on_paper_are_those_that_a_table_of_papers_takes(plan: Plan) -> None:
    for paper, card in zip(ballot(plan, HELP, "2026-11").cards, plan.cards, strict=True):
        taken = kind_of(card).paper_answers(card)
        for option in paper.options[:-2]:
            if card.kind == "pair":
                assert option.code in taken, "by its rule id: plans show tells the letter on a form beside it"
            elif card.kind != "pick-two":
                assert taken[option.key] == option.code
        assert [option.key for option in paper.options[-2:]] == ["4", "5"]


def test_every_kind_of_card_can_be_printed() -> None:
    options = choice_options(["a", "b", "c", "Something else"])
    cards = [
        Card(id=kind, kind=kind, rule="Which?", options=() if "A" not in kind and "g" in kind else options) for kind in KINDS
    ]
    plan = Plan(name="p", title="P", purpose="", minutes=5, cards=tuple(cards))
    assert all(len(card.options) >= 4 for card in ballot(plan, HELP, "2026-11").cards)


def test_the_sheet_of_shapes_tells_what_each_shape_means_and_has_a_row_a_card(plan: Plan) -> None:
    form = in_shapes(plan, HELP, "2026-11")
    assert [(row.shape, row.key) for row in form.legend] == [("▲", "1"), ("◊", "2"), ("▼", "3"), ("→", "4"), ("?", "5")]
    assert len({card.shapes for card in form.cards}) > 1
    for card in form.cards:
        assert len(card.shapes) == len(set(card.shapes)) == len(card.options)
    scale = next(form_card for form_card, card in zip(form.cards, plan.cards, strict=True) if card.kind == "scale")
    assert not any(map(str.isalnum, scale.shapes)), "an answer of the scale without a shape of its own"


def test_both_languages_and_the_same_bytes_twice(plan: Plan) -> None:
    files = paper_files(plan, lambda: HELP, "2026-11")
    assert files == paper_files(plan, lambda: HELP, "2026-11")
    assert sorted(files) == sorted(f"{n}{s}.{e}" for n in ("ballots", "shapes") for s in ("", ".es") for e in ("docx", "html"))
    spanish = words_of(files["ballots.es.docx"])
    assert "Sin nombres" in spanish
    with speaking("es"):
        assert "Borrador" in "".join(ballot(plan, HELP, "2026-11").below)


def test_words_of_any_intent_are_only_words_on_paper() -> None:
    texts = [clean(words, RULE_LIMIT) or "a" for words in HOSTILE]
    cards = tuple(
        Card(id=f"C-{n}", kind="choice", rule=words, options=choice_options([words[:200], "b", "c"]))
        for n, words in enumerate(texts)
    )
    files = paper_files(Plan(name="p", title=texts[0], purpose="", minutes=5, cards=cards), lambda: texts, "2026-11")
    page = opened(files["ballots.html"])
    assert not page.xpath("//script | //img | //iframe | //*[@onclick]")
    for card in cards:
        assert re.sub(r"\s+", " ", card.rule)[:20] in re.sub(r"\s+", " ", words_of(files["ballots.docx"]))


def test_another_form_in_the_folder_is_left_alone(engine: Engine, plan: Plan, tmp_path: object) -> None:
    folder = tmp_path / "out"  # type: ignore[operator]
    engine.write_paper_form(plan, folder, list)
    (folder / "ballots.docx").write_bytes(b"mine")
    again = engine.write_paper_form(plan, folder, list)
    assert (folder / "ballots.docx").read_bytes() == b"mine"
    assert {path.name.partition(".")[0] for path in again} == {"ballots-2", "shapes-2"}


def test_a_card_held_the_next_one_on_its_sheet_and_left_half_of_it_empty(plan: Plan) -> None:
    paragraphs = Document(io.BytesIO(paper_files(plan, lambda: HELP, "2026-11")["ballots.docx"])).paragraphs
    lines = [p for p in paragraphs if p._p.xpath("./w:pPr/w:pBdr")]
    assert len(lines) == len(plan.cards) + 1
    assert not any(line.paragraph_format.keep_with_next for line in lines)


@pytest.mark.parametrize("ending", ["docx", "html"])
def test_who_votes_on_paper_did_not_read_what_stands_under_the_rule_on_a_screen(plan: Plan, ending: str) -> None:
    cards = tuple(replace(card, today="Phones are put away at nine.", room="how-only") for card in plan.cards)
    form = paper_files(replace(plan, cards=cards), lambda: HELP, "2026-11")[f"ballots.{ending}"]
    told = [words for card in cards for words in beside_the_rule(card)]
    assert len(told) > len(cards)
    text = words_of(form) if ending == "docx" else "\n".join(text_of(opened(form)))
    assert all(words in text for words in told)
