"""Plans, the rule bank and quick picks: what ships is sound, and what is wrong with a plan is told line by line."""

import re
from pathlib import Path

import pytest
from for_each import for_each

from codesign import content
from codesign.content import bank_cards, find_plan, plan_files, quick_picks, read_plan, root
from codesign.content.bank import all_rules
from codesign.content.cards import PlanCard, _bank_card, _pair_card
from codesign.content.toml import read_toml, table_lines
from codesign.core.card import POINTERS, Card
from codesign.core.errors import CodesignError
from codesign.core.kinds import kind_of
from codesign.core.kinds.pair import BOTH, NEITHER, QUESTION
from codesign.core.text import RULE_LIMIT, clean
from codesign.core.thresholds import Thresholds
from codesign.engine import Engine

SHIPPED = sorted(plan_files(Path("/nowhere")))
RULES = all_rules()
PAIRED = [(rule["id"], rule["pair"]) for rule in read_toml(root() / "rules.toml", "rule bank")[0]["rule"] if rule.get("pair")]


@pytest.fixture
def write(tmp_path: Path):  # type: ignore[no-untyped-def]
    """Write a plan file from its text."""

    def write(text: str, name: str = "mine.toml") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def refused(path: Path) -> list[str]:
    """The lines of the refusal, each without the path of the file; every one is a sentence about the file."""
    with pytest.raises(CodesignError) as error:
        read_plan(path)
    lines = str(error.value).split("\n")
    assert all(line.startswith(f"{path}") or str(path) in line for line in lines)
    assert "Traceback" not in str(error.value)
    assert "msgspec" not in str(error.value)
    return [line.replace(str(path), "FILE") for line in lines]


HEAD = 'title = "T"\n'
CARD = '[[card]]\nid = "OWN-1"\nwords = "You can talk."\n'


# What ships


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_plan_reads(name: str) -> None:
    plan = read_plan(root() / "plans" / f"{name}.toml")
    assert plan.name == name
    assert plan.title
    assert plan.purpose
    assert plan.thresholds == Thresholds(10, 5)
    assert len({c.id for c in plan.cards}) == len(plan.cards)
    assert not plan.cards[-1].content_note
    assert plan.cards[0].content_note == ""


def test_four_plans_ship_and_a_first_round_on_what_to_ask() -> None:
    assert {"starter", "fifteen-minutes", "private-life", "safety-and-support", "what-to-ask"} == set(SHIPPED)


def test_the_starter_has_eight_rules_a_pair_and_a_pick_two(engine: Engine) -> None:
    cards = engine.plan("starter").cards
    kinds = [c.kind for c in cards]
    assert (len(cards), kinds.count("pair"), kinds.count("scale") + kinds.count("choice")) == (10, 1, 8)
    assert kinds[0] != "pair"
    assert kinds[-1] != "pair"


def test_the_pair_of_the_starter_has_two_real_benefits_and_no_label(engine: Engine) -> None:
    (pair,) = (c for c in engine.plan("starter").cards if c.kind == "pair")
    first, second, both, neither = pair.options
    assert pair.rule == QUESTION
    assert first.good
    assert second.good
    assert (both.code, neither.code) == (BOTH, NEITHER)
    shown = " ".join([pair.rule, *(o.words + o.good for o in pair.options)]).casefold()
    assert "zero" not in shown
    assert "tolerance" not in shown


@for_each(RULES)
def test_every_rule_of_the_bank_makes_a_card_without_problems(rule_id: str) -> None:
    rule = RULES[rule_id]
    if rule.kind == "pair":
        with pytest.raises(CodesignError, match="only shown against another wording"):
            _bank_card(PlanCard(rule=rule_id))
        return
    card = _bank_card(PlanCard(rule=rule_id))
    assert kind_of(card).problems(card) == []
    assert card.rule
    assert card.why
    assert card.good
    assert set(card.pointers) <= set(POINTERS)
    assert card.pointers


@pytest.mark.parametrize(("one", "other"), PAIRED)
def test_every_pair_of_the_bank_makes_a_card_without_problems_both_ways(one: str, other: str) -> None:
    for ids in ([one, other], [other, one]):
        card = _pair_card(PlanCard(pair=ids))
        assert kind_of(card).problems(card) == []
        assert [o.code for o in card.options] == [*ids, BOTH, NEITHER]


@pytest.mark.parametrize("pair", [card for card in bank_cards() if card.kind == "pair"], ids=lambda card: card.id)
def test_the_stricter_wording_was_shorter_or_had_no_good_side(pair: Card) -> None:
    first, second = pair.options[:2]
    for words in ((first.words, second.words), (first.good, second.good), (first.against, second.against)):
        assert all(words)
        assert abs(len(words[0].split()) - len(words[1].split())) <= 2


@for_each(RULES)
def test_every_text_of_the_bank_is_clean_and_fits(rule_id: str) -> None:
    rule = RULES[rule_id]
    beside = (rule.why, rule.good, rule.against, rule.risk, rule.fixed, rule.content_note, rule.check, rule.before_vote)
    for text in (rule.rule, rule.pair_rule, *beside, *rule.options, *rule.option_good, *rule.option_against):
        assert clean(text, RULE_LIMIT) == text


@for_each(RULES)
def test_a_note_for_the_facilitator_named_a_rule_by_its_id_or_a_field_of_the_plan_file(rule_id: str) -> None:
    notes = f"{RULES[rule_id].check} {RULES[rule_id].before_vote}"
    assert not re.search(r"“room”|\b[A-Z]{2}-\d", notes)


def test_what_staff_must_know_of_the_second_wording_of_a_pair_was_cut_off() -> None:
    card = _pair_card(PlanCard(pair=["HE-2.3", "FC-1.2"]))
    assert card.staff_note.endswith(RULES["FC-1.2"].check)


def test_every_pointer_is_served_by_the_bank() -> None:
    assert {p for rule in RULES.values() for p in rule.pointers} == set(POINTERS)


def test_every_rule_has_an_id_of_its_own() -> None:
    rows = read_toml(root() / "rules.toml", "rule bank")[0]["rule"]
    assert len(rows) == len({row["id"] for row in rows}) == len(RULES)


@pytest.mark.parametrize("prompt", ["could", "doesnt"])
def test_quick_picks_are_short_and_their_ids_unique(prompt: str) -> None:
    picks = quick_picks()[prompt]
    assert 3 <= len(picks) <= 20
    assert all(p.answer == prompt and p.en and len(p.en) <= 60 and len(p.id) <= 60 for p in picks)
    ids = [p.id for found in quick_picks().values() for p in found]
    assert len(ids) == len(set(ids))


# Finding


def test_own_plans_win_over_those_that_ship(engine: Engine) -> None:
    folder = engine.places.data / "plans"
    folder.mkdir()
    (folder / "starter.toml").write_text('title = "Mine"\n' + CARD)
    (folder / "other.toml").write_text('title = "Other"\n' + CARD)
    assert engine.plan("starter").title == "Mine"
    assert engine.plan("other").title == "Other"
    assert set(engine.plans()) == {*SHIPPED, "other"}


def test_a_plan_is_found_by_its_path(write, engine: Engine) -> None:  # type: ignore[no-untyped-def]
    path = write(HEAD + CARD, "my plan (2).toml")
    assert engine.plan(str(path)).name == "my plan (2)"


@pytest.mark.parametrize(
    ("name", "said"), [("startr", "Did you mean “starter”"), ("STARTER", "Did you mean “starter”"), ("zzz", "There are: ")]
)
def test_an_unknown_plan_is_told_with_a_way_on(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(CodesignError, match=said):
        find_plan(name, tmp_path)


@pytest.mark.parametrize("name", ["../x.toml", "/no/such/plan.toml", "x.toml"])
def test_a_missing_path_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(CodesignError, match="There is no file"):
        find_plan(name, tmp_path)


@pytest.mark.parametrize("name", ["\x1b[2J", "a\u202eb", "", "x" * 200])
def test_a_strange_name_is_told_without_its_control_characters(tmp_path: Path, name: str) -> None:
    with pytest.raises(CodesignError) as error:
        find_plan(name, tmp_path)
    assert "\x1b" not in str(error.value)
    assert "\u202e" not in str(error.value)


@pytest.mark.parametrize("name", ["x" * 300, "a\0b.toml"])
def test_a_name_no_disk_can_hold_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(CodesignError):
        find_plan(name, tmp_path)


# Reading


FULL = """
title = "Phones at night"
purpose = "Why we ask."
minutes = 30
language = "es"
numbers_from = 5
quote_from = 6

[[card]]
rule = "PH-3"
today = "Phones are handed in."
staff_note = "Ask the licence office."
before_vote = "Say who holds the key."

[[card]]
pair = ["PH-1", "ZT-1"]

[[card]]
id = "OWN-1"
words = "You can charge phones in the kitchen."
pointers = ["P2"]
why = "w"
good = "g"
risk = "r"
content_note = "phones"

[[card]]
id = "OWN-2"
kind = "choice"
words = "When?"
options = ["10 pm", "11 pm", "Something else"]
"""


def test_a_plan_with_everything_reads_as_written(write) -> None:  # type: ignore[no-untyped-def]
    plan = read_plan(write(FULL))
    assert (plan.title, plan.purpose, plan.minutes, plan.language) == ("Phones at night", "Why we ask.", 30, "es")
    assert plan.thresholds == Thresholds(5, 6)
    bank, pair, own, chosen = plan.cards
    assert (bank.id, bank.today, bank.staff_note) == ("PH-3", "Phones are handed in.", "Ask the licence office.")
    assert bank.before_vote == "Say who holds the key."
    assert (pair.id, pair.kind) == ("PH-1+ZT-1", "pair")
    assert own == Card(
        id="OWN-1",
        kind="scale",
        rule="You can charge phones in the kitchen.",
        pointers=("P2",),
        why="w",
        good="g",
        risk="r",
        content_note="phones",
    )
    assert [(o.code, o.words) for o in chosen.options] == [("A", "10 pm"), ("B", "11 pm"), ("C", "Something else")]


def test_the_sample_of_the_readme_reads(write) -> None:  # type: ignore[no-untyped-def]
    (sample,) = re.findall(r"```toml\n(.*?)```", (root() / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert len(read_plan(write(sample)).cards) == 7


@pytest.mark.parametrize("start", ["\ufeff", "", "\n\n"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_byte_order_mark_and_windows_line_ends_are_fine(tmp_path: Path, start: str, newline: str) -> None:
    path = tmp_path / "p.toml"
    path.write_bytes((start + HEAD + CARD).replace("\n", newline).encode())
    assert len(read_plan(path).cards) == 1


def test_texts_of_a_plan_are_cleaned(write) -> None:  # type: ignore[no-untyped-def]
    plan = read_plan(write('title = "a\\u001b[2Jb\\u202e"\n[[card]]\nid = "OWN-1"\nwords = """one\ntwo\\u0000"""\n'))
    assert plan.title == "a[2Jb"
    assert plan.cards[0].rule == "one two"


OWN_PAIR = '[[card]]\nkind = "pair"\npair = [{pair}]\noptions = [{options}]\n'
WRONG = {
    # text -> (line, words of the refusal)
    "an unknown rule": ('[[card]]\nrule = "PH-99"\n', 2, "names the rule “PH-99”, which is not in the rule bank"),
    "a rule nearly right": ('[[card]]\nrule = "PH2"\n', 2, "did you mean “PH-2”"),
    "a wording for pairs only": ('[[card]]\nrule = "ZT-1"\n', 2, "write a pair"),
    "an unknown word": (CARD + 'wrods = "x"\n', 2, "“wrods”"),
    "a wrong type": ("[[card]]\nrule = 5\n", 2, "needs “str”, got "),
    "a list in place of a text": ('[[card]]\nrule = ["PH-2"]\n', 2, "at “rule”"),
    "a text in place of a list": ('[[card]]\npair = "PH-1"\n', 2, "at “pair”"),
    "nothing to ask": ("[[card]]\n", 2, "needs exactly one of"),
    "two ways at once": ('[[card]]\nrule = "PH-2"\nwords = "x"\nid = "X"\n', 2, "needs exactly one of"),
    "words against a rule and a rule": (
        '[[card]]\nrule = "PH-2"\nwords = "x"\npair = ["PH-1"]\nid = "X"\n',
        2,
        "needs exactly one of",
    ),
    "words against two rules": ('[[card]]\nwords = "x"\npair = ["PH-1", "ZT-1"]\nid = "X"\n', 2, "needs exactly one of"),
    "long words against a rule": (
        f'[[card]]\nwords = "{"x" * (RULE_LIMIT + 1)}"\npair = ["PH-1"]\nid = "X"\n',
        2,
        f"has a text of {RULE_LIMIT + 1} letters in “words”",
    ),
    "what is fixed of words against a rule": (
        '[[card]]\nwords = "x"\npair = ["PH-1"]\nid = "X"\nroom = "open"\n',
        2,
        "take out “room” and “fixed”",
    ),
    "what is fixed of a pair": ('[[card]]\npair = ["PH-1", "ZT-1"]\nfixed = "The law."\n', 2, "take out “room” and “fixed”"),
    "no id against a rule": ('[[card]]\nwords = "x"\npair = ["PH-1"]\n', 2, "no id: give it one, such as TODAY-1"),
    "why beside words against a rule": (
        '[[card]]\nwords = "x"\npair = ["PH-1"]\nid = "X"\nwhy = "y"\n',
        2,
        "leave only “words”",
    ),
    "words beside a rule": ('[[card]]\nrule = "PH-2"\nwhy = "x"\n', 2, "takes its words from the rule bank"),
    "no id": ('[[card]]\nwords = "x"\n', 2, "no id"),
    "a strange id": ('[[card]]\nid = "a b"\nwords = "x"\n', 2, "letters, digits, dots and dashes"),
    "a long id": (f'[[card]]\nid = "{"a" * 41}"\nwords = "x"\n', 2, "up to 40"),
    "words of blanks": ('[[card]]\nid = "X"\nwords = " \\u200b "\n', 2, "has no words"),
    "an unknown kind": ('[[card]]\nid = "X"\nwords = "x"\nkind = "poll"\n', 2, "unknown value"),
    "a kind of its own that is a pair": ('[[card]]\nid = "X"\nwords = "x"\nkind = "pair"\n', 2, "name two rules in “pair”"),
    "two wordings of which one has no words": (OWN_PAIR.format(pair='"A-1", "A-2"', options='"a"'), 2, "give two ids"),
    "a rule of the bank in other words": (OWN_PAIR.format(pair='"PH-1", "A-2"', options='"a", "b"'), 2, "take another id"),
    "a wording called as an answer": (OWN_PAIR.format(pair='"both", "A-2"', options='"a", "b"'), 2, "give it another id"),
    "a wording of today called as an answer": (
        '[[card]]\nid = "neither"\npair = ["YV-2"]\nwords = "We are told in writing what was done with each idea, and why."\n',
        2,
        "give it another id",
    ),
    "two wordings with a why": (OWN_PAIR.format(pair='"A-1", "A-2"', options='"a", "b"') + 'why = "x"\n', 2, "leave only"),
    "an own card with what each is good for": (CARD + 'option_good = ["a"]\n', 2, "name two rules"),
    "an unknown pointer": (CARD + 'pointers = ["P8"]\n', 2, "names the pointer “P8”: there are P1 to P7"),
    "two options": (
        '[[card]]\nid = "X"\nkind = "choice"\nwords = "x"\noptions = ["a", "Something else"]\n',
        2,
        "has 2 options",
    ),
    "seven options": (
        '[[card]]\nid = "X"\nkind = "choice"\nwords = "x"\noptions = ["a", "b", "c", "d", "e", "f", "Something else"]\n',
        2,
        "has 7 options",
    ),
    "no last option": ('[[card]]\nid = "X"\nkind = "choice"\nwords = "x"\noptions = ["a", "b", "c"]\n', 2, "Something else"),
    "the same option twice": (
        '[[card]]\nid = "X"\nkind = "choice"\nwords = "x"\noptions = ["a", "a", "Something else"]\n',
        2,
        "the same option twice",
    ),
    "options on a scale": ('[[card]]\nid = "X"\nwords = "x"\noptions = ["a"]\n', 2, "take them out"),
    "one wording": ('[[card]]\npair = ["PH-1"]\n', 2, "needs two rule ids"),
    "three wordings": ('[[card]]\npair = ["PH-1", "ZT-1", "PH-2"]\n', 2, "needs two rule ids"),
    "a rule against itself": ('[[card]]\npair = ["PH-1", "PH-1"]\n', 2, "compares a rule with itself"),
    "an unknown wording": ('[[card]]\npair = ["PH-1", "ZT-99"]\n', 2, "names the rule “ZT-99”"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_bad_card_is_told_with_its_line_and_a_mend(write, name: str) -> None:  # type: ignore[no-untyped-def]
    text, line, words = WRONG[name]
    (said,) = refused(write(HEAD + text))
    assert said.startswith(f"FILE, line {line}: card 1 ")
    assert words in said


HEADS = {
    "no title": (CARD, "no line for “title”"),
    "an empty title": ('title = " "\n' + CARD, "the title is empty"),
    "no card": (HEAD, "there is no card"),
    "an empty list of cards": (HEAD + "card = []\n", "there is no card"),
    "quotes from four": (HEAD + "quote_from = 4\n" + CARD, "quote_from is under 5"),
    "numbers from seven": (HEAD + "numbers_from = 7\n" + CARD, "numbers_from"),
    "numbers in words": (HEAD + 'numbers_from = "10"\n' + CARD, "numbers_from"),
    "no minutes": (HEAD + "minutes = 0\n" + CARD, "minutes must be"),
    "a day of minutes": (HEAD + "minutes = 1440\n" + CARD, "minutes must be"),
    "minutes in words": (HEAD + 'minutes = "long"\n' + CARD, "at “minutes”"),
    "an unknown language": (HEAD + 'language = "fr"\n' + CARD, "unknown value “fr”"),
    "an unknown word": (HEAD + 'titel = "x"\n' + CARD, "“titel”"),
    "a card that is no table": (HEAD + 'card = ["PH-2"]\n', "a card begins with [[card]]"),
    "a card that is a text": (HEAD + 'card = "PH-2"\n', "a card begins with [[card]]"),
}


@pytest.mark.parametrize("name", HEADS)
def test_what_is_wrong_at_the_top_is_told(write, name: str) -> None:  # type: ignore[no-untyped-def]
    text, words = HEADS[name]
    said = refused(write(text))
    assert any(words in line for line in said), said


def test_several_bad_cards_are_told_at_once_each_with_its_line(write) -> None:  # type: ignore[no-untyped-def]
    text = HEAD + CARD + '\n[[card]]\nrule = "PH-99"\n\n' + '[[card]]\nrule = "PH-2"\n' + "[[card]]\nrule = 5\n" + CARD
    said = refused(write(text))
    assert [line.split(" ")[1:6] for line in said] == [
        ["line", "6:", "card", "2", "names"],
        ["line", "11:", "card", "4", "needs"],
        ["line", "13:", "card", "5", "has"],
    ]
    assert "id “OWN-1” of an earlier card" in said[2]


def test_the_same_rule_twice_is_told(write) -> None:  # type: ignore[no-untyped-def]
    (said,) = refused(write(HEAD + '[[card]]\nrule = "PH-2"\n[[card]]\nrule = "PH-2"\n'))
    assert said.startswith("FILE, line 4: card 2 has the id “PH-2” of an earlier card")


@pytest.mark.parametrize("quotes", ['"""', "'''"])
def test_headers_inside_a_long_text_do_not_shift_the_lines(write, quotes: str) -> None:  # type: ignore[no-untyped-def]
    text = f'{HEAD}purpose = {quotes}\n[[card]]\nnot one\n[[card]]\n{quotes}\n{CARD}[[card]]\nrule = "PH-99"\n'
    (said,) = refused(write(text))
    assert said.startswith("FILE, line 10: card 2 ")


LINES = {
    "indented": ("  [[card]]\n\t[[ card ]]\n", [1, 2]),
    "a comment": ("# [[card]]\n[[card]] # [[card]]\n", [2]),
    "another table": ("[[cards]]\n[card]\n[[card.x]]\n[[card]]\n", [4]),
    "a long text on one line": ('a = """x"""\n[[card]]\n', [2]),
    "a long text that ends in quotes": ('a = """"x""""" # """\n[[card]]\n', [2]),
    "a long text with escaped quotes": ('a = """\\"""\n[[card]]\n"""\n[[card]]\n', [4]),
    "short texts in a row": ('a = ["#", \'"""\', "\\"", \'\']\n[[card]]\n', [2]),
    "Windows line ends": ("a = 1\r\n[[card]]\r\n", [2]),
    "a long text with the other quotes inside": ('a = """\n\'\'\'\n[[card]]\n"""\n[[card]]\n', [5]),
}


@pytest.mark.parametrize("name", LINES)
def test_the_lines_of_headers(name: str) -> None:
    text, lines = LINES[name]
    assert table_lines(text, "card") == lines


@pytest.mark.parametrize("before", ['# say """\n', "# it's ''' here\n", 'purpose = \'three """ in a row\'\n'])
def test_quotes_in_a_comment_do_not_hide_headers(write, before: str) -> None:  # type: ignore[no-untyped-def]
    (said,) = refused(write(HEAD + before + '[[card]]\nrule = "PH-99"\n'))
    assert said.startswith("FILE, line 3: card 1 ")


def test_an_odd_line_break_in_a_text_does_not_shift_the_lines(write) -> None:  # type: ignore[no-untyped-def]
    (said,) = refused(write(HEAD + 'purpose = "a\u2028b"\n[[card]]\nrule = "PH-99"\n'))
    assert said.startswith("FILE, line 3: card 1 ")


SYNTAX = {
    "no end of a text": ('title = "T\n', 1),
    "no equals sign": ("title\n", 1),
    "in the fourth line": (HEAD + "\n[[card]]\nrule = PH-2\n", 4),
    "the same word twice": (HEAD + HEAD, 2),
    "a bracket left open": (HEAD + "[[card]\n", 2),
    "a control character": (HEAD + 'purpose = "a\x07b"\n', 2),
}


@pytest.mark.parametrize("name", SYNTAX)
def test_a_slip_of_the_pen_is_told_with_its_line(write, name: str) -> None:  # type: ignore[no-untyped-def]
    text, line = SYNTAX[name]
    (said,) = refused(write(text))
    assert said.startswith(f"FILE, line {line}: ")
    assert said.endswith("Check the quotes, brackets and equals signs there.")


def test_a_text_that_never_ends_is_told(write) -> None:  # type: ignore[no-untyped-def]
    (said,) = refused(write(HEAD + 'purpose = """a'))
    assert "at the end" in said or "line 2" in said


FILES = {
    "empty": (b"", "is empty"),
    "blank": (b" \n\t\n", "is empty"),
    "NUL": (HEAD.encode() + b"\0", "not a text file"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(200), "not in UTF-8"),
    "a program": (b"MZ" + bytes(200), "not a text file"),
    "half a letter of UTF-16": ((HEAD + CARD).encode("utf-16")[:-1], "not in UTF-8"),
    "UTF-16 that does not say so": ((HEAD + CARD).encode("utf-16-le"), "not a text file"),
    "Latin-1": ('title = "Casa"\npurpose = "Niñas"\n'.encode("latin-1"), "line 2: a letter is not in UTF-8"),
    "Windows quotes": (b'title = "T"\n\npurpose = \x93x\x94\n', "line 3: a letter is not in UTF-8"),
    "a surrogate": (b'title = "\xed\xa0\x80"\n', "line 1: a letter is not in UTF-8"),
    "50 MB": (b"#" * 50_000_000, "larger than 1 MB"),
    "deep nesting": (b"a = " + b"[" * 100_000, "nested too deeply"),
    "deep nesting of tables": (b"a = " + b"{b = " * 50_000, "nested too deeply"),
    "a long number": (b"a = " + b"9" * 10_000, "a number that is too long"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_plan_is_told_in_a_sentence(tmp_path: Path, name: str) -> None:
    data, words = FILES[name]
    path = tmp_path / "p.toml"
    path.write_bytes(data)
    (said,) = refused(path)
    assert words in said
    assert len(said) < 400


def test_ids_that_only_case_tells_apart_took_each_others_answers(write) -> None:  # type: ignore[no-untyped-def]
    (said,) = refused(write(HEAD + '[[card]]\nid = "X-1"\nwords = "a"\n[[card]]\nid = "x-1"\nwords = "b"\n'))
    assert "id “x-1” of an earlier card" in said


@pytest.mark.parametrize(("mark", "order"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")])
def test_a_file_that_powershell_wrote_was_refused(tmp_path: Path, mark: bytes, order: str) -> None:
    (tmp_path / "p.toml").write_bytes(mark + (HEAD + CARD).replace("\n", "\r\n").encode(order))
    assert len(read_plan(tmp_path / "p.toml").cards) == 1


def test_a_folder_is_no_plan(tmp_path: Path) -> None:
    (said,) = refused(tmp_path)
    assert "is a folder" in said


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    (said,) = refused(tmp_path / "none.toml")
    assert "There is no file" in said


def test_a_name_too_long_for_any_disk_is_told(tmp_path: Path) -> None:
    (said,) = refused(tmp_path / ("x" * 300 + ".toml"))
    assert "can't be read" in said


def many_cards(count: int) -> str:
    return HEAD + "".join(f'[[card]]\nid = "C-{n}"\nwords = "x"\n' for n in range(count))


def test_500_cards_are_read_and_501_refused(write) -> None:  # type: ignore[no-untyped-def]
    assert len(read_plan(write(many_cards(500))).cards) == 500
    (said,) = refused(write(many_cards(501)))
    assert "there are 501 cards" in said
    assert "at most 500" in said


def test_an_inline_list_of_cards_has_no_lines_but_is_still_checked(write) -> None:  # type: ignore[no-untyped-def]
    (said,) = refused(write(HEAD + 'card = [{rule = "PH-2"}, {rule = "PH-99"}]\n'))
    assert said.startswith("FILE: card 2 names the rule “PH-99”")


ESCAPED = {
    "a rule": '[[card]]\nrule = "\\u001b[2J"\n',
    "an id": '[[card]]\nid = "\\u001b[2J"\nwords = "x"\n',
    "a pointer": CARD + 'pointers = ["\\u001b[2J"]\n',
    "an unknown word": CARD + '"\\u001b[2J" = 1\n',
    "an unknown value": '[[card]]\nid = "X"\nwords = "x"\nkind = "\\u001b[2J"\n',
}


@pytest.mark.parametrize("text", ESCAPED.values(), ids=ESCAPED)
def test_control_characters_of_a_plan_do_not_reach_the_refusal(write, text: str) -> None:  # type: ignore[no-untyped-def]
    assert "\x1b" not in "\n".join(refused(write(HEAD + text)))


def test_a_wrong_type_is_told_with_paired_quotes(write) -> None:  # type: ignore[no-untyped-def]
    (said,) = refused(write(HEAD + "[[card]]\nrule = 5\n"))
    assert said.count("“") == said.count("”")


def test_content_offers_what_a_front_end_needs() -> None:
    assert set(content.__all__) >= {"find_plan", "plan_files", "read_plan", "quick_picks", "help_lines"}


def test_a_wrong_head_and_wrong_cards_are_told_at_once_each_with_its_line(write) -> None:  # type: ignore[no-untyped-def]
    said = refused(write('titel = "x"\nminutes = "many"\n\n[[card]]\nrule = "PH-99"\n'))
    assert any("line 1" in line and "titel" in line for line in said) or any("line 2" in line for line in said)
    assert any("line 4: card 1" in line for line in said)


_NO_TEXTS = {"rule", "pair", "id", "kind", "options", "option_good", "about", "pointers", "room"}


@pytest.mark.parametrize("name", sorted({*PlanCard.__struct_fields__} - _NO_TEXTS))
def test_a_text_over_its_limit_is_refused_and_never_cut(write, name: str) -> None:  # type: ignore[no-untyped-def]
    def card(letters: int) -> str:
        texts = {"words": "A rule."} | {name: "é" * letters}
        lines = "\n".join(f'{word} = "{text}"' for word, text in texts.items())
        return f'title = "Mine"\n[[card]]\nid = "OWN-1"\n{lines}\n'

    (kept,) = read_plan(write(card(RULE_LIMIT))).cards
    assert getattr(kept, "rule" if name == "words" else name) == "é" * RULE_LIMIT
    with pytest.raises(CodesignError, match=f"card 1 has a text of 615 letters in “{name}”: at most {RULE_LIMIT}"):
        read_plan(write(card(615)))


def test_an_option_a_title_or_a_purpose_over_its_limit_is_refused(write) -> None:  # type: ignore[no-untyped-def]
    options = ", ".join(f'"{text}"' for text in ("One", "T" * 601, "Something else"))
    text = f'title = "{"M" * 121}"\npurpose = "{"P" * 601}"\n[[card]]\nid = "OWN-1"\nkind = "choice"\nwords = "Which?"\n'
    with pytest.raises(CodesignError) as refused:
        read_plan(write(f"{text}options = [{options}]\n"))
    title, purpose, option = str(refused.value).split("\n")
    assert "line 1: the plan has a text of 121 letters in “title”: at most 120" in title
    assert "line 2: the plan has a text of 601 letters in “purpose”: at most 600" in purpose
    assert "line 3: card 1 has a text of 601 letters in “options”" in option


def test_every_rule_of_the_bank_can_be_put_in_as_a_card_and_a_strict_wording_only_within_its_pair() -> None:
    cards = bank_cards()
    assert len(cards) == len({card.id for card in cards}) == 80
    pairs = [card for card in cards if card.kind == "pair"]
    assert len(pairs) == 6
    assert not any(card.id.startswith("ZT-") for card in cards)
    assert all(kind_of(card).problems(card) == [] for card in cards)


TWO = """
title = "T"
[[card]]
id = "TOP-1"
kind = "pick-two"
words = "Which two first?"
options = ["Phones", "Games", "Wi-Fi", "Our say"]
"""


def test_what_options_are_about_is_kept_in_their_order(write) -> None:  # type: ignore[no-untyped-def]
    assert read_plan(write(f'{TWO}about = [["PH-1", "PH-2"], [], ["WF-1"], []]\n')).cards[0].about == (
        ("PH-1", "PH-2"),
        (),
        ("WF-1",),
        (),
    )


@pytest.mark.parametrize(
    ("about", "told"),
    [
        ('[["PH-1"]]', "with a list of rules for each of its options"),
        ('[["PH-1"], ["NO-9"], [], []]', "is about “NO-9”, which is no rule of this plan"),
        ('["PH-1", "PH-2", "WF-1", "YS-1"]', "about"),
    ],
)
def test_options_about_a_rule_that_is_nowhere_are_told(write, about: str, told: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(CodesignError, match=re.escape(told)):
        read_plan(write(f"{TWO}about = {about}\n"))


def test_a_card_of_a_plan_took_the_name_of_a_rule_that_youth_write(write) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(CodesignError, match="rules that youth write are named so"):
        read_plan(write('title = "T"\n[[card]]\nid = "IDEA-1"\nwords = "You can charge phones here."\n'))


LONG = "x" * 5000
LONG_WORDS = (
    f'[[card]]\nid = "{LONG}"\nwords = "x"\n',
    f'[[card]]\nid = "{LONG}"\nwords = "x"\n' * 2,
    f'[[card]]\nrule = "{LONG}"\n',
    CARD + f'pointers = ["{LONG}"]\n',
    CARD + f'{LONG} = "x"\n',
    f'[[card]]\nid = "X"\nwords = "x"\nkind = "{LONG}"\n',
    OWN_PAIR.format(pair=f'"{LONG}", "A-2"', options='"a", "b"'),
    f'[[card]]\nid = "X"\nkind = "pick-two"\nwords = "x"\noptions = ["a", "b", "c", "d"]\nabout = [["{LONG}"], [], [], []]\n',
)


@pytest.mark.parametrize("cards", LONG_WORDS)
def test_a_word_of_a_plan_file_was_told_at_any_length(tmp_path: Path, cards: str) -> None:
    path = tmp_path / "long.toml"
    path.write_text(HEAD + cards, "utf-8")
    with pytest.raises(CodesignError) as refused:
        read_plan(path)
    assert "x" * 39 in str(refused.value)
    assert "…" in str(refused.value)
    assert max(map(len, str(refused.value).replace(f"{path}", "").split("\n"))) < 300
