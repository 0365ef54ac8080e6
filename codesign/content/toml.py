"""TOML as people write it by hand: values, and the line on which each table begins."""

import re
import tomllib
from copy import deepcopy
from functools import lru_cache
from pathlib import Path
from typing import Any

from codesign.core.errors import CodesignError
from codesign.core.text import clean
from codesign.intake.files import read_text

_LONGEST_ID = 40


def read_toml(path: Path, what: str) -> tuple[dict[str, Any], str]:
    """The values of a TOML file and its text.

    Raises:
        CodesignError: with the file, the line and what is wrong.
    """
    text = read_text(path, what)
    try:
        return deepcopy(_values(text)), text
    except tomllib.TOMLDecodeError as error:
        message, _, place = str(error).partition(" (at ")
        line = re.match(r"line (\d+)", place)
        where = f"line {line[1]}" if line else "at the end"
        mend = "Check the quotes, brackets and equals signs there."
        raise CodesignError(f"{path}, {where}: {message[:1].lower()}{message[1:]}. {mend}") from None
    except (RecursionError, ValueError):
        raise CodesignError(
            f"{path} is nested too deeply or holds a number that is too long. Start from a fresh copy."
        ) from None


@lru_cache(16)
def _values(text: str) -> dict[str, Any]:
    """Read once where a file is asked for again with the same in it, as the help lines are on every page that names them."""
    return tomllib.loads(text)


_TEXT_OR_COMMENT = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*",
    re.DOTALL,
)
"""Long texts (whose last letters may be quotes), one-line texts, comments."""


def table_lines(text: str, name: str) -> list[int]:
    """The line numbers of the `[[name]]` headers of a TOML text, in order; what stands in texts and comments is no header."""
    bare = _TEXT_OR_COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    return [n for n, line in enumerate(bare.split("\n"), 1) if re.match(rf"\s*\[\[\s*{name}\s*\]\]", line)]


def quoted(word: str) -> str:
    """A word of a plan file as an error says it: no longer than an id may be."""
    return f"“{clean(word, _LONGEST_ID)}{'…' if len(word) > _LONGEST_ID else ''}”"
