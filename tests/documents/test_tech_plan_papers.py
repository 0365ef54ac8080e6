"""My tech plan on paper: the card tells nobody who finds it why; the copy for the file has all of it; both can be blank."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document
from hostile import HOSTILE, bundles
from msgspec.structs import replace
from pages import opened, text_of

from codesign.cli import main
from codesign.core.errors import CodesignError
from codesign.core.tech_plan import (
    FULL_STOP_REVIEW,
    HELPS,
    LATEST_REVIEW,
    LONGEST_LIMIT,
    NAMED,
    PART_REVIEW,
    STARTS_WITHIN,
    USES,
    Limit,
    TechPlan,
)
from codesign.documents.paper_size import A4, LETTER
from codesign.documents.tech_plan.files import plan_files
from codesign.documents.wall.files import file_name
from codesign.engine import Engine
from codesign.phrases.tech_plan import HELP_WORDS, LACKS, PERSON_WORDS, SECOND_LOOK, TIMES_STOP, USE_WORDS
from codesign.words import LANGUAGES, _, speaking

MADE = 739_944
LINES = (("Runaway Safeline", "1-800-786-2929 or 1800runaway.org"), ("TXT 4 HELP", "Text SAFE and your place to 44357"))
REASONS = ("reasonwhy", "reasontried", "reasondecided", "reasonwants", "reasonworries", "reasonwords")
PLAN = TechPlan(
    made=MADE,
    name="Sky",
    uses=frozenset({"family", "work"}),
    good_at="drawing",
    wants="reasonwants",
    worries="reasonworries",
    helps=frozenset({"times", "limit", "break"}),
    details={"times": "till 11 pm", "near": "was taken out"},
    limit=Limit(
        what="No calls at night",
        how_much="part",
        why_now="reasonwhy",
        tried="reasontried",
        starts=MADE,
        ends=MADE + 10,
        review=MADE + 5,
        decided="reasondecided",
    ),
    review=MADE + 14,
    reach={"worker": "Dana 555-0142"},
    opinion="dont",
    words="reasonwords",
)


def words_of(data: bytes, name: str) -> str:
    if name.endswith(".html"):
        return re.sub(r"\s+", " ", "\n".join(text_of(opened(data))))
    document = Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells]).replace("\u00a0", " ")


def all_bytes(data: bytes) -> bytes:
    """A Word document unpacked, so that nothing in it is missed."""
    if data[:2] != b"PK":
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return b"\n".join(packed.read(name) for name in packed.namelist())


@pytest.mark.parametrize("ending", ["docx", "html"])
def test_the_card_told_whoever_found_it_the_reason_or_the_program(ending: str) -> None:
    card = plan_files(PLAN, LINES, "2026-11", A4)[f"plan-pocket.{ending}"]
    for canary in (*REASONS, "codesign", "shelter", "Runaway", "1800runaway", "tech plan"):
        assert canary.casefold().encode() not in all_bytes(card).lower(), canary
    words = words_of(card, f"card.{ending}")
    for there in (
        *("Sky", "Family I choose", "Work", "drawing", "Certain times: till 11 pm", "A limit for now: No calls at night"),
        *(
            "from 24 November 2026 to 4 December 2026",
            "29 November 2026",
            "8 December 2026",
            TIMES_STOP,
            f"{SECOND_LOOK}, by 27 November 2026:",
        ),
        *("911", "1-800-786-2929", "44357", "My worker here: Dana 555-0142", "My lawyer"),
    ):
        assert there in words, there
    assert "was taken out" not in words
    assert "Friends" not in words


@pytest.mark.parametrize("ending", ["docx", "html"])
def test_the_copy_for_the_file_has_all_of_it(ending: str) -> None:
    words = words_of(plan_files(PLAN, LINES, "2026-11", A4)[f"plan-file.{ending}"], f"x.{ending}")
    for there in (
        *REASONS,
        "Sky",
        "Runaway Safeline: 1-800-786-2929",
        "I don't agree.",
        "A part of it",
        f"{SECOND_LOOK}, by 27 November",
    ):
        assert there in words, there
    assert "No matter what" in words
    assert "I agree." not in words
    assert "Nobody has to sign" in words


def test_a_full_stop_cuts_off_nobody_who_can_always_be_reached() -> None:
    for plan in (None, replace(PLAN, uses=frozenset(), reach={}, limit=replace(PLAN.limit, how_much="all"))):
        for name, data in plan_files(plan, LINES, "2026-11", A4).items():
            words = words_of(data, name)
            for reach in (*(PERSON_WORDS[person] for person in ("911", *NAMED)), "1-800-786-2929", "44357"):
                assert reach in words, (name, reach)


def test_the_figures_in_the_words_of_a_plan_are_those_that_hold() -> None:
    figures = {
        "starts-late": STARTS_WITHIN,
        "ends-late": LONGEST_LIMIT,
        "review-late": PART_REVIEW,
        "full-review-late": FULL_STOP_REVIEW,
    }
    for language in LANGUAGES:
        with speaking(language):
            for lack, figure in figures.items():
                assert re.findall(r"\d+", _(LACKS[lack])) == [str(figure)], lack  # type: ignore[index]
            words = words_of(plan_files(None, LINES, "2026-11", A4)[file_name("plan-file", "html")], "x.html")
            for figure in (LONGEST_LIMIT, LATEST_REVIEW, PART_REVIEW, FULL_STOP_REVIEW):
                assert re.search(rf"\({figure} d|, {figure} ", words), figure
            assert re.search(rf"\([^)0-9]+ {STARTS_WITHIN} d", words), "a blank paper let a limit start whenever"


def test_a_second_look_stands_only_where_somebody_said_no() -> None:
    for opinion in ("agree", "part"):
        files = plan_files(replace(PLAN, opinion=opinion), LINES, "2026-11", A4)
        assert not [name for name in files if SECOND_LOOK in words_of(files[name], name)]


def test_time_limits_stop_where_there_are_some() -> None:
    files = plan_files(replace(PLAN, helps=frozenset({"none"})), LINES, "2026-11", A4)
    assert not [name for name in files if TIMES_STOP in words_of(files[name], name)]
    assert all("Nothing extra needed" in words_of(files[name], name) for name in files)


@pytest.mark.parametrize("ending", ["docx", "html"])
def test_blank_papers_have_a_box_and_room_for_all_that_can_be_said(ending: str) -> None:
    files = plan_files(None, LINES, "2026-11", LETTER)
    for name in ("plan-pocket", "plan-file"):
        words = words_of(files[f"{name}.{ending}"], f"x.{ending}")
        for told in (*(USE_WORDS[use] for use in USES), *(HELP_WORDS[kind] for kind in HELPS)):
            assert f"☐ {told}" in words, told
        assert SECOND_LOOK in words
    assert "Why now" not in words_of(files[f"plan-pocket.{ending}"], f"x.{ending}")
    lined = files[f"plan-file.{ending}"]
    assert all_bytes(lined).count(b'class="line"' if ending == "html" else b"<w:tab/>") > 20


def test_both_languages_and_the_same_bytes_twice() -> None:
    for plan in (None, PLAN):
        with speaking("es"):
            files = plan_files(plan, LINES, "2026-11", A4)
            assert files == plan_files(plan, LINES, "2026-11", A4)
        assert sorted(files) == [f"plan-{which}.es.{ending}" for which in ("file", "pocket") for ending in ("docx", "html")]
        assert all("Mi plan" in words_of(data, name) for name, data in files.items())
        assert all("Borrador" in words_of(data, name) for name, data in files.items())


def test_words_of_any_intent_are_only_words_on_a_plan() -> None:
    for words in bundles(HOSTILE, 200):
        plan = replace(PLAN, name=words, good_at=words, wants=words, details={"times": words}, words=words)
        files = plan_files(plan, LINES, "2026-11", A4)
        for name in ("plan-pocket", "plan-file"):
            assert not opened(files[f"{name}.html"]).xpath("//script | //img | //iframe | //*[@onclick]")
            assert re.sub(r"\s+", " ", words) in re.sub(r"\s+", " ", words_of(files[f"{name}.docx"], ".docx"))


def test_a_plan_that_is_not_finished_went_on_paper(engine: Engine, tmp_path: Path) -> None:
    for plan in (replace(PLAN, limit=replace(PLAN.limit, ends=0)), replace(PLAN, opinion="")):
        with pytest.raises(CodesignError, match="not finished"):
            engine.write_tech_plan(plan, tmp_path / "out", list, spoken=["en"])
    assert not (tmp_path / "out").exists()


def test_another_plan_in_the_folder_is_left_alone(engine: Engine, tmp_path: Path) -> None:
    first = engine.write_tech_plan(PLAN, tmp_path, lambda: LINES, spoken=["en"])
    first[0].write_bytes(b"mine")
    again = engine.write_tech_plan(PLAN, tmp_path, lambda: LINES, spoken=["en"])
    assert first[0].read_bytes() == b"mine"
    assert {path.name.partition(".")[0] for path in again} == {"plan-pocket-2", "plan-file-2"}


def test_the_command_writes_blank_papers_and_no_others(tmp_path: Path) -> None:
    out = tmp_path / "out"
    refused = CliRunner().invoke(main, ["--data", str(tmp_path / "d"), "tech-plan", "--out", str(out)])
    assert refused.exit_code == 1
    assert "--blank" in refused.stderr
    done = CliRunner().invoke(main, ["--data", str(tmp_path / "d"), "tech-plan", "--blank", "--out", str(out)])
    assert done.exit_code == 0, done.output
    assert len(list(out.iterdir())) == len(done.stdout.splitlines()) == 8
    assert "size: Letter" in (out / "plan-file.html").read_text("utf-8"), "the region of the plans that came along"
    assert not (tmp_path / "d").exists()
    (out / "plan-file.html").unlink()
    again = CliRunner().invoke(main, ["--data", str(tmp_path / "d"), "tech-plan", "--blank", "--out", str(out)])
    assert again.stdout == done.stdout, "the same papers were refused with “File exists”"
    assert len(list(out.iterdir())) == 8
    CliRunner().invoke(main, ["--data", str(tmp_path / "d"), "tech-plan", "--blank", "--paper", "a4", "--out", str(out)])
    assert "size: A4" in (out / "plan-file-2.html").read_text("utf-8")
