"""The one table of keys: bindings, key bars, help and the README's key table are made from it.

Letters belong to options and quick picks on a card, so a card's own keys are signs and function keys. Where a letter is a
key, both its cases are.
"""

from msgspec import Struct
from textual.binding import Binding, BindingType
from textual.events import Key as Pressed

from codesign.words import _


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


def _letter(letter: str, words: str, action: str, *, bar: bool = True, spare: int = 0) -> Key:
    return Key(f"{letter.lower()},{letter.upper()}", letter.upper(), words, action, bar, spare)


def _enter(words: str, action: str) -> Key:
    return Key("enter", "Enter", words, action)


_BACK = Key("left", "←", "Back", "back", spare=2, short=3)
_STOP = Key("0", "0", "Stop", "stop")
_CANCEL = Key("escape", "Esc", "Back", "back")
_DONE = Key("escape", "Esc", "Done", "back")
_DIGITS = Key("0", "0-9", "The three digits of your number", "answer", bar=False)
_RUB_OUT = Key("backspace", "⌫", "Take a digit back", "rub_out", bar=False)
_UP_DOWN = Key("up,down", "↑↓", "Choose", "choose", spare=2, short=3)
_MARK = Key("enter,space", "Enter", "Mark", "open")
_PART = Key("tab", "Tab", "Next part", "choose", spare=1, short=2)
_READ = (
    Key("down,pagedown,space", "↓", "More", "read_on", bar=False),
    Key("up,pageup", "↑", "Back up", "read_back", bar=False),
)
_NEXT_OR_BACK = _letter("N", "Next", "next"), Key("escape", "Esc", "Back", "back", short=2)
LANGUAGE = Key("f4", "F4", "Español", "language", spare=1, short=2)
"""On every page that youth or the room see; the catalogue turns its word round, to the way back."""
EVERYWHERE = (
    Key("f9,ctrl+g", "F9", "Hide the screen", "hide", bar=False),
    Key("f2,ctrl+l", "F2", "Support", "support", bar=False),
    Key("f1,ctrl+o", "F1", "Help, and who will see this", "help", bar=False),
    LANGUAGE,
)
_TALK = (
    Key("enter", "Enter", "One by one", "cards", short=5),
    _letter("R", "Result", "go_on"),
    _letter("V", "Again", "vote"),
    _letter("C", "Comments", "comments", spare=3),
    *_READ,
    Key("escape", "Esc", "Home", "back", spare=2),
)


def _list(words: str) -> tuple[Key, ...]:
    return _UP_DOWN, _enter(words, "open"), _CANCEL


def _line(words: str, action: str = "keep") -> tuple[Key, ...]:
    return _enter(words, action), _CANCEL


PLACES: dict[str, tuple[Key, ...]] = {
    "hand-over": (
        _enter("Start my turn", "start"),
        _letter("F", "Facilitator", "facilitator"),
        _letter("T", "Colors", "colours", bar=False),
    ),
    "before": (_enter("Go on", "go_on"), _STOP),
    "card": (
        Key("enter", "Enter", "Next", "next", short=1),
        _BACK,
        Key("question_mark", "?", "More", "more", short=4),
        _STOP,
        _letter("W", "Write", "write"),
        Key("tab", "Tab", "Write", "tab", bar=False),
        _letter("P", "Picks", "picks"),
        _letter("L", "Learn: one minute on this topic, where there is one", "learn", bar=False),
        _letter("X", "Take a number or an address out of the line", "take_out", bar=False),
        Key("escape", "Esc", "Leave the line", "leave_line", bar=False),
        Key("1,2,3", "1 2 3", "Works, could work if, doesn't work", "answer", bar=False),
        Key("4", "4", "Skip, on every card", "answer", bar=False),
        Key("5", "5", "I don't get this one, on every card", "answer", bar=False),
        Key("a", "A-F", "The options of a choice or a pair", "answer", bar=False),
        Key("a", "a-h", "Quick picks, beside 1, 2 and 3", "answer", bar=False),
        Key("up,down", "↑↓", "Move, then Enter to choose", "answer", bar=False),
        Key("pagedown", "PgDn", "Read on, where there is more", "read_on", bar=False),
    ),
    "picks": (Key("a", "a-h", "Pick", "answer"), _letter("W", "Write", "write"), _enter("To the card", "next")),
    "writing": (
        _enter("Done typing", "done_typing"),
        Key("tab", "Tab", "Move", "move"),
        Key("up,down", "↑↓", "Move in what you wrote", "move", bar=False),
    ),
    "quote": (_letter("N", "No", "no"), _letter("Y", "Yes", "yes")),
    "details": (_letter("X", "Take it out", "take_out"), _enter("Leave it in", "no")),
    "note": (_enter("Do it", "go_on"), Key("4", "4", "Skip it", "skip"), _BACK, Key("0", "0", "Break", "stop")),
    "end": (_enter("Put in", "done"), _letter("I", "Idea", "idea"), _BACK, _STOP),
    "idea": (
        _enter("Done typing", "done_typing"),
        Key("escape", "Esc", "Back", "back"),
        _letter("X", "Take a number or an address out of the line", "take_out", bar=False),
    ),
    "stop": (
        Key("1", "1", "Keep", "keep"),
        Key("2", "2", "Throw away", "throw"),
        Key("3", "3", "Break", "break"),
        Key("4,escape", "4", "Go on", "back", spare=2),
    ),
    "throw": (_letter("Y", "Yes, throw away", "throw"), Key("n,N,escape", "N", "No, go back", "back")),
    "break-number": (_enter("Cover my cards", "done"), _DIGITS, _RUB_OUT, _CANCEL),
    "break": (_enter("Open", "done"), _DIGITS, _RUB_OUT, _letter("F", "Facilitator", "facilitator")),
    "locked": (_letter("F", "Facilitator", "facilitator"),),
    "stop-nothing": (
        Key("1", "1", "Stop", "throw"),
        Key("2,4,escape", "2", "Go on", "back"),
        Key("3", "3", "Break", "break"),
    ),
    "not-saved": (_letter("R", "Save again", "again"), _letter("F", "Facilitator", "facilitator")),
    "support": (_CANCEL, Key("0", "0", "Take a break", "stop")),
    "help": (_CANCEL,),
    "more": (_CANCEL, _letter("L", "Learn", "learn")),
    "learn-about": (_CANCEL,),
    "saving": (),
    "home": (_UP_DOWN, _enter("Open", "open"), _letter("T", "Colors", "colours"), _letter("Q", "Quit", "quit")),
    "records": (_UP_DOWN, _enter("Open", "open"), _letter("D", "Delete", "act('delete')"), _CANCEL),
    "set-up": (
        Key("tab", "Tab", "Next", "next_line", short=1),
        Key("shift+tab", "Shift+Tab", "The line before", "line_before", bar=False),
        Key("up,down", "↑↓", "Change a day, a number or a choice", "change", bar=False),
        Key("ctrl+r", "Ctrl+R", "Cards", "cards"),
        Key("ctrl+s", "Ctrl+S", "Start", "begin"),
        Key("escape", "Esc", "Back", "back", short=2),
    ),
    "typed-card": (
        Key("1", "1-5", "The number that is crossed", "answer", bar=False),
        Key("a", "A-F", "The letter that is crossed, or two of them", "answer", bar=False),
        _letter("N", "Nothing", "nothing"),
        _letter("W", "Words", "words"),
        Key("backspace,u,U", "U", "Undo", "undo"),
        Key("pagedown", "PgDn", "Read on, where there is more", "read_on", bar=False),
        Key("escape", "Esc", "Stack", "stack"),
    ),
    "four-words": (_letter("Y", "I wrote them down", "go_on"),),
    "sure": (_letter("Y", "Yes", "yes"), _letter("N", "No, go back", "back")),
    "yes-or-no": (_letter("Y", "Yes", "yes"), _letter("N", "No", "back")),
    "before-they-come": (
        *_READ,
        _enter("Go on", "go_on"),
        _letter("C", "Cards", "cards"),
        Key("p,P", "P", "Print", "print", short=1),
        Key("escape", "Esc", "Back", "back", short=2),
    ),
    "which-cards": (
        Key("up,down", "↑↓", "Choose", "choose", spare=2, short=3),
        _enter("Look", "open"),
        _letter("X", "Out", "act('out')"),
        _letter("U", "Up", "act('up')"),
        _letter("D", "Down", "act('down')"),
        _letter("T", "Today", "act('today')", spare=3),
        _letter("C", "Change", "act('change')", spare=4),
        Key("escape", "Esc", "Back", "back", spare=1, short=2),
    ),
    **dict.fromkeys(
        ("look", "learn-card", "board-part"),
        (*_READ, _enter("Next", "go_on"), _BACK, Key("escape", "Esc", "The list", "home", spare=2)),
    ),
    "welcome": (*_READ, _enter("Go on", "go_on"), _letter("E", "Change", "edit"), _CANCEL),
    "practice": (_enter("Try it", "start"), _letter("D", "Done", "back")),
    "talk-card": (
        *_READ,
        _enter("Next", "go_on"),
        _BACK,
        _letter("W", "Write", "edit"),
        _letter("N", "New words", "reword"),
        Key("escape", "Esc", "All cards", "home", spare=2),
    ),
    "together": (
        *_READ,
        Key("enter", "Enter", "Next rule", "go_on", short=1),
        _BACK,
        Key("w,W", "W", "Write", "edit", short=2),
        _letter("O", "OK by all", "agree"),
        _letter("N", "Not agreed", "not_agreed"),
        _letter("S", "Skip it", "skip", spare=1),
        Key("escape", "Esc", "List", "home", spare=2),
    ),
    "right": (*_READ, _enter("Go on", "go_on"), _letter("E", "Add", "edit"), _CANCEL),
    "talk": _TALK,
    "talk-last": tuple(key for key in _TALK if key.action != "vote"),
    "again": (_UP_DOWN, _enter("Mark", "open"), _letter("S", "Start", "start"), _CANCEL),
    "result": (
        *_READ,
        _enter("Go on", "go_on"),
        _letter("A", "The team's answer", "answers", spare=3),
        Key("escape", "Esc", "Home", "back"),
    ),
    "review": (
        _letter("Q", "Quote", "quote"),
        _letter("T", "Theme", "theme"),
        _letter("K", "Keep back", "keep_back"),
        Key("down", "↓", "Next one", "on", bar=False),
        Key("up", "↑", "One before", "up", bar=False),
        Key("pagedown", "PgDn", "Read on, where there is more", "read_on", bar=False),
        _enter("Done", "go_on"),
        Key("escape", "Esc", "Back", "back", bar=False),
    ),
    "written": (_enter("Home", "home"),),
    "problem": (_enter("Go on", "go_on"),),
    # Lists to choose from
    "near-here": (_UP_DOWN, _enter("Open", "open"), _letter("X", "Out", "act('out')"), _CANCEL),
    "bank": (_UP_DOWN, _MARK, _letter("L", "Look", "act('look')"), _PART, _DONE),
    "marks": (_UP_DOWN, _MARK, _DONE),
    "own-rule": (_UP_DOWN, _enter("Change", "open"), _DONE),
    "policy-sentence": (_UP_DOWN, _enter("Choose", "open"), Key("escape", "Esc", "One before", "back")),
    "plan-marks": (_UP_DOWN, _enter("Mark", "open"), *_NEXT_OR_BACK),
    "plan-fields": (_UP_DOWN, _enter("Write", "open"), *_NEXT_OR_BACK),
    "plans": _list("Take this plan"),
    "policy-partner": _list("Take it"),
    "near-tried": _list("Mark"),
    **dict.fromkeys(("plans-desk", "learn", "board"), _list("Open")),
    **dict.fromkeys(("agreements", "plan-head"), _list("Change")),
    **dict.fromkeys(("step", "session", "together-steps"), (_UP_DOWN, _enter("Choose", "open"))),
    **dict.fromkeys(("answer", "promised", "stack", "small-group", "reason", "rules-now"), _list("Choose")),
    **dict.fromkeys(("plan-desk", "one-of", "plan-choice", "policy-others", "policy-end"), _list("Choose")),
    # Lines to write
    "rule-now": (_enter("Next", "keep"), Key("escape", "Esc", "Skip the rest", "back")),
    "code": _line("Go on", "go_on"),
    "new-words": _line("Keep the words"),
    "theme": _line("Keep the theme"),
    "folder": _line("Write", "write"),
    "policy-file": _line("Read it", "write"),
    "policy-title": _line("Save", "write"),
    **dict.fromkeys(("file", "plan-file"), _line("Read the file", "write")),
    **dict.fromkeys(("heard", "paper-words", "rule-today", "own-words"), _line("Keep the line")),
    **dict.fromkeys(("typed-answer", "plan-line", "plan-day", "policy-good", "near-line"), _line("Next")),
    # Pages to read
    "policy-pair": (
        *_READ,
        _enter("Keep it", "go_on"),
        _letter("O", "Another rule", "edit"),
        Key("escape", "Esc", "Back", "back", short=2),
    ),
    **dict.fromkeys(("last-time", "our-rules", "brought", "files-written"), (*_READ, _enter("Go on", "go_on"))),
    **dict.fromkeys(("agreed", "next", "policy-questions"), (*_READ, *_line("Go on", "go_on"))),
}
"""Place -> its keys, in the order of the key bar."""


def bindings(place: str) -> list[BindingType]:
    """Textual's bindings for a place; keys that a widget of it handles itself are only told, not bound."""
    by_widgets = {"answer", "change", "choose", "move"}
    return [
        Binding(key.keys, key.action, key.words, show=False, id=f"{place}.{key.action}")
        for key in PLACES[place]
        if key.action not in by_widgets
    ]


def typed(event: Pressed) -> str:
    """The character that a key stands for. None where Alt or Ctrl was held, although a terminal sends the letter along."""
    return "" if "+" in event.key else event.character or ""


def everywhere() -> list[BindingType]:
    """Keys that work over every page, dialog and text field."""
    return [Binding(k.keys, k.action, k.words, show=False, priority=True, id=f"app.{k.action}") for k in EVERYWHERE]


def works_everywhere(pressed: str) -> bool:
    """Whether a key, as Textual names it, is one of `everywhere`; with Shift, Ctrl or Alt too."""
    names = {name for key in EVERYWHERE for name in key.keys.split(",")}
    return pressed in names or pressed.rsplit("+", 1)[-1] in names


def told(place: str, *, speaks: bool) -> list[tuple[str, str]]:
    """Every key of a place with its words, for help; the key of the language where the place `speaks` more than one."""
    keys = (*PLACES[place], *EVERYWHERE)
    return [(key.shown, _(key.words)) for key in keys if speaks or key is not LANGUAGE]
