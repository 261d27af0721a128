"""The advisor's own remarks beside the parts of the advice screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.visual import Visual

from wizard.app import remark_words as words
from wizard.app.rows import LONGEST, Rows, gap, heading, item, line
from wizard.app.sections import Section
from wizard.dossier.session import Session
from wizard.report.remarks import NAMES
from wizard.report.words import paragraphs

IN_REPORT = {"todo": "duties", "instead": "options", "notes": "situation"}
"""What the report calls the parts that it calls otherwise than the screen."""
ELSEWHERE = "remarks"
"""The part with the remarks on parts of the report that the screen does not have."""


def in_report(part: str) -> str:
    """What the report calls a part of the screen; the answer, for the part that the report does not have."""
    part = IN_REPORT.get(part, part)
    return part if part in NAMES else "verdict"


def remark(session: Session, section: str) -> list[Visual]:
    """The remark on a part of the report, in paragraphs; nothing when there is none."""
    text = session.consultation.remarks_here.get(section, "")
    said = paragraphs(text if len(text) <= LONGEST else text[:LONGEST] + "…")
    if not said:
        return []
    below = (line(text, "italic", indent=2) for text in said[1:])
    label = words.REMARK_OF_PLAN if session.consultation.remark_of_plan(section) else words.REMARK
    return [item("✎", session.say(label, text=said[0]), "italic"), *below]


def remarked(session: Session, found: Iterable[Section], parts: Iterable[str]) -> Iterator[Section]:
    """``found``, each with the remark on it; a remark brings its part, when that is one of ``parts`` of the screen.

    Remarks on what only the report has come last, in a part of their own.
    """
    left = dict.fromkeys(name for name in NAMES if name in session.consultation.remarks_here)
    left.pop("verdict", None)  # stands with the verdict
    shown = {section.name: section for section in found}
    for part in parts:
        section = in_report(part)
        said = remark(session, section) if section in left else []
        if part in shown:
            left.pop(section, None)
            head, *rest = shown[part].text.rows
            yield Section(part, Rows([head, *said, *rest])) if said else shown[part]  # where it is seen at once
        elif said and part not in IN_REPORT:
            left.pop(section, None)
            yield Section(part, Rows([heading(session.say(NAMES[section])), *said]))
    if left:
        rows: list[Visual] = [heading(session.say(words.ELSEWHERE))]
        for n, section in enumerate(left):
            rows += [*([gap()] if n else []), line(session.say(NAMES[section]), "bold"), *remark(session, section)]
        yield Section(ELSEWHERE, Rows(rows))
