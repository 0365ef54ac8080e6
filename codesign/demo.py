"""The made-up session: a group of eight that never was, in a folder that is thrown away, marked as made up everywhere."""

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

from codesign.core.ballot import Ballot, Remark
from codesign.core.card import Card
from codesign.core.kinds import kind_of
from codesign.core.kinds.base import SKIPPED
from codesign.core.session import Comment, Review, Setup
from codesign.core.thresholds import Thresholds
from codesign.engine import Engine
from codesign.engine.open_session import OpenSession
from codesign.store.places import Places

PLAN = "starter"
CODE = "000000"
GROUP = 8
_LEANS = {"scale": (6, 3, 1), "choice": (1, 4, 2, 1, 1, 1), "pair": (7, 1, 3, 1)}
_REMARKS = (
    Remark("PA-1.3", "works", "my phone has everything in it, thats mine", True),
    Remark("SM-2.2", "could", "fine if people say it nice and not in front of everybody", True, ("could-told-why",)),
    Remark("MS-1.3", "doesnt", "who decides what clear danger is", True, ("doesnt-misuse",)),
    Remark("HE-1.3", "works", "people would tell more if this was real", False),
    Remark("WF-2.2", "could", "", False, ("could-staff-more", "could-fast")),
    Remark("YS-1.2", "works", "id help run it", False),
)


def demo_engine(folder: Path, today: Callable[[], date]) -> Engine:
    return Engine(Places.under(folder), today)


def start_demo(engine: Engine, *, people: int = GROUP - 1) -> OpenSession:
    """A session in the middle of its vote, with the ballots of a made-up group in the box."""
    plan = engine.plan(PLAN)
    setup = Setup(
        title=plan.title,
        day=engine.today().isoformat(),
        audience="Maria Lopez, house manager",
        expected=GROUP,
        support_person="Dana, in the office by the front door",
        local_line="555-0142, day and night",
        made_up=True,
    )
    opened = engine.start(plan, setup, Thresholds(), ballots=made_up_ballots(plan.cards, people))
    opened.code.set(CODE)
    return opened


def play_demo(engine: Engine, out: Path) -> list[Path]:
    """The whole session without a screen: eight ballots, the fold, the reading, the summary."""
    with start_demo(engine, people=GROUP) as opened:
        opened.close_round()
        for comment in opened.read().comments:
            opened.review(comment.id, _read(comment))
        return opened.write_summary(out)


def _read(comment: Comment) -> Review:
    """What a made-up reader decides: quotes where it may be, else a theme."""
    if comment.quote_ok:
        return Review("quote")
    return Review("theme", theme="youth would take part") if comment.text else Review("picks")


def made_up_ballots(cards: tuple[Card, ...], people: int) -> list[Ballot]:
    """The same group every time: nothing here is secret, so a fixed seed is right, and the pages can be compared."""
    chance = random.Random(7)
    ballots = []
    for person in range(people):
        answers = {}
        for card in cards:
            codes = kind_of(card).answers(card)
            leans = _LEANS.get(card.kind, (1,) * len(codes))[: len(codes)]
            answers[card.id] = chance.choices([*codes, SKIPPED], [*leans, 0.4])[0]
        remarks = tuple(remark for remark in _REMARKS[person : person + 1] if remark.card in answers)
        for remark in remarks:
            answers[remark.card] = remark.prompt
        ballots.append(Ballot(answers, remarks))
    return ballots
