"""Then and now in words: what each turn of a timeline changed and by which rule, as plain texts for any way out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from wizard.content.citation import cite
from wizard.content.model import Consult, Content, Text, Verdict
from wizard.reasoning.advice import Advice, Finding
from wizard.reasoning.causes import amending, came
from wizard.reasoning.change import Change, Moved, TreeChange
from wizard.reasoning.compare import Turn
from wizard.reasoning.question import deciding_fact
from wizard.reasoning.timeline import Period, Timeline
from wizard.report import then_words as words
from wizard.report import view
from wizard.report.drawing import Cell
from wizard.report.words import sentence
from wizard.words import NOT_SETTLED, SYMBOL, answer_words, date_words, length_words, verdict_words

UNSETTLED = "…"
CITATIONS = "citations"
"""The kind of turn in which the rules themselves are what changed: saying by which rules says it twice."""
MOST_QUESTIONS, MOST_DUTIES = 3, 3
MOST_PLACES = 4
"""How many places one line names; the comparison of two dates names them all."""


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

    def verdict(self, advice: Advice) -> view.Verdict:
        """The verdict of an advice; while several are possible, that it is not certain, and which these are."""
        said = [verdict_words(self.consult, verdict, self.language) for verdict in advice.possible]
        if advice.settled:
            return view.Verdict(SYMBOL[advice.verdict], said[0])
        return view.Verdict(UNSETTLED, self.say(words.POSSIBLE, verdicts=" / ".join(said)))

    def cells(self, line: Timeline, marks: Mapping[date, str]) -> list[Cell]:
        """The periods of a timeline as cells to draw, with the marks of the days that lie in each."""
        labels = years(period.start for period in line.periods)
        return [self._cell(period, label, marks) for period, label in zip(line.periods, labels, strict=True)]

    def _cell(self, period: Period, label: str, marks: Mapping[date, str]) -> Cell:
        advice = period.advice
        verdict = self.verdict(advice)
        word = verdict.word if advice.settled else self.say(NOT_SETTLED)
        if not advice.settled:
            word += f" ({' '.join(SYMBOL[possible] for possible in advice.possible)})"
        mark = " ".join(sign for day, sign in marks.items() if period.holds(day))
        return Cell(label, verdict.symbol, word, len(period.smaller), mark)

    def legend(self, line: Timeline) -> list[str]:
        """What the dots in the drawing mean, when it has any."""
        return [self.say(words.DOTS)] if any(period.smaller for period in line.periods) else []

    def here(self, line: Timeline, on: date) -> list[str]:
        """What the mark of the reference date means, when it is on the line."""
        return [self.say(words.HERE, day=self.day(on))] if line.at(on) else []

    def span(self, period: Period) -> str:
        """The first and last day of a period."""
        first = self.day(period.start)
        if period.end is None:
            return self.say(words.FROM, first=first)
        return self.say(words.UNTIL, first=first, last=self.day(period.end - timedelta(days=1)))

    def shown(self, line: Timeline, on: date) -> view.Timeline:
        """A timeline for a template; ``on`` is the reference date."""
        labels = years(period.start for period in line.periods)
        return view.Timeline(
            periods=tuple(self._period(period, label, on) for period, label in zip(line.periods, labels, strict=True)),
            remarks=tuple(self.remarks(line)),
            smaller=any(period.smaller for period in line.periods),
        )

    def _period(self, period: Period, label: str, on: date) -> view.Period:
        return view.Period(
            label=label,
            span=self.span(period),
            verdict=self.verdict(period.advice),
            what=tuple(self.began(period)),
            by=self.by(period.turn) if period.turn else "",
            current=period.holds(on),
            smaller=tuple(
                view.Smaller(self.day(turn.on), tuple(self.what(turn)), self.by(turn) if turn.kind != CITATIONS else "")
                for turn in period.smaller
            ),
        )

    def remarks(self, line: Timeline) -> list[str]:
        """What a reader of a timeline must know to read it well."""
        said = []
        if not line.turns:
            said.append(self.say(words.NO_TURNS))
        if any(period.advice.open for period in line.periods):
            said.append(self.say(words.UNSURE))
        if asked := [self.content.facts[fact].question.in_(self.language) for fact in self.hangs_on(line)]:
            said.append(self.say(words.HANGS_ON, questions=" ".join(f"“{question}”" for question in asked)))
        if line.later:
            facts = line.periods[0].advice.facts
            days = (answer_words(self.content, fact, facts[fact], self.language) for fact in line.later)
            said.append(self.say(words.LATER, days=", ".join(days)))
        return said

    def hangs_on(self, line: Timeline) -> list[str]:
        """The facts to answer first where a period has no certain answer, at most a few."""
        unsettled = (period for period in line.periods if not period.advice.settled)
        facts = (deciding_fact(self.content, self.consult, period.advice.facts, period.start) for period in unsettled)
        return [fact for fact in dict.fromkeys(facts) if fact][:MOST_QUESTIONS]

    # ---------------------------------------------------------------- one turn

    def began(self, period: Period) -> list[str]:
        """What began a period, in sentences; for the first one, that the line begins there."""
        if period.turn is not None:
            return self.what(period.turn)
        known = period.start == self.content.law_from
        return [self.say(words.FIRST if known else words.STARTS)]

    def what(self, turn: Turn, *, brief: bool = False) -> list[str]:
        """What a turn changed, in sentences.

        Duties are named when they are few and the answer stays the same; else, and with ``brief``, counted.
        """
        change = turn.change
        said = [self._elapsed(turn, n) for n in range(len(turn.elapsed))]
        if turn.regime:
            said += [text for tree in change.trees if tree.outcome for text in self._tree(tree)]
        count = brief or turn.regime or len(change.duties_added) + len(change.duties_removed) > MOST_DUTIES
        said += self._duties(change.duties_added, count, words.ADDED_ONE, words.ADDED, words.DUTY_ADDED)
        said += self._duties(change.duties_removed, count, words.REMOVED_ONE, words.REMOVED, words.DUTY_REMOVED)
        if not any(tree.outcome for tree in change.trees):
            said += dict.fromkeys(self._reasons(change))
        return said or self._moved(change)

    def _moved(self, change: Change) -> list[str]:
        """The places that moved, are new or are gone; not more than one can take in."""
        rows: dict[Text, list[str]] = {text: [] for text in words.PLACES_OF.values()}
        for move in change.moved:
            text, place = self.move(move, change)
            rows[words.PLACES_OF[text]].append(place)
        return [sentence(self.say(text, places=self._some(found))) for text, found in rows.items() if found]

    def by(self, turn: Turn) -> str:
        """The rules that brought a turn, in short, and the act that changed them where the law watch names it; empty
        when there are none.
        """
        acts = [self._title(name) for name in amending(self.content, turn.by, turn.on) if name not in turn.by]
        changed = [self.say(words.CHANGED_BY, acts=self._some(acts))] if acts else []
        return "; ".join(part for part in (self.rules(turn.by, turn.on), *changed) if part)

    def rules(self, names: Iterable[str], on: date) -> str:
        """Rules as they stood on ``on``, act by act; those no longer in force then, as repealed or altered."""
        groups: dict[str, list[str]] = {}
        gone: list[str] = []
        altered: list[str] = []
        for name in names:
            place = cite(self.content, name, on, self.language).text
            if not self.content.sources[name].in_force(on):
                now = self._rules_at(place, on)
                if now & self._rules_at(place, on - timedelta(days=1)):  # one that stood there with it: it says less
                    altered.append(place)
                elif not now:  # else another rule took that place: it did not go
                    gone.append(place)
            elif head := self._act(name, on):
                groups.setdefault(head, []).append(self.content.sources[name].locator.at(on) or "")
            else:
                groups.setdefault(place, [])
        found = [self.say(words.ALTERED, places=self._some(altered))] if altered else []
        found += [self._some(places, after=f" {act}") if places else act for act, places in groups.items()]
        if gone:
            found.append(self.say(words.GONE, places=self._some(gone)))
        return self._some(found, "; ")

    def _rules_at(self, place: str, on: date) -> set[str]:
        """The rules that have this place on ``on``."""
        rules = (one.id for one in self.content.sources.values() if one.in_force(on))
        return {name for name in rules if cite(self.content, name, on, self.language).text == place}

    def _act(self, name: str, on: date) -> str:
        """The act in which a rule stands on ``on``, and the one it stood in until then; a title of its own has none."""
        source, eve = self.content.sources[name], on - timedelta(days=1)
        new, old = source.act.at(on), source.act.at(eve)
        if source.title is not None or new is None:
            return ""
        act = self.content.acts[new].short.in_(self.language)
        before = self.content.acts[old].short.in_(self.language) if old and source.in_force(eve) else act
        return act if before == act else self.say(words.REPLACES, act=act, old=before)

    def _title(self, name: str) -> str:
        title = self.content.sources[name].title
        return title.in_(self.language) if title else ""

    def _some(self, found: Iterable[str], between: str = ", ", after: str = "") -> str:
        """The first of ``found``, what comes ``after`` them, and how many more there are."""
        places = list(dict.fromkeys(found))
        more = len(places) - MOST_PLACES
        if more < 2:  # one more is as short as saying so
            return between.join(places) + after
        return f"{between.join(places[:MOST_PLACES])}{after} {self.say(words.AND_MORE, n=more)}"

    def _duties(self, names: Sequence[str], count: bool, one: Text, more: Text, named: Text) -> list[str]:
        """Duties that came or went: how many, or which."""
        if count and names:
            return [self.say(one if len(names) == 1 else more, n=len(names))]
        texts = (self.content.duties[name].text.in_(self.language) for name in names)
        return [self.say(named, text=sentence(text)) for text in texts]

    def _elapsed(self, turn: Turn, n: int) -> str:
        term = turn.elapsed[n]
        day = answer_words(self.content, term.fact, turn.advice.facts[term.fact], self.language)
        question = self.content.facts[term.fact].question.in_(self.language)
        length = length_words(term.within, self.language)
        return self.say(words.ELAPSED, length=length, day=day, question=question)

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
            text = words.TREE_EITHER if now.outcome is None else words.TREE_SAME if same else words.TREE
            yield self.say(text, title=title, verdict=verdict, reason=self.reason(now)).strip()

    def reason(self, finding: Finding) -> str:
        """The reason of a finding whose outcome is known, as a sentence."""
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

    def move(self, move: Moved, change: Change) -> tuple[Text, str]:
        """What happened to a rule, and where: `old → new`, or where it stood or stands. One of ``words.MOVES``."""
        source, on = self.content.sources[move.source], change.after.on
        old = cite(self.content, move.source, change.before.on, self.language).text if move.before else ""
        new = cite(self.content, move.source, on, self.language).text if move.after else ""
        if old and new:
            return words.IS_MOVED, f"{old} → {new}"
        if new:
            return (words.IS_NEW if came(source, on) else words.IS_CITED), new
        return (words.IS_NOT_CITED if source.in_force(on) or self._rules_at(old, on) else words.IS_GONE), old

    def sentences(self, turn: Turn) -> str:
        """What a turn changed, and by which rules."""
        by = self.by(turn) if turn.kind != CITATIONS else ""
        return " ".join((*self.what(turn), *([sentence(self.say(words.BY, by=by))] if by else [])))

    def turned(self, period: Period) -> str:
        """The answer of a period, what it was before, what brought it, and by which rules."""
        verdict = sentence(self.verdict(period.advice).word)
        if period.turn is None:
            return f"{verdict} {' '.join(self.began(period))}"
        return f"{verdict} {self.sentences(period.turn)}"


def went_words(now: Advice) -> Text:
    """The heading over duties that no longer go with an advice."""
    return words.DUTIES_OF_IT if now.settled and now.verdict is Verdict.FORBIDDEN else words.DUTIES_WENT


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
