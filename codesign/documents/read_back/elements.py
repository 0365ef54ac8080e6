"""Elements of a Word document by their local names: a file in the strict form of the standard has other namespaces."""

from collections.abc import Iterator
from typing import Any

_OFF = ("false", "0", "off", "none")


def name_of(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def descendants(root: Any, name: str) -> Iterator[Any]:
    return (element for element in root.iter() if name_of(element) == name)


def own_of(element: Any, name: str, around: str) -> Iterator[Any]:
    """Descendants of a name that lie in no nearer `around`: the rows of this table, not of one inside it."""
    for child in element:
        if name_of(child) == name:
            yield child
        elif name_of(child) not in (around, "tbl", "del", "moveFrom", "Fallback"):
            yield from own_of(child, name, around)


def first_of(element: Any, *names: str) -> Any | None:
    for name in names:
        element = next((child for child in element if name_of(child) == name), None)
        if element is None:
            return None
    return element


def value_of(element: Any, key: str = "val") -> str:
    return next((str(value) for name, value in element.attrib.items() if name.rpartition("}")[2] == key), "")


def is_off(element: Any) -> bool:
    """Whether a switch says no; it says yes where it says nothing."""
    return value_of(element) in _OFF
