"""What every front end says in the same words, the screens and plain mode alike: the cover, support, the box, who reads."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from codesign.core.ballot import OWN_IDEA
from codesign.core.card import Card
from codesign.core.disclosure import IN_THE_BOX
from codesign.core.errors import CodesignError
from codesign.core.session import Comment, Session, Setup
from codesign.core.thresholds import COUNTED_FROM, SHOWN_FROM, Thresholds
from codesign.intake.files import named_path
from codesign.phrases import STANDARD_SENTENCE, day, what_is_shown
from codesign.phrases.on_a_card import LIMIT_OF_PRIVACY, ON_THE_BOARD_TOO
from codesign.words import N_, _, in_region, is_spoken, many, speaking

if TYPE_CHECKING:
    from codesign.content import HelpLines
    from codesign.content.helplines import HelpLine

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

_LATE = 2
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
NO_WORDS = "No words, only quick picks."
MAYBE_PERSONAL = N_("Maybe a phone number, a name online or an address. Write a theme instead.")
"""To the reader of a comment."""
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
WRITER = {
    "": "Said OK to quote.",
    "no-ok": "Did not say OK to quote. Only its theme can go out.",
    "no-words": "Wrote no words, only quick picks. They can go out in one list with those of others.",
    "too-few": "Too few people answered this card to quote anybody. From 5 answers on its theme can go out.",
    "enough": "As much is told of this card as may be: keep it back, or give it the words of a theme that is told already.",
}
"""What `Session.why_no_quote` says -> what the reader of comments is told of a writer."""
DECIDED = {"unread": "To read", "quote": "Quote", "theme": "Theme only", "picks": "Its picks", "withheld": "Kept back"}


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


ASK_WHO_IS_TOLD = N_("Ask first if they tell or send somebody.")
ASK_FOR_A_LANGUAGE = N_("English; ask for others.")


def support_in_words(setup: Setup | None, help_lines: "HelpLines") -> list[tuple[str, str, str]]:
    """The support card in the language in use: who, how to reach them, what happens then. Without a session, what there is for
    everybody. First comes what a page has room for."""
    person, local = (setup.support_person, setup.local_line) if setup else ("", "")
    return [
        *([(_("Here now"), person, _("Just say: can we talk? You can tell a thing and not type it."))] if person else []),
        (_("In danger right now"), _("Call 911"), _("Police may come.")),
        *([(_("Our own line"), local, _("A worker from this program answers."))] if local else []),
        *((_(line.name), _(line.reach), " ".join(map(_, about_line(line)))) for line in help_lines.all),
    ]


def about_line(line: "HelpLine") -> tuple[str, ...]:
    """Who a help line is for, what happens then, whom it may tell or send, when, and in which languages. What is not known is
    to be asked."""
    told = (line.what, line.then, line.sends or ASK_WHO_IS_TOLD, line.hours, line.languages or ASK_FOR_A_LANGUAGE)
    return tuple(filter(None, told))


def warning_of_lines(help_lines: "HelpLines", today: date) -> str:
    """What the facilitator should know of the help lines before youth come; empty where all is well."""
    if help_lines.problem:
        return f"! {help_lines.problem}"
    stale = ", ".join(help_lines.stale(today))
    return _("! Checked long ago: {names}. Call them once before youth come.", names=stale) if stale else ""


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


def what_of_the_writer(session: Session, comment: Comment) -> str:
    """What the reader of a comment is told of its writer, and how much is told where it belongs, before choosing."""
    words = _(WRITER[session.why_no_quote(comment)])
    if not session.may_be_told(comment):
        return words
    room = session.room(comment)
    return f"{words} {_('Told so far here: {told} of at most {most}.', told=room.told, most=room.most)}"


def in_reading_order(session: Session) -> list[Comment]:
    """The comments as they are read: by card, in the order of the cards. Ideas come first while they can still be voted on,
    and then last."""
    cards = [card.id for card in session.cards]
    order = [*cards, OWN_IDEA] if session.is_told else [OWN_IDEA, *cards]
    places = {card_id: n for n, card_id in enumerate(order)}
    return sorted(session.comments, key=lambda comment: places[comment.card])


def how_the_vote_ended(session: Session) -> str:
    """What the room reads once a vote is closed: that everyone has voted only where exactly as many did, in that vote, as were
    expected. Of more ballots than people nobody knows whose they are."""
    closed = [round_ for round_ in session.rounds if round_.state == "closed"]
    voted = max((session.tallies[card].ballots for card in closed[-1].cards), default=0) if closed else 0
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


def is_under_way(session: Session) -> bool:
    """Whether the hour of a session was begun and is not over: somebody may want to go on with it, also where its result was
    shown. It tells nothing of whether anybody wrote."""
    if session.phase in ("reading", "telling"):
        return not session.is_told or session.group_notes.at in ("result", "next")
    return session.phase == "voting" or (session.phase == "together" and session.group_notes.at != "over")


def where_it_stopped(session: Session) -> str:
    """Where a session stopped, in a few words."""
    if session.phase == "voting" and session.group_notes.at == "welcome" and not session.in_box:
        return _("Set up. Nobody has voted yet.")
    if session.phase == "voting":
        return many("Paused in the vote. {n} ballot is safe.", "Paused in the vote. {n} ballots are safe.", session.in_box or 0)
    if session.phase == "together":
        return many(
            "Together, without a vote. {n} line agreed.",
            "Together, without a vote. {n} lines agreed.",
            len(session.agreed_lines),
        )
    if session.phase == "empty":
        return _("The round was dropped.")
    if not session.is_told:  # whether anybody wrote is behind the code
        talks = session.group_notes.at != "result" and sum(vote.state == "closed" for vote in session.rounds) == 1
        return _("Closed. Next: the talk.") if talks else _("Closed. Next: the comments, the result, the summary.")
    told = session.told_cards
    answered = sum(session.decision(card.id) is not None for card in told)
    if is_under_way(session) and not answered:
        return _("Result shown. Next: the comments, the summary.")
    if answered:
        return many("Answered: {n} of {rules}.", "Answered: {n} of {rules}.", answered, rules=len(told))
    return _("Result shown. The policy team's answer can be read in.")


def who_reads(audience: str) -> str:
    """Who answers youth, or who it is where nobody is named."""
    return audience or _("the people who write the rules")


def typed_path(words: str) -> Path:
    """The file or folder that somebody typed; "~" is their home, and a "~name" that nobody has stands as it is."""
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
    return typed_path(words)


def overdue_alerts(newest_first: Sequence[Session], today: date, how: str) -> list[str]:
    """The policy teams that have let their day pass without an answer, the latest two: home has room for no more. The last
    ends with `how` their answer is brought in."""
    late = [session for session in newest_first if session.is_overdue(today.isoformat())]
    alerts = []
    for session in late[:_LATE]:
        with in_region(session.setup.region):
            due = day(session.setup.answer_by)
        alerts.append(_("No answer yet: “{title}”, due {day}.", title=session.setup.title, day=due))
    return [*alerts[:-1], f"{alerts[-1]} {how}"] if alerts else []
