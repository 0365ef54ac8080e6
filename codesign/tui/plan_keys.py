"""The keys of the pages on which a plan is made, and a program's own rules come to it: a part of the one table of keys."""

from codesign.tui.key import CANCEL as _CANCEL
from codesign.tui.key import READ as _READ
from codesign.tui.key import UP_DOWN as _UP_DOWN
from codesign.tui.key import Key
from codesign.tui.key import enter as _enter
from codesign.tui.key import letter as _letter

_DONE = Key("escape", "Esc", "Done", "back")
_MARK = Key("enter,space", "Enter", "Mark", "open")
PLAN_PLACES: dict[str, tuple[Key, ...]] = {
    "rule-now": (_enter("Next", "keep"), Key("escape", "Esc", "Skip the rest", "back")),
    "rule-today": (_enter("Keep the line", "keep"), _CANCEL),
    "rules-now": (_UP_DOWN, _enter("Choose", "open"), _CANCEL),
    "bank": (_UP_DOWN, _MARK, _letter("L", "Look", "act('look')"), Key("tab", "Tab", "Next part", "choose", spare=3), _DONE),
    "marks": (_UP_DOWN, _MARK, _DONE),
    "plan-desk": (_UP_DOWN, _enter("Choose", "open"), _CANCEL),
    "plan-head": (_UP_DOWN, _enter("Change", "open"), _CANCEL),
    "own-rule": (_UP_DOWN, _enter("Change", "open"), _DONE),
    "one-of": (_UP_DOWN, _enter("Choose", "open"), _CANCEL),
    "own-words": (_enter("Keep the line", "keep"), _CANCEL),
    "plan-file": (_enter("Read the file", "write"), _CANCEL),
    "policy-file": (_enter("Read it", "write"), _CANCEL),
    "policy-questions": (*_READ, _enter("Go on", "go_on"), _CANCEL),
    "policy-sentence": (_UP_DOWN, _enter("Choose", "open"), Key("escape", "Esc", "One before", "back")),
    "policy-good": (_enter("Next", "keep"), _CANCEL),
    "policy-pair": (
        *_READ,
        _enter("Keep it", "go_on"),
        _letter("O", "Another rule", "edit"),
        Key("escape", "Esc", "Back", "back", short=2),
    ),
    "policy-partner": (_UP_DOWN, _enter("Take it", "open"), _CANCEL),
    "policy-others": (_UP_DOWN, _enter("Choose", "open"), _CANCEL),
    "policy-end": (_UP_DOWN, _enter("Choose", "open"), _CANCEL),
    "policy-title": (_enter("Save", "write"), _CANCEL),
}
