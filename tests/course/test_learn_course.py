"""Learn as values: from home without a code, card after card, in either language; it goes home where nobody is there, and keeps
nothing."""

from pathlib import Path

from course_kit import at_home

from codesign.content import bank_cards
from codesign.content.learn import learn
from codesign.core.card import Card
from codesign.course import pages
from codesign.course.learn import as_blocks, learn_about
from codesign.engine import Engine
from codesign.words import speaking


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_every_card_is_read_from_home_without_a_code_and_nothing_is_kept(engine: Engine, tmp_path: Path) -> None:
    before = files(tmp_path)
    play = at_home(engine).say("learn")
    listed = play.at(pages.Spoken)
    assert listed.covers
    assert [choice.words for choice in listed.make().choices] == [card.title for card in learn().cards]  # type: ignore[union-attr]
    play.say("0")
    for number, card in enumerate(learn().cards, 1):
        page = play.at(pages.ToRead)
        assert (page.place, page.title, page.right) == ("learn-card", card.title, f"{number} / 10")
        assert page.speaks
        assert page.covers
        play.say("on")
    assert play.at(pages.Spoken).make().here == 9, "the list, at the last that was read"  # type: ignore[union-attr]
    assert play.say("back").at(pages.Menu).place == "home"
    assert files(tmp_path) == before


def test_back_and_the_list_lead_where_they_say(engine: Engine) -> None:
    play = at_home(engine).say("learn", "4", "back")
    assert play.at(pages.ToRead).title == learn().cards[3].title
    assert play.say("home").at(pages.Spoken).make().here == 3  # type: ignore[union-attr]


def test_a_page_at_which_nobody_sits_and_one_that_is_hidden_go_home(engine: Engine) -> None:
    for way in (("learn",), ("learn", "2")):
        assert at_home(engine).say(*way).walk_off().at(pages.Menu).place == "home"
        assert at_home(engine).say(*way).hide().at(pages.Menu).place == "home"


def test_a_card_is_said_in_spanish_with_its_sources() -> None:
    with speaking("es"):
        blocks = as_blocks(learn().cards[4], "2026-11-27")
    assert [block.title for block in blocks[:4]] == ["Sirve para", "Ten cuidado con", "Qué ayuda", "Para hablar"]
    assert any("loveisrespect.org" in line for line in blocks[4].lines)


def test_a_rule_leads_to_the_card_on_its_topic_and_one_of_your_own_to_none() -> None:
    found = {card.id: about.id for card in bank_cards() if (about := learn_about(card))}
    wanted = {"HE-2.3": "pictures", "ST-6": "messages", "ST-2": "money", "PH-1.2+ZT-1.2": "connected"}
    assert wanted.items() <= found.items()
    assert not {"IP-1.2", "LO-2", "PA-1.3"} & found.keys(), "a card on another topic is worse than none"
    assert learn_about(Card(id="OWN-1", kind="scale", rule="You can charge phones.")) is None
