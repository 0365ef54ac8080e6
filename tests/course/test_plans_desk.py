"""The plan desk: a plan is made, changed, kept, shared and taken in, without a text editor."""

from collections.abc import Callable
from pathlib import Path

import pytest
from course_kit import Played, at_home

from codesign.content import read_plan
from codesign.core.plan import Plan
from codesign.core.session import Setup
from codesign.core.thresholds import Thresholds
from codesign.course import pages
from codesign.course.pages import Act, Marks, ToRead
from codesign.engine import Engine


@pytest.fixture
def desk(engine: Engine) -> Played:
    return at_home(engine).say("plans")


@pytest.fixture
def own(engine: Engine, desk: Played) -> Path:
    """A plan of two cards that was just made; the desk lists the plans."""
    desk.say("new plan", "Our rules", "cards", "put in", Marks(frozenset({"PH-2", "SM-2.2"})), "back", "save")
    assert desk.at(ToRead).blocks()[0].title == "The plan is saved."
    desk.say("on", "back")
    return engine.plans()["our-rules"]


def marks(*ids: str) -> Marks:
    return Marks(frozenset(ids))


def menu(play: Played) -> pages.Menu:
    return play.at(pages.Menu)


def row(begins: str) -> Callable[[pages.Menu], str]:
    """The id of the row of a menu whose words begin like this."""
    return lambda page: next(choice.id for choice in page.choices if choice.words.startswith(begins))


def write(play: Played, line: str, words: str) -> Played:
    return play.say(row(line), words)


def cards(path: Path) -> list[str]:
    return [card.id for card in read_plan(path).cards]


def test_the_desk_lists_own_plans_first_and_marks_those_that_came_with_the_program(desk: Played, own: Path) -> None:
    _new, _sent, _policy, first, *others = menu(desk).choices
    assert (first.id, first.words) == ("our-rules", "Our rules")
    assert [row.about.split(".")[0] for row in (first, *others)] == ["Yours", *["Came with the program"] * 5]
    assert own.stat().st_mode & 0o77 == 0
    assert "our-rules" in [choice.id for choice in menu(desk.say("back", "start")).choices]


def test_seven_rules_and_one_of_your_own_are_read_back_as_they_were_made(engine: Engine, desk: Played) -> None:
    desk.say(
        "new plan", "Nights", "cards", "put in", marks("PH-1.2+ZT-1.2", "PH-2", "WF-2.2", "SM-2.2", "LO-2", "HE-1.3"), "write"
    )
    desk.say(row("A rule"), "You can charge phones in the kitchen.")
    assert menu(desk).choices[menu(desk).here].words == "What it is good for", "each line leads to the next"
    write(desk, "What it is good for", "Phones are charged.")
    write(desk, "What it costs", "The kitchen is full.")
    write(desk, "What it can help prevent", "Fights over plugs.")
    desk.say(row("The pointers"), marks("P2", "P4"))
    desk.say(row("What can change"), "2")
    write(desk, "What is fixed", "The fire code.")
    desk.say("back", Act("up", "OWN-1"), "back", "save")
    plan = read_plan(engine.plans()["nights"])
    assert [card.id for card in plan.cards] == ["PH-1.2+ZT-1.2", "PH-2", "WF-2.2", "SM-2.2", "LO-2", "OWN-1", "HE-1.3"]
    card = plan.cards[5]
    assert (card.rule, card.good, card.against) == (
        "You can charge phones in the kitchen.",
        "Phones are charged.",
        "The kitchen is full.",
    )
    assert (card.risk, card.pointers, card.room, card.fixed) == (
        "Fights over plugs.",
        ("P2", "P4"),
        "how-only",
        "The fire code.",
    )
    assert (plan.title, plan.minutes, plan.region) == ("Nights", 60, "en-US")


def test_a_change_to_a_plan_that_came_along_is_a_plan_of_ones_own(engine: Engine, desk: Played) -> None:
    before = engine.plan("starter")
    assert "stays as it is" in menu(desk.say("starter")).lines[0]
    desk.say("cards", Act("out", "SM-2.2"), "back", "save")
    names = engine.own_plans.names
    assert len(names) == 1
    copy = engine.plan(*names)
    assert copy.title == f"{before.title} (ours)"
    assert "SM-2.2" not in [card.id for card in copy.cards]
    assert engine.plan("starter") == before


def test_unsaved_changes_are_asked_about_once_and_a_hidden_screen_loses_none(engine: Engine, desk: Played, own: Path) -> None:
    desk.say("our-rules", "cards", Act("out", "SM-2.2"), "back")
    assert menu(desk).right == "Not saved yet"
    assert "our-rules" not in desk.say("back").at(pages.Sure).question
    assert menu(desk.say(False)).place == "plan-desk"
    desk.say("cards").hide().say("plans")
    assert menu(desk).choices[0].words == "Back to “Our rules”"
    assert menu(desk.say("go on")).right == "Not saved yet"
    desk.say("back", True)
    assert menu(desk).choices[0].id == "new plan"
    assert cards(own) == ["PH-2", "SM-2.2"]
    assert desk.say("our-rules", "back").at(pages.Menu).place == "plans-desk", "nothing was changed, so nothing is asked"


@pytest.mark.parametrize("other", ["starter", "new plan", "sent plan"])
def test_a_plan_that_waited_unsaved_was_dropped_unasked_for_another(desk: Played, own: Path, other: str) -> None:
    desk.say("our-rules", "cards", Act("out", "SM-2.2"), "back").hide().say("plans", other)
    assert "Our rules" in desk.at(pages.Sure).lines[0]
    assert menu(desk.say(False)).choices[0].id == "go on"
    assert desk.say("own policy").at(pages.Question).place == "policy-file", "which leaves the desk as it is"
    desk.say(None, other, True)
    assert not isinstance(desk.page, pages.Sure), "asked once"


def test_a_new_plan_was_of_another_region_than_this_laptop(engine: Engine, desk: Played) -> None:
    engine.start(engine.plan("starter"), Setup(title="T", day="2026-11-24", region="es-MX"), Thresholds()).leave()
    desk.say("new plan", "Ours", "cards", "put in", marks("PH-2"), "back", "save")
    assert engine.plan("ours").region == "es-MX"


def test_a_file_that_was_changed_elsewhere_is_not_written_over(desk: Played, own: Path) -> None:
    desk.say("our-rules", "cards", Act("out", "SM-2.2"), "back")
    own.write_text(own.read_text().replace("Our rules", "Theirs"))
    assert "changed elsewhere" in menu(desk.say("save")).alerts[0]
    assert read_plan(own).title == "Theirs"
    assert [path.name for path in own.parent.iterdir()] == ["our-rules.toml"]


def test_an_own_plan_is_deleted_once_somebody_says_yes_and_no_other_can_be(engine: Engine, desk: Played, own: Path) -> None:
    assert "delete" not in [choice.id for choice in menu(desk.say("starter")).choices]
    desk.say("back", "our-rules", "delete")
    assert "Our rules" in desk.at(pages.Sure).question
    assert menu(desk.say(False)).place == "plan-desk"
    assert own.exists()
    assert menu(desk.say("delete", True)).place == "plans-desk"
    assert not own.exists()
    assert "our-rules" not in [choice.id for choice in menu(desk).choices]
    assert menu(desk.say("back", "plans")).choices[0].id == "new plan", "nothing of it waits on the desk"


def test_a_plan_that_was_changed_elsewhere_is_not_deleted(desk: Played, own: Path) -> None:
    desk.say("our-rules")
    own.write_text(own.read_text().replace("Our rules", "Theirs"))
    assert "changed elsewhere" in menu(desk.say("delete", True)).alerts[0]
    assert own.exists()


def test_a_plan_without_a_card_is_not_kept(engine: Engine, desk: Played) -> None:
    assert "needs a card" in menu(desk.say("new plan", "Empty", "save")).alerts[0]
    assert not engine.own_plans.names


def test_a_disk_that_refuses_is_told_and_the_plan_stays_on_the_desk(engine: Engine, desk: Played) -> None:
    (engine.places.data / "plans").parent.mkdir(parents=True, exist_ok=True)
    (engine.places.data / "plans").write_text("in the way")
    desk.say("new plan", "Ours", "cards", "put in", marks("PH-2"), "back", "save")
    assert menu(desk).alerts
    assert menu(desk).right == "Not saved yet"


def test_the_head_of_a_plan_is_filled_in(engine: Engine, desk: Played, own: Path) -> None:
    desk.say("our-rules", "head", "title", "Nights", "purpose", "To sleep.", "minutes", "2", "people", "7", "language", "1")
    desk.say("region", "2", "mx")
    assert "such as en-US or es-MX" in desk.at(pages.Question).problem
    desk.say("es-MX", "back")
    assert menu(desk).parts[0].lines[0].startswith("2 cards, 7 people: about ")
    desk.say("save", "on", "head", "minutes", "4", "5 20 10 5 5")
    assert "six numbers" in desk.at(pages.Question).problem
    desk.say("5 20 10 5 5 5", "back", "save")
    plan = read_plan(own)
    assert (plan.title, plan.purpose, plan.language, plan.region) == ("Nights", "To sleep.", "es", "es-MX")
    assert (plan.minutes, plan.hour.all, plan.hour.vote) == (50, 50, 20)


# Given away, and taken in


def test_a_plan_is_shared_as_one_file_and_opened_from_it_under_a_name_that_is_free(
    engine: Engine, desk: Played, own: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    desk.say("our-rules", "share", f"{stick}")
    assert desk.at(ToRead).place == "files-written"
    assert [path.name for path in stick.iterdir()] == ["our-rules.toml"]
    desk.say("on", "head", "title", "Others", "back", "share", f"{stick}", "on", "back", True)
    assert len([*stick.iterdir()]) == 2, "another file there is left alone"
    desk.say("sent plan", f"{stick / 'our-rules.toml'}")
    assert menu(desk).lines == ("It is one of your plans: our-rules-2.",)
    assert engine.plan("our-rules-2") == Plan(**{**_values(read_plan(own)), "name": "our-rules-2"})


def _values(plan: Plan) -> dict[str, object]:
    return {name: getattr(plan, name) for name in plan.__struct_fields__}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x" * 1_000_001, "larger than 1 MB"),
        ('title = "T"\na = ' + "[" * 5000, "nested too deeply"),
        ('title = "T"\n[[card]]\nrule = "PH-2"\n[[card]]\nrule = "../../etc"\n', "not in the rule bank"),
        ('title = "T"\nevil = 1\n[[card]]\nrule = "PH-2"\n', "plans don't know"),
    ],
    ids=["large", "deep", "one bad card", "unknown words"],
)
def test_a_bad_file_is_refused_whole_and_nothing_of_it_is_kept(
    engine: Engine, desk: Played, tmp_path: Path, text: str, told: str
) -> None:
    (tmp_path / "sent.toml").write_text(text)
    desk.say("sent plan", f"{tmp_path / 'sent.toml'}")
    assert told in desk.at(pages.Question).problem
    assert not engine.own_plans.names
    assert not (engine.places.data / "plans").exists()


def test_hostile_words_and_a_hostile_name_of_a_sent_file_come_in_clean(engine: Engine, desk: Played, tmp_path: Path) -> None:
    sent = tmp_path / "con\x1b[2J ..;rm -rf.toml"
    sent.write_text('# \u202e\ntitle = "T\\u001b[31m"\n[[card]]\nid = "OWN-1"\nwords = "a\\u001b]0;x\\u0007b\\u202ec"\n')
    desk.say("sent plan", f"{sent}")
    (name,) = engine.own_plans.names
    assert name == "con-2j-rm-rf"
    text = engine.plans()[name].read_text()
    assert not {"\x1b", "\x07", "\u202e"} & {*text}
    assert engine.plan(name).cards[0].rule == "a]0;xbc"


# Cards of one's own, of every kind


def test_own_cards_of_every_kind_come_into_the_plan_and_are_read_back(engine: Engine, desk: Played, own: Path) -> None:
    desk.say("our-rules", "cards", "put in", marks("PH-2", "SM-2.2", "HE-1.3", "LO-2"))
    desk.say("write", row("Two wordings"), *("0", "Doors are locked at ten."), *("0", "Doors are open all night."))
    write(desk, "What wording 2 is good for", "You can come late.")
    desk.say("back", "write", row("A sentence"), "Staff knock first.")
    desk.say("back", "write", row("A question"), "When should the TV go off?")
    assert "three to six" in menu(desk).alerts[0]
    for letter, words in (("A", "Ten"), ("B", "Eleven"), ("C", "Never"), ("C", "")):
        write(desk, f"Answer {letter}", words)
    desk.say("back", "write", row("What should come first"), marks("PH-2", "SM-2.2", "HE-1.3", "LO-2"))
    write(desk, "Answer A", "Nights")
    desk.say("back", "back", "save")
    found = {card.kind: card for card in read_plan(own).cards}
    assert (found["pair"].id, found["pair"].options[1].good) == ("OWN-1+OWN-2", "You can come late.")
    assert (found["agreement"].id, found["agreement"].rule) == ("OWN-3", "Staff knock first.")
    assert [option.words for option in found["choice"].options][-3:] == ["Ten", "Eleven", "Something else"]
    assert (found["pick-two"].options[0].words, found["pick-two"].about[1]) == ("Nights", ("SM-2.2",))


def test_own_words_stand_against_a_rule_of_the_bank(engine: Engine, desk: Played, own: Path) -> None:
    desk.say(
        "our-rules",
        "cards",
        "write",
        row("Two wordings"),
        "0",
        "Staff may look at your phone when they think that something is wrong.",
    )
    desk.say(row("Staff check your phone only"))
    assert menu(desk).place == "own-rule"
    desk.say("back", "back", "save")
    assert cards(own)[-1].startswith("OWN-1+MS-1")


def test_a_rule_without_words_is_no_card_and_one_that_lacks_something_is_asked_about(desk: Played, own: Path) -> None:
    desk.say("our-rules", "cards", "write", row("A rule"), None)
    assert menu(desk).place == "which-cards", "nothing was written, so nothing is asked"
    desk.say("write", row("A question"), "When?")
    assert "options" in desk.say("back").at(pages.Sure).lines[0]
    desk.say(True, "back")
    assert menu(desk).right == "", "nothing was changed"


def test_a_card_is_changed_in_its_place_and_of_a_rule_of_the_bank_only_its_notes(desk: Played, own: Path) -> None:
    desk.say("our-rules", "cards", Act("change", "PH-2"))
    assert [choice.words.split(":")[0] for choice in menu(desk).choices][:2] == ["The rule today", "What can change"]
    write(desk, "The rule today", "Phones off at ten.")
    desk.say("back", "write", row("A rule"), "First words.")
    desk.say("back", Act("up", "OWN-1"), Act("change", "OWN-1"))
    write(desk, "The words", "Other words.")
    desk.say("back", "back", "save")
    plan = read_plan(own)
    assert [(card.id, card.today) for card in plan.cards] == [("PH-2", "Phones off at ten."), ("OWN-1", ""), ("SM-2.2", "")]
    assert plan.cards[1].rule == "Other words."


def test_what_comes_first_needs_four_cards(desk: Played, own: Path) -> None:
    desk.say("our-rules", "cards", "write", row("What should come first"))
    assert "four cards or more" in menu(desk).alerts[0]
