"""One test for all rules of the bank: as a test of its own each would take longer to be found than to be tried."""

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


def for_each(values: Iterable[T]) -> Callable[[Callable[[T], None]], Callable[[], None]]:
    """A failure says of which of these."""

    def decorated(test: Callable[[T], None]) -> Callable[[], None]:
        def tried() -> None:
            for value in values:
                try:
                    test(value)
                except AssertionError as failed:
                    failed.add_note(f"Of {getattr(value, 'id', value)}")
                    raise

        tried.__name__, tried.__doc__, tried.__module__ = test.__name__, test.__doc__, test.__module__
        return tried

    return decorated
