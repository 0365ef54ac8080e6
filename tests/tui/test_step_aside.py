"""Signals at moments that no real terminal shows twice: continued in the background, ended twice, ended too early."""

import asyncio
import os
import signal
import sys
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

if sys.platform == "win32":
    pytest.skip("has none of these signals", allow_module_level=True)

from textual.events import Key
from textual.message import Message

from codesign.cli.screens import _leave_on_signals
from codesign.terminal import ends
from codesign.tui.app import CodesignApp
from codesign.tui.keyboard import driver
from codesign.tui.keyboard.driver import KeysOnly

GROUP = os.getpgrp()
ENDS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


@pytest.fixture
def handlers() -> Iterator[None]:
    """The test process gets its signal handlers back; meanwhile nothing suspends it."""
    before = {number: signal.getsignal(number) for number in (*ends(), signal.SIGTSTP, signal.SIGCONT, signal.SIGALRM)}
    signal.signal(signal.SIGTSTP, signal.SIG_IGN)
    yield
    for number, handler in before.items():
        if handler is not None:  # which a library put in place without telling Python
            signal.signal(number, handler)


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What is done, in order; a signal to this process is only written down."""
    found: list[object] = []
    monkeypatch.setattr(os, "kill", lambda _pid, number: found.append(number))
    monkeypatch.setattr(os, "tcgetpgrp", lambda _fd: GROUP)
    monkeypatch.setattr(os, "isatty", lambda _fd: True)
    return found


@pytest.fixture
def app(seen: list[object], monkeypatch: pytest.MonkeyPatch) -> CodesignApp:
    app = CodesignApp()
    doings = ("suspend_application_mode", "resume_application_mode", "shut")
    driver = {name: lambda name=name: seen.append(name) for name in doings}
    monkeypatch.setattr(app, "_driver", SimpleNamespace(is_headless=False, **driver))
    monkeypatch.setattr(app, "cover", lambda: seen.append("cover"))
    monkeypatch.setattr(app, "refresh", lambda **_: seen.append("refresh"))
    return app


AWAY, BACK = ["cover", "suspend_application_mode"], ["resume_application_mode", "refresh"]


async def test_it_covers_before_it_stops_and_one_continue_brings_it_back_once(
    app: CodesignApp, seen: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    def kill(_pid: int, number: int) -> None:
        seen.append(number)
        app._continued(asyncio.get_running_loop())  # the SIGCONT that ends the stop

    monkeypatch.setattr(os, "kill", kill)
    app._step_aside(True)
    await asyncio.sleep(0)
    assert seen == [*AWAY, signal.SIGSTOP, *BACK]


def test_continued_in_the_background_it_stops_again_and_draws_nothing(
    app: CodesignApp, seen: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    groups = iter([GROUP + 1, GROUP + 1, GROUP])
    monkeypatch.setattr(os, "tcgetpgrp", lambda _fd: next(groups))
    app._step_aside(True)
    assert seen == [*AWAY, signal.SIGSTOP, signal.SIGSTOP, signal.SIGSTOP, *BACK]


async def test_a_stop_that_nobody_told_of_is_noticed_when_it_ends(app: CodesignApp, seen: list[object]) -> None:
    """The way to the terminal is shut at once, the rest is the loop's."""
    app._continued(asyncio.get_running_loop())
    assert seen == ["shut"]
    await asyncio.sleep(0)
    assert seen == ["shut", *AWAY, *BACK]


async def test_keys_of_before_the_stop_do_not_lift_the_cover() -> None:
    """F9, typed and not yet taken in when it was stopped, was taken in under the cover, and lifted it."""
    app = CodesignApp()
    async with app.run_test() as pilot:
        before, taken = Key("f1", None), []
        app.action_help = lambda: taken.append("help")  # type: ignore[method-assign]
        app.deaf_before = Message().time
        after = Key("f1", None)
        for key in (before, after):
            app.post_message(key)
            await pilot.pause()
    assert taken == ["help"]


def test_without_a_terminal_of_its_own_it_comes_back(
    app: CodesignApp, seen: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(_fd: int) -> int:
        raise OSError(25, "Inappropriate ioctl for device")

    monkeypatch.setattr(os, "tcgetpgrp", none)
    app._step_aside(True)
    assert seen == [*AWAY, signal.SIGSTOP, *BACK]


@pytest.mark.parametrize("way_out", ["_exit", "ending"])
def test_on_its_way_out_it_does_not_step_aside(
    app: CodesignApp, seen: list[object], monkeypatch: pytest.MonkeyPatch, way_out: str
) -> None:
    monkeypatch.setattr(app, way_out, True)
    app._step_aside(True)
    app._step_aside(False)
    assert seen == []


def test_it_never_stops_where_nobody_could_continue_it(
    app: CodesignApp, seen: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window is closed, or the end asked for, while the terminal is given back."""
    monkeypatch.setattr(os, "isatty", lambda _fd: False)
    app._step_aside(True)
    assert seen == [*AWAY, *BACK]
    seen.clear()
    monkeypatch.setattr(os, "isatty", lambda _fd: True)
    monkeypatch.setattr(app, "cover", lambda: setattr(app, "ending", True))
    app._step_aside(True)
    assert signal.SIGSTOP not in seen


async def test_it_steps_aside_by_the_loop_never_in_the_middle_of_painting(
    app: CodesignApp, seen: list[object], handlers: None
) -> None:
    app.step_aside_on_signals()
    signal.raise_signal(signal.SIGTSTP)
    assert seen == []
    await asyncio.sleep(0.01)
    assert seen == [*AWAY, signal.SIGSTOP, *BACK]
    signal.raise_signal(signal.SIGCONT)
    assert seen.pop() == "shut"
    await asyncio.sleep(0)
    assert seen == [*AWAY, signal.SIGSTOP, *BACK, *AWAY, *BACK]
    assert asyncio.get_running_loop().remove_signal_handler(signal.SIGTSTP)


def test_what_a_slow_terminal_has_not_taken_is_dropped_once_it_went_on(handlers: None, monkeypatch: pytest.MonkeyPatch) -> None:
    takes, screen = os.pipe()
    monkeypatch.setattr(driver, "_SCREEN", screen)
    writes = KeysOnly.__new__(KeysOnly)
    writes._shut = False
    signal.signal(signal.SIGALRM, lambda *_: writes.shut())
    signal.setitimer(signal.ITIMER_REAL, 0.02)
    writes.write("half a page " * 100_000)
    os.read(takes, 10_000_000)
    os.set_blocking(takes, False)
    writes.write("another page")
    with pytest.raises(BlockingIOError):
        os.read(takes, 1)


def test_an_error_of_a_terminal_that_is_gone_is_a_closed_window(
    app: CodesignApp, handlers: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[int] = []
    signal.signal(signal.SIGHUP, lambda number, _frame: ended.append(number))
    monkeypatch.setattr(os, "isatty", lambda _fd: False)
    app.panic(OSError(5, "Input/output error"))
    assert ended == [signal.SIGHUP]
    assert app.return_code is None


@pytest.fixture
def alarms(handlers: None, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    found: list[int] = []
    monkeypatch.setattr(signal, "alarm", found.append)
    return found


async def test_the_first_signal_ends_it_and_a_second_one_changes_nothing(alarms: list[int]) -> None:
    app = CodesignApp()
    async with app.run_test() as pilot:
        _leave_on_signals(app)
        signal.raise_signal(signal.SIGHUP)
        assert app.ending
        signal.raise_signal(signal.SIGTERM)
        await pilot.pause()
    assert app.return_code == 128 + signal.SIGHUP
    assert alarms == [5]


def test_a_signal_before_the_screens_ends_it_at_once(alarms: list[int]) -> None:
    _leave_on_signals(CodesignApp())
    with pytest.raises(SystemExit) as ended:
        signal.raise_signal(signal.SIGINT)
    assert ended.value.code == 130
    assert [signal.getsignal(number) for number in ENDS] == [signal.SIG_IGN] * 3
