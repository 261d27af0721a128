"""Faults that no schema sees: what can be reached, and when it was the law.

Runs on content whose names resolve. The walk is over every path of every tree in every period.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from wizard.content.check_answers import answer_faults
from wizard.content.check_folders import misplaced
from wizard.content.check_use import unused
from wizard.content.fault import SWAP, Fault, dutch
from wizard.content.load import read_content
from wizard.content.model import Content, Contested, Dated, Duty, Outcome, Place, Source, Text, Tree, Verdict
from wizard.content.reach import EVER, Reach, Span, days_within, periods

SAYS_WHY = Text("voeg toe: `because: {nl: …, en: …}`", "add `because: {nl: …, en: …}`")
ADD_SOURCES = Text("voeg toe: `sources: [...]`", "add `sources: [...]`")


def check(folder: Path) -> tuple[Content, list[Fault]]:
    """Read the content under ``folder`` and find every fault: those that hide others first, then by place.

    The deeper checks run only when all names resolve: before that they would report nonsense.
    Raises ``ContentError`` when the folder cannot be read at all.
    """
    content, faults = read_content(folder)
    if not faults:
        faults = [*_Checker(content).faults(), *answer_faults(content), *unused(content), *misplaced(content)]
    return content, sorted(set(faults), key=lambda fault: (not fault.hides, fault.place, fault.code, fault.message.en))


class _Checker:
    def __init__(self, content: Content) -> None:
        self.content = content
        self.reach = Reach(content)

    def faults(self) -> Iterator[Fault]:
        for tree in self.content.trees.values():
            reached = self.reach.of(tree.id)
            yield from self.unreachable(tree, reached)
            yield from self.cites(tree, reached)
            for outcome in tree.outcomes.values():
                yield from self.shape(outcome)
                for span in reached.get(outcome.id, []):
                    yield from self.outcome(outcome, span)
                yield from self.never(outcome, reached.get(outcome.id, []))
        yield from self.sources()
        yield from self.holders()
        yield from self.risks()

    def unreachable(self, tree: Tree, reached: Collection[str]) -> Iterator[Fault]:
        """Nodes and outcomes that no path leads to on any date."""
        for name, item in (*tree.nodes.items(), *tree.outcomes.items()):
            if name not in reached:
                what = "outcome" if name in tree.outcomes else "node"
                said = Text(f"{dutch(what)} `{name}` is nooit te bereiken", f"{what} `{name}` can never be reached")
                hint = Text("leid erheen, of haal weg", "lead to it, or remove it")
                yield Fault(f"unreachable-{what}", item.place, said, hint)

    # outcomes

    def shape(self, outcome: Outcome) -> Iterator[Fault]:
        """What an outcome must have, whatever the date."""
        where = f"outcome `{outcome.id}`"
        if not any(names for _, names in outcome.sources.periods):
            yield _no_source(where, outcome.place)
        if outcome.verdict is not None and not outcome.because.periods:
            said = Text(f"{dutch(where)} geeft geen reden", f"{where} gives no reason")
            yield Fault("no-reason", outcome.place, said, SAYS_WHY)
        if outcome.verdict is Verdict.ASSESS and not (outcome.lean and outcome.weigh):
            said = Text(
                f"{dutch(where)} moet worden afgewogen, maar zegt niet hoe",
                f"{where} must be assessed, but says not how",
            )
            yield Fault(
                "assess", outcome.place, said, Text("voeg toe: `lean:` en `weigh:`", "add `lean:` and `weigh:`")
            )
        if outcome.verdict is not Verdict.ASSESS and (outcome.lean or outcome.weigh):
            said = Text(f"{dutch(where)} heeft `lean` of `weigh`", f"{where} has `lean` or `weigh`")
            hint = Text("die horen bij `verdict: assess`", "these belong to `verdict: assess`")
            yield Fault("assess", outcome.place, said, hint)

    def outcome(self, outcome: Outcome, span: Span) -> Iterator[Fault]:
        """What an outcome must have on every day on which it can be reached."""
        where = f"outcome `{outcome.id}`"
        lists: tuple[tuple[Dated[Any], str], ...] = (
            (outcome.sources, "sources"),
            (outcome.because, "because"),
            (outcome.duties, "duties"),
        )
        for dated, what in lists:
            if what == "sources" and not any(names for _, names in dated.periods):
                continue
            yield from self.gap(dated, span, where, outcome.place, what)
        yield from self.anachronisms(outcome.sources, span, where, outcome.place)
        if outcome.verdict is Verdict.CONDITIONAL and (bare := self.without_duty(outcome.duties, span)):
            said = Text(
                f"{dutch(where)} geldt onder voorwaarden, maar op {bare} geldt geen plicht",
                f"{where} is conditional, but no duty is in force on {bare}",
            )
            hint = Text(
                "voeg een plicht voor die periode toe, of maak er `allowed` van",
                "add a duty for that period, or make it `allowed`",
            )
            yield Fault("no-duty", outcome.place, said, hint)

    def gap(self, dated: Dated[Any], span: Span, where: str, owner: Place, what: str) -> Iterator[Fault]:
        """The first day in ``span`` on which a dated value that is given at all holds nothing."""
        for day in days_within(dated.boundaries, span) if dated.periods else ():
            if dated.at(day) is None or (what == "sources" and not dated.at(day)):
                place = self.content.where(owner, f"`{what}`", day.isoformat())
                said = Text(
                    f"{dutch(where)} heeft geen `{what}` op {day}, en moet dat dan wel hebben",
                    f"{where} has no `{what}` on {day}, when it applies",
                )
                earlier = Text("laat de eerste periode eerder beginnen", "start its first period earlier")
                later = Text("noem wat vanaf dan geldt", "name what holds from then on")
                yield Fault("period", place, said, earlier if day == span.start else later)
                return

    def without_duty(self, duties: Dated[tuple[str, ...]], span: Span) -> date | None:
        """The first day in ``span`` on which none of ``duties`` is in force."""
        known = self.content.duties
        ends = {day for _, names in duties.periods for name in names or () for day in _limits(known[name])}
        for day in days_within((*duties.boundaries, *ends), span):
            if not any(known[name].in_force(day) for name in duties.at(day) or ()):
                return day
        return None

    def never(self, outcome: Outcome, spans: list[Span]) -> Iterator[Fault]:
        """Duties and contested points that are in force on no day on which the outcome can be reached."""
        duties, notes = self.content.duties, self.content.contested
        for name in dict.fromkeys(name for _, names in outcome.duties.periods for name in names or ()):
            held = [Span(start, end) for start, end, names in periods(outcome.duties) if name in (names or ())]
            yield from self.dead(outcome, spans, held, duties[name], "duties")
        for name in outcome.contested:
            yield from self.dead(outcome, spans, [Span(date.min, EVER)], notes[name], "contested")

    def dead(
        self, outcome: Outcome, spans: list[Span], held: list[Span], holder: Duty | Contested, what: str
    ) -> Iterator[Fault]:
        life = Span(holder.from_, holder.until)
        if (
            spans
            and life.days
            and not any(span.overlap(period).overlap(life).days for span in spans for period in held)
        ):
            yield Fault(
                "never-in-force",
                self.content.where(outcome.place, f"`{what}`", holder.id),
                Text(
                    f"`{holder.id}` geldt nooit als uitkomst `{outcome.id}` te bereiken is",
                    f"`{holder.id}` is never in force when outcome `{outcome.id}` can be reached",
                ),
                Text(
                    "laat weg, of kijk `from` en `until` na",
                    "leave it out, or check its `from` and `until`",
                ),
            )

    # sources and the days on which they stood

    def anachronisms(self, cited: Dated[tuple[str, ...]], span: Span, where: str, owner: Place) -> Iterator[Fault]:
        """Sources cited on a day on which they were not in force."""
        for start, end, names in periods(cited):
            part = span.overlap(Span(start, end))
            for name in names or () if part.days else ():
                if day := _not_in_force(self.content.sources[name], part):
                    first = self.content.where(owner, "`sources`", name)
                    place = self.content.where(owner, "`sources`", f"{start} {name}")
                    yield Fault(
                        "anachronism",
                        first if place == owner else place,
                        Text(
                            f"{dutch(where)} noemt `{name}` op {day}, en die bron geldt dan niet",
                            f"{where} cites `{name}` on {day}, when it was not in force",
                        ),
                        Text(
                            "geef de verwijzing een datum, of leid op die dag ergens anders heen",
                            "date the citation, or lead elsewhere on that date",
                        ),
                    )

    def cites(self, tree: Tree, reached: Mapping[str, list[Span]]) -> Iterator[Fault]:
        """Sources that a node cites and that were in force on no day on which it can be reached."""
        for name, node in tree.nodes.items():
            for cited in node.cite:
                source = self.content.sources[cited]
                spans = reached.get(name, [])
                days = [day for span in spans for day in days_within(source.locator.boundaries, span)]
                if days and not any(source.in_force(day) for day in days):
                    yield Fault(
                        "never-in-force",
                        self.content.where(node.place, "`cite`", cited),
                        Text(
                            f"knoop `{name}` noemt `{cited}`, en die bron geldt nooit als de knoop te bereiken is",
                            f"node `{name}` cites `{cited}`, which is never in force when it can be reached",
                        ),
                        Text("noem de regel van die periode", "cite the rule of that period"),
                    )

    def sources(self) -> Iterator[Fault]:
        """Days on which a source stood somewhere but had no act or no text."""
        for source in self.content.sources.values():
            where = f"source `{source.id}`"
            for start, end, locator in periods(source.locator):
                if locator is not None:
                    span = Span(max(start, self.content.law_from), end)
                    if source.title is None:
                        yield from self.gap(source.act, span, where, source.place, "act")
                    yield from self.gap(source.says, span, where, source.place, "says")

    def holders(self) -> Iterator[Fault]:
        """Duties and contested points: their sources, as long as they hold."""
        holders: Iterable[Duty | Contested] = (*self.content.duties.values(), *self.content.contested.values())
        for holder in holders:
            where = f"`{holder.id}`"
            if holder.from_ >= holder.until:
                said = Text(f"{where} eindigt eerder dan het begint", f"{where} ends before it starts")
                yield Fault("period", holder.place, said, SWAP)
            span = Span(max(self.content.law_from, holder.from_), holder.until)
            yield from self.sourced(holder.sources, span, where, holder.place)

    def risks(self) -> Iterator[Fault]:
        """Risks: they hold on every day that the trees know."""
        span = Span(self.content.law_from, EVER)
        for risk in self.content.risks.values():
            where = f"`{risk.id}`"
            yield from self.gap(risk.supervisor, span, where, risk.place, "supervisor")
            yield from self.gap(risk.maximum, span, where, risk.place, "maximum")
            yield from self.sourced(risk.sources, span, where, risk.place)

    def sourced(self, cited: Dated[tuple[str, ...]], span: Span, where: str, owner: Place) -> Iterator[Fault]:
        if not any(names for _, names in cited.periods):
            yield _no_source(where, owner)
            return
        yield from self.gap(cited, span, where, owner, "sources")
        yield from self.anachronisms(cited, span, where, owner)


def _no_source(where: str, place: Place) -> Fault:
    return Fault("no-source", place, Text(f"{dutch(where)} noemt geen bron", f"{where} cites no source"), ADD_SOURCES)


def _limits(duty: Duty) -> tuple[date, date]:
    return duty.from_, duty.until


def _not_in_force(source: Source, span: Span) -> date | None:
    """The first day in ``span`` on which ``source`` was not in force."""
    return next((day for day in days_within(source.locator.boundaries, span) if not source.in_force(day)), None)
