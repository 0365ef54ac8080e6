"""Learn on paper by the command: what is written, in which words, and what of a session may stand on the sheet for staff."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pages import opened, read_word, text_of

from codesign.cli import main
from codesign.content.learn import learn
from codesign.core.ballot import Ballot, Remark
from codesign.core.kinds import kind_of
from codesign.core.kinds.base import SKIPPED
from codesign.core.session import Review, Setup
from codesign.core.thresholds import Thresholds
from codesign.documents.learn.files import learn_files
from codesign.documents.paper_size import A4
from codesign.engine import Engine
from codesign.phrases.learn import LearnPage, card_page, staff_page

TODAY = "2026-11-27"


def write(engine: Engine, *args: object) -> Result:
    return CliRunner().invoke(main, ["--data", str(engine.places.data), "learn", *map(str, args)])


def test_both_forms_say_the_same_in_two_languages(engine: Engine, tmp_path: Path) -> None:
    done = write(engine, "--card", "tags", "--out", tmp_path / "out")
    assert done.exit_code == 0, done.stderr
    assert [Path(line).name for line in done.stdout.splitlines()] == [
        *("learn-tags.docx", "learn-tags.html", "learn-tags.es.docx", "learn-tags.es.html")
    ]
    for language, title, said in (
        ("", "Tagged photos", "A landmark in a photo can help someone find you. [1]"),
        (".es", "Fotos con etiqueta", "Algo conocido en una foto puede ayudar a que te hallen. [1]"),
    ):
        word = [p.text for p in read_word((tmp_path / "out" / f"learn-tags{language}.docx").read_bytes()).paragraphs]
        page = text_of(opened((tmp_path / "out" / f"learn-tags{language}.html").read_bytes()))
        assert [line.split("] ", 1)[1] for line in page if not line.startswith(("[title]", "[a]"))] == word
        assert (word[0], said in word) == (title, True)
        assert any("loveisrespect.org/resources/social-media-safety" in line for line in word)


def test_without_a_choice_come_the_set_the_sheet_and_the_list(engine: Engine, tmp_path: Path) -> None:
    done = write(engine, "--out", tmp_path / "out")
    names = {Path(line).name.split(".")[0] for line in done.stdout.splitlines()}
    assert names == {"learn-set", "learn-staff", "learn-resources"}
    word = read_word((tmp_path / "out" / "learn-set.docx").read_bytes())
    titles = [p for p in word.paragraphs if p.style and p.style.name == "Title"]
    assert [p.text for p in titles] == [card.title for card in learn().cards]
    assert [p.paragraph_format.page_break_before for p in titles] == [False, *[True] * 9], "a page each"
    assert write(engine, "--out", tmp_path / "out").stdout == done.stdout, "the same words are the same files"


def test_a_card_that_there_is_not_is_refused(engine: Engine, tmp_path: Path) -> None:
    refused = write(engine, "--card", "TikTok", "--out", tmp_path / "out")
    assert refused.exit_code == 1
    assert "There is no Learn card “TikTok”. There are: connected, services" in refused.stderr
    assert not (tmp_path / "out").exists()


def test_a_fact_bears_the_number_of_its_source_and_an_old_one_is_said_to_be_old() -> None:
    card = learn().cards[4]
    page = card_page(learn(), card, TODAY)
    assert page.check == "Check this again from 24 November 2027 on."
    assert card_page(learn(), card, "2027-11-25").check == "! Old since 24 November 2027: check it before you use it."
    good, watch, helps, talk = page.parts
    assert all(line.endswith("]") for part in (good, watch) for line in part.lines)
    assert not any("[" in line for part in (helps, talk) for line in part.lines)
    for number, source in enumerate(page.sources[:-1], 1):
        assert source.startswith(f"[{number}] ")
        assert "Read 2" in source


def test_equal_pages_give_equal_bytes() -> None:
    def pages() -> list[LearnPage]:
        return [staff_page(learn(), TODAY)]

    assert learn_files("x", pages, A4, "2026-11") == learn_files("x", pages, A4, "2026-11")


def nine(engine: Engine, *, skip: int, read: bool = True, shown: bool = True) -> tuple[Path, str, str]:
    """The record of nine people of whom so many skip the first card; with its rule, and that of the second."""
    plan = engine.plan("fifteen-minutes")
    first, second = plan.cards[:2]
    answers = {card.id: kind_of(card).answers(card)[0] for card in plan.cards}
    remark = Remark(second.id, "works", "Good.")
    ballots = [Ballot(answers | {first.id: SKIPPED} if n < skip else answers, (remark,)) for n in range(9)]
    setup = Setup(title="Elm house", day="2026-05-02", audience="Maria", answer_by="2026-12-24")
    with engine.start(plan, setup, Thresholds(), ballots=ballots) as begun:
        begun.close_round()
        for comment in begun.read().comments if read else ():
            begun.review(comment.id, Review("theme"))
        if shown:
            begun.tell()
        return begun.path, first.rule, second.rule


@pytest.mark.parametrize(("skip", "named"), [(3, False), (4, True), (5, False)])
def test_the_sheet_names_what_many_left_out_where_the_room_was_told_so(
    engine: Engine, tmp_path: Path, skip: int, named: bool
) -> None:
    """Of nine: three are not many, four are, and with five the card stays in the box, so that nothing may be said of it."""
    path, first, second = nine(engine, skip=skip)
    done = write(engine, path, "--staff", "--out", tmp_path / "out")
    assert done.exit_code == 0, done.stderr
    words = [p.text for p in read_word((tmp_path / "out" / "learn-staff.docx").read_bytes()).paragraphs]
    assert (first in words) is named
    assert ("Nothing that may be shown was left out by many." in words) is not named
    assert second not in words
    assert not any(word in line for line in words for word in ("Elm house", "Maria", "Good."))


@pytest.mark.parametrize("read", [False, True])
def test_a_session_that_is_not_over_gives_nothing(engine: Engine, tmp_path: Path, read: bool) -> None:
    path, *_rules = nine(engine, skip=4, read=read, shown=False)
    refused = write(engine, path, "--staff", "--out", tmp_path / "out")
    assert refused.exit_code == 1
    assert "is not over: its result was not shown yet" in refused.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("read", [False, True])
def test_the_sheet_told_without_the_code_that_something_is_unread(engine: Engine, tmp_path: Path, read: bool) -> None:
    path, *_rules = nine(engine, skip=4, read=read)
    assert write(engine, path, "--staff", "--out", tmp_path / "out").exit_code == 0
