"""The plan desk: every plan there is, the facilitator's own first."""

from course_kit import at_home

from codesign.course import pages
from codesign.course.pages import ToRead
from codesign.engine import Engine


def test_the_desk_lists_own_plans_first_and_marks_those_that_came_with_the_program(engine: Engine) -> None:
    folder = engine.places.data / "plans"
    folder.mkdir(parents=True)
    (folder / "zz.toml").write_text('title = "Ours"\n[[card]]\nrule = "PH-2"\n')
    play = at_home(engine).say("plans")
    first, *others, _policy = play.at(pages.Menu).choices
    assert (first.id, first.words) == ("zz", "Ours")
    assert [row.about.startswith("Came with the program.") for row in (first, *others)] == [False, *[True] * len(others)]
    assert len(others) == 5
    assert play.say("zz").at(ToRead).place == "look"
    assert play.say("home", "back").at(pages.Menu).place == "home"
