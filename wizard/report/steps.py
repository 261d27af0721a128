"""The path of a finding as a numbered list, in which the steps of another test stand under that test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from wizard.content.model import Before, Content, Law, Since, Test
from wizard.reasoning.advice import Step as Taken
from wizard.reasoning.situation import Situation
from wizard.report import view
from wizard.report.cites import Cites
from wizard.report.escape import Markup
from wizard.report.words import first_sentence, sentence
from wizard.words import VERDICT, answer_words, date_words, length_words

INDENT = 4


@dataclass
class _Branch:
    """A step taken, with the steps of the test it rests on. ``taken`` is ``None`` for a test not yet finished."""

    tree: str
    taken: Taken | None
    below: list[_Branch] = field(default_factory=list)


class Steps:
    """Renders paths. A test that was set out once in a report is only referred to after that."""

    def __init__(self, content: Content, situation: Situation, language: str, cites: Cites) -> None:
        self.content = content
        self.situation = situation
        self.language = language
        self.cites = cites
        self.set_out: dict[str, str] = {}
        """The tests set out so far, each with the title of the legal test under which that was."""
        self.title = ""

    def lines(self, root: str, path: Sequence[Taken]) -> tuple[view.Step, ...]:
        """The path of tree ``root`` as lines, top to bottom."""
        self.title = self.content.trees[root].title.in_(self.language)
        self.set_out[root] = self.title
        return tuple(self._lines(_grow(self.content, root, list(path)), 0))

    def _lines(self, branches: list[_Branch], depth: int) -> list[view.Step]:
        lines: list[view.Step] = []
        for number, branch in enumerate(branches, 1):
            bullet = Markup(" " * INDENT * depth + ("- " if depth else f"{number}. "))
            again = branch.tree in self.set_out
            lines.append(self._line(branch, bullet, again))
            if branch.below and not (again and branch.taken):
                self.set_out[branch.tree] = self.title
                lines += self._lines(branch.below, depth + 1)
        return lines

    def _line(self, branch: _Branch, bullet: Markup, again: bool) -> view.Step:
        taken = branch.taken
        if taken is None:
            return view.Step(bullet, "open", self.content.trees[branch.tree].title.in_(self.language), "", "")
        cited = self.cites.text(taken.sources)
        node = self.content.trees[taken.tree].nodes[taken.node]
        if isinstance(node, Test):
            title = self.content.trees[node.tree].title.in_(self.language)
            said = self._conclusion(node.tree, taken.answer)
            if not again:
                return view.Step(bullet, "test", title, said, cited)
            where = self.set_out[node.tree]
            elsewhere = where if where not in (title, self.title) else ""
            return view.Step(bullet, "shown", title, first_sentence(said), cited, where=elsewhere)
        if isinstance(node, Law):
            return self._law(node, taken, bullet, cited)
        fact = self.content.facts[node.fact]
        value = self.situation.known.get(fact.id, taken.answer)
        dated = isinstance(node, Since | Before)
        return view.Step(
            bullet=bullet,
            kind=taken.kind,
            text=fact.question.in_(self.language),
            answer=answer_words(self.content, fact.id, value if dated else taken.answer, self.language),
            cited=cited,
            presumed=taken.presumed,
            implied=not taken.presumed and self.situation.facts.get(fact.id) != value,
            day=date_words(node.day, self.language) if isinstance(node, Before) else "",
            years=str(node.within.number) if isinstance(node, Since) and node.within.unit == "years" else "",
            length=length_words(node.within, self.language) if isinstance(node, Since) else "",
            yes=dated and taken.answer == "yes",
        )

    def _law(self, node: Law, taken: Taken, bullet: Markup, cited: str) -> view.Step:
        """The period of law that was applied; the first period has no start worth telling, the last no end."""
        start = date.fromisoformat(taken.answer)
        later = [day for day, _ in node.targets.periods if day > start]
        first = node.targets.periods[0][0] == start
        return view.Step(
            bullet=bullet,
            kind="law",
            text="",
            answer="",
            cited=cited,
            start="" if first else date_words(start, self.language),
            end=date_words(later[0], self.language) if later else "",
        )

    def _conclusion(self, tree: str, name: str) -> str:
        outcome = self.content.trees[tree].outcomes[name]
        reason = outcome.because.at(self.situation.on)
        if reason is not None:
            return sentence(reason.in_(self.language))
        return sentence(VERDICT[outcome.verdict].in_(self.language)) if outcome.verdict else ""


def _grow(content: Content, root: str, path: list[Taken]) -> list[_Branch]:
    """The steps of ``root``, with those of each test under it; a test that was not finished comes last."""
    grown: list[_Branch] = []
    while path:
        tree = path[-1].tree
        branches = _take(content, tree, path)
        grown = branches + grown if tree == root else [_Branch(tree, None, branches), *grown]
    return grown


def _take(content: Content, tree: str, path: list[Taken]) -> list[_Branch]:
    """Take the last steps of ``path`` that belong to ``tree``. A test stands after the steps it rests on."""
    branches: list[_Branch] = []
    while path and path[-1].tree == tree:
        taken = path.pop()
        node = content.trees[tree].nodes[taken.node]
        tested = node.tree if isinstance(node, Test) else ""
        branches.append(_Branch(tested, taken, _take(content, tested, path) if tested else []))
    branches.reverse()
    return branches
