"""Where a report says a reason, so that it says it once and refers to that place afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wizard.report.view import Finding


def said_once(findings: Sequence[Finding], reasons: Sequence[str], *, more: bool) -> tuple[Finding, ...]:
    """The findings, each with where its reason was said before.

    ``reasons`` are those of the answer; the first stands below it, the others too if there is ``more``.
    """
    at_top = reasons if more else reasons[:1]
    said: dict[str, str] = {}
    found = []
    for finding in findings:
        before = said.setdefault(finding.reason, finding.title) if finding.reason else finding.title
        other = before if before != finding.title else ""
        found.append(replace(finding, said_at=other, at_top=finding.reason in at_top))
    return tuple(found)
