"""From YAML nodes to the model: one method per section of the format (docs/trees.md)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from wizard.content.decode_tree import RESERVED, VERDICTS, TreeFields
from wizard.content.fault import LEAVE_OUT, SWAP
from wizard.content.model import (
    UNKNOWN,
    Act,
    Answer,
    Case,
    Consult,
    Contested,
    Dated,
    Duty,
    Expected,
    Fact,
    Group,
    Instead,
    Part,
    Place,
    Risk,
    Source,
    Term,
    Text,
    Verdict,
)
from wizard.content.reader import Mapping, Scalar, Yaml

YES_NO = {"yes": Text("Ja", "Yes"), "no": Text("Nee", "No")}
CONFIDENCE = ("high", "medium", "low")
KINDS = ("statute", "case_law", "guidance", "self_regulation", "commentary")
FACT_KINDS = ("choice", "yes_no", "date")
LEVELS = ("1", "2", "3")
EMPTY = Text("", "")
EMPTY_FILE = Text("dit bestand is leeg", "this file is empty")
WRITE_SECTION = Text("haal het weg, of schrijf er een onderdeel in", "remove it, or write a section")


class Decoder(TreeFields):
    """Collects what the files define; ``faults`` says what was wrong with their shape."""

    def __init__(self) -> None:
        super().__init__()
        self.facts: dict[str, Fact] = {}
        self.groups: dict[str, Group] = {}
        self.acts: dict[str, Act] = {}
        self.sources: dict[str, Source] = {}
        self.duties: dict[str, Duty] = {}
        self.contested: dict[str, Contested] = {}
        self.risks: dict[str, Risk] = {}
        self.terms: dict[str, Term] = {}
        self.consults: dict[str, Consult] = {}
        self.cases: dict[str, Case] = {}
        self.law_from: date | None = None
        self.law_from_place: Place | None = None

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
        if isinstance(root, Mapping) and not root.items:
            self.fault("empty", root.place, EMPTY_FILE, WRITE_SECTION)
        for key, value in top.items:
            if key.text in sections:
                sections[key.text](self.mapping(value, f"`{key.text}`"))
            elif key.text == "law_from":
                self._law_from(key, value)
        if any(key.text in tree_keys for key, _ in top.items):
            self.tree(top)

    def _law_from(self, key: Scalar, value: Yaml) -> None:
        if (first := self.law_from_place) is not None:
            self.twice("", key, first)
            return
        self.law_from, self.law_from_place = self.date(value, "`law_from`"), key.place

    def _each(self, into: dict[str, Any], what: str, read: Callable[[Scalar, Yaml], Any]) -> Callable[[Mapping], None]:
        def section(mapping: Mapping) -> None:
            for key, value in mapping.items:
                self.name(key, f"a {what}")
                self.owner = key.place
                found = read(key, value)
                if key.text in into:
                    self.twice(f"{what} ", key, into[key.text].place)
                else:
                    into[key.text] = found

        return section

    # questions.yaml

    def _fact(self, key: Scalar, node: Yaml) -> Fact:
        optional = ("kind", "why", "answers", "statement", "presumed", "sources", "terms", "instead")
        fields = self.mapping(node, f"fact `{key.text}`", required=("question",), allowed=optional, at=key.place)
        kind = self.choice(fields.get("kind"), "kind of fact", FACT_KINDS, "choice")
        answers = self._answers(key, kind, fields.get("answers"))
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
            presumed=self.named(presumed, "`presumed`") or None,
            presumed_when=presumed_when,
            sources=self.names(fields.get("sources"), "`sources`"),
            terms=self.names(fields.get("terms"), "`terms`"),
            instead=tuple(self._instead(item) for item in self.items(fields.get("instead"), "`instead`")),
        )

    def _answers(self, key: Scalar, kind: str, node: Yaml | None) -> dict[str, Answer]:
        answers: dict[str, Answer] = {}
        for name, value in self.mapping(node, f"the answers of `{key.text}`").items if node is not None else ():
            if name.text == UNKNOWN:
                said = Text("`unknown` is altijd een antwoord", "`unknown` is always an answer")
                self.fault("value", name.place, said, LEAVE_OUT)
            if name.text in RESERVED:
                said = Text(
                    f"het antwoord `{name.text}` betekent in een knoop iets anders",
                    f"the answer `{name.text}` means something else in a node",
                )
                self.fault("name", name.place, said, Text("kies een ander woord", "choose another word"))
            if kind == "yes_no" and name.text not in YES_NO:
                said = Text(
                    f"een feit van soort yes_no heeft geen antwoord `{name.text}`",
                    f"a yes_no fact has no answer `{name.text}`",
                )
                hint = Text(
                    "laat het weg, of maak er een feit van soort `choice` van",
                    "leave it out, or make it a fact of kind `choice`",
                )
                self.fault("answers", name.place, said, hint)
            answers[name.text] = self._answer(name, value)
        if kind == "yes_no":
            return {name: answers.get(name) or Answer(name, label) for name, label in YES_NO.items()}
        if kind == "choice" and len(answers) < 2:
            said = Text(
                f"feit `{key.text}` heeft minder dan twee antwoorden", f"fact `{key.text}` has fewer than two answers"
            )
            self.fault("answers", key.place, said, Text("voeg toe: `answers:`", "add `answers:`"))
        elif kind == "date" and answers:
            said = Text(f"`{key.text}` is een datum en heeft antwoorden", f"`{key.text}` is a date and has answers")
            self.fault("answers", key.place, said, Text("laat `answers` weg", "leave `answers` out"))
        return answers

    def _answer(self, key: Scalar, node: Yaml) -> Answer:
        self.name(key, "an answer")
        if isinstance(node, Mapping) and any(name.text in ("label", "help", "implies") for name, _ in node.items):
            fields = self.mapping(
                node, f"answer `{key.text}`", required=("label",), allowed=("help", "implies"), at=key.place
            )
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
            self.named(fields.get("to"), "`to`"),
            self.text(fields.get("how"), "`how`") or EMPTY,
            self.pairs(fields.get("also"), "`also`"),
        )

    def _group(self, key: Scalar, node: Yaml) -> Group:
        fields = self.mapping(node, f"group `{key.text}`", required=("question", "facts"), at=key.place)
        return Group(
            key.text,
            self.text(fields.get("question"), "`question`") or EMPTY,
            self.names(fields.get("facts"), "`facts`"),
            key.place,
        )

    # sources, duties and the rest

    def _act(self, key: Scalar, node: Yaml) -> Act:
        fields = self.mapping(node, f"act `{key.text}`", required=("name", "short", "kind", "url"), at=key.place)
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
            said = Text(f"`{text[:60]}` is geen link", f"`{text[:60]}` is not a link")
            hint = Text("schrijf https://… zonder spaties of haakjes", "write https://… without spaces or brackets")
            self.fault("url", node.place, said, hint)
        return text

    def _source(self, key: Scalar, node: Yaml) -> Source:
        always = ("says", "checked", "confidence")
        titled = isinstance(node, Mapping) and node.get("title") is not None
        if titled:
            fields = self.mapping(
                node,
                f"source `{key.text}`",
                required=("title", "from", "kind", *always),
                allowed=("until", "url"),
                at=key.place,
            )
            start = self._date_or(fields.get("from"), "`from`", date.min)
            periods: list[tuple[date, str | None]] = [(start, "")]
            if (until := fields.get("until")) is not None:
                periods.append((self.date(until, "`until`"), None))
                if date.min < periods[1][0] <= start:
                    said = Text(f"`{key.text}` eindigt eerder dan het begint", f"`{key.text}` ends before it starts")
                    self.fault("period", until.place, said, SWAP)
            act: Dated[str] = Dated()
            locator: Dated[str] = Dated(tuple(periods))
        else:
            fields = self.mapping(
                node,
                f"source `{key.text}`",
                required=("act", "locator", *always),
                allowed=("url", "kind"),
                at=key.place,
            )
            act = self.dated(fields.get("act"), "`act`", lambda value: self.named(value, "`act`"))
            locator = self.dated(fields.get("locator"), "`locator`", lambda value: self.word(value, "`locator`"))
        checked = fields.get("checked")
        return Source(
            id=key.text,
            act=act,
            locator=locator,
            title=self.text(fields.get("title"), "`title`"),
            kind=self.choice(fields.get("kind"), "kind of source", KINDS, ""),
            url=self._url(fields.get("url")),
            says=self.dated_text(fields.get("says"), "`says`"),
            checked=self.date(checked, "`checked`") if checked is not None else date.min,
            confidence=self.choice(fields.get("confidence"), "confidence", CONFIDENCE, "high"),
            place=key.place,
        )

    def _date_or(self, node: Yaml | None, what: str, default: date) -> date:
        return default if node is None else self.date(node, what)

    def _duty(self, key: Scalar, node: Yaml) -> Duty:
        fields = self.mapping(
            node,
            f"duty `{key.text}`",
            required=("text", "sources"),
            allowed=("from", "until", "when", "deadline"),
            at=key.place,
        )
        return Duty(
            id=key.text,
            text=self.text(fields.get("text"), "`text`") or EMPTY,
            sources=self.dated_names(fields.get("sources"), "`sources`"),
            place=key.place,
            from_=self._date_or(fields.get("from"), "`from`", date.min),
            until=self._date_or(fields.get("until"), "`until`", date.max),
            when=self.condition(fields.get("when"), "`when`"),
            deadline=self.text(fields.get("deadline"), "`deadline`"),
        )

    def _contested_point(self, key: Scalar, node: Yaml) -> Contested:
        fields = self.mapping(
            node,
            f"contested point `{key.text}`",
            required=("text", "sources"),
            allowed=("from", "until", "when"),
            at=key.place,
        )
        return Contested(
            id=key.text,
            text=self.text(fields.get("text"), "`text`") or EMPTY,
            sources=self.dated_names(fields.get("sources"), "`sources`"),
            place=key.place,
            from_=self._date_or(fields.get("from"), "`from`", date.min),
            until=self._date_or(fields.get("until"), "`until`", date.max),
            when=self.condition(fields.get("when"), "`when`"),
        )

    def _risk(self, key: Scalar, node: Yaml) -> Risk:
        fields = self.mapping(
            node, f"risk `{key.text}`", required=("supervisor", "maximum", "sources"), allowed=("note",), at=key.place
        )
        return Risk(
            key.text,
            self.dated_text(fields.get("supervisor"), "`supervisor`"),
            self.dated_text(fields.get("maximum"), "`maximum`"),
            self.dated_text(fields.get("note"), "`note`"),
            self.dated_names(fields.get("sources"), "`sources`"),
            key.place,
        )

    def _term(self, key: Scalar, node: Yaml) -> Term:
        fields = self.mapping(
            node, f"term `{key.text}`", required=("term", "meaning"), allowed=("sources",), at=key.place
        )
        return Term(
            key.text,
            self.text(fields.get("term"), "`term`") or EMPTY,
            self.text(fields.get("meaning"), "`meaning`") or EMPTY,
            key.place,
            self.names(fields.get("sources"), "`sources`"),
        )

    # consults and cases

    def _consult(self, key: Scalar, node: Yaml) -> Consult:
        fields = self.mapping(
            node, f"consult `{key.text}`", required=("title", "intro", "trees"), allowed=("words",), at=key.place
        )
        parts = []
        for item in self.items(fields.get("trees"), "`trees`"):
            self.owner = item.place
            part = self.mapping(item, "an item of `trees`", required=("tree",), allowed=("when",))
            parts.append(
                Part(self.named(part.get("tree"), "`tree`"), self.condition(part.get("when"), "`when`"), item.place)
            )
        self.owner = key.place
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
        fields = self.mapping(
            node, f"case `{key.text}`", required=required, allowed=("tags", "level", "breaches"), at=key.place
        )
        answers: dict[date, Expected] = {}
        if (listed := fields.get("answers")) is not None:
            for name, value in self.mapping(listed, "`answers`").items:
                self.owner = name.place
                answers[self.date(name, "a date in `answers`")] = self._expected(name, value)
        self.owner = key.place
        if listed is not None and not answers:
            said = Text(f"geval `{key.text}` heeft geen antwoorden", f"case `{key.text}` has no answers")
            hint = Text("voeg toe: `answers: {datum: …}`", "add `answers: {date: …}`")
            self.fault("answers", listed.place, said, hint)
        level = self.choice(fields.get("level"), "level", LEVELS, "1")
        return Case(
            id=key.text,
            consult=self.named(fields.get("consult"), "`consult`"),
            title=self.text(fields.get("title"), "`title`") or EMPTY,
            story=self.text(fields.get("story"), "`story`") or EMPTY,
            facts=self.pairs(fields.get("facts"), "`facts`"),
            origin=self.word(fields.get("origin"), "`origin`"),
            confidence=self.choice(fields.get("confidence"), "confidence", CONFIDENCE, "high"),
            answers=answers,
            place=key.place,
            tags=self.names(fields.get("tags"), "`tags`"),
            level=int(level),
            breaches=self.named(fields.get("breaches"), "`breaches`") or None,
        )

    def _expected(self, key: Scalar, node: Yaml) -> Expected:
        fields = self.mapping(
            node,
            f"the answer on `{key.text}`",
            required=("verdict", "why"),
            allowed=("outcomes", "duties", "facts"),
            at=key.place,
        )
        return Expected(
            Verdict(self.choice(fields.get("verdict"), "verdict", VERDICTS, "assess")),
            self.text(fields.get("why"), "`why`") or EMPTY,
            key.place,
            self.pairs(fields.get("outcomes"), "`outcomes`"),
            self.names(fields.get("duties"), "`duties`"),
            self.pairs(fields.get("facts"), "`facts`"),
        )
