"""The text under which the package is listed: README, with its pictures as text where no address is known for them.

A package index shows no picture by a relative path. Where the files lie in public, README_ADDRESS says it (as
`https://…/v0.1.0`), and the pictures are taken from there; until then a picture of a terminal is told by its words.
"""

import html
import os
import re
from pathlib import Path

from hatchling.metadata.plugin.interface import MetadataHookInterface

_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+\.svg)\)")
_WORDS = re.compile(r'<text class="terminal-\d+-r\d+" x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</text>')
_CELL, _LINE = 12.2, 24.4
"""Width and height of a letter in such a picture."""


def words_of(picture: str) -> str:
    """What stands in a picture of a terminal, line by line."""
    lines: dict[int, str] = {}
    for x, y, text in _WORDS.findall(picture):
        at = round(float(y) / _LINE)
        lines[at] = lines.get(at, "").ljust(round(float(x) / _CELL)) + html.unescape(text).replace("\xa0", " ")
    shown = [lines.get(at, "").rstrip() for at in range(max(lines, default=0) + 1)]
    return "\n".join(shown).strip("\n")


def for_an_index(readme: str, top: Path, address: str) -> str:
    """README with pictures that show anywhere; `address` is where the project's files lie in public, or nothing."""

    def shown(match: re.Match[str]) -> str:
        if address:
            return f"![{match[1]}]({address.rstrip('/')}/{match[2]})"
        return f"{match[1]}:\n\n```text\n{words_of((top / match[2]).read_text('utf-8'))}\n```\n"

    return _PICTURE.sub(shown, readme)


class Readme(MetadataHookInterface):
    """Asked by hatchling for what pyproject.toml calls dynamic."""

    def update(self, metadata: dict[str, object]) -> None:
        readme = (Path(self.root) / "README.md").read_text("utf-8")
        text = for_an_index(readme, Path(self.root), os.environ.get("README_ADDRESS", ""))
        metadata["readme"] = {"content-type": "text/markdown", "text": text}
