"""What the system says when a file cannot be read or written, in words."""

from __future__ import annotations

import errno

from wizard.content.model import Text

WHY = {
    errno.ENOSPC: Text("de schijf is vol; maak ruimte", "the disk is full; make room"),
    errno.EDQUOT: Text("uw schijfruimte is op; maak ruimte", "your disk quota is used up; make room"),
    errno.EFBIG: Text("het bestand wordt te groot voor deze schijf", "the file grows too large for this disk"),
    errno.EROFS: Text("deze schijf kan alleen worden gelezen", "this disk can only be read"),
    errno.EACCES: Text("u mag hier niet schrijven", "you may not write here"),
    errno.EPERM: Text("u mag hier niet schrijven", "you may not write here"),
    errno.ENOTDIR: Text("waar een map hoort, staat een bestand", "there is a file where a folder belongs"),
    errno.EISDIR: Text("dit is een map", "this is a folder"),
    errno.EEXIST: Text("waar een map hoort, staat een bestand", "there is a file where a folder belongs"),
    errno.ENAMETOOLONG: Text("de naam is te lang", "the name is too long"),
    errno.ENOENT: Text("dat is er niet meer", "that is no longer there"),
    errno.EIO: Text("de schijf hapert", "the disk fails"),
}
READING = {
    errno.EACCES: Text("u mag dit niet lezen", "you may not read this"),
    errno.EPERM: Text("u mag dit niet lezen", "you may not read this"),
    errno.ELOOP: Text("de koppeling verwijst in een kring", "the link leads round in a circle"),
}
"""What is otherwise when something is read."""


def why(error: Exception, *, reading: bool = False) -> Text:
    """What the system had against writing, or ``reading``; in both languages where we have the words."""
    known = None
    if isinstance(error, OSError):
        number = error.errno or 0
        known = (READING.get(number) if reading else None) or WHY.get(number)
    said = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return known or Text(said, said)
