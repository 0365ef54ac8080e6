"""A young person's turn, key by key."""

import re
from pathlib import Path

import pytest
from kit import CODE, files_of, scale_cards, standing, to_first_card, vote, voting
from textual.widgets import Input

from codesign.core.card import Card, Option
from codesign.core.errors import NotSaved
from codesign.core.kinds.choice import choice_options
from codesign.core.kinds.pair import QUESTION, pair_options
from codesign.engine import Engine
from codesign.tui.screens.youth.card import CardPage
from codesign.tui.widgets.answers import AnswerRows, Answers, Box
from codesign.tui.widgets.line import Line, Quote

CHOICE = Card(id="C-1", kind="choice", rule="When?", options=choice_options(["Early", "Late", "Something else"]))
PAIR = Card(
    id="P-1", kind="pair", rule=QUESTION, options=pair_options(Option("X-1", "one way of it"), Option("Y-1", "other way of it"))
)
NOTED = Card(id="N-1", kind="scale", rule="A hard rule", content_note="private pictures")


async def test_a_whole_turn_puts_one_ballot_in_the_box(engine: Engine) -> None:
    async with voting(engine) as stage:
        await vote(stage, "b", "1", "2", "4")
        assert "Saved." in stage.text()
        assert "1 of about 3 ballots in the box" in stage.text()
        assert stage.opened.read().in_box == 1


async def test_enter_without_an_answer_stays_and_says_what_to_do(engine: Engine) -> None:
    async with voting(engine, scale_cards(2)) as stage:
        await to_first_card(stage)
        await stage.press("enter")
        assert "Card 1 of 2" in stage.text()
        assert "Pick one, or 4 to skip." in stage.text()


@pytest.mark.parametrize(("key", "code"), [("1", "works"), ("2", "could"), ("3", "doesnt"), ("4", "skipped"), ("5", "unclear")])
async def test_each_key_of_the_scale(engine: Engine, key: str, code: str) -> None:
    async with voting(engine, scale_cards(2)) as stage:
        await to_first_card(stage)
        await stage.press(key)
        assert stage.app.screen.query_one(Answers).chosen == code


@pytest.mark.parametrize("key", ["b", "B"])
async def test_letters_work_with_caps_lock_too(engine: Engine, key: str) -> None:
    async with voting(engine, (CHOICE, *scale_cards(1))) as stage:
        await to_first_card(stage)
        await stage.press(key)
        assert stage.app.screen.query_one(Answers).chosen == "B"


async def test_arrows_and_enter_do_what_the_digits_do(engine: Engine) -> None:
    async with voting(engine, scale_cards(2)) as stage:
        await to_first_card(stage)
        assert "›" not in stage.text(), "no answer may be suggested before a key is pressed"
        await stage.press("up")
        assert re.search(r"›○ +5 +I don't get this one", stage.text())
        await stage.press("up", "up", "enter")
        assert stage.app.screen.query_one(Answers).chosen == "doesnt"
        await stage.press("enter")
        assert "Card 2 of 2" in stage.text()


async def test_a_pair_is_chosen_by_letter_and_kept_by_rule_id(engine: Engine) -> None:
    async with voting(engine, (PAIR, *scale_cards(1))) as stage:
        await to_first_card(stage)
        first = stage.app.screen.query(Box).first()
        await stage.press("a")
        assert first.has_class("-chosen")
        assert stage.app.screen.query_one(Answers).chosen == first.option.code
        assert first.option.code in ("X-1", "Y-1")


async def test_everything_can_be_changed_until_done(engine: Engine) -> None:
    async with voting(engine, scale_cards(2)) as stage:
        await to_first_card(stage)
        await stage.press("1", "enter", "3", "enter")
        assert "That was the last card." in stage.text()
        await stage.press("left", "left", "2")
        assert "Card 1 of 2" in stage.text()
        assert stage.app.screen.query_one(Answers).chosen == "could"
        assert stage.opened.read().in_box == 0


async def test_quick_picks_stand_beside_every_answer_and_go_with_it(engine: Engine) -> None:
    async with voting(engine, scale_cards(2)) as stage:
        await to_first_card(stage)
        await stage.press("1", "c")
        assert "What makes it work?" in stage.text()
        assert "Different hours" not in stage.text()
        assert stage.text().count("■") == 1
        await stage.press("2", "b", "G")
        assert stage.text().count("■") == 2
        await stage.press("b")
        assert stage.text().count("■") == 1
        await stage.press("3")
        assert "Feels unsafe" in stage.text()
        assert "■" not in stage.text()
        await stage.press("4")
        assert "□" not in stage.text(), "nothing is asked of who skips"


async def test_the_answers_never_move(engine: Engine) -> None:
    async with voting(engine, scale_cards(2)) as stage:
        await to_first_card(stage)
        rows = stage.app.screen.query_one(AnswerRows)
        before = rows.region, rows.tops()
        for key in "12345":
            await stage.press(key)
            assert (rows.region, rows.tops()) == before


async def test_a_comment_with_a_yes_to_quoting(engine: Engine) -> None:
    async with voting(engine, scale_cards(1), expected=3) as stage:
        for n in range(3):
            await to_first_card(stage)
            await stage.press("2", "w")
            stage.app.screen.query_one(Line).value = f"words {n}"
            await stage.press("enter")
            assert isinstance(stage.app.screen.focused, Quote)
            await stage.press("y" if n == 0 else "n")
            await stage.press("enter", "enter")
        stage.opened.close_round()
        comments = {c.text: c.quote_ok for c in stage.opened.read().comments}
        assert comments == {"words 0": True, "words 1": False, "words 2": False}


async def test_keys_typed_into_the_line_are_no_votes(engine: Engine) -> None:
    async with voting(engine, scale_cards(2)) as stage:
        await to_first_card(stage)
        await stage.press("1", "w", "3", "4", "0", "f")
        assert stage.app.screen.query_one(Answers).chosen == "works"
        assert stage.app.screen.query_one(Line).value == "340f"


async def test_a_huge_paste_is_cut_and_told(engine: Engine) -> None:
    from textual import events

    async with voting(engine, scale_cards(2)) as stage:
        await to_first_card(stage)
        await stage.press("1", "w")
        line = stage.app.screen.query_one(Line)
        line.post_message(events.Paste("a\x1b[2J" + "b" * 1_000_000))
        await stage.settle()
        assert len(line.value) == 500
        assert "\x1b" not in line.value
        assert "too long" in stage.text()


async def test_a_phone_number_gets_a_gentle_question(engine: Engine) -> None:
    async with voting(engine, scale_cards(2)) as stage:
        await to_first_card(stage)
        await stage.press("1", "w")
        stage.app.screen.query_one(Line).value = "call 555-014-2222 ok"
        await stage.press("enter")
        assert "point to a person or a place?" in stage.text()
        await stage.settle()
        assert "X Take it out" in stage.text()
        assert "OK to quote?" not in stage.text(), "first the one question, then the other"
        await stage.press("y")
        assert not stage.app.screen.turn.reply.quote_ok
        await stage.press("x")
        assert stage.app.screen.query_one(Line).value == "call [contact] ok"
        assert "OK to quote?" in stage.text()
        await stage.press("y")
        assert stage.app.screen.turn.reply.quote_ok


async def test_a_phone_number_that_stays_in_is_never_ok_to_quote(engine: Engine) -> None:
    async with voting(engine, scale_cards(2)) as stage:
        await to_first_card(stage)
        await stage.press("1", "w")
        stage.app.screen.query_one(Line).value = "call 555-014-2222 ok"
        await stage.press("enter", "y", "enter", "y")
        assert "Card 1 of 2" in stage.text()
        assert stage.app.screen.turn.reply.text == "call 555-014-2222 ok"
        assert not stage.app.screen.turn.reply.quote_ok


@pytest.mark.parametrize("size", [(60, 20), (40, 15)], ids=str)
@pytest.mark.parametrize("key", ["w", "W", "tab"])
async def test_who_types_at_once_on_a_small_screen_takes_no_pick_unmeant(
    engine: Engine, size: tuple[int, int], key: str
) -> None:
    async with voting(engine, scale_cards(2), size=size) as stage:
        await to_first_card(stage)
        await stage.press("2", *"abc", key, *"badge")
        assert stage.app.screen.turn.reply.text == "badge"
        assert stage.app.screen.turn.reply.picks == ()
        await stage.press("escape")
        assert "P Picks" in stage.text()
        await stage.press("p", "b", "enter")
        assert len(stage.app.screen.turn.reply.picks) == 1
        assert "Works for me" in stage.text()
        assert stage.app.screen.turn.reply.text == "badge"


async def test_where_picks_stand_beside_the_answer_their_key_is_not_in_the_bar(engine: Engine) -> None:
    async with voting(engine, scale_cards(2)) as stage:
        await to_first_card(stage)
        await stage.press("2", "p")
        assert "What would make it work?" in stage.text()
        assert "Works for me" in stage.text()
        assert "P Picks" not in stage.text()


async def test_a_content_note_comes_first_with_a_real_choice(engine: Engine) -> None:
    async with voting(engine, (NOTED, *scale_cards(1))) as stage:
        await to_first_card(stage)
        assert "The next rule is about private pictures." in stage.text()
        assert "A hard rule" not in stage.text()
        await stage.press("4")
        assert "Card 2 of 2" in stage.text()
        await stage.press("left")
        assert "A hard rule" not in stage.text(), "whichever way it is reached"
        await stage.press("4")
        assert "Card 2 of 2" in stage.text(), "a skipped card can be gone past again"


async def test_stop_keeps_what_was_answered_and_the_rest_is_not_reached(engine: Engine) -> None:
    async with voting(engine, scale_cards(2)) as stage:
        for _ in range(3):
            await to_first_card(stage)
            await stage.press("1", "enter", "0", "1")
        stage.opened.close_round()
        assert stage.opened.read().tallies["R-1"].counts["works"] == 3
        assert stage.opened.read().tallies["R-2"].not_reached == 3


async def test_stop_and_throw_away_leaves_no_trace(engine: Engine, tmp_path: Path) -> None:
    async with voting(engine, scale_cards(2)) as stage:
        before = files_of(tmp_path)
        await to_first_card(stage)
        await stage.press("1", "0")
        assert "Nobody asks why" in stage.text()
        assert "A rule 1" not in stage.text()
        await stage.press("2", "y")
        assert "Whose turn is it?" in stage.text()
        assert files_of(tmp_path) == before


async def test_a_held_enter_casts_one_ballot(engine: Engine) -> None:
    async with voting(engine, scale_cards(1), clock=standing) as stage:
        stage.app.held.first("x")
        await stage.press("enter")
        stage.app.held.first("x")
        await stage.press("enter", "1")
        await stage.hold("enter")
        assert "That was the last card." in stage.text(), "the same Enter must not go on into the box"
        stage.app.held.first("x")
        await stage.hold("enter")
        assert stage.opened.read().in_box == 1
        assert "Saved." in stage.text()


async def test_more_tells_what_a_rule_is_good_for(engine: Engine) -> None:
    card = Card(id="R-1", kind="scale", rule="A rule", today="It is 9 pm.", good="Sleep.", risk="Noise.")
    async with voting(engine, (card,)) as stage:
        await to_first_card(stage)
        await stage.press("question_mark")
        assert "It is 9 pm." in stage.text()
        assert "Noise." in stage.text()
        await stage.press("escape")
        assert "Card 1 of 1" in stage.text()


async def test_who_will_see_this_is_one_key_away(engine: Engine) -> None:
    async with voting(engine, scale_cards(2)) as stage:
        await to_first_card(stage)
        await stage.press("f1")
        assert "Who will see this?" in stage.text()
        assert "From 10 answers on" in stage.text()


async def test_before_anything_is_typed_it_is_said_who_reads_it_and_how_to_get_help(engine: Engine) -> None:
    async with voting(engine, scale_cards(2)) as stage:
        await stage.press("enter")
        for words in ("Who reads what you type", "House manager", "not a way to get help", "Dana, office", "Call 911", "F2"):
            assert words in stage.text()


# A disk that refuses


async def test_a_ballot_that_was_not_saved_waits_sealed_and_counts_once(engine: Engine) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        opened, real = stage.opened, stage.opened.cast

        def full(_sealed: object) -> None:
            raise NotSaved("Not saved: the disk is full. Free some room, then try again.")

        stage.turns._cast = full
        await vote(stage, "2")
        assert "Not saved yet" in stage.text()
        assert "the disk is full" in stage.text()
        assert "Could work" not in stage.everything()
        await stage.press("r")
        assert "Not saved yet" in stage.text()
        stage.turns._cast = real
        await stage.press("r")
        assert "Saved." in stage.text()
        assert opened.read().in_box == 1


async def test_saved_is_shown_only_after_the_write(engine: Engine) -> None:
    async with voting(engine, scale_cards(1)) as stage:
        seen = []
        real = stage.opened.cast

        def watching(sealed: object) -> None:
            seen.append(stage.text())
            real(sealed)

        stage.turns._cast = watching
        await vote(stage, "1")
        assert seen
        assert all("Saved." not in text for text in seen)
        assert "Saved." in stage.text()


async def test_the_facilitator_can_give_a_waiting_ballot_up(engine: Engine) -> None:
    async with voting(engine, scale_cards(1)) as stage:

        def full(_sealed: object) -> None:
            raise NotSaved("full")

        stage.turns._cast = full
        await vote(stage, "1")
        await stage.press("f", *CODE, "enter")
        assert "Save the waiting ballot again" in stage.text()
        assert "Close the round" not in stage.text(), "first the ballot in hand"
        await stage.press("2", "y")
        assert "waiting ballot" not in stage.text()
        assert "Next person" in stage.text()


async def test_a_closed_field_takes_no_focus_on_the_card(engine: Engine) -> None:
    async with voting(engine, scale_cards(2)) as stage:
        await to_first_card(stage)
        assert isinstance(stage.app.screen, CardPage)
        await stage.press("tab", "tab")
        assert not isinstance(stage.app.focused, Input), "no line before an answer is chosen"


@pytest.mark.parametrize(("size", "stands"), [((80, 24), True), ((60, 20), True), ((40, 15), False)], ids=str)
async def test_what_can_change_was_told_to_nobody_at_a_card(engine: Engine, size: tuple[int, int], stands: bool) -> None:
    """One plain line under the rule; where there are few rows, first on the page with more about the card."""
    card = Card(id="R-1", kind="scale", rule="The filter lets health sites through.", room="how-only", fixed="a filter")
    line = "Fixed by law or contract: a filter. You shape how."
    async with voting(engine, (card, *scale_cards(1)), size=size) as stage:
        await to_first_card(stage)
        assert (line in " ".join(stage.text().split())) == stands
        await stage.press("question_mark")
        assert line in " ".join(stage.text().split())


@pytest.mark.parametrize("words", ["Phones are off at ten.", "Phones are off at ten. " * 20], ids=["short", "long"])
async def test_how_the_rule_reads_today_was_a_key_away_from_the_one_that_is_voted_on(engine: Engine, words: str) -> None:
    card = Card(id="R-1", kind="scale", rule="Phones are off at midnight.", room="open", today=words.strip())
    async with voting(engine, (card, *scale_cards(1))) as stage:
        await to_first_card(stage)
        shown = " ".join(stage.text().split())
        assert "Phones are off at midnight. The program can decide either way. Today: Phones are off at ten." in shown
        assert ("PgDn" in shown) == (len(words) > 60)
        assert "5 I don't get this one" in shown


async def test_of_a_pair_the_wording_of_today_is_not_marked(engine: Engine) -> None:
    options = (Option("A", "Phones are off at ten."), Option("B", "Phones are off at midnight."))
    card = Card(id="P-1", kind="pair", rule="Which is better?", options=options, today="Phones are off at ten.")
    async with voting(engine, (card, *scale_cards(1))) as stage:
        await to_first_card(stage)
        assert "Today:" not in stage.text()
