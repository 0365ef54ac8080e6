"""All files of the adopted rules: for the handbook and for the wall, in every language."""

from codesign.core.policy_team.adopted import OurRules
from codesign.documents.paper_size import Paper, paper_for
from codesign.documents.rules.handbook import handbook
from codesign.documents.rules.wall import for_the_wall
from codesign.documents.wall.files import file_name, in_every_language
from codesign.words import LANGUAGES, speaking

HANDBOOK, WALL = "our-rules", "our-rules-wall"


def rules_files(rules: OurRules, paper: Paper | None = None) -> dict[str, bytes]:
    """File name -> what stands in it. What is for the wall is on this paper; else all is on that of the region."""
    files = {}
    for spoken in LANGUAGES:
        with speaking(spoken):
            chapter = handbook(rules, paper_for(rules.region))
            files.update({file_name(HANDBOOK, ending): data for ending, data in chapter.items()})
    return files | in_every_language(WALL, lambda: for_the_wall(rules, paper or paper_for(rules.region)))
