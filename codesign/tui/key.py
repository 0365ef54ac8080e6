"""One key of the table of keys, and those that many places have."""

from msgspec import Struct


class Key(Struct, frozen=True):
    """One key of a place."""

    keys: str
    """As Textual names them, parted by commas."""
    shown: str
    """As people read it."""
    words: str
    action: str
    bar: bool = True
    """Stands in the key bar; the rest stand in help."""
    spare: int = 0
    """Leaves the key bar where there is no room for all, the highest first, 0 never; it stands in help too."""
    short: int = 0
    """Stands there without its words before any key leaves the bar, the highest first, 0 never: its sign says enough."""


def letter(letter: str, words: str, action: str, *, bar: bool = True, spare: int = 0) -> Key:
    return Key(f"{letter.lower()},{letter.upper()}", letter.upper(), words, action, bar, spare)


def enter(words: str, action: str) -> Key:
    return Key("enter", "Enter", words, action)


BACK = Key("left", "←", "Back", "back", spare=2, short=3)
STOP = Key("0", "0", "Stop", "stop")
CANCEL = Key("escape", "Esc", "Back", "back")
DIGITS = Key("0", "0-9", "The three digits of your number", "answer", bar=False)
RUB_OUT = Key("backspace", "⌫", "Take a digit back", "rub_out", bar=False)
UP_DOWN = Key("up,down", "↑↓", "Choose", "choose", spare=2, short=3)
READ = (
    Key("down,pagedown,space", "↓", "More", "read_on", bar=False),
    Key("up,pageup", "↑", "Back up", "read_back", bar=False),
)
