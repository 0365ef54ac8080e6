"""What every front end says in the same words, the screens and plain mode alike: the cover, the box, who reads."""

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from codesign.core.card import Card
from codesign.core.disclosure import IN_THE_BOX
from codesign.core.errors import CodesignError
from codesign.core.session import Session
from codesign.core.thresholds import COUNTED_FROM, SHOWN_FROM, Thresholds
from codesign.intake.files import named_path
from codesign.phrases import STANDARD_SENTENCE, what_is_shown
from codesign.phrases.on_a_card import LIMIT_OF_PRIVACY, ON_THE_BOARD_TOO
from codesign.words import N_, _, is_spoken, many, speaking

Before = Literal["", "saved", "hidden", "resumed", "again"]
"""What happened just before a hand-over: nothing that the next person may know, a ballot was saved, the screen was hidden, a
restart, a next round."""
SURE_TO_THROW = N_("Throw your answers away?")
ANSWERS_ARE_GONE = N_("Then they are gone for good. Nobody is told, and you can begin again.")
"""Asked once, of the person whose answers they are."""

COVER_NOTES = """Notes

Printer paper is low, order two boxes
Hall light flickers, ask Pete
Van: oil change on the 12th

Shopping
- rice, beans, onions
- dish soap
- AA batteries

Plumber comes Thursday morning"""
"""The dull page that Hide shows. Nothing of the program is on it."""

ONE_IS_GONE = N_("One ballot could not be saved and is gone.")
ALL_ARE_SAFE = N_("Every ballot that showed “Saved.” is on this laptop.")
"""Where the program ends."""
SECOND_VOTE = N_("A second vote, for everybody. On its cards only this vote counts.")
"""At the hand-over after it was opened, and to everybody before their first card."""
FOUR_WORDS = "Four words for the day you forget your code"
FOUR_WORDS_USE = (
    "Write them down now, and keep the paper where youth don't see it. They are not shown again.",
    "Where the code is asked for, they open the same.",
)
"""To the facilitator, once, when a code was set."""
READ_AGAIN = N_("Some cards may not have been clear. Read each card aloud again.")
"""To the room before the result. It never says which: that would tell how somebody answered."""
FROM_A_POLICY = N_("From your program's own policy")
RESULT_NOW = N_("Show the result now?")
RESULT_IS_LAST = N_("What was shown is not voted on again.")
TALK_OR_MOVE_ON = {True: N_("Let's talk about this one"), False: N_("Moving on")}
"""Whether a card is worth talking about -> what the room reads of it before its result."""
WHAT_THIS_GROUP_SAID = N_("What this group said")
_IN_THE_BOX = N_("A card stays in the box, unopened, when fewer than 5 people answered it.")
WHO_SEES_THIS = N_("Who will see this?")
TO_SHOW_IT = N_("to show it")
"""Asked once before the result, where a second vote is still possible; what a yes does."""
SAVED_IN = N_("Saved in")
"""Where files lie."""
STILL_THERE = N_("Still there? Any key keeps this page.")
"""To a slow reader, shortly before a page is covered."""
STAYS_IN = N_("If it stays in, your words do not go on. Only what it is about may.")
"""Of a line that seems to hold a number, a name online or an address."""
STAYS_HERE = N_("What you typed stays on this laptop until staff delete it.")
IDEA_THEN = N_(
    "The facilitator reads it after the vote. Only if you say OK, it may be shown in your words: to the group as a card, and "
    "to the people who write the rules. No name."
)
IDEA_AS_CARD = N_("OK as a card? Some may guess who wrote it.")
"""Of an idea of a person's own: what happens to it, and what the OK is to."""
PICKS_ASKED = {"works": N_("What makes it work?"), "could": N_("What would make it work?"), "doesnt": N_("What's the problem?")}


def above_the_result(session: Session) -> list[str]:
    """What the room reads before the result: how it is to be read, and why a card stays in the box, where one does."""
    stays = any(session.shown(card.id).label == IN_THE_BOX for card in session.tallied_cards)
    return [_(STANDARD_SENTENCE), *([_(_IN_THE_BOX)] if stays else [])]


def box_words(count: int, expected: int) -> str:
    """How many ballots are in the box: the one number that may be seen while a round is open."""
    if expected:
        return many(
            "{n} of about {expected} ballots in the box", "{n} of about {expected} ballots in the box", count, expected=expected
        )
    return many("{n} ballot in the box", "{n} ballots in the box", count)


def code_forgotten(*, has_words: bool) -> str:
    """What helps a facilitator who forgot the code."""
    if has_words:
        return _("Forgot it? The four words from the set-up open it too. Without them: youth-codesign forget-code.")
    return _("Forgot it? Leave the program, and type: youth-codesign forget-code.")


def who_will_see(thresholds: Thresholds) -> list[str]:
    """The answer to "Who will see this?": the limit of privacy, what is shown of a card and of comments, and how
    long words stay."""
    return [
        _(LIMIT_OF_PRIVACY),
        *what_is_shown(thresholds),
        _(ON_THE_BOARD_TOO),
        _(STAYS_HERE),
    ]


def only_in_english(cards: Sequence[Card], lang: str) -> list[str]:
    """The ids of cards of which some words are not in this language; none for the language of the code."""
    with speaking(lang):
        return [card.id for card in cards if not all(map(is_spoken, _words_of(card)))]


def _words_of(card: Card) -> list[str]:
    options = [words for option in card.options for words in (option.words, option.good, option.against)]
    return [card.rule, card.today, card.why, card.good, card.against, card.risk, card.fixed, card.content_note, *options]


def warning_of_language(cards: Sequence[Card], lang: str) -> str:
    """What a facilitator should know before turns begin in another language; empty where all cards are in it."""
    if not (ids := only_in_english(cards, lang)):
        return ""
    return _("These cards have no Spanish yet and stay as they are written: {ids}.", ids=", ".join(ids))


def warning_of_few(expected: int) -> str:
    """What a facilitator should know of a group under 5, before the vote; empty for any other, and where no number is known."""
    if not 0 < expected < SHOWN_FROM:
        return ""
    words = _(
        "With fewer than 5 people nothing of any card is shown or told: no result, no words, no themes. Wait for more people, "
        "or talk without a vote and write down together what all agree to say."
    )
    if expected < COUNTED_FROM:
        words += " " + _("With fewer than {n} the vote can't even be closed.", n=COUNTED_FROM)
    return words


def how_the_vote_ended(session: Session) -> str:
    """What the room reads once a vote is closed: that everyone has voted only where exactly as many did, in that vote, as were
    expected. Of more ballots than people nobody knows whose they are."""
    closed = [round_ for round_ in session.rounds if round_.state == "closed"]
    told = (
        [session.tallies[card] for card in closed[-1].cards if card in session.tallies] if closed else []
    )  # a mend may lose one
    voted = max((tally.ballots for tally in told), default=0)
    return _("Everyone has voted") if voted == session.setup.expected > 0 else _("The vote is closed")


def what_comes_after_the_talk(session: Session) -> list[str]:
    """What the room can do once it has talked: a second vote is named only where there is something to vote on."""
    if not session.open_to_a_vote:
        return [  # the same whether somebody wrote or not, and before the reading and after: the room learns nothing of that
            _("Talk first. Then see the result. No card needs a second vote."),
            _("If somebody wrote a rule of their own, you can vote on it once the comments are read."),
        ]
    return [
        _("Talk first. Then vote again on the cards to talk about, or see the result."),
        _("Once the result was shown, its cards are not voted on again."),
    ]


def who_reads(audience: str) -> str:
    """Who answers youth, or who it is where nobody is named."""
    return audience or _("the people who write the rules")


def typed_path(words: str) -> Path:
    """The file or folder that somebody typed, or dragged into the terminal, which puts quotes around it, or a backslash before
    each blank; "~" is their home, and a "~name" that nobody has stands as it is."""
    if not os.path.lexists(words) and (quoted := re.fullmatch(r"""\s*(["'])(.+)\1\s*""", words)):
        words = quoted[2]
    elif os.name != "nt" and not os.path.lexists(words):
        words = re.sub(r"\\(\W)", r"\1", words.rstrip())
    return named_path(words).absolute()


FOLDER = N_("Folder")
"""What is asked where files go."""


def typed_folder(words: str) -> Path:
    """The same for a folder, which must be named.

    Raises:
        CodesignError: it is not.
    """
    if not words:
        raise CodesignError(_("Name a folder."))
    if words.isdigit():
        raise CodesignError(_("A number may be your code, and others read what a folder is called. Name it otherwise."))
    return typed_path(words)
