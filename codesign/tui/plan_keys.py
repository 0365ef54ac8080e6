"""The keys of the pages on which a program's own rules come to a plan: a part of the one table of keys."""

from codesign.tui.key import CANCEL as _CANCEL
from codesign.tui.key import READ as _READ
from codesign.tui.key import UP_DOWN as _UP_DOWN
from codesign.tui.key import Key
from codesign.tui.key import enter as _enter
from codesign.tui.key import letter as _letter

PLAN_PLACES: dict[str, tuple[Key, ...]] = {
    "rule-now": (_enter("Next", "keep"), Key("escape", "Esc", "Skip the rest", "back")),
    "rule-today": (_enter("Keep the line", "keep"), _CANCEL),
    "rules-now": (_UP_DOWN, _enter("Choose", "open"), _CANCEL),
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
