"""A record as bytes: canonical JSON with a checksum in front, which a plain `TinyDB(path)` opens."""

import hashlib
import json
from pathlib import Path
from typing import Any

from codesign.core.errors import CodesignError, Damaged
from codesign.store.newer import newer_words

Rows = dict[str, dict[str, Any]]
Tables = dict[str, Rows]

SCHEMA = 3
_OPENED = (1, 2, SCHEMA)
"""What is read. Every commit writes the newest. Of schema 1 a ballot was several rows, and is one since; a program that knows
only schema 2 would tell a vote on words that the group changed under the words that they first had."""
_BARE = 2
"""Up to this schema the checksum is of what follows the head alone."""
LEFT = "It was left as it is. To see what can be read of it, open it on the screens or use youth-codesign mend."


def pack(tables: Tables, schema: int = SCHEMA) -> bytes:
    """Canonical bytes: one text for one state, whatever the order of writing, with a checksum of all that follows it."""
    return Packer().pack(tables, schema)


class Packer:
    """Packs the states of one record, one after another. The text of a table that is still the same object is kept: TinyDB
    puts a new one in place of a table that it changes."""

    def __init__(self) -> None:
        self._texts: dict[str, tuple[Rows, str]] = {}

    def pack(self, tables: Tables, schema: int = SCHEMA) -> bytes:
        """As the function `pack`."""
        kept, self._texts = self._texts, {}
        for name, rows in tables.items():
            known, text = kept.get(name, (None, ""))
            self._texts[name] = rows, text if known is rows else _text({int(i): row for i, row in rows.items()})
        texts = {name: _evened(text) if rows and schema > 1 else text for name, (rows, text) in self._texts.items()}
        rest = (",".join(f"{_text(name)}:{texts[name]}" for name in sorted(tables)) + "}").encode("ascii")
        return _head(rest, schema) + rest


_text = json.JSONEncoder(separators=(",", ":"), sort_keys=True, allow_nan=False).encode  # numbers sort as numbers


def _evened(text: str) -> str:
    """The text of a table that has rows, with a blank in it: its first row, which brings no comma, makes the file longer by as
    much as each one after it."""
    return f"{{ {text[1:]}"


def schema_of(data: bytes) -> int:
    """The schema that stands at the head of bytes that `unpack` took."""
    return int(data[len(_head_start) :].split(b",", 1)[0])


_head_start = b'{"_integrity":{"1":{"schema":'


def _head(rest: bytes, schema: int = SCHEMA) -> bytes:
    salt = bytes([schema]) if schema > _BARE else b""  # else one bit makes an earlier schema of it, and nobody sees it
    digest = hashlib.blake2b(rest, digest_size=16, salt=salt).hexdigest()
    return f'{{"_integrity":{{"1":{{"schema":{schema},"sum":"{digest}"}}}},'.encode()


def unpack(data: bytes, path: Path) -> Tables:
    """The tables of a record's bytes, checked.

    Raises:
        Damaged: empty, torn, edited by hand, or not a record at all.
        CodesignError: written by a newer version of the program.
    """
    try:
        tables = json.loads(data, parse_constant=_no_number)
        schema = tables.pop("_integrity")["1"]["schema"]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise Damaged(f"{path} is not a record, or it is damaged. {LEFT}") from None
    if isinstance(schema, int) and schema > SCHEMA:
        raise CodesignError(newer_words(path))
    start = len(_head(b""))
    if schema not in _OPENED or data[:start] != _head(data[start:], schema):
        raise Damaged(f"{path} was changed outside this program, or it is damaged. {LEFT}")
    for rows in tables.values():
        if not isinstance(rows, dict) or not all(i.isascii() and i.isdigit() and isinstance(rows[i], dict) for i in rows):
            raise Damaged(f"{path} does not have the form of a record. {LEFT}")
    return dict(tables)


def must_begin_as_one(data: bytes, path: Path) -> None:
    """A short look at what may be anybody's file; raises as `unpack`."""
    if not begins_as_one(data):
        unpack(data, path)


def begins_as_one(data: bytes) -> bool:
    """Whether these bytes, or the first of them, may be those of a record."""
    return data.startswith(_head_start)


def _no_number(_name: str) -> None:
    raise ValueError("NaN and the infinite are no JSON")
