"""A card in words that the group agreed on after the talk: the same card to those who voted, another rule everywhere else."""

from collections.abc import Callable, Sequence
from itertools import product

import pytest
from msgspec.structs import replace
from sample_cards import PAIR, SCALE, choice, codes, splits, tally_of

from codesign.core.ballot import OWN_IDEA
from codesign.core.card import Card, first_edition
from codesign.core.disclosure import Shown, disclose, worth_talking
from codesign.core.errors import CodesignError
from codesign.core.group_notes import GroupNotes
from codesign.core.new_words import in_words_of_the_vote, to_vote_on, with_new_words, written_to
from codesign.core.next_plan import plan_of
from codesign.core.next_round import next_cards
from codesign.core.pool import Member, Pool
from codesign.core.pool_card import PooledCard
from codesign.core.session import Comment, Round, Session, Setup
from codesign.core.thresholds import Thresholds
from codesign.documents.data.summary import to_json
from codesign.documents.summary.build import build

NEW = "The rule, as long as somebody asks first."
PICK = Card(id="TOP-2", kind="pick-two", rule="Which two?", options=choice(4).options)


def session(
    *rounds: Round, card: Card = SCALE, counts: tuple[int, ...] = (2, 2, 2), notes: GroupNotes | None = None
) -> Session:
    """Six people voted on a card; `rounds` as they stand in a record."""
    rounds = rounds or (Round(1, (card.id,), "closed"),)
    return Session(
        setup=Setup(title="T", day="2026-11-24"),
        thresholds=Thresholds(5),
        cards=in_words_of_the_vote((card,), rounds),
        rounds=rounds,
        tallies={card.id: tally_of(card, (*counts, 0, 0, 0))},
        group_notes=notes or GroupNotes(),
    )


def voted_again(words: str = NEW, state: str = "closed") -> tuple[Round, ...]:
    return Round(1, (SCALE.id,), "closed"), Round(2, (SCALE.id,), state, {SCALE.id: words})  # type: ignore[arg-type]


def test_the_next_vote_is_on_the_words_and_what_was_voted_first_stays_as_words() -> None:
    agreed = session(notes=with_new_words(session(), SCALE, f"  {NEW}\n"))
    assert agreed.cards == (SCALE,), "nobody has voted on them yet"
    (card,) = next_cards(agreed, [SCALE.id])
    assert (card.id, card.rule, card.was) == (SCALE.id, NEW, SCALE.rule)
    assert session(*voted_again()).cards == (card,)
    assert session(*voted_again(state="open")).cards == (card,)


def test_words_of_a_vote_that_was_dropped_are_as_if_they_never_were() -> None:
    assert session(*voted_again(state="dropped")).cards == (SCALE,)


def test_words_are_taken_back_by_an_empty_line_and_the_first_ones_can_come_again() -> None:
    agreed = session(notes=GroupNotes(new_words={SCALE.id: NEW}))
    assert with_new_words(agreed, SCALE, " ").new_words == {}
    again = session(*voted_again())
    assert to_vote_on(again, again.cards[0]).rule == NEW, "a further vote is on the words of the last one"
    back = replace(again, group_notes=with_new_words(again, again.cards[0], SCALE.rule))
    assert to_vote_on(back, back.cards[0]) == SCALE


@pytest.mark.parametrize(
    ("card", "typed"),
    [(SCALE, f"{SCALE.rule.upper()}!"), (SCALE, "Call 555-0142-77 first."), (PAIR, NEW), (PICK, NEW)],
    ids=["the same", "a contact", "a pair", "a pick of two"],
)
def test_words_that_say_the_same_or_of_a_card_that_stays_are_refused(card: Card, typed: str) -> None:
    counts = (2,) * len(codes(card))
    with pytest.raises(CodesignError):
        with_new_words(session(card=card, counts=counts), card, typed)


def test_a_card_that_the_room_moves_on_from_or_that_was_told_takes_none() -> None:
    for closed in (session(counts=(6, 0, 0)), replace(session(), told=(SCALE.id,))):
        with pytest.raises(CodesignError, match="no further vote"):
            with_new_words(closed, SCALE, NEW)


def test_an_idea_in_new_words_did_not_come_back_as_an_idea() -> None:
    idea = Card(id="IDEA-1", kind="scale", rule="wifi till midnight")
    rounds = (Round(1, (SCALE.id,), "closed"), Round(2, (idea.id,), "closed"), Round(3, (idea.id,), "closed", {idea.id: NEW}))
    wrote = Comment(id=7, round=1, card=OWN_IDEA, prompt="idea", text=idea.rule, quote_ok=True, review="quote")
    of = replace(session(*rounds, card=idea), comments=(wrote,), wrote_among={(1, OWN_IDEA): 9})
    assert of.cards[0].was == idea.rule
    assert of.idea_cards == ()
    assert of.cards[0].edition == idea.id
    assert of.cards[0].is_idea


def test_a_comment_knows_the_words_that_it_was_written_to() -> None:
    of = session(*voted_again())
    first, second = (Comment(id=n, round=n, card=SCALE.id, prompt="works", text="x", quote_ok=False) for n in (1, 2))
    assert [written_to(of, comment) for comment in (first, second)] == [SCALE.rule, NEW]
    assert [of.is_earlier(comment) for comment in (first, second)] == [True, False]


# Another rule everywhere else


@pytest.mark.parametrize("rule_id", ["SM-1", "SM-1.2", "OWN-7", "house.rules"])
def test_a_rule_in_words_of_a_group_has_an_id_of_its_own_and_is_the_same_rule_to_those_who_answer(rule_id: str) -> None:
    card = Card(id=rule_id, kind="scale", rule=NEW, was="Before")
    assert card.edition != rule_id
    assert first_edition(card.edition) == first_edition(rule_id)
    assert card.edition != replace(card, rule="Other words").edition
    assert replace(card, id=card.edition).edition == card.edition


def member(name: str, *rounds: Round, card: Card = SCALE) -> Member:
    return Member(name, session(*rounds, card=card, counts=(4, 4, 4)))


def pool(of: Sequence[Member]) -> tuple[PooledCard, ...]:
    found = Pool()
    for each in of:
        found.add(each)
    return found.cards(found.new_blocks(()))


def test_a_vote_on_new_words_is_in_no_count_of_the_rule_that_it_was() -> None:
    """Neither under the old id nor under that of other new words; under its own with a session that was asked it as a rule."""
    as_they_were = [member("a"), member("b")]
    alone = {entry.card.id: entry.shown.counts for entry in pool(as_they_were)}
    next_time = plan_of(session(*voted_again()), "next").cards[0]
    assert (next_time.rule, next_time.was) == (NEW, "")
    changed = [member("c", *voted_again()), member("d", *voted_again("Other words")), member("e", card=next_time)]
    found = {entry.card.id: entry for entry in pool([*as_they_were, *changed])}
    assert found[SCALE.id].shown.counts == alone[SCALE.id]
    assert {name: sum(entry.sessions.values()) for name, entry in found.items()}[SCALE.id] == 2
    assert sum(found[next_time.id].sessions.values()) == 2, "in the group's words, and as a rule of a plan"
    assert len(found) == 3


# Of the vote that it took the place of nothing is told

LINES = Thresholds(5)
Outcome = tuple[int, ...]


def shown(outcome: Outcome) -> Shown:
    return disclose(SCALE, tally_of(SCALE, (*outcome, 0, 0, 0)), LINES)


FIRST = [outcome for outcome in splits(6, 3) if worth_talking(shown(outcome))]
"""Of six; on no other card there is a second vote."""


def told(_first: Outcome, second: Outcome) -> str:
    """The whole summary after a first vote and one on new words: what a session holds of the two."""
    of = session(*voted_again(), counts=second)
    assert [*of.tallies] == [SCALE.id]
    return to_json(build(of)).decode()


def with_both(first: Outcome, second: Outcome) -> str:
    """The control: the new words as a card beside the old one, which keeps its vote."""
    return repr((shown(first), shown(second)))


def found_out(display: Callable[[Outcome, Outcome], str]) -> int:
    """Of how many pairs of votes the answer of one who came late is known to somebody who knows more than people do: that all
    others answered the new words as the old ones."""
    groups: dict[str, list[int]] = {}
    for first, late in product(FIRST, range(3)):
        second = tuple(count + (place == late) for place, count in enumerate(first))
        groups.setdefault(display(first, second), []).append(late)
    return sum(len(answers) for answers in groups.values() if len(set(answers)) == 1)


def test_what_is_told_after_a_vote_on_new_words_says_no_more_than_that_vote_alone() -> None:
    assert found_out(told) == found_out(lambda _first, second: repr(shown(second)))


def test_the_search_finds_everybody_who_came_late_where_the_old_words_keep_their_vote() -> None:
    assert found_out(with_both) == 3 * len(FIRST) > found_out(told)
