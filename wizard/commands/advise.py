"""`magdat advise`: a file of facts in, an advice out."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path

from wizard.commands.common import InputError, emit, load_content, save_text
from wizard.commands.data import advice_data, as_json
from wizard.commands.situation import consultation_from
from wizard.commands.then_data import timeline_data
from wizard.content.model import Content
from wizard.dossier.consultation import Consultation
from wizard.reasoning.alternatives import alternatives
from wizard.reasoning.timeline import timeline


def run(args: Namespace, language: str) -> int:
    """Print the advice, or write it to ``-o``. The verdict never changes the exit code."""
    content = load_content(args, language)
    consultation, spoken = consultation_from(args, content, language)
    consult = consultation.definition(content)
    if args.json:
        advice = consultation.advice(content)
        options = alternatives(content, consult, consultation.facts, consultation.on)
        data = advice_data(content, consult, advice, options, spoken)
        if args.timeline:
            line = timeline(content, consult, consultation.facts)
            data["timeline"] = timeline_data(content, consult, line, consultation.on, spoken)["periods"]
        text = as_json(data)
    else:
        text = report(content, consultation, spoken, timeline=args.timeline)
    output: Path | None = args.output
    if output is None or str(output) == "-":
        emit(text, language)
        return 0
    save_text(output, text, language, force=args.force)
    return 0


def report(content: Content, consultation: Consultation, language: str, *, timeline: bool = False) -> str:
    """The report on a consultation, as Markdown; ``timeline`` adds the law of other days.

    Raises ``InputError`` when its template cannot be used.
    """
    from wizard.report.markdown import ReportError, render

    try:
        return render(
            content,
            consultation.advice(content),
            language,
            consultation=consultation,
            made=date.today(),
            timeline=timeline,
        )
    except ReportError as error:
        raise InputError(error.say(language)) from None
