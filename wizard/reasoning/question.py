"""What to ask now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from wizard.content.model import Ask, Before, Consult, Content, Part, Since
from wizard.reasoning.situation import Assumed, Facts
from wizard.reasoning.walk import Position, Walk, situate

QUICK = "quick"
FULL = "full"


@dataclass(frozen=True, slots=True)
class Question:
    """One screen: a single fact, or the facts of a group that still matter.

    ``cite`` names the rules behind the question where it is asked, if the tree says so, in force or not; it is no part
    of what the question is.
    """

    facts: tuple[str, ...]
    group: str | None = None
    cite: tuple[str, ...] = field(default=(), compare=False)


def next_question(content: Content, consult: Consult, facts: Facts, on: date, depth: str = QUICK) -> Question | None:
    """The question to ask now, or ``None`` when nothing that is still unanswered matters.

    In consult and then tree order: the first unanswered fact, on a path still open, below which more than one result
    remains. At depth ``quick`` the result is the verdict of the whole advice and presumed facts count as answered; at
    ``full`` it is every tree's outcome and presumed facts are asked too. Facts answered ``unknown`` are passed over,
    and at ``quick`` the groups about them.
    """
    search = _Search(content, consult, facts, on, depth)
    return search.question()


def deciding_fact(content: Content, consult: Consult, facts: Facts, on: date) -> str | None:
    """The first open fact on which the verdict of the whole advice still depends, answered ``unknown`` or not."""
    search = _Search(content, consult, facts, on, QUICK, ask_unknown=True)
    found = search.question()
    return found.facts[0] if found else None


class _Search:
    def __init__(
        self, content: Content, consult: Consult, facts: Facts, on: date, depth: str, *, ask_unknown: bool = False
    ) -> None:
        self.content = content
        self.consult = consult
        self.facts = facts
        self.quick = depth == QUICK
        self.ask_unknown = ask_unknown
        self.situation = situate(content, consult, facts, on, presume=self.quick)
        self.walk = Walk(self.situation, consult)

    def question(self) -> Question | None:
        if self.quick and len(self.walk.verdicts(self.consult, enough=2)) < 2:
            return None
        bounds = [self.walk.bounds(part) for part in self.consult.parts] if self.quick else []
        least = [min(verdict.rank for verdict in each) for each in bounds]
        for index, part in enumerate(self.consult.parts):
            floor = max((rank for i, rank in enumerate(least) if i != index), default=0)
            result = self._clipped(part, floor) if self.quick else self._outcome
            if (found := self._when(part, result)) or (found := self._in_tree(part, result)):
                return found
        return None

    def _clipped(self, part: Part, floor: int) -> Callable[[str], object]:
        """The result that counts at ``quick``: the verdict, as far as the other trees leave it any effect."""
        return lambda outcome: max(floor, self.walk.verdict(part.tree, outcome).rank)

    def _outcome(self, outcome: str) -> object:
        return outcome

    def _open(self, fact: str) -> bool:
        """Whether ``fact`` may be asked; at ``quick`` not while the user does not know what its group is about."""
        group = self.content.group_of.get(fact)
        if self.quick and group and group.about in self.facts and group.about not in self.situation.known:
            return False
        return fact not in self.facts or (self.ask_unknown and fact not in self.situation.known)

    def _when(self, part: Part, result: Callable[[str], object]) -> Question | None:
        """The condition of a tree, when it is open and the tree would make a difference."""
        if self.situation.holds(part.when, {}) is not None:
            return None
        for fact in part.when:
            if self.situation.value(fact, {}) is None and self._open(fact):
                outcomes = self.walk.reach(self.walk.start(part.tree))
                if not self.quick or {result(outcome) for outcome in outcomes} != {0}:
                    return self._grouped(fact, {fact: ()})
        return None

    def _in_tree(self, part: Part, result: Callable[[str], object]) -> Question | None:
        for applies, assumed in self.walk.applies(part, {}):
            if applies:
                start = self.walk.start(part.tree)
                for first, cite in self._mattering(start, assumed, result).items():
                    if first not in self.content.group_of:
                        return Question((first,), cite=cite)
                    return self._grouped(first, self._mattering(start, assumed, result, go_on=True))
        return None

    def _grouped(self, fact: str, matter: dict[str, tuple[str, ...]]) -> Question:
        group = self.content.group_of.get(fact)
        together = tuple(name for name in group.facts if name in matter) if group else ()
        cite = tuple(dict.fromkeys(source for name in together or (fact,) for source in matter[name]))
        return Question(together, group.id, cite) if group and len(together) > 1 else Question((fact,), cite=cite)

    def _mattering(
        self, start: Position, assumed: Assumed, result: Callable[[str], object], *, go_on: bool = False
    ) -> dict[str, tuple[str, ...]]:
        """The unanswered facts below which more than one result remains, in tree order, with what their node cites.

        Stops at the first one, unless ``go_on``: then it looks on below each.
        """
        found: dict[str, tuple[str, ...]] = {}
        todo = [(start, assumed)]
        seen: set[tuple[Position, frozenset[tuple[str, str]]]] = set()
        while todo and (go_on or not found):
            position, assumed = todo.pop()
            key = (position, self.walk.remembered(self.walk.reads.at(position), assumed))
            if key in seen:
                continue
            seen.add(key)
            node = self.content.trees[position.tree].nodes.get(position.name)
            if isinstance(node, Ask | Since | Before) and self.situation.answer(node, assumed) is None:
                if not self.walk.differs(position, assumed, result):
                    continue
                if self._open(node.fact):
                    found.setdefault(node.fact, node.cite)
                    if not go_on:
                        break
            todo.extend(reversed(self.walk.step(position, assumed)))
        return found
