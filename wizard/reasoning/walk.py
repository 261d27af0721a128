"""Walking trees: every way a tree, or a whole consult, can still end.

A scenario assumes answers for open facts. Scenarios that stand at the same node and agree on every fact that can still
be read are one scenario: that keeps the number of walks small however much is unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from wizard.content.model import Ask, Before, Consult, Content, Law, Part, Since, Test, Verdict
from wizard.content.resolve import targets
from wizard.reasoning.situation import Assumed, Facts, Situation, split

Frames = tuple[tuple[str, str], ...]
"""The `test` nodes we are inside of, outermost first: (tree, node)."""


class Position(NamedTuple):
    """A node or outcome, and the tests it is reached through."""

    tree: str
    name: str
    frames: Frames = ()


class Needs(NamedTuple):
    """What can still be read: facts directly (as ``split``), and trees through a `test`."""

    facts: frozenset[str] = frozenset()
    tests: frozenset[str] = frozenset()

    def __or__(self, other: Needs) -> Needs:
        return Needs(self.facts | other.facts, self.tests | other.tests)


NOTHING = Needs()
NO_ASSUMPTIONS: Assumed = {}


RESULT = "test "


def result_of(tree: str) -> str:
    """The key under which a scenario remembers the outcome of a tree it has been through."""
    return RESULT + tree


class Reads:
    """What can still be read from a node on, on one date. Kept per content and date."""

    def __init__(self, content: Content, on: date) -> None:
        self.content = content
        self.on = on
        self._below: dict[tuple[str, str], Needs] = {}
        self._at: dict[Position, Needs] = {}
        self._expanded: dict[tuple[Needs, frozenset[str]], frozenset[str]] = {}

    def below(self, tree: str, name: str) -> Needs:
        """What is read at or below a node of a tree."""
        key = (tree, name)
        if key in self._below:
            return self._below[key]
        node = self.content.trees[tree].nodes.get(name)
        found = Needs()
        if isinstance(node, Law):
            if target := node.targets.at(self.on):
                found = self.below(tree, target)
        elif node is not None:
            if isinstance(node, Test):
                found = Needs(tests=frozenset((node.tree,)))
            else:
                fact = self.content.facts[node.fact]
                implied = (other for answer in fact.answers.values() for other in answer.implies)
                found = Needs(frozenset((split(node), *fact.presumed_when, *implied)))
            for target in targets(node):
                found |= self.below(tree, target)
        self._below[key] = found
        return found

    def at(self, position: Position) -> Needs:
        """What is read from ``position`` to the end of the outermost tree."""
        if position not in self._at:
            found = self.below(position.tree, position.name)
            for tree, name in position.frames:
                for target in targets(self.content.trees[tree].nodes[name]):
                    found |= self.below(tree, target)
            self._at[position] = found
        return self._at[position]

    def part(self, part: Part) -> Needs:
        """What a tree of a consult reads, its condition included."""
        return Needs(frozenset(part.when), frozenset((part.tree,)))

    def keys(self, needs: Needs, assumed: Assumed) -> frozenset[str]:
        """What a scenario must remember for ``needs``: facts, and results of trees it has already been through.

        The facts that only such a tree reads need not be remembered any more: its result stands for them.
        """
        done = frozenset([name for name in assumed if name[:5] == RESULT])
        memo = (needs, done)
        if memo not in self._expanded:
            found = set(needs.facts)
            todo, seen = list(needs.tests), set(needs.tests)
            while todo:
                tree = todo.pop()
                found.add(result_of(tree))
                if result_of(tree) not in done:
                    inner = self.below(tree, self.content.trees[tree].start)
                    found |= inner.facts
                    todo += inner.tests - seen
                    seen |= inner.tests
            self._expanded[memo] = frozenset(found)
        return self._expanded[memo]


@lru_cache(maxsize=64)
def reads(content: Content, on: date) -> Reads:
    """The ``Reads`` of ``content`` on ``on``."""
    return Reads(content, on)


@lru_cache(maxsize=16)
def alike(content: Content) -> dict[tuple[str, str], tuple[str, str]]:
    """Answers, and outcomes of tests, that no node and no condition anywhere tells apart: each with the one it equals.

    `email` and `message`, for instance, as long as every node sends them the same way.
    """
    asked: dict[str, list[Ask]] = {}
    tested: dict[str, list[Test]] = {}
    for tree in content.trees.values():
        for node in tree.nodes.values():
            if isinstance(node, Ask):
                asked.setdefault(node.fact, []).append(node)
            elif isinstance(node, Test):
                tested.setdefault(node.tree, []).append(node)
    conditions = [part.when for consult in content.consults.values() for part in consult.parts]
    conditions += [fact.presumed_when for fact in content.facts.values()]
    named: dict[str, list[tuple[str, ...]]] = {}
    for when in conditions:
        for name, those in when.items():
            named.setdefault(name, []).append(those)
    answers = [answer for fact in content.facts.values() for answer in fact.answers.values()]
    implied = {name for answer in answers for name in answer.implies}
    signs: dict[tuple[str, str], tuple[object, ...]] = {}
    for fact in content.facts.values():
        asks, sets = asked.get(fact.id, []), named.get(fact.id, [])
        for answer in fact.answers.values():
            ways = [ask.branches[answer.id] for ask in asks]
            signs[fact.id, answer.id] = (
                *ways,
                *(answer.id in those for those in sets),
                *sorted(answer.implies.items()),
            )
            if fact.id in implied:
                signs[fact.id, answer.id] += (answer.id,)  # it may contradict what another answer implies
    for tree in content.trees.values():
        tests = tested.get(tree.id, [])
        for outcome in tree.outcomes:
            signs[result_of(tree.id), outcome] = tuple(test.branches[outcome] for test in tests)
    first: dict[tuple[str, tuple[object, ...]], tuple[str, str]] = {}
    return {item: first.setdefault((item[0], sign), item) for item, sign in signs.items()}


def situate(content: Content, consult: Consult, facts: Facts, on: date, *, presume: bool = True) -> Situation:
    """The situation in which a consult is reasoned about: an answer that no open way of it reads implies nothing.

    While it is open whether an answer will be read, what it implies counts.
    """
    implying = frozenset(
        name
        for name, answer in facts.items()
        if answer in content.facts[name].answers and content.facts[name].answers[answer].implies
    )
    if not implying:
        return Situation(content, facts, on, presume=presume)
    # what a silent answer may yet imply is open, not presumed: else a presumption could hide that the answer is read
    spoken = Situation(content, facts, on, presume=presume)
    unpresumed = frozenset(name for name in spoken.known if name not in facts)
    walk = Walk(Situation(content, facts, on, presume=presume, silent=implying, unpresumed=unpresumed), consult)
    read = {name for part in consult.parts for name in part.when}
    for part in consult.parts:
        if any(applies for applies, _ in walk.applies(part, {})):
            for position in walk.positions(walk.start(part.tree)):
                node = content.trees[position.tree].nodes.get(position.name)
                if isinstance(node, Ask | Since | Before):
                    read.add(node.fact)
    return Situation(content, facts, on, presume=presume, silent=implying - read)


class Walk:
    """All ways from here to an end, in one situation; with ``consult``, in what it reads."""

    def __init__(self, situation: Situation, consult: Consult | None = None) -> None:
        self.situation = situation
        self.content = situation.content
        self.reads = reads(situation.content, situation.on)
        self.alike = alike(situation.content)
        # one fact at a time, a presumption could hide what an answer that is still open implies
        self._one_by_one = situation.unpresuming(self._may_be_implied(consult))
        self._bounds: dict[str, frozenset[Verdict]] = {}
        self._reach: dict[tuple[str, str], dict[str, None]] = {}

    def start(self, tree: str) -> Position:
        """The first position of a tree."""
        return Position(tree, self.content.trees[tree].start)

    def leave(self, position: Position) -> Position | None:
        """Where an outcome leads: on in the tree that tested this one, or ``None`` at the very end."""
        if not position.frames:
            return None
        tree, name = position.frames[-1]
        node = self.content.trees[tree].nodes[name]
        assert isinstance(node, Test)
        return Position(tree, node.branches[position.name], position.frames[:-1])

    def remembered(self, needs: Needs, assumed: Assumed) -> frozenset[tuple[str, str]]:
        """The part of ``assumed`` that can still make a difference, answers that nothing tells apart as one."""
        keys = self.reads.keys(needs, assumed)
        alike = self.alike
        return frozenset([alike.get(item, item) for item in assumed.items() if item[0] in keys])

    def endings(
        self,
        start: Position,
        assumed: Assumed,
        keep: Needs = NOTHING,
        visit: Callable[[Position, Assumed], None] | None = None,
    ) -> Iterator[tuple[str, Assumed]]:
        """Every outcome the outermost tree can reach from ``start``, with what each scenario assumes.

        Assumptions are kept only for ``keep`` (what later trees read); scenarios equal in outcome and in those come
        once. ``visit`` is called for every position passed.
        """
        todo = [(start, assumed)]
        seen: set[tuple[Position, frozenset[tuple[str, str]]]] = set()
        while todo:
            position, assumed = todo.pop()
            while len(ways := self.step(position, assumed)) == 1:  # scenarios are compared only where they part, or end
                if visit is not None:
                    visit(position, assumed)
                position, assumed = ways[0]
            at_end = not position.frames and position.name in self.content.trees[position.tree].outcomes
            if at_end:
                assumed = {**assumed, result_of(position.tree): position.name}
            needs = self.reads.at(position)
            if at_end or keep is not NOTHING:
                needs = keep if at_end else needs | keep
            key = (position, self.remembered(needs, assumed))
            if key in seen:
                continue
            seen.add(key)
            if visit is not None:
                visit(position, assumed)
            if at_end:
                keys = self.reads.keys(keep, assumed)
                yield position.name, {name: value for name, value in assumed.items() if name in keys}
            else:
                todo.extend(reversed(ways))

    def _may_be_implied(self, consult: Consult | None) -> frozenset[str]:
        """What some answer implies that can still be given."""
        facts = self.content.facts
        read = frozenset(facts)
        if consult is not None:
            needs = NOTHING
            for part in consult.parts:
                needs |= self.reads.part(part)
            read = frozenset(name for name in self.reads.keys(needs, {}) if name in facts)
        still = (facts[name].answers.values() for name in read if name not in self.situation.known)
        return frozenset(other for answers in still for answer in answers for other in answer.implies)

    def step(self, position: Position, assumed: Assumed) -> list[tuple[Position, Assumed]]:
        """Where one step leads: the position after each branch that can be taken; nothing at the very end."""
        tree = self.content.trees[position.tree]
        node = tree.nodes.get(position.name)
        if node is None:
            after = self.leave(position)
            return [] if after is None else [(after, {**assumed, result_of(position.tree): position.name})]
        if isinstance(node, Law):
            return [(Position(position.tree, self._target(node), position.frames), assumed)]
        if isinstance(node, Test):
            if (result := assumed.get(result_of(node.tree))) is not None:
                return [(Position(position.tree, node.branches[result], position.frames), assumed)]
            frames = (*position.frames, (position.tree, position.name))
            return [(Position(node.tree, self.content.trees[node.tree].start, frames), assumed)]
        return [
            (Position(position.tree, node.branches[label], position.frames), after)
            for label, after in self.situation.scenarios(node, assumed)
        ]

    def _target(self, node: Law) -> str:
        """Where a `law` node leads on the reference date."""
        target = node.targets.at(self.situation.on)
        assert target is not None, "the checker holds `law` nodes to cover every date"
        return target

    def reach(self, position: Position) -> dict[str, None]:
        """The outcomes that cannot be excluded by looking at one fact at a time: quick, and never too few."""
        found = self._ends(position.tree, position.name)
        for tree, name in reversed(position.frames):
            node = self.content.trees[tree].nodes[name]
            assert isinstance(node, Test)
            found = self._all_ends(tree, (node.branches[result] for result in found))
        return found

    def _ends(self, tree: str, name: str) -> dict[str, None]:
        """The outcomes of ``tree`` itself that ``reach`` finds below a node. Kept: many ways lead to the same test."""
        found = self._reach.get((tree, name))
        if found is None:
            node = self.content.trees[tree].nodes.get(name)
            if node is None:
                found = {name: None}
            elif isinstance(node, Law):
                found = self._ends(tree, self._target(node))
            elif isinstance(node, Test):
                results = self._ends(node.tree, self.content.trees[node.tree].start)
                found = self._all_ends(tree, (node.branches[result] for result in results))
            else:
                ways = self._one_by_one.scenarios(node, NO_ASSUMPTIONS)
                found = self._all_ends(tree, (node.branches[label] for label, _ in ways))
            self._reach[tree, name] = found
        return found

    def _all_ends(self, tree: str, names: Iterable[str]) -> dict[str, None]:
        found: dict[str, None] = {}
        for name in names:
            found |= self._ends(tree, name)
        return found

    def positions(self, start: Position) -> Iterator[Position]:
        """Every position on the ways that ``reach`` looks at, each once, in tree order."""
        todo, seen = [start], {start}
        while todo:
            position = todo.pop()
            yield position
            for way, _ in reversed(self.step(position, NO_ASSUMPTIONS)):
                if way not in seen:
                    seen.add(way)
                    todo.append(way)

    def differs(self, start: Position, assumed: Assumed, result: Callable[[str], object]) -> bool:
        """Whether more than one result remains below ``start``."""
        if len({result(name) for name in self.reach(start)}) < 2:
            return False
        found: set[object] = set()
        for name, _ in self.endings(start, assumed):
            found.add(result(name))
            if len(found) > 1:
                return True
        return False

    def applies(self, part: Part, assumed: Assumed) -> Iterator[tuple[bool, Assumed]]:
        """Whether a tree applies, in every scenario in which that can differ."""
        todo = [assumed]
        while todo:
            assumed = todo.pop()
            holds = self.situation.holds(part.when, assumed)
            if holds is not None:
                yield holds, assumed
                continue
            fact = next(name for name in part.when if self.situation.value(name, assumed) is None)
            ways = self.situation.answers(fact, self.content.facts[fact].answers, assumed)
            todo.extend(reversed([way for _, way in ways]))

    def verdict(self, tree: str, outcome: str) -> Verdict:
        """The verdict of an outcome."""
        found = self.content.trees[tree].outcomes[outcome].verdict
        assert found is not None
        return found

    def bounds(self, part: Part) -> frozenset[Verdict]:
        """The verdicts a tree can still have by itself, by ``reach``: quick, and never too few."""
        if part.tree not in self._bounds:
            found: set[Verdict] = set()
            for applies in {applies for applies, _ in self.applies(part, {})}:
                outcomes = self.reach(self.start(part.tree)) if applies else []
                found.update(self.verdict(part.tree, outcome) for outcome in outcomes)
                if not applies:
                    found.add(Verdict.NOT_APPLICABLE)
            self._bounds[part.tree] = frozenset(found)
        return self._bounds[part.tree]

    def verdicts(self, consult: Consult, enough: int = len(Verdict)) -> set[Verdict]:
        """The verdicts the whole advice can still have; stops looking once ``enough`` are found."""
        bounds = [self.bounds(part) for part in consult.parts]
        floor = max((min(verdict.rank for verdict in each) for each in bounds), default=0)
        enough = min(enough, len({verdict for each in bounds for verdict in each if verdict.rank >= floor}) or 1)
        later = [NOTHING]
        for part in reversed(consult.parts):
            later.append(later[-1] | self.reads.part(part))
        later.reverse()
        found: set[Verdict] = set()
        seen: set[tuple[int, Verdict, frozenset[tuple[str, str]]]] = set()
        todo: list[Iterator[tuple[int, Assumed, Verdict]]] = [iter([(0, {}, Verdict.NOT_APPLICABLE)])]
        while todo and len(found) < enough:
            step = next(todo[-1], None)
            if step is None:
                todo.pop()
                continue
            index, assumed, worst = step
            if index == len(consult.parts) or worst is Verdict.FORBIDDEN:
                found.add(worst)
                continue
            key = (index, worst, self.remembered(later[index], assumed))
            if key not in seen:
                seen.add(key)
                todo.append(self._part(consult.parts[index], index, assumed, worst, later[index + 1]))
        return found

    def _part(
        self, part: Part, index: int, assumed: Assumed, worst: Verdict, keep: Needs
    ) -> Iterator[tuple[int, Assumed, Verdict]]:
        for applies, after in self.applies(part, assumed):
            if not applies:
                yield index + 1, after, worst
                continue
            for outcome, last in self.endings(self.start(part.tree), after, keep):
                verdict = self.verdict(part.tree, outcome)
                yield index + 1, last, max(worst, verdict, key=lambda v: v.rank)


def possible_verdicts(content: Content, consult: Consult, facts: Facts, on: date) -> tuple[Verdict, ...]:
    """The verdicts that the whole advice on ``facts`` can still have, mildest first."""
    found = Walk(situate(content, consult, facts, on), consult).verdicts(consult)
    return tuple(sorted(found, key=lambda verdict: verdict.rank))
