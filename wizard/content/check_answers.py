"""Faults in what is asked: facts asked twice, answers that contradict each other, questions that never matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wizard.content.fault import Fault
from wizard.content.model import Ask, Before, Content, Law, Node, Since, Test, Text, Tree
from wizard.content.resolve import targets

Supposed = Mapping[str, str]
"""What a path takes for granted: answers by fact, and outcomes by tree tested."""


def answer_faults(content: Content) -> Iterator[Fault]:
    """Every fault in the questions of ``content``."""
    for tree in content.trees.values():
        yield from _never_matters(tree)
        yield from _Paths(content, tree).faults()
    yield from _presumptions(content)
    for fact in content.facts.values():
        for answer in fact.answers:
            if _suppose(content, {}, fact.id, answer) is None:
                said = Text(
                    f"het antwoord `{answer}` op `{fact.id}` spreekt zichzelf tegen door wat eruit volgt",
                    f"the answer `{answer}` to `{fact.id}` contradicts itself by what it implies",
                )
                hint = Text("haal een van de `implies` weg", "take one of the `implies` out")
                yield Fault("contradiction", fact.place, said, hint)


class _Paths:
    """Walks every path through a tree. Paths that agree on all that can still be asked below count as one."""

    def __init__(self, content: Content, tree: Tree) -> None:
        self.content = content
        self.tree = tree
        self.below: dict[str, frozenset[str]] = {}
        for name in _deepest_first(tree):
            node = tree.nodes[name]
            found = set() if isinstance(node, Law) else {subject(node)}
            if isinstance(node, Ask):
                for answer in content.facts[node.fact].answers:
                    found |= set(_suppose(content, {}, node.fact, answer) or {})
            for target in targets(node):
                found |= self.below.get(target, frozenset())
            self.below[name] = frozenset(found)

    def faults(self) -> Iterator[Fault]:
        taken: set[tuple[str, str]] = set()
        reached: set[str] = set()
        twice: set[str] = set()
        seen: set[tuple[str, frozenset[tuple[str, str]], frozenset[str]]] = set()
        todo: list[tuple[str, Supposed, frozenset[str]]] = [(self.tree.start, {}, frozenset())]
        while todo:
            name, supposed, asked = todo.pop()
            node = self.tree.nodes.get(name)
            if node is None:
                continue
            below = self.below[name]
            supposed = {subject: answer for subject, answer in supposed.items() if subject in below}
            asked &= below
            key = (name, frozenset(supposed.items()), asked)
            if key in seen:
                continue
            seen.add(key)
            reached.add(name)
            if isinstance(node, Law):
                todo += [(target, supposed, asked) for target in targets(node)]
                continue
            if subject(node) in asked:
                twice.add(name)
            for answer, target in node.branches.items():
                after = _suppose(self.content, supposed, subject(node), answer, asks=isinstance(node, Ask))
                if after is not None:
                    taken.add((name, answer))
                    todo.append((target, after, asked | {subject(node)}))
        for name, node in self.tree.nodes.items():
            if isinstance(node, Law):
                continue
            if name in twice:  # its branches contradict the first time: one fault is enough
                said = Text(
                    f"knoop `{name}` vraagt op hetzelfde pad nog eens naar `{subject(node)}`",
                    f"node `{name}` asks `{subject(node)}` again on the same path",
                )
                hint = Text(
                    "het antwoord is daar al bekend: leid meteen verder", "the answer is known there: lead on directly"
                )
                yield Fault("asked-twice", node.place, said, hint)
                continue
            for answer in node.branches if name in reached else ():
                asks = isinstance(node, Ask)
                possible = _suppose(self.content, {}, subject(node), answer, asks=asks) is not None
                if possible and (name, answer) not in taken:
                    place = self.content.where(node.place, "branch", answer)
                    said = Text(
                        f"de tak `{answer}` van knoop `{name}` is in strijd met elk pad erheen",
                        f"the branch `{answer}` of node `{name}` contradicts every path to it",
                    )
                    hint = Text("een eerder antwoord sluit dit al uit", "an earlier answer already excludes it")
                    yield Fault("contradiction", place, said, hint)


def _suppose(content: Content, supposed: Supposed, subject: str, answer: str, *, asks: bool = True) -> Supposed | None:
    """``supposed`` with an answer and all that it implies; ``None`` when that contradicts it."""
    after = dict(supposed)
    todo = [(subject, answer)]
    while todo:
        name, value = todo.pop()
        if after.get(name, value) != value:
            return None
        known = name in after
        after[name] = value
        found = content.facts[name].answers.get(value) if asks and not known else None
        todo += found.implies.items() if found else []
    return after


def _deepest_first(tree: Tree) -> list[str]:
    """The names of the nodes, each after all it leads to."""
    done: dict[str, None] = {}
    for first in tree.nodes:
        todo = [(first, False)]
        while todo:
            name, leave = todo.pop()
            if leave:
                done[name] = None
            elif name in tree.nodes and name not in done:
                todo.append((name, True))
                todo += [(target, False) for target in targets(tree.nodes[name])]
    return list(done)


def _never_matters(tree: Tree) -> Iterator[Fault]:
    for name, node in tree.nodes.items():
        if not isinstance(node, Law) and len(targets(node)) == 1:
            said = Text(
                f"elk antwoord bij knoop `{name}` leidt naar dezelfde plaats",
                f"every answer at node `{name}` leads to the same place",
            )
            yield Fault("never-matters", node.place, said, Text("laat de vraag weg", "leave the question out"))


def _presumptions(content: Content) -> Iterator[Fault]:
    for fact in content.facts.values():
        for other in fact.presumed_when:
            if content.facts[other].presumed is not None:
                place = content.where(fact.place, "`when`", other)
                said = Text(
                    f"de aanname over `{fact.id}` rust op `{other}`, en dat wordt zelf aangenomen",
                    f"`{fact.id}` is presumed when `{other}` is, which is presumed itself",
                )
                hint = Text("een aanname mag alleen op antwoorden rusten", "a presumption may rest on answers only")
                yield Fault("presumption", place, said, hint)


def subject(node: Node) -> str:
    """What a node asks, as one word."""
    if isinstance(node, Test):
        return f"test {node.tree}"
    if isinstance(node, Since):
        return f"{node.fact} within {node.within}"
    if isinstance(node, Before):
        return f"{node.fact} before {node.day}"
    assert isinstance(node, Ask)
    return node.fact
