"""Names of variants: short, on one line, and each a name of its own."""

from __future__ import annotations

from collections.abc import Collection

from wizard.content.fault import printable
from wizard.content.model import Text
from wizard.dossier.consultation import Consultation

LONGEST_NAME = 48
"""Characters in the name of a variant: it stands above a column and in the title of the screen."""
UNNAMED = "?"

MOST_VARIANTS = 40
"""In one dossier: each of them is an advice of its own."""

NAME_EMPTY = Text("Geef de variant een naam.", "Give the variant a name.")
NAME_LONG = Text("De naam is te lang: neem hooguit {n} tekens.", "The name is too long: take {n} characters at most.")
NAME_TAKEN = Text(
    "Er is al een variant met die naam. Kies een andere.", "There is a variant of that name already. Choose another."
)
TOO_MANY = Text(
    "Meer dan {n} varianten kan niet. Laat er eerst een weg.", "No more than {n} variants are possible. Drop one first."
)


def tidy_name(text: str) -> str:
    """``text`` as the name of a variant: one line, no characters a terminal would act on, not too long."""
    name = " ".join(printable(text).split()).rstrip(".")
    if len(name) <= LONGEST_NAME:
        return name
    cut = name[: LONGEST_NAME - 1]
    at_word = cut.rsplit(" ", 1)[0] if " " in cut[LONGEST_NAME // 2 :] else cut
    return at_word.rstrip(" ,;:.") + "…"


def free_name(consultation: Consultation, wanted: str, of: int | None = None) -> str:
    """``wanted`` as a name that no other variant has; ``of`` is the variant that may have it already."""
    name = tidy_name(wanted) or UNNAMED
    number, found = 2, name
    while taken(consultation, found, of):
        found = f"{name} ({number})"
        number += 1
    return found


def taken(consultation: Consultation, name: str, of: int | None = None) -> bool:
    """Whether another variant than ``of`` goes by ``name``; capitals make no difference."""
    others = (variant.name for index, variant in enumerate(consultation.variants) if index != of)
    return name.casefold() in (other.casefold() for other in others)


def wrong_name(consultation: Consultation, typed: str, of: int | None = None) -> Text | None:
    """What is wrong with a name that was typed, for a new variant or for variant ``of``; ``None`` when nothing is."""
    others = [variant.name for index, variant in enumerate(consultation.variants) if index != of]
    return wrong_variant(typed, others)


def wrong_variant(name: str, others: Collection[str]) -> Text | None:
    """What is wrong with a variant called ``name`` beside ``others``; ``None`` when nothing is."""
    said = " ".join(printable(name).split())
    if not said.strip("."):
        return NAME_EMPTY
    if len(said) > LONGEST_NAME:
        return _with(NAME_LONG, LONGEST_NAME)
    if tidy_name(said).casefold() in (other.casefold() for other in others):
        return NAME_TAKEN
    return _with(TOO_MANY, MOST_VARIANTS) if len(others) >= MOST_VARIANTS else None


def _with(text: Text, n: int) -> Text:
    return Text(text.nl.format(n=n), text.en.format(n=n))
