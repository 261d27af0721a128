"""Running the cases: does the law files' advice match the right answer, and which branches does no case take?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from wizard.content.model import Case, Content, Expected, Law, Place, Test, Verdict
from wizard.reasoning.advice import Advice, advise


@dataclass(frozen=True, slots=True)
class Branch:
    """One way out of a node: the answer, the outcome of the tree tested, or the first day of a period of law."""

    tree: str
    node: str
    answer: str

    def __str__(self) -> str:
        return f"{self.tree}:{self.node}:{self.answer}"


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that came out otherwise. ``what`` is verdict, outcome or duty; ``name`` is the tree or the duty."""

    what: str
    name: str
    expected: str
    actual: str


@dataclass(frozen=True, slots=True)
class Result:
    """A case on one date. ``verdict`` is what came out, ``breached`` says that this is because of a broken duty."""

    case: Case
    on: date
    expected: Expected
    advice: Advice
    verdict: Verdict
    breached: bool
    misses: tuple[Miss, ...]

    @property
    def passed(self) -> bool:
        """Whether all came out as expected."""
        return not self.misses


def run(content: Content, word: str = "") -> list[Result]:
    """Run every case that mentions ``word`` in its name, titles, tags or consult, at all its dates."""
    return [
        run_case(content, case, on) for case in content.cases.values() if _mentions(case, word) for on in case.answers
    ]


def run_case(content: Content, case: Case, on: date) -> Result:
    """Run ``case`` at one of its dates. The facts of that date win over those of the case.

    A case that breaks a duty (``breaches``) comes out as forbidden where the advice has that duty.
    """
    expected = case.answers[on]
    advice = advise(content, content.consults[case.consult], {**case.facts, **expected.facts}, on, explore=False)
    breached = case.breaches is not None and case.breaches in advice.duties
    verdict = Verdict.FORBIDDEN if breached else advice.verdict
    misses: list[Miss] = []
    if verdict is not expected.verdict:
        misses.append(Miss("verdict", "", expected.verdict.value, verdict.value))
    came = outcomes(content, advice)
    for tree, outcome in expected.outcomes.items():
        if outcome not in came.get(tree, ()):
            misses.append(Miss("outcome", tree, outcome, ", ".join(came.get(tree, ()))))
    misses += [Miss("duty", duty, duty, "") for duty in expected.duties if duty not in advice.duties]
    return Result(case, on, expected, advice, verdict, breached, tuple(misses))


def outcomes(content: Content, advice: Advice) -> dict[str, tuple[str, ...]]:
    """The outcomes that came out, by tree: of the findings, and of the trees they tested on the way."""
    found: dict[str, dict[str, None]] = {}
    for finding in advice.findings:
        if finding.outcome is not None:
            found.setdefault(finding.tree, {})[finding.outcome] = None
        for step in finding.path:
            node = content.trees[step.tree].nodes[step.node]
            if isinstance(node, Test):
                found.setdefault(node.tree, {})[step.answer] = None
    return {tree: tuple(names) for tree, names in found.items()}


def branches(content: Content) -> dict[Branch, Place]:
    """Every branch of every tree, in file order, and where its node stands."""
    found: dict[Branch, Place] = {}
    for tree in content.trees.values():
        for name, node in tree.nodes.items():
            if isinstance(node, Law):
                answers = [start.isoformat() for start, target in node.targets.periods if target is not None]
            else:
                answers = list(node.branches)
            found |= {Branch(tree.id, name, answer): node.place for answer in answers}
    return found


def taken(results: Iterable[Result]) -> set[Branch]:
    """The branches that the cases take."""
    return {
        Branch(step.tree, step.node, step.answer)
        for result in results
        for finding in result.advice.findings
        for step in finding.path
    }


def untaken(content: Content, results: Sequence[Result]) -> dict[Branch, Place]:
    """The branches that no case takes, in file order."""
    used = taken(results)
    return {branch: place for branch, place in branches(content).items() if branch not in used}


def _mentions(case: Case, word: str) -> bool:
    places = (case.id, case.title.nl, case.title.en, case.consult, *case.tags)
    return any(word.casefold() in place.casefold() for place in places)
