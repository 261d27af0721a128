"""Draws the pictures of the README and the guide from the real app: `python docs/screenshots.py`.

The pictures hold no address of any font or site: they look the same offline. `tests/test_screens.py` compares what they
say with the app as it is now.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from wizard.app.main import MagDat
from wizard.content.load import load
from wizard.content.model import LANGUAGES, Content, Text
from wizard.dossier.session import Session

SIZE = (120, 34)
SMALL = (100, 28)
ON = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 14, 30)
CHANGED = NOW.replace(tzinfo=ZoneInfo("Europe/Amsterdam")).timestamp()
FONTS = "font-family: Menlo, Consolas, 'DejaVu Sans Mono', monospace"
PICTURES = Path(__file__).with_name("screens")

CALL = {"channel": "phone", "message_kind": "commercial", "recipient": "business"}
CONSUMER = {
    "channel": "phone",
    "message_kind": "commercial",
    "recipient": "consumer",
    "objection": "no",
    "requested": "no",
    "consent": "no",
    "existing_customer": "current",
    "address_from_sale": "yes",
    "own_similar_offer": "yes",
    "optout_at_collection": "yes",
    "sensitive_data": "none",
    "reasonable_expectation": "yes",
    "privacy_notice": "yes",
}
CLIENT = ("Jansen Installaties BV", Text("Najaarscampagne", "Autumn campaign"), "mr. A. de Vries")
FINDS_OUT = Text("Noor vraagt het na, voor vrijdag", "Noor asks, before Friday")
MAIL, FORMER = Text("Mailen", "Mail them"), Text("Alleen oud-klanten", "Former customers only")


Run = Callable[[Coroutine[Any, Any, str]], str]


@dataclass(frozen=True)
class Shot:
    """A picture: the answers given, the keys pressed after that, and how large the window is.

    ``about``: with a client, a matter and an advisor. ``varied``: with two variants. ``advice``: begin at the advice.
    """

    keys: tuple[str, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    size: tuple[int, int] = SMALL
    about: bool = False
    varied: bool = False
    advice: bool = False
    start: bool = True
    on: date = ON


SHOTS = {
    "question": Shot(answers=CALL, size=SIZE),
    "home": Shot(start=False),
    "no": Shot(answers=CONSUMER, advice=True),
    "instead": Shot(("i",), CONSUMER, advice=True),
    "client": Shot(("g",), CALL, about=True),
    "unknown": Shot(("b",), CALL | {"legal_form": "unknown"}, about=True, size=SIZE),
    "variants": Shot(("x",), CONSUMER, about=True, varied=True, advice=True),
    "compare": Shot(("x", "c"), CONSUMER, about=True, varied=True, advice=True, size=SIZE),
    "decides": Shot(("w",), CONSUMER, about=True, advice=True),
    "then": Shot(("c",), CONSUMER, about=True, advice=True, size=SIZE),
    "save": Shot(("S",), CONSUMER, about=True, advice=True),
    "dossiers": Shot(("escape", "o"), CONSUMER, about=True, advice=True),
}


def local(picture: str) -> str:
    """A picture of Textual without what it would fetch, and the same on every run."""
    picture = re.sub(r"<!--.*?-->\s*", "", picture, flags=re.DOTALL)
    picture = re.sub(r"\s*@font-face\s*\{.*?\}", "", picture, flags=re.DOTALL)
    picture = re.sub(r"font-family: Fira Code, monospace", FONTS, picture)
    picture = re.sub(r"terminal-\d+", "terminal", picture)
    return "\n".join(line.rstrip() for line in picture.splitlines() if line.strip()) + "\n"


async def draw(shot: Shot, language: str, content: Content, folder: Path) -> str:
    """One picture; ``folder`` is for the dossier that is made for it."""
    session = Session(content, language, shot.on, folder)
    session.now = lambda: NOW
    if shot.start:
        session.need("approach")
        session.start("approach")
        session.answer(shot.answers)
        if shot.about:
            session.about(CLIENT[0], CLIENT[1].in_(language), CLIENT[2])
        for fact, answer in shot.answers.items():
            if answer == "unknown":
                session.note(fact, FINDS_OUT.in_(language))
        session.leave_place()
        if shot.varied:
            session.vary(MAIL.in_(language), {"channel": "email"})
            session.take(None)
            session.vary(FORMER.in_(language), {"existing_customer": "former"})
            session.take(None)
    app = MagDat(session, ask=shot.start)
    async with app.run_test(size=shot.size) as pilot:
        await _settle(pilot)
        if shot.advice:
            app.open_advice()
            await _settle(pilot)
        for key in shot.keys:
            for path in folder.glob("*.yaml"):  # the list of dossiers says when a file was changed
                os.utime(path, (CHANGED, CHANGED))
            await pilot.press(key)
            await _settle(pilot)
        return local(app.export_screenshot(title="magdat"))


async def _settle(pilot: object) -> None:
    """Wait until what stands around a question, which is painted after it, is there too."""
    await pilot.pause(0.15)  # type: ignore[attr-defined]
    await pilot.pause()  # type: ignore[attr-defined]


@cache
def law() -> Content:
    """The legal content that comes with the program."""
    return load()


def names() -> dict[str, tuple[Shot, str]]:
    """The pictures by name, with the shot and the language of each."""
    return {f"{name}.{language}": (shot, language) for name, shot in SHOTS.items() for language in LANGUAGES}


def drawn(only: str = "", run: Run = asyncio.run) -> dict[str, str]:
    """All pictures by name, or that of one name, drawn anew; ``run`` runs the app."""
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    content, pictures = law(), {}
    for name, (shot, language) in names().items():
        if only in ("", name):
            with tempfile.TemporaryDirectory() as home:
                pictures[name] = run(draw(shot, language, content, Path(home)))
    return pictures


def text_of(picture: str) -> str:
    """What a picture says, line by line."""
    lines: dict[float, list[tuple[float, str]]] = {}
    for x, y, said in re.findall(r'<text[^>]*? x="([\d.]+)" y="([\d.]+)"[^>]*>(.*?)</text>', picture):
        lines.setdefault(float(y), []).append((float(x), unescape(said).replace("\xa0", " ")))
    rows = ("".join(said for _, said in sorted(parts)).rstrip() for _, parts in sorted(lines.items()))
    return "\n".join(rows)


def main() -> None:
    """Write the pictures beside this file."""
    PICTURES.mkdir(exist_ok=True)
    for name, picture in drawn().items():
        (PICTURES / f"{name}.svg").write_text(picture, "utf-8")
        if name == "question.nl":
            Path(__file__).with_name("screenshot.svg").write_text(picture, "utf-8")
    if "--text" in sys.argv:
        print("\n\n".join(text_of(path.read_text("utf-8")) for path in sorted(PICTURES.glob("*.nl.svg"))))


if __name__ == "__main__":
    main()
