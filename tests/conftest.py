"""What every test may ask for: places below tmp_path, an engine on a fixed day, a plan, ballots."""

import gc
import itertools
import os
import signal
import sys
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from nacl.pwhash import argon2id

from codesign import washed
from codesign.core.ballot import Ballot, Remark
from codesign.core.card import Card
from codesign.core.kinds import kind_of
from codesign.core.kinds.base import NO_ANSWER
from codesign.core.plan import Plan
from codesign.core.session import Setup
from codesign.engine import Engine
from codesign.store.places import Places
from codesign.words import use_region

# Where a machine keeps no compiled files, every start of the program compiles it anew, which takes half as long again, and each
# worker all tests, which takes twice as long as all else before the first of them.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
gc.disable()  # until all are collected: nothing goes before

# What runs in the background, under nohup or after a script's "&", may have to ignore these, and whatever it starts as well; a
# program in a terminal never does.
for _number in {signal.SIGINT, getattr(signal, "SIGHUP", signal.SIGINT)}:  # Windows has no SIGHUP
    if signal.getsignal(_number) is signal.SIG_IGN:
        signal.signal(_number, signal.default_int_handler if _number is signal.SIGINT else signal.SIG_DFL)

DAY = date(2026, 11, 24)
_HOMES, _FOLDERS = itertools.count(), itertools.count()
MakeBallots = Callable[..., list[Ballot]]

# The same examples in every run: a green run is a fact about the code, not about luck. No clock decides on a busy machine.
settings.register_profile(
    "codesign", deadline=None, database=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("codesign")

# Freed blocks are written over in a process of the program's own, where tests/journey/test_session.py looks for what was typed;
# in this one they are every test's, and thousands of pages would each write over them.
washed._OF_EACH = washed._WHOLE_POOLS = 0


def pytest_collection_finish() -> None:
    """All that the tests are made of stays, so no collection looks at it again: the program collects between two people, and
    in a test's process that would walk through every test, library and page there is. Seldom, too: apps come and go whole."""
    set_aside()
    gc.enable()
    gc.set_threshold(20_000, 20, 20)


def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """What a file of tests leaves behind is taken away or set aside, once, and not walked through by every Hide of the next."""
    if nextitem is None or nextitem.path != item.path:
        set_aside()


def set_aside() -> None:
    """What nobody holds goes; what is left is not looked at again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing a test writes by default lands in a real home. Its own is made by who writes there: most tests write nothing,
    and thousands of empty folders would be made for them and taken away again."""
    home = str(tmp_path_factory.getbasetemp() / f"home-{next(_HOMES)}")
    monkeypatch.setenv("HOME", home)
    monkeypatch.setenv("USERPROFILE", home)


@pytest.fixture
def tmp_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As pytest's own, which looks through the folders of all tests before for the next that is free."""
    folder = tmp_path_factory.getbasetemp() / f"test-{next(_FOLDERS)}"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture(autouse=True)
def no_wait_for_the_disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every flush waits for the disk, which is the point in tests/store, and done by the program where it runs by itself."""
    if request.path.parent.name != "store":
        monkeypatch.setattr(os, "fsync", lambda _file: None)


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same hash of a code at the least cost; what the true one costs is tested in tests/store/test_code.py."""
    least = partial(argon2id.str, opslimit=argon2id.OPSLIMIT_MIN, memlimit=argon2id.MEMLIMIT_MIN)
    monkeypatch.setattr(argon2id, "str", lambda secret, **_costs: least(secret))


@pytest.fixture(autouse=True)
def no_region() -> None:
    """Dates are written as where nobody said; a session that a test before had opened named another region."""
    use_region("")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places.under(tmp_path)


@pytest.fixture
def engine(places: Places) -> Engine:
    """An engine whose day is 24 November 2026 and whose clock stands still."""
    return Engine(places, lambda: DAY, lambda: 0.0)


@pytest.fixture
def plan(engine: Engine) -> Plan:
    """The starter plan: six scale cards, two choices, one pair."""
    return engine.plan("starter")


@pytest.fixture
def filled_in() -> Setup:
    """What a facilitator filled in: a title, the fixed day, who answers and by when."""
    return Setup(title="Tech rules", day=DAY.isoformat(), audience="House manager", answer_by="2026-12-24", expected=8)


def ballots_of(cards: Sequence[Card], places: Sequence[int | str], remarks: Sequence[Remark] = ()) -> list[Ballot]:
    """One ballot for each of `places`: the number of the option taken on every card (0 is the first, the last where a card
    has fewer), or one of NO_ANSWER. The first ballot carries the remarks."""

    def code(card: Card, place: int | str) -> str:
        if isinstance(place, str):
            assert place in NO_ANSWER
            return place
        options = kind_of(card).options(card)
        return options[min(place, len(options) - 1)].code

    found = [Ballot({card.id: code(card, place) for card in cards}) for place in places]
    return [Ballot(found[0].answers, tuple(remarks)), *found[1:]] if found else []


@pytest.fixture
def ballots() -> MakeBallots:
    """`ballots(plan.cards, [0, 0, 1, 2, "skipped"])`: see ballots_of."""
    return ballots_of
