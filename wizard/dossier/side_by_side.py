"""The plan as answered and its variants beside each other: what each comes to, and in what they differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from wizard.content.model import Content
from wizard.dossier.consultation import Consultation
from wizard.reasoning.advice import Advice, advise
from wizard.reasoning.deadline import due


@dataclass(frozen=True, slots=True)
class Side:
    """The plan (``index`` and ``name`` empty) or a variant, with its advice. ``own``: the answers of its own."""

    index: int | None
    name: str
    own: tuple[str, ...]
    advice: Advice

    @property
    def used(self) -> dict[str, str]:
        """The answers that this advice uses, and what it assumes."""
        given = {fact: answer for fact, answer in self.advice.facts.items() if fact not in self.advice.unused}
        return given | self.advice.assumed


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The sides, the plan first. ``differing``: the facts that a variant answers otherwise, each once.

    ``shared``: the duties that every side has, with the same deadline.
    """

    sides: tuple[Side, ...]
    differing: tuple[str, ...]
    shared: tuple[str, ...]

    def further(self, side: Side) -> tuple[str, ...]:
        """The duties of ``side`` that not every side has, or not with the same deadline."""
        return tuple(duty for duty in side.advice.duties if duty not in self.shared)

    def only(self, side: Side) -> tuple[str, ...]:
        """The duties that ``side`` alone has."""
        others = {duty for other in self.sides if other is not side for duty in other.advice.duties}
        return tuple(duty for duty in side.advice.duties if duty not in others)


def side_by_side(content: Content, consultation: Consultation, *, exact: bool = True) -> SideBySide:
    """The plan and every variant of ``consultation`` beside each other.

    Without ``exact`` what remains in a tree that is open is found quickly, and never too little.
    """
    consult = consultation.definition(content)

    def side(index: int | None) -> Side:
        variant = None if index is None else consultation.variants[index]
        advice = advise(content, consult, consultation.facts_in(index), consultation.on, explore=exact)
        return Side(index, variant.name if variant else "", tuple(variant.answers) if variant else (), advice)

    sides = tuple(side(index) for index in (None, *range(len(consultation.variants))))
    return SideBySide(sides, _differing(sides), _shared(content, sides))


def _differing(sides: Sequence[Side]) -> tuple[str, ...]:
    """The facts that variants answer for themselves and that do not come to the same everywhere they count."""
    names = dict.fromkeys(fact for side in sides for fact in side.own)
    return tuple(fact for fact in names if len({side.used.get(fact) for side in sides}) > 1)


def _shared(content: Content, sides: Sequence[Side]) -> tuple[str, ...]:
    held = [{(duty, _end(content, duty, side.advice)) for duty in side.advice.duties} for side in sides]
    everywhere = set.intersection(*held)
    return tuple(duty for duty in sides[0].advice.duties if (duty, _end(content, duty, sides[0].advice)) in everywhere)


def _end(content: Content, duty: str, advice: Advice) -> tuple[date, datetime | None] | None:
    end = due(content.duties[duty], advice.facts)
    return (end.day, end.moment) if end else None
