"""From YAML nodes to the model: one method per section of the format (docs/trees.md)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from wizard.content.fields import NAME, OUTCOME_NAME, Fields
from wizard.content.model import (
    Act,
    Answer,
    Ask,
    Before,
    Case,
    Consult,
    Contested,
    Dated,
    Duty,
    Expected,
    Fact,
    Group,
    Instead,
    Law,
    Node,
    Outcome,
    Part,
    Risk,
    Since,
    Source,
    Term,
    Test,
    Text,
    Tree,
    Verdict,
)
from wizard.content.reader import Mapping, Scalar, Sequence, Yaml

YES_NO = {"yes": Text("Ja", "Yes"), "no": Text("Nee", "No")}
VERDICTS = tuple(verdict.value for verdict in Verdict)
CONFIDENCE = ("high", "medium", "low")
KINDS = ("statute", "case_law", "guidance", "self_regulation", "commentary")
NODE_KINDS = ("ask", "law", "since", "before", "test")
EMPTY = Text("", "")


class Decoder(Fields):
    """Collects what the files define; ``faults`` says what was wrong with their shape."""

    def __init__(self) -> None:
        super().__init__()
        self.facts: dict[str, Fact] = {}
        self.groups: dict[str, Group] = {}
        self.trees: dict[str, Tree] = {}
        self.acts: dict[str, Act] = {}
        self.sources: dict[str, Source] = {}
        self.duties: dict[str, Duty] = {}
        self.contested: dict[str, Contested] = {}
        self.risks: dict[str, Risk] = {}
        self.terms: dict[str, Term] = {}
        self.consults: dict[str, Consult] = {}
        self.cases: dict[str, Case] = {}
        self.law_from: date | None = None

    def file(self, root: Yaml) -> None:
        """Read every section of one file."""
        sections: dict[str, Callable[[Mapping], None]] = {
            "facts": self._each(self.facts, "fact", self._fact),
            "groups": self._each(self.groups, "group", self._group),
            "acts": self._each(self.acts, "act", self._act),
            "sources": self._each(self.sources, "source", self._source),
            "duties": self._each(self.duties, "duty", self._duty),
            "contested": self._each(self.contested, "contested point", self._contested_point),
            "risks": self._each(self.risks, "risk", self._risk),
            "terms": self._each(self.terms, "term", self._term),
            "consults": self._each(self.consults, "consult", self._consult),
            "cases": self._each(self.cases, "case", self._case),
        }
        tree_keys = ("tree", "title", "risk", "nodes", "outcomes")
        top = self.mapping(root, "this file", allowed=(*sections, *tree_keys, "law_from"))
        for key, value in top.items:
            if key.text in sections:
                sections[key.text](self.mapping(value, f"`{key.text}`"))
            elif key.text == "law_from":
                self.law_from = self.date(value, "law_from")
        if any(key.text in tree_keys for key, _ in top.items):
            self.tree(top)

    def _each(self, into: dict[str, Any], what: str, read: Callable[[Scalar, Yaml], Any]) -> Callable[[Mapping], None]:
        def section(mapping: Mapping) -> None:
            for key, value in mapping.items:
                self.name(key, f"a {what}")
                self._add(into, key, what, read(key, value))

        return section

    def _add(self, into: dict[str, Any], key: Scalar, what: str, value: Any) -> None:
        if key.text in into:
            first = into[key.text].place
            self.fault(
                "defined-twice",
                key.place,
                f"{what} `{key.text}` is defined twice (first in {first.file}:{first.line})",
                "keep one of the two",
            )
        else:
            into[key.text] = value

    # questions.yaml

    def _fact(self, key: Scalar, node: Yaml) -> Fact:
        optional = ("kind", "why", "answers", "statement", "presumed", "sources", "terms", "instead")
        fields = self.mapping(node, f"fact `{key.text}`", required=("question",), allowed=optional)
        kind = self.choice(fields.get("kind"), "kind of fact", ("choice", "yes_no", "date"), "choice")
        answers: dict[str, Answer] = {}
        listed = fields.get("answers")
        if listed is not None:
            for name, value in self.mapping(listed, f"the answers of `{key.text}`").items:
                if name.text == "unknown":
                    self.fault("value", name.place, "`unknown` is always an answer", "leave it out")
                answers[name.text] = self._answer(name, value)
        if kind == "yes_no":
            answers = {name: answers.get(name) or Answer(name, label) for name, label in YES_NO.items()}
        elif kind == "choice" and len(answers) < 2:
            self.fault("answers", key.place, f"fact `{key.text}` has fewer than two answers", "add `answers:`")
        elif kind == "date" and answers:
            self.fault("answers", key.place, f"`{key.text}` is a date and has answers", "leave `answers` out")
        presumed, presumed_when = fields.get("presumed"), {}
        if isinstance(presumed, Mapping):
            pair = self.mapping(presumed, f"`presumed` of `{key.text}`", required=("answer",), allowed=("when",))
            presumed_when = self.condition(pair.get("when"), "`when`")
            presumed = pair.get("answer")
        return Fact(
            id=key.text,
            kind=kind,
            question=self.text(fields.get("question"), "`question`") or EMPTY,
            why=self.text(fields.get("why"), "`why`"),
            answers=answers,
            place=key.place,
            statement=self.text(fields.get("statement"), "`statement`"),
            presumed=self.word(presumed, "`presumed`") or None,
            presumed_when=presumed_when,
            sources=self.names(fields.get("sources"), "`sources`"),
            terms=self.names(fields.get("terms"), "`terms`"),
            instead=tuple(self._instead(item) for item in self._items(fields.get("instead"), "`instead`")),
        )

    def _answer(self, key: Scalar, node: Yaml) -> Answer:
        self.name(key, "an answer")
        if isinstance(node, Mapping) and any(name.text in ("label", "help", "implies") for name, _ in node.items):
            fields = self.mapping(node, f"answer `{key.text}`", required=("label",), allowed=("help", "implies"))
            return Answer(
                key.text,
                self.text(fields.get("label"), "`label`") or EMPTY,
                self.text(fields.get("help"), "`help`"),
                self.pairs(fields.get("implies"), "`implies`"),
            )
        return Answer(key.text, self.text(node, f"answer `{key.text}`") or EMPTY)

    def _instead(self, node: Yaml) -> Instead:
        fields = self.mapping(node, "`instead`", required=("from", "to", "how"), allowed=("also",))
        return Instead(
            self.names(fields.get("from"), "`from`"),
            self.word(fields.get("to"), "`to`"),
            self.text(fields.get("how"), "`how`") or EMPTY,
            self.pairs(fields.get("also"), "`also`"),
        )

    def _items(self, node: Yaml | None, what: str) -> list[Yaml]:
        if node is None:
            return []
        if not isinstance(node, Sequence):
            self.fault("shape", node.place, f"{what} must be a list", "start each item with `- `")
            return []
        return node.items

    def _group(self, key: Scalar, node: Yaml) -> Group:
        fields = self.mapping(node, f"group `{key.text}`", required=("question", "facts"))
        return Group(
            key.text,
            self.text(fields.get("question"), "`question`") or EMPTY,
            self.names(fields.get("facts"), "`facts`"),
            key.place,
        )

    # sources, duties and the rest

    def _act(self, key: Scalar, node: Yaml) -> Act:
        fields = self.mapping(node, f"act `{key.text}`", required=("name", "short", "kind", "url"))
        return Act(
            key.text,
            self.text(fields.get("name"), "`name`") or EMPTY,
            self.text(fields.get("short"), "`short`") or EMPTY,
            self.choice(fields.get("kind"), "kind of source", KINDS, "statute"),
            self._url(fields.get("url")) or "",
            key.place,
        )

    def _url(self, node: Yaml | None) -> str | None:
        if node is None:
            return None
        text = self.word(node, "`url`")
        if not re.fullmatch(r"https?://[^\s<>\"'`()\[\]\\]+", text):
            self.fault("url", node.place, f"`{text[:60]}` is not a link", "write https://… without spaces or brackets")
        return text

    def _source(self, key: Scalar, node: Yaml) -> Source:
        always = ("says", "checked", "confidence")
        titled = isinstance(node, Mapping) and node.get("title") is not None
        if titled:
            fields = self.mapping(
                node, f"source `{key.text}`", required=("title", "from", "kind", *always), allowed=("until", "url")
            )
            start = self._date_or(fields.get("from"), "`from`", date.min)
            periods: list[tuple[date, str | None]] = [(start, "")]
            if (until := fields.get("until")) is not None:
                periods.append((self.date(until, "`until`"), None))
            act: Dated[str] = Dated()
            locator: Dated[str] = Dated(tuple(periods))
        else:
            fields = self.mapping(
                node, f"source `{key.text}`", required=("act", "locator", *always), allowed=("url", "kind")
            )
            act = self.dated(fields.get("act"), "`act`", lambda value: self.word(value, "`act`"))
            locator = self.dated(fields.get("locator"), "`locator`", lambda value: self.word(value, "`locator`"))
        checked = fields.get("checked")
        return Source(
            id=key.text,
            act=act,
            locator=locator,
            title=self.text(fields.get("title"), "`title`"),
            kind=self.choice(fields.get("kind"), "kind of source", KINDS, ""),
            url=self._url(fields.get("url")),
            says=self._dated_text(fields.get("says"), "`says`"),
            checked=self.date(checked, "`checked`") if checked is not None else date.min,
            confidence=self.choice(fields.get("confidence"), "confidence", CONFIDENCE, "high"),
            place=key.place,
        )

    def _date_or(self, node: Yaml | None, what: str, default: date) -> date:
        return default if node is None else self.date(node, what)

    def _dated_text(self, node: Yaml | None, what: str) -> Dated[Text]:
        return self.dated(node, what, lambda value: self.text(value, what) or EMPTY)

    def _dated_names(self, node: Yaml | None, what: str) -> Dated[tuple[str, ...]]:
        return self.dated(node, what, lambda value: self.names(value, what))

    def _duty(self, key: Scalar, node: Yaml) -> Duty:
        fields = self.mapping(
            node, f"duty `{key.text}`", required=("text", "sources"), allowed=("from", "until", "when", "deadline")
        )
        return Duty(
            id=key.text,
            text=self.text(fields.get("text"), "`text`") or EMPTY,
            sources=self._dated_names(fields.get("sources"), "`sources`"),
            place=key.place,
            from_=self._date_or(fields.get("from"), "`from`", date.min),
            until=self._date_or(fields.get("until"), "`until`", date.max),
            when=self.condition(fields.get("when"), "`when`"),
            deadline=self.text(fields.get("deadline"), "`deadline`"),
        )

    def _contested_point(self, key: Scalar, node: Yaml) -> Contested:
        fields = self.mapping(
            node, f"contested point `{key.text}`", required=("text", "sources"), allowed=("from", "until", "when")
        )
        return Contested(
            id=key.text,
            text=self.text(fields.get("text"), "`text`") or EMPTY,
            sources=self._dated_names(fields.get("sources"), "`sources`"),
            place=key.place,
            from_=self._date_or(fields.get("from"), "`from`", date.min),
            until=self._date_or(fields.get("until"), "`until`", date.max),
            when=self.condition(fields.get("when"), "`when`"),
        )

    def _risk(self, key: Scalar, node: Yaml) -> Risk:
        fields = self.mapping(
            node, f"risk `{key.text}`", required=("supervisor", "maximum", "sources"), allowed=("note",)
        )
        return Risk(
            key.text,
            self._dated_text(fields.get("supervisor"), "`supervisor`"),
            self._dated_text(fields.get("maximum"), "`maximum`"),
            self._dated_text(fields.get("note"), "`note`"),
            self._dated_names(fields.get("sources"), "`sources`"),
            key.place,
        )

    def _term(self, key: Scalar, node: Yaml) -> Term:
        fields = self.mapping(node, f"term `{key.text}`", required=("term", "meaning"), allowed=("sources",))
        return Term(
            key.text,
            self.text(fields.get("term"), "`term`") or EMPTY,
            self.text(fields.get("meaning"), "`meaning`") or EMPTY,
            key.place,
            self.names(fields.get("sources"), "`sources`"),
        )

    # consults and cases

    def _consult(self, key: Scalar, node: Yaml) -> Consult:
        fields = self.mapping(node, f"consult `{key.text}`", required=("title", "intro", "trees"), allowed=("words",))
        parts = []
        for item in self._items(fields.get("trees"), "`trees`"):
            part = self.mapping(item, "an item of `trees`", required=("tree",), allowed=("when",))
            parts.append(
                Part(self.word(part.get("tree"), "`tree`"), self.condition(part.get("when"), "`when`"), item.place)
            )
        words: dict[Verdict, Text] = {}
        if (worded := fields.get("words")) is not None:
            for name, value in self.mapping(worded, "`words`", allowed=VERDICTS).items:
                if name.text in VERDICTS:
                    words[Verdict(name.text)] = self.text(value, f"`{name.text}`") or EMPTY
        return Consult(
            key.text,
            self.text(fields.get("title"), "`title`") or EMPTY,
            self.text(fields.get("intro"), "`intro`") or EMPTY,
            tuple(parts),
            key.place,
            words,
        )

    def _case(self, key: Scalar, node: Yaml) -> Case:
        required = ("consult", "title", "story", "facts", "origin", "confidence", "answers")
        fields = self.mapping(node, f"case `{key.text}`", required=required, allowed=("tags", "level", "breaches"))
        answers: dict[date, Expected] = {}
        if (listed := fields.get("answers")) is not None:
            for name, value in self.mapping(listed, "`answers`").items:
                answers[self.date(name, "a date in `answers`")] = self._expected(name, value)
        if not answers:
            self.fault("answers", key.place, f"case `{key.text}` has no answers", "add `answers: {date: …}`")
        level = self.choice(fields.get("level"), "level", ("1", "2", "3"), "1")
        return Case(
            id=key.text,
            consult=self.word(fields.get("consult"), "`consult`"),
            title=self.text(fields.get("title"), "`title`") or EMPTY,
            story=self.text(fields.get("story"), "`story`") or EMPTY,
            facts=self.pairs(fields.get("facts"), "`facts`"),
            origin=self.word(fields.get("origin"), "`origin`"),
            confidence=self.choice(fields.get("confidence"), "confidence", CONFIDENCE, "high"),
            answers=answers,
            place=key.place,
            tags=self.names(fields.get("tags"), "`tags`"),
            level=int(level),
            breaches=self.word(fields.get("breaches"), "`breaches`") or None,
        )

    def _expected(self, key: Scalar, node: Yaml) -> Expected:
        fields = self.mapping(
            node, f"the answer on {key.text}", required=("verdict", "why"), allowed=("outcomes", "duties", "facts")
        )
        return Expected(
            Verdict(self.choice(fields.get("verdict"), "verdict", VERDICTS, "assess")),
            self.text(fields.get("why"), "`why`") or EMPTY,
            key.place,
            self.pairs(fields.get("outcomes"), "`outcomes`"),
            self.names(fields.get("duties"), "`duties`"),
            self.pairs(fields.get("facts"), "`facts`"),
        )

    # trees

    def tree(self, top: Mapping) -> None:
        """Read the tree that a file holds."""
        for name in ("tree", "title", "nodes", "outcomes"):
            if top.get(name) is None:
                self.fault("missing-key", top.place, f"this tree has no `{name}`", f"add `{name}: …`")
        header = next((value for key, value in top.items if key.text == "tree"), None)
        if not isinstance(header, Scalar):
            return
        self.name(header, "a tree")
        nodes: dict[str, Node] = {}
        start = ""
        for key, value in self._section(top, "nodes"):
            start = start or key.text
            if not NAME.fullmatch(key.text):
                self.fault(
                    "name",
                    key.place,
                    f"`{key.text}` is no name for a node",
                    "nodes are lower case, outcomes UPPER CASE",
                )
            node = self._node(key, value)
            if node is not None:
                nodes[key.text] = node
        outcomes: dict[str, Outcome] = {}
        for key, value in self._section(top, "outcomes"):
            if not OUTCOME_NAME.fullmatch(key.text):
                self.fault("name", key.place, f"`{key.text}` is no name for an outcome", "outcomes are UPPER CASE")
            outcomes[key.text] = self._outcome(key, value)
        tree = Tree(
            id=header.text,
            title=self.text(top.get("title"), "`title`") or EMPTY,
            start=start,
            nodes=nodes,
            outcomes=outcomes,
            place=header.place,
            risk=self.word(top.get("risk"), "`risk`") or None,
        )
        self._add(self.trees, header, "tree", tree)

    def _section(self, top: Mapping, name: str) -> list[tuple[Scalar, Yaml]]:
        section = top.get(name)
        return [] if section is None else self.mapping(section, f"`{name}`").items

    def _node(self, key: Scalar, node: Yaml) -> Node | None:
        fields = self.mapping(node, f"node `{key.text}`")
        kinds = [kind for kind in NODE_KINDS if fields.get(kind) is not None]
        if len(kinds) != 1:
            self.fault(
                "node",
                key.place,
                f"node `{key.text}` must have exactly one of: {', '.join(NODE_KINDS)}",
                "see docs/trees.md",
            )
            return None
        kind = kinds[0]
        head = fields.get(kind)
        assert head is not None
        cite = self.names(fields.get("cite"), "`cite`")
        if kind == "law":
            self.mapping(fields, f"node `{key.text}`", required=("law",), allowed=("cite",))
            targets = self.dated(head, "`law`", lambda value: self.word(value, "a target"))
            return Law(targets, key.place, cite)
        subject = self.word(head, f"`{kind}`")
        own = {"since": ("within",), "before": ("day",)}.get(kind, ())
        reserved = (kind, "cite", *own)
        branches: dict[str, str] = {}
        for name, value in fields.items:
            if name.text in reserved:
                continue
            target = self.word(value, f"where `{name.text}` leads")
            for label in (part.strip() for part in name.text.split("|")):
                if not label:
                    self.fault("node", name.place, "an empty answer before or after `|`", "write `a | b: target`")
                elif label in branches:
                    self.fault(
                        "duplicate-branch", name.place, f"`{label}` is handled twice in node `{key.text}`", "keep one"
                    )
                else:
                    branches[label] = target
        if kind == "ask":
            return Ask(subject, branches, key.place, cite)
        if kind == "test":
            return Test(subject, branches, key.place, cite)
        for needed in own:
            if fields.get(needed) is None:
                self.fault("missing-key", key.place, f"node `{key.text}` has no `{needed}`", f"add `{needed}: …`")
                return None
        if kind == "since":
            within = self.word(fields.get("within"), "`within`")
            match = re.fullmatch(r"([1-9]\d?) years?", within)
            if not match:
                self.fault("value", key.place, f"`within: {within}` is no period", "write `within: 3 years`")
                return None
            return Since(subject, int(match[1]), branches, key.place, cite)
        day = fields.get("day")
        assert day is not None
        return Before(subject, self.date(day, "`day`"), branches, key.place, cite)

    def _outcome(self, key: Scalar, node: Yaml) -> Outcome:
        optional = ("verdict", "because", "sources", "duties", "contested", "force", "lean", "weigh")
        fields = self.mapping(node, f"outcome `{key.text}`", allowed=optional)
        verdict = fields.get("verdict")
        lean = fields.get("lean")
        weigh = (self.text(item, "an item of `weigh`") for item in self._items(fields.get("weigh"), "`weigh`"))
        return Outcome(
            id=key.text,
            verdict=Verdict(self.choice(verdict, "verdict", VERDICTS, "assess")) if verdict is not None else None,
            because=self._dated_text(fields.get("because"), "`because`"),
            sources=self._dated_names(fields.get("sources"), "`sources`"),
            duties=self._dated_names(fields.get("duties"), "`duties`"),
            place=key.place,
            contested=self.names(fields.get("contested"), "`contested`"),
            force=self.choice(fields.get("force"), "force", ("statute", "self_regulation"), "statute"),
            lean=self.choice(lean, "lean", ("passes", "open", "fails"), "open") if lean is not None else None,
            weigh=tuple(text for text in weigh if text),
        )
