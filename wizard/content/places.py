"""Places in the law as people type them: `11.7 lid 4`, `artikel 11.7, vierde lid`, `art. 6(1)(f)`, `6 lid 1 sub f`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_COUNTED = (
    *("art", "artt", "artikel", "artikelen", "article", "articles", "section"),
    *("lid", "leden", "paragraph", "paragraphs", "para", "par"),
    *("onder", "sub", "onderdeel", "letter", "point", "aanhef"),
)
"""Words that only say what the number or letter beside them counts: they are written or left out as one likes."""
_CLOSED_UP = re.compile(rf"\b({'|'.join(_COUNTED)})(?=\d)")
_SAME = {"recital": "overweging", "recitals": "overweging"}
_NTH = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende", "elfde")
_TOGETHER = re.compile(r"\d[^\W_]*(?:[.:]\d[^\W_]*)+|[^\W_]+")
_LETTERED = re.compile(r"\b(\d+)([a-z])\b")


def numbered(words: Iterable[str]) -> bool:
    """Whether there is a number among ``words``, so that they may name a place."""
    return any(character.isdigit() for word in words for character in word)


def spaced(text: str) -> str:
    """``text`` with a space in what is written as one word: `art11` as `art 11`."""
    return _CLOSED_UP.sub(r"\1 ", text)


def place_words(typed: Sequence[str]) -> list[str]:
    """What a place must have, of the words ``typed`` in small letters: its numbers, its letters, and its act."""
    words = []
    for word, after in zip(typed, [*typed[1:], ""], strict=True):
        if word in _NTH and after == "lid":
            words.append(str(_NTH.index(word) + 1))
        elif word not in _COUNTED:
            words.append(_SAME.get(word, word))
    return words


def kept_together(text: str) -> list[str]:
    """The words of ``text``, the parts of one number together: `11.7` as `11 7`, which article 7 after 11 is not."""
    return [re.sub("[.:]", " ", word) for word in _TOGETHER.findall(text)]


def bare(text: str) -> str:
    """``text``, words with a space before each, without those that only say what is counted."""
    return "".join(f" {word}" for word in text.split() if word not in _COUNTED)


def apart(words: Iterable[str]) -> list[str]:
    """``words``, a letter behind a number on its own: `1f` as `1` and `f`."""
    return _LETTERED.sub(r"\1 \2", " ".join(words)).split()
