"""`magdat advise`: a file of facts in, an advice out."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from wizard.commands.common import emit, load_content, save_text
from wizard.commands.data import advice_data, as_json
from wizard.commands.handover import hand_over
from wizard.commands.situation import consultation_from
from wizard.commands.then_data import timeline_data
from wizard.commands.way_data import decides_data, variants_data
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
        data["decides"] = decides_data(content, consult, advice)
        data["variants"] = variants_data(content, consultation, spoken)
        if args.timeline:
            line = timeline(content, consult, consultation.facts)
            data["timeline"] = timeline_data(content, consult, line, consultation.on, spoken)["periods"]
        _put(args, as_json(data), language)
    else:
        hand_over(args, content, consultation, spoken, language)
    return 0


def _put(args: Namespace, text: str, language: str) -> None:
    """To ``-o``, or to standard output."""
    output: Path | None = args.output
    if output is None or str(output) == "-":
        emit(text, language)
    else:
        save_text(output, text, language, force=args.force)
