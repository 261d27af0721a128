"""A tree as a picture: Mermaid, DOT, or indented text. Drawn from the model that is reasoned with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wizard.content.model import Ask, Before, Content, Law, Node, Outcome, Since, Test, Text, Tree
from wizard.words import SYMBOL, VERDICT, length_words

OR = Text(" of ", " or ")
LAW = Text("Welk recht geldt er?", "Which law applies?")
FROM = Text("vanaf {start}", "from {start}")
BETWEEN = Text("van {start} tot {end}", "from {start} until {end}")
SINCE = Text("{question} Korter dan {length} geleden?", "{question} Less than {length} ago?")
UP_TO = Text("{question} Hoogstens {length} geleden?", "{question} At most {length} ago?")
BEFORE = Text("{question} Vóór {day}?", "{question} Before {day}?")
YES_NO = {"yes": Text("ja", "yes"), "no": Text("nee", "no")}
SEE = Text("zie `{name}` hierboven", "see `{name}` above")

FORMATS = ("mermaid", "dot", "text")


@dataclass(frozen=True, slots=True)
class Edge:
    """A way from a node: where to, and the words on it."""

    target: str
    label: str


def draw(content: Content, tree: Tree, form: str, language: str, on: date | None = None) -> str:
    """``tree`` as text in ``form`` (one of ``FORMATS``); with ``on`` only what the law of that day leaves."""
    drawing = _Drawing(content, tree, language, on)
    return {"mermaid": drawing.mermaid, "dot": drawing.dot, "text": drawing.text}[form]()


class _Drawing:
    def __init__(self, content: Content, tree: Tree, language: str, on: date | None) -> None:
        self.content = content
        self.tree = tree
        self.language = language
        self.on = on

    def edges(self, node: Node) -> list[Edge]:
        """Where a node leads, answers that lead to the same place joined."""
        ways: dict[str, list[str]] = {}
        if isinstance(node, Law):
            starts = [start for start, _ in node.targets.periods]
            for (start, target), end in zip(node.targets.periods, [*starts[1:], None], strict=True):
                if target is not None and (self.on is None or self._holds(start, end)):
                    words = BETWEEN if end else FROM
                    ways.setdefault(target, []).append(words.in_(self.language).format(start=start, end=end))
        else:
            for answer, target in node.branches.items():
                ways.setdefault(target, []).append(self._answer(node, answer))
        joiner = OR.in_(self.language)
        return [Edge(target, joiner.join(answers)) for target, answers in ways.items()]

    def _holds(self, start: date, end: date | None) -> bool:
        assert self.on is not None
        return start <= self.on and (end is None or self.on < end)

    def _answer(self, node: Node, answer: str) -> str:
        if isinstance(node, Ask):
            return self.content.facts[node.fact].answers[answer].label.in_(self.language)
        return YES_NO[answer].in_(self.language) if isinstance(node, Since | Before) else answer

    def question(self, node: Node) -> str:
        """What stands in a node."""
        if isinstance(node, Law):
            return LAW.in_(self.language)
        if isinstance(node, Test):
            return f"{self.content.trees[node.tree].title.in_(self.language)} [{node.tree}]"
        question = self.content.facts[node.fact].question.in_(self.language)
        if isinstance(node, Since):
            text = SINCE if node.within.unit == "years" else UP_TO
            return text.in_(self.language).format(question=question, length=length_words(node.within, self.language))
        if isinstance(node, Before):
            return BEFORE.in_(self.language).format(question=question, day=node.day)
        return question

    def result(self, outcome: Outcome) -> str:
        """What stands in a leaf: its name, and its verdict by sign and word."""
        if outcome.verdict is None:
            return outcome.id
        return f"{outcome.id}: {SYMBOL[outcome.verdict]} {VERDICT[outcome.verdict].in_(self.language)}"

    def reached(self) -> Iterator[str]:
        """Every node and outcome that is drawn, from the top, each once."""
        todo, seen = [self.tree.start], set()
        while todo:
            name = todo.pop()
            if name in seen:
                continue
            seen.add(name)
            yield name
            if node := self.tree.nodes.get(name):
                todo += reversed([edge.target for edge in self.edges(node)])

    # Mermaid

    def mermaid(self) -> str:
        rows = ["flowchart TD", f"  %% {self.tree.id}"]
        names = list(self.reached())
        for name in names:
            node = self.tree.nodes.get(name)
            if node is None:
                rows.append(f'  {_id(name)}(["{_mermaid(self.result(self.tree.outcomes[name]))}"])')
            else:
                left, right = (
                    ("{{", "}}") if isinstance(node, Law) else ("[[", "]]") if isinstance(node, Test) else "[]"
                )
                rows.append(f'  {_id(name)}{left}"{_mermaid(self.question(node))}"{right}')
        for name in names:
            if node := self.tree.nodes.get(name):
                rows += [f'  {_id(name)} -->|"{_mermaid(edge.label)}"| {_id(edge.target)}' for edge in self.edges(node)]
        return "\n".join(rows) + "\n"

    # DOT

    def dot(self) -> str:
        rows = [f"digraph {_dot(self.tree.id)} {{", f"  label={_dot(self.tree.title.in_(self.language))};"]
        rows.append("  node [shape=box];")
        names = list(self.reached())
        for name in names:
            node = self.tree.nodes.get(name)
            if node is None:
                rows.append(f"  {_dot(name)} [shape=oval, label={_dot(self.result(self.tree.outcomes[name]))}];")
            else:
                shape = "hexagon" if isinstance(node, Law) else "component" if isinstance(node, Test) else "box"
                rows.append(f"  {_dot(name)} [shape={shape}, label={_dot(self.question(node))}];")
        for name in names:
            if node := self.tree.nodes.get(name):
                rows += [
                    f"  {_dot(name)} -> {_dot(edge.target)} [label={_dot(edge.label)}];" for edge in self.edges(node)
                ]
        return "\n".join([*rows, "}"]) + "\n"

    # indented text

    def text(self) -> str:
        rows = [f"{self.tree.title.in_(self.language)} [{self.tree.id}]", ""]
        seen: set[str] = set()

        def show(name: str, depth: int) -> None:
            indent = "  " * depth
            node = self.tree.nodes[name]
            seen.add(name)
            rows.append(f"{indent}{name}: {self.question(node)}")
            for edge in self.edges(node):
                if edge.target in self.tree.outcomes:
                    rows.append(f"{indent}- {edge.label}: {self.result(self.tree.outcomes[edge.target])}")
                elif edge.target in seen:
                    rows.append(f"{indent}- {edge.label}: {SEE.in_(self.language).format(name=edge.target)}")
                else:
                    rows.append(f"{indent}- {edge.label}:")
                    show(edge.target, depth + 2)

        show(self.tree.start, 0)
        return "\n".join(rows) + "\n"


def _id(name: str) -> str:
    """A name Mermaid accepts. Prefixed, because `end` and the like are words of Mermaid itself.

    ``__`` for a hyphen cannot clash: names have no double underscore.
    """
    return "n_" + name.replace("-", "__")


def _mermaid(text: str) -> str:
    """Text inside a quoted Mermaid label: what Mermaid or the page around it would act on, as entities."""
    special = {"#": "#35;", "&": "#amp;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "`": "#96;", "\\": "#92;"}
    return "".join(special.get(character, character) for character in text)


def _dot(text: str) -> str:
    """A quoted DOT string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
