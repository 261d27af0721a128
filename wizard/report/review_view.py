"""What the template of the letter about a saved advice can show (`review.nl.md.jinja`): plain text and nothing else.

Every text here is raw: it is escaped when the template prints it.
"""

from __future__ import annotations

from dataclasses import dataclass

from wizard.report.view import Source, Verdict


@dataclass(frozen=True, slots=True)
class Test:
    """A legal test that ends elsewhere. A verdict is ``None`` where the test is open or did not apply, or is unknown.

    ``cited``: the rules that carry it now, in brackets. ``applies``: it still applies. ``at_top``: its reason now is
    the one that stands with the answer. ``only``: the variants it is about, in words; empty when all.
    """

    title: str
    then: Verdict | None
    then_reason: str
    now: Verdict | None
    now_reason: str
    cited: str
    applies: bool
    at_top: bool
    only: str = ""


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty that came or went: by when it must be done, the rules that ask it in brackets, and since which day.

    ``only``: the variants it is about, as of a test.
    """

    text: str
    deadline: str
    cited: str
    since: str
    only: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """What can be done instead: how, what the answer then is, and on which question that hangs (may be empty).

    ``only``: the variants it is about, as of a test.
    """

    how: tuple[str, ...]
    verdict: Verdict
    hangs_on: str
    only: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """Our own record of the rules is another now: what comes out on the reference date itself, and by which rules."""

    verdict: Verdict
    same: bool
    by: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What came and went, with one advice or with several of a letter, as the template says it in one place.

    ``since``: the day from which the law made it so; a duty says its own day where that is another. ``no``: it is not
    allowed now; ``some_no``: with some of several it is not, and duties went there too. ``added``: duties that came;
    ``later``: those of them that hold only should the "no" become a "yes". ``options``: what can be done instead.
    ``tests`` end elsewhere. ``rest``: what was asked otherwise stays the same. ``until``: the day from which the law
    leads elsewhere again.
    """

    since: str
    no: bool = False
    some_no: bool = False
    added: tuple[Duty, ...] = ()
    later: tuple[Duty, ...] = ()
    options: tuple[Option, ...] = ()
    tests: tuple[Test, ...] = ()
    removed: tuple[Duty, ...] = ()
    rest: bool = False
    until: str = ""


@dataclass(frozen=True, slots=True)
class Turned:
    """One advice that no longer holds, or several of which the same is to be said.

    ``variants``: which, by name; "" is the plan as answered; ``which`` is the same in words. ``date`` is the day of law
    it was given for, ``given`` the day it was given (empty when that is not known). ``then`` and ``now``: the verdicts;
    ``same``: they are alike. ``provisional``: questions were still open then. ``changed``: answers were changed since.
    ``back``: all that came out then comes out again now. ``reason``: why it is so now; ``said``: that stands with an
    earlier advice. ``either``: the reasons of which one will hold. ``other_reason``: it is the reason that changed,
    under the same verdict. ``since`` and ``by``: the day from which the law, or a term that ran out, made it so, and
    the rules; empty when it did not. ``until_then``: nothing that was said is otherwise for what was done before that
    day. ``correction``: see there; ``None`` when there is none. ``ask``: the question to answer first. ``changes``:
    what came and went with this one alone; where the answer is newly no, its ``removed`` and ``later`` are empty.
    """

    subject: str
    variants: tuple[str, ...]
    which: str
    date: str
    given: str
    then: Verdict
    now: Verdict
    same: bool
    provisional: bool
    changed: bool
    back: bool
    reason: str
    said: bool
    either: tuple[str, ...]
    other_reason: bool
    since: str
    by: str
    until_then: bool
    correction: Correction | None
    ask: str
    changes: Changes


@dataclass(frozen=True, slots=True)
class Letter:
    """The letter about one dossier. ``date`` is the day whose law was applied, ``made`` the day it is written.

    ``given``: the day, or days, on which the advice was given; empty when that is not known. ``another``: an answer is
    another now. ``others``: there are advices in the dossier that still hold. ``named``: say of each advice which one
    it is. ``since``, ``by`` and ``until_then``: as of an advice, where they are the same for all of several; ``shared``
    is what came and went with each of them, which is then said once; ``None`` when there is nothing. ``sources`` are
    the rules that brought the change.
    """

    client: str
    matter: str
    advisor: str
    made: str
    date: str
    given: str
    subject: str
    advices: tuple[Turned, ...]
    another: bool
    others: bool
    named: bool
    since: str
    by: str
    until_then: bool
    shared: Changes | None
    sources: tuple[Source, ...]
