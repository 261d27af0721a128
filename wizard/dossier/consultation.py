"""One consultation in progress: the answers given, in the order they were given, with their notes.

Every way in (app, plain, file) keeps its answers here. What follows from them is always worked out anew.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from wizard.content.model import UNKNOWN, Consult, Content, Lead
from wizard.reasoning.advice import Advice, advise
from wizard.reasoning.question import FULL, QUICK, Question, next_question
from wizard.reasoning.record import next_record
from wizard.reasoning.situation import FactError


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as it was given; ``note`` is free text of the user."""

    answer: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Consultation:
    """The state of one consultation. Immutable: every change gives a new one, so undo is keeping the old one.

    ``trail`` names the consults that led to this one, first to last; they share its answers.
    """

    consult: str
    on: date
    answers: dict[str, Given] = field(default_factory=dict)
    depth: str = QUICK
    trail: tuple[str, ...] = ()

    @property
    def facts(self) -> dict[str, str]:
        """The answers as facts to reason over."""
        return {fact: given.answer for fact, given in self.answers.items()}

    def answer(self, fact: str, answer: str) -> Consultation:
        """With ``fact`` answered, or its answer changed in place; later answers are kept, and so is its note."""
        note = self.answers[fact].note if fact in self.answers else ""
        return replace(self, answers={**self.answers, fact: Given(answer, note)})

    def note(self, fact: str, note: str) -> Consultation:
        """With a note on the answer to ``fact``; a fact without an answer becomes ``unknown``."""
        answer = self.answers[fact].answer if fact in self.answers else UNKNOWN
        return replace(self, answers={**self.answers, fact: Given(answer, note)})

    def without(self, *facts: str) -> Consultation:
        """With the answers to ``facts`` taken back."""
        return replace(self, answers={name: given for name, given in self.answers.items() if name not in facts})

    def at(self, on: date) -> Consultation:
        """The same answers under the law of another day."""
        return replace(self, on=on)

    def deepened(self) -> Consultation:
        """The same answers, asking on until the file is complete."""
        return replace(self, depth=FULL)

    def follow(self, lead: Lead) -> Consultation:
        """Go on with the consult that ``lead`` names: the answers are carried along, what follows is filled in."""
        follows = {fact: Given(answer) for fact, answer in lead.with_.items() if fact not in self.answers}
        return replace(
            self,
            consult=lead.to,
            answers={**self.answers, **follows},
            depth=QUICK,
            trail=(*(name for name in self.trail if name != lead.to), self.consult),
        )

    def definition(self, content: Content) -> Consult:
        """The consult this is about. Raises ``FactError`` when the content has no such consult."""
        found = content.consults.get(self.consult)
        if found is None:
            raise FactError(f"unknown consult `{self.consult}`; choose from: {', '.join(content.consults)}")
        return found

    def question(self, content: Content) -> Question | None:
        """What to ask now; ``None`` when this depth is complete."""
        return self._next(content, self.depth)

    def more(self, content: Content) -> bool:
        """Whether asking on would complete the file."""
        return self._next(content, FULL) is not None

    def _next(self, content: Content, depth: str) -> Question | None:
        consult = self.definition(content)
        asked = next_question(content, consult, self.facts, self.on, depth)
        return asked or next_record(content, consult, self.facts, self.on, depth)

    def advice(self, content: Content, *, explore: bool = True) -> Advice:
        """The advice on the answers so far."""
        return advise(content, self.definition(content), self.facts, self.on, explore=explore)
