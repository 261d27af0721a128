"""The advice: per tree the path walked and the outcome, and what that comes to as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from wizard.content.model import (
    Ask,
    Before,
    Condition,
    Consult,
    Content,
    Law,
    Outcome,
    Part,
    Since,
    Test,
    Text,
    Verdict,
)
from wizard.content.values import CHOICES
from wizard.reasoning.deadline import starts
from wizard.reasoning.question import deciding_fact
from wizard.reasoning.situation import Assumed, Conflict, Facts, validate
from wizard.reasoning.walk import NO_ASSUMPTIONS, Position, Walk, possible_verdicts, result_of, situate

MOST_SCENARIOS = 12
DEEPEST_SCENARIO = 3


class Step(NamedTuple):
    """One step of a path: in ``tree``, at ``node``, the way that was taken and the rules that carry it.

    ``kind`` is ask, since, before, law or test. ``fact`` is ``None`` at law and test nodes. ``answer`` is the branch
    taken: the answer, ``yes``/``no``, the start of the period of law (ISO), or the outcome of the tree tested.
    """

    kind: str
    tree: str
    node: str
    answer: str
    fact: str | None = None
    presumed: bool = False
    sources: tuple[str, ...] = ()


class Finding(NamedTuple):
    """What one tree says.

    ``outcome`` is ``None`` while it is open; ``possible`` lists the outcomes that remain. ``verdict`` is known as soon
    as all of these share it and the tree certainly ``applies``. Reasons, sources, duties and contested points are
    those of the outcome and of the tests on its path, in force on the reference date; while the finding is open the
    duties are those that every outcome that remains brings.
    """

    tree: str
    outcome: str | None
    verdict: Verdict | None
    possible: tuple[str, ...]
    because: tuple[Text, ...]
    duties: tuple[str, ...]
    sources: tuple[str, ...]
    contested: tuple[str, ...]
    path: tuple[Step, ...]
    applies: bool = True


class Scenario(NamedTuple):
    """One way the open facts can turn out: the answers assumed, and the verdicts that then remain."""

    answers: tuple[tuple[str, tuple[str, ...]], ...]
    verdicts: tuple[Verdict, ...]


class Advice(NamedTuple):
    """The advice on one situation. ``verdict`` is the strictest still possible given what is ``assumed``."""

    consult: str
    on: date
    facts: Facts
    verdict: Verdict
    possible: tuple[Verdict, ...]
    open: tuple[str, ...]
    assumed: dict[str, str]
    unused: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    findings: tuple[Finding, ...]
    scenarios: tuple[Scenario, ...]
    content: str
    more_scenarios: bool = False

    @property
    def settled(self) -> bool:
        """Whether the verdict is the only one possible."""
        return len(self.possible) == 1

    @property
    def deciding(self) -> tuple[Finding, ...]:
        """The findings that carry the verdict: as strict as the whole."""
        return tuple(finding for finding in self.findings if finding.verdict is self.verdict)

    @property
    def duties(self) -> tuple[str, ...]:
        """All duties of all findings, each once, those of the deciding findings first."""
        ordered = (*self.deciding, *self.findings)
        return tuple(dict.fromkeys(duty for finding in ordered for duty in finding.duties))

    @property
    def sources(self) -> tuple[str, ...]:
        """All sources of all findings and their steps, each once."""
        own = (source for finding in self.findings for source in finding.sources)
        steps = (source for finding in self.findings for step in finding.path for source in step.sources)
        return tuple(dict.fromkeys((*own, *steps)))


def advise(content: Content, consult: Consult, facts: Facts, on: date, *, explore: bool = True) -> Advice:
    """The advice on ``facts`` under the law of ``on``.

    ``explore=False`` is for showing an advice while it is being put together: it leaves the scenarios out, and what
    remains in a tree that is open is found by looking at one fact at a time: quicker, and never too little.
    Raises ``FactError`` for facts, answers or a date that do not exist.
    """
    validate(content, facts, on)
    return _Advising(content, consult, facts, on).advise(explore)


class _Advising:
    def __init__(self, content: Content, consult: Consult, facts: Facts, on: date) -> None:
        self.content = content
        self.consult = consult
        self.facts = facts
        self.on = on
        self.situation = situate(content, consult, facts, on)
        self.walk = Walk(self.situation, self.consult)
        self.read: set[str] = set()
        self.open: dict[str, None] = {}
        self.assumed: dict[str, str] = {}

    def advise(self, explore: bool) -> Advice:
        findings = tuple(found for part in self.consult.parts if (found := self.finding(part, exact=explore)))
        self.read.update(
            fact for found in findings for duty in found.duties for fact in starts(self.content.duties[duty])
        )
        self.read.update(fact for fact in self.consult.record if self.content.facts[fact].kind == "text")
        possible = tuple(sorted(self.walk.verdicts(self.consult), key=lambda verdict: verdict.rank))
        rows: list[Scenario] = []
        if explore and len(possible) > 1:
            rows = scenarios(self.content, self.consult, self.facts, self.on)
        return Advice(
            consult=self.consult.id,
            on=self.on,
            facts=dict(self.facts),
            verdict=possible[-1],
            possible=possible,
            open=tuple(self.open),
            assumed={fact: answer for fact, answer in self.assumed.items() if fact not in self.open},
            unused=tuple(name for name in self.facts if name not in self.read | self.situation.implying),
            conflicts=tuple(self.situation.conflicts),
            findings=findings,
            scenarios=tuple(rows[:MOST_SCENARIOS]),
            content=self.content.digest,
            more_scenarios=len(rows) > MOST_SCENARIOS,
        )

    def finding(self, part: Part, *, exact: bool) -> Finding | None:
        """What a tree says; ``None`` when it does not apply. Without ``exact``, what remains is found by ``reach``."""
        ways = list(self.walk.applies(part, {}))
        for fact in self.situation.ruling_out(part.when) or part.when:
            self._note(fact, {})
        if not any(applies for applies, _ in ways):
            return None
        start = self.walk.start(part.tree)
        possible: dict[str, None] = {}
        if not exact:
            possible.update(self.walk.reach(start))
            for position in self.walk.positions(start):
                self._visit(position, NO_ASSUMPTIONS)
        for applies, assumed in ways if exact else ():
            if applies:
                possible.update(dict.fromkeys(name for name, _ in self.walk.endings(start, assumed, visit=self._visit)))
        path, tested, outcome = self.trace(start, {}) if len(ways) == 1 else ((), [], None)
        if outcome is None and len(ways) == 1 and len(possible) == 1:
            outcome = next(iter(possible))  # a question is open on the way, but every answer to it ends here
        results = [*tested, (part.tree, outcome)] if outcome else tested
        ends = [self.content.trees[tree].outcomes[name] for tree, name in results]
        ends.reverse()  # the finding's own reason first, then the tests it rests on, nearest first
        remaining = [self.content.trees[part.tree].outcomes[name] for name in possible]
        applies = all(applies for applies, _ in ways)
        shared = {end.verdict for end in remaining} if applies else set()
        certain = set.intersection(*(set(self._duties([end])) for end in remaining)) if applies else set()
        duties = (*self._duties(ends), *(name for name in self._duties(remaining[:1]) if name in certain))
        return Finding(
            tree=part.tree,
            outcome=outcome,
            verdict=shared.pop() if len(shared) == 1 else None,
            possible=tuple(possible),
            because=tuple(text for end in ends if (text := end.because.at(self.on))),
            duties=_once(duties),
            sources=_once(name for end in ends for name in end.sources.at(self.on) or ()),
            contested=self._contested(ends),
            path=path,
            applies=applies,
        )

    def trace(self, position: Position, assumed: Assumed) -> tuple[tuple[Step, ...], list[tuple[str, str]], str | None]:
        """Follow what is known from ``position``: the steps, the tests passed, and the outcome if it is reached."""
        steps: list[Step] = []
        tested: list[tuple[str, str]] = []
        shown = {part.tree for part in self.consult.parts}
        while True:
            ways = self.walk.step(position, assumed)
            node = self.content.trees[position.tree].nodes.get(position.name)
            if node is None:
                if not position.frames:
                    return tuple(steps), tested, position.name
                outer, name = position.frames[-1]
                test = self.content.trees[outer].nodes[name]
                steps.append(Step("test", outer, name, position.name, sources=self._in_force(test.cite)))
                if position.tree not in shown:  # a tree with a finding of its own gives its reasons there
                    tested.append((position.tree, position.name))
            elif isinstance(node, Test) and (result := assumed.get(result_of(node.tree))):
                # been through before on this path: its result stands
                steps.append(Step("test", position.tree, position.name, result, sources=self._in_force(node.cite)))
            elif isinstance(node, Law):
                since = max(start for start, _ in node.targets.periods if start <= self.on)
                step = Step("law", position.tree, position.name, since.isoformat(), sources=self._in_force(node.cite))
                steps.append(step)
            elif isinstance(node, Ask | Since | Before):
                answer = self.situation.answer(node, assumed)
                if answer is None:
                    return tuple(steps), tested, None
                cited = node.cite or self.content.facts[node.fact].sources
                steps.append(
                    Step(
                        kind=type(node).__name__.lower(),
                        tree=position.tree,
                        node=position.name,
                        answer=answer,
                        fact=node.fact,
                        presumed=node.fact not in self.situation.known,
                        sources=self._in_force(cited),
                    )
                )
            position, assumed = ways[0]

    def _visit(self, position: Position, assumed: Assumed) -> None:
        node = self.content.trees[position.tree].nodes.get(position.name)
        if isinstance(node, Ask):
            self._note(node.fact, assumed)
        elif isinstance(node, Since | Before):
            self.read.add(node.fact)
            if node.fact not in self.situation.known:
                self.open[node.fact] = None

    def _note(self, fact: str, assumed: Assumed) -> None:
        """Keep that ``fact`` was read, and whether it is open or presumed."""
        self.read.add(fact)
        if fact in self.situation.known or fact in assumed:
            return
        presumed = self.situation.presumption(fact, assumed)
        if presumed is None:
            self.open[fact] = None
        else:
            self.assumed[fact] = presumed

    def _in_force(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(name for name in names if self.content.sources[name].in_force(self.on))

    def _fits(self, when: Condition) -> bool:
        return self.situation.holds(when, {}) is not False

    def _duties(self, ends: list[Outcome]) -> tuple[str, ...]:
        duties = self.content.duties
        names = _once(name for end in ends for name in end.duties.at(self.on) or ())
        return tuple(name for name in names if duties[name].in_force(self.on) and self._fits(duties[name].when))

    def _contested(self, ends: list[Outcome]) -> tuple[str, ...]:
        notes = self.content.contested
        names = _once(name for end in ends for name in end.contested)
        return tuple(name for name in names if notes[name].in_force(self.on) and self._fits(notes[name].when))


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def scenarios(content: Content, consult: Consult, facts: Facts, on: date) -> list[Scenario]:
    """How the verdict depends on what is open: answers that lead to the same verdicts stand together.

    Divides by the first fact on which the verdict depends, then by the next: as deep as leaves at most
    ``MOST_SCENARIOS`` rows, and at most ``DEEPEST_SCENARIO``. More rows only when the first fact alone gives them.
    """
    dividing = _Dividing(content, consult, on)
    # what an answer implies counts in every scenario, also in one that would not have asked it
    known = {**facts, **situate(content, consult, facts, on).known}
    rows = dividing.divide(known, 1)
    for depth in range(2, DEEPEST_SCENARIO + 1):
        deeper = dividing.divide(known, depth)
        if len(deeper) > MOST_SCENARIOS or deeper == rows:
            break
        rows = deeper
    return rows


class _Dividing:
    """Remembers what each set of answers comes to, for the next depth looks at the same ones again."""

    def __init__(self, content: Content, consult: Consult, on: date) -> None:
        self.content = content
        self.consult = consult
        self.on = on
        self.found: dict[frozenset[tuple[str, str]], tuple[tuple[Verdict, ...], str | None]] = {}

    def divide(self, known: dict[str, str], depth: int) -> list[Scenario]:
        remaining, fact = self.look(known)
        if fact is None or not depth:
            return [Scenario((), remaining)]
        merged: dict[tuple[Scenario, ...], list[str]] = {}
        situation = situate(self.content, self.consult, known, self.on)
        for answer in self.content.facts[fact].answers:
            if situation.assume(fact, answer, {}) is not None:  # else it contradicts what is known
                merged.setdefault(tuple(self.divide({**known, fact: answer}, depth - 1)), []).append(answer)
        if len(merged) == 1:
            return list(next(iter(merged)))  # whatever the answer, the same remains
        return [
            Scenario(((fact, tuple(answers)), *row.answers), row.verdicts)
            for rows, answers in merged.items()
            for row in rows
        ]

    def look(self, known: dict[str, str]) -> tuple[tuple[Verdict, ...], str | None]:
        """The verdicts that remain, and the fact to divide by; none when one is left or it hangs on a date."""
        key = frozenset(known.items())
        if key not in self.found:
            remaining = possible_verdicts(self.content, self.consult, known, self.on)
            fact = deciding_fact(self.content, self.consult, known, self.on) if len(remaining) > 1 else None
            divided = fact if fact and self.content.facts[fact].kind in CHOICES else None
            self.found[key] = remaining, divided
        return self.found[key]
