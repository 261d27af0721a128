"""Every path there is through one tree on one date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from wizard.content.model import Content, Contested, Dated, Duty, Law, Test, Tree
from wizard.content.reach import Reach
from wizard.content.resolve import targets
from wizard.reasoning.situation import Assumed, Situation


@dataclass(frozen=True, slots=True)
class Branch:
    """One branch taken: at ``node``, the answer.

    For a test: the outcomes that lead the same way, joined by ` | `. For law: the start of the period.
    """

    node: str
    answer: str


@dataclass(frozen=True, slots=True)
class Path:
    """A way from the first node to an outcome, with the answers it supposes."""

    branches: tuple[Branch, ...]
    outcome: str
    supposes: dict[str, str]


def paths(content: Content, tree: Tree, on: date) -> Iterator[Path]:
    """Every path through ``tree`` under the law of ``on``, in tree order.

    A `test` counts as one answer: its own paths are proved in its own tree, and the checker sees to it that no path
    tests a tree twice. Outcomes that lead the same way stand together; those that cannot be reached on that date are
    left out, and so are paths that contradict themselves (an answer that implies another than one given earlier).
    """
    situation = Situation(content, {}, on, presume=False)
    yield from _from(situation, tree, tree.start, (), {})


def _from(situation: Situation, tree: Tree, name: str, taken: tuple[Branch, ...], assumed: Assumed) -> Iterator[Path]:
    if name in tree.outcomes:
        yield Path(taken, name, assumed)
        return
    node = tree.nodes[name]
    if isinstance(node, Law):
        target = node.targets.at(situation.on)
        if target is not None:
            start = max(start for start, _ in node.targets.periods if start <= situation.on)
            yield from _from(situation, tree, target, (*taken, Branch(name, start.isoformat())), assumed)
    elif isinstance(node, Test):
        tested = _reach(situation.content).of(node.tree)
        for target in targets(node):
            ways = [outcome for outcome, where in node.branches.items() if where == target]
            there = [way for way in ways if any(when.start <= situation.on < when.end for when in tested.get(way, []))]
            if there:
                yield from _from(situation, tree, target, (*taken, Branch(name, " | ".join(there))), assumed)
    else:
        for label, after in situation.scenarios(node, assumed):
            yield from _from(situation, tree, node.branches[label], (*taken, Branch(name, label)), after)


@lru_cache(maxsize=16)
def _reach(content: Content) -> Reach:
    return Reach(content)


def turning_days(content: Content) -> tuple[date, ...]:
    """The days on which a verdict can change: the first day the trees know, and each new period of a `law` node."""
    nodes = [node for tree in content.trees.values() for node in tree.nodes.values()]
    found = {day for node in nodes if isinstance(node, Law) for day in node.targets.boundaries}
    return tuple(sorted(found | {content.law_from}))


def boundaries(content: Content) -> tuple[date, ...]:
    """Every day on which anything in the content changes, from the first day the trees know, in order."""
    found = {content.law_from}
    dated: list[Dated] = []  # type: ignore[type-arg]
    for tree in content.trees.values():
        dated += [node.targets for node in tree.nodes.values() if isinstance(node, Law)]
        for outcome in tree.outcomes.values():
            dated += [outcome.because, outcome.sources, outcome.duties]
    for source in content.sources.values():
        dated += [source.act, source.locator, source.says]
    for risk in content.risks.values():
        dated += [risk.supervisor, risk.maximum, risk.note, risk.sources]
    holders: list[Duty | Contested] = [*content.duties.values(), *content.contested.values()]
    for holder in holders:
        dated.append(holder.sources)
        found |= {holder.from_, holder.until} - {date.min, date.max}
    for value in dated:
        found.update(value.boundaries)
    return tuple(sorted(day for day in found if day >= content.law_from))


def around(days: tuple[date, ...], first: date) -> tuple[date, ...]:
    """Each of ``days`` with the day before and the day after, none before ``first``."""
    near = {day + timedelta(days=shift) for day in days for shift in (-1, 0, 1)}
    return tuple(sorted(day for day in near if day >= first))
