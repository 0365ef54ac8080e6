"""What people name instead of typing a path: a plan by its name, a record by its day. Both are offered by a shell's Tab."""

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from codesign.cli.common import PathType, places_of
from codesign.core.errors import CodesignError
from codesign.core.record_names import LAST, is_short_name


class _Record(PathType):
    """The path of a record, or its short name; a file of that name comes first."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        if ctx is None or not isinstance(value, str) or not is_short_name(value) or os.path.lexists(value):
            return super().convert(value, param, ctx)
        from codesign.store.shelf import named

        return named(value, places_of(ctx))

    def shell_complete(self, ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        return _offered(_record_names(ctx), incomplete)


class _Plan(click.types.StringParamType):
    """The name of a plan, or its path; whoever takes it finds the plan."""

    def __init__(self, *, or_record: bool = False) -> None:
        self._or_record = or_record

    def shell_complete(self, ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        return _offered([*_plan_names(ctx), *(_record_names(ctx) if self._or_record else ())], incomplete)


A_RECORD, A_PLAN = _Record(), _Plan()
RECORD, PLAN = click.argument("record", type=A_RECORD), click.argument("plan", type=A_PLAN)
PLAN_OR_RECORD = click.argument("of", metavar="PLAN|RECORD", type=_Plan(or_record=True))


def _offered(names: Sequence[str], incomplete: str) -> list[CompletionItem]:
    """The names that begin so; where none does, a file is being typed."""
    fitting = [CompletionItem(name) for name in names if name.startswith(incomplete)]
    return fitting or [CompletionItem(incomplete, type="file")]


def _record_names(ctx: click.Context) -> list[str]:
    from codesign.store.shelf import all_found, names_of

    with contextlib.suppress(CodesignError, OSError):  # Tab stays silent; the command itself says what is wrong
        names = list(names_of(all_found(places_of(ctx))).values())
        return [*names, LAST] if names else []
    return []


def _plan_names(ctx: click.Context) -> list[str]:
    from codesign.content.plans import plan_files

    with contextlib.suppress(CodesignError, OSError):
        return list(plan_files(places_of(ctx).data))
    return []
