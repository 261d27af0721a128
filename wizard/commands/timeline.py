"""`magdat timeline`: the same facts under all the law the trees know, drawn on a line."""

from __future__ import annotations

from argparse import Namespace
from datetime import date, timedelta

from wizard.commands import words
from wizard.commands.common import InputError, emit, load_content, require_known
from wizard.commands.data import as_json
from wizard.commands.layout import paragraph, terminal_width
from wizard.commands.situation import consultation_from
from wizard.commands.then_data import timeline_data
from wizard.reasoning.timeline import Timeline, timeline
from wizard.report.drawing import draw
from wizard.report.drawing import text as drawn
from wizard.report.then import Then

MARK = "▲"


def run(args: Namespace, language: str) -> int:
    """Print the periods in which the facts give the same answer. The reference date is marked on the line."""
    content = load_content(args, language)
    consultation, spoken = consultation_from(args, content, language, any_day=True)
    first: date | None = getattr(args, "from")
    last: date | None = args.to
    for day, option in ((first, "--from: "), (last, "--to: ")):
        if day is not None:
            require_known(day, content, language, option)
    if last is not None and last < (first or content.law_from):
        raise InputError(words.ENDS_FIRST.in_(language).format(first=first or content.law_from, last=last))
    consult = consultation.definition(content)
    line = timeline(content, consult, consultation.facts, first, last)
    if args.json:
        emit(as_json(timeline_data(content, consult, line, consultation.on, spoken)), language)
    else:
        emit(text(Then(content, consult, spoken), line, consultation.on, terminal_width()), language)
    return 0


def text(then: Then, line: Timeline, on: date, width: int) -> str:
    """A timeline as plain text of ``width`` columns: the drawing, then a paragraph for each turn."""
    rows = [then.consult.title.in_(then.language), ""]
    rows += [drawn(draw(then.cells(line, {on: MARK}), width, goes_on=line.periods[-1].end is None)), ""]
    rows += [row for sign in (*then.here(line, on), *then.legend(line)) for row in paragraph(sign, width)]
    rows.append("")
    for period in line.periods:
        verdict = then.verdict(period.advice)
        rows += paragraph(f"{then.day(period.start)}: {then.turned(period)}", width, f"{verdict.symbol:<2} ")
        for turn in period.smaller:
            rows += paragraph(f"{then.day(turn.on)}: {then.sentences(turn)}", width, "   · ")
    for remark in then.remarks(line):
        rows += ["", *paragraph(remark, width)]
    if line.every_turn:
        day, eve = line.every_turn[-1].on, line.every_turn[-1].on - timedelta(days=1)
        rows += ["", *paragraph(words.TIMELINE_MORE.in_(then.language).format(first=eve, last=day), width)]
    return "\n".join(rows) + "\n"
