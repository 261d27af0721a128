"""Why it is so, in rows: the reason or, where that still depends on open questions, those of which one will hold."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.visual import Visual

from wizard.app import words
from wizard.app.rows import Row, item, line, plain
from wizard.app.verdicts import COLOUR, verdict_name
from wizard.dossier.session import Session
from wizard.reasoning.advice import Advice, Finding

if TYPE_CHECKING:
    from wizard.report.standing import Standing  # the first question is shown without it


def why_rows(session: Session, advice: Advice, *, style: str = "", brief: bool = False) -> Iterable[Visual]:
    """Why the verdict of the whole advice is what it is; nothing while that is open. ``brief``: not every reason."""
    if not advice.settled:
        return
    from wizard.report.standing import MOST_REASONS, standing

    why = standing(session.content, advice).why(session.language)
    if why.certain:
        yield line(why.certain[0], style)
    yield from _depending(session, why.either, 0, style, MOST_REASONS if brief else None)


def finding_rows(session: Session, stands: Standing, finding: Finding) -> Iterable[Visual]:
    """Why one finding is what it is, and while it is open, what may still come out of it."""
    say, language = session.say, session.language
    if finding.outcome is not None:
        for reason in finding.because:
            yield line(reason.in_(language), indent=2)
        return
    if finding.verdict is not None:
        found = stands.why_of(finding, language)
        yield from (line(text, indent=2) for text in found if len(found) == 1)
        yield from _depending(session, found if len(found) > 1 else (), 2)
        return
    from wizard.report.words import or_else

    yield line(say(words.POSSIBLE_HERE), "dim", 2)
    for row in stands.remaining(finding, language):
        more = f" {say(words.MORE_REASONS, n=row.more)}" if row.more else ""
        name = plain(verdict_name(session, row.verdict), f"bold {COLOUR[row.verdict]}")
        yield Row(name + plain(f": {or_else(row.reasons, language)}{more}" if row.reasons else ""), plain("◇ "), 2)


def _depending(
    session: Session, reasons: tuple[str, ...], indent: int, style: str = "", most: int | None = None
) -> Iterable[Visual]:
    if reasons:
        yield line(session.say(words.REASON_DEPENDS), style, indent)
    for reason in reasons[:most]:
        yield item("•", reason, style, indent)
    if most is not None and len(reasons) > most:
        yield line(session.say(words.MORE_REASONS, n=len(reasons) - most), style, indent + 2)
