"""The memory of what left, as bytes: in the data folder, and in a file that carries it to another laptop."""

import re
import secrets

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from codesign.core.pool import BLOCK

SCHEMA = 3
"""One more whenever other sessions of a block are added up together (`pool_audit.SESSIONS`): of earlier blocks no sum is shown,
which minus the earlier one would be that of a few sessions."""
_OPENED = (1, 2, SCHEMA)
"""What is read: of schema 1 there are only pools."""
_NAME, _SEALED = re.compile(r"[0-9a-f]{24}"), re.compile(r"[A-Za-z0-9+/=_-]+")


def new_name() -> str:
    """Of a file for another laptop, drawn: so none is taken for another one, whatever it is called and however it is copied."""
    return secrets.token_hex(12)


class Whole(Struct, frozen=True, kw_only=True):
    """All of it, as it is written; earlier versions wrote less."""

    schema: int = SCHEMA
    together: list[list[str]]
    told: dict[str, str] = {}
    sources: dict[str, str] = {}
    known: list[str] = []
    """Where earlier versions wrote none: what they told, they told first."""
    audited: list[list[str]] = []
    """Those of `together` of which only sums were told that are audited as now."""
    file: str = ""
    """Its name, where it was written for another laptop."""
    wrote: list[str] = []
    """Names of the files that this laptop wrote for others. It stays here."""
    taken: list[str] = []
    """Names of the files that were taken in, here or where files came from."""

    @property
    def data(self) -> bytes:
        return msgspec.json.encode(self, order="sorted")

    @classmethod
    def of(cls, data: bytes) -> "Whole":
        """Raises ValueError where the bytes are none."""
        try:
            found, there = msgspec.json.decode(data, type=cls), msgspec.json.decode(data, type=dict[str, msgspec.Raw])
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            raise ValueError("no memory of pools") from None
        if found.schema not in _OPENED or (found.schema > 1 and not {"schema", "told", "sources"} <= {*there}):
            raise ValueError("another form")
        known = found.known if "known" in there else [*found.told]
        return replace(found, schema=SCHEMA, known=known, audited=found.audited if found.schema == SCHEMA else [])

    @classmethod
    def of_another(cls, data: bytes) -> "Whole":
        """From a file that somebody brought: it was written to be brought, and each part has the form that this program gives
        it. Raises ValueError."""
        found = cls.of(data)
        blocks = [*found.together, *found.audited]
        names = [found.file, *found.taken, *found.told, *found.sources.values(), *found.known]
        sealed = [one for of in found.told.values() for one in of.split(" ")]
        if not all(map(_NAME.fullmatch, [*names, *(name for of in blocks for name in of)])):
            raise ValueError("names of another form, or none of its own")
        if not all(map(_SEALED.fullmatch, sealed)):
            raise ValueError("seals of another form")
        if max(map(len, found.audited), default=0) > BLOCK:
            raise ValueError("more sessions in a block than this program puts there")
        return found
