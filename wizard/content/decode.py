"""From YAML nodes to the model: one method per section of the format (docs/trees.md)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from wizard.content.decode_consult import CONFIDENCE, EMPTY, ConsultFields
from wizard.content.decode_tree import RESERVED
from wizard.content.fault import LEAVE_OUT, SWAP
from wizard.content.model import (
    UNKNOWN,
    Act,
    Answer,
    Case,
    Consult,
    Contested,
    Dated,
    Deadline,
    Duty,
    Fact,
    Group,
    Instead,
    Place,
    Risk,
    Source,
    Span,
    Term,
    Text,
    Watch,
)
from wizard.content.reader import Mapping, Scalar, Yaml
from wizard.content.values import CHOICES, FACT_KINDS

YES_NO = {"yes": Text("Ja", "Yes"), "no": Text("Nee", "No")}
KINDS = ("statute", "case_law", "guidance", "self_regulation", "commentary")
SPAN = re.compile(r"(0|[1-9][0-9]{0,2}) (hours?|days?|working days?|weeks?|months?)")
EMPTY_FILE = Text("dit bestand is leeg", "this file is empty")
WRITE_SECTION = Text("haal het weg, of schrijf er een onderdeel in", "remove it, or write a section")


class Decoder(ConsultFields):
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
        self.watch: dict[str, Watch] = {}
        self.law_from: date | None = None
        self.recheck_months: int | None = None
        self.given_once: dict[str, Place] = {}

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
            "watch": self._each(self.watch, "watch", self._watched),
        }
        tree_keys = ("tree", "title", "risk", "nodes", "outcomes")
        faults = len(self.faults)
        top = self.mapping(root, "this file", allowed=(*sections, *tree_keys, "law_from", "recheck"))
        self.lost(faults)  # a section by another name is not read
        if isinstance(root, Mapping) and not root.items:
            self.fault("empty", root.place, EMPTY_FILE, WRITE_SECTION)
        for key, value in top.items:
            if key.text in sections:
                sections[key.text](self.mapping(value, f"`{key.text}`"))
            elif key.text in ("law_from", "recheck"):
                self._setting(key, value)
        if any(key.text in tree_keys for key, _ in top.items):
            self.tree(top)

    def _setting(self, key: Scalar, value: Yaml) -> None:
        """What holds for the whole folder, and is said once in it."""
        if (first := self.given_once.get(key.text)) is not None:
            self.twice("", key, first)
            return
        self.given_once[key.text] = key.place
        if key.text == "law_from":
            self.law_from = self.date(value, "`law_from`")
        else:
            self.recheck_months = self.months(value, "`recheck`")

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
        optional = ("kind", "why", "answers", "statement", "presumed", "sources", "terms", "instead", "planned")
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
            planned=self.choice(fields.get("planned"), "value of `planned`", ("yes", "no"), "no") == "yes",
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
        elif kind not in CHOICES and answers:
            said = Text(
                f"`{key.text}` is van soort {kind} en heeft antwoorden",
                f"`{key.text}` is of kind {kind} and has answers",
            )
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
        fields = self.mapping(node, "`instead`", required=("from", "to", "how"), allowed=("also", "in"))
        return Instead(
            self.names(fields.get("from"), "`from`"),
            self.named(fields.get("to"), "`to`"),
            self.text(fields.get("how"), "`how`") or EMPTY,
            self.pairs(fields.get("also"), "`also`"),
            self.names(fields.get("in"), "`in`"),
        )

    def _group(self, key: Scalar, node: Yaml) -> Group:
        what = f"group `{key.text}`"
        fields = self.mapping(node, what, required=("question", "facts"), allowed=("about",), at=key.place)
        return Group(
            key.text,
            self.text(fields.get("question"), "`question`") or EMPTY,
            self.names(fields.get("facts"), "`facts`"),
            key.place,
            self.named(fields.get("about"), "`about`") or None,
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
            allowed=("from", "until", "when", "deadline", "standing"),
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
            deadline=self._deadline(fields.get("deadline")),
            standing=self.choice(fields.get("standing"), "value of `standing`", ("yes", "no"), "no") == "yes",
        )

    def _deadline(self, node: Yaml | None) -> Deadline | None:
        """Words alone, or words and what the deadline is computed from."""
        if not (isinstance(node, Mapping) and (node.get("says") is not None or node.get("first_of") is not None)):
            said = self.text(node, "`deadline`")
            return Deadline(said) if said else None
        fields = self.mapping(node, "`deadline`", required=("says", "first_of"))
        spans = tuple(
            span for item in self.items(fields.get("first_of"), "`first_of`") if (span := self._span(item)) is not None
        )
        return Deadline(self.text(fields.get("says"), "`says`") or EMPTY, spans)

    def _span(self, node: Yaml) -> Span | None:
        fields = self.mapping(node, "an item of `first_of`", required=("from", "within"))
        length = fields.get("within")
        text = self.word(length, "`within`")
        found = SPAN.fullmatch(text)
        if found is None:
            if length is not None and text:
                said = Text(f"`{text}` is geen termijn", f"`{text}` is no length of time")
                hint = Text(
                    "schrijf `72 hours`, `5 working days`, `4 weeks` of `1 month`",
                    "write `72 hours`, `5 working days`, `4 weeks` or `1 month`",
                )
                self.fault("value", length.place, said, hint)
            return None
        unit = found[2] if found[2].endswith("s") else f"{found[2]}s"
        return Span(self.named(fields.get("from"), "`from`"), int(found[1]), unit)

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
