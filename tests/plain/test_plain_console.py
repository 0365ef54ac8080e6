"""The console of plain mode: what it lets out, what it takes in, and how it hides and clears."""

import io

import pytest
from plain_kit import BLANK, CTRL_C, WIPE, Keyboard, Paper, console

from codesign.plain.commands import DROPPED, word
from codesign.plain.console import Console, Hidden, Left, usual

HOSTILE = "\x1b]0;owned\x07\x1b[2J[red]rule\u202e\x9b31m"


def test_nothing_printed_can_make_the_terminal_do_anything() -> None:
    talk, _keys, paper = console("")
    talk.say(HOSTILE)
    talk.ask(HOSTILE)
    assert paper.getvalue().count("]0;owned[2J[red]rule31m") == 2
    assert not set(paper.getvalue()) & set("\x1b\x07\x9b\u202e")


@pytest.mark.parametrize("line", ["h", "H", " hide ", "HIDE", "\x1b[20~", "abc\x07"])
def test_hide_is_heard_at_any_question(line: str) -> None:
    for asked in ("ask", "secret", "wait", "sure"):
        talk, _keys, _paper = console(line)
        with pytest.raises(Hidden):
            getattr(talk, asked)("?")


@pytest.mark.parametrize("line", ["hi", "hidden", "h h", "how", ""])
def test_other_words_do_not_hide(line: str) -> None:
    talk, _keys, _paper = console(line)
    assert talk.ask("?") == line


NO_KEYS = ("\x1b2", "\x1bO2Q2", "\x1b[A1", "2\x1b[", "\x1b]11;rgb:0/1\x072", "\x1bP1$r\x1b\\2", "\ufffd2", "\x9b2")


@pytest.mark.parametrize("line", NO_KEYS)
def test_a_line_with_bytes_that_are_no_key_was_dropped_in_silence(line: str) -> None:
    talk, _keys, paper = console(line, "3")
    assert talk.ask("?") == "3"
    assert paper.getvalue() == f"? {DROPPED}\n? "
    assert console(line)[0].secret("?") == ""


def test_an_arrow_alone_is_as_enter_alone() -> None:
    assert console("\x1b[A\x1b[D")[0].ask("?") == ""


@pytest.mark.parametrize("line", ["\x1b[20;2~", "\x1b[20^", "2\x1b[20$"])
def test_hide_is_heard_with_shift_and_ctrl_too(line: str) -> None:
    with pytest.raises(Hidden):
        console(line)[0].ask("?")


def test_a_sentence_with_an_arrow_in_it_stays_a_sentence() -> None:
    assert "near the bed" in console("a plug \x1b[Dnear the bed")[0].ask("?")


def test_bytes_that_are_no_letter_end_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xf12\n3\n"), "utf-8"))
    talk = usual()
    assert talk.ask("?") == "3"


def test_ctrl_c_hides_and_the_end_of_the_input_leaves() -> None:
    talk, _keys, _paper = console(CTRL_C)
    with pytest.raises(Hidden):
        talk.ask("?")
    with pytest.raises(Left):
        talk.ask("?")


def test_a_line_that_was_not_sent_off_by_enter_counts_as_nothing() -> None:
    talk = Console(io.StringIO("yes"), Paper(), "xterm")
    with pytest.raises(Left):
        talk.sure("?")


@pytest.mark.parametrize("line", ["", " ", "n", "no", "ja", "1", "yes please"])
def test_only_a_typed_yes_says_yes(line: str) -> None:
    assert not console(line)[0].sure("?")
    assert console("Yes")[0].sure("?")


def test_the_cover_is_dull_and_waits_for_enter_whatever_happens() -> None:
    talk, keys, paper = console(CTRL_C, "h", "hide", "what is this", terminal=True)
    talk.cover()
    talk.until_uncovered()
    assert keys.left == []
    assert paper.getvalue().startswith(f"{WIPE}Notes\n")
    assert paper.getvalue().endswith(WIPE)
    for told in ("vote", "ballot", "card", "codesign", "turn"):
        assert told not in paper.getvalue().casefold()


@pytest.mark.parametrize(
    ("terminal", "term", "cleared"),
    [(True, "xterm", WIPE), (True, "dumb", BLANK), (True, "", BLANK), (False, "xterm", BLANK)],
)
def test_clearing_wipes_where_the_terminal_can_and_else_pushes_away(terminal: bool, term: str, cleared: str) -> None:
    talk, _keys, paper = console(terminal=terminal, term=term)
    talk.page("Title", "line")
    assert paper.getvalue() == f"{cleared}Title\nline\n"


def test_the_scroll_back_is_cleared_after_the_screen() -> None:
    """Many terminals put into the scroll-back what is cleared from the screen: the other order would keep it there."""
    talk, _keys, paper = console(terminal=True)
    talk.clear()
    assert paper.getvalue().index("\x1b[2J") < paper.getvalue().index("\x1b[3J")


def test_words_are_not_cut_at_the_edge_of_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    talk, _keys, paper = console(terminal=True)
    talk.say("A rule with words " * 10)
    lines = paper.getvalue().splitlines()
    assert len(lines) > 3
    assert all(len(line) < 40 and line.endswith(("A", "rule", "with", "words")) for line in lines)


def test_long_readings_rest_after_twenty_lines() -> None:
    talk, keys, paper = console("", "")
    talk.say_in_parts(
        [[f"{n}a", f"{n}b", f"{n}c", f"{n}d", f"{n}e"] for n in range(8)], lambda: talk.wait("Press Enter to read on.")
    )
    assert keys.left == []
    parts = paper.getvalue().split("Press Enter to read on.")
    assert [len(part.split()) for part in parts] == [15, 15, 10]


def test_a_number_is_asked_for_until_it_is_one() -> None:
    talk, keys, paper = console("", "0", "3", "two", "2")
    assert talk.choose([("One", ""), ("Two", "")]) == "2"
    assert keys.left == []
    assert paper.getvalue().count("That is none of the numbers") == 4


def test_commands_are_words_without_what_a_terminal_may_add() -> None:
    assert word("  BACK\t") == "back"
    assert word("b\x00ack") == "back"
    assert len(word("x" * 10_000)) <= 60


def test_a_kill_ends_at_the_next_question_and_ctrl_c_never_stops_work() -> None:
    import os
    import signal

    if os.name == "nt":
        pytest.skip("Windows has no such signals")
    before = signal.getsignal(signal.SIGINT)
    keys = Keyboard(["a line"])
    talk = Console(keys, Paper(), "xterm")
    with talk.guarded():
        os.kill(os.getpid(), signal.SIGINT)  # nothing is being read: a ballot may be on its way to the disk
        os.kill(os.getpid(), signal.SIGTSTP)
        assert talk.ask("?") == "a line"
        os.kill(os.getpid(), signal.SIGTERM)
        with pytest.raises(Left):
            talk.ask("?")
    assert signal.getsignal(signal.SIGINT) is before


def test_a_closed_window_was_taken_for_a_defect() -> None:
    with pytest.raises(Left):
        Console(Keyboard([OSError]), Paper(), "xterm").ask("?")
