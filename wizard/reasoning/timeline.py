"""The same facts under all the law the trees know: the periods in which they lead to the same answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from wizard.content.model import Consult, Content
from wizard.reasoning.advice import Advice, advise
from wizard.reasoning.compare import Turn, turns
from wizard.reasoning.days import day_given
from wizard.reasoning.situation import Facts


@dataclass(frozen=True, slots=True)
class Period:
    """Days on which the same facts lead to the same verdicts and the same outcome of every tree.

    From ``start`` up to, not including, ``end`` (``None``: as far as the trees know). ``turn`` is the change of law, or
    the end of a term, that began it; ``None`` for the first. ``smaller`` are the changes within it, which leave
    verdict and outcomes as they are: in duties, reasons or citations. ``advice`` is that of its first day.
    """

    start: date
    end: date | None
    advice: Advice
    turn: Turn | None
    smaller: tuple[Turn, ...]

    def holds(self, on: date) -> bool:
        """Whether ``on`` lies in it."""
        return self.start <= on and (self.end is None or on < self.end)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The periods of one set of facts, in order, without gaps.

    ``later`` names the dates among the facts that lie after the line begins: until such a day the facts are a thought
    experiment.
    """

    periods: tuple[Period, ...]
    later: tuple[str, ...]

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The turns that begin a period, in order."""
        return tuple(period.turn for period in self.periods if period.turn)

    @property
    def every_turn(self) -> tuple[Turn, ...]:
        """All turns, the smaller ones too, in order."""
        found = (turn for period in self.periods for turn in (period.turn, *period.smaller))
        return tuple(turn for turn in found if turn)

    def at(self, on: date) -> Period | None:
        """The period in which ``on`` lies; ``None`` when the line does not reach it."""
        return next((period for period in self.periods if period.holds(on)), None)

    def two_days(self, on: date) -> tuple[date, date]:
        """The two days to compare when nobody chose any: the day before the last turn, and the reference date ``on``.

        A turn that begins a period goes before a smaller one. Without any up to ``on``: ``on`` and the next turn, or,
        when none comes either, the first day of the line and ``on``.
        """
        past = [turn.on for turn in self.turns if turn.on <= on] or [
            turn.on for turn in self.every_turn if turn.on <= on
        ]
        if past:
            return past[-1] - timedelta(days=1), on
        coming = self.turns or self.every_turn
        return (on, coming[0].on) if coming else (self.periods[0].start, on)


def timeline(
    content: Content, consult: Consult, facts: Facts, first: date | None = None, last: date | None = None
) -> Timeline:
    """The timeline of ``facts``, from ``first`` (otherwise the first day the trees know) to ``last`` (otherwise as far
    as the trees know, also when that lies ahead).

    Raises ``FactError`` for facts, answers or dates that do not exist.
    """
    start = first or content.law_from
    advice = advise(content, consult, facts, start, explore=False)
    begun: list[tuple[date, Advice, Turn | None, list[Turn]]] = [(start, advice, None, [])]
    for turn in turns(content, consult, advice, last):
        if turn.regime:
            begun.append((turn.on, turn.advice, turn, []))
        else:
            begun[-1][3].append(turn)
    ends: list[date | None] = [began for began, *_ in begun[1:]]
    end = last + timedelta(days=1) if last else None
    periods = [
        Period(began, until, advice, turn, tuple(smaller))
        for (began, advice, turn, smaller), until in zip(begun, [*ends, end], strict=True)
    ]
    advices = [advice, *(turn.advice for period in periods for turn in (period.turn, *period.smaller) if turn)]
    steps = (step for found in advices for finding in found.findings for step in finding.path)
    dates = dict.fromkeys(step.fact for step in steps if step.fact and step.kind in ("since", "before"))
    later = (fact for fact in dates if (day_given(facts, fact) or start) > start)
    return Timeline(tuple(periods), tuple(later))
