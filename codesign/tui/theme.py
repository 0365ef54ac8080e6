"""Three themes of our own, each with every text pair at 4.5:1 or better (tests/tui/test_look.py measures them)."""

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


def next_theme(name: str) -> str:
    names = [theme.name for theme in THEMES]
    return names[(names.index(name) + 1) % len(names)]
