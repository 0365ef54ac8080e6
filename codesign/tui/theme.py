"""Three themes of our own, each with every text pair at 4.5:1 or better (tests/tui/test_look.py measures them), and the same
three for terminals of 16 colours, where the nearest of the 16 to a soft colour can be unreadable on another such one."""

from functools import lru_cache

from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme


def _theme(
    name: str,
    *,
    dark: bool,
    ground: tuple[str, str, str],
    text: tuple[str, str],
    accent: tuple[str, str],
    chosen: tuple[str, str, str, str, str],
    alert: str,
    line: str,
    cover: tuple[str, str],
) -> Theme:
    background, surface, panel = ground
    foreground, muted = text
    return Theme(
        name=name,
        dark=dark,
        primary=accent[0],
        accent=accent[0],
        background=background,
        surface=surface,
        panel=panel,
        foreground=foreground,
        error=alert,
        variables={
            "muted": muted,
            "accent-text": accent[1],
            "chosen": chosen[0],
            "chosen-text": chosen[1],
            "mark": chosen[2],
            "chosen-key": chosen[3],
            "chosen-key-text": chosen[4],
            "alert": alert,
            "line": line,
            "cover": cover[0],
            "cover-text": cover[1],
            "input-cursor-background": foreground,
            "input-cursor-foreground": background,
            "input-selection-background": panel,
        },
    )


EVENING = _theme(
    "evening",
    dark=True,
    ground=("#1b1a1d", "#242328", "#343239"),
    text=("#efe9df", "#b3aca3"),
    accent=("#efb660", "#1b1409"),
    chosen=("#4a3818", "#fff3dc", "#ffd592", "#efb660", "#1b1409"),
    alert="#ff9f8c",
    line="#7a7581",
    cover=("#1c1c1c", "#b2b2b2"),
)
PAPER = _theme(
    "paper",
    dark=False,
    ground=("#f6f0e2", "#eee6d3", "#e2d7bf"),
    text=("#2b2621", "#5c5347"),
    accent=("#86450c", "#fff9ee"),
    chosen=("#f2d9ab", "#2b1a05", "#6b3305", "#86450c", "#fff9ee"),
    alert="#9c2a1d",
    line="#7a6f58",
    cover=("#eeeeee", "#4e4e4e"),
)
CONTRAST = _theme(
    "contrast",
    dark=True,
    ground=("#000000", "#000000", "#303030"),
    text=("#ffffff", "#e0e0e0"),
    accent=("#ffd75f", "#000000"),
    chosen=("#ffd75f", "#000000", "#000000", "#000000", "#ffffff"),
    alert="#ffaf87",
    line="#ffffff",
    cover=("#000000", "#d0d0d0"),
)
THEMES = (EVENING, PAPER, CONTRAST)

_BLACK, _RED, _BLUE, _GREY, _BRIGHT_RED, _YELLOW, _WHITE = (
    *("#000000", "#aa0000", "#0000aa", "#aaaaaa", "#ff5555", "#ffff55", "#ffffff"),
)
"""Those of the 16 that can be read on each other in the palettes of xterm and of Windows' old and new console. Written like
this, rich takes each for itself."""
_FIRST_BRIGHT = 8


def _dark_of_16(name: str, quiet: str) -> Theme:
    return _theme(
        name,
        dark=True,
        ground=(_BLACK, _BLACK, _BLUE),
        text=(_WHITE, quiet),
        accent=(_YELLOW, _BLACK),
        chosen=(_YELLOW, _BLACK, _BLACK, _BLACK, _WHITE),
        alert=_BRIGHT_RED,
        line=quiet,
        cover=(_BLACK, _GREY),
    )


_PAPER_OF_16 = _theme(
    "paper",
    dark=False,
    ground=(_WHITE, _WHITE, _GREY),
    text=(_BLACK, _BLACK),
    accent=(_BLUE, _WHITE),
    chosen=(_BLUE, _WHITE, _WHITE, _WHITE, _BLUE),
    alert=_RED,
    line=_BLACK,
    cover=(_WHITE, _BLACK),
)


def has_16(colours: str | None) -> bool:
    """Whether a terminal, by rich's name for its colours, has 16 of them."""
    return colours in ("standard", "windows")


def themes(colours: str | None) -> tuple[Theme, ...]:
    """The themes for a terminal's colours."""
    return (_dark_of_16("evening", _GREY), _PAPER_OF_16, _dark_of_16("contrast", _WHITE)) if has_16(colours) else THEMES


class NoBoldDarks(LineFilter):
    """Terminals of 16 colours draw a bold dark colour in its bright form: bold black comes out grey. So it is not bold."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [Segment(text, _not_bold(style), control) for text, style, control in segments]


class ConsoleSigns(LineFilter):
    """The usual fonts of the Linux console (512 letters) lack an open circle, box and lozenge, and would show one and the same
    stand-in for each."""

    _SIGNS = str.maketrans("○□◊▌⌫", "o·~│<")

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [Segment(text.translate(self._SIGNS), style, control) for text, style, control in segments]


def filters(colours: str | None, term: str) -> list[LineFilter]:
    """What a terminal needs that has these colours, by rich's name for them, and is of this kind (TERM)."""
    return [*([NoBoldDarks()] if has_16(colours) else []), *([ConsoleSigns()] if term == "linux" else [])]


@lru_cache(256)
def _not_bold(style: Style | None) -> Style | None:
    if style is None or not style.bold or style.color is None or style.color.is_default:
        return style
    number = style.color.downgrade(ColorSystem.STANDARD).number
    return style + Style(bold=False) if number is not None and number < _FIRST_BRIGHT else style


def next_theme(name: str) -> str:
    names = [theme.name for theme in THEMES]
    return names[(names.index(name) + 1) % len(names)]
