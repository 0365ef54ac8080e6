"""From a plan to a session: what is filled in before the first vote, which cards it asks, and what each rule is today."""

import contextlib
from typing import TYPE_CHECKING

from msgspec.structs import replace

from codesign.core.errors import CodesignError
from codesign.core.plan import Plan
from codesign.core.plan_draft import Draft
from codesign.core.thresholds import SHOWN_FROM
from codesign.course.pages import Course, Hidden, SetUp, Sure
from codesign.course.rules_now import rules_now
from codesign.course.set_up_form import ANSWER_WITHIN, Form, copied_from, people_in, proposed_by
from codesign.course.support import warning_of_lines
from codesign.course.together import small_group
from codesign.course.which_cards import which_cards
from codesign.words import _, use_region

if TYPE_CHECKING:
    from codesign.engine import Engine
    from codesign.engine.open_session import OpenSession


def set_up(engine: "Engine", plan: Plan, typed: dict[str, str]) -> Course["tuple[OpenSession, str] | None"]:
    """A session of this plan, and the four words that open what its code opens; None where another plan is wanted. `typed` is
    what was filled in so far, and stays filled in, but for the code."""
    use_region(plan.region)
    page, now, written, ask = _page(engine, plan, typed), plan, False, True

    def keep(chosen: Plan) -> None:
        nonlocal now
        now = chosen

    def say_today(card_id: str, words: str) -> None:
        nonlocal written
        written = True
        keep(Draft(now).say_today(card_id, words).plan)

    problem = ""
    while True:
        try:
            said = yield replace(page, plan=now, problem=problem)
            problem = ""
            if said == "cards":
                yield from which_cards(now, people_in(page), keep)
                continue
            if not isinstance(said, Form):  # the wrong plan costs no line
                if now != plan and not (yield _sure_to_leave()):
                    continue
                if typed.get("title") == plan.title:  # the next plan has its own
                    del typed["title"]
                return None
            how = (yield from small_group(said.expected)) if 0 < said.expected < SHOWN_FROM else "vote"
            if how == "back":
                continue
            known = engine.with_rules_today(now, said.title)
            asked = yield from rules_now(known, say_today, ask=ask, look=written or known != now)
            if asked is None:
                ask = False
                continue
            opened = engine.start(asked, said.setup(page.today), said.thresholds(plan))
            return opened, _code_set(opened, said.code, together=how == "together")
        except Hidden:
            problem = ""
        except CodesignError as error:
            problem = str(error)


def _sure_to_leave() -> Sure:
    return Sure(
        question=_("Leave this set-up?"),
        lines=(_("What you changed on its cards is dropped. What you filled in stays for the plan that you take."),),
        to_do_it=_("to leave the set-up"),
    )


def _page(engine: "Engine", plan: Plan, typed: dict[str, str]) -> SetUp:
    today, earlier = engine.today(), engine.last_set_up(plan)
    has_rules = earlier is not None and engine.with_rules_today(plan, earlier.setup.title) != plan
    return SetUp(
        plan=plan,
        today=today,
        answer_by=(today + ANSWER_WITHIN).isoformat(),
        warning=warning_of_lines(engine.help_lines(), today),
        proposed=proposed_by(earlier) if earlier else {},
        copied=copied_from(earlier, rules=has_rules) if earlier else "",
        filled=typed,
    )


def _code_set(opened: "OpenSession", code: str, *, together: bool) -> str:
    """The four words that open the same; where the code can't be kept there is no session either, nor one without a vote where
    that can't be."""
    try:
        words = opened.set_code(code)
        if together:
            opened.talk_together()
        return words
    except CodesignError:
        with contextlib.suppress(CodesignError):  # the first error is the one to tell; an empty round is no loss
            opened.drop_round()
        opened.leave()
        raise
