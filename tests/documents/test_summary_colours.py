"""Colours of the documents for a browser: every pair can be read, in light, in dark and in print."""

import re
from itertools import product

import pytest

from codesign.documents.web.page import TEMPLATES
from codesign.documents.word.bars import REST
from codesign.documents.word.looks import ACCENT

CSS = {file.name: re.sub(r"/\*.*?\*/", "", file.read_text("utf-8"), flags=re.DOTALL) for file in TEMPLATES.glob("*.css")}
LIGHT, DARK = (
    dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", block))
    for block in re.findall(r":root \{(.*?)\}", CSS["page.css"], re.DOTALL)[:2]
)
INKS, PAPERS, DRAWN = ("ink", "muted", "accent"), ("paper", "panel"), ("bar",)
FILLED = ("rest",)
"""Of a bar that does not lead: it has the edge of one that does."""


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_ink_can_be_read_on_every_paper(colours: dict[str, str]) -> None:
    assert set(colours) == {*INKS, *PAPERS, *DRAWN, *FILLED, "line"}
    for ink, paper in product((*INKS, *DRAWN), PAPERS):
        assert contrast(colours[ink], colours[paper]) >= 4.5, (ink, paper)


@pytest.mark.parametrize("name", CSS)
def test_no_colour_stands_outside_the_two_sets_and_each_is_used_as_what_it_is(name: str) -> None:
    rules = re.sub(r":root \{.*?\}", "", CSS[name], flags=re.DOTALL)
    assert not re.search(r"#[0-9a-f]{3,8}\b|rgb|hsl|opacity|filter", rules)
    for prop, value in re.findall(r"(?m)^\s*([\w-]*color|background|fill|stroke): (.+);", rules):
        allowed = {"color": INKS, "background": PAPERS}.get(prop, (*INKS, *PAPERS, *DRAWN, *FILLED, "line"))
        assert value in {f"var(--{c})" for c in allowed} | {"inherit", "none"}, f"{prop}: {value}"


def test_a_bar_that_leads_differs_from_the_others_in_grey_too() -> None:
    assert contrast(f"#{ACCENT}", f"#{REST}") >= 2.5
    for one in (LIGHT, DARK):
        assert contrast(one["bar"], one["rest"]) >= 3
    assert contrast(f"#{REST}", "#ffffff") >= 2.5
