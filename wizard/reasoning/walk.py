"""Walking trees: every way a tree, or a whole consult, can still end.

A scenario assumes answers for open facts. Scenarios that stand at the same node and agree on every fact that can still
be read are one scenario: that keeps the number of walks small however much is unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from wizard.content.model import Consult, Content, Law, Part, Test, Verdict
from wizard.content.resolve import targets
from wizard.reasoning.situation import Assumed, Situation, split

Frames = tuple[tuple[str, str], ...]
"""The `test` nodes we are inside of, outermost first: (tree, node)."""


@dataclass(frozen=True, slots=True)
class Position:
    """A node or outcome, and the tests it is reached through."""

    tree: str
    name: str
    frames: Frames = ()


class Reads:
    """Which facts can still be read from a node on, on one date. Kept per content and date."""

    def __init__(self, content: Content, on: date) -> None:
        self.content = content
        self.on = on
        self._below: dict[tuple[str, str], frozenset[str]] = {}
        self._at: dict[Position, frozenset[str]] = {}

    def below(self, tree: str, name: str) -> frozenset[str]:
        """The facts (as ``split``) read at or below a node of a tree."""
        key = (tree, name)
        if key in self._below:
            return self._below[key]
        node = self.content.trees[tree].nodes.get(name)
        found: set[str] = set()
        if isinstance(node, Law):
            if target := node.targets.at(self.on):
                found |= self.below(tree, target)
        elif node is not None:
            if isinstance(node, Test):
                found |= self.below(node.tree, self.content.trees[node.tree].start)
            else:
                fact = self.content.facts[node.fact]
                found.add(split(node))
                found.update(fact.presumed_when)
                for answer in fact.answers.values():
                    found.update(answer.implies)
            for target in targets(node):
                found |= self.below(tree, target)
        self._below[key] = frozenset(found)
        return self._below[key]

    def at(self, position: Position) -> frozenset[str]:
        """The facts read from ``position`` to the end of the outermost tree."""
        if not position.frames:
            return self.below(position.tree, position.name)
        if position not in self._at:
            found = self.below(position.tree, position.name)
            for tree, name in position.frames:
                node = self.content.trees[tree].nodes[name]
                for target in targets(node):
                    found |= self.below(tree, target)
            self._at[position] = found
        return self._at[position]

    def part(self, part: Part) -> frozenset[str]:
        """The facts read by a tree of a consult, with its condition."""
        return self.below(part.tree, self.content.trees[part.tree].start) | frozenset(part.when)


@lru_cache(maxsize=64)
def reads(content: Content, on: date) -> Reads:
    """The ``Reads`` of ``content`` on ``on``."""
    return Reads(content, on)


class Walk:
    """All ways from here to an end, in one situation."""

    def __init__(self, situation: Situation) -> None:
        self.situation = situation
        self.content = situation.content
        self.reads = reads(situation.content, situation.on)

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

    def endings(
        self,
        start: Position,
        assumed: Assumed,
        keep: frozenset[str] = frozenset(),
        visit: Callable[[Position, Assumed], None] | None = None,
    ) -> Iterator[tuple[str, Assumed]]:
        """Every outcome the outermost tree can reach from ``start``, with what each scenario assumes.

        Assumptions are kept only for facts in ``keep`` (those later trees read); scenarios equal in outcome and in
        those facts come once. ``visit`` is called once for every position passed.
        """
        todo = [(start, assumed)]
        seen: set[tuple[Position, frozenset[tuple[str, str]]]] = set()
        while todo:
            position, assumed = todo.pop()
            at_end = not position.frames and position.name in self.content.trees[position.tree].outcomes
            wanted = keep if at_end else self.reads.at(position) | keep
            key = (position, frozenset(item for item in assumed.items() if item[0] in wanted))
            if key in seen:
                continue
            seen.add(key)
            if visit is not None:
                visit(position, assumed)
            if at_end:
                yield position.name, dict(key[1])
            else:
                todo.extend(reversed(self.step(position, assumed)))

    def step(self, position: Position, assumed: Assumed) -> list[tuple[Position, Assumed]]:
        """Where one step leads: the position after each branch that can be taken; nothing at the very end."""
        tree = self.content.trees[position.tree]
        node = tree.nodes.get(position.name)
        if node is None:
            after = self.leave(position)
            return [] if after is None else [(after, assumed)]
        if isinstance(node, Law):
            target = node.targets.at(self.situation.on)
            assert target is not None, "the checker holds `law` nodes to cover every date"
            return [(Position(position.tree, target, position.frames), assumed)]
        if isinstance(node, Test):
            frames = (*position.frames, (position.tree, position.name))
            return [(Position(node.tree, self.content.trees[node.tree].start, frames), assumed)]
        return [
            (Position(position.tree, node.branches[label], position.frames), after)
            for label, after in self.situation.scenarios(node, assumed)
        ]

    def outcomes(self, start: Position, assumed: Assumed | None = None) -> list[str]:
        """The outcomes the outermost tree can reach from ``start``, each once, in tree order."""
        return list(dict.fromkeys(name for name, _ in self.endings(start, assumed or {})))

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
            ways = (self.situation.assume(fact, answer, assumed) for answer in self.content.facts[fact].answers)
            todo.extend(reversed([way for way in ways if way is not None]))

    def verdict(self, tree: str, outcome: str) -> Verdict:
        """The verdict of an outcome."""
        found = self.content.trees[tree].outcomes[outcome].verdict
        assert found is not None
        return found

    def verdicts(self, consult: Consult, enough: int = len(Verdict)) -> set[Verdict]:
        """The verdicts the whole advice can still have; stops looking once ``enough`` are found."""
        later = [frozenset[str]()]
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
            key = (index, worst, frozenset(item for item in assumed.items() if item[0] in later[index]))
            if key not in seen:
                seen.add(key)
                todo.append(self._part(consult.parts[index], index, assumed, worst, later[index + 1]))
        return found

    def _part(
        self, part: Part, index: int, assumed: Assumed, worst: Verdict, keep: frozenset[str]
    ) -> Iterator[tuple[int, Assumed, Verdict]]:
        for applies, after in self.applies(part, assumed):
            if not applies:
                yield index + 1, after, worst
                continue
            for outcome, last in self.endings(self.start(part.tree), after, keep):
                verdict = self.verdict(part.tree, outcome)
                yield index + 1, last, max(worst, verdict, key=lambda v: v.rank)
