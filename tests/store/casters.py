"""One of two programs at a record that somebody takes the lock file from: `python casters.py FOLDER CASTS`.

It casts until so many of its ballots are acknowledged. Refused, it opens the record again and casts the same sealed ballot. It
prints the row of each acknowledged ballot, and "refused" for each refusal, in the order in which they came.
"""

import sys
import time
from itertools import count
from pathlib import Path

from record_kit import ballot

from codesign.core.errors import Busy, NotSaved
from codesign.store.box import Sealed
from codesign.store.places import Places
from codesign.store.record import Record

REFUSED = "refused"
_PATIENCE = 120.0  # seconds without a ballot cast: then the two keep each other out for good


def cast(path: Path, places: Places, casts: int) -> None:
    record: Record | None = None
    for n in range(casts):
        sealed: Sealed | None = None
        until = time.monotonic() + _PATIENCE
        for attempt in count():
            try:
                record = record or Record.open(path, places)
                sealed = sealed or record.seal([ballot(2 * n + 1)])  # one without a comment: one row
                record.cast(sealed)
                break
            except (Busy, NotSaved):
                if record or not attempt:
                    print(REFUSED)
                if record:
                    record.close()
                    record = None
                assert time.monotonic() < until
                time.sleep(0.001)
        print(*sealed.rows)
    if record:
        record.close()


if __name__ == "__main__":
    places = Places.under(Path(sys.argv[1]))
    cast(places.records / "notes.json", places, int(sys.argv[2]))
