"""A plan that is made in numbered lines: the bank part by part, several marks at once, an own rule, saved."""

from click.testing import CliRunner
from plain_kit import Keyboard, Paper, no_demo

from codesign.cli import main
from codesign.content import read_plan
from codesign.course.around import Around
from codesign.course.pages import Act, Menu, MenuChoice
from codesign.engine import Engine
from codesign.plain import home
from codesign.plain.console import Console
from codesign.plain.show import Show

MARKED = ["1", "1", "1", "1, 3 2", "look 1", "list", "3", "9", "back", "back"]
OWN = ["3", "1", "1", "You can charge phones in the kitchen.", "back", "up 2", "back", "3", "", "back", "back", "6"]


def test_a_plan_is_made_in_lines_and_a_rule_that_is_asked_already_is_not_put_in_twice(engine: Engine) -> None:
    keys, paper = Keyboard(["Nights", *MARKED, *OWN]), Paper()
    assert home.run(Console(keys, paper, "xterm"), engine, no_demo, new="nights") == 0
    assert keys.left == []
    printed = paper.getvalue()
    assert "The group is asked that rule already. Nothing was changed." in printed
    assert "Taken back: When should phones go on silent" in printed
    assert "1. Phones at night. 5 cards. 1 is marked." in printed
    assert "Only the numbers above" in printed
    plan = read_plan(engine.plans()["nights"])
    assert [card.id for card in plan.cards] == ["OWN-1", "PH-1.2"]
    assert "nights.toml" in printed


def test_the_lists_of_our_board_offered_what_they_refuse(engine: Engine) -> None:
    """Every list where something can be taken out read out the commands of the cards of a plan, of a number that it lacks."""
    keys, paper = Keyboard(["up 1", "out 1"]), Paper()
    menu = Menu(place="near-here", title="Lists", choices=(MenuChoice("0", "Dana"),), acts=("out",), others=("back",))
    show = Show(Console(keys, paper, "xterm"), Around(engine))
    assert show.kinds[Menu](menu) == Act("out", "0")
    printed = paper.getvalue()
    assert "Type out 1 to take number 1 out." in printed
    assert not any(how in printed for how in ("up 1", "down 1", "today 1", "change 1"))


def test_a_new_plan_needs_a_free_name_and_a_terminal(engine: Engine) -> None:
    data = ["--data", str(engine.places.data), "plans", "new"]
    for name, told in (
        ("starter", "There is a plan “starter” already"),
        ("../x", "up to 40 letters"),
        ("x", "need a terminal"),
    ):
        result = CliRunner().invoke(main, [*data, name])
        assert result.exit_code == 1
        assert told in result.output
