"""Tech plans go on paper, and nowhere else: nothing of one is kept."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from codesign.core.errors import CodesignError
from codesign.core.region import Region
from codesign.core.tech_plan import TechPlan
from codesign.documents.paper_size import paper_for
from codesign.documents.tech_plan.files import plan_files
from codesign.documents.tech_plan.papers import ToCall
from codesign.documents.write import write_beside
from codesign.store.disk import Disk
from codesign.words import _, in_region, speaking


def write_plan(
    plan: TechPlan | None,
    folder: Path,
    to_call: Callable[[], ToCall],
    spoken: Sequence[str],
    region: Region,
    today: date,
    paper: str = "",
) -> list[Path]:
    """The pocket card and the file copy of a plan, or blank ones for None, in these languages; see `Engine.write_tech_plan`.

    Raises:
        CodesignError: the plan is not finished, or the papers can't be written.
    """
    if plan and not plan.is_finished:
        raise CodesignError(_("This plan is not finished, so it can't go on paper yet."))
    files: dict[str, bytes] = {}
    for language in spoken:
        with speaking(language), in_region(region):
            files |= plan_files(plan, to_call(), f"{today:%Y-%m}", paper_for(region, paper))
    return write_beside(files, folder, put=_put_what_is_not_there)


def _put_what_is_not_there(files: Mapping[Path, bytes]) -> None:
    """Of these files; a paper that lies there already is the same, and is left as it is."""
    Disk().put_all_new({path: data for path, data in files.items() if not path.exists()})
