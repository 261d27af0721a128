"""Where an advice may lead: another consult on the same facts."""

from __future__ import annotations

from wizard.content.model import Content, Lead
from wizard.reasoning.advice import Advice
from wizard.reasoning.walk import situate


def leads(content: Content, advice: Advice) -> tuple[Lead, ...]:
    """The leads on offer: a verdict they name is possible, and their condition holds."""
    consult = content.consults[advice.consult]
    situation = situate(content, consult, advice.facts, advice.on)
    return tuple(
        lead
        for lead in consult.leads
        if set(lead.verdicts) & set(advice.possible) and situation.holds(lead.when, {}) is True
    )
