"""Which policy: a file, or words of it that were typed, as its sentences."""

from os.path import isfile
from pathlib import Path
from typing import TYPE_CHECKING

from codesign.core.errors import CodesignError
from codesign.core.policy import NOT_READ, READ_FROM
from codesign.core.policy.find import PolicySentence, why_to_talk
from codesign.core.policy.sentences import sentences_of
from codesign.course.shared_words import typed_path
from codesign.words import _

if TYPE_CHECKING:
    from codesign.engine import Engine


def policy_of(engine: "Engine", typed: str) -> tuple[str, list[PolicySentence], list[PolicySentence]]:
    """A title for what was typed, its sentences, and those that were left aside: of a file those on technology and the others,
    of words that name none all, and no others.

    Raises:
        CodesignError: it is neither.
    """
    path = typed_path(typed) if typed else Path()
    whole = (path.parent / f"{path.name}{kind}" for kind in READ_FROM) if typed else ()  # many a system hides how a name ends
    path = path if isfile(path) else next((one for one in whole if isfile(one)), path)
    if typed and (isfile(path) or path.suffix.casefold() in (*READ_FROM, *NOT_READ)):
        title, (found, aside) = path.stem, engine.policy_sentences(path)
        if not found:
            raise CodesignError(_("The word check found no sentence about technology in it. Type one, or name another file."))
    else:
        title, aside = _("Our rule today"), []
        found = [PolicySentence(one, why_to_talk(one)) for one in sentences_of([typed])]
        if not found:
            raise CodesignError(_("Name a file, or type a whole sentence of the policy."))
    return title, found, aside
