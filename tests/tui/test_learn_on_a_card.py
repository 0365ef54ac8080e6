"""L on a card opens one minute on its topic, in the language of the turn; a card of your own has none, and nothing changes."""

from kit import to_first_card, voting

from codesign.content import bank_cards
from codesign.core.card import Card
from codesign.engine import Engine


async def test_a_minute_on_the_topic_of_a_card_and_back_to_the_same_answer(engine: Engine) -> None:
    known = next(card for card in bank_cards() if card.id == "GA-2")
    own = Card(id="OWN-1", kind="scale", rule="You can charge phones in the kitchen.")
    async with voting(engine, (known, own)) as stage:
        await to_first_card(stage)
        await stage.press("1", "question_mark", "pagedown")
        assert "Learn: Games and strangers" in stage.text(), "More says that there is one"
        assert "L Learn" in stage.lines()[-1]
        await stage.press("l")
        assert "In many games other players can talk to you. [" in stage.text(), "and leads to it"
        await stage.press("escape", "L")
        assert "Learn: Games and strangers" in stage.text()
        assert "In many games other players can talk to you. [" in stage.text()
        await stage.press("f4")
        assert "Aprende: Juegos y gente que no conoces" in stage.text()
        await stage.press("f4", "escape")
        assert known.rule[:30] in stage.text()
        await stage.press("enter", "l")
        assert "charge phones in the kitchen" in stage.text()
        assert "Learn:" not in stage.text()
        await stage.press("question_mark", "l")
        assert "Learn" not in stage.text()
        await stage.press("escape")
        await stage.press("left")
        assert "You can change it" not in stage.text(), "it is answered still"
