"""Do all names point at something? Every reference between files is looked up here, once.

Content that passes can be reasoned over safely: every target exists, every answer is handled, nothing goes round.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date

from wizard.content.decode import Decoder
from wizard.content.decode_tree import VERDICTS
from wizard.content.fault import nearest
from wizard.content.fields import DATE
from wizard.content.model import (
    UNKNOWN,
    Ask,
    Before,
    Case,
    Condition,
    Consult,
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
)

DEFINED = {
    "contested point": "define it under `contested:`",
    "duty": "define it under `duties:`",
    "tree": "write it in a file of its own",
}
"""How a thing is defined, when that is not under its name with an s."""


class Resolver:
    """Looks up names in what a decoder read; adds faults to the decoder's."""

    def __init__(self, read: Decoder) -> None:
        self.read = read
        self.faults = read.faults

    def resolve(self) -> None:
        """Check every reference and expand verdicts in `test` nodes into outcomes."""
        read = self.read
        for fact in read.facts.values():
            self._fact(fact)
        self._groups()
        for source in read.sources.values():
            for act in _values(source.act):
                self._known(act, read.acts, "act", source.place, "`act`")
        holders: list[Duty | Contested] = [*read.duties.values(), *read.contested.values()]
        for holder in holders:
            self._condition(holder.when, holder.place)
            self._sources(holder.sources, holder.place)
        for risk in read.risks.values():
            self._sources(risk.sources, risk.place)
        for term in read.terms.values():
            self._all(term.sources, read.sources, "source", term.place, "`sources`")
        for tree in read.trees.values():
            self._tree(tree)
        self._round_trips()
        for consult in read.consults.values():
            self._consult(consult)
        for case in read.cases.values():
            self._case(case)

    def _at(self, owner: Place, role: str, word: str) -> Place:
        """Where ``word`` stands in the definition at ``owner``."""
        return self.read.places.get((owner, f"{role} {word}"), owner)

    def _known(self, name: str, known: Collection[str], what: str, owner: Place, role: str) -> bool:
        if name in known:
            return True
        if name:  # an empty name is a fault already
            near = nearest(name, known) or f"{DEFINED.get(what, f'define it under `{what}s:`')}, or correct the name"
            place = self._at(owner, role, name)
            self.read.fault(f"unknown-{what}".replace(" ", "-"), place, f"unknown {what} `{name}`", near)
        return False

    def _all(self, names: Iterable[str], known: Collection[str], what: str, owner: Place, role: str) -> None:
        for name in names:
            self._known(name, known, what, owner, role)

    def _sources(self, dated: Dated[tuple[str, ...]], owner: Place) -> None:
        for names in _values(dated):
            self._all(names, self.read.sources, "source", owner, "`sources`")

    def _value(self, fact_name: str, answer: str, place: Place, *, unknown: bool = False) -> None:
        """Check that a fact that exists can have ``answer``."""
        fact = self.read.facts[fact_name]
        if not answer or (unknown and answer == UNKNOWN):
            return
        if fact.kind == "date":
            try:
                if not DATE.fullmatch(answer):
                    raise ValueError
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

    def _condition(self, when: Condition, owner: Place) -> None:
        for fact, answers in when.items():
            place = self._at(owner, "`when`", fact)
            if not self._known(fact, self.read.facts, "fact", owner, "`when`"):
                continue
            if self.read.facts[fact].kind == "date":
                hint = "use a `since:` or `before:` node in the tree"
                self.read.fault("condition", place, f"`{fact}` is a date: `when` cannot depend on it", hint)
                continue
            for answer in answers:
                self._value(fact, answer, self._at(owner, f"`when` {fact}:", answer))
            if not answers:
                self.read.fault("condition", place, f"`when` lists no answer for `{fact}`", "write {fact: [answer]}")

    def _pairs(self, pairs: Mapping[str, str], owner: Place, role: str, *, unknown: bool = False) -> None:
        for fact, answer in pairs.items():
            if self._known(fact, self.read.facts, "fact", owner, role):
                self._value(fact, answer, self._at(owner, role, f"{fact}: {answer}"), unknown=unknown)

    def _fact(self, fact: Fact) -> None:
        if fact.presumed is not None:
            self._value(fact.id, fact.presumed, self._at(fact.place, "`presumed`", fact.presumed))
        self._condition(fact.presumed_when, fact.place)
        for answer in fact.answers.values():
            self._pairs(answer.implies, fact.place, "`implies`")
        for change in fact.instead:
            for answer_id in change.from_:
                self._value(fact.id, answer_id, self._at(fact.place, "`from`", answer_id))
            self._value(fact.id, change.to, self._at(fact.place, "`to`", change.to))
            self._pairs(change.also, fact.place, "`also`")
            place = self._at(fact.place, "`to`", change.to)
            if not change.from_:
                self.read.fault("instead", place, "this `instead` starts from no answer", "write `from: [answer]`")
            if change.to in change.from_:
                self.read.fault(
                    "instead", place, f"`instead` leads from `{change.to}` to itself", "name a better answer"
                )
        self._all(fact.sources, self.read.sources, "source", fact.place, "`sources`")
        self._all(fact.terms, self.read.terms, "term", fact.place, "`terms`")

    def _groups(self) -> None:
        read = self.read
        groups: dict[str, str] = {}
        for group in read.groups.values():
            if len(group.facts) < 2:
                read.fault(
                    "group", group.place, f"group `{group.id}` has fewer than two facts", "a group is a checklist"
                )
            for name in group.facts:
                place = self._at(group.place, "`facts`", name)
                if not self._known(name, read.facts, "fact", group.place, "`facts`"):
                    continue
                if read.facts[name].kind != "yes_no":
                    read.fault("group", place, f"`{name}` is no yes_no fact", "groups hold yes_no facts only")
                if groups.setdefault(name, group.id) != group.id:
                    read.fault("group", place, f"`{name}` stands in group `{groups[name]}` too", "a fact is asked once")

    def _tree(self, tree: Tree) -> None:
        read = self.read
        nodes: dict[str, Node] = {}
        known = (*tree.nodes, *tree.outcomes)
        for name, node in tree.nodes.items():
            self._all(node.cite, read.sources, "source", node.place, "`cite`")
            for target in targets(node):
                if target and target not in known:
                    read.fault(
                        "unknown-target",
                        self._at(node.place, "a target", target),
                        f"node `{name}` leads to `{target}`, which does not exist",
                        nearest(target, known) or "add a node or outcome with that name",
                    )
            if isinstance(node, Test):
                node = self._test(node)
            elif isinstance(node, Law):
                self._law(node)
            else:
                self._branches(node)
            nodes[name] = node
        read.trees[tree.id] = replace(tree, nodes=nodes)
        if tree.risk:
            self._known(tree.risk, read.risks, "risk", tree.place, "`risk`")
        for outcome in tree.outcomes.values():
            self._sources(outcome.sources, outcome.place)
            for duties in _values(outcome.duties):
                self._all(duties, read.duties, "duty", outcome.place, "`duties`")
            self._all(outcome.contested, read.contested, "contested point", outcome.place, "`contested`")

    def _law(self, node: Law) -> None:
        law_from = self.read.law_from
        periods = node.targets.periods
        if periods and periods[0][0] == date.min:
            self.read.fault("period", node.place, "a `law` node needs dates", "write `law: {date: target, …}`")
        elif periods and law_from not in (None, date.min, periods[0][0]):
            self.read.fault(
                "period",
                self._at(node.place, "`law`", periods[0][0].isoformat()),
                f"this `law` node starts on {periods[0][0]}, the trees know the law from {law_from}",
                f"start with {law_from}: every day needs a target",
            )
        for start, target in periods:
            if target is None:
                place = self._at(node.place, "`law`", start.isoformat())
                self.read.fault("period", place, f"nothing holds from {start}", "name a target for every period")

    def _branches(self, node: Ask | Since | Before) -> None:
        read = self.read
        kind = f"`{type(node).__name__.lower()}`"
        if not self._known(node.fact, read.facts, "fact", node.place, kind):
            return
        fact = read.facts[node.fact]
        place = self._at(node.place, kind, fact.id)
        if isinstance(node, Ask):
            if fact.kind == "date":
                read.fault("node", place, f"`{fact.id}` is a date", "use `since:` or `before:`")
                return
            allowed = tuple(fact.answers)
        else:
            if fact.kind != "date":
                read.fault("node", place, f"`{fact.id}` is not a date", "use `ask:`")
                return
            allowed = ("yes", "no")
        for label in node.branches:
            if label not in allowed:
                hint = nearest(label, allowed) or f"one of: {', '.join(allowed)}"
                place = self._at(node.place, "branch", label)
                read.fault("unknown-answer", place, f"`{label}` is not an answer to `{fact.id}`", hint)
        self._handled([label for label in allowed if label not in node.branches], node.place)

    def _handled(self, missing: list[str], place: Place) -> None:
        if missing:
            hint = "add a branch, or join it with ` | `"
            self.read.fault("unhandled-answer", place, f"no branch handles: {', '.join(missing)}", hint)

    def _test(self, node: Test) -> Test:
        read = self.read
        if not self._known(node.tree, read.trees, "tree", node.place, "`test`"):
            return replace(node, branches={})
        outcomes = read.trees[node.tree].outcomes
        expanded: dict[str, str] = {}
        by_verdict: dict[str, str] = {}
        for label, target in node.branches.items():
            if label in outcomes:
                expanded[label] = target
            elif label in VERDICTS:
                by_verdict[label] = target
            else:
                hint = nearest(label, (*outcomes, *VERDICTS)) or f"its outcomes: {', '.join(outcomes)}"
                place = self._at(node.place, "branch", label)
                read.fault("unknown-outcome", place, f"`{label}` is no outcome of `{node.tree}`", hint)
        used = set()
        for outcome in outcomes.values():
            if outcome.id not in expanded and outcome.verdict and outcome.verdict.value in by_verdict:
                expanded[outcome.id] = by_verdict[outcome.verdict.value]
                used.add(outcome.verdict.value)
        for label in by_verdict:
            if label not in used:
                read.fault(
                    "unused-branch",
                    self._at(node.place, "branch", label),
                    f"`{node.tree}` has no outcome left for the branch `{label}`",
                    "leave it out",
                )
        self._handled([name for name in outcomes if name not in expanded], node.place)
        return replace(node, branches=expanded)

    def _round_trips(self) -> None:
        """Cycles: inside a tree, and between trees that test each other."""
        read = self.read
        for tree in read.trees.values():
            graph = {name: [t for t in targets(node) if t in tree.nodes] for name, node in tree.nodes.items()}
            for way in round_trips(graph):
                place = self._at(tree.nodes[way[-1]].place, "a target", way[0])
                said = f"node `{way[0]}` leads back to itself: {' → '.join((*way, way[0]))}"
                read.fault("cycle", place, said, "a tree must go down: lead to another node or to an outcome")
        tests = {
            tree.id: [node.tree for node in tree.nodes.values() if isinstance(node, Test) and node.tree in read.trees]
            for tree in read.trees.values()
        }
        for way in round_trips(tests):
            said = f"tree `{way[0]}` tests itself: {' → '.join((*way, way[0]))}"
            read.fault("cycle", read.trees[way[0]].place, said, "take one of these tests out")

    def _consult(self, consult: Consult) -> None:
        read = self.read
        if not consult.parts:
            read.fault("empty", consult.place, f"consult `{consult.id}` has no trees", "add `trees: [{tree: …}]`")
        seen: set[str] = set()
        for part in consult.parts:
            place = self._at(part.place, "`tree`", part.tree)
            if part.tree in seen:
                read.fault(
                    "duplicate", place, f"tree `{part.tree}` stands twice in `{consult.id}`", "keep one of the two"
                )
            seen.add(part.tree)
            self._known(part.tree, read.trees, "tree", part.place, "`tree`")
            self._condition(part.when, part.place)
            tree = read.trees.get(part.tree)
            if tree and any(outcome.verdict is None for outcome in tree.outcomes.values()):
                hint = "a tree in a consult needs one for each"
                read.fault("verdict", place, f"`{part.tree}` has outcomes without a verdict", hint)

    def _case(self, case: Case) -> None:
        read = self.read
        self._pairs(case.facts, case.place, "`facts`", unknown=True)
        if case.breaches:
            self._known(case.breaches, read.duties, "duty", case.place, "`breaches`")
        self._known(case.consult, read.consults, "consult", case.place, "`consult`")
        for on, expected in case.answers.items():
            if read.law_from and date.min < on < read.law_from:
                said = f"{on} lies before the law these trees know"
                read.fault("date", expected.place, said, f"from {read.law_from} on")
            self._pairs(expected.facts, expected.place, "`facts`", unknown=True)
            self._all(expected.duties, read.duties, "duty", expected.place, "`duties`")
            for tree, outcome in expected.outcomes.items():
                if self._known(tree, read.trees, "tree", expected.place, "`outcomes`"):
                    outcomes = read.trees[tree].outcomes
                    place = self._at(expected.place, "`outcomes`", f"{tree}: {outcome}")
                    if outcome and outcome not in outcomes:
                        hint = nearest(outcome, outcomes) or f"one of: {', '.join(outcomes)}"
                        read.fault("unknown-outcome", place, f"`{outcome}` is no outcome of `{tree}`", hint)


def targets(node: Node) -> tuple[str, ...]:
    """Where ``node`` can lead, each once, in order."""
    if isinstance(node, Law):
        return tuple(dict.fromkeys(target for _, target in node.targets.periods if target is not None))
    return tuple(dict.fromkeys(node.branches.values()))


def _values(dated: Dated) -> list:  # type: ignore[type-arg]
    return [value for _, value in dated.periods if value is not None]


def round_trips(graph: Mapping[str, list[str]]) -> list[list[str]]:
    """The ways round in ``graph``, one for each step that leads back: the names from its first to its last step."""
    done: set[str] = set()
    found: list[list[str]] = []
    for first in graph:
        way: list[str] = []
        todo = [(first, False)]
        while todo:
            name, leave = todo.pop()
            if leave:
                done.add(way.pop())
            elif name in way:
                found.append(way[way.index(name) :])
            elif name not in done:
                way.append(name)
                todo.append((name, True))
                todo += [(target, False) for target in graph[name]]
    return found
