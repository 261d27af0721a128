"""What the user saw of a dossier when it was last in hand, in words."""

from __future__ import annotations

from wizard.content.model import Consult, Content, Verdict
from wizard.dossier.consultation import CameOut, Consultation
from wizard.dossier.record import last_seen
from wizard.report import view
from wizard.words import NOT_SETTLED, SYMBOL, verdict_words

OPEN = "…"
VERDICTS = {verdict.value: verdict for verdict in Verdict}


def seen_verdict(consult: Consult | None, came: CameOut, language: str) -> view.Verdict:
    """The verdict that came out, as symbol and word; not certain yet when several were possible."""
    verdict = VERDICTS.get(came.verdicts[0]) if len(came.verdicts) == 1 else None
    if verdict is None:
        return view.Verdict(OPEN, NOT_SETTLED.in_(language))
    return view.Verdict(SYMBOL[verdict], verdict_words(consult, verdict, language))


def last_verdict(content: Content, consultation: Consultation, language: str) -> view.Verdict | None:
    """The verdict that the user last saw for what is in hand; ``None`` when he saw none."""
    came = last_seen(consultation)
    return seen_verdict(content.consults.get(consultation.consult), came, language) if came else None
