"""Do all names point at something? Every reference between files is looked up here, once.

Content that passes can be reasoned over safely: every target exists, every answer is handled, nothing goes round.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date

from wizard.content.decode import Decoder
from wizard.content.fault import nearest
from wizard.content.model import (
    UNKNOWN,
    Ask,
    Before,
    Case,
    Condition,
    Contested,
    Dated,
    Duty,
    Fact,
    Law,
    Node,
    Place,
    Since,
    Test,
    Tree,
    Verdict,
)

VERDICTS = tuple(verdict.value for verdict in Verdict)


class Resolver:
    """Looks up names in what a decoder read; adds faults to the decoder's."""

    def __init__(self, read: Decoder) -> None:
        self.read = read
        self.faults = read.faults

    def resolve(self) -> None:
        """Check every reference and expand verdicts in `test` nodes into outcomes."""
        read = self.read
        if read.law_from is None:
            read.fault("missing-key", Place("consults.yaml", 1), "no `law_from`", "add `law_from: YYYY-MM-DD`")
        for fact in read.facts.values():
            self._fact(fact)
        for group in read.groups.values():
            for name in group.facts:
                if self._known(name, read.facts, "fact", group.place) and read.facts[name].kind != "yes_no":
                    read.fault("group", group.place, f"`{name}` is no yes_no fact", "groups hold yes_no facts only")
        for source in read.sources.values():
            for act in _values(source.act):
                self._known(act, read.acts, "act", source.place)
        holders: list[Duty | Contested] = [*read.duties.values(), *read.contested.values()]
        for holder in holders:
            self._condition(holder.when, holder.place)
            self._sources(holder.sources, holder.place)
        for risk in read.risks.values():
            self._sources(risk.sources, risk.place)
        for term in read.terms.values():
            self._all(term.sources, read.sources, "source", term.place)
        for tree in read.trees.values():
            self._tree(tree)
        self._round_trips()
        for consult in read.consults.values():
            for part in consult.parts:
                self._known(part.tree, read.trees, "tree", part.place)
                self._condition(part.when, part.place)
                tree_ = read.trees.get(part.tree)
                if tree_ and any(outcome.verdict is None for outcome in tree_.outcomes.values()):
                    read.fault(
                        "verdict",
                        part.place,
                        f"`{part.tree}` has outcomes without a verdict",
                        "a tree in a consult needs one for each",
                    )
        for case in read.cases.values():
            self._case(case)

    def _known(self, name: str, known: Collection[str], what: str, place: Place) -> bool:
        if name in known:
            return True
        self.read.fault(f"unknown-{what}".replace(" ", "-"), place, f"unknown {what} `{name}`", nearest(name, known))
        return False

    def _all(self, names: Iterable[str], known: Collection[str], what: str, place: Place) -> None:
        for name in names:
            self._known(name, known, what, place)

    def _sources(self, dated: Dated[tuple[str, ...]], place: Place) -> None:
        for names in _values(dated):
            self._all(names, self.read.sources, "source", place)

    def _value(self, fact_name: str, answer: str, place: Place, *, unknown: bool = False) -> None:
        if not self._known(fact_name, self.read.facts, "fact", place):
            return
        fact = self.read.facts[fact_name]
        if unknown and answer == UNKNOWN:
            return
        if fact.kind == "date":
            try:
                date.fromisoformat(answer)
            except ValueError:
                self.read.fault("date", place, f"`{fact_name}: {answer}` is not a date", "write YYYY-MM-DD")
        elif answer not in fact.answers:
            self.read.fault(
                "unknown-answer",
                place,
                f"`{answer}` is not an answer to `{fact_name}`",
                nearest(answer, fact.answers) or f"one of: {', '.join(fact.answers)}",
            )

    def _condition(self, when: Condition, place: Place) -> None:
        for fact, answers in when.items():
            for answer in answers:
                self._value(fact, answer, place)
            if not answers:
                self.read.fault("condition", place, f"`when` lists no answer for `{fact}`", "write {fact: [answer]}")

    def _pairs(self, pairs: Mapping[str, str], place: Place, *, unknown: bool = False) -> None:
        for fact, answer in pairs.items():
            self._value(fact, answer, place, unknown=unknown)

    def _fact(self, fact: Fact) -> None:
        if fact.presumed is not None:
            self._value(fact.id, fact.presumed, fact.place)
        self._condition(fact.presumed_when, fact.place)
        for answer in fact.answers.values():
            self._pairs(answer.implies, fact.place)
        for change in fact.instead:
            for answer_id in (*change.from_, change.to):
                self._value(fact.id, answer_id, fact.place)
            self._pairs(change.also, fact.place)
        self._all(fact.sources, self.read.sources, "source", fact.place)
        self._all(fact.terms, self.read.terms, "term", fact.place)

    def _tree(self, tree: Tree) -> None:
        read = self.read
        nodes: dict[str, Node] = {}
        for name, node in tree.nodes.items():
            self._all(node.cite, read.sources, "source", node.place)
            if isinstance(node, Test):
                node = self._test(node)
            elif isinstance(node, Law):
                self._law(node)
            else:
                self._branches(node)
            nodes[name] = node
            for target in targets(node):
                if target not in tree.nodes and target not in tree.outcomes:
                    places = (*tree.nodes, *tree.outcomes)
                    read.fault(
                        "unknown-target",
                        node.place,
                        f"node `{name}` leads to `{target}`, which does not exist",
                        nearest(target, places),
                    )
        read.trees[tree.id] = replace(tree, nodes=nodes)
        if tree.risk:
            self._known(tree.risk, read.risks, "risk", tree.place)
        for outcome in tree.outcomes.values():
            self._sources(outcome.sources, outcome.place)
            for duties in _values(outcome.duties):
                self._all(duties, read.duties, "duty", outcome.place)
            self._all(outcome.contested, read.contested, "contested point", outcome.place)

    def _law(self, node: Law) -> None:
        law_from = self.read.law_from
        if not node.targets.periods or node.targets.periods[0][0] == date.min:
            self.read.fault("period", node.place, "a `law` node needs dates", "write `law: {date: target, …}`")
        elif law_from and node.targets.periods[0][0] != law_from:
            self.read.fault(
                "period",
                node.place,
                f"this `law` node starts on {node.targets.periods[0][0]}, the trees know the law from {law_from}",
                f"start with {law_from}: periods may not have a gap",
            )
        for start, target in node.targets.periods:
            if target is None:
                self.read.fault("period", node.place, f"nothing holds from {start}", "name a target for every period")

    def _branches(self, node: Ask | Since | Before) -> None:
        read = self.read
        if not self._known(node.fact, read.facts, "fact", node.place):
            return
        fact = read.facts[node.fact]
        if isinstance(node, Ask):
            if fact.kind == "date":
                read.fault("node", node.place, f"`{fact.id}` is a date", "use `since:` or `before:`")
                return
            allowed = tuple(fact.answers)
        else:
            if fact.kind != "date":
                read.fault("node", node.place, f"`{fact.id}` is not a date", "use `ask:`")
            allowed = ("yes", "no")
        self._handled(node.branches, allowed, f"answer to `{fact.id}`", node.place)

    def _handled(self, branches: Mapping[str, str], allowed: tuple[str, ...], what: str, place: Place) -> None:
        for label in branches:
            if label not in allowed:
                self.read.fault("unknown-answer", place, f"`{label}` is not an {what}", nearest(label, allowed))
        if missing := [label for label in allowed if label not in branches]:
            self.read.fault(
                "unhandled-answer",
                place,
                f"no branch handles: {', '.join(missing)}",
                "add a branch, or join it with ` | `",
            )

    def _test(self, node: Test) -> Test:
        read = self.read
        if not self._known(node.tree, read.trees, "tree", node.place):
            return node
        outcomes = read.trees[node.tree].outcomes
        expanded: dict[str, str] = {}
        by_verdict: dict[str, str] = {}
        for label, target in node.branches.items():
            if label in outcomes:
                expanded[label] = target
            elif label in VERDICTS:
                by_verdict[label] = target
            else:
                read.fault(
                    "unknown-outcome",
                    node.place,
                    f"`{label}` is no outcome of `{node.tree}`",
                    nearest(label, (*outcomes, *VERDICTS)),
                )
        for outcome in outcomes.values():
            if outcome.id not in expanded and outcome.verdict and outcome.verdict.value in by_verdict:
                expanded[outcome.id] = by_verdict[outcome.verdict.value]
        if missing := [name for name in outcomes if name not in expanded]:
            read.fault("unhandled-answer", node.place, f"no branch handles: {', '.join(missing)}", "add a branch")
        return replace(node, branches=expanded)

    def _round_trips(self) -> None:
        """Cycles: inside a tree, and between trees that test each other."""
        read = self.read
        for tree in read.trees.values():
            graph = {name: [t for t in targets(node) if t in tree.nodes] for name, node in tree.nodes.items()}
            for name in _on_a_cycle(graph):
                read.fault(
                    "cycle", tree.nodes[name].place, f"node `{name}` leads back to itself", "a tree must go down"
                )
        tests = {
            tree.id: [node.tree for node in tree.nodes.values() if isinstance(node, Test) and node.tree in read.trees]
            for tree in read.trees.values()
        }
        for name in _on_a_cycle(tests):
            read.fault(
                "cycle",
                read.trees[name].place,
                f"tree `{name}` tests itself, directly or through another",
                "break the circle",
            )

    def _case(self, case: Case) -> None:
        read = self.read
        self._pairs(case.facts, case.place, unknown=True)
        if case.breaches:
            self._known(case.breaches, read.duties, "duty", case.place)
        if not self._known(case.consult, read.consults, "consult", case.place):
            return
        for on, expected in case.answers.items():
            if read.law_from and on < read.law_from:
                read.fault(
                    "date", expected.place, f"{on} lies before the law these trees know", f"from {read.law_from} on"
                )
            self._pairs(expected.facts, expected.place, unknown=True)
            self._all(expected.duties, read.duties, "duty", expected.place)
            for tree, outcome in expected.outcomes.items():
                if self._known(tree, read.trees, "tree", expected.place):
                    self._known(outcome, read.trees[tree].outcomes, "outcome", expected.place)


def targets(node: Node) -> tuple[str, ...]:
    """Where ``node`` can lead, each once, in order."""
    if isinstance(node, Law):
        return tuple(dict.fromkeys(target for _, target in node.targets.periods if target is not None))
    return tuple(dict.fromkeys(node.branches.values()))


def _values(dated: Dated) -> list:  # type: ignore[type-arg]
    return [value for _, value in dated.periods if value is not None]


def _on_a_cycle(graph: Mapping[str, list[str]]) -> list[str]:
    """The first node of each way round in ``graph``."""
    done: set[str] = set()
    active: list[str] = []
    found: list[str] = []

    def visit(name: str) -> None:
        if name in active:
            if name not in found:
                found.append(name)
            return
        if name in done:
            return
        active.append(name)
        for target in graph[name]:
            visit(target)
        active.pop()
        done.add(name)

    for name in graph:
        visit(name)
    return found
