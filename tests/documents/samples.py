"""Sessions as values, for the tests of the summary: no record, no clock."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec.structs import replace

from codesign.core.card import Card, Option
from codesign.core.kinds import kind_of
from codesign.core.kinds.choice import choice_options
from codesign.core.kinds.pair import QUESTION, pair_options
from codesign.core.pool import Member
from codesign.core.pool_card import Blocks
from codesign.core.session import Comment, Round, Session, Setup
from codesign.core.tally import Tally
from codesign.core.thresholds import Thresholds
from codesign.documents.summary.build import Summary
from codesign.documents.summary.pooled import PoolSummary
from codesign.store.disk import Disk

NIGHT = Card(
    id="PH-1",
    kind="scale",
    rule="You keep your own phone. At bedtime you pick where it charges.",
    today="Phones are handed in at 10 pm.",
    pointers=("P2", "P3"),
    staff_note="Check the licence.",
)
CHECKS = Card(id="PS-1", kind="scale", rule="Staff never look through a phone without you there.", pointers=("P4",))
GAMES = Card(id="GA-1", kind="scale", rule="Games are fine until quiet hours.", pointers=("P7",))
CAMERAS = Card(id="CA-1", kind="scale", rule="No cameras near bedrooms.", pointers=("P7",), staff_note="Law on cameras.")
LATE = Card(
    id="PH-2",
    kind="choice",
    rule="When should phones go on silent?",
    options=choice_options(["9 pm", "10 pm", "Each person picks", "Something else"]),
    pointers=("P1",),
)
WORDINGS = Card(
    id="PH-1+ZT-1",
    kind="pair",
    rule=QUESTION,
    options=pair_options(Option("ZT-1", "All phones are locked away at night."), Option("PH-1", "You choose where yours is.")),
    pointers=("P3",),
)
TEN = Thresholds()
CARDS = (NIGHT, CHECKS, GAMES, CAMERAS, LATE, WORDINGS)


def tally(card: Card, *counts: int, skipped: int = 0, unclear: int = 0, not_reached: int = 0) -> Tally:
    codes = [o.code for o in kind_of(card).options(card)]
    return Tally(card.id, dict(zip(codes, counts, strict=True)), skipped, unclear, not_reached)


def session(
    *tallies: Tally,
    cards: tuple[Card, ...] = CARDS,
    comments: tuple[Comment, ...] = (),
    lines: Thresholds = TEN,
    made_up: bool = False,
    title: str = "House tech rules",
) -> Session:
    return Session(
        setup=Setup(
            title=title,
            day="2026-11-14",
            audience="Policy team",
            answer_by="2026-12-24",
            made_up=made_up,
        ),
        thresholds=lines,
        cards=cards,
        rounds=(Round(1, tuple(card.id for card in cards), "closed"),),
        tallies={t.card: t for t in tallies},
        comments=tuple(replace(comment, id=number) for number, comment in enumerate(comments, 1)),
    )


def quote(card: Card, prompt: str, text: str, *picks: str) -> Comment:
    return Comment(id=0, round=1, card=card.id, prompt=prompt, text=text, quote_ok=True, picks=picks, review="quote")


def theme(card: Card, prompt: str, words: str) -> Comment:
    return Comment(id=0, round=1, card=card.id, prompt=prompt, text="never leaves", quote_ok=False, review="theme", theme=words)


def withheld(card: Card, reason: str) -> Comment:
    return Comment(
        id=0, round=1, card=card.id, prompt="doesnt", text="never leaves", quote_ok=True, review="withheld", reason=reason
    )


COMMENTS = (
    quote(NIGHT, "works", "I can reach my brother."),
    quote(NIGHT, "doesnt", "People get robbed."),
    quote(NIGHT, "could", "Lockers first.", "could-more-privacy"),
    quote(CHECKS, "could", "Only if I am there."),
    theme(CHECKS, "doesnt", "trust"),
    theme(GAMES, "doesnt", "noise at night"),
    quote(CAMERAS, "doesnt", "never leaves"),
    quote(WORDINGS, "idea", "Let us vote on it."),
    withheld(NIGHT, "names-someone"),
    withheld(GAMES, "names-someone"),
    withheld(GAMES, "safety"),
)


def small_group(*, made_up: bool = False) -> Session:
    """Seven people: phrases only; many did not get the games, and the cameras stay in the box."""
    return session(
        tally(NIGHT, 4, 2, 1),
        tally(CHECKS, 1, 5, 1),
        tally(GAMES, 1, 1, 3, skipped=2, unclear=2),
        tally(CAMERAS, 1, 1, 1, skipped=3, unclear=1),
        tally(LATE, 1, 4, 1, 1),
        tally(WORDINGS, 2, 3, 1, 1),
        comments=COMMENTS,
        made_up=made_up,
    )


def big_group() -> Session:
    """Fourteen people: counts, strong labels, the fold, a flag."""
    return session(
        tally(NIGHT, 11, 2, 1),
        tally(CHECKS, 2, 9, 3),
        tally(GAMES, 1, 4, 5, skipped=3, unclear=0, not_reached=1),
        tally(CAMERAS, 0, 1, 13),
        tally(LATE, 2, 7, 1, 0, skipped=4),
        tally(WORDINGS, 4, 7, 2, 1),
        comments=COMMENTS[:6] + COMMENTS[7:],
    )


def matches_golden(name: str, data: bytes) -> bool:
    """Whether the bytes are those kept under tests/golden/summary/; UPDATE_GOLDEN=1 keeps these instead."""
    path = Path(__file__).parent.parent / "golden" / "summary" / name
    if os.environ.get("UPDATE_GOLDEN") == "1":
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    return path.read_bytes() == data


def put(files: Mapping[Path, bytes]) -> None:
    """Writes a set of files as the program does, with nothing to keep before."""
    Disk().replace_all(files, lambda: None)


def build_pool(members: Iterable[Member], blocks: Blocks = ()) -> tuple[Summary, Blocks]:
    """The summary of these, and the blocks that it adds."""
    pooled = PoolSummary()
    for member in members:
        pooled.add(member)
    return pooled.build(blocks, blocks)
