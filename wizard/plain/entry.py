"""What a typed line means: an answer, or a command. Commands of both languages always work; an answer's id wins."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from datetime import date

from wizard.content.model import UNKNOWN, Content
from wizard.content.values import CHOICES
from wizard.dossier.dates import typed_answer

COMMANDS = {
    "unknown": ("o", "onbekend", "u", "unknown", "weet ik niet", "i don't know"),
    "again": ("v", "vraag", "question"),
    "explain": ("?", "uitleg", "explain", "waarom", "why"),
    "none": ("g", "geen", "none", "geen van deze", "none of these"),
    "back": ("t", "terug", "b", "back"),
    "change": ("w", "wijzig", "c", "change"),
    "undo": ("z", "ongedaan", "undo"),
    "note": ("n", "notitie", "note"),
    "remark": ("opmerking", "remark", "opmerkingen", "remarks"),
    "status": ("s", "status"),
    "advice": ("a", "advies", "advice"),
    "steps": ("stappen", "steps"),
    "report": ("r", "rapport", "report"),
    "date": ("d", "datum", "date"),
    "then": ("toen", "then", "tijdlijn", "timeline"),
    "instead": ("i", "anders", "instead"),
    "decides": ("bepaalt", "wat bepaalt dit", "decides", "what decides this"),
    "variants": ("x", "varianten", "variants"),
    "variant": ("variant",),
    "new": ("nieuw", "new"),
    "rename": ("hernoem", "rename"),
    "wipe": ("wis", "wipe"),
    "compare": ("vergelijk", "compare"),
    "client": ("klant", "cliënt", "client"),
    "matter": ("zaak", "matter"),
    "advisor": ("adviseur", "advisor", "adviser"),
    "history": ("geschiedenis", "history"),
    "redo": ("opnieuw", "redo"),
    "dossiers": ("dossiers",),
    "open": ("open",),
    "copy": ("kopie", "copy"),
    "archived": ("archief", "archived"),
    "archive": ("archiveer", "archive"),
    "restore": ("terughalen", "restore"),
    "delete": ("verwijder", "delete"),
    "review": ("nakijken", "review"),
    "keep": ("bewaar", "keep"),
    "watch": ("recht", "law", "watch"),
    "begin": ("begin",),
    "find": ("zoek", "find", "search"),
    "questions": ("vragen", "questions"),
    "go": ("naar", "go"),
    "read": ("lees", "read"),
    "language": ("taal", "language", "lang"),
    "next": ("verder", "next", "volgende"),
    "full": ("vol", "volledig", "full"),
    "help": ("h", "hulp", "help"),
    "quit": ("q", "quit", "stop"),
}
WITH_TEXT = (
    "change",
    "note",
    "remark",
    "report",
    "date",
    "then",
    "language",
    "next",
    "instead",
    "decides",
    "variant",
    "new",
    "rename",
    "wipe",
    "unknown",
    "client",
    "matter",
    "advisor",
    "dossiers",
    "open",
    "copy",
    "archived",
    "archive",
    "restore",
    "delete",
    "keep",
    "begin",
    "find",
    "questions",
    "go",
)
"""Commands that take something after their name."""

YES_NO = {"j": "yes", "ja": "yes", "y": "yes", "nee": "no"}
"""Short ways to say yes and no. A bare ``n`` is not one of them: it starts a note."""

_WORDS = {word: name for name, words in COMMANDS.items() for word in words}


@dataclass(frozen=True, slots=True)
class Command:
    """A command and what was typed after it."""

    name: str
    rest: str = ""


def command(typed: str) -> Command | None:
    """``typed`` as a command, or ``None``."""
    whole = _WORDS.get(typed.casefold())
    if whole is not None:
        return Command(whole)
    first, _, rest = typed.partition(" ")
    name = _WORDS.get(first.casefold())
    return Command(name, rest.strip()) if name in WITH_TEXT else None


def number(typed: str) -> int | None:
    """``typed`` as a number of at most three digits, or ``None``."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= 3 else None


def answer(content: Content, fact: str, typed: str, on: date, language: str) -> str | None:
    """The answer to ``fact`` that ``typed`` gives by id or by its words, or ``None``.

    Raises ``DateError`` for a date that cannot be.
    """
    definition = content.facts[fact]
    said = typed.casefold()
    if said == UNKNOWN:
        return UNKNOWN
    if definition.kind not in CHOICES:
        said_to_us = command(typed)
        if said_to_us is not None and not (definition.kind == "text" and said_to_us.rest):
            return None
        return typed_answer(definition, typed, on, language)
    if definition.kind == "yes_no" and said in YES_NO:
        return YES_NO[said]
    for known in definition.answers.values():
        if said == known.id or said in (known.label.nl.casefold(), known.label.en.casefold()):
            return known.id
    return None


def numbered(content: Content, fact: str, chosen: int) -> str | None:
    """The answer with a number: 0 is unknown. ``None`` when there is no such number."""
    answers = list(content.facts[fact].answers)
    if chosen == 0:
        return UNKNOWN
    return answers[chosen - 1] if chosen <= len(answers) else None


def near(content: Content, fact: str | None, typed: str) -> str | None:
    """The command or answer closest to ``typed``, or ``None``."""
    known = [word for word in _WORDS if len(word) > 2]
    if fact is not None:
        known += content.facts[fact].answers
    found = difflib.get_close_matches(typed.casefold()[:60], known, n=1, cutoff=0.7)
    return found[0] if found else None
