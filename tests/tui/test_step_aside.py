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

from codesign.cli.screens import _leave_on_signals
from codesign.tui.app import CodesignApp

GROUP = os.getpgrp()
ENDS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


@pytest.fixture
def handlers() -> Iterator[None]:
    """The test process gets its signal handlers back; meanwhile nothing suspends it."""
    before = {number: signal.getsignal(number) for number in (*ENDS, signal.SIGTSTP)}
    signal.signal(signal.SIGTSTP, signal.SIG_IGN)
    yield
    for number, handler in before.items():
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
    driver = {name: lambda name=name: seen.append(name) for name in ("suspend_application_mode", "resume_application_mode")}
    monkeypatch.setattr(app, "_driver", SimpleNamespace(is_headless=False, **driver))
    monkeypatch.setattr(app, "_cover", lambda: seen.append("cover"))
    monkeypatch.setattr(app, "refresh", lambda **_: seen.append("refresh"))
    return app


AWAY, BACK = ["cover", "suspend_application_mode"], ["resume_application_mode", "refresh"]


def test_it_covers_before_it_stops_and_one_continue_brings_it_back_once(app: CodesignApp, seen: list[object]) -> None:
    app._step_aside(True)
    app._step_aside(False)  # the SIGCONT that ended the stop
    assert seen == [*AWAY, signal.SIGSTOP, *BACK]


def test_continued_in_the_background_it_stops_again_and_draws_nothing(
    app: CodesignApp, seen: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    groups = iter([GROUP + 1, GROUP + 1, GROUP])
    monkeypatch.setattr(os, "tcgetpgrp", lambda _fd: next(groups))
    app._step_aside(True)
    assert seen == [*AWAY, signal.SIGSTOP, signal.SIGSTOP, signal.SIGSTOP, *BACK]


def test_a_stop_that_nobody_told_of_is_noticed_when_it_ends(app: CodesignApp, seen: list[object]) -> None:
    app._step_aside(False)
    assert seen == [*AWAY, *BACK]


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
    monkeypatch.setattr(app, "_cover", lambda: setattr(app, "ending", True))
    app._step_aside(True)
    assert signal.SIGSTOP not in seen


async def test_it_steps_aside_by_the_loop_never_in_the_middle_of_painting(
    app: CodesignApp, seen: list[object], handlers: None
) -> None:
    app._step_aside_on_signals()
    signal.raise_signal(signal.SIGTSTP)
    assert seen == []
    await asyncio.sleep(0.01)
    assert seen == [*AWAY, signal.SIGSTOP, *BACK]
    for number in (signal.SIGTSTP, signal.SIGCONT):
        assert asyncio.get_running_loop().remove_signal_handler(number)


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
