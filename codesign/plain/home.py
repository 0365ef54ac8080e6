"""The way in and out of plain mode: what was on the screen is gone when the program ends."""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from codesign import crash
from codesign.core.errors import CodesignError
from codesign.core.plan import Plan
from codesign.course.around import Around
from codesign.course.common_pages import nothing_changed
from codesign.course.home import Home, StartDemo
from codesign.course.shared_words import ALL_ARE_SAFE, ONE_IS_GONE
from codesign.plain.console import Console, Left
from codesign.plain.show import Show
from codesign.words import N_, OWN, _, use

if TYPE_CHECKING:
    from codesign.engine import Engine

_RECORDED = N_(
    "What is printed here goes to a file or another program, and would stay there. It opens made-up sessions only. For a real "
    "one print to the terminal itself."
)
_UNTRIED = N_(
    "Plain mode was never tried on Windows, so nobody knows what stays on the screen for the next person. It opens made-up "
    "sessions only. For a real one use the screens, or Linux or macOS."
)


def run(
    console: Console,
    engine: "Engine",
    start_demo: StartDemo,
    *,
    plan: Plan | None = None,
    record: Path | None = None,
    demo: bool = False,
    new: str = "",
) -> int:
    """Plain mode until somebody leaves it: a session from this plan or record or the desk of a `new` plan, if any, then home.
    The exit code: 1 after a defect, 128 + signal where that ended it.

    Raises:
        CodesignError: there is a plan, and no real session may be held here.
    """
    refused = _(_RECORDED) if console.is_recorded else "" if console.is_tried else _(_UNTRIED)
    if refused and plan:
        raise CodesignError(nothing_changed(refused))
    around = Around(engine)
    home = Home(engine, around, start_demo, in_lines=True, refused=refused)
    defect = ""
    with console.guarded():
        try:
            Show(console, around).run(home.run(plan=plan, record=record, demo=demo, new=new))
        except Left:
            pass  # as somebody who goes home: what is told then is told below
        except Exception as error:
            defect = crash.told(error)
        finally:
            use(OWN)
        with contextlib.suppress(OSError):  # the window may be closed
            console.clear()
            if home.lost:
                console.say(_(ONE_IS_GONE))
            console.say(defect or _(ALL_ARE_SAFE))
    return 1 if defect else 128 + console.ended_by if console.ended_by else 0
