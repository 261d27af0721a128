"""What is asked for the file once the verdict is clear: days from which a deadline counts, and texts."""

from __future__ import annotations

from datetime import date

from wizard.content.model import Consult, Content
from wizard.reasoning.advice import Advice, advise
from wizard.reasoning.deadline import starts
from wizard.reasoning.question import FULL, QUICK, Question
from wizard.reasoning.situation import Facts


def next_record(content: Content, consult: Consult, facts: Facts, on: date, depth: str = QUICK) -> Question | None:
    """The next fact in the consult's ``record`` that is not answered and has a use, or ``None``.

    A date has a use when a duty of the advice counts its deadline from it. Texts are asked at depth ``full`` only.
    """
    left = [name for name in consult.record if name not in facts]
    if not left:
        return None
    counts = counted_from(content, advise(content, consult, facts, on, explore=False))
    for name in left:
        if name in counts or (depth == FULL and content.facts[name].kind == "text"):
            return Question((name,))
    return None


def counted_from(content: Content, advice: Advice) -> frozenset[str]:
    """The facts from which a deadline of a duty in ``advice`` counts."""
    return frozenset(fact for duty in advice.duties for fact in starts(content.duties[duty]))
