"""What decides an advice, and its variants, as data for `--json`."""

from __future__ import annotations

from wizard.commands.data import Data, advice_data
from wizard.content.model import Consult, Content
from wizard.dossier.consultation import Consultation
from wizard.dossier.side_by_side import side_by_side
from wizard.reasoning.advice import Advice
from wizard.reasoning.alternatives import alternatives
from wizard.reasoning.decides import decides


def decides_data(content: Content, consult: Consult, advice: Advice) -> list[Data]:
    """The answers that, if otherwise, turn the verdict: any of those listed, of two facts both together."""
    return [
        {
            "answers": {fact: list(answers) for fact, answers in turning.answers},
            "verdicts": [verdict.value for verdict in turning.verdicts],
        }
        for turning in decides(content, consult, advice.facts, advice.on)
    ]


def variants_data(content: Content, consultation: Consultation, language: str) -> list[Data]:
    """Every variant: its own answers, what it comes to, the duties that it alone has, and its whole advice."""
    consult = consultation.definition(content)
    beside = side_by_side(content, consultation)
    plan, *variants = beside.sides
    rows = []
    for side, variant in zip(variants, consultation.variants, strict=True):
        advice = side.advice
        options = alternatives(content, consult, advice.facts, advice.on)
        whole = advice_data(content, consult, advice, options, language)
        whole["decides"] = decides_data(content, consult, advice)
        rows.append(
            {
                "name": side.name,
                "answers": {fact: given.answer for fact, given in variant.answers.items()},
                "verdict": advice.verdict.value,
                "possible": [verdict.value for verdict in advice.possible],
                "settled": advice.settled,
                "only_here": list(beside.only(side)),
                "not_here": [duty for duty in plan.advice.duties if duty not in advice.duties],
                "advice": whole,
            }
        )
    return rows
