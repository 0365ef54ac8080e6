"""The sheets of paper that documents are laid out for, in points of 1/72 inch."""

from msgspec import Struct

from codesign.core.region import Region, is_american
from codesign.words import N_

PAGE = N_("Page")
"""At the foot, before its number."""


class Paper(Struct, frozen=True):
    """A sheet as it lies upright in the printer."""

    name: str
    """As people and browsers call it."""
    width: float
    height: float

    @property
    def larger(self) -> float:
        """How many times a sheet for the desk it is as wide."""
        return 2**0.5 if self.name == "A3" else 1.0


LETTER = Paper("Letter", 612, 792)
A4 = Paper("A4", 595.3, 841.9)
A3 = Paper("A3", 841.9, 1190.55)
"""For a wall: what stands on it is as much larger as the sheet is."""

PAPERS = {paper.name: paper for paper in (LETTER, A4, A3)}


def paper_for(region: Region, name: str = "") -> Paper:
    """The sheet of this name; else what lies in the printers of a region."""
    return PAPERS.get(name) or (LETTER if is_american(region) else A4)
