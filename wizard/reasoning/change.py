"""What differs between two advices on the same facts: tests, duties, and where the rules stand."""

from __future__ import annotations

from dataclasses import dataclass

from wizard.content.model import Content
from wizard.reasoning.advice import Advice, Finding

REGIME = ("verdict", "outcome")
"""The kinds of change that begin a new regime; after any other the same facts lead to the same answer."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A rule that stands elsewhere now. ``before`` or ``after`` is ``None`` when it was not cited or in force then."""

    source: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class TreeChange:
    """A tree whose finding differs. ``None`` when the tree does not apply."""

    tree: str
    before: Finding | None
    after: Finding | None

    @property
    def outcome(self) -> bool:
        """Whether it certainly ends elsewhere, whatever the answers that are open: no outcome remains possible."""
        if self.before is None or self.after is None:
            return True
        same = set(self.before.possible) & set(self.after.possible)
        return not same or self.before.verdict is not self.after.verdict


@dataclass(frozen=True, slots=True)
class Change:
    """What differs between two advices on the same facts."""

    before: Advice
    after: Advice
    trees: tuple[TreeChange, ...]
    duties_added: tuple[str, ...]
    duties_removed: tuple[str, ...]
    moved: tuple[Moved, ...]

    @property
    def kind(self) -> str:
        """The weightiest thing that differs: verdict, outcome, duties, reasons or citations; empty when nothing does.

        ``verdict``: other verdicts are possible. ``outcome``: a tree certainly ends elsewhere, which leaves the verdict
        of the whole as it is. ``reasons``: the words of a reason, a contested point, or what remains of an open tree.
        """
        if self.before.possible != self.after.possible:
            return "verdict"
        if any(change.outcome for change in self.trees):
            return "outcome"
        if self.duties_added or self.duties_removed:
            return "duties"
        if self.trees:
            return "reasons"
        return "citations" if self.moved else ""


def difference(content: Content, before: Advice, after: Advice) -> Change:
    """What differs between two advices on the same facts, made with the same ``explore``."""
    trees = tuple(dict.fromkeys(finding.tree for finding in (*before.findings, *after.findings)))
    changes = (TreeChange(tree, _finding(before, tree), _finding(after, tree)) for tree in trees)
    old, new = _places(content, before), _places(content, after)
    places = [(name, old.get(name), new.get(name)) for name in dict.fromkeys((*old, *new))]
    return Change(
        before=before,
        after=after,
        trees=tuple(change for change in changes if _shape(change.before) != _shape(change.after)),
        duties_added=tuple(duty for duty in after.duties if duty not in before.duties),
        duties_removed=tuple(duty for duty in before.duties if duty not in after.duties),
        moved=tuple(Moved(name, was, now) for name, was, now in places if was != now),
    )


def cited(content: Content, advice: Advice) -> tuple[str, ...]:
    """Every rule that an advice cites and that is in force: for its findings, its duties and what is contested."""
    on = advice.on
    duties = (name for duty in advice.duties for name in content.duties[duty].sources.at(on) or ())
    points = (content.contested[point] for finding in advice.findings for point in finding.contested)
    names = (*advice.sources, *duties, *(name for point in points for name in point.sources.at(on) or ()))
    return tuple(name for name in dict.fromkeys(names) if content.sources[name].in_force(on))


def _finding(advice: Advice, tree: str) -> Finding | None:
    return next((finding for finding in advice.findings if finding.tree == tree), None)


def _shape(finding: Finding | None) -> object:
    if finding is None:
        return None
    duties, contested = frozenset(finding.duties), frozenset(finding.contested)
    return finding.outcome, finding.verdict, frozenset(finding.possible), duties, finding.because, contested


def _places(content: Content, advice: Advice) -> dict[str, str]:
    """Where every rule that an advice cites stands on its date: act and locator; a title of its own: its name."""
    on = advice.on
    sources = (content.sources[name] for name in cited(content, advice))
    return {source.id: f"{source.act.at(on) or ''} {source.locator.at(on)}".strip() or source.id for source in sources}
