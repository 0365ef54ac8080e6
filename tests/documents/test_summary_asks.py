"""Page one: from today's rule to the one youth propose, chosen and ordered by what is shown."""

import json
from itertools import permutations

import pytest
from msgspec.structs import replace
from samples import CAMERAS, CHECKS, GAMES, LATE, NIGHT, WORDINGS, big_group, quote, session, small_group, tally, theme

from codesign.content import read_plan, root
from codesign.content.cards import newest_of
from codesign.content.today import beside_today
from codesign.core.card import Card
from codesign.core.kinds import kind_of
from codesign.core.kinds.choice import choice_options
from codesign.core.policy.pairs import TodaysPair
from codesign.core.session import Session
from codesign.core.tally import Tally
from codesign.core.thresholds import Thresholds
from codesign.documents.data.summary import to_json
from codesign.documents.summary.asks import BY_YOUTH, PUT_FIRST, VERBS, Ask, asks, put_first, shortened, whole_sentences
from codesign.documents.summary.build import build
from codesign.documents.write import FORMATS

FIRST = Card(
    id="TOP-2",
    kind="pick-two",
    rule="Which two first?",
    options=choice_options(["Phones", "Games", "Cameras", "Our say"]),
    about=(("PH-1", "PH-2"), ("GA-1",), ("CA-1",), ()),
)


def told(of: Session) -> list[tuple[str, int, str]]:
    return [(a.verb, a.number, f"{a.sign} {a.chart.phrase}") for a in asks(build(of))]


def reasons(ask: Ask) -> list[tuple[str, str]]:
    return [(fact.name, *fact.texts) for fact in ask.reasons]  # type: ignore[misc]


def test_a_small_group_asks_in_the_order_of_the_page() -> None:
    assert told(small_group()) == [
        (VERBS["lean-for"], 1, "▲ More for than against"),
        (VERBS["could"], 2, "◊ Could work with changes"),
        (VERBS["lean-against"], 3, "▼ More against than for"),
        (VERBS["open"], 6, "○ No clear pick"),
        (VERBS["picked"], 5, "● Most picked: 10 pm"),
    ]


@pytest.mark.parametrize(
    ("card", "counts", "verb"),
    [
        (NIGHT, (12, 0, 0), "backed"),
        (NIGHT, (0, 12, 0), "change"),
        (NIGHT, (8, 5, 1), "most"),
        *((NIGHT, counts, "backed") for counts in ((7, 3, 2), (9, 2, 1))),
        *((NIGHT, counts, "refused") for counts in ((2, 3, 7), (1, 2, 9))),
        *((NIGHT, counts, "lean-for") for counts in ((6, 3, 3), (5, 3, 2), (6, 1, 1), (4, 2, 2))),
        *((NIGHT, counts, "lean-against") for counts in ((3, 3, 6), (2, 3, 5), (1, 1, 6), (2, 2, 4))),
        (NIGHT, (5, 6, 3), "could"),
        (NIGHT, (5, 4, 4), "split"),
        (NIGHT, (0, 0, 12), "refused"),
        (NIGHT, (6, 0, 6), "split"),
        (NIGHT, (5, 3, 4), "split"),
        (LATE, (0, 12, 0, 0), "picked"),
        (LATE, (0, 0, 0, 12), "change"),
        (LATE, (3, 3, 3, 3), "open"),
        (WORDINGS, (9, 1, 1, 1), "picked"),
        (WORDINGS, (1, 1, 9, 1), "change"),
        (WORDINGS, (1, 1, 1, 9), "refused"),
    ],
)
def test_every_kind_of_result_has_its_verb(card: Card, counts: tuple[int, ...], verb: str) -> None:
    assert [verb_words for verb_words, _number, _result in told(session(tally(card, *counts)))] == [VERBS[verb]]


def test_of_one_verb_the_strongest_comes_first() -> None:
    cards = tuple(replace(NIGHT, id=f"N-{n}") for n in range(4))
    counts = [(8, 3, 1), (8, 3, 1), (12, 0, 0), (1, 1, 10)]
    of = session(*(Tally(c.id, tally(NIGHT, *n).counts) for c, n in zip(cards, counts, strict=True)), cards=cards)
    assert [ask.number for ask in asks(build(of))] == [3, 1, 2, 4]


def test_what_youth_put_first_leads_and_what_they_wrote_is_first_among_equals() -> None:
    mine = Card(id="IDEA-1", kind="scale", rule="Everyone gets a charger.")
    votes = (
        tally(NIGHT, 1, 1, 5),
        tally(CHECKS, 5, 1, 1),
        tally(GAMES, 4, 2, 1),
        Tally("IDEA-1", tally(NIGHT, 3, 1, 3).counts),
    )
    first = Tally("TOP-2", dict(zip("ABCD", (4, 5, 1, 4), strict=True)), each=2)
    of = session(*votes, first, cards=(NIGHT, CHECKS, GAMES, mine, FIRST))
    assert [(ask.id, ask.marks) for ask in asks(build(of))] == [
        ("GA-1", (PUT_FIRST,)),  # phones, games and our say were picked most
        ("PH-1", (PUT_FIRST,)),
        ("IDEA-1", (BY_YOUTH,)),
        ("PS-1", ()),
    ]
    assert [entry.card.id for entry in put_first(build(of))] == ["TOP-2"]


def test_the_order_tells_no_more_than_what_is_shown() -> None:
    """The three that are named are in no order, whatever their counts."""
    votes = (tally(NIGHT, 5, 1, 1), tally(GAMES, 5, 1, 1), tally(CAMERAS, 5, 1, 1))

    def order(counts: tuple[int, ...]) -> tuple[Ask, ...]:
        first = Tally("TOP-2", dict(zip("ABCD", counts, strict=True)), each=2)
        return asks(build(session(*votes, first, cards=(NIGHT, GAMES, CAMERAS, FIRST))))

    assert len({order((*counts, 0)) for counts in permutations((6, 5, 3))}) == 1


def test_a_card_in_the_box_said_what_it_put_first() -> None:
    few = Tally("TOP-2", dict(zip("ABCD", (2, 2, 0, 0), strict=True)), each=2)
    of = session(tally(NIGHT, 5, 1, 1), few, cards=(NIGHT, FIRST))
    assert put_first(build(of)) == ()
    assert [ask.marks for ask in asks(build(of))] == [()]


def test_a_reason_and_an_objection_stand_beside_a_rule_or_a_theme() -> None:
    of = session(
        tally(NIGHT, 7, 0, 0),
        tally(CHECKS, 0, 0, 7),
        tally(GAMES, 3, 1, 3),
        cards=(NIGHT, CHECKS, GAMES),
        comments=(
            quote(NIGHT, "works", "I can sleep."),
            theme(CHECKS, "doesnt", "trust"),
            quote(GAMES, "works", "One side alone."),
        ),
    )
    assert {ask.id: reasons(ask) for ask in asks(build(of))} == {
        "PH-1": [("For", "“I can sleep.”"), ("Against", "No one gave a reason that can be shown.")],
        "PS-1": [("Theme", "trust")],
        "GA-1": [],  # of a split both sides are told, or neither
    }


def test_a_split_shows_both_sides() -> None:
    comments = (quote(NIGHT, "works", "Sleep."), quote(NIGHT, "doesnt", "Noise."))
    of = session(tally(NIGHT, 3, 1, 3), cards=(NIGHT,), comments=comments)
    assert reasons(asks(build(of))[0]) == [("For", "“Sleep.”"), ("Against", "“Noise.”")]


def test_a_comment_on_a_pair_was_told_as_a_reason_for_one_of_its_wordings() -> None:
    (ask,) = asks(build(session(tally(WORDINGS, 9, 1, 1, 1), cards=(WORDINGS,), comments=(quote(WORDINGS, "idea", "Vote."),))))
    assert reasons(ask) == [("What people wrote on this question", "“Vote.”")]


def test_today_and_what_is_fixed_stand_beside_what_is_proposed() -> None:
    card = replace(NIGHT, good="Sleep.", risk="Theft.", room="how-only")
    (ask,) = asks(build(session(tally(card, 5, 1, 1), cards=(card,))))
    assert (ask.today, ask.rule) == ("Phones are handed in at 10 pm.", NIGHT.rule)
    assert [(fact.name, *fact.texts) for fact in ask.beside] == [
        ("Good for", "Sleep."),
        ("Risk it lowers", "Theft."),
        ("Can't be changed", "a part, by law or contract. How it is done is open."),
        ("Staff say", "Check the licence."),
    ]


def test_the_end_of_a_rule_was_cut_where_it_is_ticked() -> None:
    """A director signed a duty of staff that stood behind three dots."""
    card = replace(NIGHT, rule=f"Staff look {'at a phone ' * 20}and they write down why.")
    (ask,) = asks(build(session(tally(card, 5, 1, 1), cards=(card,))))
    assert ask.rule == card.rule


def test_page_one_called_a_rule_of_the_policy_not_written_down_where_it_was_one_of_the_pair() -> None:
    rule = newest_of("IP-6")
    assert rule
    words = "Level 2 residents may use their phones from 4 to 8 in the evening, and later only with staff."
    card = beside_today(1, TodaysPair(words, rule))
    assert card.kind == "pair"
    (ask,) = asks(build(session(tally(card, 5, 1, 1, 0), cards=(card,))))
    assert ask.today == words
    (ask,) = asks(build(session(tally(WORDINGS, 5, 1, 1, 0), cards=(WORDINGS,))))
    assert ask.today == "Not written down.", "of two wordings of the program nobody knows which holds"


def test_the_policy_team_was_not_told_what_is_fixed() -> None:
    card = replace(NIGHT, room="how-only", fixed="acting on clear danger", staff_note="")
    summary = build(session(tally(card, 5, 1, 1), cards=(card,)))
    (fact,) = asks(summary)[0].beside
    assert fact.texts == ("acting on clear danger, by law or contract. How it is done is open.",)
    assert json.loads(to_json(summary))["cards"][0]["fixed"] == card.fixed


def test_page_one_told_the_policy_team_what_to_say_before_the_vote() -> None:
    """Beside a rule of the bank and beside one of a plan, in no document; what staff know of law and cost goes on."""
    starter = read_plan(root() / "plans" / "starter.toml").cards
    own = replace(NIGHT, room="how-only", before_vote="Ask the night staff before you read this.")
    cards = (own, *starter)
    said = [card.before_vote for card in cards if card.before_vote]
    assert len(said) > 3
    answers = {card: len(kind_of(card).options(card)) for card in cards}
    of = build(session(*(tally(card, 5, 2, 1, *[0] * (n - 3)) for card, n in answers.items()), cards=cards))
    staff_say = [text for ask in asks(of) for fact in ask.beside if fact.name == "Staff say" for text in fact.texts]
    assert staff_say
    assert not [text for text in staff_say if "vote" in text or "ask this" in text]
    for name in ("html", "md", "json", "csv"):
        page = FORMATS[name](of).decode()
        assert not [words for words in said if words[:20] in page], name


def test_that_many_did_not_answer_was_told_on_later_pages_alone() -> None:
    told = {ask.id: ask.note for ask in asks(build(small_group()))}
    assert {rule for rule, note in told.items() if note.startswith("Many did not answer")} == {"GA-1"}
    for name in ("html", "md"):
        page_one = FORMATS[name](build(small_group())).decode().partition("Your answer to each rule")[0]
        assert page_one.count("Many did not answer") == 1, name


def test_nothing_is_asked_when_every_card_stays_in_the_box() -> None:
    assert asks(build(session(tally(CAMERAS, 1, 1, 2)))) == ()


def test_long_words_are_cut_after_a_whole_one() -> None:
    assert shortened("one two three", 9) == "one two …"
    assert shortened("one two", 9) == "one two"
    assert shortened("x" * 12, 9) == "x" * 9 + " …"


def test_a_staff_note_was_cut_where_it_said_the_opposite() -> None:
    note = "Staff are always asked. The program can't promise what the police will do. Ask."
    assert [whole_sentences(note, limit) for limit in (10, 60, 74, len(note))] == [
        "Staff are always asked. …",
        "Staff are always asked. …",
        "Staff are always asked. The program can't promise what the police will do. …",
        note,
    ]
    assert (
        whole_sentences("Ask first (45 CFR 1351.21; in a pilot). Then act.", 20) == "Ask first (45 CFR 1351.21; in a pilot). …"
    )


def test_numbers_stay_out_of_a_result_without_counts() -> None:
    ask = next(ask for ask in asks(build(big_group())) if ask.id == "CA-1")
    assert (ask.chart.phrase, ask.chart.bars) == ("At least 12 of 14: doesn't work for me", ())


def test_three_of_five_have_no_verb_and_no_first_place() -> None:
    of = replace(session(tally(NIGHT, 5, 0, 0), tally(GAMES, 2, 1, 3), cards=(NIGHT, GAMES)), thresholds=Thresholds(5, 5))
    last = asks(build(of))[-1]
    assert (last.verb, last.sign, last.chart.phrase) == ("", "●", "At least 3 of 5: works for me")


def test_a_majority_for_is_never_told_as_a_wish_for_change_and_page_one_has_its_counts() -> None:
    (ask,) = asks(build(session(tally(NIGHT, 8, 5, 1))))
    assert ask.verb == "Most back it; some want changes"
    assert [bar.count for bar in ask.chart.bars] == [8, 5, 1]
