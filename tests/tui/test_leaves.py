"""What the room reads is read leaf by leaf: a card is never broken where one leaf holds it, and Enter reads on first."""

import re
from functools import partial
from itertools import pairwise

import pytest
from every_page import session
from hypothesis import given, settings
from hypothesis import strategies as st
from kit import has_more_below, on_stage
from msgspec.structs import replace
from test_held_key import Clock

from codesign.core.kinds import kind_of
from codesign.core.session import Round, Session
from codesign.core.tally import Tally
from codesign.course import pages
from codesign.engine import Engine
from codesign.tui.screens import to_read
from codesign.tui.screens.page import ShownPage
from codesign.tui.screens.room.result import Outcomes, ResultPage
from codesign.tui.screens.room.talk import LastTalkPage, TalkPage
from codesign.tui.widgets.counts import marks
from codesign.tui.widgets.leaves import Leafed, broken_into
from codesign.words import use

THINGS = st.lists(st.lists(st.integers(1, 9), min_size=1, max_size=6), min_size=1, max_size=9)


@settings(max_examples=60)
@given(THINGS, st.integers(4, 14))
def test_a_thing_was_broken_although_a_leaf_would_have_held_it(heights: list[list[int]], height: int) -> None:
    things: list[list[tuple[int, int]]] = []
    row = 0
    for parts in heights:
        things.append([])
        for rows in parts:
            things[-1].append((row, row + rows))
            row += rows
    leaves = broken_into(things, height)
    assert [leaves[0][0], *(end for _start, end in leaves)] == [*(start for start, _end in leaves), row], "each row, once"
    assert all(0 < end - start <= height for start, end in leaves)
    breaks = {start for start, _end in leaves[1:]}
    for parts in things:
        top, bottom = parts[0][0], parts[-1][1]
        if bottom - top <= (height // 2 if len(parts) > 1 else height):
            assert not breaks & set(range(top + 1, bottom)), "nothing that a leaf holds is broken"
        else:
            with_title = [(parts[0][0], parts[min(1, len(parts) - 1)][1]), *parts[2:]]
            held = [(first, last) for first, last in with_title if last - first <= height]
            assert not any(breaks & set(range(first + 1, last)) for first, last in held), "nor a part of what is longer"
    tops = {parts[0][0]: parts[-1][1] - parts[0][0] for parts in things if len(parts) == 1}
    for (start, end), (_next, _last) in pairwise(leaves):
        if tops.get(end, height + 1) <= height:
            assert end + tops[end] - start > height, "a leaf takes what it has room for"


@settings(max_examples=40)
@given(st.lists(st.integers(0, 60), min_size=2, max_size=6).filter(any), st.integers(8, 40))
def test_a_bar_of_twenty_was_shorter_than_one_of_ten(counts: list[int], room: int) -> None:
    drawn = marks(counts, sum(counts), room)
    assert all(len(row) <= max(room, 1) for row in drawn)
    for (few, short), (more, long) in pairwise(sorted(zip(counts, map(len, drawn), strict=True))):
        assert short <= long or few == more
    assert all(bool(row) == bool(count) for row, count in zip(drawn, counts, strict=True))


def result(engine: Engine, people: int) -> Session:
    """Of the starter plan, and every option was given."""
    cards = [card for card in engine.plan("starter").cards if card.kind != "pick-two"]
    tallies = {}
    for card in cards:
        codes = kind_of(card).answers(card)
        tallies[card.id] = Tally(card.id, {code: len(range(n, people, len(codes))) for n, code in enumerate(codes)})
    rounds = (Round(1, tuple(tallies), "closed"),)
    return replace(session("A"), cards=tuple(cards), tallies=tallies, rounds=rounds, comments=(), told=tuple(tallies))


@pytest.mark.parametrize(
    ("size", "people", "language"), [((80, 24), 6, "en"), ((80, 24), 12, "es"), ((40, 15), 12, "es"), ((120, 40), 12, "en")]
)
async def test_a_card_of_the_result_was_cut_in_two_where_a_page_held_it(
    engine: Engine, size: tuple[int, int], people: int, language: str
) -> None:
    said: list[object] = []
    async with on_stage(engine, size=size) as stage:
        use(language)
        stage.app.go(lambda: ResultPage(pages.Results(session=result(engine, people)), said.append, stage.app))
        await stage.settle()
        (leaves,), (outcomes,) = stage.app.screen.query(Leafed), stage.app.screen.query(Outcomes)
        parts, seen = outcomes.parts(outcomes.size.width), set()
        while True:
            first, last = outcomes.begin, outcomes.begin + outcomes.size.height
            for n, part in enumerate(parts):
                top, bottom = part.rows
                if bottom > first and top < last:
                    assert (first <= top and bottom <= last) or bottom - top > leaves.size.height, stage.text()
                    seen.add(n)
            if not has_more_below(stage):
                break
            await stage.press("enter")
        assert len(seen) == len(parts), "each card was there"
        assert leaves.count > 1
        assert not said, "Enter read to the end first"
        await stage.press("enter")
        assert said == ["on"]


def long_page(place: str) -> pages.ToRead:
    blocks = [pages.Block(f"Part {n}", ("Some words.",) * 5) for n in range(6)]
    return pages.ToRead(place=place, title="Long", blocks=lambda: blocks, speaks=place not in FACILITATORS)


FACILITATORS = ("before-they-come", "brought", "files-written", "written")
SAYS = {**dict.fromkeys(to_read.PAGES, "on"), "written": "home", "result": "on", "talk": "result", "talk-last": "result"}
del SAYS["practice"]  # which nobody goes on from


def long_one(place: str, engine: Engine) -> partial[ShownPage]:
    if place in to_read.PAGES:
        return partial(to_read.PAGES[place], long_page(place))
    of = result(engine, 6)
    if place == "result":
        return partial(ResultPage, pages.Results(session=of))
    return partial(TalkPage if place == "talk" else LastTalkPage, pages.Talk(session=of))


@pytest.mark.parametrize("place", SAYS)
async def test_a_key_that_goes_on_left_what_the_room_had_not_read(engine: Engine, place: str) -> None:
    """Our rules and last time went, and so did the talk; what the facilitator alone reads goes on at once."""
    sent: list[object] = []
    shown, clock, key = long_one(place, engine), Clock(), "r" if place.startswith("talk") and place != "talk-card" else "enter"
    async with on_stage(engine, size=(60, 20), clock=clock) as stage:
        stage.app.go(lambda: shown(sent.append, stage.app))
        await stage.settle()
        clock.now += 2
        assert has_more_below(stage)
        while has_more_below(stage) and not sent:
            turning = bool(re.search(f"{key.title()} (More|←)", stage.text()))  # its sign alone, where there is no room
            assert turning == (place not in FACILITATORS or place == "written"), "the bar said where it leads"
            await stage.press(key)
        assert bool(sent) == (place in FACILITATORS and place != "written")
        if not sent:
            assert f"{key.title()} More" not in stage.text()
            await stage.press(key)
        assert sent == [SAYS[place]]


async def test_a_window_of_another_size_showed_another_part_of_the_result(engine: Engine) -> None:
    async with on_stage(engine, size=(60, 20)) as stage:
        stage.app.go(lambda: ResultPage(pages.Results(session=result(engine, 12)), print, stage.app))
        await stage.settle()
        await stage.press("down", "down")
        (outcomes,) = stage.app.screen.query(Outcomes)

        def on_the_leaf() -> list[object]:
            first, last = outcomes.begin, outcomes.begin + outcomes.size.height
            return [p.key for p in outcomes.parts(outcomes.size.width) if p.rows[1] > first and p.rows[0] < last]

        first = on_the_leaf()[0]
        assert outcomes.begin
        for width, height in ((100, 40), (60, 20), (40, 15)):
            await stage.pilot.resize_terminal(width, height)
            await stage.settle()
            assert first in on_the_leaf()
