"""The youth side as values: what comes after what, and that nothing of a turn is left but its sealed ballot."""

import gc

import pytest
from course_kit import CARDS, TURN, Seat, answered, save

from codesign.core.card import Card
from codesign.core.errors import NotSaved
from codesign.core.turn import Turn
from codesign.course import pages
from codesign.course.pages import Stopped

FULL = NotSaved("The disk is full. Make room and try again.")


def half(page: pages.OnCard) -> Turn:
    return page.turn.answer("could")


def stop(page: pages.OnCard) -> Stopped:
    return Stopped(half(page))


def test_a_turn_goes_from_hand_over_to_hand_over() -> None:
    seat = Seat()
    seat.play.say(*TURN)
    assert seat.play.asked == ["HandOver", "BeforeTurn", "OnCard", "EndOfTurn", "Saving", "HandOver"]
    assert (seat.play.at(pages.HandOver).before, seat.play.at(pages.HandOver).in_box) == ("saved", 1)
    assert [ballot.answers for ballot in seat.box] == [{"R-1": "works", "R-2": "works"}]
    assert seat.play.say("facilitator").page is None


def test_whoever_stops_before_the_first_card_leaves_no_ballot() -> None:
    seat = Seat()
    assert seat.play.say("start", False).at(pages.HandOver).before == ""
    assert seat.box == []


def test_a_content_note_is_asked_of_first_and_can_be_skipped() -> None:
    seat = Seat((Card(id="N-1", kind="scale", rule="Hard", content_note="pictures of people"), CARDS[0]))
    seat.play.say("start", True)
    seat.play.at(pages.ContentNote)
    assert seat.play.say("skip").at(pages.OnCard).turn.at == 1
    assert seat.play.say(lambda page: page.turn.back()).at(pages.ContentNote).turn.at == 0
    assert seat.play.say("agree").at(pages.OnCard).turn.at == 0


@pytest.mark.parametrize(
    ("said", "box"),
    [
        (["keep", save], [{"R-1": "could", "R-2": "not_reached"}]),
        (["throw", True], []),
        (["throw", False, "keep", save], [{"R-1": "could", "R-2": "not_reached"}]),
        (["back", answered(), "done", save], [{"R-1": "works", "R-2": "works"}]),
        (["break", None, "throw", True], []),
        (["break", "407", "111", "407", answered(), "done", save], [{"R-1": "works", "R-2": "works"}]),
    ],
    ids=["keep", "throw", "throw, no", "go on", "break, no", "break"],
)
def test_what_becomes_of_the_answers_is_a_free_choice(said: list[object], box: list[dict[str, str]]) -> None:
    seat = Seat()
    seat.play.say("start", True, stop, *said)
    assert seat.play.at(pages.HandOver).before == ("saved" if box else "")
    assert [ballot.answers for ballot in seat.box] == box


def test_a_turn_without_an_answer_is_thrown_away_unasked() -> None:
    seat = Seat()
    seat.play.say("start", True, lambda page: Stopped(page.turn), "throw")
    seat.play.at(pages.HandOver)
    assert "SureToThrow" not in seat.play.asked


@pytest.mark.parametrize("stop_at", ["OnCard", "EndOfTurn", "OwnIdea", "StopTurn", "SureToThrow", "BreakNumber"])
def test_hide_drops_the_turn_and_comes_back_to_the_hand_over(stop_at: str) -> None:
    ways: dict[str, list[object]] = {
        "OnCard": [],
        "EndOfTurn": [answered()],
        "OwnIdea": [answered(), "idea"],
        "StopTurn": [stop],
        "SureToThrow": [stop, "throw"],
        "BreakNumber": [stop, "break"],
    }
    seat = Seat()
    seat.play.say("start", True, *ways[stop_at])
    assert seat.play.asked[-1] == stop_at
    assert seat.play.hide().at(pages.HandOver).before == "hidden"
    seat.play.say("facilitator")
    assert seat.box == []
    assert seat.turns.covered is None


@pytest.mark.parametrize("at_page", [["start"], []], ids=["before", "hand-over"])
def test_hide_before_a_turn_says_nothing_of_answers_that_never_were(at_page: list[object]) -> None:
    assert Seat().play.say(*at_page).hide().at(pages.HandOver).before == ""


def test_three_wrong_numbers_lock_a_turn_and_hide_does_not_open_it() -> None:
    seat = Seat()
    seat.play.say("start", True, stop, "break", "407")
    for left in (3, 2, 1):
        assert seat.play.at(pages.Covered).tries == left
        seat.play.hide()
        assert seat.play.at(pages.Covered).tries == left, "hiding is no try"
        seat.play.say("111")
    assert seat.play.at(pages.Covered).tries == 0
    assert seat.play.say("407").at(pages.Covered).tries == 0
    seat.play.say("facilitator")
    seat.turns.put_in()
    seat.again()
    seat.play.say(save)
    assert [ballot.answers for ballot in seat.box] == [{"R-1": "could", "R-2": "not_reached"}]


NOT_YET = "not_reached"


@pytest.mark.parametrize("answers", [(), ("could",), ("skipped",)], ids=["nothing", "an answer", "a skip"])
@pytest.mark.parametrize("stopped", [False, True], ids=["at the card", "at stop"])
def test_the_page_over_a_turn_that_was_left_told_whether_anything_was_answered(answers: tuple[str, ...], stopped: bool) -> None:
    """The same pages for everybody, to the last hand-over, and a ballot more or none as the facilitator chooses."""
    seat = Seat()
    seat.play.say("start", True)
    turn = seat.play.at(pages.OnCard).turn
    for answer in answers:
        turn = turn.answer(answer)
    if stopped:
        seat.play.say(Stopped(turn))
    assert seat.play.walk_off(turn).at(pages.Covered) == pages.Covered(chosen=False, tries=0)
    assert seat.play.hide().at(pages.Covered).tries == 0
    assert seat.play.say("facilitator").page is None
    seat.turns.put_in()
    seat.again()
    assert seat.play.say(save).at(pages.HandOver) == pages.HandOver(before="saved", in_box=1, expected=3)
    assert [ballot.answers for ballot in seat.box] == [{"R-1": answers[0] if answers else NOT_YET, "R-2": NOT_YET}]


def test_a_refused_ballot_waits_sealed_until_it_is_saved() -> None:
    seat = Seat()
    seat.refuses = FULL
    seat.play.say(*TURN)
    assert seat.play.at(pages.NotYetSaved).reason == str(FULL)
    assert seat.play.hide().at(pages.NotYetSaved).reason == str(FULL)
    seat.play.say("again", save).at(pages.NotYetSaved)
    seat.refuses = None
    assert seat.play.say("again", save).at(pages.HandOver).before == "saved"
    assert len(seat.box) == 1


def test_the_facilitator_gives_a_waiting_ballot_up() -> None:
    seat = Seat()
    seat.refuses = FULL
    assert seat.play.say(*TURN, "facilitator").page is None
    assert seat.turns.not_saved
    seat.turns.give_up()
    seat.again()
    assert seat.play.at(pages.HandOver).before == ""
    assert seat.turns.last_try()


def test_a_waiting_ballot_is_tried_once_more_at_the_end() -> None:
    seat = Seat()
    seat.refuses = FULL
    seat.play.say(*TURN, "facilitator")
    assert not seat.turns.last_try()
    seat.refuses = None
    assert seat.turns.last_try()
    assert len(seat.box) == 1


def turns_alive() -> list[Turn]:
    gc.collect()
    return [found for found in gc.get_objects() if isinstance(found, Turn) and found.answered]


@pytest.mark.parametrize("how", ["box", "hide", "throw", "idle", "break"])
def test_nothing_of_a_turn_is_left_in_the_course_at_the_hand_over(how: str) -> None:
    seat = Seat()
    before = len(turns_alive())
    seat.play.say("start", True)
    if how == "box":
        seat.play.say(answered(), "done", save)
    elif how == "hide":
        seat.play.say(stop).hide()
    elif how == "throw":
        seat.play.say(stop, "throw", True)
    elif how == "break":
        seat.play.say(stop, "break", "407", "407", answered(), "done", save)
    else:
        seat.play.walk_off(half(seat.play.at(pages.OnCard))).say("facilitator")
        seat.turns.throw_away()
        seat.again()
    seat.play.at(pages.HandOver)
    assert len(turns_alive()) == before
