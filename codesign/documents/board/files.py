"""The papers of Our board in the language in use, for Word and for a browser."""

from collections.abc import Mapping, Sequence

from codesign.core.card import Card
from codesign.core.near_here import NearHere
from codesign.core.session import Session
from codesign.documents.board.charter import charter
from codesign.documents.paper_size import Paper
from codesign.documents.pocket.card import CUT_AND_FOLD, PenLine, PenPaper, PenPart, card_files, without_site
from codesign.documents.wall.files import file_name, to_docx, to_html
from codesign.documents.wall.page import Part, WallPage, WallRow, fitted
from codesign.phrases import day, draft
from codesign.phrases.near_here import ASK_FIRST, NEAR_HERE, OUR_BOARD, TO_TALK, WHAT_STAFF_PASS_ON, IsOld, about
from codesign.phrases.tech_plan import PERSON_WORDS
from codesign.words import N_, _

Rows = Sequence[tuple[str, str, str]]
"""Of the support card in the language in use: who, how to reach them, what happens then."""
POSTER, POCKET, CHARTER = "board-poster", "pocket", "charter"
"""The names of the files. That of the card says nothing of help."""
_MOST_ON_A_CARD = 6
_WHAT, _HOW = N_("How, when, and what they must pass on"), N_("What for, how and when")
_THEN = N_("What happens then")
_MINE = N_("People I trust")
_CALL_OR_TEXT = N_("Call or text")


def board_files(
    near: NearHere,
    is_old: IsOld,
    rows: Rows,
    reaches: Sequence[str],
    spaces: Mapping[str, tuple[Session, Card]],
    paper: Paper,
    month: str,
    of_lines: Sequence[str] = (),
) -> dict[str, bytes]:
    """File name -> the poster, with these rows of help lines and what is said of all of them; the card, with how to reach the
    first of them; and the charter. Equal values give equal bytes."""
    files = card_files(POCKET, _card(near, is_old, reaches, month), paper)
    for name, page in ((POSTER, _poster(near, is_old, rows, of_lines, paper, month)), (CHARTER, charter(spaces, paper, month))):
        files |= {file_name(name, "docx"): to_docx(page), file_name(name, "html"): to_html(page)}
    return files


def _poster(near: NearHere, is_old: IsOld, rows: Rows, of_lines: Sequence[str], paper: Paper, month: str) -> WallPage:
    people = tuple(WallRow(e.name, "", "", about(e, is_old)) for _at, e in near.of("person"))
    services = tuple(WallRow(e.name, "", "", about(e, is_old)) for _at, e in near.of("service"))
    lines = tuple(WallRow(who, reach, "", (what,)) for who, reach, what in rows)
    parts = (
        Part(_(TO_TALK), _(_WHAT), people),
        Part(_(NEAR_HERE), _(_HOW), services),
        Part(_(PERSON_WORDS["lines"]), _(_THEN), lines),
    )
    return fitted(
        WallPage(
            made_up="",
            title=_(OUR_BOARD),
            about=day(month),
            parts=tuple(part for part in parts if part.rows),
            below=(_(WHAT_STAFF_PASS_ON), _(ASK_FIRST), *of_lines),
            month=month,
            paper=paper,
            shares=(2, 3),
        )
    )


def _card(near: NearHere, is_old: IsOld, reaches: Sequence[str], month: str) -> PenPaper:
    """It may be found by somebody who means harm: numbers without what they are for, and services that were checked lately, in
    the words that staff gave for it; without such words none."""
    services = [e for _at, e in near.of("service") if e.on_card and not is_old(e)][:_MOST_ON_A_CARD]
    near_here = [PenLine(": ".join(filter(None, (e.on_card, without_site(e.reach))))) for e in services]
    return PenPaper(
        title=_(_CALL_OR_TEXT),
        about=(_(CUT_AND_FOLD),),
        parts=(
            PenPart(_(_CALL_OR_TEXT), (PenLine(_(PERSON_WORDS["911"])), *(PenLine(without_site(reach)) for reach in reaches))),
            PenPart(_(NEAR_HERE), tuple(near_here) or (PenLine("", write=5),)),
            PenPart(_(_MINE), (PenLine("", write=5),)),
        ),
        below=tuple(filter(None, (draft(),))),
        month=month,
    )
