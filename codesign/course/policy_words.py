"""What is said of a program's own policy, in the app and by the command: the ten questions first, because a word list only
points at sentences to ask them of."""

from collections.abc import Sequence

from codesign.content.bank import beside
from codesign.content.cards import newest_of
from codesign.core.card import Card
from codesign.core.dates import bare
from codesign.core.kinds.pair import Pair
from codesign.core.policy.find import PolicySentence, Why
from codesign.core.policy.pairs import is_uneven, says_what_follows
from codesign.core.policy.partners import partner_of
from codesign.words import N_, _, many

ASK = N_("Ask this of every rule first:")
QUESTIONS = (
    N_("What harm is this rule for? Could you name the last time?"),
    N_("Is there a gentler way that does the same?"),
    N_("What does a young person do instead?"),
    N_("Who decides, how fast, and who can look again?"),
    N_("When does it end?"),
    N_("Who can they always still reach?"),
    N_("What happens to someone who tells?"),
    N_("Does it feel like something an abuser would say?"),
    N_("Do staff keep it too?"),
    N_("Does it ask youth to make up for a lack of staff, money or space?"),
)
"""To ask of every rule, whatever was found in its words."""
NO_ALL_CLEAR = N_("The word check misses many. Ask the ten questions of every rule.")
A_GENTLER_RULE = N_("A gentler rule")
TO_PASTE = N_("A clause to paste")
_UNSAID: dict[tuple[Why, ...], str] = {
    ("no-why",): N_("It does not say why."),
    ("no-end",): N_("It does not say until when."),
    ("no-review",): N_("It does not say who looks at it again."),
    ("no-why", "no-end"): N_("It does not say why or until when."),
    ("no-why", "no-review"): N_("It does not say why or who looks at it again."),
    ("no-end", "no-review"): N_("It does not say until when or who looks at it again."),
    ("no-why", "no-end", "no-review"): N_("It does not say why, until when or who looks at it again."),
}
"""In one sentence, because three that begin alike are not listened to."""
_SAID: dict[Why, str] = {
    "power": N_("It lets somebody look, hold or decide. What can youth do about it?"),
    "zero-tolerance": N_("It leaves no room to ask what happened."),
}


def remarks(why: Sequence[Why]) -> list[str]:
    """Why to talk about a sentence, a sentence each."""
    unsaid = tuple(code for code in why if code not in _SAID)
    return [*([_(_UNSAID[unsaid])] if unsaid else []), *(_(_SAID[code]) for code in why if code in _SAID)]


def clause(rule: Card) -> str:
    """A rule of the bank as a clause that says why, until when and who looks again; empty where the bank has none."""
    short_and_long = beside(rule.id)
    return short_and_long[-1] if len(short_and_long) > 1 else ""


def listed(one: PolicySentence) -> str:
    """A sentence for the list of the team: why to talk about it, and a clause that says what it leaves unsaid."""
    rule = newest_of(partner_of(one.sentence)) if one.talk else None
    words = clause(rule) if rule else ""
    return " ".join((f"“{one.sentence}”", *remarks(one.why), *([f"{_(TO_PASTE)}: “{words}”"] if words else [])))


def how_many(about: int, talk: int) -> str:
    """How many sentences are about technology, how many of them are to talk about, and that this is no all-clear."""
    sentences = many("{n} sentence is about technology.", "{n} sentences are about technology.", about)
    found = many("{n} is to talk about.", "{n} are to talk about.", talk)
    return f"{sentences} {found if talk else _('The word check found no place to talk about.')} {_(NO_ALL_CLEAR)}"


def left_aside(count: int) -> str:
    """How many sentences were not read as rules on technology; empty for none."""
    if not count:
        return ""
    return many(
        "{n} sentence was left aside: the word check knows no technology in it.",
        "{n} sentences were left aside: the word check knows no technology in them.",
        count,
    )


def of_the_pair(today: str, card: Card) -> list[str]:
    """What staff look at before youth choose between the two: whether they can, and what would make the choice unfair."""
    if is_pair := card.kind == Pair.name:
        gentler = card.options[1].words
        lines = [_("A is your rule today. Nobody is told, and which of them stands first is drawn by lot.")]
    else:
        gentler = card.rule
        lines = [_("Too unlike in length for a pair. Youth vote on the gentler rule, and read today's under it.")]
    if not is_pair and bare(today) == bare(gentler):
        lines = [_("The rule of the bank says the same, so there is nothing to compare. Youth vote on it alone.")]
    elif not is_pair or is_uneven(today, gentler):
        lengths = {"today": len(today.split()), "gentler": len(gentler.split())}
        lines.append(_("Today's has {today} words, the gentler one {gentler}. A longer one looks kinder.", **lengths))
    if says_what_follows(today) and not says_what_follows(gentler):
        lines.append(_("Only today's rule says what happens to who breaks it. That alone may decide the vote."))
    if says_what_follows(gentler) and not says_what_follows(today):
        lines.append(_("Only the gentler rule says what happens to who breaks it. That alone may decide the vote."))
    return lines
