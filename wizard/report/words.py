"""The few words that the view puts together itself; all other words of a report stand in its template."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wizard.content.model import Text

AND = Text("en", "and")
OR = Text("of", "or")
OR_ELSE = Text("Of:", "Or:")
LANGUAGE = Text("Nederlands", "English")
FOOT = Text("Mag dat? · peildatum {day}", "Mag dat? · reference date {day}")
FOOT_LETTER = Text("Peildatum {day}", "Reference date {day}")
"""A letter goes out in the name of whoever signs it."""
NO_HOUSE = Text(
    "{place}: deze map met sjablonen is er niet; controleer de naam",
    "{place}: there is no such folder with templates; check the name",
)
NO_STYLE = Text(
    "{place}: dit Word-bestand is er niet; controleer de naam", "{place}: there is no such Word file; check the name"
)
CONTENTS = Text("Inhoud", "Contents")
TO_CONTENT = Text("Naar het advies", "To the advice")
NOT_ALL = Text(
    "[Hier staan nog {n} tekens, te veel voor een PDF. Ze staan in het dossier, en in het verslag als Word of HTML.]",
    "[{n} more characters stand here, too many for a PDF. They are in the dossier, and in the report as Word or HTML.]",
)
PAGE = Text("pagina {n} van {m}", "page {n} of {m}")


def listed(items: Sequence[str], word: Text, language: str) -> str:
    """``a, b and c``: the items as a list in a sentence."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word.in_(language)} {items[-1]}"


def or_else(sentences: Sequence[str], language: str) -> str:
    """Sentences of which one will hold, behind each other."""
    return f" {OR_ELSE.in_(language)} ".join(sentences)


def sentence(text: str) -> str:
    """``text`` with a full stop, unless it ends like a sentence already."""
    text = text.strip()
    return text if not text or text[-1] in ".?!:…" else f"{text}."


def first_sentence(text: str) -> str:
    """``text`` up to its first full stop, as far as that can be told from the one of an abbreviation."""
    return re.split(r"(?<=\w{4}\.) (?=[A-ZÀ-Þ])", text, maxsplit=1)[0]


def paragraphs(text: str) -> tuple[str, ...]:
    """The lines of ``text`` that say something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
