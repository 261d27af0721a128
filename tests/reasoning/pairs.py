"""Two situations side by side, all other facts equal and none unknown: is one ever milder than the other?

Goes through the product of two advices, tree by tree: what agrees on every fact and every result of a test that can
still be read is one, so that the whole of a consult is gone through, not a sample.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from wizard.content.model import Consult, Content, Law, Part, Verdict
from wizard.reasoning.paths import turning_days
from wizard.reasoning.situation import Facts, Situation
from wizard.reasoning.walk import NOTHING, RESULT, Needs, Walk

Known = frozenset[tuple[str, str]]
State = tuple[Known, tuple[Known, Known]]
"""The facts that both sides have in common, and what each side found in the tests it has been through."""
Pair = tuple[Verdict, Verdict]
"""The strictest verdict so far of each side: the one that should be the stricter first."""


def milder(content: Content, consult: Consult, on: date, strict: Facts, mild: Facts) -> Pair | None:
    """Verdicts of ``strict`` and ``mild``, other facts equal, of which the first is the milder; ``None``: never so.

    Trees that read none of the facts in which the two differ give both sides the same verdict. They are left out at
    first: that can only show more, never hide anything. A breach counts when it stands with all trees.
    """
    differ = {name for name in strict.keys() | mild.keys() if strict.get(name) != mild.get(name)}
    sides = Sides(content, on, strict, mild)
    touched = [part for part in consult.parts if sides.facts(sides.reads.part(part), frozenset()) & differ]
    return sides.breach(touched) and sides.breach(list(consult.parts))


def turns(content: Content, consult: Consult, facts: Facts) -> tuple[date, ...]:
    """The days on which a verdict can change that ``facts`` can meet in ``consult``.

    Left out is a day on which every `law` node that can still be reached leads where it led on an earlier one: every
    walk is the same then.
    """
    first: dict[frozenset[tuple[str, str, str | None]], date] = {}
    for day in turning_days(content):
        walk = Walk(Situation(content, facts, day, presume=False))
        parts = [part for part in consult.parts if any(applies for applies, _ in walk.applies(part, {}))]
        met = {
            (position.tree, position.name, node.targets.at(day))
            for part in parts
            for position in walk.positions(walk.start(part.tree))
            if isinstance(node := content.trees[position.tree].nodes.get(position.name), Law)
        }
        first.setdefault(frozenset(met), day)
    return tuple(first.values())


class Sides:
    """Two situations, walked side by side."""

    def __init__(self, content: Content, on: date, strict: Facts, mild: Facts) -> None:
        self.walks = [Walk(Situation(content, facts, on, presume=False)) for facts in (strict, mild)]
        self.reads = self.walks[0].reads

    def facts(self, needs: Needs, results: Known) -> frozenset[str]:
        """The facts that ``needs`` come to, given the results there are."""
        return frozenset(key for key in self.reads.keys(needs, dict(results)) if not key.startswith(RESULT))

    def breach(self, parts: list[Part]) -> Pair | None:
        """Verdicts over these trees of which the first is the milder."""
        later = [NOTHING]
        for part in reversed(parts):
            later.insert(0, later[0] | self.reads.part(part))
        nothing: Known = frozenset()
        found = {(nothing, (nothing, nothing)): {(Verdict.NOT_APPLICABLE, Verdict.NOT_APPLICABLE)}}
        for index, part in enumerate(parts):
            first, second = sorted((0, 1), key=lambda side: self.size(part, side))
            found = self.through(part, first, found, later[index + 1], later[index])
            found = self.through(part, second, found, later[index + 1], later[index + 1])
            found = self.hopeful(found, parts[index + 1 :])
        breaches = (pair for pairs in found.values() for pair in pairs if pair[0].rank < pair[1].rank)
        return next(breaches, None)

    def size(self, part: Part, side: int) -> int:
        """How much of a tree is still open for a side."""
        walk = self.walks[side]
        return sum(1 for _ in walk.positions(walk.start(part.tree)))

    def hopeful(self, found: dict[State, set[Pair]], parts: list[Part]) -> dict[State, set[Pair]]:
        """Without those in which the second side can no longer become stricter than the first is already."""
        bound = max((verdict.rank for part in parts for verdict in self.walks[1].bounds(part)), default=0)
        hope = {
            state: {pair for pair in pairs if pair[0].rank < max(bound, pair[1].rank)} for state, pairs in found.items()
        }
        return {state: pairs for state, pairs in hope.items() if pairs}

    def through(
        self, part: Part, side: int, found: dict[State, set[Pair]], own: Needs, others: Needs
    ) -> dict[State, set[Pair]]:
        """What there is after a tree, for one side. ``own``, ``others``: what this and the other side read after it.

        A tree ends the same way for all that agree on what it reads: its endings are worked out once for these.
        """
        after: dict[State, set[Pair]] = defaultdict(set)
        endings: dict[object, set[tuple[Verdict, Known, Known, frozenset[str]]]] = {}
        for (facts, results), pairs in found.items():
            reads = self.reads.keys(self.reads.part(part), dict(results[side]))
            keep = Needs(own.facts | self.facts(others, results[1 - side]), own.tests)
            read = frozenset([item for item in facts if item[0] in reads])
            key = (read, results[side], keep)
            if key not in endings:
                endings[key] = set(self.endings(part, side, dict(read | results[side]), keep))
            for verdict, new, tested, needed in endings[key]:
                still = new.union([item for item in facts - read if item[0] in needed])
                both = after[still, (tested, results[1]) if side == 0 else (results[0], tested)]
                for pair in pairs:
                    stricter = max(pair[side], verdict, key=lambda v: v.rank)
                    _add(both, (stricter, pair[1]) if side == 0 else (pair[0], stricter))
        return after

    def endings(
        self, part: Part, side: int, assumed: dict[str, str], keep: Needs
    ) -> Iterator[tuple[Verdict, Known, Known, frozenset[str]]]:
        """Verdict, facts and results of each way a tree can end; and what can then still be read."""
        walk = self.walks[side]
        for applies, after in walk.applies(part, assumed):
            ends = [(Verdict.NOT_APPLICABLE, after)]
            if applies:
                ways = walk.endings(walk.start(part.tree), after, keep)
                ends = [(walk.verdict(part.tree, outcome), last) for outcome, last in ways]
            for verdict, last in ends:
                left = walk.remembered(keep, last)
                tested = frozenset([item for item in left if item[0].startswith(RESULT)])
                yield verdict, left - tested, tested, self.reads.keys(keep, last)


def _add(pairs: set[Pair], pair: Pair) -> None:
    """Add a pair. Kept are those from which a breach can follow that does not follow from another one as well."""
    if pair[0] is Verdict.FORBIDDEN or any(_covers(other, pair) for other in pairs):
        return  # nothing is stricter than forbidden
    pairs -= {other for other in pairs if _covers(pair, other)}
    pairs.add(pair)


def _covers(one: Pair, other: Pair) -> bool:
    """Whether every breach that can follow from ``other`` can follow from ``one``."""
    return one[0].rank <= other[0].rank and one[1].rank >= other[1].rank
