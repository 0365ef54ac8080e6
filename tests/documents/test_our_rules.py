"""The adopted rules on paper: what stands there, in which language, and that no words of people mean anything to a format."""

import re

import pytest
from hostile import HOSTILE
from msgspec.structs import replace
from pages import opened, read_word
from reading import ease, grade, sentences
from samples import CHECKS, LATE, NIGHT, WORDINGS, session, tally

from codesign.core.card import Card
from codesign.core.policy_team.adopted import our_rules
from codesign.core.policy_team.decisions import Decision
from codesign.core.session import Session
from codesign.core.text import RULE_LIMIT, clean
from codesign.documents.paper_size import A3, A4
from codesign.documents.rules.files import rules_files
from codesign.documents.rules.wall import for_the_wall
from codesign.phrases.our_rules import RulesPage, rules_page
from codesign.words import in_region, speaking

IDEA = Card(id="IDEA-1", kind="scale", rule="Knock first.")
FULL = {"because": "You asked for it.", "who": "Dana", "needs": "Six lockers.", "by_when": "2026-12-24", "review": "2027-06-01"}
NAMES = [
    *("our-rules.docx", "our-rules.html", "our-rules.md", "our-rules.es.docx", "our-rules.es.html", "our-rules.es.md"),
    *("our-rules-wall.docx", "our-rules-wall.html", "our-rules-wall.es.docx", "our-rules-wall.es.html"),
]


def answered(*decisions: Decision, made_up: bool = False) -> Session:
    cards = (NIGHT, CHECKS, LATE, WORDINGS, IDEA)
    counts = ((6, 1, 1), (6, 1, 1), (1, 6, 1, 0), (1, 6, 1, 0), (6, 1, 1))
    of = session(*(tally(card, *n) for card, n in zip(cards, counts, strict=True)), cards=cards, made_up=made_up)
    return replace(of, told=tuple(of.tallies), decisions=decisions)


def some(**more: str) -> Session:
    return answered(
        Decision(card=NIGHT.id, answer="yes", **{**FULL, **more}),
        Decision(card=CHECKS.id, answer="changes"),
        Decision(card=LATE.id, answer="yes"),
        Decision(card=WORDINGS.id, answer="no"),
        Decision(card=IDEA.id, answer="yes"),
    )


def page_of(of: Session) -> RulesPage:
    return rules_page(our_rules([of]))


def words_of(files: dict[str, bytes], name: str) -> str:
    data = files[name]
    if name.endswith(".md"):
        return re.sub(r"\\(.)", r"\1", data.decode())
    if name.endswith(".html"):
        return " ".join(opened(data).text_content().split())
    return " ".join("".join(t.text or "" for t in p.iter("{*}t")) for p in read_word(data).element.body.iter("{*}p"))


def test_each_rule_stands_with_why_who_and_when_and_what_is_missing_is_said() -> None:
    page = page_of(some())
    now, missing = page.parts
    assert [rule.rule for rule in now.rules] == [NIGHT.rule, "When should phones go on silent? 10 pm.", IDEA.rule]
    assert now.rules[0].lines == (
        "Why: You asked for it.",
        "First we need: Six lockers.",
        "Who does it: Dana",
        "By when: 24 December 2026",
        "We look at it again: 1 June 2027",
    )
    assert now.rules[2].lines == (
        "Young people here wrote this rule.",
        "Nobody has said why yet. You can ask.",
        "No day is set yet to look at it again. You can ask for one.",
    )
    assert (missing.title, [rule.rule for rule in missing.rules]) == ("Still to be written", [CHECKS.rule])
    assert page.first[0] == "Who can change them: Policy team"
    assert page.below == ("1 rule is not in here. The answer was no, or not now.",)


@pytest.mark.parametrize(
    ("reads", "stands"),
    [
        ("10 pm", "When should phones go on silent? 10 pm."),
        ("A", "When should phones go on silent? 9 pm."),
        ("phones are silent from 11 pm on.", "Phones are silent from 11 pm on."),
    ],
)
def test_an_answer_stands_behind_its_question_and_a_letter_is_said_in_words(reads: str, stands: str) -> None:
    (part,) = page_of(answered(Decision(card=LATE.id, answer="yes", reads=reads))).parts
    assert part.rules[0].rule == stands


def test_all_files_say_the_same_in_both_languages_and_twice_the_same_bytes() -> None:
    files = rules_files(our_rules([some()]))
    assert list(files) == NAMES
    assert files == rules_files(our_rules([some()]))
    for name in NAMES:
        words = words_of(files, name)
        assert NIGHT.rule in words, name
        assert "You asked for it." in words, name
        assert ("Por qué: You" if ".es." in name else "Why: You") in words, name
        assert ("24 de diciembre de 2026" if ".es." in name else "24 December 2026") in words, name
        assert ("Borrador" in words) == (".es." in name), name
        assert words.count("Borrador") <= 1


def test_in_spanish_the_rule_stands_in_spanish_where_the_team_gave_it_and_else_marked() -> None:
    files = rules_files(our_rules([some(reads="Phones stay.", in_spanish="Te quedas con tu celular.")]))
    for name in NAMES:
        assert ("Te quedas con tu celular." in words_of(files, name)) == (".es." in name), name
        assert ("Phones stay." in words_of(files, name)) == (".es." not in name), name
    for name in ("our-rules.es.html", "our-rules-wall.es.html"):
        english = {element.text_content() for element in opened(files[name]).iter("span") if element.get("lang") == "en"}
        assert {"You asked for it.", "Six lockers.", "Dana", CHECKS.rule, IDEA.rule} <= english, name
        assert not any("celular" in words for words in english)
    for name in ("our-rules.es.docx", "our-rules-wall.es.docx"):
        marked = [run for run in read_word(files[name]).element.body.iter("{*}r") if list(run.iter("{*}lang"))]
        assert {"You asked for it.", "Dana"} <= {"".join(t.text for t in run.iter("{*}t")) for run in marked}, name
    assert "Lo que está en inglés queda como lo escribieron." in words_of(files, "our-rules.es.md")


def test_a_made_up_session_says_so_in_every_file() -> None:
    files = rules_files(our_rules([answered(Decision(card=NIGHT.id, answer="yes"), made_up=True)]))
    for name in NAMES:
        assert ("INVENTADO" if ".es." in name else "MADE UP") in words_of(files, name).upper(), name


def test_words_of_the_team_mean_nothing_to_any_format() -> None:
    """All at once: a rule for each of them."""
    texts = [clean(text, RULE_LIMIT) or "x" for text in HOSTILE]

    def written(*words: str) -> dict[str, bytes]:
        cards = tuple(Card(id=f"R-{n}", kind="scale", rule="A rule.") for n in range(len(words)))
        of = session(*(tally(card, 6, 1, 1) for card in cards), cards=cards)
        said = tuple(Decision(card=c.id, answer="yes", reads=w, because=w, who=w) for c, w in zip(cards, words, strict=True))
        return rules_files(our_rules([replace(of, told=tuple(of.tallies), decisions=said)]))

    files, plain = written(*texts), written(*["x"] * len(texts))
    for name in ("our-rules.html", "our-rules-wall.html"):
        tags = [[(e.tag, tuple(e.keys())) for e in opened(of[name]).iter()] for of in (files, plain)]
        assert tags[0] == tags[1], name
    assert files["our-rules.md"].decode().count("\n") == plain["our-rules.md"].decode().count("\n")
    assert len(read_word(files["our-rules.docx"]).paragraphs) == len(read_word(plain["our-rules.docx"]).paragraphs)


def test_our_own_words_read_at_grade_seven_or_lower_in_both_languages() -> None:
    """What the team wrote is left out: it is the team's."""
    of = our_rules([some(), answered(Decision(card=NIGHT.id, answer="no"), Decision(card=LATE.id, answer="changes"))])
    for spoken in ("en", "es"):
        with speaking(spoken), in_region("en-US"):
            page = rules_page(of)
        own = [*page.first[1:], *page.below, *(line for rule in page.parts[-1].rules for line in rule.lines)]
        own += [line for rule in page.parts[0].rules for line in rule.lines if ":" not in line]
        for line in {line for words in own for line in re.split(r"(?<=[.!?])\s+", words)}:
            if sum(map(len, sentences(line))) >= 5:
                assert grade(line) <= 7 if spoken == "en" else ease(line) >= 55, line


def test_on_the_wall_type_is_never_small_and_a3_has_larger() -> None:
    rules = our_rules([some()])
    small, large = for_the_wall(rules, A4), for_the_wall(rules, A3)
    assert small.size >= 16
    assert large.size >= small.size * 1.1
    assert "size: A3;" in rules_files(rules, A3)["our-rules-wall.html"].decode()
    assert "size: A4;" in rules_files(rules, A3)["our-rules.html"].decode()


def test_where_nothing_was_adopted_the_page_says_so() -> None:
    refused = answered(Decision(card=NIGHT.id, answer="no"))
    page = page_of(refused)
    assert "No rule is adopted yet." in page.first
    assert page.parts == ()
    assert "No rule is adopted yet." in words_of(
        rules_files(our_rules([answered(Decision(card=NIGHT.id, answer="no"))])), NAMES[6]
    )
