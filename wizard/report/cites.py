"""The citations of one report: short ones in its text, and the list of sources at its end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from wizard.content.citation import Citation, cite
from wizard.content.model import Content
from wizard.reasoning.watch import overdue
from wizard.report.escape import link
from wizard.report.view import Source
from wizard.report.words import sentence
from wizard.words import CONFIDENCE, KIND, date_words


class Cites:
    """Renders citations for one date and language, and remembers which rules were cited.

    ``made`` is the day on which the report is made: a check is old on that day, or on ``on`` where that is later.
    """

    def __init__(self, content: Content, on: date, language: str, made: date | None = None) -> None:
        self.content = content
        self.on = on
        self.made = made or on
        self.language = language
        self.used: dict[str, None] = {}

    def text(self, names: Iterable[str]) -> str:
        """The rules as a short citation in brackets, each place once; empty when there are none."""
        found = dict.fromkeys(self._cite(name).text for name in names)
        return f"({'; '.join(found)})" if found else ""

    def _cite(self, name: str) -> Citation:
        self.used[name] = None
        return cite(self.content, name, self.on, self.language)

    def checks(self) -> list[date]:
        """The days on which the rules cited were checked, oldest first."""
        return sorted(self.content.sources[name].checked for name in self.used)

    def sources(self) -> tuple[Source, ...]:
        """Every place cited once: statutes first (act by act), then case law and the rest, each as first cited.

        Rules that stand in the same place are one source, which says all that they say; it is as certain, and was
        checked as long ago, as the weakest of them.
        """
        places: dict[tuple[str, str], list[Citation]] = {}
        for name in self.used:
            citation = self._cite(name)
            places.setdefault((citation.kind, citation.text), []).append(citation)
        acts = list(dict.fromkeys(self._act(name) for name in self.used))
        kinds = list(KIND)

        def order(place: tuple[tuple[str, str], list[Citation]]) -> tuple[int, int, list[int]]:
            (kind, text), rules = place
            act = self._act(rules[0].source)
            return (
                kinds.index(kind),
                acts.index(act),
                [int(number) for number in re.findall(r"\d+", text)] if act else [],
            )

        return tuple(self._source(text, rules) for (_, text), rules in sorted(places.items(), key=order))

    def _act(self, name: str) -> str:
        return self.content.sources[name].act.at(self.on) or ""

    def _source(self, text: str, rules: list[Citation]) -> Source:
        checked = min(rule.checked for rule in rules)
        certainty = max((rule.confidence for rule in rules), key=list(CONFIDENCE).index)
        return Source(
            text=text,
            says=tuple(dict.fromkeys(sentence(rule.says) for rule in rules if rule.says)),
            link=next((found for rule in rules if (found := link(rule.url))), link("")),
            kind=KIND[rules[0].kind].in_(self.language),
            confidence=CONFIDENCE[certainty].in_(self.language),
            certain=certainty == "high",
            checked=date_words(checked, self.language),
            old=overdue(self.content, checked, max(self.on, self.made)),
        )
