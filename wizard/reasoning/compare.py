"""The same facts on two dates: what changed, on which day, and which rule or term changed it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from wizard.content.model import Consult, Content, Since
from wizard.reasoning.advice import Advice, Finding, advise
from wizard.reasoning.days import changing_days, day_given, end_of_term, sources_of, trees_below, turning_days
from wizard.reasoning.situation import Facts

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
class Elapsed:
    """A term that ran out: the date in ``fact`` came to lie ``years`` years ago. ``sources`` are the rules of it."""

    fact: str
    years: int
    sources: tuple[str, ...]


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


@dataclass(frozen=True, slots=True)
class Turn:
    """A day on which the advice changed. ``change`` compares it with the advice until that day.

    ``by`` are the rules that brought it: those that themselves changed that day, as far as the change rests on them.
    ``elapsed`` are the terms that ran out that day.
    """

    on: date
    change: Change
    by: tuple[str, ...]
    elapsed: tuple[Elapsed, ...] = ()

    @property
    def advice(self) -> Advice:
        """The advice from that day on."""
        return self.change.after

    @property
    def kind(self) -> str:
        """The weightiest thing that changed; see ``Change.kind``."""
        return self.change.kind

    @property
    def regime(self) -> bool:
        """Whether the same facts lead elsewhere from that day on: to another verdict, or another outcome."""
        return self.kind in REGIME

    @property
    def sources(self) -> tuple[str, ...]:
        """The rules that are new, gone or renumbered in the advice of that day."""
        return tuple(moved.source for moved in self.change.moved)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between the advice on two dates, and every day between them on which it changed."""

    change: Change
    turns: tuple[Turn, ...]

    def came(self, duty: str) -> Turn | None:
        """The day on which ``duty`` came for good; ``None`` when it was there from the start."""
        return _last(turn for turn in self.turns if duty in turn.change.duties_added)

    def went(self, duty: str) -> Turn | None:
        """The day on which ``duty`` went for good; ``None`` when it never did."""
        return _last(turn for turn in self.turns if duty in turn.change.duties_removed)

    def moved_on(self, source: str) -> Turn | None:
        """The last day on which ``source`` came to stand where it stands; ``None`` when it never moved."""
        return _last(turn for turn in self.turns if source in turn.sources)


def compare(content: Content, consult: Consult, facts: Facts, on_a: date, on_b: date) -> Comparison:
    """Same facts, two dates. ``turns`` lists each day after the earlier, up to the later, on which the advice changed.

    Raises ``FactError`` for facts, answers or dates that do not exist.
    """
    first, last = sorted((on_a, on_b))
    before = advise(content, consult, facts, first, explore=False)
    after = advise(content, consult, facts, last, explore=False)
    return Comparison(difference(content, before, after), tuple(turns(content, consult, before, last)))


def turns(content: Content, consult: Consult, before: Advice, until: date | None = None) -> Iterator[Turn]:
    """Each day after that of ``before``, up to ``until``, on which the advice on the same facts changed, in order."""
    last = before
    for day in changing_days(content, consult, before.facts):
        if day <= before.on or (until is not None and day > until):
            continue
        change = difference(content, last, advise(content, consult, before.facts, day, explore=False))
        if change.kind:
            elapsed = _elapsed(content, change.after)
            yield Turn(day, change, _by(content, change, elapsed), elapsed)
            last = change.after


def next_turn(content: Content, consult: Consult, advice: Advice) -> date | None:
    """The first day after that of ``advice`` on which the same facts lead elsewhere; ``None`` if there is none."""
    now = advise(content, consult, advice.facts, advice.on, explore=False)
    for day in turning_days(content, consult, advice.facts):
        if day > advice.on:
            then = advise(content, consult, advice.facts, day, explore=False)
            if difference(content, now, then).kind in REGIME:
                return day
    return None


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


def _last(turns: Iterable[Turn]) -> Turn | None:
    return max(turns, key=lambda turn: turn.on, default=None)


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


def _elapsed(content: Content, advice: Advice) -> tuple[Elapsed, ...]:
    """The terms on the path of ``advice`` that ran out on its very day."""
    found: dict[tuple[str, int], Elapsed] = {}
    for step in (step for finding in advice.findings for step in finding.path):
        node = content.trees[step.tree].nodes[step.node]
        given = day_given(advice.facts, node.fact) if isinstance(node, Since) else None
        if isinstance(node, Since) and given and end_of_term(given, node.years) == advice.on:
            found[node.fact, node.years] = Elapsed(node.fact, node.years, step.sources)
    return tuple(found.values())


def _by(content: Content, change: Change, elapsed: tuple[Elapsed, ...]) -> tuple[str, ...]:
    """The rules that brought a change: those on which it rests and that themselves changed on its day.

    Where no rule that is cited did, one that the changed trees cite elsewhere; and where none did at all (the trees
    themselves say so), the rules on which the new duties, periods of law and outcomes rest.
    """
    day = change.after.on
    trees = [tree for tree in change.trees if tree.outcome] or list(change.trees)
    terms = [name for term in elapsed for name in term.sources]
    moved = [move.source for move in change.moved]
    for names in ([*_rests(trees), *_duties(content, change)], moved, _elsewhere(content, change, trees)):
        altered = [name for name in names if _altered(content, name, day)]
        if altered or terms:
            return _once([*terms, *altered])
    ends = [name for tree in trees if tree.outcome and tree.after for name in tree.after.sources]
    return _once([*_periods(trees, day), *_duties(content, change)]) or _once(ends) or _once(moved)


def _elsewhere(content: Content, change: Change, trees: list[TreeChange]) -> Iterator[str]:
    """The rules that the changed trees cite anywhere; for a contested point, which belongs to no tree, all trees."""
    names = [tree.tree for tree in trees]
    if change.kind == "reasons":
        names += [part.tree for part in content.consults[change.after.consult].parts]
    for tree in trees_below(content, names):
        yield from sources_of(content, tree)


def _rests(trees: list[TreeChange]) -> Iterator[str]:
    """The rules that the changed trees cite now, then those that they cited before."""
    for finding in (*(tree.after for tree in trees), *(tree.before for tree in trees)):
        if finding is not None:
            yield from finding.sources
            yield from (name for step in finding.path for name in step.sources)


def _duties(content: Content, change: Change) -> Iterator[str]:
    """The rules of the duties that came, then of those that went."""
    for names, on in ((change.duties_added, change.after.on), (change.duties_removed, change.before.on)):
        for duty in names:
            yield from content.duties[duty].sources.at(on) or ()


def _periods(trees: Iterable[TreeChange], day: date) -> Iterator[str]:
    """The rules of the `law` nodes on a changed path that began a period on ``day``."""
    for tree in trees:
        for step in tree.after.path if tree.after else ():
            if step.kind == "law" and step.answer == day.isoformat():
                yield from step.sources


def _altered(content: Content, name: str, day: date) -> bool:
    source = content.sources[name]
    return any(day in dated.boundaries for dated in (source.act, source.locator, source.says))


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
