"""The days on which the advice on one set of facts can change: the law changed, or a term ran out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from wizard.content.model import Ask, Before, Consult, Content, Contested, Dated, Duty, Law, Outcome, Since, Test, Tree
from wizard.reasoning.situation import Facts
from wizard.reasoning.terms import end_of_term

Days = tuple[date, ...]


def turning_days(content: Content, consult: Consult, facts: Facts) -> Days:
    """The days on which the verdict or an outcome can change, in order, none before the first the trees know.

    These are the days on which a `law` node of the consult begins a period, and those on which a date in ``facts``
    comes to lie longer ago than a `since` node asks.
    """
    return _sorted(content, _turning(_trees(content, consult), facts))


def changing_days(content: Content, consult: Consult, facts: Facts) -> Days:
    """The days on which anything in the advice can change: also its duties, reasons and citations. In order."""
    trees = _trees(content, consult)
    ends = [end for tree in trees for end in tree.outcomes.values()]
    holders = [holder for end in ends for holder in _holders(content, end)]
    sources = {name for tree in trees for name in sources_of(content, tree)}
    dated: list[Dated] = [holder.sources for holder in holders]  # type: ignore[type-arg]
    for end in ends:
        dated += [end.because, end.sources, end.duties]
    for name in sources:
        dated += [content.sources[name].act, content.sources[name].locator]
    found = {day for value in dated for day in value.boundaries}
    found |= {day for holder in holders for day in (holder.from_, holder.until)} - {date.min, date.max}
    return _sorted(content, found | _turning(trees, facts))


def sources_of(content: Content, tree: Tree) -> tuple[str, ...]:
    """Every rule that ``tree`` cites on any date: at its nodes and questions, its outcomes and all they bring."""
    found: dict[str, None] = {}
    for node in tree.nodes.values():
        found.update(dict.fromkeys(node.cite))
        if isinstance(node, Ask | Before | Since):
            found.update(dict.fromkeys(content.facts[node.fact].sources))
    for end in tree.outcomes.values():
        for held in (end.sources, *(holder.sources for holder in _holders(content, end))):
            found.update(dict.fromkeys(_names(held)))
    return tuple(found)


def _holders(content: Content, end: Outcome) -> list[Duty | Contested]:
    """The duties that an outcome brings on any date, and what is contested about it."""
    duties = [content.duties[name] for name in dict.fromkeys(_names(end.duties))]
    return [*duties, *(content.contested[name] for name in end.contested)]


def _turning(trees: Iterable[Tree], facts: Facts) -> set[date]:
    found: set[date] = set()
    for node in (node for tree in trees for node in tree.nodes.values()):
        if isinstance(node, Law):
            found |= set(node.targets.boundaries)
        elif isinstance(node, Since) and (given := day_given(facts, node.fact)):
            ended = end_of_term(given, node.within)
            found |= {ended} if ended else set()
    return found


def day_given(facts: Facts, fact: str) -> date | None:
    """The day of the date in ``facts``; ``None`` when it is unknown or not given."""
    try:
        return date.fromisoformat(facts.get(fact, "")[:10])
    except ValueError:
        return None


def trees_below(content: Content, names: Iterable[str]) -> list[Tree]:
    """The trees called ``names``, and all that they test."""
    found: dict[str, Tree] = {}
    todo = list(names)
    while todo:
        name = todo.pop(0)
        if name not in found:
            found[name] = content.trees[name]
            todo += [node.tree for node in found[name].nodes.values() if isinstance(node, Test)]
    return list(found.values())


def _trees(content: Content, consult: Consult) -> list[Tree]:
    return trees_below(content, (part.tree for part in consult.parts))


def _names(dated: Dated[tuple[str, ...]]) -> Iterable[str]:
    return (name for _, names in dated.periods for name in names or ())


def _sorted(content: Content, days: Iterable[date]) -> Days:
    return tuple(sorted({content.law_from, *(day for day in days if day > content.law_from)}))
