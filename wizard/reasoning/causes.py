"""By which rules an advice changed on a day: those that decide where the two walks part, and changed that day.

Every cause stood on the day of the change, or ceased to hold that very day. A rule that only got another number or
place that day never is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from wizard.content.model import Content, Law, Source
from wizard.reasoning.advice import Finding, Step
from wizard.reasoning.change import REGIME, Change, TreeChange
from wizard.reasoning.days import sources_of, trees_below


def causes(content: Content, change: Change, terms: Iterable[str] = ()) -> tuple[str, ...]:
    """The rules that brought ``change`` on the day of its second advice; ``terms`` are those of a term that ran out.

    Of the rules on which the change rests, those that became another that very day; where none did, all of them: then
    the trees themselves say so. Never empty for a change of verdict or outcome, unless by a term without a rule.
    """
    day = change.after.on
    ran_out = _counting(content, terms, day)
    moved = [move.source for move in change.moved]
    if change.kind == "citations":
        return _once([*ran_out, *_altered(content, moved, day)]) or _counting(content, moved, day)
    if change.kind == "reasons":
        rests = [*_rests(change.trees), *moved]
    else:
        rests = list(_of_trees(content, change) if change.kind in REGIME else _of_duties(content, change))
    found = _altered(content, rests, day)
    if not found and not ran_out:
        usual = () if change.kind == "reasons" else _counting(content, rests, day)
        found = usual or _altered(content, _anywhere(content, change), day)
    return _once([*ran_out, *found])


def came(source: Source, day: date) -> bool:
    """Whether the rule holds from ``day`` on."""
    return source.in_force(day) and not source.in_force(day - timedelta(days=1))


def ceased(source: Source, day: date) -> bool:
    """Whether the rule held until ``day``."""
    return source.in_force(day - timedelta(days=1)) and not source.in_force(day)


def renumbered(source: Source, day: date) -> bool:
    """Whether nothing but the place of the rule became another on ``day``: same act, same text, other number."""
    same = day not in source.says.boundaries and day not in source.act.boundaries
    return same and day in source.locator.boundaries and not came(source, day) and not ceased(source, day)


def amending(content: Content, names: Iterable[str], day: date) -> tuple[str, ...]:
    """The acts that changed these rules on ``day``, as far as the law watch names them: statutes with a title of their
    own, in force from that very day.
    """
    rules = set(names)
    watched = [watch for watch in content.watch.values() if watch.state == "changed" and watch.since == day]
    found = (name for watch in watched if rules & set(watch.sources) for name in watch.sources)
    sources = (content.sources[name] for name in found)
    return _once(one.id for one in sources if one.title is not None and one.kind == "statute" and came(one, day))


# --------------------------------------------------------------- trees that end elsewhere


def _of_trees(content: Content, change: Change) -> Iterator[str]:
    day = change.after.on
    trees = [tree for tree in change.trees if tree.outcome] or list(change.trees)
    parted = {tree.tree: _parting(tree) for tree in trees}
    for tree in trees:
        step = parted[tree.tree]
        below = {other.id for other in trees_below(content, [tree.tree])} - {tree.tree}
        if step and any(other in below and parted[other] == step for other in parted):
            continue  # it tests the other, and only follows it
        yield from _of_tree(content, tree, day)


def _of_tree(content: Content, tree: TreeChange, day: date) -> Iterator[str]:
    """The rules at the step where the walks part, those that only the new outcome rests on, and those that came or
    ceased that day on which either walk rests from there on.
    """
    old, new = _from_parting(tree)
    for steps in (new, old):
        yield from steps[0].sources if steps else ()
    after = _ends(tree.after)
    before = _ends(tree.before)
    now = [name for end in sorted(after - before) for name in _sources(content, tree.tree, end, day)]
    eve = day - timedelta(days=1)
    then = {name for end in before for name in _sources(content, tree.tree, end, eve)}
    yield from (name for name in now if name not in then)
    rests = _once([*_carried(new, tree.after), *_carried(old, tree.before)])
    yield from (name for name in rests if came(content.sources[name], day) or ceased(content.sources[name], day))
    if not (old or new):  # open, and the walks part beyond the question that is
        for below in trees_below(content, [tree.tree]):
            for node in below.nodes.values():
                if isinstance(node, Law) and day in node.targets.boundaries:
                    yield from node.cite


def _parting(tree: TreeChange) -> tuple[str, str] | None:
    """The tree and node of the first step that differs."""
    for steps in _from_parting(tree):
        if steps:
            return steps[0].tree, steps[0].node
    return None


def _from_parting(tree: TreeChange) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """What of the two walks comes after all that they share."""
    old = tree.before.path if tree.before else ()
    new = tree.after.path if tree.after else ()
    shared = 0
    for one, other in zip(old, new, strict=False):
        if (one.tree, one.node, one.answer) != (other.tree, other.node, other.answer):
            break
        shared += 1
    return old[shared:], new[shared:]


def _ends(finding: Finding | None) -> set[str]:
    """The outcomes in which a tree ends or, while it is open, may."""
    if finding is None:
        return set()
    return {finding.outcome} if finding.outcome else set(finding.possible)


def _sources(content: Content, tree: str, outcome: str, on: date) -> tuple[str, ...]:
    return content.trees[tree].outcomes[outcome].sources.at(on) or ()


def _carried(steps: Iterable[Step], finding: Finding | None) -> Iterator[str]:
    yield from finding.sources if finding else ()
    yield from (name for step in steps for name in step.sources)


# --------------------------------------------------------------- the rest


def _of_duties(content: Content, change: Change) -> list[str]:
    """The rules of the duties that came, and those that ceased of duties that went; else the rules of the latter."""
    day, duties = change.after.on, content.duties
    asked = [name for duty in change.duties_added for name in duties[duty].sources.at(day) or ()]
    gone = [name for duty in change.duties_removed for name in duties[duty].sources.at(change.before.on) or ()]
    return [*asked, *(name for name in gone if ceased(content.sources[name], day))] or gone


def _rests(trees: Iterable[TreeChange]) -> Iterator[str]:
    """The rules that the changed trees cite now, then those that they cited before."""
    findings = [side for tree in trees for side in (tree.after, tree.before) if side is not None]
    for finding in findings:
        yield from _carried(finding.path, finding)


def _anywhere(content: Content, change: Change) -> Iterator[str]:
    """The rules that the changed trees cite anywhere; for a contested point, which belongs to no tree, all trees."""
    names = [tree.tree for tree in change.trees]
    if change.kind == "reasons":
        names += [part.tree for part in content.consults[change.after.consult].parts]
    for tree in trees_below(content, names):
        yield from sources_of(content, tree)


def _counting(content: Content, names: Iterable[str], day: date) -> tuple[str, ...]:
    """Those of ``names`` that can be a cause on ``day``."""
    sources = (content.sources[name] for name in _once(names))
    return tuple(one.id for one in sources if (one.in_force(day) or ceased(one, day)) and not renumbered(one, day))


def _altered(content: Content, names: Iterable[str], day: date) -> tuple[str, ...]:
    """Those of ``names`` that became another rule on ``day``: that came, ceased, or got another act or text."""
    sources = (content.sources[name] for name in _counting(content, names, day))
    dated = ((one.id, (*one.act.boundaries, *one.locator.boundaries, *one.says.boundaries)) for one in sources)
    return tuple(name for name, days in dated if day in days)


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
