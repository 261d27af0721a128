"""Where a report says a reason, so that it says it once and refers to that place afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wizard.report.view import Finding


def said_once(
    findings: Sequence[Finding], reasons: Sequence[str], either: Sequence[str], *, more: bool
) -> tuple[Finding, ...]:
    """The findings, each with where its reason was said before.

    ``reasons`` are those of the answer; the first stands below it, the others too if there is ``more``. ``either``
    are the reasons of which one will hold, which stand there when no single one does.
    """
    at_top = reasons if more else reasons[:1]
    said: dict[str, str] = {}
    found = []
    for finding in findings:
        before = said.setdefault(finding.reason, finding.title) if finding.reason else finding.title
        other = before if before != finding.title else ""
        all_of_it = bool(finding.either) and set(finding.either) <= set(either)
        found.append(replace(finding, said_at=other, at_top=all_of_it or finding.reason in at_top))
    return tuple(found)
