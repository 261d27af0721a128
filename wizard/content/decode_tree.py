"""From YAML nodes to trees: nodes, branches and outcomes (docs/trees.md)."""

from __future__ import annotations

import re

from wizard.content.fields import NAME, OUTCOME_NAME, Fields
from wizard.content.model import Ask, Before, Law, Node, Outcome, Since, Test, Text, Tree, Verdict
from wizard.content.reader import Mapping, Scalar, Yaml

VERDICTS = tuple(verdict.value for verdict in Verdict)
FORCES = ("statute", "self_regulation")
LEANS = ("passes", "open", "fails")
NODE_KINDS = ("ask", "law", "since", "before", "test")
RESERVED = (*NODE_KINDS, "cite")
"""Keys of a node, which therefore cannot be the name of an answer."""
YEARS = re.compile(r"([1-9]\d?) years?")
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
                self.fault("missing-key", top.place, f"this tree has no `{name}`", f"add `{name}: …`")
        header = top.get("tree")
        if not isinstance(header, Scalar):
            if header is not None:
                self.fault("shape", header.place, "`tree` must be a single word", "write the name of the tree")
            return
        self.name(header, "a tree")
        nodes, start = self._nodes(top)
        outcomes: dict[str, Outcome] = {}
        for key, value in self._section(top, "outcomes"):
            if not OUTCOME_NAME.fullmatch(key.text):
                self.fault("name", key.place, f"`{key.text}` is no name for an outcome", "outcomes are UPPER CASE")
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
            self.fault("empty", section.place, f"`{name}` is empty", f"a tree has {name}")
        return items

    def _nodes(self, top: Mapping) -> tuple[dict[str, Node], str]:
        nodes: dict[str, Node] = {}
        start = ""
        section = self._section(top, "nodes")
        for key, value in section[:MOST_NODES]:
            start = start or key.text
            if not NAME.fullmatch(key.text):
                hint = "nodes are lower case, outcomes UPPER CASE"
                self.fault("name", key.place, f"`{key.text}` is no name for a node", hint)
            self.owner = key.place
            node = self._node(key, value)
            if node is not None:
                nodes[key.text] = node
        if len(section) > MOST_NODES:
            hint = "move part of it to a tree of its own, and `test` that"
            self.fault("too-large", section[MOST_NODES][0].place, f"more than {MOST_NODES} nodes in one tree", hint)
        return nodes, start

    def _node(self, key: Scalar, node: Yaml) -> Node | None:
        what = f"node `{key.text}`"
        faults = len(self.faults)
        fields = self.mapping(node, what)
        kinds = [kind for kind in NODE_KINDS if fields.get(kind) is not None]
        if len(kinds) != 1:
            if len(self.faults) == faults:
                hint = (
                    "keep one, and make the rest a node of its own" if kinds else "start with `ask: FACT`, for instance"
                )
                said = f"must have exactly one of: {', '.join(NODE_KINDS)}"
                self.fault("node", key.place, f"{what} {said}", hint)
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
            self.fault("missing-key", key.place, f"{what} has no `{own}`", f"add `{own}: …`")
            return None
        if kind == "before":
            return Before(subject, self.date(needed, "`day`"), branches, key.place, cite)
        within = self.word(needed, "`within`")
        years = YEARS.fullmatch(within)
        if years is None:
            if within:
                self.fault("value", needed.place, f"`{within}` is no number of years", "write `within: 3 years`")
            return None
        return Since(subject, int(years[1]), branches, key.place, cite)

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
                    self.fault("node", name.place, "an empty answer before or after `|`", "write `a | b: target`")
                elif label in branches:
                    self.fault(
                        "duplicate-branch", place, f"`{label}` is handled twice in node `{key.text}`", "keep one"
                    )
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
