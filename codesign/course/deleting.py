"""Deleting a session for good, from its row under "Past sessions": its records, its key and its code."""

from pathlib import Path
from typing import TYPE_CHECKING

from codesign.core.errors import CodesignError, Damaged
from codesign.core.session import Session
from codesign.course import code
from codesign.course.common_pages import TO_DELETE_IT, nothing_changed, told
from codesign.course.pages import Course, Problem, Sure
from codesign.phrases import day
from codesign.words import N_, _, in_region, many

if TYPE_CHECKING:
    from codesign.engine import Engine

_CANT = N_("This session can't be deleted")


def is_empty(session: Session) -> bool:
    """Whether its rounds were all dropped: it holds nothing any more that anybody could go on with."""
    return session.phase == "empty" and all(round_.state == "dropped" for round_ in session.rounds)


def delete_session(engine: "Engine", path: Path) -> Course[None]:
    """Behind the code of the session, and asked once; an empty one is only asked. The copies of the first go too: each would
    come back in its place."""
    try:
        with engine.open(path) as opened:
            session = opened.read()
            empty = is_empty(session)
            if not empty and not (yield from code.passed(opened)):
                return
    except Damaged:
        sentence = _("It is damaged, so its code can't be asked for. Open it first and go on with what can be read.")
        yield Problem(title=_(_CANT), sentence=nothing_changed(sentence))
        return
    except CodesignError as error:
        yield told(error, _(_CANT))
        return
    if not (yield _sure_empty() if empty else _sure(session)):
        return
    try:
        other = engine.delete(path).kept_for
        while other and not empty:  # no code was asked for what a copy of an empty one may hold
            other = engine.delete(other).kept_for
    except CodesignError as error:
        yield told(error, _(_CANT))


def _sure(session: Session) -> Sure:
    with in_region(session.setup.region):
        name = f"“{session.setup.title}”, {day(session.setup.day)}."
    in_box = session.in_box or 0
    lines = (
        name,
        *([many("{n} ballot is never counted.", "{n} ballots are never counted.", in_box)] if in_box else []),
        _("What goes: every answer and comment, the policy team's answer, its key and its code, and every copy in its folder."),
        _("Then no answer can be read in, and the next session and Our board have nothing of it."),
        _("What stays: papers and files that you wrote, and a mark without a name, so that nothing told is told twice."),
        _("It can't reach backups, a synced folder's history or unused parts of the disk. Only encryption protects those."),
    )
    return Sure(question=_("Delete this session for good?"), lines=lines, to_do_it=_(TO_DELETE_IT))


def _sure_empty() -> Sure:
    lines = (_("Its round was dropped, so there is no vote in it. Its files are removed for good."),)
    return Sure(question=_("Delete this empty session?"), lines=lines, to_do_it=_(TO_DELETE_IT))
