"""A card that the group changed after the talk, in every file that leaves: first words, one vote, an id of its own."""

import csv
import io
import json

from msgspec.structs import replace
from samples import CHECKS, NIGHT, quote, session, tally

from codesign.core.card import Card
from codesign.core.kinds.choice import choice_options
from codesign.core.new_words import in_words_of_the_vote
from codesign.core.next_plan import plan_of
from codesign.core.policy_team.adopted import our_rules
from codesign.core.policy_team.decisions import Decision
from codesign.core.policy_team.filled import Filled, FilledRow
from codesign.core.policy_team.taken import take
from codesign.core.session import Round, Session
from codesign.core.tally import Tally
from codesign.documents.data.sheet import to_csv
from codesign.documents.data.summary import to_json
from codesign.documents.markdown.summary import to_markdown
from codesign.documents.summary.asks import asks
from codesign.documents.summary.build import build
from codesign.documents.summary.outline import outline
from codesign.documents.wall.poster import poster
from codesign.documents.wall.youth_check import check
from codesign.phrases import on_what
from codesign.phrases.our_rules import rules_page

NEW = "You keep your phone at night, in a locker if you want."
MARK = "(said of the words before the change)"


def changed() -> Session:
    of = session(
        tally(NIGHT, 4, 2, 1),
        tally(CHECKS, 4, 2, 1),
        cards=(NIGHT, CHECKS),
        comments=(quote(NIGHT, "works", "Mine stays mine."), quote(NIGHT, "doesnt", "No lockers.")),
    )
    rounds = (*of.rounds, Round(2, (NIGHT.id,), "closed", {NIGHT.id: NEW}))
    later = replace(quote(NIGHT, "works", "Lockers are good."), id=9, round=2)
    return replace(
        of,
        rounds=rounds,
        cards=in_words_of_the_vote(of.cards, rounds),
        comments=(*of.comments, later),
        told=(NIGHT.id, CHECKS.id),
    )


def test_page_one_and_the_rule_say_as_voted_and_changed_to() -> None:
    page = outline(build(changed()))
    ask = next(ask for ask in page.asks if ask.rule == NEW)
    assert ask.was == f"As voted first: {NIGHT.rule}"
    assert "Changed by the group after the talk" in ask.marks
    assert [fact.texts for fact in ask.reasons] == [("“Lockers are good.”",), (f"“No lockers.” {MARK}",)]
    lines = {line.name: line.texts for line in page.rules[0].lines}
    assert lines["As voted first"] == (NIGHT.rule,)
    assert lines["Changed to"] == (f"{NEW} Only the vote on these words is told.",)
    assert not any(ask.was for ask in page.asks if ask.rule != NEW)


def test_data_has_both_words_and_an_id_of_its_own() -> None:
    summary = build(changed())
    first, second = json.loads(to_json(summary))["cards"]
    assert (first["rule"], first["as_voted"], second["as_voted"]) == (NEW, NIGHT.rule, None)
    assert first["id"].startswith(f"{NIGHT.id}.w")
    assert first["id"] in [ask.id for ask in asks(summary)]
    assert {c["text"]: c["other_words"] for c in first["comments"]} == {
        "Mine stays mine.": True,
        "No lockers.": True,
        "Lockers are good.": False,
    }
    rows = list(csv.DictReader(io.StringIO(to_csv(summary).decode("utf-8-sig"))))
    assert [(row["card"], row["as_voted"]) for row in rows] == [(first["id"], NIGHT.rule), (CHECKS.id, "")]
    assert f"As voted first: {NIGHT.rule}" in to_markdown(summary).decode().replace("\\", "")


def test_the_answer_to_it_comes_back_to_its_card() -> None:
    of = changed()
    cells = dict.fromkeys(("answer", "reads", "because", "needs", "who", "by_when", "review", "how_told", "in_spanish"), "")
    row = FilledRow(card=of.cards[0].edition, rule=NEW, cells=cells | {"answer": "yes", "who": "Kim", "by_when": "2027-01-01"})
    taken = take(of.told_cards, of.setup.day, of.mark, Filled(frozenset(), (row,)))
    assert [decision.card for decision in taken.decisions] == [NIGHT.id]


def test_the_group_reads_that_it_changed_the_rule() -> None:
    of = replace(changed(), decisions=(Decision(card=NIGHT.id, answer="yes"),))
    told = f"You changed this rule after the talk. First it was: “{NIGHT.rule}”"
    for page in (poster(of), check(build(of))):
        (row,) = (row for part in page.parts for row in part.rows if row.rule == NEW)
        assert row.said.startswith(told)


def test_the_reader_of_comments_sees_the_words_that_they_were_written_to() -> None:
    of = changed()
    assert {comment.text: on_what(of, comment)[0] for comment in of.comments} == {
        "Mine stays mine.": NIGHT.rule,
        "No lockers.": NIGHT.rule,
        "Lockers are good.": NEW,
    }


def test_what_youth_put_first_is_found_in_its_new_words_too() -> None:
    """Its id is another one wherever it leaves, and so are those that a pick of two is about."""
    options = choice_options(["Phones", "Checks", "Games", "Our say"])
    top = Card(id="TOP", kind="pick-two", rule="What first?", options=options, about=((NIGHT.id,), (CHECKS.id,), (), ()))
    counts = {"A": 5, "B": 5, "C": 2, "D": 2}
    of = changed()
    of = replace(of, cards=(*of.cards, top), tallies={**of.tallies, top.id: Tally(top.id, counts, each=2)})
    page = outline(build(of))
    assert "Among what they put first" in next(ask for ask in page.asks if ask.rule == NEW).marks
    assert "Phones (rules 1)" in page.first[0].texts[0]
    assert plan_of(of, "next").cards[2].about[0] == (of.cards[0].edition,)


def test_our_rules_say_that_young_people_changed_it() -> None:
    of = replace(changed(), decisions=(Decision(card=NIGHT.id, answer="yes"),))
    (rule,) = (rule for part in rules_page(our_rules([of])).parts for rule in part.rules)
    assert rule.rule == NEW
    assert f"Young people here changed this rule. First it was: {NIGHT.rule}" in rule.lines
