"""`magdat diff`: the same facts under the law of two days."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from wizard.commands.common import emit, load_content, require_known
from wizard.commands.data import as_json
from wizard.commands.layout import paragraph, terminal_width
from wizard.commands.situation import read_request
from wizard.commands.then_data import comparison_data
from wizard.reasoning.compare import Comparison, compare
from wizard.report.then import Then
from wizard.report.two_days import TwoDays


def run(args: Namespace, language: str) -> int:
    """Print what changed, on which day, and through which rule. The day in the file plays no part."""
    content = load_content(args, language)
    request = read_request(content, args.facts, language)
    first: date = getattr(args, "from")
    last: date = args.to or args.on or date.today()
    for day, option in ((first, "--from: "), (last, "--to: ")):
        require_known(day, content, language, option)
    spoken = args.lang or request.language or language
    consultation = request.consultation(last)
    consult = consultation.definition(content)
    found = compare(content, consult, consultation.facts, first, last)
    if args.json:
        emit(as_json(comparison_data(content, consult, found, spoken)), language)
    else:
        emit(text(TwoDays(Then(content, consult, spoken)), found, terminal_width()), language)
    return 0


def text(said: TwoDays, found: Comparison, width: int) -> str:
    """A comparison as plain text of ``width`` columns."""
    rows = [*said.opening(found), ""]
    if summary := said.summary(found):
        rows += [*paragraph(summary, width), ""]
    for part in said.parts(found):
        rows.append(part.heading)
        for item in part.items:
            rows += paragraph(item.text, width, "- ")
            rows += [row for below in item.below for row in paragraph(below, width, "  ")]
        rows.append("")
    return "\n".join(rows).rstrip("\n") + "\n"
