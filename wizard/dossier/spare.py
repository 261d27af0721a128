"""While the disk does not take a dossier in its place, a copy in another place of the user has every answer."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from wizard.content.fault import SaidError
from wizard.dossier.consultation import Consultation
from wizard.dossier.folder import Folder, default_dossiers
from wizard.dossier.form import MOST_READ
from wizard.dossier.keeper import ChangedOutside, Keeper

PREFIX = "magdat-"
"""How a temporary folder that we made is called."""


class Spare:
    """At most one copy, which is written at every change and goes when it is no longer needed."""

    def __init__(self) -> None:
        self._keeper: Keeper | None = None
        self._has: Consultation | None = None
        """What is in it; ``None`` when that is not everything."""

    @property
    def path(self) -> Path | None:
        """Where the copy stands; ``None`` when there is none that has everything."""
        return self._keeper.path if self._keeper is not None and self._has is not None else None

    @property
    def older(self) -> Path | None:
        """Where a copy stands that lacks the last change, which no place took; ``None`` when there is none."""
        return self._keeper.path if self._keeper is not None and self._has is None else None

    def keep(self, said: Consultation, digest: str, name: str, now: datetime) -> None:
        """Have another place take ``said``: where the copy is, or else a new one, as ``name`` or nearly so."""
        if said == self._has and self._keeper is not None and self._keeper.untouched:
            return
        self._has = None  # while it is written, and when a signal breaks that off
        if self._again(said, digest, now) or self._anew(said, digest, name):
            self._has = said

    def _again(self, said: Consultation, digest: str, now: datetime) -> bool:
        if self._keeper is None:
            return False
        try:
            self._keeper.keep(said, digest, now)
        except ChangedOutside:  # it is on disk, beside what someone else made of the copy
            pass
        except (SaidError, OSError, ValueError):
            return False
        return True

    def _anew(self, said: Consultation, digest: str, name: str) -> bool:
        for folder in _elsewhere():
            keeper = Keeper(Folder(folder), MOST_READ)
            with suppress(SaidError, OSError, ValueError):
                keeper.move(folder / name, said, digest)
                self._remove()
                self._keeper = keeper
                return True
        return False

    def drop(self) -> None:
        """The dossier is on disk where it belongs: no copy is needed."""
        self._remove()
        self._has = None

    def _remove(self) -> None:
        if self._keeper is None:
            return
        folder = self._keeper.folder.path
        self._keeper.remove()
        self._keeper = None
        if folder.name.startswith(PREFIX):
            with suppress(OSError):
                folder.rmdir()

    def let_go(self) -> None:
        """Leave the copy where it stands: nothing else has what is in it."""
        if self._keeper is not None:
            self._keeper.close()
        self._keeper = self._has = None

    def take_over(self) -> Keeper | None:
        """The copy, to be the dossier itself from now on; ``None`` when there is none that has everything."""
        if self._has is None:
            return None
        keeper, self._keeper, self._has = self._keeper, None, None
        return keeper


def _elsewhere() -> Iterator[Path]:
    """Folders of the user alone: where dossiers are listed, his home, a new temporary one, one the system made for him.

    The last is mostly in memory: it has room when the disk is full, and is empty after the next start.
    """
    yield default_dossiers()
    with suppress(RuntimeError):
        yield Path.home()
    with suppress(OSError):
        made = Path(tempfile.mkdtemp(prefix=PREFIX))
        yield made
        made.rmdir()  # we only come back here when it was of no use
    if (own := Path(os.environ.get("XDG_RUNTIME_DIR", ""))).is_absolute():
        yield own
