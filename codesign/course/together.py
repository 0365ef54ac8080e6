"""A group under 5: no vote and no counts. Rule by rule the group writes one line, each says OK aloud, and one page goes out
with what all agreed to say."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from codesign.core.card import Card
from codesign.core.errors import CodesignError
from codesign.core.session import Session
from codesign.core.text import COMMENT_LIMIT, clean
from codesign.course.common_pages import into_a_folder, not_kept, pause, until_taken
from codesign.course.hour import say_and_do
from codesign.course.pages import Course, Menu, MenuChoice, Question, ToRead
from codesign.course.shared_words import warning_of_few, who_reads
from codesign.course.summary import the_hour_is_over
from codesign.course.together_words import OUR_LINE, WE_AGREED, WE_CAN_ALL_SAY, a_rule, together_aloud, what_is_agreed
from codesign.course.written import files_written
from codesign.words import N_, _, many

if TYPE_CHECKING:
    from codesign.engine.open_session import OpenSession

_DO = "Write what they say, in their words. Read it back. No names, and not who said what."

_TITLE = N_("Together, without a vote")


def small_group(expected: int) -> Course[str]:
    """What a group under 5 means, and the way of its own: "together", "vote" or "back"."""
    said = yield Menu(
        place="small-group",
        title=_("A group under 5"),
        lines=(warning_of_few(expected),),
        choices=(
            MenuChoice("together", _(_TITLE), _("One line a rule. Each says OK aloud. One page goes out.")),
            MenuChoice("vote", _("Vote all the same"), _("More people will come.")),
        ),
        others=("back",),
    )
    return str(said)


def together(opened: "OpenSession", folder: Path | None) -> Course[str]:
    """Until the facilitator goes home; `folder` is proposed for the page."""
    while True:
        said = yield _menu(opened.read())
        if said == "rules":
            yield from _rules(opened)
        elif said == "agreed":
            yield ToRead(place="agreed", title=WE_AGREED, blocks=partial(what_is_agreed, opened.read()))
        elif said == "write":
            yield from _written(opened, folder)
        else:
            return "home"


def _menu(session: Session) -> Menu:
    agreed = len(session.agreed_lines)
    return Menu(
        place="together-steps",
        title=_(_TITLE),
        right=many("{n} line agreed", "{n} lines agreed", agreed),
        parts=say_and_do(session.setup.language, partial(together_aloud, session), [_(_DO)]),
        choices=(
            MenuChoice("rules", _("Rule by rule")),
            *((MenuChoice("agreed", _("Show what is agreed")), MenuChoice("write", _("Write the page"))) if agreed else ()),
            pause(),
        ),
    )


def _rules(opened: "OpenSession") -> Course[None]:
    """One rule after another, from the first of which nothing was said."""
    session = opened.read()
    cards = session.cards
    at = next((n for n, card in enumerate(cards) if card.id not in session.group_notes.agreed), 0)
    while 0 <= at < len(cards):
        session, card = opened.read(), cards[at]
        said = yield ToRead(
            place="together",
            title=WE_CAN_ALL_SAY,
            right=f"{at + 1} / {len(cards)}",
            blocks=partial(a_rule, session, card),
        )
        if said == "home":
            return
        if said == "edit" or (said == "ok" and card.id not in session.group_notes.heard):
            yield from _line(opened, card)
        elif said in ("ok", "not-agreed", "skipped"):
            at += yield from _kept(opened, card, said)
        else:
            at += 1 if said == "on" else -1


def _kept(opened: "OpenSession", card: Card, said: object) -> Course[int]:
    """Keep what the group said of its line; how many rules to go on."""
    notes = opened.read().group_notes
    try:
        opened.keep_group_notes(replace(notes, agreed={**notes.agreed, card.id: said}))
    except CodesignError as error:
        yield not_kept(error)
        return 0
    return 1


def _line(opened: "OpenSession", card: Card) -> Course[None]:
    """The group's line on a rule. Other words need a new OK."""
    notes = opened.read().group_notes

    def kept(typed: str) -> bool:
        line = clean(typed, COMMENT_LIMIT)
        if line != notes.heard.get(card.id, ""):
            heard = {i: words for i, words in {**notes.heard, card.id: line}.items() if words}
            agreed = {i: said for i, said in notes.agreed.items() if i != card.id}
            opened.keep_group_notes(replace(notes, heard=heard, agreed=agreed))
        return True

    question = Question(
        place="heard",
        title=_(OUR_LINE),
        question=_("One line that all of you can say. No names, and not who said what."),
        value=notes.heard.get(card.id, ""),
        lines=(card.rule,),
    )
    yield from until_taken(question, kept)


def _written(opened: "OpenSession", folder: Path | None) -> Course[None]:
    """One page, into a folder that is asked for."""
    holds = _("It holds the lines to which each said OK, and nothing else.")
    files = yield from into_a_folder(opened, folder, _("Where shall the page go?"), holds, opened.write_together)
    if files:
        the_hour_is_over(opened)
        whom = who_reads(opened.read().setup.audience)
        next_step = _("Read it to the group once. Then give it to {whom}.", whom=whom)
        yield files_written(_("The page is written."), files, next_step)
