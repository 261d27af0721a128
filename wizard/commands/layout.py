"""Plain text in the columns there are."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap

NARROWEST, WIDEST = 40, 140
ELSEWHERE = 100
"""Columns of text that goes to a file or a pipe."""


def terminal_width() -> int:
    """The columns to fill: those of the terminal within reason, or of `COLUMNS`; elsewhere a fixed number."""
    return min(WIDEST, max(NARROWEST, shutil.get_terminal_size((ELSEWHERE, 24)).columns))


def stderr_width() -> int | None:
    """The columns of the terminal that standard error is; ``None`` when it is none."""
    if sys.stderr is None or not sys.stderr.isatty():
        return None
    try:
        return max(NARROWEST, os.get_terminal_size(sys.stderr.fileno()).columns)
    except (OSError, ValueError):
        return None


def paragraph(text: str, width: int, head: str = "") -> list[str]:
    """``text`` in lines of ``width`` columns after ``head``; further lines stand below the first. Never cut."""
    lines = textwrap.wrap(text, width, initial_indent=head, subsequent_indent=" " * len(head))
    return lines or [head.rstrip()]
