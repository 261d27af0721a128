"""Driving the app as a user would: keys in, screen text out."""

from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from tests.app.hurry import hurried
from tests.dossiers import newest
from wizard.app.main import MagDat
from wizard.app.page import AROUND_AFTER
from wizard.content.load import load
from wizard.content.model import Content
from wizard.dossier.session import Session
from wizard.settings.settings import Settings

GOOD = Path(__file__).parents[1] / "trees" / "good"
TODAY = date(2026, 11, 22)
CONTENT = load(GOOD)

Steps = Callable[[MagDat, Pilot[int]], Awaitable[None]]


def drive(
    steps: Steps,
    *,
    consult: str | None = "bicycle",
    size: tuple[int, int] = (80, 24),
    language: str = "nl",
    on: date = TODAY,
    content: Content = CONTENT,
    theme: str | None = None,
    resume: bool = False,
    settings: Settings | None = None,
    prepare: Callable[[Session], None] | None = None,
) -> MagDat:
    """Run the app without a terminal and do ``steps``; an error in the app is raised here.

    ``prepare`` changes the session before the first page is painted.
    """
    session = Session(content, language, on)
    session.day_chosen = True  # whatever day it is
    if consult:
        session.start(consult)
    if prepare is not None:
        prepare(session)
    kept = session.kept(newest()) if resume else None
    app = MagDat(session, ask=consult is not None, resume=kept, theme=theme, settings=settings)

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            await settle(pilot)
            await steps(app, pilot)

    hurried(run())
    return app


async def settle(pilot: Pilot[Any]) -> None:
    """Wait until what follows after a paint is shown too."""
    await pilot.pause(AROUND_AFTER + 0.01)
    await pilot.pause()


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys one by one, each time waiting until the screen is at rest."""
    for key in keys:
        await pilot.press(key)
    await settle(pilot)


async def type_in(pilot: Pilot[Any], text: str) -> None:
    """Type a text, and Enter."""
    await press(pilot, *("space" if c == " " else c for c in text), "enter")


def seen(app: MagDat) -> str:
    """What is on screen, as text."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


def bar(app: MagDat) -> str:
    """The keys in the key bar, on one line."""
    height = app.screen.query_one("#keys").size.height
    return "  ".join(row.strip() for row in seen(app).splitlines()[-height:])


def question(app: MagDat) -> str:
    """The fact asked on screen."""
    shown = app.session.shown
    return ",".join(shown.facts) if shown else ""
