"""A session that is set up like the last one starts from the rules that were adopted after it."""

from pathlib import Path

from course_kit import CODE, at_home
from msgspec.structs import replace
from test_rules_command import told

from codesign.course import pages
from codesign.course.set_up_form import Form
from codesign.engine import Engine


def test_a_session_set_up_like_the_last_one_starts_from_its_rules(engine: Engine, tmp_path: Path) -> None:
    told(engine, tmp_path, "yes")
    plan = engine.plan("fifteen-minutes")
    page = at_home(engine, plan=plan).at(pages.SetUp)
    assert "With its title, the rules as they are today stand on its cards." in page.copied
    form = Form(
        title="Elm house",
        audience="Maria",
        answer_by="2026-12-24",
        expected=8,
        support_person="",
        local_line="",
        numbers_from=10,
        code=CODE,
    )
    for title, today in (("Elm house", f"{plan.cards[0].rule} 9 pm."), ("Oak house", "")):
        at_home(engine, plan=plan).say(replace(form, title=title), None, *["on"] * bool(today))
        session = max((s for _path, s in engine.records() if s.setup.title == title), key=lambda s: s.setup.day)  # type: ignore[union-attr]
        assert session.cards[0].today == today  # type: ignore[union-attr]
