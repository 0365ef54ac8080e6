"""What was typed goes out of the program's own memory between two people, as far as Python lets it.

Letting go of a text does not wipe it: what hangs together in a circle waits for the collector, and a freed block keeps its
letters until something is written over it.
"""

import gc

_HEAD = b"".__sizeof__()
_A_LINE = range(48, 513, 16)  # the blocks, in bytes, that CPython's own allocator gives to a line and its beginnings
_OF_EACH = 800
_WHOLE_POOLS = 8000
"""Blocks of the last size beyond that: they take the pools that were given back as a whole."""


def wash() -> None:
    """Collect what nobody holds, then write zeros over freed blocks. A few hundredths of a second, so never beside a key."""
    gc.collect()
    over = [bytes(size - _HEAD) for size in _A_LINE for _n in range(_OF_EACH)]  # all held until the last is written
    over += [bytes(_A_LINE[-1] - _HEAD) for _n in range(_WHOLE_POOLS)]
    del over
