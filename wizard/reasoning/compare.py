"""The same facts on two dates: what changed, on which day, and which source changed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wizard.content.model import Consult, Content
from wizard.reasoning.advice import Advice, Finding, advise
from wizard.reasoning.paths import boundaries, turning_days
from wizard.reasoning.situation import Facts


@dataclass(frozen=True, slots=True)
class Moved:
    """A rule that stands elsewhere now. ``before`` or ``after`` is ``None`` when it was not in force then."""

    source: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class TreeChange:
    """A tree whose finding differs. ``None`` when the tree does not apply or is open."""

    tree: str
    before: Finding | None
    after: Finding | None


@dataclass(frozen=True, slots=True)
class Turn:
    """A day on which the advice changed, and the sources that were new, gone or renumbered that day."""

    on: date
    advice: Advice
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between the advice on two dates."""

    before: Advice
    after: Advice
    trees: tuple[TreeChange, ...]
    duties_added: tuple[str, ...]
    duties_removed: tuple[str, ...]
    moved: tuple[Moved, ...]
    turns: tuple[Turn, ...]


def compare(content: Content, consult: Consult, facts: Facts, on_a: date, on_b: date) -> Comparison:
    """Same facts, two dates. ``turns`` lists each day after ``on_a``, up to ``on_b``, on which the advice changed.

    Raises ``FactError`` for facts, answers or dates that do not exist.
    """
    on_a, on_b = sorted((on_a, on_b))
    before = advise(content, consult, facts, on_a, explore=False)
    after = advise(content, consult, facts, on_b, explore=False)
    trees = tuple(dict.fromkeys(finding.tree for finding in (*before.findings, *after.findings)))
    changes = [TreeChange(tree, _finding(before, tree), _finding(after, tree)) for tree in trees]
    sources = tuple(dict.fromkeys((*before.sources, *after.sources)))
    places = [(name, _place(content, name, before), _place(content, name, after)) for name in sources]
    return Comparison(
        before=before,
        after=after,
        trees=tuple(change for change in changes if _shape(change.before) != _shape(change.after)),
        duties_added=tuple(duty for duty in after.duties if duty not in before.duties),
        duties_removed=tuple(duty for duty in before.duties if duty not in after.duties),
        moved=tuple(Moved(name, old, new) for name, old, new in places if old != new),
        turns=_turns(content, consult, facts, before, on_b),
    )


def next_turn(content: Content, consult: Consult, advice: Advice) -> date | None:
    """The first day after that of ``advice`` on which the same facts lead elsewhere; ``None`` if there is none."""

    def ends(found: Advice) -> object:
        return found.possible, [(finding.tree, finding.outcome) for finding in found.findings]

    now = ends(advise(content, consult, advice.facts, advice.on, explore=False))
    for day in turning_days(content):
        if day > advice.on and ends(advise(content, consult, advice.facts, day, explore=False)) != now:
            return day
    return None


def _turns(content: Content, consult: Consult, facts: Facts, before: Advice, until: date) -> tuple[Turn, ...]:
    turns: list[Turn] = []
    last = before
    for day in boundaries(content):
        if not before.on < day <= until:
            continue
        advice = advise(content, consult, facts, day, explore=False)
        if _whole(advice) != _whole(last):
            names = dict.fromkeys((*last.sources, *advice.sources))
            changed = tuple(name for name in names if _place(content, name, last) != _place(content, name, advice))
            turns.append(Turn(day, advice, changed))
            last = advice
    return tuple(turns)


def _finding(advice: Advice, tree: str) -> Finding | None:
    return next((finding for finding in advice.findings if finding.tree == tree), None)


def _shape(finding: Finding | None) -> object:
    return finding and (finding.outcome, finding.possible, finding.duties, finding.because)


def _whole(advice: Advice) -> object:
    return advice.possible, advice.duties, [(finding.tree, finding.outcome) for finding in advice.findings]


def _place(content: Content, name: str, advice: Advice) -> str | None:
    """Where a source stood in an advice: act and locator of its date; ``None`` when it is not cited or in force."""
    if name not in advice.sources:
        return None
    source = content.sources[name]
    locator = source.locator.at(advice.on)
    return None if locator is None else f"{source.act.at(advice.on) or ''} {locator}".strip()
