"""Our board as values: open to all without the code, its lists behind it, and nothing on it that did not leave before."""

from pathlib import Path

import pytest
from course_kit import CODE, Played, at_home
from msgspec.structs import replace

from codesign.core.board import MOST_TIPS, answered, of_youth_spaces, past_sessions, tips
from codesign.core.card import Card
from codesign.core.errors import CodesignError
from codesign.core.near_here import MOST, Entry, NearHere
from codesign.core.pieces import Piece
from codesign.core.policy_team.decisions import Decision
from codesign.core.session import Comment, Round, Session, Setup
from codesign.core.tally import Tally
from codesign.core.thresholds import Thresholds
from codesign.course import pages
from codesign.engine import Engine
from codesign.engine.board import keep_near_here, read_near_here
from codesign.words import speaking

LATE = Setup(title="House", day="2026-11-20", board=True)
EARLY = replace(LATE, day="2026-10-01")
SCALE = {"works": 3, "could": 2, "doesnt": 2}
FOOD = Entry(kind="service", name="Food bank", what="Food on Fridays", reach="555-0100", checked_on="2026-11-01")


def said(comment_id: int, words: str, prompt: str = "could", card: str = "R-1") -> Comment:
    return Comment(id=comment_id, round=1, card=card, prompt=prompt, text=words, quote_ok=True, review="quote")  # type: ignore[arg-type]


def session(setup: Setup, *comments: Comment, left: bool = True, counts: dict[str, int] | None = None) -> Session:
    pieces = [Piece(card=c.card, prompt=c.prompt, how="quote", words=str(c.id), among=7) for c in comments]
    return Session(
        setup=setup,
        thresholds=Thresholds(),
        cards=(Card(id="R-1", kind="scale", rule="A rule"),),
        rounds=(Round(1, ("R-1",), "closed"),),
        tallies={"R-1": Tally("R-1", counts or SCALE)},
        comments=comments,
        told=("R-1",),
        left=tuple(pieces) if left else (),
    )


def shown(*sessions: Session) -> list[str]:
    return [line for _card, lines in tips(sessions) for line in lines]


def test_a_line_that_was_quoted_helps_others_from_the_next_session_on() -> None:
    early, late = session(EARLY, said(1, "Keep it on silent")), session(LATE, said(1, "From today"))
    assert shown(early, late) == ["Keep it on silent"]
    assert shown(early) == [], "its own session does not show it"
    assert shown(early, replace(late, setup=EARLY)) == [], "nor one of the same day"


@pytest.mark.parametrize(
    "early",
    [
        session(EARLY, said(1, "x"), left=False),
        session(EARLY, said(1, "x", "doesnt")),
        session(EARLY, replace(said(1, "x"), review="theme", theme="t")),
        session(EARLY, replace(said(1, "x"), review="withheld")),
        session(EARLY, replace(said(1, "x"), quote_ok=False)),
        session(EARLY, said(1, "x"), counts={"works": 2, "could": 1, "doesnt": 1}),
        replace(session(EARLY, said(1, "x")), told=()),
        replace(session(EARLY, said(1, "x")), setup=replace(EARLY, board=False)),
        replace(session(EARLY, said(1, "x")), setup=replace(EARLY, made_up=True)),
        replace(session(EARLY, said(1, "x")), setup=replace(EARLY, title="Another house")),
    ],
    ids=["not-left", "against", "theme", "kept-back", "no-ok", "four", "untold", "before-the-board", "made-up", "elsewhere"],
)
def test_no_other_line_is_a_tip(early: Session) -> None:
    assert shown(early, session(LATE)) == []


def test_tips_are_a_few_and_stand_in_the_order_of_their_words() -> None:
    many = [
        session(replace(EARLY, day=f"2026-0{n}-01"), said(1, f"b{n}"), said(2, f"a{n}"), said(3, f"c{n}")) for n in range(1, 6)
    ]
    found = tips([*many, session(LATE)])
    assert sum(len(lines) for _card, lines in found) == MOST_TIPS
    assert found[0][1] == ("a5", "b5")


def test_what_came_of_it_is_of_the_same_house_and_real() -> None:
    decided = replace(session(EARLY), decisions=(Decision(card="R-1", answer="yes"),))
    made_up = replace(decided, setup=replace(EARLY, made_up=True, day="2026-11-30"))
    assert answered([made_up, decided, session(LATE)]) is decided
    assert past_sessions([made_up]) == []
    assert answered([made_up]) is None
    space = replace(session(LATE), cards=(Card(id="YS-1.2", kind="scale", rule="A space"),), told=("YS-1.2",))
    assert of_youth_spaces([replace(space, tallies={"YS-1.2": Tally("YS-1.2", SCALE)})]).keys() == {"YS-1"}
    for other in ("YS-10", "YS-3"):
        elsewhere = replace(space, cards=(replace(space.cards[0], id=other),), told=(other,))
        assert of_youth_spaces([replace(elsewhere, tallies={other: Tally(other, SCALE)})]) == {}


# The pages


def test_a_tip_and_an_answer_are_read_on_the_board_without_a_number(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    early = replace(
        session(EARLY, said(1, "Keep it on silent")), decisions=(Decision(card="R-1", answer="yes", reads="As it is"),)
    )
    monkeypatch.setattr(engine, "records", lambda: [(Path("a"), early), (Path("b"), session(LATE))])
    tip, came = read(opened(engine).say("3")), read(opened(engine).say("4"))
    assert "A rule\n“Keep it on silent”" in tip
    assert "could" not in tip.casefold(), "the answer that it went with is not told"
    assert "You said: " in came
    assert "As it is" in came
    assert not {"2", "3", "7"} & set(came.replace("2026", ""))


def opened(engine: Engine) -> Played:
    return at_home(engine).say("board")


def listed(play: Played) -> pages.Menu:
    page = play.at(pages.Spoken).make()
    assert isinstance(page, pages.Menu)
    return page


def read(play: Played, language: str = "en") -> str:
    with speaking(language):
        blocks = play.at(pages.ToRead).blocks()
        return "\n".join(text for block in blocks for text in (block.title, *block.lines))


def test_every_part_is_read_without_a_code_and_without_typing(engine: Engine) -> None:
    play = opened(engine)
    parts = sum(choice.id.isdigit() for choice in listed(play).choices)
    assert listed(play.say("learn")).place == "learn"
    assert listed(play.say("back")).place == "board"
    play.say("0")
    for _n in range(parts):
        page = play.at(pages.ToRead)
        assert page.speaks
        assert page.covers
        read(play), read(play, "es")
        play.say("on")
    assert listed(play).here == parts - 1
    assert "Question" not in play.asked
    assert play.say("back").at(pages.Menu).place == "home"


def test_nothing_of_it_is_kept(engine: Engine) -> None:
    def files() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in engine.places.data.rglob("*") if path.is_file()}

    before = files()
    opened(engine).say("0", "on", "on", "on", "on", "home", "2", "home", "back").leave()
    assert files() == before


@pytest.mark.parametrize("at", [(), ("1",)])
def test_a_page_that_was_left_gives_way_to_home(engine: Engine, at: tuple[str, ...]) -> None:
    assert opened(engine).say(*at).walk_off().at(pages.Menu).place == "home"
    assert opened(engine).say(*at).hide().at(pages.Menu).place == "home"


def test_a_no_to_whether_all_is_right_threw_away_what_was_written(engine: Engine) -> None:
    play = opened(engine).say("staff", CODE, CODE, None, "person", "Dana", "Staff", "555-0100", "Days", "Danger")
    assert play.say(False).at(pages.Question).value == "Danger"
    assert play.say("Harm", True).at(pages.Menu).choices[0].words == "Dana"
    assert "Harm" in read(play.say("back", "0"))


def test_staff_write_a_service_down_behind_the_code_and_youth_read_it(engine: Engine) -> None:
    play = opened(engine).say("staff", CODE, CODE, None).say("service")
    play.say("", "Food bank", "Food on Fridays", "555-0100", "Fridays", "Spanish")
    assert "may find the card" in play.at(pages.Question).lines[0]
    play.say("Food")
    assert play.at(pages.Sure).question == "Is all of it right today?"
    play.say(True, "back")
    assert "Food bank" in read(play.say("1"))
    assert "555-0100" in read(play)
    assert "Languages: Spanish" in read(play)
    play.say("home", "staff", CODE)
    assert play.at(pages.Menu).choices[0].words == "Food bank"
    play.say(pages.Act("out", "0"), True, "back", "1")
    assert "Food bank" not in read(play)


@pytest.mark.parametrize(
    ("row", "paper"), [("board", "charter.docx"), ("learn", "learn-staff.html"), ("plans", "plan-file.es.html")]
)
def test_papers_beside_a_session_were_printed_by_commands_alone(engine: Engine, tmp_path: Path, row: str, paper: str) -> None:
    play = opened(engine).say("staff", CODE, CODE, None).say(f"print-{row}")
    assert play.at(pages.Question).place == "folder"
    play.say(str(tmp_path / "out"))
    assert (tmp_path / "out" / paper).exists()
    assert play.at(pages.ToRead).covers
    assert play.say("on").at(pages.Menu).place == "near-here"


def test_the_lists_named_keys_of_the_screens_to_plain_lines(engine: Engine) -> None:
    play = opened(engine).say("staff", CODE, CODE, None)
    for page in (play.at(pages.Menu), play.say("tried").at(pages.Menu)):
        assert not {"Enter", "X"} & set(" ".join(page.lines).split())


def test_papers_that_staff_print_from_the_lists_had_other_help_lines_unsaid(engine: Engine) -> None:
    (engine.places.data / "helplines.toml").write_text("[[line]", encoding="utf-8")
    (alert,) = opened(engine).say("staff", CODE, CODE, None).at(pages.Menu).alerts
    assert "Until then the lines that came with the program are shown." in alert


def test_the_files_were_read_anew_for_each_row_of_the_lists(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_near_here(engine.places, NearHere(entries=(FOOD, FOOD, FOOD)))
    play = opened(engine)
    read_in, asked = engine.help_lines, []
    monkeypatch.setattr(engine, "help_lines", lambda: asked.append(1) or read_in())
    play.say("staff", CODE, CODE, None)
    assert len(play.at(pages.Menu).choices) == 9
    assert len(asked) == 1


def test_a_list_that_was_not_saved_was_left_open_to_the_next_hand(engine: Engine) -> None:
    play = opened(engine).say("staff", CODE, CODE, None, "tried")
    engine.places.near_here.mkdir(parents=True)
    play.say("988 Lifeline")
    assert play.at(pages.Problem).covers
    assert play.walk_off().at(pages.Menu).place == "home"


@pytest.mark.parametrize("at", [(), ("service",), ("service", "Food bank"), ("tried",), ("print-board",)])
def test_lists_that_staff_left_open_could_be_changed_by_the_next_hand(engine: Engine, at: tuple[str, ...]) -> None:
    play = opened(engine).say("staff", CODE, CODE, None, *at)
    assert play.page
    assert play.page.covers
    assert play.walk_off().at(pages.Menu).place == "home"


def test_a_person_says_what_they_must_pass_on_and_an_old_entry_is_marked(engine: Engine) -> None:
    dana = Entry(kind="person", name="Dana", passes_on="Danger, to the county", checked_on="2026-01-01")
    keep_near_here(engine.places, NearHere(entries=(dana, FOOD)))
    people = read(opened(engine).say("0"))
    assert "Must pass on: Danger, to the county" in people
    assert "Checked long ago: January 1, 2026. Call first." in people
    assert "long ago" not in read(opened(engine).say("1"))


def test_help_lines_that_were_looked_up_long_ago_stood_on_the_board_like_new_ones(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "were looked up on " in read(opened(engine).say("2"))
    late = engine.today().replace(year=engine.today().year + 2)
    monkeypatch.setattr(engine, "today", lambda: late)
    assert "were looked up long ago: " in read(opened(engine).say("2"))


def test_a_help_line_is_marked_as_tried_and_the_mark_is_taken_back(engine: Engine) -> None:
    never = len(engine.help_lines().never_tried)
    play = opened(engine).say("staff", CODE, CODE, None, "tried", "988 Lifeline")
    assert len(engine.help_lines().never_tried) == never - 1
    assert "Tried here on" in play.at(pages.Menu).choices[0].about
    play.say("988 Lifeline")
    assert len(engine.help_lines().never_tried) == never


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"schema": 2}',
        '{"entries": [{"kind": "ghost", "name": "x", "checked_on": "2026-01-01"}]}',
        '{"entries": [{"kind": "person", "name": "x", "checked_on": "soon"}]}',
        '{"entries": [{"kind": "person", "name": "", "checked_on": "2026-01-01"}]}',
        '{"tried": {"988 Lifeline": "yesterday"}}',
        '{"entries": ['
        + ", ".join(['{"kind": "person", "name": "x", "checked_on": "2026-01-01"}'] * (MOST["person"] + 1))
        + "]}",
        "\xff",
        "[" * 9999,
    ],
)
def test_a_list_that_was_tampered_with_is_refused_whole(engine: Engine, text: str) -> None:
    engine.places.data.mkdir(parents=True, exist_ok=True)
    engine.places.near_here.write_bytes(text.encode("latin-1"))
    with pytest.raises(CodesignError, match="near-here"):
        read_near_here(engine.places)
    assert "Tell staff" in read(opened(engine).say("1"))
    assert engine.help_lines().lines, "support opens all the same"
    assert "near-here" in opened(engine).say("staff", CODE, CODE, None).at(pages.Problem).sentence


def test_what_staff_wrote_is_cleaned_and_limited(engine: Engine) -> None:
    loud = replace(FOOD, name="A\x1b[2J\u202e" + "x" * 999, what="w" * 999)
    keep_near_here(engine.places, NearHere().with_entry(None, loud))
    (kept,) = read_near_here(engine.places).entries
    assert kept.name.startswith("A[2Jx")
    assert len(kept.name) == 120
    assert len(kept.what) == 200
    full = NearHere(entries=(FOOD,) * MOST["service"])
    with pytest.raises(CodesignError, match="the most"):
        full.with_entry(None, FOOD)
