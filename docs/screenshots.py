"""Draws the pictures of the README from the real app: `python docs/screenshots.py`.

The pictures hold no address of any font or site: they look the same offline.
"""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from datetime import date
from pathlib import Path

from wizard.app.main import MagDat
from wizard.content.load import load
from wizard.dossier.session import Session

SIZE = (120, 34)
ON = date(2026, 11, 21)
ANSWERS = {"channel": "phone", "message_kind": "commercial", "recipient": "business"}
FONTS = "font-family: Menlo, Consolas, 'DejaVu Sans Mono', monospace"


def local(picture: str) -> str:
    """A picture of Textual without what it would fetch, and the same on every run."""
    picture = re.sub(r"<!--.*?-->\s*", "", picture, flags=re.DOTALL)
    picture = re.sub(r"\s*@font-face\s*\{.*?\}", "", picture, flags=re.DOTALL)
    picture = re.sub(r"font-family: Fira Code, monospace", FONTS, picture)
    picture = re.sub(r"terminal-\d+", "terminal", picture)
    return "\n".join(line.rstrip() for line in picture.splitlines() if line.strip()) + "\n"


async def draw(language: str) -> str:
    """The question that follows on ``ANSWERS``, with the advice so far."""
    session = Session(load(), language, ON)
    session.start("approach")
    session.answer(ANSWERS)
    app = MagDat(session, ask=True)
    async with app.run_test(size=SIZE) as pilot:
        for _ in range(4):  # what stands around the question is painted after it
            await pilot.pause()
        return local(app.export_screenshot(title="magdat"))


def main() -> None:
    """Write the picture beside this file."""
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    with tempfile.TemporaryDirectory() as home:
        os.environ["XDG_DATA_HOME"] = home
        picture = asyncio.run(draw("nl"))
    Path(__file__).with_name("screenshot.svg").write_text(picture, "utf-8")


if __name__ == "__main__":
    main()
