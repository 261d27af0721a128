"""A progress bar on standard error, where that is a terminal; nothing at all elsewhere."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

SHORTEST = 20
"""Fewer steps than this are done before a bar can be read."""


@contextmanager
def progress(label: str, total: int) -> Iterator[Callable[[], None]]:
    """Show how far we are with ``total`` steps; gives what to call after each. The bar is gone afterwards."""
    drawn = sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    if not drawn or total < SHORTEST:
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=total)
        yield lambda: bar.advance(task)
