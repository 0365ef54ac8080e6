"""The desk of one plan: its cards, what stands above them, saved when somebody says so, and handed on as one file."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from codesign.core.errors import CodesignError
from codesign.core.plan import Plan
from codesign.core.plan_draft import Draft
from codesign.course.around_turn import NOT_SAVED_YET
from codesign.course.before_they_come import in_words
from codesign.course.common_pages import TO_DELETE_IT, into_a_folder
from codesign.course.pages import Block, Course, Menu, MenuChoice, Sure
from codesign.course.plan_draft_words import as_it_stands
from codesign.course.plan_head import plan_head
from codesign.course.which_cards import which_cards
from codesign.course.written import files_written
from codesign.words import _

if TYPE_CHECKING:
    from codesign.engine import Engine


class OnDesk:
    """The plan that lies on the desk. It stays there when the screen is hidden, in memory only."""

    def __init__(self, engine: "Engine", plan: Plan, on_disk: Plan | None, told: str = "", *, of: str = "") -> None:
        """`on_disk`: what its file says; None for one that has none. `told` is said above it once. `of`: the letters of the
        session that it was proposed from; such a plan is unsaved from the first."""
        self.engine = engine
        self.plan = plan
        self._as_it_was = None if of else plan
        self._on_disk = on_disk
        self.of = of
        self.people = 0
        """For how many it is; 0 where nobody said."""
        self.told = told

    def keep(self, plan: Plan) -> None:
        self.plan = plan

    @property
    def has_file(self) -> bool:
        return self._on_disk is not None

    @property
    def unsaved(self) -> bool:
        """Something was changed since it was saved or opened."""
        return self.plan != self._as_it_was

    def save(self) -> Path:
        """Onto the disk; its file."""
        self.plan, path = self.engine.own_plans.save(self.plan, self._on_disk)
        self._as_it_was = self._on_disk = self.plan
        return path

    def delete(self) -> None:
        """Off the disk, with what was changed since; only where it has a file."""
        assert self._on_disk
        self.engine.own_plans.delete(self._on_disk)


def may_leave(desk: OnDesk) -> Course[bool]:
    """Whether somebody lets the plan go; asked only where it has unsaved changes."""
    if not desk.unsaved:
        return True
    lines = (_("What you changed in “{title}” is not on the disk.", title=desk.plan.title),)
    return bool((yield Sure(question=_("Leave it without saving?"), lines=lines, to_do_it=_("to leave it unsaved"))))


def at_the_desk(desk: OnDesk) -> Course[None]:
    """Until somebody goes back, or deletes it; with unsaved changes they are asked once."""
    parts: dict[object, Callable[[OnDesk], Course[bool | None]]] = {
        "cards": _cards,
        "head": plan_head,
        "save": _save,
        "share": _share,
        "delete": _deleted,
        "back": may_leave,
    }
    at, problem = 0, ""
    while True:
        menu = _menu(desk, at, problem)
        said = yield menu
        desk.told = problem = ""
        at = next((n for n, choice in enumerate(menu.choices) if choice.id == said), at)
        try:
            if (yield from parts[said](desk)):
                return
        except CodesignError as error:
            problem = str(error)


def _menu(desk: OnDesk, at: int, problem: str) -> Menu:
    plan = desk.plan
    cards = tuple(f"{n}. {in_words(card)}" for n, card in enumerate(plan.cards, 1))
    return Menu(
        place="plan-desk",
        title=plan.title,
        right=_(NOT_SAVED_YET) if desk.unsaved else "",
        lines=(desk.told,) if desk.told else (),
        alerts=(problem,) if problem else (),
        parts=(
            Block(lines=tuple(as_it_stands(Draft(plan), desk.people))),
            Block(_("Its cards"), cards or (_("None yet. Put some in from the rule bank, or write your own."),)),
        ),
        choices=(
            MenuChoice("cards", _("Cards: look, put in, write, order, take out")),
            MenuChoice("head", _("Title, minutes, people, language")),
            MenuChoice("save", _("Save")),
            MenuChoice("share", _("Share it as one file")),
            *([MenuChoice("delete", _("Delete it"))] if desk.has_file else []),
        ),
        here=at,
        others=("back",),
    )


def _cards(desk: OnDesk) -> Course[None]:
    yield from which_cards(desk.plan, desk.people, desk.keep)


def _save(desk: OnDesk) -> Course[None]:
    path = desk.save()
    yield files_written(_("The plan is saved."), [path], _("Choose it under “Start a session”."))


def _share(desk: OnDesk) -> Course[None]:
    holds = _("The plan and nothing else. Who gets it opens it at “Plans”, and it is checked there.")

    def write(folder: Path) -> list[Path]:
        return desk.engine.own_plans.share(desk.plan, folder)

    if files := (yield from into_a_folder(None, None, _("Where shall the plan go?"), holds, write)):
        yield files_written(_("The file is written."), files, _("Give it away on a stick or by e-mail: it holds no votes."))


def _deleted(desk: OnDesk) -> Course[bool]:
    """Whether its file is gone; asked once."""
    lines = (_("Its file is removed for good. A session that was set up with it keeps its cards."),)
    if not (yield Sure(question=_("Delete “{title}”?", title=desk.plan.title), lines=lines, to_do_it=_(TO_DELETE_IT))):
        return False
    desk.delete()
    return True
