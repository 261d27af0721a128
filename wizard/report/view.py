"""What a report template can show: plain text and nothing else. See docs/reports.md for what each name holds.

Every text here is raw: it is escaped when a template prints it. Only ``Markup`` is printed as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wizard.report.escape import Markup

SECTIONS = (
    *("verdict", "open", "situation", "assumed", "duties", "options", "compare", "weigh", "why", "decides", "timeline"),
    *("contested", "risk", "sources", "next", "account"),
)
"""The parts of a report with which the advisor can write a remark."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A verdict: its sign, and its words."""

    symbol: str
    word: str


@dataclass(frozen=True, slots=True)
class Line:
    """A question and its answer. ``unknown``: the user said not to know it; ``note``: what the user wrote with it."""

    question: str
    answer: str = ""
    note: str = ""
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class Clash:
    """An answer that another answer contradicts."""

    question: str
    given: str
    used: str
    because_question: str
    because_answer: str


@dataclass(frozen=True, slots=True)
class Duty:
    """Something to do, by when, and the rules that ask it (in brackets, as everywhere).

    ``holds``, under a "no": it holds already (``standing``), by itself (``besides``), or only if it becomes a "yes"
    (``later``). ``parts``: the titles of the legal tests from which it follows. ``ways``: where not every variant asks
    it, the names of those that do.
    """

    text: str
    deadline: str
    cited: str
    holds: str = ""
    parts: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the reasoning. ``kind`` is ask, since, before, law, test or shown (a test set out further up).

    ``bullet`` puts it at its place in the list. ``text`` is the question, or the title of the test; ``answer`` the
    answer, or the conclusion of the test. ``start`` and ``end`` bound the period of law; ``day`` and ``length``
    (in words; ``years`` its number, if of years) are those of a comparison of dates, and ``yes`` its result.
    ``where``: the legal test under which a test shown before was set out, when that is another one; its conclusion is
    then told in short.
    """

    bullet: Markup
    kind: str
    text: str
    answer: str
    cited: str
    presumed: bool = False
    implied: bool = False
    start: str = ""
    end: str = ""
    day: str = ""
    years: str = ""
    length: str = ""
    yes: bool = False
    where: str = ""


@dataclass(frozen=True, slots=True)
class Possible:
    """An outcome of a tree that is still open, why it would be so, and what carries that."""

    verdict: Verdict
    reasons: tuple[str, ...]
    cited: str
    more: int


@dataclass(frozen=True, slots=True)
class Finding:
    """What one legal test says. ``verdict`` is ``None`` while it depends; then ``possible`` says what remains.

    ``open``: its outcome is not certain yet, though its verdict may be; ``either`` then lists the reasons that remain.
    ``grounds``: the reasons of the tests it rests on. ``said_at``: the title of the finding further up with the same
    reason; ``at_top``: its reason stands with the answer, at the top.

    ``code_only``: a code of conduct says so, the law does not.
    ``reading`` is how we would weigh it, ``weigh`` what to weigh; both empty unless it must be weighed.
    """

    title: str
    verdict: Verdict | None
    open: bool
    reason: str
    either: tuple[str, ...]
    grounds: tuple[str, ...]
    cited: str
    code_only: bool
    steps: tuple[Step, ...]
    possible: tuple[Possible, ...]
    reading: str
    weigh: tuple[str, ...]
    said_at: str = ""
    at_top: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """Something the user can do instead, and what the verdict is then; ``hangs_on``: the question it still needs."""

    how: tuple[str, ...]
    verdict: Verdict
    hangs_on: str


@dataclass(frozen=True, slots=True)
class Scenario:
    """A way the open questions can be answered, and the verdicts that then remain."""

    answers: tuple[Line, ...]
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class Contested:
    """A point on which authorities disagree."""

    text: str
    cited: str


@dataclass(frozen=True, slots=True)
class Risk:
    """Who enforces, and the most it can cost."""

    supervisor: str
    maximum: str
    note: str
    cited: str


@dataclass(frozen=True, slots=True)
class Source:
    """A rule as it stood on the reference date. ``old``: last checked more than a year before that date."""

    text: str
    says: tuple[str, ...]
    link: Markup
    kind: str
    confidence: str
    certain: bool
    checked: str
    old: bool


@dataclass(frozen=True, slots=True)
class Account:
    """What the report was made with."""

    content: str
    version: str
    oldest_check: str
    newest_check: str
    language: str


@dataclass(frozen=True, slots=True)
class Lead:
    """Another consult to which the advice may lead."""

    text: str
    title: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """A consult walked before this one, on the same answers, and what it comes to."""

    title: str
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class Smaller:
    """A change of law that left the answer as it was: the day, what changed in sentences, and by which rules."""

    day: str
    what: tuple[str, ...]
    by: str


@dataclass(frozen=True, slots=True)
class Period:
    """Days on which the same facts lead to the same answer.

    ``label`` is short (a year), ``span`` its first and last day. ``what`` began it, in sentences, ``by`` which rules.
    ``current``: the reference date lies in it. ``smaller``: changes within it.
    """

    label: str
    span: str
    verdict: Verdict
    what: tuple[str, ...]
    by: str
    current: bool
    smaller: tuple[Smaller, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The same facts under all the law the trees know; ``remarks`` is what to mind when reading it."""

    periods: tuple[Period, ...]
    remarks: tuple[str, ...]
    smaller: bool


@dataclass(frozen=True, slots=True)
class Way:
    """Other answers that turn the verdict: for each question of a doubt, which; and the verdicts that remain then.

    ``certain``: the verdict is then another; else it only may be.
    """

    others: tuple[str, ...]
    verdicts: tuple[Verdict, ...]
    certain: bool


@dataclass(frozen=True, slots=True)
class Doubted:
    """A question on whose answer the verdict rests, and that answer; ``assumed``: nobody gave it."""

    question: str
    answer: str
    assumed: bool


@dataclass(frozen=True, slots=True)
class Doubt:
    """One question, or two of which both answers must be otherwise, and the ways in which that turns the verdict.

    ``fact``: its name, where the question is open and to be answered.
    """

    questions: tuple[Doubted, ...]
    ways: tuple[Way, ...]
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Further:
    """A duty that not every approach has; ``only``: no other approach has it; ``ways``: the names of those that do."""

    text: str
    deadline: str
    cited: str
    only: bool
    ways: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Approach:
    """The plan as answered, or a variant of it, and what it comes to.

    ``number`` is 0 for the plan. ``current``: the report is about this one. ``possible``: the verdicts that remain,
    strictest first; ``reason``: why, or on which question it hangs. ``differs``: the answers in which the approaches
    differ (with words for an answer that is not used; empty where there is none and the question does not count);
    ``own`` says which of these the variant gives itself.
    ``extra``: answers of its own to questions that are not asked elsewhere.
    """

    number: int
    name: str
    current: bool
    verdict: Verdict
    possible: tuple[Verdict, ...]
    settled: bool
    reason: str
    differs: tuple[Line, ...]
    own: tuple[bool, ...]
    extra: tuple[Line, ...]
    duties: tuple[Further, ...]
    open: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The plan and its variants side by side; ``shared`` are the duties that each of them has.

    ``elsewhere``: the duties that others have and the one that the report is about has not, each once.
    """

    approaches: tuple[Approach, ...]
    shared: tuple[Duty, ...]
    elsewhere: tuple[Further, ...] = ()


@dataclass(frozen=True, slots=True)
class Changed:
    """An answer that was changed. ``at``: when, written out. ``variant``: in which variant; empty for the plan.

    ``note``: who would find out, where "I don't know" became an answer.
    """

    at: str
    question: str
    before: str
    after: str
    variant: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """Everything a report template can show. See the classes above and docs/reports.md.

    ``until``: the day after ``date`` from which the law leads elsewhere; empty when there is none. ``made``: the day on
    which the report is made, empty when nobody said. ``client``, ``matter``, ``advisor``: as the user filled them in.
    ``remarks``: under each name of ``SECTIONS`` the paragraphs that the advisor wrote with that section.
    ``history``: the answers that were changed, first to last.
    ``timeline``: the same facts under the law of other days; ``None`` unless it was asked for.
    ``variant``: the name of the variant that the report is about; empty when that is the plan as answered.
    ``comparison``: the plan and its variants side by side; ``None`` when there are none.
    ``doubts``: the answers that, if otherwise, would turn the verdict, in the full advice only; ``more_doubts``: how
    many more there are.
    """

    subject: str
    date: str
    until: str
    verdict: Verdict
    settled: bool
    no: bool
    stop: bool
    conditional: bool
    weighing: bool
    weighs: bool
    nothing_applies: bool
    code_only: bool
    only_code_forbids: bool
    reason: str
    more_reasons: tuple[str, ...]
    either: tuple[str, ...]
    others: tuple[Verdict, ...]
    situation: tuple[Line, ...]
    assumed: tuple[Line, ...]
    unknown: tuple[Line, ...]
    not_asked: tuple[Line, ...]
    scenarios: tuple[Scenario, ...]
    more_scenarios: bool
    duties: tuple[Duty, ...]
    maybe_duties: tuple[Duty, ...]
    other_duties: tuple[Duty, ...]
    findings: tuple[Finding, ...]
    options: tuple[Option, ...]
    contested: tuple[Contested, ...]
    risks: tuple[Risk, ...]
    sources: tuple[Source, ...]
    recheck: int
    old_sources: int
    unused: tuple[Line, ...]
    clashes: tuple[Clash, ...]
    leads: tuple[Lead, ...]
    earlier: tuple[Earlier, ...]
    client: str
    matter: str
    advisor: str
    made: str
    remarks: Mapping[str, tuple[str, ...]]
    account: Account
    history: tuple[Changed, ...] = ()
    timeline: Timeline | None = None
    variant: str = ""
    comparison: Comparison | None = None
    doubts: tuple[Doubt, ...] = ()
    more_doubts: int = 0
