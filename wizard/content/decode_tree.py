"""From YAML nodes to trees: nodes, branches and outcomes (docs/trees.md)."""

from __future__ import annotations

import re

from wizard.content.fault import dutch
from wizard.content.fields import NAME, OUTCOME_NAME, Fields
from wizard.content.model import Ask, Before, Law, Length, Node, Outcome, Since, Test, Text, Tree, Verdict
from wizard.content.reader import Mapping, Scalar, Yaml

VERDICTS = tuple(verdict.value for verdict in Verdict)
FORCES = ("statute", "self_regulation")
LEANS = ("passes", "open", "fails")
NODE_KINDS = ("ask", "law", "since", "before", "test")
RESERVED = (*NODE_KINDS, "cite")
"""Keys of a node, which therefore cannot be the name of an answer."""
LENGTH = re.compile(r"([1-9]\d?) (year|month|week)s?")
MOST_NODES = 200
"""A tree is small enough to draw on a page. This is far beyond, and keeps every walk shallow."""


class TreeFields(Fields):
    """Reads trees into ``trees``."""

    def __init__(self) -> None:
        super().__init__()
        self.trees: dict[str, Tree] = {}

    def tree(self, top: Mapping) -> None:
        """Read the tree that a file holds."""
        for name in ("tree", "title", "nodes", "outcomes"):
            if top.get(name) is None:
                self.missing(top.place, "this tree", name)
        header = top.get("tree")
        if not isinstance(header, Scalar):
            if header is not None:
                said = Text("`tree` moet één woord zijn", "`tree` must be a single word")
                hint = Text("schrijf de naam van de boom", "write the name of the tree")
                self.fault("shape", header.place, said, hint)
            return
        self.name(header, "a tree")
        nodes, start = self._nodes(top)
        outcomes: dict[str, Outcome] = {}
        for key, value in self._section(top, "outcomes"):
            if not OUTCOME_NAME.fullmatch(key.text):
                hint = Text("uitkomsten staan in HOOFDLETTERS", "outcomes are UPPER CASE")
                self.no_name(key, "an outcome", hint)
            outcomes[key.text] = self._outcome(key, value)
        self.owner = header.place
        tree = Tree(
            id=header.text,
            title=self.text(top.get("title"), "`title`") or Text("", ""),
            start=start,
            nodes=nodes,
            outcomes=outcomes,
            place=header.place,
            risk=self.named(top.get("risk"), "`risk`") or None,
        )
        if (known := self.trees.get(tree.id)) is not None:
            self.twice("tree ", header, known.place)
        else:
            self.trees[tree.id] = tree

    def _section(self, top: Mapping, name: str) -> list[tuple[Scalar, Yaml]]:
        section = top.get(name)
        if section is None:
            return []
        items = self.mapping(section, f"`{name}`").items
        if isinstance(section, Mapping) and not items:
            hint = Text(f"een boom heeft `{name}`", f"a tree has {name}")
            self.fault("empty", section.place, Text(f"`{name}` is leeg", f"`{name}` is empty"), hint)
        return items

    def _nodes(self, top: Mapping) -> tuple[dict[str, Node], str]:
        nodes: dict[str, Node] = {}
        start = ""
        section = self._section(top, "nodes")
        for key, value in section[:MOST_NODES]:
            start = start or key.text
            if not NAME.fullmatch(key.text):
                hint = Text(
                    "knopen staan in kleine letters, uitkomsten in HOOFDLETTERS",
                    "nodes are lower case, outcomes UPPER CASE",
                )
                self.no_name(key, "a node", hint)
            self.owner = key.place
            faults = len(self.faults)
            node = self._node(key, value)
            if node is None:
                self.lost(faults)
            else:
                nodes[key.text] = node
        if len(section) > MOST_NODES:
            said = Text(f"meer dan {MOST_NODES} knopen in één boom", f"more than {MOST_NODES} nodes in one tree")
            hint = Text(
                "maak van een deel een eigen boom, en pas die toe met `test`",
                "move part of it to a tree of its own, and `test` that",
            )
            self.fault("too-large", section[MOST_NODES][0].place, said, hint)
            self.lost(-1)
        return nodes, start

    def _node(self, key: Scalar, node: Yaml) -> Node | None:
        what = f"node `{key.text}`"
        faults = len(self.faults)
        fields = self.mapping(node, what)
        kinds = [kind for kind in NODE_KINDS if fields.get(kind) is not None]
        if len(kinds) != 1:
            if len(self.faults) == faults:
                listed = ", ".join(NODE_KINDS)
                said = Text(
                    f"{dutch(what)} moet er precies één hebben van: {listed}",
                    f"{what} must have exactly one of: {listed}",
                )
                begin = Text("begin bijvoorbeeld met `ask: FEIT`", "start with `ask: FACT`, for instance")
                apart = Text(
                    "houd er één over, en maak van de rest een eigen knoop",
                    "keep one, and make the rest a node of its own",
                )
                at = key.place
                for name, _ in () if kinds else fields.items:
                    kind, blank, rest = name.text.partition(" ")
                    if blank and kind in NODE_KINDS:
                        at, pair = name.place, f"`{kind}: {rest}`"
                        begin = Text(f"schrijf {pair}, met dubbele punt", f"write {pair}, with a colon")
                self.fault("node", at, said, apart if kinds else begin)
            return None
        kind = kinds[0]
        head = fields.get(kind)
        assert head is not None
        cite = self.names(fields.get("cite"), "`cite`")
        if kind == "law":
            self.mapping(fields, what, required=("law",), allowed=("cite",))
            targets = self.dated(head, "`law`", lambda value: self.named(value, "a target"))
            return Law(targets, key.place, cite)
        subject = self.named(head, f"`{kind}`")
        own = {"since": "within", "before": "day"}.get(kind, "")
        branches = self._branches(key, fields, (kind, "cite", own))
        if kind == "ask":
            return Ask(subject, branches, key.place, cite)
        if kind == "test":
            return Test(subject, branches, key.place, cite)
        needed = fields.get(own)
        if needed is None:
            self.missing(key.place, what, own)
            return None
        if kind == "before":
            return Before(subject, self.date(needed, "`day`"), branches, key.place, cite)
        within = self.word(needed, "`within`")
        length = LENGTH.fullmatch(within)
        if length is None:
            if within:
                said = Text(
                    f"`{within}` is geen aantal jaren, maanden of weken",
                    f"`{within}` is no number of years, months or weeks",
                )
                hint = Text(
                    "schrijf `within: 3 years` of `within: 1 month`", "write `within: 3 years` or `within: 1 month`"
                )
                self.fault("value", needed.place, said, hint)
            return None
        return Since(subject, Length(int(length[1]), f"{length[2]}s"), branches, key.place, cite)

    def _branches(self, key: Scalar, fields: Mapping, reserved: tuple[str, ...]) -> dict[str, str]:
        """The branches of a node: `a | b: target` is two of them."""
        branches: dict[str, str] = {}
        for name, value in fields.items:
            if name.text in reserved:
                continue
            target = self.named(value, "a target")
            column = name.place.column + (not name.plain)
            for part in name.text.split("|"):
                label = part.strip()
                place = name.place._replace(column=column + len(part) - len(part.lstrip()))
                column += len(part) + 1
                if not label:
                    said = Text("een leeg antwoord voor of na `|`", "an empty answer before or after `|`")
                    hint = Text("schrijf `a | b: doel`", "write `a | b: target`")
                    self.fault("node", name.place, said, hint)
                elif label in branches:
                    said = Text(
                        f"`{label}` staat twee keer in knoop `{key.text}`",
                        f"`{label}` is handled twice in node `{key.text}`",
                    )
                    self.fault("duplicate-branch", place, said, Text("houd er één over", "keep one"))
                else:
                    branches[label] = target
                    self.remember("branch", label, place)
        return branches

    def _outcome(self, key: Scalar, node: Yaml) -> Outcome:
        self.owner = key.place
        optional = ("verdict", "because", "sources", "duties", "contested", "force", "lean", "weigh")
        fields = self.mapping(node, f"outcome `{key.text}`", allowed=optional)
        verdict = fields.get("verdict")
        lean = fields.get("lean")
        weigh = (self.text(item, "an item of `weigh`") for item in self.items(fields.get("weigh"), "`weigh`"))
        return Outcome(
            id=key.text,
            verdict=Verdict(self.choice(verdict, "verdict", VERDICTS, "assess")) if verdict is not None else None,
            because=self.dated_text(fields.get("because"), "`because`"),
            sources=self.dated_names(fields.get("sources"), "`sources`"),
            duties=self.dated_names(fields.get("duties"), "`duties`"),
            place=key.place,
            contested=self.names(fields.get("contested"), "`contested`"),
            force=self.choice(fields.get("force"), "force", FORCES, "statute"),
            lean=self.choice(lean, "lean", LEANS, "open") if lean is not None else None,
            weigh=tuple(text for text in weigh if text),
        )
