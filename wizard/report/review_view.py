"""What the template of the letter about a saved advice can show (`review.nl.md.jinja`): plain text and nothing else.

Every text here is raw: it is escaped when the template prints it.
"""

from __future__ import annotations

from dataclasses import dataclass

from wizard.report.view import Option, Source, Verdict


@dataclass(frozen=True, slots=True)
class Test:
    """A legal test that ends elsewhere. A verdict is ``None`` where the test is open or did not apply, or is unknown.

    ``cited``: the rules that carry it now, in brackets. ``applies``: it still applies. ``at_top``: its reason now is
    the one that stands with the answer.
    """

    title: str
    then: Verdict | None
    then_reason: str
    now: Verdict | None
    now_reason: str
    cited: str
    applies: bool
    at_top: bool


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty that came or went: by when it must be done, the rules that ask it in brackets, and since which day."""

    text: str
    deadline: str
    cited: str
    since: str


@dataclass(frozen=True, slots=True)
class Correction:
    """Our own record of the rules is another now: what comes out on the reference date itself, and by which rules."""

    verdict: Verdict
    same: bool
    by: str


@dataclass(frozen=True, slots=True)
class Turned:
    """One advice that no longer holds.

    ``date`` is its reference date, ``seen`` when the user last saw it (empty when that is not known or he did not).
    ``then`` and ``now``: the verdicts; ``same``: they are alike. ``back``: all that came out then comes out again now.
    ``reason``: why it is so now; ``either``: the reasons of which one will hold. ``since`` and ``by``: the day from
    which the law, or a term that ran out, made it so, and the rules; empty when it did not. ``until_then``: nothing
    that was said is otherwise for what was done before that day. ``correction``: see there; ``None`` when there is
    none. ``no``: it is not allowed now; when that is new, ``removed`` and ``later`` are empty. ``added``: duties that
    came; ``later``: those of them that hold only should the "no" become a "yes". ``ask``: the question to answer first.
    ``until``: the day from which the law leads elsewhere again.
    """

    subject: str
    variant: str
    date: str
    seen: str
    then: Verdict
    now: Verdict
    same: bool
    back: bool
    no: bool
    reason: str
    either: tuple[str, ...]
    since: str
    by: str
    until_then: bool
    correction: Correction | None
    tests: tuple[Test, ...]
    added: tuple[Duty, ...]
    later: tuple[Duty, ...]
    removed: tuple[Duty, ...]
    options: tuple[Option, ...]
    ask: str
    until: str


@dataclass(frozen=True, slots=True)
class Letter:
    """The letter about one dossier. ``date`` is the day whose law was applied, ``made`` the day it is written.

    ``another``: an answer is another now. ``others``: there are advices in the dossier that still hold. ``sources`` are
    the rules that brought the change.
    """

    client: str
    matter: str
    advisor: str
    made: str
    date: str
    subject: str
    advices: tuple[Turned, ...]
    another: bool
    others: bool
    sources: tuple[Source, ...]
