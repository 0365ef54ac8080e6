"""The rows that stand in the bytes of a record, whether or not these are JSON as a whole."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from codesign.store.record_bytes import Tables

_NAMES = ("box", "cards", "comments", "decisions", "meta", "rounds", "tally")
_TABLE = re.compile(rf'"({"|".join(_NAMES)})":\s*(?={{)')
_ROW = re.compile(r'"([0-9]{1,16})":\s*(?={)')


def tables_in(data: bytes) -> Tables:
    """The tables and rows that stand in the bytes, whether or not these are JSON as a whole."""
    text = data.decode("utf-8", "replace")
    found: Tables = {}
    starts = list(_TABLE.finditer(text))
    for start, after in zip(starts, [*starts[1:], None], strict=False):
        rows = _rows(text[start.end() : after.start() if after else len(text)])
        found.setdefault(start[1], {}).update(rows)
    return found


def _rows(text: str) -> Mapping[str, Any]:
    decode: Callable[[str, int], tuple[Any, int]] = json.JSONDecoder().raw_decode
    rows, at = {}, 0
    while row := _ROW.search(text, at):
        try:
            rows[row[1]], at = decode(text, row.end())
        except (ValueError, RecursionError):
            at = row.end()
    return rows
