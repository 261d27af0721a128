"""What the law files mean: plain, frozen data. No I/O, no rules of law, no behaviour beyond look-up by date."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

UNKNOWN = "unknown"
"""The answer "I don't know (yet)". Valid for every fact; never takes a presumption."""

LANGUAGES = ("nl", "en")


class Verdict(Enum):
    """How strict an outcome is. Compare with ``rank``: the strictest tree decides the advice."""

    NOT_APPLICABLE = "not_applicable"
    ALLOWED = "allowed"
    CONDITIONAL = "conditional"
    ASSESS = "assess"
    FORBIDDEN = "forbidden"

    @cached_property
    def rank(self) -> int:
        """0 for the mildest verdict up to 4 for the strictest."""
        return list(Verdict).index(self)


class Place(NamedTuple):
    """Where something stands in a file: line and column count from 1."""

    file: str
    line: int
    column: int = 1

    @property
    def place(self) -> "Place":
        """Itself, so that it can stand where something else that has a place does."""
        return self


class Placed(Protocol):
    """What stands somewhere in a file."""

    @property
    def place(self) -> Place:
        """Where."""


class Text(NamedTuple):
    """A text in both languages."""

    nl: str
    en: str

    def in_(self, language: str) -> str:
        """The text in ``language`` (``nl`` or ``en``)."""
        return self.en if language == "en" else self.nl


T = TypeVar("T")

NOTHING: Mapping[Any, Any] = MappingProxyType({})
"""No pairs: what a field holds when nothing was written."""


class Dated(NamedTuple, Generic[T]):
    """A value per period: each holds from its date until the next; ``None`` means gone.

    ``periods`` is sorted by date. A value that always holds has one period starting at ``date.min``.
    """

    periods: tuple[tuple[date, T | None], ...] = ()

    @classmethod
    def always(cls, value: T) -> "Dated[T]":
        """A value that holds on every date."""
        return cls(((date.min, value),))

    def at(self, on: date) -> T | None:
        """The value in force on ``on``; ``None`` before the first period or once gone."""
        found: T | None = None
        for start, value in self.periods:
            if start > on:
                break
            found = value
        return found

    @property
    def boundaries(self) -> tuple[date, ...]:
        """The days on which the value changes."""
        return tuple(start for start, _ in self.periods if start != date.min)


Condition = Mapping[str, tuple[str, ...]]
"""A simple condition: every fact named has one of the answers listed."""


class Instead(NamedTuple):
    """Something the user can do: when the fact has an answer in ``from_``, it may become ``to``.

    ``consults`` are those in which it makes sense; none means all.
    """

    from_: tuple[str, ...]
    to: str
    how: Text
    also: Mapping[str, str] = NOTHING
    consults: tuple[str, ...] = ()


class Answer(NamedTuple):
    """One value a fact can take."""

    id: str
    label: Text
    help: Text | None = None
    implies: Mapping[str, str] = NOTHING


class Fact(NamedTuple):
    """One thing that can be known about the situation, and how it is asked."""

    id: str
    kind: str  # choice, yes_no, date, datetime or text
    question: Text
    why: Text | None
    answers: Mapping[str, Answer]
    place: Place
    statement: Text | None = None
    presumed: str | None = None
    presumed_when: Condition = NOTHING
    sources: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    instead: tuple[Instead, ...] = ()
    planned: bool = False  # a date that may lie in the future


class Group(NamedTuple):
    """Yes/no facts asked together on one screen.

    ``about`` is the fact that they say more about: while the user does not know that, the group is not asked at
    depth quick.
    """

    id: str
    question: Text
    facts: tuple[str, ...]
    place: Place
    about: str | None = None


class Ask(NamedTuple):
    """A node that goes on by the answer to a fact."""

    fact: str
    branches: Mapping[str, str]
    place: Place
    cite: tuple[str, ...] = ()


class Law(NamedTuple):
    """A node that goes on by the reference date."""

    targets: Dated[str]
    place: Place
    cite: tuple[str, ...] = ()


class Length(NamedTuple):
    """A length of time on the calendar; ``unit`` is years, months or weeks.

    Of months and weeks the last day still lies within, as with a deadline. Of years it does not: a date lies within
    three years when that is *less* than three years ago.
    """

    number: int
    unit: str = "years"

    def __str__(self) -> str:
        return f"{self.number} {self.unit if self.number > 1 else self.unit[:-1]}"


class Since(NamedTuple):
    """A node that goes on by whether a date lies ``within`` so long before the reference date."""

    fact: str
    within: Length
    branches: Mapping[str, str]
    place: Place
    cite: tuple[str, ...] = ()


class Before(NamedTuple):
    """A node that goes on by whether a date lies before a fixed day."""

    fact: str
    day: date
    branches: Mapping[str, str]
    place: Place
    cite: tuple[str, ...] = ()


class Test(NamedTuple):
    """A node that goes on by the outcome of another tree. ``branches`` is keyed by outcome id."""

    tree: str
    branches: Mapping[str, str]
    place: Place
    cite: tuple[str, ...] = ()


Node = Ask | Law | Since | Before | Test


class Outcome(NamedTuple):
    """A leaf of a tree. ``verdict`` is ``None`` in trees that are only used as a test."""

    id: str
    verdict: Verdict | None
    because: Dated[Text]
    sources: Dated[tuple[str, ...]]
    duties: Dated[tuple[str, ...]]
    place: Place
    contested: tuple[str, ...] = ()
    force: str = "statute"  # or self_regulation
    lean: str | None = None  # passes, open or fails
    weigh: tuple[Text, ...] = ()


class Tree(NamedTuple):
    """One legal test. ``start`` is the first node."""

    id: str
    title: Text
    start: str
    nodes: Mapping[str, Node]
    outcomes: Mapping[str, Outcome]
    place: Place
    risk: str | None = None


class Act(NamedTuple):
    """A statute, regulation or code that sources point into. ``url`` may hold ``{date}``."""

    id: str
    name: Text
    short: Text
    kind: str
    url: str
    place: Place


class Source(NamedTuple):
    """One rule, and where it stood when.

    Statutes and codes: ``act`` and ``locator``. Case law, guidance, commentary: ``title``.
    ``locator`` is ``None`` on days the rule was not in force (for a title: the title itself is not used).
    """

    id: str
    act: Dated[str]
    locator: Dated[str]
    title: Text | None
    kind: str
    url: str | None
    says: Dated[Text]
    checked: date
    confidence: str
    place: Place

    def in_force(self, on: date) -> bool:
        """Whether the rule stood in the books on ``on``."""
        return self.locator.at(on) is not None


class Span(NamedTuple):
    """A length of time from the day or moment of ``fact``: ``unit`` is hours, days, working days, weeks or months."""

    fact: str
    number: int
    unit: str


class Deadline(NamedTuple):
    """Until when something must be done: in words and, where it can be computed, the first of these spans to end."""

    says: Text
    first_of: tuple[Span, ...] = ()


class Duty(NamedTuple):
    """Something that must be done. In force from ``from_`` (inclusive) until ``until`` (exclusive).

    ``standing``: it also holds while what was asked about may not be done, for data that one holds already.
    """

    id: str
    text: Text
    sources: Dated[tuple[str, ...]]
    place: Place
    from_: date = date.min
    until: date = date.max
    when: Condition = NOTHING
    deadline: Deadline | None = None
    standing: bool = False

    def in_force(self, on: date) -> bool:
        """Whether the duty binds on ``on``."""
        return self.from_ <= on < self.until


class Contested(NamedTuple):
    """A point on which authorities disagree: who says what."""

    id: str
    text: Text
    sources: Dated[tuple[str, ...]]
    place: Place
    from_: date = date.min
    until: date = date.max
    when: Condition = NOTHING

    def in_force(self, on: date) -> bool:
        """Whether the note has a point on ``on``."""
        return self.from_ <= on < self.until


class Risk(NamedTuple):
    """Who enforces a law, and the most it can cost, by date."""

    id: str
    supervisor: Dated[Text]
    maximum: Dated[Text]
    note: Dated[Text]
    sources: Dated[tuple[str, ...]]
    place: Place


class Term(NamedTuple):
    """A glossary entry."""

    id: str
    term: Text
    meaning: Text
    place: Place
    sources: tuple[str, ...] = ()


class Part(NamedTuple):
    """A tree in a consult, and when it applies."""

    tree: str
    when: Condition
    place: Place


class Lead(NamedTuple):
    """Where a consult may lead: another consult, for these verdicts and answers, with facts that follow for it."""

    to: str
    text: Text
    verdicts: tuple[Verdict, ...]
    place: Place
    when: Condition = NOTHING
    with_: Mapping[str, str] = NOTHING


class Consult(NamedTuple):
    """What a user comes for: the trees that apply, in order.

    ``record`` names facts that decide nothing: days from which a deadline counts, and texts for the file.
    """

    id: str
    title: Text
    intro: Text
    parts: tuple[Part, ...]
    place: Place
    words: Mapping[Verdict, Text] = NOTHING
    record: tuple[str, ...] = ()
    leads: tuple[Lead, ...] = ()


class Watch(NamedTuple):
    """Something to keep an eye on: the law changed, a change is announced, or a point is open (``state``)."""

    id: str
    title: Text
    state: str  # changed, announced or open
    says: Text
    means: Text
    checked: date
    place: Place
    since: date | None = None
    sources: tuple[str, ...] = ()


class Expected(NamedTuple):
    """The right answer of a case on one date."""

    verdict: Verdict
    why: Text
    place: Place
    outcomes: Mapping[str, str] = NOTHING
    duties: tuple[str, ...] = ()
    facts: Mapping[str, str] = NOTHING


class Case(NamedTuple):
    """A situation in prose with its facts and the right answer per date."""

    id: str
    consult: str
    title: Text
    story: Text
    facts: Mapping[str, str]
    origin: str
    confidence: str
    answers: Mapping[date, Expected]
    place: Place
    tags: tuple[str, ...] = ()
    level: int = 1
    breaches: str | None = None


@dataclass(frozen=True, eq=False)
class Content:
    """All legal content of one folder. ``digest`` is the SHA-256 of its files."""

    facts: Mapping[str, Fact]
    groups: Mapping[str, Group]
    trees: Mapping[str, Tree]
    acts: Mapping[str, Act]
    sources: Mapping[str, Source]
    duties: Mapping[str, Duty]
    contested: Mapping[str, Contested]
    risks: Mapping[str, Risk]
    terms: Mapping[str, Term]
    consults: Mapping[str, Consult]
    cases: Mapping[str, Case]
    law_from: date
    digest: str
    watch: Mapping[str, Watch] = field(default_factory=dict)
    loaded: frozenset[str] = frozenset()  # the consults whose law was read; of the others only what they are called
    recheck_months: int | None = None  # a source checked longer ago than this is due to be read again
    places: Mapping[tuple[Place, str], Placed] = field(default_factory=dict, repr=False)

    def where(self, owner: Place, role: str, word: str) -> Place:
        """Where ``word`` stands in the definition at ``owner``, for instance as a `` `sources` ``; else ``owner``.

        Used for faults only. The model itself holds plain words, which are quick to look up.
        """
        return self.places.get((owner, f"{role} {word}"), owner).place

    @cached_property
    def group_of(self) -> Mapping[str, Group]:
        """The group in which a fact is asked, by fact id."""
        return {fact: group for group in self.groups.values() for fact in group.facts}
