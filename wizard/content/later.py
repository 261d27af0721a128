"""What only an advice or an explanation tells, nearly half of the law, is read when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

T = TypeVar("T")

TELLING = ("contested.yaml", "duties.yaml", "risks.yaml", "sources.yaml", "terms.yaml")
"""The files that hold it. Whether a question matters is found without them."""


class Later(Mapping[str, T]):
    """Definitions that stand in ``found`` once ``read`` was called, which is done before the first is looked up.

    ``read`` may raise ``ContentError``: so may every look-up then.
    """

    def __init__(self, found: Mapping[str, T], read: Callable[[], None]) -> None:
        self._found = found
        self._read = read

    def __getitem__(self, name: str) -> T:
        self._read()
        return self._found[name]

    def __iter__(self) -> Iterator[str]:
        self._read()
        return iter(self._found)

    def __len__(self) -> int:
        self._read()
        return len(self._found)
