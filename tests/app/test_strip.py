"""The line below a question: the verdicts still possible, in the words of the consult however narrow the window is."""

from itertools import combinations, islice
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.app.driving import TODAY
from wizard.app.sofar import strip
from wizard.app.verdicts import verdict_name
from wizard.content.load import load
from wizard.content.model import Verdict
from wizard.dossier.session import Session

CONTENT = load(Path(__file__).parents[2] / "trees")
NARROW = 58
"""Columns of the line in a window of 60."""


def line(session: Session, possible: tuple[Verdict, ...], width: int) -> str:
    """What is shown in ``width`` columns."""
    ways = strip(session, SimpleNamespace(possible=possible, settled=len(possible) == 1))
    return next(way.plain for way in ways if way.cell_length <= width)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("consult", sorted(CONTENT.consults))
def test_a_narrow_window_has_room_for_words_of_the_consult(consult: str, language: str, tmp_path: Path) -> None:
    session = Session(CONTENT, language, TODAY, tmp_path)
    session.start(consult)
    for several in range(1, len(Verdict) + 1):
        for possible in combinations(Verdict, several):
            names = [verdict_name(session, verdict) for verdict in possible]
            said = line(session, possible, NARROW)
            assert said.endswith(names[-1]), "the strictest is always there, whole"
            shown = [name for name in names if f" {name} " in f" {said} "]
            assert len(shown) == len(names) or f" {several} " in f" {said} " or " … " in said, "else how many there are"


def test_what_is_left_out_is_said(tmp_path: Path) -> None:
    session = Session(CONTENT, "nl", TODAY, tmp_path)
    session.start("breach")
    mild, *_, strict = possible = tuple(islice(Verdict, 2, 5))
    assert [line(session, possible, width) for width in (120, 70, NARROW)] == [
        "Nog mogelijk: ✓! Niet melden, wel vastleggen  ? Afwegen of het zonder melding mag  ✗ Melden verplicht",
        "Nog mogelijk: ✓! Niet melden, wel vastleggen … ✗ Melden verplicht",
        "Nog 3 mogelijk, ook ✗ Melden verplicht",
    ]
    assert line(session, (mild, strict), NARROW) == "Nog 2 mogelijk, ook ✗ Melden verplicht"
    assert line(session, (strict,), NARROW) == "De uitkomst staat vast: ✗ Melden verplicht"
    assert line(session, (Verdict.ASSESS,), NARROW) == "Staat vast: ? Afwegen of het zonder melding mag"
