"""The one table of keys: bindings, key bars, help and the README's key table are made from it.

Letters belong to options and quick picks on a card, so a card's own keys are signs and function keys. Where a letter is a
key, both its cases are.
"""

from textual.binding import Binding, BindingType
from textual.events import Key as Pressed

from codesign.tui.board_keys import BOARD_PLACES
from codesign.tui.key import BACK as _BACK
from codesign.tui.key import CANCEL as _CANCEL
from codesign.tui.key import DIGITS as _DIGITS
from codesign.tui.key import READ as _READ
from codesign.tui.key import RUB_OUT as _RUB_OUT
from codesign.tui.key import STOP as _STOP
from codesign.tui.key import UP_DOWN as _UP_DOWN
from codesign.tui.key import Key as Key
from codesign.tui.key import enter as _enter
from codesign.tui.key import letter as _letter
from codesign.tui.plan_keys import PLAN_PLACES
from codesign.words import _

_NEXT_OR_BACK = _letter("N", "Next", "next"), Key("escape", "Esc", "Back", "back", short=2)
LANGUAGE = Key("f4", "F4", "Español", "language", spare=1, short=2)
"""On every page that youth or the room see; the catalogue turns its word round, to the way back."""
EVERYWHERE = (
    Key("f9,ctrl+g", "F9", "Hide the screen", "hide", bar=False),
    Key("f2,ctrl+l", "F2", "Support", "support", bar=False),
    Key("f1,ctrl+o", "F1", "Help, and who will see this", "help", bar=False),
    LANGUAGE,
)
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
    "quote": (
        _letter("N", "No", "no"),
        _letter("Y", "Yes", "yes"),
    ),
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
    "plans": (_UP_DOWN, _enter("Take this plan", "open"), _CANCEL),
    "plans-desk": (_UP_DOWN, _enter("Open", "open"), _CANCEL),
    "records": (_UP_DOWN, _enter("Open", "open"), _letter("D", "Delete", "act('delete')"), _CANCEL),
    "set-up": (
        Key("tab", "Tab", "Next", "next_line", short=1),
        Key("shift+tab", "Shift+Tab", "The line before", "line_before", bar=False),
        Key("up,down", "↑↓", "Change a day, a number or a choice", "change", bar=False),
        Key("ctrl+r", "Ctrl+R", "Cards", "cards"),
        Key("ctrl+s", "Ctrl+S", "Start", "begin"),
        Key("escape", "Esc", "Back", "back", short=2),
    ),
    "code": (_enter("Go on", "go_on"), _CANCEL),
    "session": (_UP_DOWN, _enter("Choose", "open")),
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
    "step": (_UP_DOWN, _enter("Choose", "open")),
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
    "learn": (_UP_DOWN, _enter("Open", "open"), _CANCEL),
    "agreements": (_UP_DOWN, _enter("Change", "open"), _CANCEL),
    "heard": (_enter("Keep the line", "keep"), _CANCEL),
    "new-words": (_enter("Keep the words", "keep"), _CANCEL),
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
    "agreed": (*_READ, _enter("Go on", "go_on"), _CANCEL),
    "next": (*_READ, _enter("Go on", "go_on"), _CANCEL),
    "talk": (
        Key("enter", "Enter", "One by one", "cards", short=5),
        _letter("R", "Result", "go_on"),
        _letter("V", "Again", "vote"),
        _letter("C", "Comments", "comments", spare=3),
        *_READ,
        Key("escape", "Esc", "Home", "back", spare=2),
    ),
    "talk-last": (
        Key("enter", "Enter", "One by one", "cards", short=5),
        _letter("R", "Result", "go_on"),
        _letter("C", "Comments", "comments", spare=3),
        *_READ,
        Key("escape", "Esc", "Home", "back", spare=2),
    ),
    "again": (
        _UP_DOWN,
        Key("enter", "Enter", "Mark", "open"),
        _letter("S", "Start", "start"),
        _CANCEL,
    ),
    "result": (
        *_READ,
        _enter("Go on", "go_on"),
        _letter("A", "The team's answer", "answers", spare=3),
        Key("escape", "Esc", "Home", "back"),
    ),
    "last-time": (
        *_READ,
        _enter("Go on", "go_on"),
    ),
    "our-rules": (
        *_READ,
        _enter("Go on", "go_on"),
    ),
    "file": (_enter("Read the file", "write"), _CANCEL),
    **dict.fromkeys(
        ("answer", "promised", "stack", "small-group", "reason"),
        (_UP_DOWN, _enter("Choose", "open"), _CANCEL),
    ),
    "typed-answer": (_enter("Next", "keep"), _CANCEL),
    "brought": (
        *_READ,
        _enter("Go on", "go_on"),
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
    "theme": (_enter("Keep the theme", "keep"), _CANCEL),
    "together-steps": (_UP_DOWN, _enter("Choose", "open")),
    "paper-words": (_enter("Keep the line", "keep"), _CANCEL),
    "plan-marks": (_UP_DOWN, _enter("Mark", "open"), *_NEXT_OR_BACK),
    "plan-fields": (_UP_DOWN, _enter("Write", "open"), *_NEXT_OR_BACK),
    "plan-choice": (_UP_DOWN, _enter("Choose", "open"), _CANCEL),
    **dict.fromkeys(("plan-line", "plan-day"), (_enter("Next", "keep"), _CANCEL)),
    "folder": (_enter("Write", "write"), _CANCEL),
    "written": (_enter("Home", "home"),),
    "files-written": (*_READ, _enter("Go on", "go_on")),
    "problem": (_enter("Go on", "go_on"),),
    **PLAN_PLACES,
    **BOARD_PLACES,
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
