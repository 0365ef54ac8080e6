"""The text under which the package is listed: README, with its pictures of a terminal told by their words, because an index
shows no picture by a relative path. The film is told by its title alone: the pictures below it show the same pages."""

import html
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


def for_an_index(readme: str, top: Path) -> str:
    """README with what is in its pictures as text; `top` is the folder in which they lie."""

    def told(match: re.Match[str]) -> str:
        words = words_of((top / match[2]).read_text("utf-8"))
        return f"{match[1]}:\n\n```text\n{words}\n```\n" if words else f"{match[1]}."

    return _PICTURE.sub(told, readme)


class Readme(MetadataHookInterface):
    """Asked by hatchling for what pyproject.toml calls dynamic."""

    def update(self, metadata: dict[str, object]) -> None:
        text = for_an_index((Path(self.root) / "README.md").read_text("utf-8"), Path(self.root))
        metadata["readme"] = {"content-type": "text/markdown", "text": text}
