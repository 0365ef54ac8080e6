"""What youth read is short and plain: grade 5 on the screens, at most 7 in a rule. A floor, no proof that it is understood."""

import re
import tomllib
from collections.abc import Iterable
from statistics import mean

import pytest
from catalogue import PACKAGE, Id, messages, of_the_code, of_the_content, of_the_kinds, read
from reading import ease, grade, sentences, silabas

from codesign.content import root
from codesign.core.card import Card, Room
from codesign.core.hour import STEPS
from codesign.core.session import Session
from codesign.core.set_up import Setup
from codesign.core.thresholds import Thresholds
from codesign.course.say import CHECK, before_the_vote, read_aloud
from codesign.course.together_words import together_aloud

PLAIN = ("asking.py", "around_cards.py", "card.py", "follow_up.py", "room.py")
"""What youth read in plain mode."""
A_SENTENCE = 5  # words; the grade of a key's name or a heading is chance
HARD: set[str] = set()
"""Above grade 8, known and kept."""
RULES = tomllib.loads((root() / "rules.toml").read_text("utf-8"))["rule"]


def told(found: Iterable[Id]) -> set[str]:
    return {message if isinstance(message, str) else message[1] for message in found}


def on_screens() -> list[str]:
    """Every message of the screens and of plain mode, the quick picks and the help lines."""
    content = (pair for pair in of_the_content() if "rules.toml" not in pair[1])
    found = told(m for m, _place in (*of_the_code(), *of_the_kinds(), *content) if m)
    found |= told(m for name in PLAIN for m in messages((PACKAGE / "plain" / name).read_text("utf-8")))
    return sorted(text for text in found if sum(map(len, sentences(text))) >= A_SENTENCE)


def each_sentence(texts: Iterable[str]) -> set[str]:
    parts = (part for text in texts for part in re.split(r"(?<=[.!?:])\s+", text))
    return {part for part in parts if sum(map(len, sentences(part))) >= A_SENTENCE}


def test_the_grade_is_that_of_flesch_and_kincaid() -> None:
    """Counted by hand: 8 words, 1 sentence, 11 syllables; and a word that no dictionary holds."""
    assert grade("The quiet phone was charging in a locker.") == pytest.approx(0.39 * 8 + 11.8 * 11 / 8 - 15.59)
    assert grade("Zzorbex") == pytest.approx(0.39 + 11.8 * 2 - 15.59)


def test_spanish_has_its_own_syllables() -> None:
    words = {"guía": 2, "país": 2, "quieres": 2, "ciudad": 2, "leer": 2, "averiguar": 4, "pingüino": 3, "hay": 1, "tú": 1}
    assert {word: silabas(word) for word in words} == words


def test_screens_read_at_grade_five_and_what_is_harder_than_eight_is_known() -> None:
    texts = on_screens()
    assert len(texts) > 90
    assert mean(map(grade, texts)) <= 5
    assert {part for part in each_sentence(texts) if grade(part) > 8} == HARD


def test_every_sentence_that_is_read_aloud_is_at_grade_five() -> None:
    rooms: tuple[Room, ...] = ("open", "how-only", "needs-money", "")
    cards = tuple(Card(id=f"R-{n}", kind="scale", rule="Ask first.", room=room) for n, room in enumerate(rooms * 2))
    said = []
    for who, due in (("", ""), ("Maria", ""), ("Maria", "2026-12-24")):
        setup = Setup(title="T", day="2026-11-24", audience=who, answer_by=due)
        session = Session(setup=setup, thresholds=Thresholds(), cards=cards)
        said += [*(line for step in STEPS for line in read_aloud(step, session)), *together_aloud(session)]
    said += [*before_the_vote(cards), *before_the_vote(cards[:4]), CHECK]
    assert len(each_sentence(said)) > 30
    assert {part: grade(part) for part in each_sentence(said) if grade(part) > 5} == {}


@pytest.mark.parametrize("field", ["rule", "pair_rule", "why", "good", "against", "risk"])
def test_no_rule_and_nothing_said_of_it_is_harder_than_grade_seven(field: str) -> None:
    hard = {rule["id"]: grade(rule[field]) for rule in RULES if rule.get(field) and grade(rule[field]) > 7}
    assert hard == {}


def test_options_and_content_notes_are_as_plain_as_rules() -> None:
    lists = ("options", "option_good", "option_against", "beside")
    options = {option for rule in RULES for name in lists for option in rule.get(name, ())}
    notes = {f"The next rule is about {rule['content_note']}." for rule in RULES if rule.get("content_note")}
    assert len(options) > 40
    assert len(notes) >= 10
    assert {text: grade(text) for text in each_sentence(options | notes) if grade(text) > 7} == {}


def test_every_card_of_the_plans_is_as_plain_as_the_rules() -> None:
    notes = {rule.get("content_note") for rule in RULES}  # which are read within their sentence, above
    cards = {text for text, place in of_the_content() if "rules.toml" in place and text and text not in notes}
    assert {text: grade(text) for text in cards if sum(map(len, sentences(text))) >= A_SENTENCE and grade(text) > 7} == {}


def test_the_spanish_is_easy_on_average() -> None:
    """65 and more is "quite easy" on the scale of INFLESZ."""
    found = [m.string if isinstance(m.string, str) else m.string[-1] for m in read() if m.id]
    texts = [text for text in found if sum(map(len, sentences(text))) >= A_SENTENCE]
    assert len(texts) > 90
    assert mean(map(ease, texts)) >= 65
