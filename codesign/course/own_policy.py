"""From a program's own policy to a plan: the ten questions, then each sentence about technology, to talk about, to keep, or to
put to the vote against a gentler rule. Nothing of it is kept but the pairs that are saved as a plan."""

import contextlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from codesign.content.cards import newest_of
from codesign.core.card import Card
from codesign.core.errors import CodesignError
from codesign.core.policy.find import PolicySentence
from codesign.core.policy.pairs import TodaysPair
from codesign.core.policy.partners import partner_of
from codesign.core.text import NAME_LIMIT, RULE_LIMIT
from codesign.course.common_pages import into_a_folder, until_taken
from codesign.course.pages import Block, Course, Hidden, Menu, MenuChoice, Question, Sure, ToRead
from codesign.course.policy_file import policy_of
from codesign.course.policy_words import A_GENTLER_RULE, ASK, NO_ALL_CLEAR, QUESTIONS, how_many, left_aside, listed, remarks
from codesign.course.shared_words import FROM_A_POLICY
from codesign.course.todays_pair import MAKE_A_PAIR, gentler_words, todays_pair
from codesign.course.written import files_written
from codesign.phrases.on_a_card import TALK_ABOUT_IT
from codesign.words import N_, _, many, region

if TYPE_CHECKING:
    from codesign.engine import Engine

_FOR_THE_TEAM = N_("To talk about with your team")
_SAVE = N_("Save the pairs as a plan")
_OTHERS, _ASIDE = N_("The other sentences"), N_("Left aside")
_TALK, _PAIR, _KEEP = "talk", "pair", "keep"


def own_policy(engine: "Engine") -> Course[str]:
    """Until somebody leaves it; the name of the plan that was written, empty where none was."""
    question = Question(
        place="policy-file",
        title=_(FROM_A_POLICY),
        question=_("The file, or one sentence of it"),
        lines=(
            _("A Word document (.docx) or a text (.txt, .md) on this laptop. It is read, and no copy of it is kept."),
            _("Drag it from its folder into this window, or type where it lies and its name."),
            _("In English only. You get questions to ask, not a verdict."),
        ),
        limit=RULE_LIMIT,
    )
    while found := (yield from until_taken(question, partial(policy_of, engine))):
        sorting = _Sorting(engine, *found)
        if not (yield from sorting.run()):
            return sorting.plan
    return ""


class _Sorting:
    """What was said of each sentence so far, and where somebody is. Hidden, it comes back to the same page."""

    def __init__(self, engine: "Engine", title: str, found: list[PolicySentence], aside: list[PolicySentence]) -> None:
        self._engine = engine
        self._title = title
        self._all = sorted(found, key=lambda one: not one.talk)
        self._talk = [one for one in found if one.talk]
        self._aside = aside
        self._said: dict[str, str | TodaysPair] = {}
        """Sentence -> to talk about it, to keep it, or the pair that was made of it."""
        self._at = 0
        self._loose: set[str] = set()
        """What was said since it was saved or printed: of pairs, of sentences to talk about."""
        self.plan = ""
        """The name of the plan that was written."""

    def run(self) -> Course[bool]:
        """Until somebody leaves; whether it is back to the question of which policy."""
        parts: dict[str, Callable[[], Course[str]]] = {
            "questions": self._questions,
            "sentence": self._sentence,
            "others": self._others,
            "aside": self._left_aside,
            "end": self._end,
        }
        part = "questions"
        while part in parts:
            with contextlib.suppress(Hidden):
                part = yield from parts[part]()
        return part == "back"

    def _questions(self) -> Course[str]:
        def blocks() -> list[Block]:
            asked = tuple(f"{n:2}  {_(question)}" for n, question in enumerate(QUESTIONS, 1))
            told = how_many(len(self._all), len(self._talk)), left_aside(len(self._aside))
            return [Block(lines=tuple(filter(None, told))), Block(_(ASK), asked)]

        said = yield ToRead(speaks=False, place="policy-questions", title=FROM_A_POLICY, blocks=blocks)
        if said != "back":
            return self._first
        return "back" if (yield from self._may_go()) else "questions"

    @property
    def _first(self) -> str:
        return "sentence" if self._talk else "others"

    @property
    def _after(self) -> str:
        return "others" if len(self._all) > len(self._talk) else "end"

    # One sentence

    def _sentence(self) -> Course[str]:
        one = self._talk[self._at]
        said = yield from self._asked(one, self._place(self._at + 1))
        if said == "back":
            self._at -= 1
            if self._at < 0:
                self._at = 0
                return "questions"
        elif said == "rest":
            return self._after
        elif said:
            self._at += 1
            if self._at == len(self._talk):
                self._at -= 1
                return self._after
        return "sentence"

    def _place(self, n: int) -> str:
        return _("Sentence {n} of {all}", n=n, all=len(self._all))

    def _asked(self, one: PolicySentence, title: str) -> Course[str]:
        """What is to become of a sentence: once it is said that, "back", "rest", or empty where no pair was made."""
        before = self._said.get(one.sentence)
        pair = before if isinstance(before, TodaysPair) else None
        stands = _PAIR if pair else str(before or "")
        partner = pair.rule if pair else self._partner(one)
        why = remarks(one.why) or [_("The word check found nothing in it. Ask the ten questions.")]
        rest = [MenuChoice("rest", _("Leave the rest as it is"))] if one in self._talk else []
        rows = [_TALK, _PAIR, _KEEP]
        said = yield Menu(
            place="policy-sentence",
            title=title,
            parts=(
                Block(lines=(f"“{one.sentence}”",), look="strong"),
                Block(_("Why to talk about it") if one.talk else "", tuple(why)),
                *([Block(_(A_GENTLER_RULE), (gentler_words(pair or TodaysPair(one.sentence, partner)),))] if partner else []),
            ),
            choices=(
                MenuChoice(_TALK, _(TALK_ABOUT_IT), _("It goes on your list.")),
                MenuChoice(_PAIR, _(MAKE_A_PAIR), _("Youth choose between it and a gentler rule.")),
                MenuChoice(_KEEP, _("Keep it as it is")),
                *rest,
            ),
            here=rows.index(stands or (_TALK if one.talk else _KEEP)),
            others=("back",),
        )
        if said == _PAIR:
            made = yield from todays_pair(one.sentence, partner, pair.good if pair else "", self._taken(one))
            if not made:
                return ""
            self._said[one.sentence] = made
        elif said in rows:
            self._said[one.sentence] = str(said)
        if said in rows:
            self._loose |= {str(said), stands or _KEEP} - {_KEEP}
        return str(said)

    @property
    def _every(self) -> list[PolicySentence]:
        return [*self._all, *self._aside]

    @property
    def _pairs(self) -> dict[str, TodaysPair]:
        """Sentence -> its pair, in their order."""
        return {one.sentence: said for one in self._every if isinstance(said := self._said.get(one.sentence), TodaysPair)}

    def _partner(self, one: PolicySentence) -> Card | None:
        """The gentler rule that fits it; None where there is none, where another sentence has it, or where nothing was found in
        it, so that nobody knows what a rule should be gentler in."""
        rule = newest_of(partner_of(one.sentence)) if one.talk else None
        return rule if rule and rule.id not in self._taken(one) else None

    def _taken(self, one: PolicySentence) -> set[str]:
        return {pair.rule.id for sentence, pair in self._pairs.items() if sentence != one.sentence}

    # The others, and the end

    def _others(self) -> Course[str]:
        """The sentences on technology in which nothing was found."""
        line = _("The word check found nothing in these. It misses many: choose one to talk about it, or to make a pair.")
        others = self._all[len(self._talk) :]
        return (yield from self._listed(_(_OTHERS), line, others, "sentence" if self._talk else "questions"))

    def _left_aside(self) -> Course[str]:
        """Those that were not read as rules on technology."""
        line = _("The word check knows no technology here. Does one say what happens to who breaks the policy? Choose it.")
        return (yield from self._listed(_(_ASIDE), line, self._aside, "end"))

    def _listed(self, title: str, line: str, sentences: list[PolicySentence], back: str) -> Course[str]:
        """Sentences in one list."""
        at = 0
        while True:
            said = yield Menu(
                place="policy-others",
                title=title,
                lines=(line,),
                choices=(
                    MenuChoice("on", _("On to the end")),
                    *(MenuChoice(str(n), one.sentence, self._state(one)) for n, one in enumerate(sentences, 1)),
                ),
                here=at,
                others=("back",),
            )
            if said in ("on", "back"):
                return "end" if said == "on" else back
            at = int(str(said))
            one = sentences[at - 1]
            yield from self._asked(one, self._place(self._all.index(one) + 1) if one in self._all else title)

    def _state(self, one: PolicySentence) -> str:
        said = self._said.get(one.sentence)
        if isinstance(said, TodaysPair):
            return _("A pair with: {rule}", rule=gentler_words(said))
        return _("On your list.") if said == _TALK else _("Stays as it is.")

    def _end(self) -> Course[str]:
        """What came of it; said before it is left with nothing kept."""
        talk = [one for one in self._every if self._said.get(one.sentence) == _TALK]
        pairs = list(self._pairs.values())
        stay = sum(self._said.get(one.sentence, _KEEP) == _KEEP for one in self._all)
        aside = left_aside(sum(self._said.get(one.sentence, _KEEP) == _KEEP for one in self._aside))
        kept = many("{n} sentence stays as it is.", "{n} sentences stay as they are.", stay) if stay else ""
        paper = MenuChoice("print", _("Print the list"), _("With the ten questions, for your team. It is kept nowhere else."))
        save = MenuChoice("save", _(_SAVE), _("Then set up a session with it, or change it at the desk."))
        said = yield Menu(
            place="policy-end",
            title=_("What came of it"),
            parts=(
                *([Block(_("Pairs"), tuple(f"“{pair.today}” / {gentler_words(pair)}" for pair in pairs))] if pairs else []),
                *([Block(_(_FOR_THE_TEAM), tuple(f"“{one.sentence}”" for one in talk))] if talk else []),
                Block(lines=(" ".join(filter(None, (kept, aside, _(NO_ALL_CLEAR)))),), look="quiet"),
            ),
            choices=(
                *([save] if pairs else []),
                *([paper] if talk else []),
                *([MenuChoice("aside", _("Look at what was left aside"))] if self._aside else []),
                MenuChoice("again", _("Through the sentences again")),
                MenuChoice("leave", _("Leave this policy")),
            ),
            others=("back",),
        )
        if said == "save":
            yield from self._saved(pairs)
        elif said == "print":
            yield from self._printed(talk)
        elif said == "again":
            self._at = 0
            return "questions"
        elif said == "aside":
            return "aside"
        elif said == "back":
            return "others" if self._after == "others" else self._first
        elif (yield from self._may_go()):
            return "left"
        return "end"

    def _printed(self, talk: list[PolicySentence]) -> Course[None]:
        def write(folder: Path) -> list[Path]:
            parts = [(_(_FOR_THE_TEAM), tuple(map(listed, talk)), True), (_(ASK), tuple(map(_, QUESTIONS)), False)]
            return self._engine.write_checklist("rules-to-talk-about", self._title, _(NO_ALL_CLEAR), parts, folder, region())

        if files := (
            yield from into_a_folder(None, None, _("Where shall the list go?"), _("What you chose to talk about."), write)
        ):
            self._loose.discard(_TALK)
            yield files_written(_("The list is written."), files)

    def _may_go(self) -> Course[bool]:
        if not self._loose:
            return True
        pairs = len(self._pairs) if _PAIR in self._loose else 0
        said = many("{n} pair is not saved.", "{n} pairs are not saved.", pairs) if pairs else ""
        talk = _("Your list to talk about is not printed.") if _TALK in self._loose else ""
        question = _("Leave, and drop what you said?")
        return bool((yield Sure(question=question, lines=tuple(filter(None, (said, talk))), to_do_it=_("to leave"))))

    def _saved(self, pairs: list[TodaysPair]) -> Course[None]:
        why = {one.sentence: one for one in self._every}

        def write(title: str) -> tuple[Path, list[str]]:
            if not title:
                raise CodesignError(_("Give the plan a title."))
            hard_first = sorted(pairs, key=lambda pair: not why[pair.today].is_hard)
            return self._engine.own_plans.put_pairs("", title, hard_first)

        asked = _("Its title")
        question = Question(place="policy-title", title=_(_SAVE), question=asked, value=self._title, limit=NAME_LIMIT)
        if written := (yield from until_taken(question, write)):
            path, left_out = written
            self.plan = path.stem
            self._loose.discard(_PAIR)
            yield files_written(_("The plan is written."), [path], *left_out, _("You find it under “Plans”."))
