"""What was filled in of a row of the answer table: a column may hold several fields, each in a control or after its label."""

import re
from collections.abc import Collection, Iterator, Mapping

from codesign.core.dates import readings
from codesign.core.policy_team.decisions import LABELS
from codesign.documents.read_back.boxes import answer_in, words_in
from codesign.documents.read_back.controls import without_prompts
from codesign.documents.read_back.word_words import Cell, CellLine

_KEYS = {label: key for key, label in LABELS.items()} | {"In Spanish": "in_spanish"}
_LABELLED = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, _KEYS))})\s*:")


def fields_of(cells: Mapping[str, Cell]) -> dict[str, str]:
    """Key of a field -> what was filled in, for every field that the row has a place for. `cells` are its columns, each under
    the key of its first field.

    A field stands in its control, else behind its label; without either the words are those of the column. A label of a field
    that has a column of its own is a word like others.
    """
    lines: dict[str, list[str]] = {key: [] for key in cells}
    for head, cell in cells.items():
        now = head
        for line in cell.lines:
            here: dict[str, str] = {}
            for key, words in _parted(line, now, cells.keys() - {head}):
                now = key
                here[key] = here.get(key, "") + words
            for key, words in here.items():
                lines.setdefault(key, []).append(without_prompts(words))
    return {key: answer_in(found) if key == "answer" else words_in(found) for key, found in lines.items()}


def _parted(line: CellLine, now: str, elsewhere: Collection[str]) -> Iterator[tuple[str, str]]:
    for stretch in line:
        if stretch.tag:
            now = stretch.tag
            yield now, stretch.day if stretch.day in readings(stretch.words) else stretch.words
            continue
        at = 0
        for label in _LABELLED.finditer(stretch.words):
            if (key := _KEYS[label[1]]) not in elsewhere:
                yield now, stretch.words[at : label.start()]
                now, at = key, label.end()
        yield now, stretch.words[at:]
