"""The same facts on two dates: what changed, on which day, and which rule or term changed it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from wizard.content.model import Consult, Content, Length, Since
from wizard.reasoning.advice import Advice, advise
from wizard.reasoning.causes import causes
from wizard.reasoning.change import REGIME, Change, Moved, difference
from wizard.reasoning.days import changing_days, day_given, turning_days
from wizard.reasoning.situation import Facts
from wizard.reasoning.terms import end_of_term


@dataclass(frozen=True, slots=True)
class Elapsed:
    """A term that ran out: ``fact`` no longer lies ``within`` so long ago. ``sources`` are the rules of it."""

    fact: str
    within: Length
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """A day on which the advice changed. ``change`` compares it with the advice until that day.

    ``by`` are the rules that brought it (``causes``), ``elapsed`` the terms that ran out that day.
    """

    on: date
    change: Change
    by: tuple[str, ...]
    elapsed: tuple[Elapsed, ...] = ()

    @property
    def advice(self) -> Advice:
        """The advice from that day on."""
        return self.change.after

    @property
    def kind(self) -> str:
        """The weightiest thing that changed; see ``Change.kind``."""
        return self.change.kind

    @property
    def regime(self) -> bool:
        """Whether the same facts lead elsewhere from that day on: to another verdict, or another outcome."""
        return self.kind in REGIME

    @property
    def sources(self) -> tuple[str, ...]:
        """The rules that are new, gone or renumbered in the advice of that day."""
        return tuple(moved.source for moved in self.change.moved)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between the advice on two dates, and every day between them on which it changed."""

    change: Change
    turns: tuple[Turn, ...]

    def came(self, duty: str) -> Turn | None:
        """The day on which ``duty`` came for good; ``None`` when it was there from the start."""
        return _last(turn for turn in self.turns if duty in turn.change.duties_added)

    def went(self, duty: str) -> Turn | None:
        """The day on which ``duty`` went for good; ``None`` when it never did."""
        return _last(turn for turn in self.turns if duty in turn.change.duties_removed)

    def moved_on(self, source: str) -> Turn | None:
        """The last day on which ``source`` came to stand where it stands; ``None`` when it never moved."""
        return _last(turn for turn in self.turns if source in turn.sources)

    def moves(self, source: str) -> list[tuple[date, Moved, Change]]:
        """How ``source`` came to stand where it stands on the later date, each with its day: that it came or went, and
        every move after that. Of one cited on both dates but not all the time between: where it stood and stands.
        """
        found = [(turn.on, move, turn.change) for turn in self.turns for move in turn.change.moved]
        found = [step for step in found if step[1].source == source]
        breaks = [n for n, (_, move, _) in enumerate(found) if not (move.before and move.after)]
        whole = next((move for move in self.change.moved if move.source == source), None)
        if breaks and whole and whole.before and whole.after:
            return [(found[-1][0], whole, self.change)]
        return found[breaks[-1] :] if breaks else found


def compare(content: Content, consult: Consult, facts: Facts, on_a: date, on_b: date) -> Comparison:
    """Same facts, two dates. ``turns`` lists each day after the earlier, up to the later, on which the advice changed.

    Raises ``FactError`` for facts, answers or dates that do not exist.
    """
    first, last = sorted((on_a, on_b))
    before = advise(content, consult, facts, first, explore=False)
    after = advise(content, consult, facts, last, explore=False)
    return Comparison(difference(content, before, after), tuple(turns(content, consult, before, last)))


def turns(content: Content, consult: Consult, before: Advice, until: date | None = None) -> Iterator[Turn]:
    """Each day after that of ``before``, up to ``until``, on which the advice on the same facts changed, in order."""
    last = before
    for day in changing_days(content, consult, before.facts):
        if day <= before.on or (until is not None and day > until):
            continue
        change = difference(content, last, advise(content, consult, before.facts, day, explore=False))
        if change.kind:
            elapsed = _elapsed(content, change.after)
            by = causes(content, change, (name for term in elapsed for name in term.sources))
            yield Turn(day, change, by, elapsed)
            last = change.after


def next_turn(content: Content, consult: Consult, advice: Advice) -> date | None:
    """The first day after that of ``advice`` on which the same facts lead elsewhere; ``None`` if there is none."""
    now = advise(content, consult, advice.facts, advice.on, explore=False)
    for day in turning_days(content, consult, advice.facts):
        if day > advice.on:
            then = advise(content, consult, advice.facts, day, explore=False)
            if difference(content, now, then).kind in REGIME:
                return day
    return None


def _last(turns: Iterable[Turn]) -> Turn | None:
    return max(turns, key=lambda turn: turn.on, default=None)


def _elapsed(content: Content, advice: Advice) -> tuple[Elapsed, ...]:
    """The terms on the path of ``advice`` that ran out on its very day."""
    found: dict[tuple[str, Length], Elapsed] = {}
    for step in (step for finding in advice.findings for step in finding.path):
        node = content.trees[step.tree].nodes[step.node]
        given = day_given(advice.facts, node.fact) if isinstance(node, Since) else None
        if isinstance(node, Since) and given and end_of_term(given, node.within) == advice.on:
            found[node.fact, node.within] = Elapsed(node.fact, node.within, step.sources)
    return tuple(found.values())
