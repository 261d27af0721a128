"""What was chosen in the app is remembered in a file of its own: the file that the user writes stays as it is.

A choice holds until the user writes something else in his file: then what he wrote last counts.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from wizard.dossier.store import StoreError, write_text

REMEMBERED = ("language", "theme", "report_form")
MAX_BYTES = 10_000


class Choice(NamedTuple):
    """A value chosen in the app, and what the file with settings said then (``None``: nothing)."""

    value: str
    instead_of: str | None


def remembered(state: Path) -> dict[str, Choice]:
    """The choices in ``state``; what cannot be read is no choice."""
    try:
        with state.open("rb") as file:
            found = json.loads(file.read(MAX_BYTES))
    except (OSError, ValueError, RecursionError):
        return {}
    choices: dict[str, Choice] = {}
    for name in REMEMBERED:
        one = found.get(name) if isinstance(found, dict) else None
        if isinstance(one, dict) and isinstance(one.get("value"), str):
            instead = one.get("instead_of")
            choices[name] = Choice(one["value"], instead if isinstance(instead, str) else None)
    return choices


def remember(state: Path, name: str, value: str, written: Mapping[str, str]) -> None:
    """Note that ``value`` was chosen for ``name`` while the user's file said ``written``.

    Where that cannot be noted the choice holds for now only: no reason to disturb a consultation.
    """
    choices = remembered(state) | {name: Choice(value, written.get(name))}
    data = {key: {"value": one.value, "instead_of": one.instead_of} for key, one in choices.items()}
    with suppress(StoreError):
        write_text(state, json.dumps(data, indent=2) + "\n")
