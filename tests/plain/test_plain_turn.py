"""A turn in plain lines: what is read out, what a typed line does, and what never counts as an answer."""

import re

import pytest
from plain_kit import BLANK, CHOICE, CTRL_C, NOTED, PAIR, SCALE, TWO, OfSession, answers, console, play, printed_until_left

from codesign.content import bank_cards
from codesign.content.picks import USUAL, quick_picks
from codesign.core.card import Card, Option
from codesign.core.text import COMMENT_LIMIT
from codesign.course.pages import BeforeTurn, Hidden
from codesign.plain.around_cards import AroundCards
from codesign.plain.asking import Asking
from codesign.plain.console import Console, Left
from codesign.plain.follow_up import PICK_KEYS

HOSTILE = "\x1b]0;owned\x07\x1b[2J[red]"


@pytest.mark.parametrize(
    ("card", "lines", "answer"),
    [
        (SCALE, ["1", "", ""], "works"),
        (SCALE, ["2", "", ""], "could"),
        (SCALE, ["3", "", ""], "doesnt"),
        (SCALE, ["4"], "skipped"),
        (SCALE, ["5"], "unclear"),
        (CHOICE, ["a", ""], "A"),
        (CHOICE, ["C", ""], "C"),
        (CHOICE, ["4"], "skipped"),
        (PAIR, ["b", ""], "G-2"),
        (PAIR, ["d", ""], "neither"),
        (TWO, ["ac", ""], "A+C"),
        (TWO, ["c A", ""], "A+C"),
        (TWO, ["f, b", ""], "B+F"),
        (TWO, ["c", "a", ""], "A+C"),
        (TWO, ["c", "c", "b", "a", ""], "A+B"),
        (TWO, ["c", "ab", ""], "A+B"),
        (TWO, ["5"], "unclear"),
    ],
)
def test_the_keys_of_the_screens_answer(card: Card, lines: list[str], answer: str) -> None:
    assert answers([card], *lines) == {card.id: answer}


@pytest.mark.parametrize("card", [SCALE, CHOICE, PAIR, TWO])
@pytest.mark.parametrize("line", ["", " ", "6", "yes", "z", "11", "1 2", "abc", "g", "good", "b a c k", "\x1b[A"])
def test_no_other_line_is_an_answer(card: Card, line: str) -> None:
    printed = printed_until_left([card], line)
    assert printed.count(BLANK) == 1, "the card stays"
    assert "Noted" not in printed
    assert re.search(r"Nothing was changed|4 to skip|Two different letters", printed)


def test_a_card_is_read_in_order_and_says_what_can_be_typed() -> None:
    printed = printed_until_left([SCALE, CHOICE])
    order = ["Card 1 of 2.", SCALE.rule, "1. Works for me", "3. Doesn't work for me", "4. Skip.", "5. I don't get this one."]
    assert sorted(order, key=printed.index) == order
    for typed in ("?", "back", "s for support", "0 to stop", "h to hide", "help"):
        assert typed in printed
    assert len(printed.removeprefix(BLANK).splitlines()) <= 20


def test_a_pair_says_first_that_no_wording_is_the_right_one() -> None:
    printed = printed_until_left([PAIR])
    assert printed.index("no special order") < printed.index("A. Ask first.") < printed.index("B. Talk after.")


def usual(prompt: str) -> list[str]:
    """The ids of the picks beside a card that names no list."""
    return [pick.id for pick in quick_picks()[prompt] if USUAL in pick.lists]


def test_every_letter_means_one_thing() -> None:
    assert set(PICK_KEYS) & set("hsw") == set()
    assert len(PICK_KEYS) >= max(len(usual(prompt)) for prompt in quick_picks())
    for line in ("hide", "back", "stop", "more", "help", "support", "who", "none", "write", "yes"):
        assert not set(line) <= set(PICK_KEYS), f"{line} could be read as quick picks"


@pytest.mark.parametrize("line", ["h", "hide", "H", CTRL_C])
@pytest.mark.parametrize(
    "before",
    [
        [],
        ["2"],
        ["2", "a"],
        ["2", "a", "my words"],
        ["2", "a", "my words", "yes"],
        ["0"],
        ["2", "", "", "yes"],
        ["2", "", "555 123 4567"],
    ],
    ids=["card", "picks", "comment", "quote", "next", "stop", "note", "take-out"],
)
def test_hide_works_at_every_question_and_drops_the_turn(before: list[str], line: str) -> None:
    with pytest.raises(Hidden):
        play([SCALE, NOTED], *before, line)


def test_hide_works_at_the_end() -> None:
    with pytest.raises(Hidden):
        play([SCALE], "1", "", "", "h")


@pytest.mark.parametrize("count", range(5))
def test_the_end_of_the_input_leaves_wherever_it_comes(count: int) -> None:
    with pytest.raises(Left):
        play([SCALE], *["2", "a", "my words", "yes", ""][:count])


def test_an_empty_line_never_votes_never_says_yes_and_never_casts() -> None:
    printed = printed_until_left([SCALE], "", "", "1", "", "my words", "", "", "", "")
    assert printed.count("Pick one, or 4 to skip.") == 2
    assert printed.count("Your ballot is not in the box yet") == 3
    ballot, _printed = play([SCALE], "1", "", "my words", "", "yes")
    assert ballot is not None
    assert [(r.text, r.quote_ok) for r in ballot.remarks] == [("my words", False)]


def test_a_content_note_comes_first_with_a_real_choice() -> None:
    printed = printed_until_left([NOTED], "", "1")
    assert "pictures of people" in printed
    assert NOTED.rule not in printed, "an empty line does not say yes to a hard card"
    assert answers([NOTED], "yes", "3", "", "") == {"N-1": "doesnt"}
    assert answers([NOTED], "4") == {"N-1": "skipped"}
    assert play([SCALE, NOTED], "1", "", "", "0", "2", "yes")[0] is None


def test_picks_words_and_an_ok_to_quote() -> None:
    ballot, _printed = play([SCALE], "2", "i, c", "only with headphones", "yes", "yes")
    assert ballot is not None
    (remark,) = ballot.remarks
    could = usual("could")
    assert remark.picks == tuple(sorted([could[7], could[2]]))
    assert (remark.prompt, remark.text, remark.quote_ok) == ("could", "only with headphones", True)


def test_picks_can_be_taken_back_and_a_line_taken_out() -> None:
    ballot, printed = play([SCALE], "2", "ab", "words", "yes", "back", "w", "none", "none", "yes")
    assert ballot is not None
    assert ballot.remarks == ()
    assert "Enter keeps the line you wrote" in printed


@pytest.mark.parametrize("line", ["j", "ah", "a1", "abz"])
def test_other_letters_are_no_pick(line: str) -> None:
    assert "Only letters from above" in printed_until_left([SCALE], "3", line)


@pytest.mark.parametrize("line", ["bad", "a bad idea", "abc", "fed,a"])
def test_a_word_was_taken_for_the_picks_of_its_letters(line: str) -> None:
    ballot, printed = play([SCALE], "1", line, "", "they would lose them", "", "yes")
    assert ballot is not None
    assert (ballot.remarks[0].picks, ballot.remarks[0].text) == ((), "they would lose them")
    assert "Words of your own come after Enter." in printed


def test_nothing_said_how_many_were_picked() -> None:
    assert "Picked: 2." in printed_until_left([SCALE], "1", "b d")


def test_a_phone_number_is_gently_asked_about() -> None:
    lines = ["1", "", "call me 555 123 4567"]
    ballot, printed = play([SCALE], *lines, "yes", "", "yes")
    assert ballot is not None
    assert ballot.remarks[0].text == "call me [contact]"
    assert "Take it out?" in printed
    kept, _printed = play([SCALE], *lines, "", "", "yes")
    assert kept is not None
    assert kept.remarks[0].text == "call me 555 123 4567"


def test_a_comment_is_cleaned_and_limited() -> None:
    ballot, printed = play([SCALE], "1", "", HOSTILE.replace("\x07", "") + "x" * 600, "", "", "yes")
    assert ballot is not None
    assert len(ballot.remarks[0].text) == COMMENT_LIMIT
    assert ballot.remarks[0].text.startswith("]0;owned[2J[red]x")
    assert "too long for one line" in printed


def test_a_digit_typed_one_question_too_late_is_no_comment() -> None:
    ballot, printed = play([SCALE], "1", "", "3", "", "yes")
    assert ballot is not None
    assert ballot.remarks == ()
    assert "one letter only" in printed


@pytest.mark.parametrize("line", ["I want a say", "A plug in every locker", "y ya no"])
def test_a_comment_that_begins_with_a_word_of_one_letter_was_taken_for_one_letter(line: str) -> None:
    ballot, printed = play([SCALE], "1", "", line, "", "yes")
    assert ballot is not None
    assert [remark.text for remark in ballot.remarks] == [line]
    assert "one letter only" not in printed


@pytest.mark.parametrize("line", ["s", "support", "help", "help me", "S"])
def test_support_opens_in_the_comment_line_and_is_no_comment(line: str) -> None:
    ballot, printed = play([SCALE], "1", "", line, "", "yes")
    assert ballot is not None
    assert ballot.remarks == ()
    assert "Dana, office. Just say: can we talk?" in printed
    assert "No one is told you opened this." in printed


def test_who_more_and_help_are_read_out_and_the_card_stays() -> None:
    printed = printed_until_left([SCALE], "who", "?", "help")
    assert "Under 5 nothing is shown." in printed
    assert "Why we ask: People asked for it." in printed
    assert "To talk to someone now, type s." in printed
    assert printed.count(BLANK) == 1


def test_back_changes_an_answer_and_enter_keeps_one() -> None:
    cards = [SCALE, CHOICE]
    assert answers(cards, "1", "", "", "back", "3", "", "", "a", "") == {"S-1": "doesnt", "C-1": "A"}
    assert answers(cards, "1", "", "", "back", "", "a", "") == {"S-1": "works", "C-1": "A"}
    assert answers(cards, "1", "", "", "b", "", "back", "", "") == {"S-1": "works", "C-1": "B"}
    assert answers([TWO], "ab", "", "back", "cd", "") == {"T-1": "C+D"}
    assert answers([SCALE], "2", "back", "1", "", "") == {"S-1": "works"}


def test_an_answer_that_is_changed_takes_its_ok_to_quote_with_it() -> None:
    ballot, _printed = play([SCALE], "1", "", "my words", "yes", "back", "3", "", "", "", "yes")
    assert ballot is not None
    assert [(r.prompt, r.text, r.quote_ok) for r in ballot.remarks] == [("doesnt", "my words", False)]


@pytest.mark.parametrize("lines", [["other words"], ["call 555 123 4567"], ["call 555 123 4567", "yes"], [""]])
def test_an_ok_to_quote_is_never_carried_over_to_other_words_by_stopping(lines: list[str]) -> None:
    ballot, _printed = play([SCALE], "1", "", "my words", "yes", "back", "w", "", *lines, "0", "1")
    assert ballot is not None
    assert [r.quote_ok for r in ballot.remarks] == [False]


@pytest.mark.parametrize("stop", ["0", "stop", "STOP"])
@pytest.mark.parametrize("before", [[], ["2"], ["2", ""], ["2", "", "words"], ["2", "", "", "yes"], ["2", "", "", "4"]])
def test_stop_works_at_every_question(before: list[str], stop: str) -> None:
    assert play([SCALE, NOTED], *before, stop, *(["2", "yes"] if before else ["1"]))[0] is None


def test_a_third_letter_changes_nothing() -> None:
    printed = printed_until_left([TWO], "ab", "", "back", "c")
    assert "Two are picked already" in printed
    assert answers([TWO], "ab", "", "back", "c", "") == {"T-1": "A+B"}


def test_stop_keeps_throws_away_or_goes_on() -> None:
    kept, _printed = play([SCALE, CHOICE], "2", "a", "stop", "", "1")
    assert kept is not None
    assert kept.answers == {"S-1": "could", "C-1": "not_reached"}
    assert kept.remarks[0].picks
    assert play([SCALE], "1", "", "", "0", "2", "yes")[0] is None
    ballot, printed = play([SCALE], "0", "4", "2", "1", "", "", "yes")
    assert ballot is not None
    assert "1. Stop. Nothing was answered, so nothing is kept." in printed
    assert "2. Go on" in printed
    assert "3. Take a break." in printed


def test_an_ok_to_quote_is_never_asked_of_a_line_that_keeps_a_number() -> None:
    ballot, printed = play([SCALE], "2", "", "call 555-014-2222", "", "yes")
    assert ballot is not None
    assert [(r.text, r.quote_ok) for r in ballot.remarks] == [("call 555-014-2222", False)]
    assert "OK to quote it?" not in printed
    assert "If it stays in" in printed


def before(talk: Console, audience: str, *, second_vote: bool = False) -> object:
    page = BeforeTurn(cards=1, audience=audience, second_vote=second_vote)
    return AroundCards(Asking(talk, OfSession())).pages[BeforeTurn](page)


def test_everybody_is_told_of_a_second_vote_before_the_first_card() -> None:
    for second in (True, False):
        talk, _keys, paper = console("")
        before(talk, audience="", second_vote=second)
        assert ("A second vote, for everybody." in paper.getvalue()) is second


def test_no_answer_is_ever_echoed() -> None:
    _ballot, printed = play([SCALE, CHOICE], "2", "a", "my secret words", "yes", "back", "w", "", "", "yes", "b", "", "yes")
    told = printed.split(BLANK)
    assert "my secret words" not in printed
    for page in told[3:4]:  # the card that was come back to
        assert "This card is answered." in page
        assert page.count("Could work if") == 1, "as an option, and nothing more"


def test_every_page_of_a_turn_begins_on_a_clean_screen() -> None:
    _ballot, printed = play([SCALE, CHOICE], "1", "", "", "b", "", "yes")
    pages = printed.split(BLANK)
    assert [page.split("\n")[0] for page in pages] == ["", "Card 1 of 2.", "Card 2 of 2.", "That was the last card."]
    assert "Phones" not in pages[2] + pages[3]


def test_hostile_words_of_a_plan_are_shown_as_they_are() -> None:
    odd = Card(id="O-1", kind="choice", rule=HOSTILE, options=tuple(Option(c, f"{HOSTILE}{c}") for c in "ABC"), why=HOSTILE)
    printed = printed_until_left([odd], "?")
    assert printed.count("]0;owned[2J[red]") == 5
    assert "\x1b" not in printed


def test_the_page_before_says_who_reads_and_where_help_is() -> None:
    for lines, goes_on in ((["what", "s", ""], True), (["0"], False), (["stop"], False)):
        talk, keys, paper = console(*lines)
        assert before(talk, audience="Maria") is goes_on
        assert keys.left == []
    printed = paper.getvalue()
    for told in (
        "Your vote is private",
        "Only with your OK, your words go on to Maria and “Our board”",
        "not a way to get help",
        "Call 911",
    ):
        assert told in printed
    assert len(printed.removeprefix(BLANK).splitlines()) <= 20


def test_a_line_that_has_little_room_left_says_so_before_it_is_typed() -> None:
    cards = [Card(id=f"R-{n}", kind="scale", rule=f"Rule {n}.") for n in range(9)]
    lines = [line for n in range(8) for line in ("1", "", "x" * (500 if n else 380), "")]
    _ballot, printed = play(cards, *lines, "1", "", "", "yes")
    before, last = printed.split("Rule 8.")
    assert "more letters fit here" not in before
    assert re.search(r"About \d\d more letters fit here\.\s+Your line, or Enter for none:", last)


@pytest.mark.parametrize("said", ["yes", ""])
def test_the_ok_to_an_idea_asked_for_a_quote_and_the_page_promised_a_vote(said: str) -> None:
    ballot, printed = play([SCALE], "1", "", "", "idea", "wifi for all", said, "yes")
    assert ballot is not None
    assert "vote on it" not in printed
    assert "Only if you say OK, it may be shown in your words: to the group as a card" in printed
    assert "OK as a card? Some may guess who wrote it." in printed
    assert "OK to quote it?" not in printed[printed.index("A rule you would make") :]
    assert [remark.quote_ok for remark in ballot.remarks] == [said == "yes"]


def test_what_can_change_and_the_rule_today_are_said_after_the_rule() -> None:
    card = Card(id="R-1", kind="scale", rule="You get a phone.", room="needs-money", today="Nobody gets one.")
    _ballot, printed = play([card], "1", "", "", "yes")
    said = [printed.index(words) for words in ("You get a phone.", "This costs money.", "Today: Nobody", "1. Works for me")]
    assert said == sorted(said)


def test_a_minute_on_the_topic_of_a_card_is_read_out_where_there_is_one() -> None:
    known = next(card for card in bank_cards() if card.id == "GA-2")
    told = printed_until_left((known,), "?", "learn")
    assert "Type learn for one minute on this: Games and strangers." in told
    assert "In many games other players can talk to you. [1]" in told
    assert "missingkids.org/netsmartz/topics/gaming" in told
    own = printed_until_left((SCALE,), "?", "learn")
    assert "Type learn" not in own
    assert "That is no answer on this card" in own
