"""A clock that does not make tests wait: when there is nothing else to do, it jumps to the next thing that is due.

What is due comes in the same order as on a real clock, however busy the machine is: a pause lasts until all that can be
done before its end has been done. Nothing else of the app is touched.
"""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar
from unittest.mock import patch

from textual import _time

T = TypeVar("T")


class Hurried(asyncio.SelectorEventLoop):
    """An event loop whose waits for a moment take no time. A wait for a file or socket does."""

    def __init__(self) -> None:
        self.ahead = 0.0
        super().__init__(_Jumping(self))

    def time(self) -> float:
        """The clock: the real one, and all waits that were skipped."""
        return super().time() + self.ahead


class _Jumping(selectors.DefaultSelector):
    def __init__(self, loop: Hurried) -> None:
        super().__init__()
        self.loop = loop

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0 if timeout else timeout)
        if timeout and not ready:
            self.loop.ahead += timeout
        return ready


def hurried(main: Coroutine[Any, Any, T]) -> T:
    """``asyncio.run`` without waiting; the timers of Textual go by the same clock."""
    with asyncio.Runner(loop_factory=Hurried) as runner, patch.object(_time, "get_time", runner.get_loop().time):
        return runner.run(main)
