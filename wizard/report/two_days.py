"""Two dates side by side in words: all that differs between the advices on the same facts, and its day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from wizard.content.model import Text
from wizard.reasoning.advice import Finding
from wizard.reasoning.change import TreeChange
from wizard.reasoning.compare import Comparison, Turn
from wizard.report import then_words as words
from wizard.report.then import CITATIONS, Then, went_words
from wizard.report.words import sentence
from wizard.words import verdict_words


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


class TwoDays:
    """Puts comparisons into words. ``then`` has the content, consult and language."""

    def __init__(self, then: Then) -> None:
        self.then = then

    def opening(self, found: Comparison) -> list[str]:
        """The two dates, each with its answer."""
        sides = [found.change.before, found.change.after]
        days = [self.then.day(side.on) for side in sides]
        said = [self.then.verdict(side) for side in sides]
        width = max(len(day) for day in days)
        rows = [f"{day:<{width}}  {one.symbol:<2} {one.word}" for day, one in zip(days, said, strict=True)]
        return [self.then.say(words.SAME_FACTS, a=days[0], b=days[1]), "", *rows]

    def parts(self, found: Comparison) -> list[Part]:
        """Everything that differs between two dates; parts in which nothing differs are left out."""
        change = found.change
        went = went_words(change.after)
        rows = (
            ("when", words.WHEN, self._turns(found)),
            ("trees", words.TREES, (item for tree in change.trees for item in self._trees(tree))),
            ("came", words.DUTIES_CAME, (self._came(duty, found) for duty in change.duties_added)),
            ("went", went, (self._went(duty, found) for duty in change.duties_removed)),
            ("places", words.PLACES, self._places(found)),
        )
        listed = (Part(name, heading.in_(self.then.language), tuple(items)) for name, heading, items in rows)
        return [part for part in listed if part.items]

    def summary(self, found: Comparison) -> str:
        """What to say when the two dates do not differ; empty when they do."""
        if found.change.kind:
            return ""
        return self.then.say(words.BACK_AGAIN if found.turns else words.UNCHANGED)

    def _turns(self, found: Comparison) -> Iterator[Item]:
        for turn in found.turns:
            by = self.then.by(turn) if turn.kind != CITATIONS else ""
            day, what = self.then.day(turn.on), " ".join(self.then.what(turn, brief=True))
            text = self.then.say(words.TURN, on=day, what=what)
            if turn.kind == "verdict":
                text = self.then.say(words.TURN_VERDICT, on=day, verdict=self.then.verdict(turn.advice).word, what=what)
            yield Item(text.strip(), (self.then.say(words.THROUGH, by=by),) if by else ())

    def _trees(self, change: TreeChange) -> Iterator[Item]:
        then = self._stood(change.before, words.NOT_APPLIED)
        now = self._stood(change.after, words.NOT_APPLIES)
        if then != now:
            title = self.then.content.trees[change.tree].title.in_(self.then.language)
            yield Item(title, (self.then.say(words.BEFORE, text=then), self.then.say(words.AFTER, text=now)))

    def _stood(self, finding: Finding | None, absent: Text) -> str:
        if finding is None:
            return self.then.say(absent)
        if finding.verdict is None:
            return self.then.say(words.STILL_OPEN)
        said = sentence(verdict_words(self.then.consult, finding.verdict, self.then.language))
        return f"{said} {self.then.reason(finding)}".strip()

    def _came(self, duty: str, found: Comparison) -> Item:
        """A duty that came: the day, and the rules that ask it as they stood then."""
        turn = found.came(duty)
        if turn is None:
            return self._dated(duty, None, words.SINCE)
        names = self.then.content.duties[duty].sources.at(turn.on) or ()
        return self._dated(duty, turn, words.SINCE, [name for name in names if self._stood_on(name, turn.on)])

    def _went(self, duty: str, found: Comparison) -> Item:
        """A duty that went: the day, and its own rules if these ended then; by what it went, its turn says."""
        turn = found.went(duty)
        if turn is None:
            return self._dated(duty, None, words.UP_TO)
        names = self.then.content.duties[duty].sources.at(turn.change.before.on) or ()
        return self._dated(duty, turn, words.UP_TO, [name for name in names if not self._stood_on(name, turn.on)])

    def _stood_on(self, name: str, on: date) -> bool:
        return self.then.content.sources[name].in_force(on)

    def _dated(self, duty: str, turn: Turn | None, text: Text, names: Iterable[str] = ()) -> Item:
        said = sentence(self.then.content.duties[duty].text.in_(self.then.language))
        if turn is None:
            return Item(said)
        by = self.then.rules(names, turn.on)
        day = self.then.say(text, day=self.then.day(turn.on))
        return Item(said, (f"{day}, {self.then.say(words.THROUGH, by=by)}" if by else day,))

    def _places(self, found: Comparison) -> Iterator[Item]:
        """Where the rules stand now: those that moved, then those that are new, cited as well, no longer, or gone.

        Each place is said once, as it was on the day of the change, with that day. A rule that came and moved later
        is named twice.
        """
        listed: dict[Text, dict[str, str]] = {text: {} for text in words.MOVES}
        for move in found.change.moved:
            for on, one, change in found.moves(move.source):
                text, place = self.then.move(one, change)
                listed[text].setdefault(place, f" ({self.then.day(on)})")
        for text, places in listed.items():
            yield from (Item(self.then.say(text, place=place) + day) for place, day in places.items())
