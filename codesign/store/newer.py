"""Files that a newer version of this program wrote: said as that, because who hears “damaged” deletes them."""

from pathlib import Path

import msgspec


class _Head(msgspec.Struct):
    schema: int = 0


def is_newer(data: bytes, schema: int) -> bool:
    """Whether these bytes, of a file with a number of its form, bear a higher one than `schema`."""
    try:
        return msgspec.json.decode(data, type=_Head).schema > schema
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False


def newer_words(path: Path) -> str:
    """What happened, what was kept, what to do."""
    return (
        f"{path} was written by a newer version of this program. It was left as it is. Update the program on this "
        "laptop, or open it where the newer one is."
    )
