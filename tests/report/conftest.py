"""The test content (tests/trees/good) and a short way to a report on it; and the law itself, with its cases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from wizard.content.load import load
from wizard.content.model import Content
from wizard.dossier.consultation import Consultation, Given
from wizard.reasoning.advice import advise
from wizard.report.markdown import render

GOOD = Path(__file__).parents[1] / "trees" / "good"

Report = Callable[..., str]


@pytest.fixture(scope="session")
def content() -> Content:
    return load(GOOD)


@pytest.fixture(scope="session")
def law() -> Content:
    return load(cases=True)


@pytest.fixture(scope="session")
def report(content: Content) -> Report:
    """``report(facts, on=…, language=…, notes={fact: note}, templates=…, consult=…)``."""

    def write(
        facts: dict[str, str],
        on: str = "2026-11-21",
        language: str = "nl",
        notes: dict[str, str] | None = None,
        templates: Path | None = None,
        consult: str = "bicycle",
    ) -> str:
        day = date.fromisoformat(on)
        answers = {fact: Given(answer, (notes or {}).get(fact, "")) for fact, answer in facts.items()}
        return render(
            content,
            advise(content, content.consults[consult], facts, day),
            language,
            consultation=Consultation(consult, day, answers),
            version="1.2.3",
            templates=templates,
        )

    return write


def section(text: str, heading: str) -> str:
    """The text under a heading."""
    return text.split(f"\n## {heading}\n")[1].split("\n## ")[0]
