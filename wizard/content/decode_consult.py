"""From YAML nodes to consults, cases and the law watch: what the law is put to use for."""

from __future__ import annotations

import re
from datetime import date

from wizard.content.decode_tree import VERDICTS, TreeFields
from wizard.content.fault import nearest, one_of
from wizard.content.model import Case, Consult, Expected, Lead, Part, Text, Verdict, Watch
from wizard.content.reader import Scalar, Yaml

CONFIDENCE = ("high", "medium", "low")
LEVELS = ("1", "2", "3")
STATES = ("changed", "announced", "open")
MONTHS = re.compile(r"([1-9][0-9]?) months?")
EMPTY = Text("", "")


class ConsultFields(TreeFields):
    """Reads consults, cases and the entries of the law watch."""

    def _consult(self, key: Scalar, node: Yaml) -> Consult:
        fields = self.mapping(
            node,
            f"consult `{key.text}`",
            required=("title", "intro", "trees"),
            allowed=("words", "record", "leads"),
            at=key.place,
        )
        parts = []
        for item in self.items(fields.get("trees"), "`trees`"):
            self.owner = item.place
            part = self.mapping(item, "an item of `trees`", required=("tree",), allowed=("when",))
            parts.append(
                Part(self.named(part.get("tree"), "`tree`"), self.condition(part.get("when"), "`when`"), item.place)
            )
        leads = tuple(self._lead(item) for item in self.items(fields.get("leads"), "`leads`"))
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
            self.names(fields.get("record"), "`record`"),
            leads,
        )

    def _lead(self, node: Yaml) -> Lead:
        self.owner = node.place
        fields = self.mapping(node, "an item of `leads`", required=("to", "text", "verdicts"), allowed=("when", "with"))
        named = self.names(fields.get("verdicts"), "`verdicts`")
        if not named and fields.get("verdicts") is not None:
            said = Text("bij dit vervolg staat geen oordeel", "this lead names no verdict")
            hint = Text("schrijf `verdicts: [allowed, conditional]`", "write `verdicts: [allowed, conditional]`")
            self.fault("empty", node.place, said, hint)
        for word in named:
            if word not in VERDICTS:
                place = self.places.get((self.owner, f"`verdicts` {word}"), node).place
                said = Text(f"`{word}` is geen oordeel", f"`{word}` is not a verdict")
                self.fault("value", place, said, nearest(word, VERDICTS) or one_of(VERDICTS))
        return Lead(
            to=self.named(fields.get("to"), "`to`"),
            text=self.text(fields.get("text"), "`text`") or EMPTY,
            verdicts=tuple(Verdict(word) for word in named if word in VERDICTS),
            place=node.place,
            when=self.condition(fields.get("when"), "`when`"),
            with_=self.pairs(fields.get("with"), "`with`"),
        )

    def _watched(self, key: Scalar, node: Yaml) -> Watch:
        fields = self.mapping(
            node,
            f"watch `{key.text}`",
            required=("title", "state", "says", "means", "checked"),
            allowed=("since", "sources"),
            at=key.place,
        )
        since, checked = fields.get("since"), fields.get("checked")
        return Watch(
            id=key.text,
            title=self.text(fields.get("title"), "`title`") or EMPTY,
            state=self.choice(fields.get("state"), "state of a watch", STATES, "open"),
            says=self.text(fields.get("says"), "`says`") or EMPTY,
            means=self.text(fields.get("means"), "`means`") or EMPTY,
            checked=self.date(checked, "`checked`") if checked is not None else date.min,
            place=key.place,
            since=self.date(since, "`since`") if since is not None else None,
            sources=self.names(fields.get("sources"), "`sources`"),
        )

    def months(self, node: Yaml, what: str) -> int | None:
        """``node`` as a number of months, such as `12 months`."""
        text = self.word(node, what)
        found = MONTHS.fullmatch(text)
        if found is None and text:
            said = Text(f"`{text}` is geen aantal maanden", f"`{text}` is no number of months")
            self.fault("value", node.place, said, Text("schrijf `12 months`", "write `12 months`"))
        return int(found[1]) if found else None

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
