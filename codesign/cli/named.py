"""What people name instead of typing a path: a record by its day."""

import os
from pathlib import Path
from typing import Any

import click

from codesign.cli.common import PathType, places_of
from codesign.core.record_names import is_short_name


class _Record(PathType):
    """The path of a record, or its short name; a file of that name comes first."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        if ctx is None or not isinstance(value, str) or not is_short_name(value) or os.path.lexists(value):
            return super().convert(value, param, ctx)
        from codesign.store.shelf import named

        return named(value, places_of(ctx))


A_RECORD = _Record()
RECORD = click.argument("record", type=A_RECORD)
