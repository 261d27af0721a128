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
    """The plan (``index`` and ``name`` empty) or a variant, with its advice.

    ``own``: the facts that it answers otherwise than the plan, or that the plan does not answer.
    """

    index: int | None
    name: str
    own: tuple[str, ...]
    advice: Advice

    def counts(self, fact: str) -> str | None:
        """The answer to ``fact`` that counts here, or is assumed; "" while it is open, ``None`` if it is not used."""
        advice = self.advice
        if fact in advice.open:
            return advice.facts.get(fact, "")
        if fact in advice.assumed:
            return advice.assumed[fact]
        return None if fact in advice.unused else advice.facts.get(fact)

    def held(self, fact: str) -> str | None:
        """The answer to ``fact`` that counts here, as in ``counts``, or else the one that was given but is not used."""
        counts = self.counts(fact)
        return self.advice.facts.get(fact) if counts is None else counts


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The sides, the plan first. ``differing``: the facts that one side answers otherwise than another, each once.

    ``shared``: the duties that every side has, with the same deadline.
    """

    sides: tuple[Side, ...]
    differing: tuple[str, ...]
    shared: tuple[str, ...]

    def extra(self, side: Side) -> tuple[str, ...]:
        """The facts that ``side`` answers for itself and that are not asked, or answered alike, elsewhere."""
        return tuple(fact for fact in side.own if fact not in self.differing and side.held(fact))

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
    consult, shared = consultation.definition(content), consultation.shared

    def side(index: int | None) -> Side:
        variant = None if index is None else consultation.variants[index]
        advice = advise(content, consult, consultation.facts_in(index), consultation.on, explore=exact)
        own = variant.answers if variant else {}
        other = tuple(fact for fact in own if fact not in shared or shared[fact].answer != own[fact].answer)
        return Side(index, variant.name if variant else "", other, advice)

    sides = tuple(side(index) for index in (None, *range(len(consultation.variants))))
    return SideBySide(sides, _differing(sides), _shared(content, sides))


def _differing(sides: Sequence[Side]) -> tuple[str, ...]:
    """The facts that variants answer for themselves and that do not come to the same everywhere they are answered.

    Also where the answer is not used: who made the variant gave it to see what it does, and it is told that it does
    nothing.
    """
    names = dict.fromkeys(fact for side in sides for fact in side.own)
    found = {fact: {side.held(fact) for side in sides} - {None} for fact in names}
    return tuple(fact for fact, answers in found.items() if len(answers) > 1)


def other_than_plan(consultation: Consultation, index: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The facts that a variant answers otherwise than the plan, and those it answers that the plan does not."""
    shared, own = consultation.shared, consultation.variants[index].answers
    changed = tuple(fact for fact in own if fact in shared and shared[fact].answer != own[fact].answer)
    return changed, tuple(fact for fact in own if fact not in shared)


def _shared(content: Content, sides: Sequence[Side]) -> tuple[str, ...]:
    held = [{(duty, _end(content, duty, side.advice)) for duty in side.advice.duties} for side in sides]
    everywhere = set.intersection(*held)
    return tuple(duty for duty in sides[0].advice.duties if (duty, _end(content, duty, sides[0].advice)) in everywhere)


def _end(content: Content, duty: str, advice: Advice) -> tuple[date, datetime | None] | None:
    end = due(content.duties[duty], advice.facts)
    return (end.day, end.moment) if end else None
