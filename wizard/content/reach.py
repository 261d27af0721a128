"""Which nodes and outcomes of a tree can be reached, and in which periods of law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from wizard.content.model import Content, Dated, Law, Test
from wizard.content.resolve import targets

EVER = date.max
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Span:
    """Days on which something holds: ``start`` up to, not including, ``end``."""

    start: date
    end: date

    @property
    def days(self) -> bool:
        """Whether there is any day in it."""
        return self.start < self.end

    def overlap(self, other: Span) -> Span:
        """The days in both."""
        return Span(max(self.start, other.start), min(self.end, other.end))


def periods(dated: Dated[T]) -> Iterator[tuple[date, date, T | None]]:
    """The periods of a dated value as (start, end, value); the last one has no end."""
    ends = [*(start for start, _ in dated.periods[1:]), EVER]
    yield from ((start, end, value) for (start, value), end in zip(dated.periods, ends, strict=False))


def days_within(changes: Iterable[date], span: Span) -> list[date]:
    """The first day of ``span`` and the days in it on which something changes: enough to look at, in order."""
    return sorted({span.start, *(day for day in changes if span.start < day < span.end)}) if span.days else []


class Reach:
    """Looks up, per tree, the periods in which each node and outcome can be reached."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self._known: dict[str, dict[str, list[Span]]] = {}

    def of(self, tree_id: str) -> dict[str, list[Span]]:
        """For each node and outcome that can be reached, when. A branch of a test: when that outcome can be."""
        if tree_id in self._known:
            return self._known[tree_id]
        tree = self.content.trees[tree_id]
        reached: dict[str, list[Span]] = {}
        todo = [(tree.start, Span(self.content.law_from, EVER))]
        while todo:
            name, span = todo.pop()
            spans = reached.setdefault(name, [])
            if any(span.overlap(known) == span for known in spans):
                continue
            spans.append(span)
            node = tree.nodes.get(name)
            ways: list[tuple[str, Span]] = []
            if isinstance(node, Law):
                ways = [(target, Span(start, end)) for start, end, target in periods(node.targets) if target]
            elif isinstance(node, Test):
                tested = self.of(node.tree)
                ways = [(node.branches[outcome], when) for outcome in node.branches for when in tested.get(outcome, [])]
            elif node is not None:
                ways = [(target, span) for target in targets(node)]
            todo += [(target, part) for target, when in ways if (part := when.overlap(span)).days]
        self._known[tree_id] = {name: _merged(spans) for name, spans in reached.items()}
        return self._known[tree_id]


def _merged(spans: list[Span]) -> list[Span]:
    """The same days as few spans, in order."""
    merged: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
