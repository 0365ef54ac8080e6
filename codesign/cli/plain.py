"""Plain mode in a terminal or a pipe: numbered lines on stdin and stdout."""

from pathlib import Path

from codesign.cli.common import leave_no_log
from codesign.cli.demos import Demos
from codesign.engine import Engine


def run_plain(engine: Engine, *, plan: str | None = None, record: Path | None = None, new: str = "") -> None:
    from codesign.plain import console, home
    from codesign.store.throwaway import throw_away_left_behind

    leave_no_log()
    throw_away_left_behind()
    if record:
        engine.open(record).leave()  # one that can't be opened is refused here, not on a page that a script would not read
    demos = Demos(engine, None)
    try:
        of = engine.plan(plan) if plan else None
        code = home.run(console.usual(), engine, demos.start, plan=of, record=record, new=new)
    finally:
        demos.throw_away()
    if code:
        raise SystemExit(code)
