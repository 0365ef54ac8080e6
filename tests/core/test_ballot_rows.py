"""Ballots as bytes of one size: what is sealed tells nothing by its length."""

from collections.abc import Sequence
from random import Random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_cards import CARDS, CHOICE, PAIR, SCALE, choice, codes

from codesign.content.picks import quick_picks
from codesign.core.ballot import PICKS_LIMIT, Ballot, Remark, RowReader, as_row, block_for, is_row_size, rules_of
from codesign.core.card import Card
from codesign.core.kinds.base import NO_ANSWER, Prompt
from codesign.core.text import COMMENT_BYTES, COMMENT_LIMIT, clean

MANY = 316
"""Statements of a real Polis export."""
KINDS = [SCALE, CHOICE, choice(4), choice(5), choice(6), PAIR]
PROMPTS: tuple[Prompt, ...] = ("works", "could", "doesnt", "idea")


def round_of(size: int) -> list[Card]:
    from msgspec.structs import replace

    return [replace(KINDS[n % len(KINDS)], id=f"card-{n}") for n in range(size)]


ROUNDS = {size: round_of(size) for size in (1, 2, 9, 25, 254, 255, 256, 257, MANY)}


def remarks(cards: Sequence[Card]) -> st.SearchStrategy[list[Remark]]:
    remark = st.builds(
        Remark,
        card=st.sampled_from([c.id for c in cards]),
        prompt=st.sampled_from(PROMPTS),
        text=st.text(max_size=80).map(lambda t: clean(t, COMMENT_LIMIT, limit_bytes=COMMENT_BYTES)),
        quote_ok=st.booleans(),
        picks=st.lists(st.sampled_from("abcdefgh"), max_size=8, unique=True).map(tuple),
    )
    return st.lists(remark, max_size=3)


REMARKS = {size: remarks(cards) for size, cards in ROUNDS.items()}


@st.composite
def ballots(draw: st.DrawFn) -> tuple[list[Card], Ballot]:
    size = draw(st.sampled_from(sorted(ROUNDS)))
    chance = Random(draw(st.integers(0)))  # a number drawn for each answer would take ten times as long
    answers = {c.id: chance.choice([*codes(c), *NO_ANSWER]) for c in ROUNDS[size] if chance.random() < 0.8}
    return ROUNDS[size], Ballot(answers, tuple(draw(REMARKS[size])))


RULES = bytes(range(16))


def row(ballot: Ballot, cards: Sequence[Card]) -> bytes:
    return as_row(ballot, cards, RULES, block_for([ballot], cards))


@given(ballots())
def test_a_row_reads_back_as_the_ballot(drawn: tuple[list[Card], Ballot]) -> None:
    cards, ballot = drawn
    whole = row(ballot, cards)
    assert RowReader(cards).read(whole) == ballot
    assert rules_of(whole) == RULES
    assert is_row_size(len(whole), cards)


@given(REMARKS[MANY], REMARKS[MANY])
def test_every_row_has_one_length_in_every_round_of_as_many_cards(one: list[Remark], other: list[Remark]) -> None:
    for cards in ROUNDS.values():
        assert len({len(row(Ballot({}, tuple(said)), cards)) for said in (one, other)}) == 1


@pytest.mark.parametrize("size", sorted(ROUNDS))
def test_every_row_of_a_round_has_one_length(size: int) -> None:
    cards = ROUNDS[size]
    whole = [Ballot({c.id: codes(c)[k % len(codes(c))] for c in cards}) for k in range(6)]
    part = [Ballot({}), Ballot({cards[0].id: NO_ANSWER[0]}), Ballot({cards[-1].id: NO_ANSWER[2]})]
    said = [Ballot({}, (Remark(cards[0].id, "works", "x" * n),)) for n in (1, 30, 500)]
    lengths = {len(row(ballot, cards)) for ballot in [*whole, *part, *said]}
    assert len(lengths) == 1
    (length,) = lengths
    assert (length - 17) % 256 == 0
    assert length > size + 4096


@pytest.mark.parametrize(("card", "code"), [(c, code) for c in CARDS for code in [*codes(c), *NO_ANSWER]])
def test_every_answer_of_every_kind_reads_back(card: Card, code: str) -> None:
    assert RowReader([card]).read(row(Ballot({card.id: code}), [card])).answers == {card.id: code}


LONGEST_PICKS = tuple(sorted((p.id for picks in quick_picks().values() for p in picks), key=len)[-PICKS_LIMIT:])
LARGEST = [
    Remark("c", "idea", ""),
    Remark("c" * 81, "doesnt", clean("😀" * COMMENT_LIMIT, COMMENT_LIMIT, limit_bytes=COMMENT_BYTES), True, LONGEST_PICKS),
    Remark(
        "c" * 81,
        "doesnt",
        clean("漢" * COMMENT_LIMIT, COMMENT_LIMIT, limit_bytes=COMMENT_BYTES),
        True,
        ("p" * 60,) * PICKS_LIMIT,
    ),
    Remark("c", "works", "\0" * 500),
    Remark("c", "works", "a" * 500),
]


@pytest.mark.parametrize("remark", LARGEST, ids=["empty", "emoji", "chinese", "zeros", "ascii"])
def test_the_largest_comment_fits_and_looks_like_the_smallest(remark: Remark) -> None:
    most, least = (row(Ballot({}, (it,)), CARDS) for it in (remark, Remark("x", "works", "")))
    assert len(most) == len(least)
    assert RowReader(CARDS).read(most).remarks == (remark,)


def test_five_hundred_four_byte_characters_are_cut_to_1500_bytes() -> None:
    assert len(LARGEST[1].text.encode()) == 1500


def test_a_comment_that_does_not_fit_is_refused_and_never_cut_in_silence() -> None:
    with pytest.raises(ValueError, match="too long"):
        row(Ballot({}, (Remark("c", "works", "x" * 2400),)), CARDS)
    with pytest.raises(ValueError, match="too long"):
        as_row(Ballot({}, (Remark("c", "works", "x" * 1000),) * 5), CARDS, RULES, 4096)


def test_the_order_of_answers_in_a_ballot_does_not_show_in_its_row() -> None:
    answers = {SCALE.id: "works", CHOICE.id: "B", PAIR.id: "both"}
    turned = dict(reversed(answers.items()))
    assert row(Ballot(answers), CARDS) == row(Ballot(turned), CARDS)


BALLOT = row(Ballot({SCALE.id: "works"}, (Remark(SCALE.id, "works", "hello there"),)), CARDS)
START = 1 + 16 + 256
VOTES = b"v" + BALLOT[17:START]
"""As schema 1 sealed votes, and a comment."""
SAID = msgspec.msgpack.encode(Remark(SCALE.id, "works", "hello there"))
REMARK = b"c" + len(SAID).to_bytes(2) + SAID.ljust(2301, b"\0")


def test_rows_of_schema_1_read_back() -> None:
    assert RowReader(CARDS).read(VOTES) == Ballot({SCALE.id: "works"})
    assert RowReader(CARDS).read(REMARK) == Ballot({}, (Remark(SCALE.id, "works", "hello there"),))
    assert rules_of(VOTES) is rules_of(REMARK) is None


DAMAGED = {
    "empty": b"",
    "another kind": b"x" + VOTES[1:],
    "ballot cut": BALLOT[:40],
    "ballot cut in its words": BALLOT[: START + 20],
    "only a ballot's kind": b"b",
    "an unknown answer in a ballot": BALLOT[:17] + b"\xff" + BALLOT[18:],
    "words of length 0": BALLOT[:START] + bytes(4) + BALLOT[START + 4 :],
    "words longer than their block": BALLOT[:START] + b"\0\0\xff\xff" + BALLOT[START + 4 :],
    "an unknown prompt in a ballot": BALLOT.replace(b"works", b"wurks"),
    "votes cut": VOTES[:3],
    "only the kind": b"v",
    "an unknown answer": VOTES[:1] + b"\xff" + VOTES[2:],
    "one answer past the last": VOTES[:1] + bytes([len(NO_ANSWER) + 4]) + VOTES[2:],
    "comment cut": REMARK[:9],
    "only a comment's kind": b"c",
    "a comment of length 0": b"c\0\0" + REMARK[3:],
    "a comment's length too small": b"c\0\4" + REMARK[3:],
    "a comment's length too large": b"c\xff\xff" + REMARK[3:],
    "noise": REMARK[:3] + bytes(range(200, 255)) * 40,
    "no list": b"c\0\1\x07" + REMARK[4:],
    "an unknown prompt": REMARK.replace(b"works", b"wurks"),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_row_is_refused(name: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the words differ, nobody reads them
        RowReader(CARDS).read(DAMAGED[name])


@given(st.binary(max_size=600))
def test_noise_is_refused_or_read_but_never_crashes(noise: bytes) -> None:
    for kind in (b"", b"b", b"b" + bytes(16 + 256), b"v", b"c"):
        try:
            ballot = RowReader(CARDS).read(kind + noise)
        except ValueError:
            continue
        assert set(ballot.answers) <= {card.id for card in CARDS}
