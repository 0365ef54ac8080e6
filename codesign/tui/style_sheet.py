"""A style sheet that remembers: what its rules come to is worked out once for each place that a widget can have."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import Any
from weakref import WeakKeyDictionary

from textual.css.model import RuleSet, Selector, SelectorType
from textual.css.styles import RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.widget import Widget

_STATES = {"hover", "focus", "blur", "disabled", "enabled", "can-focus", "dark", "light", "inline", "ansi", "nocolor"}
"""What a rule may ask of a widget beside its names, and a place tells. Where a rule asks more, such as whether a widget is the
first of its siblings, it is looked up every time."""
_FLAGS = ("_has_hover_style", "_has_focus_within", "_has_order_style", "_has_odd_or_even")


def _name(selector: Selector) -> str:
    """As Textual names what it selects."""
    signs = {SelectorType.CLASS: ".", SelectorType.ID: "#"}
    return f"{signs.get(selector.type, '')}{selector.name}"


class Memory:
    """What the rules of a sheet come to, in its present colours."""

    def __init__(self) -> None:
        self._read: dict[int, RuleSet] = {}
        self._ask_more: set[str] = set()
        self._asked: defaultdict[str, set[str]] = defaultdict(set)
        """A name of a widget -> the classes for which rules of it ask, of the widget or of what it lies in."""
        self._asked_of: dict[Hashable, frozenset[str]] = {}
        """The same for a widget with all its names."""
        self._places: dict[tuple[Hashable, ...], int] = {}
        self._come_to: dict[int, tuple[set[str], RulesMap, list[bool]]] = {}

    def read(self, rules: Iterable[RuleSet]) -> None:
        """A widget of a new type brings rules of its own: what they may say something of is worked out anew."""
        all_rules = {id(rule): rule for rule in rules}  # a rule is itself alone
        new = [all_rules[key] for key in all_rules.keys() - self._read.keys()]
        if not new:
            return
        self._read |= all_rules
        self._ask_more |= {name for rule in new if not rule.pseudo_classes <= _STATES for name in rule.selector_names}
        named = {name for rule in new for name in rule.selector_names}
        self._come_to = {place: known for place, known in self._come_to.items() if known[0].isdisjoint(named)}
        for one in (selectors.selectors for rule in new for selectors in rule.selector_set):
            self._asked[_name(one[-1])].update(part.name for part in one if part.type is SelectorType.CLASS)
        self._asked_of.clear()

    def place(self, node: DOMNode, found: dict[Any, Any]) -> int:
        """The number of a widget's place: where it is, and which of the classes around it a rule may ask for. Most classes of a
        page are for a few widgets, and leave the others at their place. `found` is kept for an update of many."""
        kind = type(node), node._id, frozenset(node._classes)
        if (asked := self._asked_of.get(kind)) is None:
            names = *node._selector_names, *(f".{name}" for name in node._get_component_classes())
            asked = self._asked_of[kind] = frozenset().union(*(self._asked[name] for name in names))
        classes = (asked & above._classes for above in node.css_path_nodes)
        return self._number((self._where(node, found), *classes))

    def _where(self, node: DOMNode, found: dict[Any, Any]) -> int:
        """A number for what a widget is and what it lies in, without their classes."""
        where: int | None = found.get(node)
        if where is None:
            parent = node._parent
            above = self._where(parent, found) if isinstance(parent, DOMNode) else -1
            if isinstance(node, Widget):
                states: Hashable = (node.mouse_hover, node.has_focus, node.disabled, node.allow_focus())
            else:
                states = node.pseudo_classes if above < 0 else None
            where = found[node] = self._number((above, type(node), node._id, states))
        return where

    def _number(self, place: tuple[Hashable, ...]) -> int:
        return self._places.setdefault(place, len(self._places))

    def keep(self, node: DOMNode, place: int, rules: RulesMap) -> bool:
        """Whether it was kept."""
        names = node._selector_names
        if may := self._ask_more.isdisjoint(names):
            self._come_to[place] = names, rules, [getattr(node, flag) for flag in _FLAGS]
        return may

    def recall(self, node: DOMNode, place: int) -> RulesMap | None:
        known = self._come_to.get(place)
        if known is None:
            return None
        for flag, value in zip(_FLAGS, known[2], strict=True):
            setattr(node, flag, value)
        return known[1]


class RememberingSheet(Stylesheet):
    """Whenever a class of a page changes, Textual looks through all rules for every widget of it and sets what they say again.
    Here a widget for which they come to what they did is left as it is.

    A place is all that a rule may ask: types, ids, classes and states, from the app down to the widget."""

    def __init__(self, *, variables: dict[str, str], memory: Callable[[], Memory] = Memory) -> None:
        """`memory` is asked for one whenever the colours are others."""
        super().__init__(variables=variables)
        self._new_memory = memory
        self._memory = memory()
        self._read: object = None
        self._stand: WeakKeyDictionary[DOMNode, tuple[int, RulesMap]] = WeakKeyDictionary()
        """The place at which a widget was styled last, and what that came to."""

    def set_variables(self, variables: dict[str, str]) -> None:
        if variables != self._variables:
            super().set_variables(variables)
            self._memory = self._new_memory()
            self._stand.clear()

    def reparse(self) -> None:
        """What was read in these colours is not read again, as Textual does when it starts."""
        self.parse()

    def apply(self, node: DOMNode, *, animate: bool = False, cache: dict[Any, Any] | None = None) -> None:
        """Nothing is animated."""
        if self._read is not self.rules:
            self._read = self.rules
            self._memory.read(self.rules)
        place = self._memory.place(node, {} if cache is None else cache)
        if (rules := self._memory.recall(node, place)) is None:
            super().apply(node)
            return
        stood, said = self._stand.get(node, (-1, None))
        if said == rules:  # most rules ask for a class that is not theirs
            node.notify_style_update()
        else:
            super().replace_rules(node, rules)
        if stood != place:
            self._process_component_classes(node)
            self._stand[node] = place, rules

    def replace_rules(self, node: DOMNode, rules: RulesMap, animate: bool = False) -> None:  # type: ignore[override]
        """Textual calls it with what it found all rules to come to."""
        super().replace_rules(node, rules)
        place = self._memory.place(node, {})
        if self._memory.keep(node, place, rules):
            self._stand[node] = place, rules
