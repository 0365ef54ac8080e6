"""Home, past sessions, plans and set-up: the way to an open session."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from codesign.core.errors import Damaged
from codesign.core.plan import Lines, Plan
from codesign.core.session import Session, Setup
from codesign.core.text import escaped
from codesign.form import ANSWER_WITHIN, LEAVE_SET_UP, TYPED_IS_DROPPED, Form
from codesign.front import before_the_start, overdue_alerts, warning_of_lines, where_it_stopped
from codesign.phrases import day
from codesign.tui.app import CodesignApp, PageMaker
from codesign.tui.screens.facilitator.menus import HomePage, PlansPage, RecordsPage
from codesign.tui.screens.facilitator.notices import SurePage
from codesign.tui.screens.page import Page
from codesign.tui.widgets.menu import Item
from codesign.words import _

if TYPE_CHECKING:
    from codesign.engine import Engine

Rows = list[tuple[Item, Callable[[], None]]]


class Home:
    """What can be done while no session is open."""

    def __init__(
        self,
        app: CodesignApp,
        engine: "Engine",
        *,
        on_open: Callable[[Path], None],
        on_start: Callable[[Plan, Setup, Lines, str], None],
        on_demo: Callable[[], None],
    ) -> None:
        """`on_start` takes the facilitator's code last."""
        self._app = app
        self._engine = engine
        self._open = on_open
        self._start = on_start
        self._demo = on_demo
        self._setting_up: PageMaker | None = None
        """Makes the set-up page again as it was filled in, while one is open."""

    def show(self) -> None:
        self._setting_up = None
        self._app.go(self.page)

    def after_hide(self) -> PageMaker:
        """What comes back after the cover. A set-up is the facilitator's own and stays filled in, but for the code."""
        return self._setting_up or self.page

    def page(self) -> Page:
        items: Rows = []
        records = self._engine.records()
        found = [(path, s) for path, s in records if isinstance(s, Session)]
        unfinished = [(path, s) for step in ("voting", "reading") for path, s in found if s.step == step]
        for path, session in unfinished[:1]:
            title = _("Go on with “{title}”", title=session.setup.title)
            items.append((Item("go-on", title, where_it_stopped(session)), partial(self._open, path)))
        items += [
            (Item("start", _("Start a session"), _("Choose a plan and set it up. Takes five minutes.")), self._plans),
            (Item("demo", _("Try it out"), _("A made-up group of eight. Only its summary stays.")), self._demo),
            (
                Item("records", _("Past sessions"), _("Read comments, write the summary again, bring in the answer.")),
                self._records,
            ),
            (
                Item("plain", _("Plain lines"), _("For a screen reader, in English only: the same session.")),
                self._plain,
            ),
        ]
        alerts = [_("A session can't be read. Look at it under “Past sessions”.")] if len(found) < len(records) else []
        how = _("Open it under “Past sessions”, press A.")
        alerts += overdue_alerts([session for _path, session in found], self._engine.today(), how)
        return HomePage(
            _("Codesign"),
            items,
            right=_("Works offline. Sends nothing."),
            lines=[_("Technology rules, made with the young people who live by them.")],
            alerts=alerts,
            keys={"colours": self._app.next_colours, "quit": self._app.exit},
        )

    def _plain(self) -> None:
        """Leave the screens for numbered lines. A paused session is the first of them, behind its code."""
        self._app.plain_wanted = True
        self._app.exit()

    def _records(self) -> None:
        items: Rows = []
        broken = []
        for n, (path, session) in enumerate(self._engine.records()):
            if isinstance(session, Session):
                item = Item(str(n), session.setup.title, f"{day(session.setup.day)} · {where_it_stopped(session)}")
                items.append((item, partial(self._open, path)))
            elif isinstance(session, Damaged):
                item = Item(str(n), escaped(path.name), _("! Damaged. Open it to see what can be read."))
                items.append((item, partial(self._open, path)))
            else:
                broken.append(str(session))
        empty = _("No sessions yet. Press Esc, then 1 to start one.")
        keys = {"back": self.show}
        self._app.go(lambda: RecordsPage(_("Past sessions"), items, alerts=broken, empty=empty, keys=keys))

    def _plans(self) -> None:
        self._setting_up = None
        items: Rows = []
        plans, broken = self._engine.usable_plans()
        for name, plan in plans.items():
            about = _("{cards} cards, about {minutes} minutes.", cards=len(plan.cards), minutes=plan.minutes)
            items.append((Item(name, plan.title, f"{about} {plan.purpose}"), partial(self.set_up, plan)))
        self._app.go(lambda: PlansPage(_("Choose a plan"), items, alerts=broken, keys={"back": self.show}))

    def set_up(self, plan: Plan) -> None:
        """The page that is filled in before the first vote."""
        from codesign.tui.screens.facilitator.set_up import SetUpPage

        lines = self._engine.help_lines()
        warning = warning_of_lines(lines, self._engine.today())
        due = self._engine.today() + ANSWER_WITHIN
        filled: dict[str, str] = {}
        self._setting_up = lambda: SetUpPage(
            plan.title,
            plan.lines.numbers_from,
            due.isoformat(),
            plan.language,
            warning=warning,
            before=lambda form: before_the_start(plan.cards, form.expected, form.language),
            filled=filled,
            on_fill=filled.__setitem__,
            on_begin=partial(self._begin, plan),
            on_back=self._leave_set_up,
        )
        self._app.go(self._setting_up)

    def _leave_set_up(self, typed: bool) -> None:
        """Ask once where something was typed."""
        again = self._setting_up
        if typed and again:
            self._app.go(
                lambda: SurePage(
                    _(LEAVE_SET_UP), [_(TYPED_IS_DROPPED)], on_yes=self._plans, on_back=lambda: self._app.go(again)
                )
            )
        else:
            self._plans()

    def _begin(self, plan: Plan, form: "Form") -> None:
        self._start(plan, form.setup(self._engine.today()), form.lines(plan), form.code)
        self._setting_up = None
