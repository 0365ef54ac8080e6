"""Learn: a fact is never without its source and the day it was read, advice reads as advice, nobody is scared or tested, and
it is plain enough for those who read it."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from reading import grade, sentences

from codesign.content import bank_cards, domain_of, root
from codesign.content.learn import learn, read_learn
from codesign.core.errors import CodesignError
from codesign.core.learn import Sentence
from codesign.words import _, speaking

FILE = root() / "learn.toml"
ADVICE = set(
    "Ask Block Call Check Do Hide Keep Know Leave Meet Mute Post Say Show Stay Stop Take Tell Turn Write".split()  # noqa: SIM905
)
"""What advice begins with: a thing to do."""


def facts() -> Iterator[Sentence]:
    for card in learn().cards:
        yield from (*card.good, *card.watch)
    yield from (*learn().staff.know, *learn().staff.mistake)
    for resource in learn().resources:
        yield from resource.changed


def facts_or_advice() -> Iterator[Sentence]:
    for card in learn().cards:
        yield from card.helps
    yield from (*learn().staff.report, *learn().staff.police)


def of_youth() -> list[str]:
    return [
        text
        for card in learn().cards
        for text in (card.title, *(s.says for part in (card.good, card.watch, card.helps) for s in part), *card.talk)
    ]


def of_staff() -> list[str]:
    staff = learn().staff
    told = [s.says for part in (staff.know, staff.report, staff.police, staff.mistake) for s in part]
    return [
        *told,
        *staff.say,
        *staff.not_say,
        *(text for r in learn().resources for text in (r.good_for, *map(str, r.changed))),
    ]


def test_every_factual_sentence_has_its_source_and_the_day_that_was_read() -> None:
    sources = {source.id: source for source in learn().sources}
    assert len([*facts()]) > 50
    for fact in facts():
        source = sources[fact.source]
        assert source.title, fact
        assert source.publisher, fact
        assert source.address, fact
        assert re.fullmatch(r"202\d-\d\d-\d\d", source.read_on), fact
    unsourced = [s.says for s in facts_or_advice() if not s.source]
    assert len(unsourced) > 30
    assert {says for says in unsourced if says.split()[0].strip(",") not in ADVICE} == set()
    named = {s.source for s in (*facts(), *facts_or_advice())} - {""}
    assert named == set(sources), "each is named, and there is none beside"


def test_each_row_is_one_sentence() -> None:
    for sentence in (*facts(), *facts_or_advice()):
        assert re.search(r"[.!?](?=\s)", sentence.says) is None, sentence.says
        assert sentence.says.endswith("."), sentence.says
    assert all(question.endswith("?") for card in learn().cards for question in card.talk)


def test_there_are_ten_cards_and_seven_resources_with_their_years() -> None:
    titles = [card.title for card in learn().cards]
    assert titles == [
        *("Staying connected", "Finding help and services", "Friends of friends", "Messages that don't stop", "Tagged photos"),
        *("Pictures, real or fake", "Games and strangers", "Money and job offers", "Chats with AI"),
        "When the police are involved",
    ]
    years = [resource.year for resource in learn().resources]
    assert years == ["2013", "2011", "2010", "2011", "2012", "2014", "2014"]
    fourth, sixth = learn().resources[3], learn().resources[5]
    assert fourth.sheet_address == sixth.sheet_address
    assert fourth.address
    assert "resource 4 has the address of resource 6" in learn().staff.mistake[0].says


def test_the_title_of_a_card_began_in_small_letters_in_spanish() -> None:
    """It shared its words with a content note, which stands in a sentence."""
    with speaking("es"):
        assert [title for card in learn().cards if not (title := _(card.title))[0].isupper()] == []


def test_nobody_is_scared_by_a_figure_and_nobody_is_tested() -> None:
    for text in of_youth():
        assert not re.search(
            r"%|percent|\b(one|\d+) (in|of|out of) (\d|every|ten|five)|quiz|true or false|died|killed", text
        ), text
        left = re.sub(r"\b(44357|988|911|18|2018)\b", "", text)
        assert not re.search(r"\d", left), text


def test_youth_read_it_at_grade_five_and_staff_at_eight() -> None:
    for card in learn().cards:
        whole = " ".join(s.says for part in (card.good, card.watch, card.helps) for s in part)
        assert grade(whole) <= 5, card.id
    assert {text: grade(text) for text in of_youth() if sum(map(len, sentences(text))) > 4 and grade(text) > 5} == {}
    assert {text: grade(text) for text in of_staff() if sum(map(len, sentences(text))) > 4 and grade(text) > 8.05} == {}


def test_a_card_is_about_rules_that_there_are() -> None:
    domains = {domain_of(card.id) for card in bank_cards() if card.kind != "pair"}
    assert {domain for card in learn().cards for domain in card.domains} <= domains
    assert {rule for card in learn().cards for rule in card.rules} <= {card.id for card in bank_cards()}
    assert [card.id for card in learn().cards if not card.domains and not card.rules] == []


def test_what_was_read_twelve_months_ago_is_old() -> None:
    sheet, pew = learn().sources[:2]
    assert learn().check_by([pew, sheet]) == "2027-11-27"
    assert learn().check_by(learn().sources) == "2027-11-24"


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ('title = "Chats with AI"', 'title = "Chats with AI"\ncolor = "red"', "unknown field `color`"),
        ('says = "Many AI apps keep what you type.", source = "ai-privacy"', 'says = "Many keep it."', "needs its source"),
        ('source = "ai-privacy" }', 'source = "hearsay" }', "there is no source “hearsay”"),
        ('id = "ai"\n', 'id = "money"\n', "the card “money” stands twice"),
        ('domains = ["ai"]', 'domains = ["gaming"]', "two cards are about “gaming”"),
        ('title = "Chats with AI"', 'title = " Chats\u202e with AI"', "signs that can't be seen"),
        ("Many AI apps keep what you type.", "Many " * 40, "length <= 160"),
        ("read_on = 2026-11-24", 'read_on = "soon"', "“soon” is no date"),
        ("read_on = 2026-11-24", 'read_on = "2026-13-24"', "“2026-13-24” is no date"),
        ("read_on = 2026-11-24", 'read_on = "2026-11"', "“2026-11” is no date"),
        ("read_on = 2026-11-24", "read_on = 2026", "Expected `str`"),
        ("old_after_months = 12", "old_after_months = 0", ">= 1"),
    ],
)
def test_a_file_that_is_wrong_is_refused_with_a_sentence(tmp_path: Path, was: str, becomes: str, said: str) -> None:
    text = FILE.read_text("utf-8")
    assert was in text
    wrong = tmp_path / "learn.toml"
    wrong.write_text(text.replace(was, becomes, 1), "utf-8")
    with pytest.raises(CodesignError) as refused:
        read_learn(wrong)
    assert said in str(refused.value)
    assert str(wrong) in str(refused.value)


def test_the_file_says_all_that_is_read() -> None:
    assert len(learn().sources) == len(tomllib.loads(FILE.read_text("utf-8"))["source"])
