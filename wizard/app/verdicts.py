"""A verdict on screen: its symbol, word and colour."""

from __future__ import annotations

from wizard.content.model import Verdict
from wizard.dossier.session import Session
from wizard.words import SYMBOL, verdict_words

COLOUR = {
    Verdict.NOT_APPLICABLE: "$text-muted",
    Verdict.ALLOWED: "$text-success",
    Verdict.CONDITIONAL: "$text-success",
    Verdict.ASSESS: "$text-warning",
    Verdict.FORBIDDEN: "$text-error",
}


def verdict_name(session: Session, verdict: Verdict) -> str:
    """Symbol and word of a verdict."""
    return f"{SYMBOL[verdict]} {verdict_words(session.consult, verdict, session.language)}"
