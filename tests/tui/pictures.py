"""Pictures of screens for README, still and moving. `UPDATE_GOLDEN=1` keeps these instead of comparing them."""

import html
import os
import re
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate, groupby
from pathlib import Path
from typing import NamedTuple

from kit import Stage
from rich.segment import Segment
from rich.style import Style

GOLDEN = Path(__file__).parent.parent / "golden"
_CELL, _LINE, _SIZE, _EDGE, _BAR = 12.2, 24.4, 20, 12, 44
"""Width and height of a letter, as in the still ones; its size; the rim around a screen, and the bar above it."""


def same_as_golden(path: Path, text: str) -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text("utf-8")


def still(stage: Stage) -> str:
    """The screen as it stands, as SVG."""
    picture = re.sub(r"terminal-\d+", "terminal-0", stage.app.export_screenshot(title="group notes"))
    return re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)  # fonts from the network


class Frame(NamedTuple):
    """A screen, what is said above it, and for how many seconds both stand."""

    rows: list[list[Segment]]
    said: str
    seconds: float


def film(frames: list[Frame], *, without_motion: int) -> str:
    """The frames as one SVG that begins again after the last: a strip, moved on frame by frame. Rows that come again are drawn
    from one. `without_motion`: the frame that stands still for whoever asked their system for less motion."""
    width = sum(s.cell_length for s in frames[0].rows[0]) * _CELL + 2 * _EDGE
    height = len(frames[0].rows) * _LINE + _BAR + _EDGE
    ground = Counter(_looks(s)[1] for row in frames[0].rows for s in row).most_common(1)[0][0]
    known: dict[str, str] = {}
    strip = []
    for number, frame in enumerate(frames):
        strip += [f'<g transform="translate(0 {number * height:g})">', f'<text class="said" x="{width / 2:g}" y="29">']
        strip += [html.escape(frame.said), "</text>"]
        for y, row in enumerate(frame.rows):
            if drawn := _row(row, ground):
                name = known.setdefault(drawn, f"r{len(known)}")
                strip.append(f'<use href="#{name}" x="{_EDGE}" y="{_BAR + y * _LINE:g}"/>')
        strip.append("</g>")
    total = sum(frame.seconds for frame in frames)
    begins = [0.0, *accumulate(frame.seconds for frame in frames)]
    moves = [f"{100 * at / total:.2f}%{{transform:translateY({-n * height:g}px)}}" for n, at in enumerate(begins[:-1])]
    rows = [f'<g id="{name}">{drawn}</g>' for drawn, name in known.items()]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}">',
            "<style>",
            f"text{{font:{_SIZE}px 'Fira Code',monospace;white-space:pre}}.b{{font-weight:bold}}",
            ".said{font:bold 18px arial,sans-serif;text-anchor:middle;fill:#fff3dc}",
            f".strip{{animation:film {total:g}s step-end infinite}}",
            f"@keyframes film{{{''.join(moves)}}}",
            "@media(prefers-reduced-motion:reduce){",
            f".strip{{animation:none;transform:translateY({-without_motion * height:g}px)}}}}",
            "</style>",
            f"<defs>{''.join(rows)}</defs>",
            f'<rect width="{width:g}" height="{height:g}" rx="8" fill="{ground}"/>',
            f'<svg width="{width:g}" height="{height:g}"><g class="strip">{"".join(strip)}</g></svg>',
            "</svg>\n",
        ]
    )


def _looks(segment: Segment) -> tuple[str, str, bool]:
    """Colour of the letters and of their ground, and whether they are bold."""
    style = segment.style or Style()
    letters, ground = (c.get_truecolor().hex if c else "#000000" for c in (style.color, style.bgcolor))
    return (ground, letters, bool(style.bold)) if style.reverse else (letters, ground, bool(style.bold))


def _row(row: Iterable[Segment], ground: str) -> str:
    """A line of a screen: what lies under its letters where it isn't the ground of all, then the letters."""
    under, letters, at = [], [], 0
    for (colour, below, bold), same in groupby(row, _looks):
        text = "".join(segment.text for segment in same)
        if below != ground:
            under.append(f'<rect x="{at * _CELL:g}" width="{len(text) * _CELL:g}" height="{_LINE + 0.25}" fill="{below}"/>')
        if words := text.strip():
            x, long = (at + len(text) - len(text.lstrip())) * _CELL, len(words) * _CELL
            thick = ' class="b"' if bold else ""
            begin = f'<text{thick} fill="{colour}" x="{x:g}" y="18.5" textLength="{long:g}">'
            letters.append(f"{begin}{html.escape(words)}</text>")
        at += len(text)
    return "".join([*under, *letters])
