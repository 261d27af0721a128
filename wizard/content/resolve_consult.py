"""Do the names in consults, cases and deadlines point at something?"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from wizard.content.decode import Decoder
from wizard.content.fault import KEEP_ONE, nearest, one_of
from wizard.content.model import Case, Consult, Duty, Lead, Text
from wizard.content.references import References
from wizard.content.values import CHOICES


class ConsultReferences(References):
    """Looks up what consults, their leads, deadlines and cases name."""

    def __init__(self, read: Decoder, loaded: Collection[str]) -> None:
        super().__init__(read)
        self.loaded = loaded

    def consult(self, consult: Consult) -> None:
        """Its trees, what it records and where it leads."""
        read = self.read
        if not consult.parts:
            said = Text(f"raadpleging `{consult.id}` heeft geen bomen", f"consult `{consult.id}` has no trees")
            hint = Text("voeg toe: `trees: [{tree: …}]`", "add `trees: [{tree: …}]`")
            read.fault("empty", consult.place, said, hint)
        seen: set[str] = set()
        for part in consult.parts:
            place = self._at(part.place, "`tree`", part.tree)
            if part.tree in seen:
                said = Text(
                    f"boom `{part.tree}` staat twee keer in `{consult.id}`",
                    f"tree `{part.tree}` stands twice in `{consult.id}`",
                )
                read.fault("duplicate", place, said, KEEP_ONE)
            seen.add(part.tree)
            self._known(part.tree, read.trees, "tree", part.place, "`tree`")
            self._condition(part.when, part.place)
            tree = read.trees.get(part.tree)
            if tree and any(outcome.verdict is None for outcome in tree.outcomes.values()):
                said = Text(
                    f"`{part.tree}` heeft uitkomsten zonder oordeel", f"`{part.tree}` has outcomes without a verdict"
                )
                hint = Text(
                    "bij een boom in een raadpleging hoort bij elke uitkomst `verdict: …`",
                    "a tree in a consult needs one for each",
                )
                read.fault("verdict", place, said, hint)
        for name in consult.record:
            self._recorded(consult, name)
        for lead in consult.leads:
            self._lead(lead)

    def _recorded(self, consult: Consult, name: str) -> None:
        read = self.read
        place = self._at(consult.place, "`record`", name)
        if not self._known(name, read.facts, "fact", consult.place, "`record`"):
            return
        kind = read.facts[name].kind
        if kind in CHOICES:
            said = Text(
                f"`{name}` is een vraag met antwoorden en staat in `record`",
                f"`{name}` is a question with answers and stands in `record`",
            )
            hint = Text("in `record` staan datums, tijdstippen en teksten", "`record` holds dates, moments and texts")
            read.fault("record", place, said, hint)

    def counted_from(self, consult: Consult) -> None:
        """Does a deadline count from every date and moment that it records?"""
        duties = self.read.duties.values()
        counts = {span.fact for duty in duties if duty.deadline is not None for span in duty.deadline.first_of}
        for name in consult.record:
            fact = self.read.facts.get(name)
            if fact is not None and fact.kind in ("date", "datetime") and name not in counts:
                place = self._at(consult.place, "`record`", name)
                said = Text(f"geen enkele termijn loopt vanaf `{name}`", f"no deadline counts from `{name}`")
                hint = Text(
                    "noem het in een `deadline` van een plicht, of haal het weg",
                    "name it in the `deadline` of a duty, or remove it",
                )
                self.read.fault("record", place, said, hint)

    def _lead(self, lead: Lead) -> None:
        self._known(lead.to, self.read.consults, "consult", lead.place, "`to`")
        self._condition(lead.when, lead.place)
        if lead.to in self.loaded:
            self._pairs(lead.with_, lead.place, "`with`", unknown=True)

    def duty(self, duty: Duty) -> None:
        """The facts from which its deadline counts."""
        for span in duty.deadline.first_of if duty.deadline else ():
            if not self._known(span.fact, self.read.facts, "fact", duty.place, "`from`"):
                continue
            kind = self.read.facts[span.fact].kind
            place = self._at(duty.place, "`from`", span.fact)
            if kind not in ("date", "datetime"):
                said = Text(f"`{span.fact}` is geen datum of tijdstip", f"`{span.fact}` is no date or moment")
                hint = Text("een termijn loopt vanaf een datum", "a deadline counts from a date")
                self.read.fault("deadline", place, said, hint)
            elif span.unit == "hours" and kind != "datetime":
                said = Text(
                    f"`{span.fact}` is een datum zonder tijd: daar lopen geen uren vanaf",
                    f"`{span.fact}` is a date without a time: no hours count from it",
                )
                hint = Text("maak het feit van soort datetime", "make the fact of kind datetime")
                self.read.fault("deadline", place, said, hint)

    def case(self, case: Case) -> None:
        """Its consult, facts, outcomes and duties."""
        read = self.read
        self._pairs(case.facts, case.place, "`facts`", unknown=True)
        if case.breaches:
            self._known(case.breaches, read.duties, "duty", case.place, "`breaches`")
        self._known(case.consult, read.consults, "consult", case.place, "`consult`")
        for on, expected in case.answers.items():
            if read.law_from and date.min < on < read.law_from:
                said = Text(
                    f"{on} ligt voor het recht dat deze bomen kennen", f"{on} lies before the law these trees know"
                )
                hint = Text(f"vanaf {read.law_from}", f"from {read.law_from} on")
                read.fault("date", expected.place, said, hint)
            self._pairs(expected.facts, expected.place, "`facts`", unknown=True)
            self._all(expected.duties, read.duties, "duty", expected.place, "`duties`")
            for tree, outcome in expected.outcomes.items():
                if self._known(tree, read.trees, "tree", expected.place, "`outcomes`"):
                    outcomes = read.trees[tree].outcomes
                    place = self._at(expected.place, "`outcomes`", f"{tree}: {outcome}")
                    if outcome and outcome not in outcomes:
                        hint = nearest(outcome, outcomes) or one_of(outcomes)
                        read.fault("unknown-outcome", place, no_outcome(outcome, tree), hint)


def no_outcome(name: str, tree: str) -> Text:
    """That a tree has no such outcome."""
    return Text(f"`{name}` is geen uitkomst van `{tree}`", f"`{name}` is no outcome of `{tree}`")
