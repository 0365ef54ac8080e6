"""What is asked in many places: a line until it is taken, a folder, one of some values; and the page that tells of an error."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from codesign.core.errors import CodesignError
from codesign.core.text import RULE_LIMIT
from codesign.course.pages import Block, Course, Menu, MenuChoice, Problem, Question, ToRead
from codesign.course.shared_words import FOLDER, typed_folder
from codesign.phrases import draft
from codesign.words import N_, _

if TYPE_CHECKING:
    from codesign.engine.open_session import OpenSession

T = TypeVar("T")
TO_DELETE_IT = N_("to delete it")


def until_taken(question: Question, take: Callable[[str], T]) -> Course[T | None]:
    """What a line is taken for; asked again, with what was wrong, while it is refused. None where somebody goes back."""
    while True:
        said = yield question
        if said is None:
            return None
        try:
            return take(str(said))
        except CodesignError as error:
            value = "" if question.secret else question.value if _maybe_a_code(question, str(said)) else str(said)
            question = replace(question, value=value, problem=str(error))


def _maybe_a_code(question: Question, said: str) -> bool:
    """A number where files go may be one, typed a page too late: it is not shown again."""
    return question.place == "folder" and said.isdigit()


def written(label: str, help_: str, value: str = "") -> Course[str | None]:
    """Some words of one's own; None where somebody goes back."""
    said = yield Question(place="own-words", title=label, question=help_ or label, value=value, limit=RULE_LIMIT, optional=True)
    return None if said is None else str(said)


def one_of(title: str, choices: Sequence[tuple[str, str, str]], now: str = "") -> Course[str | None]:
    """One of some values, each with its words and a line of help; None where somebody goes back."""
    here = next((n for n, (value, *_words) in enumerate(choices) if value == now), 0)
    rows = tuple(MenuChoice(f"{n}", words, help_) for n, (_value, words, help_) in enumerate(choices))
    said = yield Menu(place="one-of", title=title, choices=rows, here=here, others=("back",))
    return None if said == "back" else choices[int(str(said))][0]


def one_by_one(pages: Sequence[ToRead], at: int = 0) -> Course[int]:
    """Pages one after another from this one on, each with its number, until somebody leaves them or is past an end; the place
    of the one that was read last."""
    while True:
        said = yield replace(pages[at], right=f"{at + 1} / {len(pages)}")
        after = at + (1 if said == "on" else -1)
        if said == "home" or not 0 <= after < len(pages):
            return at
        at = after


def own_folder() -> Path:
    """What is proposed for files that leave the laptop: a folder of the facilitator's own."""
    return Path.home() / "group-notes"


def into_a_folder(
    opened: "OpenSession | None",
    folder: Path | None,
    title: str,
    holds: str,
    write: Callable[[Path], list[Path]],
    *,
    covers: bool = False,
) -> Course[list[Path] | None]:
    """Write what leaves the laptop into a folder that is asked for, and tell what it `holds`; the files, or None where somebody
    goes back. `folder` is proposed, or one of the facilitator's own, which has the day of the session that is `opened`."""

    def written_to(named: str) -> list[Path]:
        return write(typed_folder(named))

    proposed = folder or own_folder()
    if opened and not folder:
        proposed /= f"{opened.read().setup.day}-{opened.path.stem[-8:]}"
    question = Question(place="folder", title=title, question=_(FOLDER), value=f"{proposed}", lines=(holds,), covers=covers)
    return (yield from until_taken(question, written_to))


def draft_line() -> list[Block]:
    """That nobody has reviewed the words of the language in use; nothing in our own."""
    return [Block(lines=(draft(),), look="quiet")] if draft() else []


def pause(about: str = "") -> MenuChoice:
    """Leaves a session as it is, and goes home."""
    return MenuChoice("home", _("Pause and go home"), about)


def told(error: CodesignError, title: str) -> Problem:
    """The page that tells of an error."""
    return Problem(title=title, sentence=str(error))


def not_kept(error: CodesignError) -> Problem:
    """The same where the record did not take what was done."""
    return told(error, _("This can't be kept"))


def nothing_changed(refused: str) -> str:
    """Why something is not done, and that nothing else was."""
    return f"{refused} {_('Nothing was changed.')}"
