"""Faults that no schema sees: what can be reached, when it was the law, and what nobody uses.

Runs on content whose names resolve. The walk is over every path of every tree in every period.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from wizard.content.fault import Fault
from wizard.content.load import read_content
from wizard.content.model import (
    Ask,
    Before,
    Content,
    Contested,
    Dated,
    Duty,
    Law,
    Node,
    Place,
    Risk,
    Since,
    Source,
    Test,
    Tree,
    Verdict,
)
from wizard.content.resolve import targets


def check(folder: Path) -> tuple[Content, list[Fault]]:
    """Read the content under ``folder`` and find every fault, sorted by place.

    The deeper checks run only when all names resolve: before that they would report nonsense.
    Raises ``ContentError`` when the folder cannot be read at all.
    """
    content, faults = read_content(folder)
    if not faults:
        faults = list(_Checker(content).faults())
    return content, sorted(set(faults), key=lambda fault: (fault.place, fault.code, fault.message))


@dataclass(frozen=True, slots=True)
class _Span:
    """Days on which something can be reached: ``start`` up to, not including, ``end``."""

    start: date
    end: date


EVER = date.max
T = TypeVar("T")


class _Checker:
    def __init__(self, content: Content) -> None:
        self.content = content

    def faults(self) -> Iterator[Fault]:
        for tree in self.content.trees.values():
            reached = self.reach(tree)
            yield from self.unreachable(tree, reached)
            yield from self.outcomes(tree, reached)
            yield from self.answers_that_never_matter(tree)
            yield from self.contradictions(tree)
        yield from self.periods()
        yield from self.holders()
        yield from self.presumptions()
        yield from self.unused()

    # what can be reached, and when

    def reach(self, tree: Tree) -> dict[str, list[_Span]]:
        """For each node and outcome of ``tree`` the periods of law on which it can be reached."""
        reached: dict[str, list[_Span]] = {}
        todo = [(tree.start, _Span(self.content.law_from, EVER))]
        while todo:
            name, span = todo.pop()
            spans = reached.setdefault(name, [])
            if any(known.start <= span.start and span.end <= known.end for known in spans):
                continue
            spans.append(span)
            node = tree.nodes.get(name)
            if isinstance(node, Law):
                for start, end, target in _periods(node.targets):
                    part = _Span(max(start, span.start), min(end, span.end))
                    if target is not None and part.start < part.end:
                        todo.append((target, part))
            elif node is not None:
                todo += [(target, span) for target in targets(node)]
        return reached

    def unreachable(self, tree: Tree, reached: Collection[str]) -> Iterator[Fault]:
        for name, item in (*tree.nodes.items(), *tree.outcomes.items()):
            if name not in reached:
                what = "outcome" if name in tree.outcomes else "node"
                yield Fault(
                    f"unreachable-{what}",
                    item.place,
                    f"{what} `{name}` can never be reached",
                    "lead to it, or remove it",
                )

    def outcomes(self, tree: Tree, reached: Mapping[str, list[_Span]]) -> Iterator[Fault]:
        """What an outcome must have, and that its sources were in force whenever it can be reached."""
        for outcome in tree.outcomes.values():
            where = f"outcome `{outcome.id}`"
            spans = reached.get(outcome.id, [])
            if not any(names for _, names in outcome.sources.periods):
                yield Fault("no-source", outcome.place, f"{where} cites no source", "add `sources: [...]`")
            if outcome.verdict is not None and not outcome.because.periods:
                yield Fault("no-reason", outcome.place, f"{where} gives no reason", "add `because: {nl: …, en: …}`")
            if outcome.verdict is Verdict.ASSESS and not (outcome.lean and outcome.weigh):
                yield Fault(
                    "assess", outcome.place, f"{where} must be assessed, but says not how", "add `lean:` and `weigh:`"
                )
            if outcome.verdict is not Verdict.ASSESS and (outcome.lean or outcome.weigh):
                yield Fault(
                    "assess", outcome.place, f"{where} has `lean` or `weigh`", "these belong to `verdict: assess`"
                )
            for span in spans:
                for dated, what in (
                    (outcome.sources, "sources"),
                    (outcome.because, "because"),
                    (outcome.duties, "duties"),
                ):
                    if dated.periods and dated.at(span.start) is None:
                        yield Fault(
                            "period",
                            outcome.place,
                            f"{where} has no `{what}` on {span.start}, when it can be reached",
                            "start its first period earlier",
                        )
                yield from self.anachronisms(outcome.sources, span, where, outcome.place)
                if outcome.verdict is Verdict.CONDITIONAL and (bare := self.without_duty(outcome.duties, span)):
                    yield Fault(
                        "no-duty",
                        outcome.place,
                        f"{where} is conditional, but no duty is in force on {bare}",
                        "add a duty for that period, or make it `allowed`",
                    )

    def without_duty(self, duties: Dated[tuple[str, ...]], span: _Span) -> date | None:
        """The first day in ``span`` on which none of ``duties`` is in force."""
        known = self.content.duties
        days = {span.start, *(day for day in duties.boundaries if span.start <= day < span.end)}
        for _, names in duties.periods:
            for name in names or ():
                days |= {day for day in (known[name].from_, known[name].until) if span.start <= day < span.end}
        return next(
            (day for day in sorted(days) if not any(known[name].in_force(day) for name in duties.at(day) or ())), None
        )

    def anachronisms(self, cited: Dated[tuple[str, ...]], span: _Span, where: str, place: Place) -> Iterator[Fault]:
        """Sources cited on a day on which they were not in force."""
        for start, end, names in _periods(cited):
            first, last = max(start, span.start), min(end, span.end)
            if first >= last:
                continue
            for name in names or ():
                if day := _not_in_force(self.content.sources[name], first, last):
                    yield Fault(
                        "anachronism",
                        place,
                        f"{where} cites `{name}` on {day}, when it was not in force",
                        "date the citation, or lead elsewhere on that date",
                    )

    def holders(self) -> Iterator[Fault]:
        """Duties, contested points and risks: their sources, whenever they hold."""
        law_from = self.content.law_from
        holders: list[Duty | Contested] = [*self.content.duties.values(), *self.content.contested.values()]
        for holder in holders:
            where = f"`{holder.id}`"
            if holder.from_ >= holder.until:
                yield Fault("period", holder.place, f"{where} ends before it starts", "swap `from` and `until`")
            if not any(names for _, names in holder.sources.periods):
                yield Fault("no-source", holder.place, f"{where} cites no source", "add `sources: [...]`")
            span = _Span(max(law_from, holder.from_), holder.until)
            if span.start < span.end:
                if holder.sources.periods and holder.sources.at(span.start) is None:
                    yield Fault("period", holder.place, f"{where} has no source on {span.start}", "start it earlier")
                yield from self.anachronisms(holder.sources, span, where, holder.place)
        for risk in self.content.risks.values():
            for dated, what in ((risk.supervisor, "supervisor"), (risk.maximum, "maximum"), (risk.sources, "sources")):
                if dated.at(law_from) is None:
                    yield Fault("period", risk.place, f"`{risk.id}` has no `{what}` on {law_from}", "start it earlier")
            yield from self.anachronisms(risk.sources, _Span(law_from, EVER), f"`{risk.id}`", risk.place)

    def periods(self) -> Iterator[Fault]:
        """Sources that never stood anywhere, or whose act is missing while they did."""
        for source in self.content.sources.values():
            if not source.locator.periods:
                yield Fault("period", source.place, f"source `{source.id}` stands nowhere", "give it a `locator`")
            if source.title is None:
                for start, locator in source.locator.periods:
                    if locator is not None and source.act.at(start) is None:
                        yield Fault(
                            "period", source.place, f"source `{source.id}` has no act on {start}", "start `act` earlier"
                        )

    # answers

    def contradictions(self, tree: Tree) -> Iterator[Fault]:
        """Facts asked twice on a path, and branches that only a path contradicting itself could take."""
        taken: set[tuple[str, str]] = set()
        twice: set[str] = set()
        seen: set[tuple[str, frozenset[tuple[str, str]]]] = set()
        todo: list[tuple[str, dict[str, str]]] = [(tree.start, {})]
        while todo:
            name, supposed = todo.pop()
            node = tree.nodes.get(name)
            key = (name, frozenset(supposed.items()))
            if node is None or key in seen:
                continue
            seen.add(key)
            if isinstance(node, Law):
                todo += [(target, supposed) for target in targets(node)]
                continue
            subject = _subject(node)
            if f"asked {subject}" in supposed:
                twice.add(name)
            for answer, target in node.branches.items():
                after = {**supposed, f"asked {subject}": "yes"}
                if self._suppose(after, subject, answer, isinstance(node, Ask)):
                    taken.add((name, answer))
                    todo.append((target, after))
        for name, node in tree.nodes.items():
            if isinstance(node, Law):
                continue
            if name in twice:
                yield Fault(
                    "asked-twice",
                    node.place,
                    f"node `{name}` asks `{_subject(node)}` again on the same path",
                    "the answer is known there: lead on directly",
                )
            for answer in node.branches:
                if (name, answer) not in taken and any(step == name for step, _ in taken):
                    yield Fault(
                        "contradiction",
                        node.place,
                        f"the branch `{answer}` of node `{name}` contradicts every path to it",
                        "an earlier answer already excludes it",
                    )

    def _suppose(self, supposed: dict[str, str], subject: str, answer: str, asks: bool) -> bool:
        """Add an answer and what it implies to ``supposed``; ``False`` when that contradicts it."""
        todo = [(subject, answer)]
        while todo:
            name, value = todo.pop()
            if supposed.setdefault(name, value) != value:
                return False
            found = self.content.facts[name].answers.get(value) if asks else None
            todo += list(found.implies.items()) if found else []
        return True

    def answers_that_never_matter(self, tree: Tree) -> Iterator[Fault]:
        for name, node in tree.nodes.items():
            if not isinstance(node, Law) and len(targets(node)) == 1:
                yield Fault(
                    "never-matters",
                    node.place,
                    f"every answer at node `{name}` leads to the same place",
                    "leave the question out",
                )

    def presumptions(self) -> Iterator[Fault]:
        for fact in self.content.facts.values():
            for other in fact.presumed_when:
                if self.content.facts[other].presumed is not None:
                    yield Fault(
                        "presumption",
                        fact.place,
                        f"`{fact.id}` is presumed when `{other}` is, which is presumed itself",
                        "a presumption may rest on answers only",
                    )

    # what nobody uses

    def unused(self) -> Iterator[Fault]:
        content = self.content
        asked = {
            node.fact
            for tree in content.trees.values()
            for node in tree.nodes.values()
            if isinstance(node, Ask | Since | Before)
        }
        conditions = [part.when for consult in content.consults.values() for part in consult.parts]
        asked |= {fact for when in conditions for fact in when}
        tested = {
            node.tree for tree in content.trees.values() for node in tree.nodes.values() if isinstance(node, Test)
        }
        tested |= {part.tree for consult in content.consults.values() for part in consult.parts}
        outcomes = [outcome for tree in content.trees.values() for outcome in tree.outcomes.values()]
        duties = {name for outcome in outcomes for name in _names(outcome.duties)}
        contested = {name for outcome in outcomes for name in outcome.contested}
        holders: list[Duty | Contested | Risk] = [
            *content.duties.values(),
            *content.contested.values(),
            *content.risks.values(),
        ]
        cited = {name for outcome in outcomes for name in _names(outcome.sources)}
        cited |= {name for holder in holders for name in _names(holder.sources)}
        cited |= {name for fact in content.facts.values() for name in fact.sources}
        cited |= {name for term in content.terms.values() for name in term.sources}
        cited |= {name for tree in content.trees.values() for node in tree.nodes.values() for name in node.cite}
        acts = {act for source in content.sources.values() for _, act in source.act.periods if act}
        terms = {name for fact in content.facts.values() for name in fact.terms}
        risks = {tree.risk for tree in content.trees.values() if tree.risk}
        for known, used, what in (
            (content.facts, asked, "fact"),
            (content.trees, tested, "tree"),
            (content.duties, duties, "duty"),
            (content.contested, contested, "contested point"),
            (content.sources, cited, "source"),
            (content.acts, acts, "act"),
            (content.terms, terms, "term"),
            (content.risks, risks, "risk"),
        ):
            yield from _unused(known, used, what)


def _unused(known: Mapping[str, object], used: Collection[str], what: str) -> Iterator[Fault]:
    for name, item in known.items():
        if name not in used:
            place: Place = item.place  # type: ignore[attr-defined]
            yield Fault("unused", place, f"{what} `{name}` is used nowhere", "use it, or remove it")


def _names(dated: Dated[tuple[str, ...]]) -> Iterable[str]:
    return (name for _, names in dated.periods for name in names or ())


def _subject(node: Node) -> str:
    """What a node asks, as one word."""
    if isinstance(node, Test):
        return f"test {node.tree}"
    if isinstance(node, Since):
        return f"{node.fact} within {node.years} years"
    if isinstance(node, Before):
        return f"{node.fact} before {node.day}"
    assert isinstance(node, Ask)
    return node.fact


def _periods(dated: Dated[T]) -> Iterator[tuple[date, date, T | None]]:
    """The periods of a dated value as (start, end, value); the last one has no end."""
    starts = [start for start, _ in dated.periods]
    yield from ((start, end, value) for (start, value), end in zip(dated.periods, [*starts[1:], EVER], strict=True))


def _not_in_force(source: Source, start: date, end: date) -> date | None:
    """The first day from ``start`` up to ``end`` on which ``source`` was not in force."""
    days = [start, *(day for day in source.locator.boundaries if start < day < end)]
    return next((day for day in days if not source.in_force(day)), None)
