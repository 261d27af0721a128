"""The plan and its variants side by side, in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from wizard.content.model import Consult, Content, Text
from wizard.content.model import Verdict as Kind
from wizard.dossier.consultation import Consultation
from wizard.dossier.side_by_side import Side, SideBySide, side_by_side
from wizard.reasoning.question import deciding_fact
from wizard.report import view
from wizard.report.deadlines import deadline_words
from wizard.report.standing import MOST_REASONS, standing
from wizard.report.words import or_else, sentence
from wizard.words import SYMBOL, answer_words, verdict_words

PLAN = Text("Uw plan", "Your plan")
NOT_SAID = Text("nog niet gezegd", "not said yet")
NO_DIFFERENCE = Text("{answer} (telt hier niet)", "{answer} (makes no difference here)")
HANGS_ON = Text("Dat hangt nog af van: {question}", "That still depends on: {question}")


def plan_or_name(name: str, language: str) -> str:
    """The name of a variant; of the plan, what we call it."""
    return name or PLAN.in_(language)


def comparison(
    content: Content,
    consultation: Consultation,
    language: str,
    *,
    cited: Callable[[Sequence[str]], str] | None = None,
    now: datetime | None = None,
    found: SideBySide | None = None,
) -> view.Comparison:
    """The plan and every variant of ``consultation``. ``cited`` writes the rules of a duty; ``now`` adds the time left.

    ``found`` is the comparison itself, where it was made already.
    """
    beside = found or side_by_side(content, consultation)
    comparing = _Comparing(content, consultation, language, beside, cited or (lambda _: ""), now)
    approaches = tuple(map(comparing.approach, beside.sides))
    return view.Comparison(approaches, comparing.shared(), elsewhere(approaches))


def elsewhere(approaches: Sequence[view.Approach]) -> tuple[view.Further, ...]:
    """The duties that others have and the one in hand has not, each once."""
    here = {duty for way in approaches if way.current for duty in way.duties}
    return tuple(dict.fromkeys(duty for way in approaches for duty in way.duties if duty not in here))


def marked(duties: Sequence[view.Duty], beside: view.Comparison | None) -> tuple[view.Duty, ...]:
    """The duties of the approach in hand, each with the approaches that ask it where not all do."""
    further = {
        duty.text: duty.ways for way in (beside.approaches if beside else ()) if way.current for duty in way.duties
    }
    return tuple(replace(duty, ways=further.get(duty.text, ())) for duty in duties)


class _Comparing:
    def __init__(
        self,
        content: Content,
        consultation: Consultation,
        language: str,
        beside: SideBySide,
        cited: Callable[[Sequence[str]], str],
        now: datetime | None,
    ) -> None:
        self.content = content
        self.consultation = consultation
        self.language = language
        self.beside = beside
        self.cited = cited
        self.now = now
        self.consult: Consult = consultation.definition(content)

    def approach(self, side: Side) -> view.Approach:
        advice = side.advice
        only = self.beside.only(side)
        return view.Approach(
            number=0 if side.index is None else side.index + 1,
            name=plan_or_name(side.name, self.language),
            current=side.index == self.consultation.active,
            verdict=self.verdict(advice.verdict),
            possible=tuple(self.verdict(verdict) for verdict in reversed(advice.possible)),
            settled=advice.settled,
            reason=self.reason(side),
            differs=tuple(self.answer(side, fact) for fact in self.beside.differing),
            own=tuple(fact in side.own for fact in self.beside.differing),
            extra=tuple(self.answer(side, fact) for fact in self.beside.extra(side)),
            duties=tuple(
                view.Further(*self.duty(name, side), only=name in only, ways=self.ways(name, side))
                for name in self.beside.further(side)
            ),
            open=tuple(self.question(fact) for fact in advice.open),
        )

    def shared(self) -> tuple[view.Duty, ...]:
        return tuple(view.Duty(*self.duty(name, self.beside.sides[0])) for name in self.beside.shared)

    def duty(self, name: str, side: Side) -> tuple[str, str, str]:
        """The text of a duty, its deadline and its rules."""
        duty, on = self.content.duties[name], side.advice.on
        rules = [rule for rule in duty.sources.at(on) or () if self.content.sources[rule].in_force(on)]
        deadline = deadline_words(duty, side.advice.facts, self.language, on, self.now)
        return sentence(duty.text.in_(self.language)), deadline, self.cited(rules)

    def ways(self, name: str, side: Side) -> tuple[str, ...]:
        """The names of the approaches that have a duty as ``side`` has it, with the same deadline."""
        having = (other for other in self.beside.sides if name in other.advice.duties)
        alike = (other for other in having if self.duty(name, other) == self.duty(name, side))
        return tuple(plan_or_name(other.name, self.language) for other in alike)

    def verdict(self, verdict: Kind) -> view.Verdict:
        return view.Verdict(SYMBOL[verdict], verdict_words(self.consult, verdict, self.language))

    def question(self, fact: str) -> str:
        return self.content.facts[fact].question.in_(self.language).strip()

    def answer(self, side: Side, fact: str) -> view.Line:
        """The question and the answer that ``side`` has to it; empty where it has none and needs none."""
        answer, counts = side.held(fact), side.counts(fact) is not None
        open_ = NOT_SAID.in_(self.language) if answer == "" else ""
        said = answer_words(self.content, fact, answer, self.language) if answer else open_
        if said and not counts:
            said = NO_DIFFERENCE.in_(self.language).format(answer=said)
        return view.Line(self.question(fact), said)

    def reason(self, side: Side) -> str:
        """Why the verdict is what it is; while it is open, the first question on which it hangs."""
        advice = side.advice
        if advice.settled:
            why = standing(self.content, advice).why(self.language)
            return why.certain[0] if why.certain else or_else(why.either[:MOST_REASONS], self.language)
        fact = deciding_fact(self.content, self.consult, advice.facts, advice.on)
        return HANGS_ON.in_(self.language).format(question=self.question(fact)) if fact else ""
