"""Do all names point at something? Every reference between files is looked up here, once.

Content that passes can be reasoned over safely: every target exists, every answer is handled, nothing goes round.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from wizard.content.decode_tree import VERDICTS
from wizard.content.fault import LEAVE_OUT, nearest
from wizard.content.model import Ask, Before, Contested, Duty, Fact, Law, Node, Place, Since, Test, Text, Tree
from wizard.content.references import values
from wizard.content.resolve_consult import ConsultReferences, no_outcome
from wizard.content.values import CHOICES


class Resolver(ConsultReferences):
    """Looks up every name in what a decoder read; adds faults to the decoder's.

    Of consults that are not ``loaded`` the law was not read: what they refer to is not looked up.
    """

    def asking(self) -> None:
        """Check what questions and walks rest on (facts, trees, consults); expand verdicts in `test` nodes."""
        read = self.read
        for fact in read.facts.values():
            self._fact(fact)
        self._groups()
        for tree in read.trees.values():
            self._tree(tree)
        self._round_trips()
        for consult in read.consults.values():
            if consult.id in self.loaded:
                self.consult(consult)

    def telling(self) -> None:
        """Check what an advice tells: sources, duties, contested points, risks and terms, wherever they are named.

        Cases, which name duties, come with it.
        """
        read = self.read
        for fact in read.facts.values():
            self._all(fact.sources, read.sources, "source", fact.place, "`sources`")
            self._all(fact.terms, read.terms, "term", fact.place, "`terms`")
        for source in read.sources.values():
            for act in values(source.act):
                self._known(act, read.acts, "act", source.place, "`act`")
        holders: list[Duty | Contested] = [*read.duties.values(), *read.contested.values()]
        for holder in holders:
            self._condition(holder.when, holder.place)
            self._sources(holder.sources, holder.place)
        for duty in read.duties.values():
            self.duty(duty)
        for watch in read.watch.values():
            self._all(watch.sources, read.sources, "source", watch.place, "`sources`")
        for risk in read.risks.values():
            self._sources(risk.sources, risk.place)
        for term in read.terms.values():
            self._all(term.sources, read.sources, "source", term.place, "`sources`")
        for tree in read.trees.values():
            self._told(tree)
        for consult in read.consults.values():
            if consult.id in self.loaded:
                self.counted_from(consult)
        for case in read.cases.values():
            self.case(case)

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
            self._all(change.consults, self.read.consults, "consult", fact.place, "`in`")
            place = self._at(fact.place, "`to`", change.to)
            if not change.from_:
                said = Text("deze `instead` gaat van geen antwoord uit", "this `instead` starts from no answer")
                hint = Text("schrijf `from: [antwoord]`", "write `from: [answer]`")
                self.read.fault("instead", place, said, hint)
            if change.to in change.from_:
                said = Text(
                    f"`instead` leidt van `{change.to}` naar zichzelf", f"`instead` leads from `{change.to}` to itself"
                )
                self.read.fault("instead", place, said, Text("noem een beter antwoord", "name a better answer"))

    def _groups(self) -> None:
        read = self.read
        groups: dict[str, str] = {}
        for group in read.groups.values():
            if len(group.facts) < 2:
                said = Text(
                    f"groep `{group.id}` heeft minder dan twee feiten", f"group `{group.id}` has fewer than two facts"
                )
                read.fault("group", group.place, said, Text("een groep is een afvinklijst", "a group is a checklist"))
            if group.about is not None:
                self._known(group.about, read.facts, "fact", group.place, "`about`")
            for name in group.facts:
                place = self._at(group.place, "`facts`", name)
                if not self._known(name, read.facts, "fact", group.place, "`facts`"):
                    continue
                if read.facts[name].kind != "yes_no":
                    said = Text(f"`{name}` is geen feit van soort yes_no", f"`{name}` is no yes_no fact")
                    hint = Text("in een groep staan alleen feiten van soort yes_no", "groups hold yes_no facts only")
                    read.fault("group", place, said, hint)
                if groups.setdefault(name, group.id) != group.id:
                    other = groups[name]
                    said = Text(f"`{name}` staat ook in groep `{other}`", f"`{name}` stands in group `{other}` too")
                    hint = Text("een feit wordt één keer gevraagd", "a fact is asked once")
                    read.fault("group", place, said, hint)

    def _tree(self, tree: Tree) -> None:
        read = self.read
        nodes: dict[str, Node] = {}
        known = (*tree.nodes, *tree.outcomes)
        for name, node in tree.nodes.items():
            for target in targets(node):
                if target and target not in known:
                    said = Text(
                        f"knoop `{name}` leidt naar `{target}`, en dat bestaat niet",
                        f"node `{name}` leads to `{target}`, which does not exist",
                    )
                    hint = Text("voeg een knoop of uitkomst met die naam toe", "add a node or outcome with that name")
                    place = self._at(node.place, "a target", target)
                    read.fault("unknown-target", place, said, nearest(target, known) or hint)
            if isinstance(node, Test):
                node = self._test(node)
            elif isinstance(node, Law):
                self._law(node)
            else:
                self._branches(node)
            nodes[name] = node
        read.trees[tree.id] = tree._replace(nodes=nodes)

    def _told(self, tree: Tree) -> None:
        read = self.read
        for node in tree.nodes.values():
            self._all(node.cite, read.sources, "source", node.place, "`cite`")
        if tree.risk:
            self._known(tree.risk, read.risks, "risk", tree.place, "`risk`")
        for outcome in tree.outcomes.values():
            self._sources(outcome.sources, outcome.place)
            for duties in values(outcome.duties):
                self._all(duties, read.duties, "duty", outcome.place, "`duties`")
            self._all(outcome.contested, read.contested, "contested point", outcome.place, "`contested`")

    def _law(self, node: Law) -> None:
        law_from = self.read.law_from
        periods = node.targets.periods
        if periods and periods[0][0] == date.min:
            said = Text("een knoop `law` heeft datums nodig", "a `law` node needs dates")
            hint = Text("schrijf `law: {datum: doel, …}`", "write `law: {date: target, …}`")
            self.read.fault("period", node.place, said, hint)
        elif periods and law_from not in (None, date.min, periods[0][0]):
            first = periods[0][0]
            said = Text(
                f"deze knoop `law` begint op {first}, de bomen kennen het recht vanaf {law_from}",
                f"this `law` node starts on {first}, the trees know the law from {law_from}",
            )
            hint = Text(
                f"begin met {law_from}: elke dag heeft een doel nodig",
                f"start with {law_from}: every day needs a target",
            )
            self.read.fault("period", self._at(node.place, "`law`", first.isoformat()), said, hint)
        for start, target in periods:
            if target is None:
                place = self._at(node.place, "`law`", start.isoformat())
                said = Text(f"vanaf {start} geldt er niets", f"nothing holds from {start}")
                hint = Text("noem een doel voor elke periode", "name a target for every period")
                self.read.fault("period", place, said, hint)

    def _branches(self, node: Ask | Since | Before) -> None:
        read = self.read
        kind = f"`{type(node).__name__.lower()}`"
        if not self._known(node.fact, read.facts, "fact", node.place, kind):
            return
        fact = read.facts[node.fact]
        place = self._at(node.place, kind, fact.id)
        if isinstance(node, Ask):
            if fact.kind == "text":
                said = Text(f"`{fact.id}` is een vrije tekst", f"`{fact.id}` is a free text")
                hint = Text("geen boom leest een vrije tekst", "no tree reads a free text")
                read.fault("node", place, said, hint)
                return
            if fact.kind not in CHOICES:
                said = Text(f"`{fact.id}` is een datum", f"`{fact.id}` is a date")
                hint = Text("gebruik `since:` of `before:`", "use `since:` or `before:`")
                read.fault("node", place, said, hint)
                return
            allowed = tuple(fact.answers)
        else:
            if fact.kind not in ("date", "datetime"):
                said = Text(f"`{fact.id}` is geen datum", f"`{fact.id}` is not a date")
                read.fault("node", place, said, Text("gebruik `ask:`", "use `ask:`"))
                return
            allowed = ("yes", "no")
        for label in node.branches:
            if label not in allowed:
                self._no_answer(label, fact.id, allowed, self._at(node.place, "branch", label))
        self._handled([label for label in allowed if label not in node.branches], node.place)

    def _handled(self, missing: list[str], place: Place) -> None:
        if missing:
            listed = ", ".join(missing)
            said = Text(f"er is geen tak voor: {listed}", f"no branch handles: {listed}")
            hint = Text("voeg een tak toe, of voeg samen met ` | `", "add a branch, or join it with ` | `")
            self.read.fault("unhandled-answer", place, said, hint)

    def _test(self, node: Test) -> Test:
        read = self.read
        if not self._known(node.tree, read.trees, "tree", node.place, "`test`"):
            return node._replace(branches={})
        outcomes = read.trees[node.tree].outcomes
        expanded: dict[str, str] = {}
        by_verdict: dict[str, str] = {}
        for label, target in node.branches.items():
            if label in outcomes:
                expanded[label] = target
            elif label in VERDICTS:
                by_verdict[label] = target
            else:
                listed = ", ".join(outcomes)
                hint = Text(f"de uitkomsten daarvan: {listed}", f"its outcomes: {listed}")
                said = no_outcome(label, node.tree)
                place = self._at(node.place, "branch", label)
                read.fault("unknown-outcome", place, said, nearest(label, (*outcomes, *VERDICTS)) or hint)
        used = set()
        for outcome in outcomes.values():
            if outcome.id not in expanded and outcome.verdict and outcome.verdict.value in by_verdict:
                expanded[outcome.id] = by_verdict[outcome.verdict.value]
                used.add(outcome.verdict.value)
        for label in by_verdict:
            if label not in used:
                said = Text(
                    f"`{node.tree}` heeft geen uitkomst meer over voor de tak `{label}`",
                    f"`{node.tree}` has no outcome left for the branch `{label}`",
                )
                read.fault("unused-branch", self._at(node.place, "branch", label), said, LEAVE_OUT)
        self._handled([name for name in outcomes if name not in expanded], node.place)
        return node._replace(branches=expanded)

    def _round_trips(self) -> None:
        """Cycles: inside a tree, and between trees that test each other."""
        read = self.read
        for tree in read.trees.values():
            graph = {name: [t for t in targets(node) if t in tree.nodes] for name, node in tree.nodes.items()}
            for way in round_trips(graph):
                place = self._at(tree.nodes[way[-1]].place, "a target", way[0])
                steps = " → ".join((*way, way[0]))
                said = Text(
                    f"knoop `{way[0]}` leidt naar zichzelf terug: {steps}",
                    f"node `{way[0]}` leads back to itself: {steps}",
                )
                hint = Text(
                    "een boom gaat omlaag: leid naar een andere knoop of naar een uitkomst",
                    "a tree must go down: lead to another node or to an outcome",
                )
                read.fault("cycle", place, said, hint)
        tests = {
            tree.id: [node.tree for node in tree.nodes.values() if isinstance(node, Test) and node.tree in read.trees]
            for tree in read.trees.values()
        }
        for way in round_trips(tests):
            steps = " → ".join((*way, way[0]))
            said = Text(f"boom `{way[0]}` past zichzelf toe: {steps}", f"tree `{way[0]}` tests itself: {steps}")
            hint = Text("haal een van deze `test` weg", "take one of these tests out")
            read.fault("cycle", read.trees[way[0]].place, said, hint)


def targets(node: Node) -> tuple[str, ...]:
    """Where ``node`` can lead, each once, in order."""
    if isinstance(node, Law):
        return tuple(dict.fromkeys(target for _, target in node.targets.periods if target is not None))
    return tuple(dict.fromkeys(node.branches.values()))


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
