"""From a policy to a plan, as values: the ten questions, a sentence at a time, a pair that is looked at, and what is kept."""

from pathlib import Path

import pytest
from course_kit import Played, at_home

from codesign.content import bank_cards, read_plan
from codesign.content.today import beside_today
from codesign.core.policy.pairs import TodaysPair
from codesign.course.pages import Menu, Problem, Question, Sure, ToRead
from codesign.course.policy_words import QUESTIONS, of_the_pair
from codesign.engine import Engine

POLICIES = Path(__file__).parent.parent / "data" / "policy"
MINE = "Phones are handed in at 10 pm. Staff may search any phone at any time. Phones may be used in the kitchen."


@pytest.fixture
def play(engine: Engine) -> Played:
    return at_home(engine).say("plans", "own policy")


@pytest.fixture
def mine(play: Played, tmp_path: Path) -> Played:
    """At the first sentence of a policy with two to talk about and one more."""
    path = tmp_path / "Our house.txt"
    path.write_text(MINE.replace(". ", ".\n\n"), "utf-8")
    return play.say(str(path), "on")


def shown(play: Played) -> str:
    """The words of the page."""
    page = play.page
    blocks = page.blocks() if isinstance(page, ToRead) else play.at(Menu).parts
    return "\n".join(line for block in blocks for line in (block.title, *block.lines))


def pair(play: Played, *good: str) -> Played:
    """Make a pair of the sentence, with the first rule that is offered."""
    play.say("pair")
    if isinstance(play.page, Menu):
        play.say(play.page.choices[0].id)
    if isinstance(play.page, Question):
        play.say(*good or ("",))
    return play.say("on")


def choices(play: Played) -> list[str]:
    return [choice.id for choice in play.at(Menu).choices]


def test_the_ten_questions_come_first_and_nothing_is_called_clear(play: Played) -> None:
    assert play.say(str(POLICIES / "house-a.md")).at(ToRead).place == "policy-questions"
    assert all(question in shown(play) for question in QUESTIONS)
    assert len(QUESTIONS) == 10
    assert "sentences are about technology." in shown(play)
    assert "The word check misses many." in shown(play)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "Name a file, or type a whole sentence"),
        ("house.pdf", "can't be read"),
        ("nowhere.txt", "nowhere.txt"),
        ("phones", "a whole sentence"),
    ],
)
def test_what_is_no_policy_is_asked_again(play: Played, typed: str, told: str) -> None:
    assert told in play.say(typed).at(Question).problem
    assert play.say(None).at(Menu).place == "plans-desk"


def test_a_policy_without_a_word_on_technology_is_no_all_clear(play: Played, tmp_path: Path) -> None:
    (tmp_path / "beds.txt").write_text("Beds are made by 8.", "utf-8")
    assert "found no sentence about technology" in play.say(str(tmp_path / "beds.txt")).at(Question).problem


@pytest.mark.parametrize("typed", ["{}/House phones", "'{}/House phones.txt' ", '"{}/House phones"'])
def test_a_file_named_as_a_folder_shows_it_was_read_as_a_sentence(play: Played, tmp_path: Path, typed: str) -> None:
    (tmp_path / "House phones.txt").write_text(MINE, "utf-8")
    play.say(typed.format(tmp_path), "on")
    assert play.at(Menu).title == "Sentence 1 of 3"


def test_one_sentence_can_be_typed(play: Played) -> None:
    play.say("No phones at dinner, ever.", "on")
    assert play.at(Menu).title == "Sentence 1 of 1"
    assert "“No phones at dinner, ever.”" in shown(play)
    assert "It does not say why or who looks at it again." in shown(play)


def test_each_sentence_has_its_place_its_remarks_and_its_gentler_rule_and_back_goes_to_the_one_before(mine: Played) -> None:
    assert mine.at(Menu).title == "Sentence 1 of 3"
    assert "You keep your own phone." in shown(mine)
    assert mine.say("talk").at(Menu).title == "Sentence 2 of 3"
    assert "It lets somebody look, hold or decide." in shown(mine)
    assert mine.say("back").at(Menu).title == "Sentence 1 of 3"
    assert mine.say("back").at(ToRead).place == "policy-questions"


def test_a_sentence_much_shorter_than_its_partner_is_no_pair(play: Played) -> None:
    play.say("Staff may search phones.", "on", "pair")
    assert play.at(ToRead).place == "policy-pair", "nothing is asked that youth would not read"
    words = shown(play)
    assert "A  Staff may search phones." not in words
    assert "Too unlike in length for a pair." in words
    assert play.say("back").at(Menu).title == "Sentence 1 of 1", "and no pair was made"


def test_a_rule_in_the_banks_own_words_was_said_to_be_too_unlike_in_length() -> None:
    rule = next(card for card in bank_cards() if card.id == "PH-2")
    card = beside_today(1, TodaysPair(rule.rule, rule))
    assert card.kind != "pair"
    told = " ".join(of_the_pair(rule.rule, card))
    assert "says the same" in told
    assert "unlike" not in told


def test_two_of_one_length_are_a_pair_and_what_one_side_says_alone_is_told(play: Played) -> None:
    mine = "Access to the internet may be revoked by the director without notice, for a cause that staff may give."
    play.say(mine, "on", "pair", "Nobody is kept awake.")
    words = shown(play)
    assert f"A  {mine}" in words
    assert "What A is good for\nNobody is kept awake." in words
    assert "What B is good for" in words
    assert "Only today's rule says what happens to who breaks it." in words
    assert "today" not in words.partition("For you alone")[0].casefold()
    play.say("back", "pair", "")
    assert "good for" not in shown(play), "of both or of none"


def test_a_loss_is_named_on_both_sides_and_the_gentler_says_why_until_when_and_who_looks_again(play: Played) -> None:
    mine = "Youth lose their phone for a week when they bring it into their bedroom at night, and hand it in to staff."
    play.say(mine, "on", "pair", "")
    words = shown(play)
    assert "B  We talk first. To stop harm, your phone may be held for a day, and a second worker looks at it again." in words
    assert "who breaks it" not in words


def test_another_rule_is_chosen_from_the_bank_and_one_rule_stands_against_one_sentence(mine: Played) -> None:
    mine.say("pair", "edit")
    assert mine.at(Menu).place == "policy-partner"
    mine.say("MS-1.3", "on")
    assert "You keep" not in shown(mine)
    assert "A gentler rule" not in shown(mine), "its own partner is taken"
    assert "MS-1.3" not in choices(mine.say("pair"))
    assert mine.say("back").at(Menu).title == "Sentence 2 of 3"


def test_where_nothing_was_found_a_pair_can_be_made_all_the_same(mine: Played) -> None:
    assert choices(mine.say("talk", "talk")) == ["on", "1"]
    assert mine.at(Menu).place == "policy-others"
    assert "It misses many" in mine.at(Menu).lines[0]
    mine.say("1")
    assert "The word check found nothing in it." in shown(mine)
    assert choices(mine) == ["talk", "pair", "keep"]
    assert mine.at(Menu).here == 2
    assert "A gentler rule" not in shown(mine)
    pair(mine)
    assert mine.at(Menu).choices[1].about.startswith("A pair with: ")


def test_what_came_of_it_is_saved_as_a_plan_and_the_policy_is_not(mine: Played, engine: Engine) -> None:
    pair(mine).say("talk", "on")
    assert "To talk about with your team\n“Staff may search any phone at any time.”" in shown(mine)
    assert "1 sentence stays as it is. The word check misses many." in shown(mine)
    assert mine.say("save").at(Question).value == "Our house"
    assert mine.say("Our house, spring").at(ToRead).place == "files-written"
    path = engine.places.data / "plans" / "our-house-spring.toml"
    plan = read_plan(path)
    assert plan.title == "Our house, spring"
    assert [card.today or card.options[0].words for card in plan.cards] == ["Phones are handed in at 10 pm."]
    assert "search" not in path.read_text("utf-8")
    desk = mine.say("on", "leave", True).at(Menu)
    assert (desk.place, desk.choices[desk.here].words) == ("plans-desk", "Our house, spring")
    kept = [path for path in engine.places.data.rglob("*") if path.is_file() and path.name != "Our house.txt"]
    assert kept == [path]


def test_leaving_what_is_not_kept_is_asked_once(mine: Played) -> None:
    pair(mine).say("talk", "on", "leave")
    assert mine.at(Sure).lines == ("1 pair is not saved.", "Your list to talk about is not printed.")
    assert mine.say(False).at(Menu).place == "policy-end"
    mine.say("save", "Ours", "on", "leave")
    assert mine.at(Sure).lines == ("Your list to talk about is not printed.",)
    assert mine.say(True).at(Menu).place == "plans-desk"


def test_the_list_to_talk_about_is_printed_with_the_ten_questions(mine: Played, tmp_path: Path) -> None:
    mine.say("talk", "talk", "on", "print", str(tmp_path / "out"))
    assert mine.at(ToRead).place == "files-written"
    page = (tmp_path / "out" / "rules-to-talk-about.html").read_text("utf-8")
    assert "“Staff may search any phone at any time.” It does not say why, until when or who looks at it again." in page
    assert "A clause to paste: “Staff look at your phone only with you there, for ten minutes, if there is danger." in page
    assert all(question in page for question in QUESTIONS)
    assert mine.say("on", "leave").at(Menu).place == "plans-desk", "nothing is lost"


def test_nothing_said_is_left_without_a_question(mine: Played) -> None:
    assert mine.say("rest", "on", "leave").at(Menu).place == "plans-desk"


def test_hidden_it_comes_back_to_the_sentence_with_what_was_said(mine: Played) -> None:
    mine.say("talk").hide()
    assert mine.at(Menu).title == "Sentence 2 of 3"
    mine.say("back")
    assert mine.at(Menu).here == 0
    assert mine.say("pair").hide().at(Menu).title == "Sentence 1 of 3"


def test_more_pairs_than_a_session_has_room_for_are_told(play: Played) -> None:
    play.say(str(POLICIES / "house-b.txt"), "on")
    made = 0
    while play.at(Menu).place == "policy-sentence":
        pair(play)
        made += 1
    assert made > 8
    play.say("on", "save", "Ridge")
    told = shown(play)
    assert told.count("Left out, because a session has room for 8 cards") == made - 8


def test_a_sentence_that_no_card_can_hold_is_told(play: Played, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("No phones " + "and no tablets " * 50 + "here.", "utf-8")
    assert "a card has room for 600 letters" in play.say(str(tmp_path / "long.txt"), "on", "pair").at(Problem).sentence


@pytest.mark.parametrize("name", ["house-a.md", "house-b.txt", "house-c.md"])
def test_a_whole_policy_comes_through_with_remarks_that_read_aloud(play: Played, name: str) -> None:
    play.say(str(POLICIES / name), "on")
    said: list[str] = []
    while play.at(Menu).place == "policy-sentence":
        _words, *why = [line for block in play.at(Menu).parts[:2] for line in block.lines]
        assert why
        assert all(line[0].isupper() and line.endswith((".", "?")) and ";" not in line and "-" not in line for line in why)
        said += why
        play.say("talk")
    assert len(said) >= 6
    play.say("on")
    assert shown(play).count("“") == len(play.at(Menu).parts[0].lines)


def test_what_happens_to_who_breaks_the_policy_was_silently_left_aside(play: Played, tmp_path: Path) -> None:
    """It names no technology: it is counted, can be looked at, and goes on the list or into a pair like any other."""
    asked_to_leave = "Whoever breaks this policy is asked to leave."
    path = tmp_path / "Our house.txt"
    path.write_text(f"Phones are handed in at 10 pm. Beds are made each day. {asked_to_leave}", "utf-8")
    assert "2 sentences were left aside" in shown(play.say(str(path)))
    play.say("on", "talk")
    assert "2 sentences were left aside" in shown(play)
    assert [choice.words for choice in play.say("aside").at(Menu).choices[1:]] == ["Beds are made each day.", asked_to_leave]
    assert play.say("2").at(Menu).place == "policy-sentence"
    assert "rest" not in choices(play)
    assert play.say("talk").at(Menu).choices[2].about == "On your list."
    end = shown(play.say("on"))
    assert f"“{asked_to_leave}”" in end
    assert "1 sentence was left aside" in end
