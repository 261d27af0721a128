"""What a report is called on disk when nobody chose a name."""

from __future__ import annotations

import re
import unicodedata

from wizard.content.model import Content, Text
from wizard.reasoning.advice import Advice
from wizard.words import answer_words

PREFIX = "mag-dat"
LONGEST = 60
LEVEL = {"summary": Text("samenvatting", "summary"), "letter": Text("brief", "letter")}


def file_name(
    content: Content,
    advice: Advice,
    language: str = "nl",
    extension: str = "md",
    level: str = "full",
    variant: str = "",
) -> str:
    """A file name for a report on ``advice``, such as ``mag-dat-bellen-2026-11-21.md`` or ``…-samenvatting.md``.

    Named after the answer that chose the trees (the channel), or else after the consult; and after the ``variant`` it
    is about (its name; "" for the plan), as in ``mag-dat-e-mail-mail-them-2026-11-21.md``. Only lower-case letters,
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
    middle = "".join(f"-{slug}" for text in (subject, variant) if (slug := _slug(text)))
    end = f"-{LEVEL[level].in_(language)}" if level in LEVEL else ""
    return f"{PREFIX}{middle}-{advice.on.isoformat()}{end}.{extension}"


def letter_name(dossier: str, language: str, extension: str = "md") -> str:
    """A file name for a letter about the dossier called ``dossier``, such as ``2026-06-30-approach-brief.md``."""
    return f"{_slug(dossier) or PREFIX}-{LEVEL['letter'].in_(language)}.{extension}"


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
