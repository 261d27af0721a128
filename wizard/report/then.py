"""Then and now in words: what each turn of a timeline changed and by which rule, as plain texts for any way out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from wizard.content.citation import cite
from wizard.content.model import Consult, Content, Text
from wizard.reasoning.advice import Advice, Finding
from wizard.reasoning.compare import Change, Comparison, Moved, TreeChange, Turn
from wizard.reasoning.timeline import Period, Timeline
from wizard.report import then_words as words
from wizard.report.drawing import Cell
from wizard.report.view import Verdict
from wizard.report.words import sentence
from wizard.words import NOT_SETTLED, SYMBOL, answer_words, date_words, verdict_words

UNSETTLED = "…"
MOST_PLACES = 4
"""How many places one line names; the comparison of two dates names them all."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that differs, and below it when and by what."""

    text: str
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a comparison. ``name`` is stable: when, trees, came, went or places."""

    name: str
    heading: str
    items: tuple[Item, ...]


class Then:
    """Puts the comparison of days into words, for one content, consult and language."""

    def __init__(self, content: Content, consult: Consult, language: str) -> None:
        self.content = content
        self.consult = consult
        self.language = language

    def say(self, text: Text, /, **values: object) -> str:
        """``text`` in the language, filled in."""
        return text.in_(self.language).format(**values)

    def day(self, on: date) -> str:
        """A date written out."""
        return date_words(on, self.language)

    # ---------------------------------------------------------------- the answer

    def verdict(self, advice: Advice) -> Verdict:
        """The verdict of an advice; while several are possible, that it is not certain, and which these are."""
        said = [verdict_words(self.consult, verdict, self.language) for verdict in advice.possible]
        if advice.settled:
            return Verdict(SYMBOL[advice.verdict], said[0])
        return Verdict(UNSETTLED, self.say(words.POSSIBLE, verdicts=words.OR.in_(self.language).join(said)))

    def cells(self, line: Timeline, on: date) -> list[Cell]:
        """The periods of a timeline as cells to draw; the one in which ``on`` lies is marked."""
        labels = years(period.start for period in line.periods)
        return [self._cell(period, label, on) for period, label in zip(line.periods, labels, strict=True)]

    def _cell(self, period: Period, label: str, on: date) -> Cell:
        advice = period.advice
        verdict = self.verdict(advice)
        word = verdict.word if advice.settled else self.say(NOT_SETTLED)
        if not advice.settled:
            word += f" ({' '.join(SYMBOL[possible] for possible in advice.possible)})"
        return Cell(label, verdict.symbol, word, len(period.smaller), period.holds(on))

    def legend(self, line: Timeline, on: date) -> list[str]:
        """What the signs in the drawing mean, as far as it has them."""
        said = [self.say(words.HERE, day=self.day(on))] if line.at(on) else []
        return said + ([self.say(words.DOTS)] if any(period.smaller for period in line.periods) else [])

    def span(self, period: Period) -> str:
        """The first and last day of a period."""
        first = self.day(period.start)
        if period.end is None:
            return self.say(words.FROM, first=first)
        return self.say(words.UNTIL, first=first, last=self.day(period.end - timedelta(days=1)))

    def remarks(self, line: Timeline) -> list[str]:
        """What a reader of a timeline must know to read it well."""
        said = []
        if not line.turns:
            said.append(self.say(words.NO_TURNS))
        if any(period.advice.open for period in line.periods):
            said.append(self.say(words.UNSURE))
        if line.later:
            facts = line.periods[0].advice.facts
            days = (answer_words(self.content, fact, facts[fact], self.language) for fact in line.later)
            said.append(self.say(words.LATER, days=", ".join(days)))
        return said

    # ---------------------------------------------------------------- one turn

    def began(self, period: Period) -> list[str]:
        """What began a period, in sentences; for the first one, that the line begins there."""
        if period.turn is not None:
            return self.what(period.turn)
        known = period.start == self.content.law_from
        return [self.say(words.FIRST if known else words.STARTS)]

    def what(self, turn: Turn) -> list[str]:
        """What a turn changed, in sentences. One that leaves the answer as it is names every duty and reason."""
        change = turn.change
        said = [self._elapsed(turn, n) for n in range(len(turn.elapsed))]
        if turn.regime:
            said += [text for tree in change.trees if tree.outcome for text in self._tree(tree)]
            said += self._counted(len(change.duties_added), words.ADDED_ONE, words.ADDED)
            said += self._counted(len(change.duties_removed), words.REMOVED_ONE, words.REMOVED)
            return said
        said += [self._duty(words.DUTY_ADDED, duty) for duty in change.duties_added]
        said += [self._duty(words.DUTY_REMOVED, duty) for duty in change.duties_removed]
        said += self._reasons(change)
        if change.moved and not said:
            places = [self.place(move, change) for move in change.moved]
            text = words.MOVED_ONE if len(places) == 1 else words.MOVED
            said.append(sentence(self.say(text, n=len(places), places=self._some(places))))
        return said

    def by(self, turn: Turn) -> str:
        """The rules that brought a turn: act by act, in short; empty when there are none."""
        groups: dict[tuple[str, str], list[str]] = {}
        for name in turn.by:
            head, old, place = self._stands(name, turn.on)
            places = groups.setdefault((head, old), [])
            if place not in places:
                places.append(place)
        found = []
        for (head, old), places in groups.items():
            if not head:
                found += places
            else:
                text = words.REPLACES if old else words.IN_ACT
                found.append(self.say(text, act=head, old=old, places=self._some(places)))
        return self._some(found, "; ")

    def _stands(self, name: str, on: date) -> tuple[str, str, str]:
        """Act, the act it replaces (if any), and the place in it of a rule on ``on``; a rule by itself has no act."""
        source, eve = self.content.sources[name], on - timedelta(days=1)
        if not source.in_force(on):
            return "", "", self.say(words.REPEALED, place=cite(self.content, name, eve, self.language).text)
        acts = [source.act.at(day) or "" for day in (on, eve)]
        if source.title is not None or not acts[0]:
            return "", "", cite(self.content, name, on, self.language).text
        new, old = (self.content.acts[act].short.in_(self.language) if act else "" for act in acts)
        return new, old if source.in_force(eve) and old != new else "", source.locator.at(on) or ""

    def _some(self, places: list[str], between: str = ", ") -> str:
        more = len(places) - MOST_PLACES
        if more < 2:  # one more is as short as saying so
            return between.join(places)
        return f"{between.join(places[:MOST_PLACES])} {self.say(words.AND_MORE, n=more)}"

    def _counted(self, n: int, one: Text, more: Text) -> list[str]:
        return [self.say(one if n == 1 else more, n=n)] if n else []

    def _elapsed(self, turn: Turn, n: int) -> str:
        term = turn.elapsed[n]
        day = answer_words(self.content, term.fact, turn.advice.facts[term.fact], self.language)
        question = self.content.facts[term.fact].question.in_(self.language)
        text = words.ELAPSED_ONE if term.years == 1 else words.ELAPSED
        return self.say(text, years=term.years, day=day, question=question)

    def _duty(self, text: Text, name: str) -> str:
        return self.say(text, text=sentence(self.content.duties[name].text.in_(self.language)))

    def _tree(self, change: TreeChange) -> Iterator[str]:
        """A tree that ends elsewhere, in one or two sentences."""
        title = self.content.trees[change.tree].title.in_(self.language)
        now = change.after
        if now is None:
            yield self.say(words.TREE_STOPS, title=title)
        elif now.verdict is None:
            yield self.say(words.TREE_OPEN, title=title)
        else:
            same = change.before is not None and change.before.verdict is now.verdict
            verdict = verdict_words(self.consult, now.verdict, self.language)
            text = words.TREE_SAME if same else words.TREE
            yield self.say(text, title=title, verdict=verdict, reason=self._reason(now)).strip()

    def _reason(self, finding: Finding) -> str:
        return sentence(finding.because[0].in_(self.language)) if finding.outcome and finding.because else ""

    def _reasons(self, change: Change) -> Iterator[str]:
        """Reasons that read otherwise, points that became or ceased to be contested, other outcomes that remain."""
        for tree in change.trees:
            before, after = tree.before, tree.after
            if before is None or after is None:
                continue
            for reason in after.because:
                if reason not in before.because:
                    yield self.say(words.OTHER_REASON, reason=sentence(reason.in_(self.language)))
            if after.outcome is None and set(before.possible) != set(after.possible):
                title = self.content.trees[tree.tree].title.in_(self.language)
                yield self.say(words.OTHER_POSSIBLE, title=title)
        points = [_contested(change.before), _contested(change.after)]
        for text, names, others in ((words.DISPUTE, points[1], points[0]), (words.AGREED, points[0], points[1])):
            for name in names:
                if name not in others:
                    yield self.say(text, text=sentence(self.content.contested[name].text.in_(self.language)))

    def place(self, move: Moved, change: Change) -> str:
        """Where a rule stood and stands: `old → new`, with words for new and gone."""
        old = cite(self.content, move.source, change.before.on, self.language).text if move.before else ""
        new = cite(self.content, move.source, change.after.on, self.language).text if move.after else ""
        if old and new:
            return f"{old} → {new}"
        return self.say(words.IS_NEW if new else words.IS_GONE, place=new or old)

    def sentences(self, turn: Turn) -> str:
        """What a turn changed, and by which rules."""
        by = self.by(turn)
        return " ".join((*self.what(turn), *([self.say(words.BY, by=by)] if by else [])))

    def turned(self, period: Period) -> str:
        """The answer of a period, what it was before, what brought it, and by which rules."""
        verdict = sentence(self.verdict(period.advice).word)
        if period.turn is None:
            return f"{verdict} {' '.join(self.began(period))}"
        return f"{verdict} {self.sentences(period.turn)}"

    # ---------------------------------------------------------------- two dates

    def opening(self, found: Comparison) -> list[str]:
        """The two dates, each with its answer."""
        sides = [found.change.before, found.change.after]
        days = [self.day(side.on) for side in sides]
        said = [self.verdict(side) for side in sides]
        width = max(len(day) for day in days)
        rows = [f"{day:<{width}}  {one.symbol:<2} {one.word}" for day, one in zip(days, said, strict=True)]
        return [self.say(words.SAME_FACTS, a=days[0], b=days[1]), "", *rows]

    def parts(self, found: Comparison) -> list[Part]:
        """Everything that differs between two dates; parts in which nothing differs are left out."""
        change = found.change
        rows = (
            ("when", words.WHEN, self._turns(found)),
            ("trees", words.TREES, (item for tree in change.trees for item in self._trees(tree))),
            ("came", words.DUTIES_CAME, (self._dated(duty, found.came(duty)) for duty in change.duties_added)),
            ("went", words.DUTIES_WENT, (self._dated(duty, found.went(duty)) for duty in change.duties_removed)),
            ("places", words.PLACES, self._places(found)),
        )
        listed = (Part(name, heading.in_(self.language), tuple(items)) for name, heading, items in rows)
        return [part for part in listed if part.items]

    def summary(self, found: Comparison) -> str:
        """What to say when the two dates do not differ; empty when they do."""
        if found.change.kind:
            return ""
        return self.say(words.BACK_AGAIN if found.turns else words.UNCHANGED)

    def _turns(self, found: Comparison) -> Iterator[Item]:
        for turn in found.turns:
            said = self.verdict(turn.advice).word if turn.kind == "verdict" else self.say(words.SAME_VERDICT)
            by = self.by(turn)
            text = f"{self.say(words.TURN, on=self.day(turn.on), verdict=said)} {' '.join(self.what(turn))}"
            yield Item(text, (self.say(words.THROUGH, by=by),) if by else ())

    def _trees(self, change: TreeChange) -> Iterator[Item]:
        then = self._stood(change.before, words.NOT_APPLIED)
        now = self._stood(change.after, words.NOT_APPLIES)
        if then != now:
            title = self.content.trees[change.tree].title.in_(self.language)
            yield Item(title, (self.say(words.BEFORE, text=then), self.say(words.AFTER, text=now)))

    def _stood(self, finding: Finding | None, absent: Text) -> str:
        if finding is None:
            return self.say(absent)
        if finding.verdict is None:
            return self.say(words.STILL_OPEN)
        said = sentence(verdict_words(self.consult, finding.verdict, self.language))
        return f"{said} {self._reason(finding)}".strip()

    def _dated(self, duty: str, turn: Turn | None) -> Item:
        text = sentence(self.content.duties[duty].text.in_(self.language))
        if turn is None:
            return Item(text)
        by = self.by(turn)
        since = self.say(words.SINCE_BY if by else words.SINCE, day=self.day(turn.on), by=by)
        return Item(text, (since,))

    def _places(self, found: Comparison) -> Iterator[Item]:
        """The rules that moved, each place once, with the day."""
        seen: dict[str, str] = {}
        for move in found.change.moved:
            turn = found.moved_on(move.source)
            day = f" ({self.day(turn.on)})" if turn else ""
            seen.setdefault(self.place(move, found.change), day)
        return (Item(place + day) for place, day in seen.items())


def _contested(advice: Advice) -> list[str]:
    return list(dict.fromkeys(name for finding in advice.findings for name in finding.contested))


def years(starts: Iterable[date]) -> list[str]:
    """A short label for each first day: the year; with month, or day, where that is needed to tell them apart."""
    days = list(starts)
    labels = []
    for day in days:
        same_year = [other for other in days if other.year == day.year]
        same_month = [other for other in same_year if other.month == day.month]
        labels.append(f"{day:%Y}" if len(same_year) == 1 else f"{day:%Y-%m}" if len(same_month) == 1 else f"{day}")
    return labels
