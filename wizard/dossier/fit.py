"""Whether a dossier from disk still fits the questions there are now, and what of it does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from wizard.content.model import Content, Text
from wizard.dossier.consultation import Consultation
from wizard.dossier.dates import ahead
from wizard.dossier.form import LONGEST_SHOWN
from wizard.reasoning.situation import FactError, validate


class Kept(NamedTuple):
    """A dossier on disk that can be gone on with.

    ``dropped`` are answers that no longer fit the questions. ``ahead`` are dates after the reference date: they cannot
    be, but are kept. ``day_reset``: its reference date lies before the law that the content knows. ``own`` is the
    reference date on disk, ``day`` the one to go on with instead, ``wish`` the one that was asked for: it becomes that
    only after the user was told what comes out otherwise.
    """

    path: Path
    consultation: Consultation
    dropped: tuple[str, ...]
    day_reset: bool
    own: date
    day: date | None = None
    ahead: tuple[str, ...] = ()
    wish: date | None = None


def fit(content: Content, path: Path, found: Consultation, otherwise: date) -> Kept | None:
    """``found`` as far as it fits the questions of today; ``None`` when nothing of it can be used.

    A reference date that cannot be becomes ``otherwise``.
    """
    if found.consult not in content.consults or found.empty:
        return None
    found = replace(found, trail=tuple(name for name in found.trail if name in content.consults))
    held = [found.shared, *(variant.answers for variant in found.variants)]
    dropped: dict[str, None] = {}
    for fact, given in (pair for answers in held for pair in answers.items()):
        try:
            validate(content, {fact: given.answer}, content.law_from)
        except FactError:
            dropped[fact] = None
    own = found.on
    day_reset = own < content.law_from
    if day_reset:
        found = found.at(otherwise)
    found = found.without(*dropped) if dropped else found
    late = dict.fromkeys(fact for n in (None, *range(len(found.variants))) for fact in _ahead(content, found, n))
    return Kept(path, found, tuple(dropped), day_reset, own, ahead=tuple(late))


def _ahead(content: Content, found: Consultation, variant: int | None) -> tuple[str, ...]:
    return ahead(content, found.facts_in(variant), found.on)


def no_consult(name: str) -> Text:
    """What to say of a dossier about the consult ``name``, which the content does not know."""
    shown = name if len(name) <= LONGEST_SHOWN else name[: LONGEST_SHOWN - 1] + "…"
    return Text(
        f"de raadpleging `{shown}` kennen deze bomen niet; geef de bomen waarmee het dossier gemaakt is met --trees",
        f"these trees do not know the consult `{shown}`; give the trees it was made with by --trees",
    )
