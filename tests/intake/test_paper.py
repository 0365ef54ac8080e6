"""A stack of paper ballots is taken whole, or refused with the row and column of everything that is wrong."""

import csv
import io
import tempfile
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from codesign.core.ballot import Ballot, Remark
from codesign.core.card import Card, Option
from codesign.core.errors import CodesignError
from codesign.core.kinds import kind_of
from codesign.core.kinds.base import NO_ANSWER
from codesign.core.kinds.choice import choice_options
from codesign.core.kinds.pair import QUESTION, pair_options
from codesign.core.plan import Plan
from codesign.core.session import Setup
from codesign.core.text import COMMENT_BYTES, COMMENT_LIMIT, clean
from codesign.core.thresholds import Thresholds
from codesign.engine import Engine
from codesign.intake.paper import BALLOTS_LIMIT, read_stack
from codesign.store.places import Places

SCALE = Card(id="PH-1", kind="scale", rule="Phones stay with you at night.")
OTHER = Card(id="PH-2", kind="scale", rule="Wi-Fi is on all night.")
CHOICE = Card(id="GA-1", kind="choice", rule="Games until when?", options=choice_options(["Ten", "Eleven", "Something else"]))
PAIR = Card(
    id="ZT-1+HR-1",
    kind="pair",
    rule=QUESTION,
    options=pair_options(Option("ZT-1", "One strike and out."), Option("HR-1", "We talk first.")),
)
CARDS = (SCALE, OTHER, CHOICE, PAIR)


@pytest.fixture
def table(tmp_path: Path) -> "Table":
    return Table(tmp_path / "stack.csv")


class Table:
    """A file to read; `told` is what a refusal says."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self, text: str, cards: tuple[Card, ...] = CARDS) -> list[Ballot]:
        self.path.write_bytes(text.encode())
        return read_stack(self.path, cards)

    def told(self, text: str, cards: tuple[Card, ...] = CARDS) -> str:
        with pytest.raises(CodesignError) as caught:
            self.read(text, cards)
        return str(caught.value)


# What is taken


@pytest.mark.parametrize(
    ("card", "cell", "code"),
    [
        (SCALE, "1", "works"),
        (SCALE, "2", "could"),
        (SCALE, " 3 ", "doesnt"),
        (CHOICE, "A", "A"),
        (CHOICE, "b", "B"),
        (CHOICE, "c", "C"),
        (PAIR, "ZT-1", "ZT-1"),
        (PAIR, "hr-1", "HR-1"),
        (PAIR, "both", "both"),
        (PAIR, "Neither", "neither"),
        *((card, cell, code) for card in (SCALE, CHOICE, PAIR) for cell, code in (("4", "skipped"), ("5", "unclear"))),
    ],
)
def test_every_answer_by_its_key(table: Table, card: Card, cell: str, code: str) -> None:
    assert table.read(f"{card.id}\n{cell}\n") == [Ballot({card.id: code})]


def test_a_wording_is_named_by_its_rule_wherever_it_stands(table: Table) -> None:
    first, second, *rest = PAIR.options
    for card in (PAIR, replace(PAIR, options=(second, first, *rest))):
        assert table.read("ZT-1+HR-1\nZT-1\n", (card,)) == [Ballot({PAIR.id: "ZT-1"})]


def test_an_empty_cell_is_not_reached_and_a_card_without_column_is_not_in_the_ballot(table: Table) -> None:
    assert table.read("GA-1,PH-1\n,1\nA,\n") == [
        Ballot({"PH-1": "works", "GA-1": "not_reached"}),
        Ballot({"PH-1": "not_reached", "GA-1": "A"}),
    ]


def test_columns_in_any_order_give_one_ballot(table: Table) -> None:
    one = table.read("PH-1,PH-1:comment,PH-1:quote,PH-2\n1,Calm,yes,3\n")
    assert one == table.read("PH-2,PH-1:quote,PH-1:comment,PH-1\n3,yes,Calm,1\n")
    assert list(one[0].answers) == ["PH-1", "PH-2"]


@pytest.mark.parametrize(
    ("card", "cell", "prompt"),
    [(SCALE, "1", "works"), (SCALE, "2", "could"), (SCALE, "3", "doesnt"), (CHOICE, "A", "idea"), (PAIR, "both", "idea")],
)
def test_a_comment_answers_what_its_answer_asks(table: Table, card: Card, cell: str, prompt: str) -> None:
    ballots = table.read(f"{card.id},{card.id}:comment\n{cell},More quiet\n")
    assert ballots[0].remarks == (Remark(card.id, prompt, "More quiet", False),)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cell", "ok"),
    [("yes", True), ("Yes", True), ("Y", True), ("no", False), ("NO", False), ("n", False), ("", False)],
)
def test_the_ok_to_quote(table: Table, cell: str, ok: bool) -> None:
    assert table.read(f"PH-1,PH-1:comment,PH-1:quote\n1,Calm,{cell}\n")[0].remarks[0].quote_ok is ok


def test_no_beside_no_comment_is_fine(table: Table) -> None:
    assert table.read("PH-1,PH-1:comment,PH-1:quote\n1,,no\n4,,no\n")[0].remarks == ()


@pytest.mark.parametrize("empty", ["", "   ", '"\n"', "\u200b"])
def test_an_empty_comment_is_none_beside_a_skip_too(table: Table, empty: str) -> None:
    assert table.read(f"PH-1,PH-1:comment\n4,{empty}\n") == [Ballot({"PH-1": "skipped"})]


def test_a_comment_over_several_lines_becomes_one_and_is_cleaned(table: Table) -> None:
    ballots = table.read('PH-1,PH-1:comment\n1,"Quiet,\r\nthen ""calm""\n\u202e\x1b[31mred"\n')
    assert ballots[0].remarks[0].text == 'Quiet, then "calm" [31mred'


def test_a_comment_of_exactly_the_limit(table: Table) -> None:
    assert len(table.read(f"PH-1,PH-1:comment\n1,{'a' * COMMENT_LIMIT}\n")[0].remarks[0].text) == COMMENT_LIMIT


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_what_spreadsheets_of_other_countries_write(table: Table, mark: str, end: str) -> None:
    rows = [["PH-1", "PH-1:comment", "PH-2"], ["1", '"Calm, quiet; nice\ttoo"', "2"], ["3", "", "5"]]
    text = "\ufeff" + end.join(mark.join(row) for row in rows) + end
    ballots = table.read(text)
    assert [b.answers for b in ballots] == [{"PH-1": "works", "PH-2": "could"}, {"PH-1": "doesnt", "PH-2": "unclear"}]
    assert ballots[0].remarks[0].text == "Calm, quiet; nice too"


def test_quoted_headers_and_their_letter_case(table: Table) -> None:
    assert table.read('"PH-1";"PH-1: Comment";"PH-1:QUOTE"\n1;Calm;y\n')[0].remarks[0].quote_ok


@pytest.mark.parametrize("end", ["", "\n", "\n\n\n", "\n,,\n,,\n", "\n  ,,\n"])
def test_blank_rows_at_the_end_are_passed_over(table: Table, end: str) -> None:
    assert len(table.read(f"PH-1,PH-2,GA-1\n1,2,A{end}")) == 1


def test_empty_columns_at_the_end_are_passed_over(table: Table) -> None:
    assert table.read("PH-1,PH-2,,\n1,2,,\n3,4,,\n")[1].answers == {"PH-1": "doesnt", "PH-2": "skipped"}


ROWS = {
    "numbers with decimals": ("PH-1,PH-2\n1.0,2.00\n", "works could"),
    "a comma for decimals": ("PH-1;PH-2\n1,0;2,0\n", "works could"),
    "an apostrophe before a number": ("PH-1,'PH-2\n'1,'2'\n", "works could"),
    "quotes of Word": ("“PH-1”,‘PH-2’\n“1”,»2«\n", "works could"),
    "a formula that keeps text": ('PH-1,PH-2\n"=""1""","=""2"""\n', "works could"),
    "empty cells beyond the header": ("PH-1,PH-2\n1,2,,\n", "works could"),
    "no cell for an empty comment": ("PH-1,PH-2,PH-2:comment,PH-2:quote\n1,2\n", "works could"),
    "a quote in Spanish": ("PH-1,PH-1:comment,PH-1:quote\n1,Calm,Sí\n", "works"),
}


@pytest.mark.parametrize("case", ROWS)
def test_a_cell_as_a_spreadsheet_writes_it_was_no_answer(table: Table, case: str) -> None:
    text, codes = ROWS[case]
    (ballot,) = table.read(text)
    assert [*ballot.answers.values()] == codes.split()
    assert all(remark.quote_ok for remark in ballot.remarks)


def test_under_a_title_every_row_was_told_as_wrong(table: Table) -> None:
    told = table.told("Ballots of Friday,,\nPH-1,PH-2,\n1,2,\n")
    assert "row 1: no cell is the id of a card" in told
    assert "row 2" not in told


def test_a_thousand_ballots(table: Table) -> None:
    assert len(table.read("PH-1\n" + "1\n" * BALLOTS_LIMIT)) == BALLOTS_LIMIT


# What is refused


REFUSED = {
    "scale": (
        "PH-1,PH-2\n1,2\n1,7\n",
        "row 3, column “PH-2”: this is no answer. Write 1, 2 or 3, 4 for skip, 5 for unclear, or nothing where",
    ),
    "words": ("PH-1\nworks\n", "row 2, column “PH-1”: this is no answer. Write 1, 2 or 3, 4 for skip"),
    "letter on a scale": ("PH-1\nA\n", "row 2, column “PH-1”: this is no answer"),
    "choice": ("GA-1\nD\n", "row 2, column “GA-1”: this is no answer. Write A, B or C, 4 for skip"),
    "digit on a choice": ("GA-1\n1\n", "row 2, column “GA-1”: this is no answer. Write A, B or C"),
    "letter on a pair": (
        "ZT-1+HR-1\nA\n",
        "row 2, column “ZT-1+HR-1”: this is no answer. Write ZT-1, HR-1, both or neither",
    ),
    "control": ("PH-1\n\x1b[2J\n", "row 2, column “PH-1”: this is no answer"),
    "unknown card": ("PH-1,PH-3\n1,1\n", "row 1, column 2: is no card of this round. Did you mean “PH-"),
    "letter case of a card": ("PH-2,ph-1\n1,1\n", "row 1, column 2: is no card of this round. Did you mean “PH-1”?"),
    "far card": ("PH-1,XXXXXX\n1,1\n", "row 1, column 2: is no card of this round. The cards are PH-1, PH-2, GA-1"),
    "unknown comment": ("PH-1,PH-9:comment\n1,x\n", "row 1, column 2: is no card of this round. Did you mean"),
    "unknown part": ("PH-1,PH-1:note\n1,x\n", "row 1, column 2: is no card of this round. Did you mean “PH-1”?"),
    "no name": ("PH-1,,PH-2\n1,,1\n", "row 1, column 2: has no name"),
    "twice": ("PH-1,PH-2,PH-1\n1,1,1\n", "row 1, column 3: “PH-1” stands there twice"),
    "comment twice": (
        "PH-1,PH-1:comment,PH-1:Comment\n1,a,b\n",
        "row 1, column 3: “PH-1:comment” stands there twice",
    ),
    "comment without card": ("PH-1,PH-2:comment\n1,x\n", "row 1, column “PH-2:comment”: there is no column “PH-2” for its"),
    "quote without card": ("PH-1,PH-2:quote\n1,yes\n", "row 1, column “PH-2:quote”: there is no column “PH-2” for its"),
    "no ballots": ("PH-1,PH-2\n", "row 2: there is no ballot below the header"),
    "only blank rows": ("PH-1,PH-2\n,\n\n", "row 2: there is no ballot below the header"),
    "no header": ("1,2,A\n1,3,B\n", "row 1: no cell is the id of a card of this round. Begin with a row of ids: PH-1, PH-2"),
    "blank header": ("\nPH-1\n1\n", "row 1: no cell is the id of a card"),
    "comment beside skip": (
        "PH-1,PH-1:comment\n4,Because\n",
        "row 2, column “PH-1:comment”: a comment counts only beside an answer, and the card has none in this row. Clear",
    ),
    "comment beside unclear": ("PH-1,PH-1:comment\n5,Because\n", "row 2, column “PH-1:comment”: a comment counts only"),
    "comment not reached": ("PH-1,PH-1:comment,PH-2\n,Because,1\n", "row 2, column “PH-1:comment”: a comment counts only"),
    "quote": ("PH-1,PH-1:comment,PH-1:quote\n1,Calm,maybe\n", "row 2, column “PH-1:quote”: this is neither yes nor no"),
    "quote of nothing": (
        "PH-1,PH-1:comment,PH-1:quote\n1,,yes\n",
        "row 2, column “PH-1:quote”: says yes, but there is no comment",
    ),
    "quote without comment column": ("PH-1,PH-1:quote\n1,yes\n", "row 2, column “PH-1:quote”: says yes, but there is no"),
    "long comment": (
        f"PH-1,PH-1:comment\n1,{'a' * 501}\n",
        "row 2, column “PH-1:comment”: the comment has 501 characters, and 500 of them fit. Shorten it.",
    ),
    "long row": ("PH-1,PH-2\n1,2\n1,2,3\n", "row 3: has 3 cells, and the header has 2. A comma in a comment needs quotation"),
    "short row": ("PH-1,PH-2\n1\n1,2\n", "row 2: has 1 cells, and the header has 2"),
    "beyond the header": ("PH-1,,\n1,,x\n", "row 2: has a cell to the right of the last named column"),
    "blank row": (
        "PH-1,PH-2\n1,2\n,\n1,2\n",
        "row 3: is empty. Take the row out; for a person who skipped every card, write 4",
    ),
    "blank line": ("PH-1,PH-2\n1,2\n\n1,2\n", "row 3: is empty"),
    "no answer in a row": ("PH-1,PH-1:comment,PH-1:quote\n,,no\n1,,\n", "row 2: has no answer. Take the row out"),
    "open quote": ('PH-1,PH-1:comment\n1,x\n1,"x\n1,y\n', "row 3 (line 3): a cell can't be read"),
    "huge cell": (f"PH-1,PH-1:comment\n1,{'a' * 200_000}\n", "row 2 (line 2): a cell can't be read. Look there for"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_refusal_names_file_row_and_column(table: Table, case: str) -> None:
    text, expected = REFUSED[case]
    told = table.told(text)
    assert f"{table.path}, {expected}" in told
    assert "\x1b" not in told


def test_a_comment_in_the_wrong_cell_was_repeated(table: Table) -> None:
    """In every cell, the first row's too, in short words that look like an id or an answer as well."""
    rows = [["PH-1", "PH-1:comment", "PH-1:quote", "GA-1"], ["1", "Calm", "yes", "A"], ["2", "", "", "B"]]
    for slip in ("dadhits", "my dad hits", "dad:comment", "dad:quote", "dad:dad"):
        for row, column in product(range(3), range(4)):
            cells = [[*each] for each in rows]
            cells[row][column] = slip
            text = "\n".join(",".join(each) for each in cells)
            if (row, column) not in ((1, 1), (2, 1)):  # where a comment belongs
                assert "dad" not in table.told(text + "\n").removeprefix(str(table.path))


def test_rows_are_counted_as_a_spreadsheet_does(table: Table) -> None:
    assert "row 4, column “PH-1”: this is no answer" in table.told('PH-1,PH-1:comment\n1,"a\nb\nc"\n1,"d\ne"\n9,\n')


def test_all_problems_are_told_at_once(table: Table) -> None:
    told = table.told("PH-1,PH-8,PH-2\n1,1,9\n8,1,1\n").split("\n")
    assert [line.removeprefix(f"{table.path}, ").split(":")[0] for line in told] == [
        "row 1, column 2",
        "row 2, column “PH-2”",
        "row 3, column “PH-1”",
        "Nothing of the file was taken.",
    ]


def test_at_most_twenty_problems_are_told(table: Table) -> None:
    told = table.told("PH-1\n" + "9\n" * 50).split("\n")
    assert len(told) == 22
    assert told[-2:] == ["and 30 more.", "Nothing of the file was taken."]
    assert len(table.told("PH-1\n" + "9\n" * 20).split("\n")) == 21


def test_more_than_a_thousand_ballots(table: Table) -> None:
    told = table.told("PH-1\n" + "1\n" * 1001)
    assert "row 1002: there are 1001 ballots, and one file holds at most 1000. Split it in two." in told


def test_a_comment_of_too_many_bytes(table: Table) -> None:
    told = table.told(f"PH-1,PH-1:comment\n1,{'😀' * 400}\n")
    assert f"row 2, column “PH-1:comment”: the comment has 400 characters, and {COMMENT_BYTES // 4} of them fit" in told


@pytest.mark.parametrize(
    "text",
    [
        "PH-1,PH-1:comment\n4,Secretword here\n",
        f"PH-1,PH-1:comment\n1,{'Secretword ' * 60}\n",
        "PH-1,PH-1:comment,PH-1:quote\n1,Secretword,Secretword\n",
        "PH-1,PH-1:comment\n1,Secretword, and more\n",
        "PH-1,PH-1:comment\nSecretword is long here,1\n",
        "1,Secretword\n2,Secretword\n",
        "PH-1,Secretword and more\n1,2\n",
    ],
)
def test_an_error_never_repeats_a_comment(table: Table, text: str) -> None:
    assert "secretword" not in table.told(text).casefold()


def test_files_that_are_no_text_are_refused(table: Table) -> None:
    table.path.write_bytes(b"PH-1\n1\x00\n")
    with pytest.raises(CodesignError, match="is not a text file"):
        read_stack(table.path, CARDS)
    table.path.write_bytes(b"PK\x03\x04\0")
    with pytest.raises(CodesignError, match="Save a table as “CSV UTF-8”"):
        read_stack(table.path, CARDS)
    table.path.write_bytes(b"PH-1,PH-1:comment\n1,caf\xe9\n")
    with pytest.raises(CodesignError, match="line 2: a letter is not in UTF-8"):
        read_stack(table.path, CARDS)
    with pytest.raises(CodesignError, match="There is no file"):
        read_stack(table.path.with_name("none.csv"), CARDS)


# Into the box, and out


def test_a_bad_cell_leaves_the_box_as_it_was_and_a_good_stack_is_counted(table: Table, tmp_path: Path) -> None:
    engine = Engine(Places.under(tmp_path / "places"), today=lambda: date(2026, 11, 24))
    plan = Plan(name="p", title="t", purpose="", minutes=60, cards=CARDS)
    session = engine.start(plan, Setup(title="t", day="2026-11-24"), Thresholds())
    before = session.path.read_bytes()
    good = "PH-1,PH-1:comment,PH-1:quote,ZT-1+HR-1\n1,Calm,yes,HR-1\n3,,,both\n2,,,\n"
    cards = session.read().round_cards
    table.told(good + "1,,,A\n", cards)
    assert session.path.read_bytes() == before
    session.cast(session.seal(table.read(good, cards)))
    assert session.read().in_box == 3
    session.close_round()
    assert session.read().tallies["PH-1"].counts == {"works": 1, "could": 1, "doesnt": 1}
    pair = session.read().tallies["ZT-1+HR-1"]
    assert (pair.counts, pair.not_reached) == ({"ZT-1": 0, "HR-1": 0, "both": 0, "neither": 0}, 3), "two answers are not kept"
    assert session.read().tallies["PH-2"].ballots == 0
    assert [(c.card, c.prompt, c.text, c.quote_ok) for c in session.read().comments] == [("PH-1", "works", "Calm", True)]
    session.leave()


TEXTS = (
    st.text(max_size=60)
    .map(lambda text: clean(text, COMMENT_LIMIT, limit_bytes=COMMENT_BYTES))
    .filter(lambda text: text == text.strip())  # a table's cells lose the blanks around them
)


@st.composite
def stacks(draw: st.DrawFn) -> tuple[list[Card], list[Ballot]]:
    """Cards of a header, in any order, and ballots on them; every ballot has something in it."""
    cards = draw(st.lists(st.sampled_from(CARDS), min_size=1, unique_by=lambda card: card.id))
    ballots = []
    for _ in range(draw(st.integers(1, 6))):
        answers, remarks = {}, []
        for card in CARDS:
            if card not in cards:
                continue
            codes = [*NO_ANSWER, *(o.code for o in kind_of(card).options(card))]
            code = answers[card.id] = draw(st.sampled_from(codes))
            text = draw(TEXTS) if code not in NO_ANSWER else ""
            if text:
                remarks.append(Remark(card.id, kind_of(card).prompt(code), text, draw(st.booleans())))
        if set(answers.values()) == {"not_reached"}:
            answers[cards[0].id] = "skipped"
        ballots.append(Ballot(answers, tuple(remarks)))
    return cards, ballots


def as_csv(cards: list[Card], ballots: list[Ballot], mark: str) -> str:
    """The table a facilitator would type, written without the reader's own tables of keys."""
    keys = {
        "PH-1": {"works": "1", "could": "2", "doesnt": "3"},
        "PH-2": {"works": "1", "could": "2", "doesnt": "3"},
        "GA-1": {"A": "a", "B": "B", "C": "c"},
        PAIR.id: {"ZT-1": "ZT-1", "HR-1": "HR-1", "both": "both", "neither": "neither"},
    }
    file = io.StringIO()
    writer = csv.writer(file, delimiter=mark)
    writer.writerow([name for c in cards for name in (f"{c.id}:quote", c.id, f"{c.id}:comment")])
    for ballot in ballots:
        remarks = {r.card: r for r in ballot.remarks}
        row = []
        for card in cards:
            remark = remarks.get(card.id)
            answer = {"skipped": "4", "unclear": "5", "not_reached": "", **keys[card.id]}[ballot.answers[card.id]]
            row += ["yes" if remark and remark.quote_ok else "", answer, remark.text if remark else ""]
        writer.writerow(row)
    return file.getvalue()


@settings(deadline=None)
@given(stacks(), st.sampled_from(",;\t"))
def test_ballots_written_as_a_table_are_read_as_they_were(stack: tuple[list[Card], list[Ballot]], mark: str) -> None:
    cards, ballots = stack
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stack.csv"
        path.write_bytes(as_csv(cards, ballots, mark).encode())
        assert read_stack(path, CARDS) == ballots


@settings(deadline=None)
@given(st.text(alphabet='PH-12GA:comentqu,;\n"\t 45abyes\u202e', max_size=120))
def test_any_text_is_read_or_refused_in_sentences(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stack.csv"
        path.write_bytes(text.encode())
        told, ballots = "", []
        try:
            ballots = read_stack(path, CARDS)
        except CodesignError as error:
            told = str(error)
        assert bool(ballots) is not bool(told)
        assert not told or str(path) in told
