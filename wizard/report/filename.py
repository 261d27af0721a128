"""What a report is called on disk when nobody chose a name."""

from __future__ import annotations

import re
import unicodedata

from wizard.content.model import Content
from wizard.reasoning.advice import Advice
from wizard.words import answer_words

PREFIX = "mag-dat"
LONGEST = 60


def file_name(content: Content, advice: Advice, language: str = "nl", extension: str = "md") -> str:
    """A file name for a report on ``advice``, such as ``mag-dat-bellen-2026-11-21.md``.

    Named after the answer that chose the trees (the channel), or else after the consult. Only lower-case letters,
    digits and hyphens, so it is the same on every platform; the prefix keeps it clear of reserved names.
    """
    consult = content.consults[advice.consult]
    subject = consult.title.in_(language)
    for part in consult.parts:
        chosen = next((fact for fact in part.when if advice.facts.get(fact) in content.facts[fact].answers), None)
        if chosen:
            label = answer_words(content, chosen, advice.facts[chosen], language)
            subject = re.split(r"[:;,.(/]", label)[0]
            break
    middle = f"-{slug}" if (slug := _slug(subject)) else ""
    return f"{PREFIX}{middle}-{advice.on.isoformat()}.{extension}"


def _slug(text: str) -> str:
    """``text`` as lower-case words joined by hyphens, accents dropped, cut at a word."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:LONGEST]
        if len(longer) > LONGEST:
            break
        slug = longer
    return slug
