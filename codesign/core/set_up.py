"""What the facilitator fills in before a session."""

from msgspec import Struct

from codesign.core.hour import Minutes
from codesign.core.plan import Language
from codesign.core.region import Region


class Setup(Struct, frozen=True, kw_only=True):
    """What the facilitator fills in before the first vote."""

    title: str
    day: str
    """YYYY-MM-DD; nothing finer is kept."""
    audience: str = ""
    """Who answers: a role or a person of the policy team."""
    answer_by: str = ""
    """YYYY-MM-DD, or empty."""
    contact: str = ""
    """Where whoever answers may ask the facilitator; stands in the summary."""
    expected: int = 0
    """About how many will vote; 0 where nobody said."""
    support_person: str = ""
    """Who is here now and where; for the support card, never in a summary."""
    local_line: str = ""
    """The program's own help line."""
    made_up: bool = False
    steps: Minutes | None = None
    """How long each step of the hour is given; None where nobody said."""
    language: Language = "en"
    """What the pages of youth and of the room begin in."""
    region: Region = ""
    """By which paper and dates go."""
    board: bool = False
    """Youth were told before they wrote that a line they OK may stand on Our board."""
