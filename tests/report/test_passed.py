"""A deadline that lies behind on the reference date says so: in every level and form of a report, app and plain."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from tests.report.readers import squash, text_of
from wizard.app.rows import text_of as shown
from wizard.app.sections import sections
from wizard.content.model import Content
from wizard.dossier.session import Session
from wizard.plain.advice import advice as plain
from wizard.report.export import export
from wizard.report.markdown import LEVELS, render

SEEN = {"bicycle_gone": "stolen", "theft_seen": "2026-11-19T10:00"}
PASSED = {
    "nl": "Dat was vrijdag 20 november 2026 om 10:00 uur: voorbij op de peildatum. "
    "Deed u het niet op tijd, dan bent u te laat: doe het alsnog.",
    "en": "That was Friday 20 November 2026 at 10:00: passed on the reference date. "
    "If you did not do it in time, you are late: do it after all.",
}
IN_TIME = {"nl": "Dat is uiterlijk vrijdag 20 november 2026", "en": "That is Friday 20 November 2026"}


def begun(content: Content, on: date, language: str, folder: Path) -> Session:
    session = Session(content, language, on, folder)
    session.now = lambda: datetime(2026, 12, 24, 9)  # long after: what the report says has no clock
    session.start("theft")
    session.answer(SEEN)
    return session


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("day", "late"), [(20, False), (21, True)], ids=["on its own day", "a day later"])
def test_every_level_and_every_door_says_it(
    day: int, late: bool, language: str, content: Content, tmp_path: Path
) -> None:
    session = begun(content, date(2026, 11, day), language, tmp_path)
    said = session.consultation
    advice = said.advice(content)
    texts = {level: render(content, advice, language, consultation=said, level=level) for level in LEVELS}
    texts["plain"] = "\n".join(plain(content, said, language))
    texts["app"] = "\n".join(shown(part.text) for part in sections(session, advice))
    for door, text in texts.items():
        assert (PASSED[language] in text) is late, door
        assert (IN_TIME[language] in text) is not late, door


@pytest.mark.parametrize("form", ["html", "docx"])
def test_the_forms_say_it_too(form: str, content: Content, tmp_path: Path) -> None:
    said = begun(content, date(2026, 11, 21), "nl", tmp_path).consultation
    made = export(content, said.advice(content), "nl", form, consultation=said)
    assert squash(PASSED["nl"]) in squash(text_of(form, made))
