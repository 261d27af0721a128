"""What may be given as the answer to a fact, by its kind."""

from __future__ import annotations

import re
from datetime import date, datetime

from wizard.content.model import Fact, Text

FACT_KINDS = ("choice", "yes_no", "date", "datetime", "text")
CHOICES = ("choice", "yes_no")
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}")
LONGEST_TEXT = 4000

NO_DATE = Text("is geen datum", "is not a date")
NO_MOMENT = Text("is geen datum met tijd", "is not a date with a time")
TOO_LONG = Text(f"is langer dan {LONGEST_TEXT} tekens", f"is longer than {LONGEST_TEXT} characters")
WRITE = {
    "date": Text("schrijf JJJJ-MM-DD", "write YYYY-MM-DD"),
    "datetime": Text(
        "schrijf JJJJ-MM-DDTUU:MM, zoals 2026-11-20T16:30", "write YYYY-MM-DDTHH:MM, for instance 2026-11-20T16:30"
    ),
    "text": Text("maak de tekst korter", "make the text shorter"),
}


def misfit(fact: Fact, answer: str) -> Text | None:
    """Why ``answer`` cannot be given to a date, moment or text; ``None`` when it can, or when ``fact`` has answers."""
    if fact.kind == "date":
        return None if day_of(answer) and DATE.fullmatch(answer) else NO_DATE
    if fact.kind == "datetime":
        return None if MOMENT.fullmatch(answer) and day_of(answer) else NO_MOMENT
    if fact.kind == "text":
        return TOO_LONG if len(answer) > LONGEST_TEXT else None
    return None


def day_of(answer: str) -> date | None:
    """The day of a date or moment; ``None`` when it is neither."""
    try:
        return datetime.fromisoformat(answer).date()
    except ValueError:
        return None
