"""An advice that no longer holds, in words: in one line of a table, and all that changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from wizard.content.fault import printable
from wizard.content.model import Content, Text, Verdict
from wizard.dossier.holds import Seen, Shift
from wizard.dossier.review import KINDS, NEVER, Again, Review, by_law, rests_on, since
from wizard.reasoning.compare import Comparison
from wizard.reasoning.question import deciding_fact
from wizard.report import review_words as words
from wizard.report import then_words, view
from wizard.report.seen import otherwise
from wizard.report.then import UNSETTLED, Then
from wizard.report.two_days import Item, Part, TwoDays
from wizard.report.words import sentence
from wizard.words import NOT_SETTLED, SYMBOL, date_words, moment_words, verdict_words

LONGEST_NAME = 120
BRIEF = 2
"""How many rules a row names."""
_VERDICTS = {verdict.value: verdict for verdict in Verdict}


@dataclass(frozen=True, slots=True)
class Row:
    """One cause for which an advice no longer holds: what changed, since which day, and by which rules."""

    what: str
    since: str
    by: str


def named(review: Review, one: Again, language: str) -> str:
    """What to call an advice: client and matter, or else the file; with its variant, and its consult if another."""
    found = review.consultation
    said = " · ".join(part for part in (found.client, found.matter) if part.strip())
    about = one.consult.title.in_(language) if one.consult.id != found.consult else ""
    more = ", ".join(part for part in (about, _short(one.variant)) if part)
    return f"{_short(said or review.path.stem)} ({more})" if more else _short(said or review.path.stem)


def summary(reviews: Iterable[Review], unread: int, day: date, language: str) -> Iterator[str]:
    """How many dossiers were looked at, how many no longer hold and in which respect, in sentences.

    ``unread`` is how many could not even be read.
    """
    found = list(reviews)
    looked = sum(not one.trouble or bool(one.advices) for one in found)
    failed = unread + len(found) - looked
    text = words.REVIEWED_ONE if looked == 1 else words.REVIEWED
    yield text.in_(language).format(n=looked, day=date_words(day, language))
    counts = Counter(one.kind for one in found if not one.holds)
    if turned := counts.total():
        kinds = (words.COUNTED[kind].in_(language).format(n=counts[kind]) for kind in KINDS if counts[kind])
        text = words.TURNED_ONE if turned == 1 else words.TURNED
        yield text.in_(language).format(n=turned, kinds=", ".join(kinds))
    elif looked:
        yield (words.HOLDS_ONE if looked == 1 else words.ALL_HOLD).in_(language)
    if failed:
        yield (words.UNREAD_ONE if failed == 1 else words.UNREAD).in_(language).format(n=failed)


def brief(content: Content, review: Review, language: str) -> str:
    """What to write with a dossier in a list: that it no longer holds, in its weightiest respect; else empty."""
    one = min(review.turned, key=lambda one: KINDS.index(one.kind), default=None)
    if one is None:
        return ""
    row = Told(content, one, language).rows()[-1]
    return words.NO_LONGER.in_(language).format(what=row.what, since=row.since)


def weightiest(content: Content, names: Iterable[str], on: date) -> list[str]:
    """Rules that brought a change on a day: first those that went that day, then those that came, then the others."""
    sources, before = content.sources, on - timedelta(days=1)
    return sorted(names, key=lambda name: (sources[name].in_force(on), sources[name].in_force(before)))


class Told:
    """Puts one advice that no longer holds into words, for one content and language."""

    def __init__(self, content: Content, one: Again, language: str) -> None:
        self.content = content
        self.one = one
        self.language = language
        self.then = Then(content, one.consult, language)
        self.found: Comparison | None = by_law(content, one) if one.law else None

    def say(self, text: Text, /, **values: object) -> str:
        """``text`` in the language, filled in."""
        return text.in_(self.language).format(**values)

    # ---------------------------------------------------------------- verdicts

    def was(self) -> view.Verdict:
        """The verdict that the user saw, or else that of its own date; when several were possible, which."""
        verdicts = [_VERDICTS[value] for value in self.one.then if value in _VERDICTS]
        said = [verdict_words(self.one.consult, verdict, self.language) for verdict in verdicts]
        if len(verdicts) == 1:
            return view.Verdict(SYMBOL[verdicts[0]], said[0])
        if not said:
            return view.Verdict(UNSETTLED, self.say(NOT_SETTLED))
        return view.Verdict(UNSETTLED, self.say(then_words.POSSIBLE, verdicts=" / ".join(said)))

    def now(self) -> view.Verdict:
        """The verdict on the day of the review."""
        return self.then.verdict(self.one.now)

    # ---------------------------------------------------------------- rows

    def rows(self) -> list[Row]:
        """One row for each cause: the trees, then the law."""
        return [row for row in (self._of_trees(), self._of_law()) if row]

    def _of_trees(self) -> Row | None:
        one = self.one
        if one.trees is None:
            return None
        then, own = _said(self.was()), _said(self.then.verdict(one.own))
        what = f"{self._what(one.trees, then, own)} ({self.say(words.CORRECTED)})"
        by = self._brief(rests_on(self.content, one.trees), one.own.on)
        return Row(
            what,
            self.say(words.AFTER, day=one.came.at[:10]) if one.came and one.came.at else "–",
            self.say(words.OUR_TREES, by=by) if by else self.say(words.OUR_TREES_ALONE),
        )

    def _of_law(self) -> Row | None:
        one = self.one
        if one.law is None or self.found is None:
            return None
        then, now = _said(self.then.verdict(one.own)), _said(self.now())
        turn = since(self.found)
        by = self._brief(turn.by, turn.on) or (self.say(words.TERM) if turn.elapsed else "") if turn else ""
        return Row(self._what(one.law, then, now), turn.on.isoformat() if turn else "–", by)

    def _brief(self, names: Sequence[str], on: date) -> str:
        """The weightiest rules, and how many more there are: those that went that day, and then those that came."""
        more = len(names) - BRIEF
        if more < 2:  # one more is as short as saying so
            return self.then.rules(names, on)
        first = weightiest(self.content, names, on)[:BRIEF]
        return f"{self.then.rules(first, on)} {self.say(then_words.AND_MORE, n=more)}"

    def _what(self, shift: Shift, then: str, now: str) -> str:
        """What is otherwise, in short. Beside another verdict, duties that came or went go without saying."""
        if shift.kind == "verdict":
            return self.say(words.FROM_TO, then=then, now=now)
        text = words.OTHER_OUTCOME if shift.kind == "outcome" else words.OTHER_DUTIES
        came = self._counted(len(shift.added), then_words.ADDED_ONE, then_words.ADDED)
        went = self._counted(len(shift.removed), then_words.REMOVED_ONE, then_words.REMOVED)
        said = self.say(text, now=now)
        return " ".join(part for part in (sentence(said) if came or went else said, came, went) if part)

    def _counted(self, n: int, one: Text, more: Text) -> str:
        return self.say(one if n == 1 else more, n=n) if n else ""

    def corrected_by(self) -> str:
        """The rules on which what comes out on its own date now rests; empty when the trees did not change."""
        if self.one.trees is None:
            return ""
        return self.then.rules(rests_on(self.content, self.one.trees), self.one.own.on)

    def law_by(self) -> str:
        """The rules by which the law changed the advice; empty when it did not."""
        turn = since(self.found) if self.found else None
        if turn is None:
            return ""
        return self.then.by(turn) or (self.say(words.TERM) if turn.elapsed else "")

    # ---------------------------------------------------------------- all of it

    def parts(self) -> Iterator[Part]:
        """All that changed: what was seen, what is otherwise on its own date, and what the law changed since."""
        one = self.one
        title = one.consult.title.in_(self.language)
        yield Part("seen", title, tuple(self._seen()))
        if one.trees is not None and one.came is not None:
            seen = Seen(one.came, dict(one.own.facts), one.own.on, False, one.trees, None)
            yield from (part for part in otherwise(self.content, [seen], self.language) if part.name == "own")
        if self.found is not None:
            weighty = replace(self.found, turns=tuple(turn for turn in self.found.turns if turn.kind in KINDS))
            yield from (part for part in TwoDays(self.then).parts(weighty) if part.name != "places")

    def _seen(self) -> Iterator[Item]:
        one = self.one
        was, day = _said(self.was()), date_words(one.own.on, self.language)
        if one.reckoned:
            yield Item(self.say(words.NEVER if one.reckoned == NEVER else words.CHANGED, verdict=was, day=day))
        else:
            at = self.seen_at()
            yield Item(self.say(words.SAW_AT if at else words.SAW, at=at, verdict=was, day=day))
        day = date_words(one.now.on, self.language)
        if one.whole is None and one.law is not None:
            yield Item(self.say(words.SAME_NOW, day=day))
        else:
            yield Item(self.say(words.NOW, day=day, verdict=_said(self.now())))
        if question := self.asks():
            yield Item(self.say(words.ASK, question=question))

    def seen_at(self) -> str:
        """When the user last saw the advice, written out; empty when that is not known."""
        try:
            return moment_words(datetime.fromisoformat(self.one.came.at if self.one.came else ""), self.language)
        except ValueError:
            return ""

    def asks(self) -> str:
        """The question to answer first where the verdict is no longer certain; empty when it is."""
        now = self.one.now
        fact = None if now.settled else deciding_fact(self.content, self.one.consult, now.facts, now.on)
        return self.content.facts[fact].question.in_(self.language) if fact else ""


def _said(verdict: view.Verdict) -> str:
    return f"{verdict.symbol} {verdict.word}"


def _short(text: str) -> str:
    clean = " ".join(printable(text[: LONGEST_NAME * 4]).split())
    return clean if len(clean) <= LONGEST_NAME else clean[: LONGEST_NAME - 1] + "…"
