"""Every question of the consult in hand, and how each stands."""

from __future__ import annotations

from dataclasses import dataclass

from wizard.content.asks import asks
from wizard.dossier.session import Session


@dataclass(frozen=True, slots=True)
class Standing:
    """How a question stands. ``state``: given, unused (given, but of no account now), assumed, open or idle."""

    fact: str
    state: str
    answer: str | None = None


def standings(session: Session) -> list[Standing]:
    """All questions that the consult can ask, in its order; those with an answer of another consult come last."""
    answers = session.consultation.answers
    return [_standing(session, fact) for fact in dict.fromkeys((*asks(session.content, session.consult), *answers))]


def _standing(session: Session, fact: str) -> Standing:
    advice, given = session.advice, session.given(fact)
    if given is not None:
        return Standing(fact, "unused" if fact in advice.unused else "given", given)
    if fact in advice.assumed:
        return Standing(fact, "assumed", advice.assumed[fact])
    return Standing(fact, "open" if fact in advice.open else "idle")
