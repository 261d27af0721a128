"""From a folder of YAML files to ``Content``: find the files, read them, look up every name."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TypeVar

from wizard.content.decode import EMPTY_FILE, WRITE_SECTION, Decoder
from wizard.content.disk import why
from wizard.content.fault import ContentError, Fault
from wizard.content.later import TELLING, Later
from wizard.content.model import Content, Place, Text
from wizard.content.reader import bytes_in, read
from wizard.content.resolve import Resolver

T = TypeVar("T")

CASES = "cases"


def default_trees() -> Path:
    """The folder with the legal content that comes with the program: in a clone beside it, in a package inside it."""
    package = Path(__file__).resolve().parents[1]
    beside = package.parent / "trees"
    return beside if beside.is_dir() else package / "trees"


def content_files(folder: Path, *, cases: bool = True) -> list[Path]:
    """The YAML files of a content folder and its sub-folders, cases last, each part sorted by name."""
    found = [*sorted(folder.glob("*.yaml")), *sorted(folder.glob("*/*.yaml"))]
    law = [path for path in found if path.parent != folder / CASES]
    return [*law, *(path for path in found if cases and path.parent == folder / CASES)]


def read_content(
    folder: Path, *, cases: bool = True, consults: Collection[str] | None = None, later: bool = False
) -> tuple[Content, list[Fault]]:
    """Read all content under ``folder``.

    Returns the content as far as it could be read, and every fault of shape and reference. Where a part could not be
    read at all, references are not looked up: those faults come first, and others would only follow from them.
    With ``cases=False`` the cases are left out, which is quicker; the digest never covers them. With ``consults``
    only the law of those is read, with what all share; the digest covers everything all the same. With ``later`` what
    only an advice tells is read when it is asked for: its faults are raised then, as ``ContentError``.
    Raises ``ContentError`` when the folder or a file cannot be read at all.
    """
    decoder = Decoder()
    waiting: list[tuple[str, bytes]] = []
    digest = hashlib.sha256()
    paths = content_files(folder, cases=cases)
    if not paths:
        said = Text("dit is geen map", "this is no folder")
        if folder.is_dir():
            said = Text("hier staan geen .yaml-bestanden", "this holds no .yaml files")
        hint = Text("geef een map met bomen: --trees MAP", "give a folder with trees: --trees DIR")
        raise ContentError([Fault("folder", Place(str(folder), 1), said, hint)])
    for path in (*folder.glob("*.yml"), *folder.glob("*/*.yml")):
        name = path.relative_to(folder).as_posix()
        said = Text(
            "dit bestand wordt niet gelezen: de naam eindigt op .yml", "this file is not read: its name ends in .yml"
        )
        decoder.fault("file-name", Place(name, 1), said, Text("noem het .yaml", "name it .yaml"))
        decoder.lost(-1)
    for path in paths:
        name = path.relative_to(folder).as_posix()
        try:
            data = bytes_in(path)
        except OSError as error:
            reason = why(error, reading=True)
            said = Text(f"kan niet worden gelezen: {reason.nl}", f"cannot be read: {reason.en}")
            hint = Text("kijk het bestand na", "check the file")
            raise ContentError([Fault("unreadable", Place(name, 1), said, hint)]) from error
        if path.parent != folder / CASES:
            digest.update(name.encode() + b"\0" + data + b"\0")
            if consults is not None and path.parent != folder and path.parent.name not in consults:
                continue
        if later and path.name in TELLING:
            waiting.append((name, data))
        else:
            _file(decoder, name, data)
    hidden = any(fault.hides for fault in decoder.faults)
    if decoder.law_from is None and not hidden:
        usual = folder / "consults.yaml"
        first = Place((usual if usual in paths else paths[0]).relative_to(folder).as_posix(), 1)
        said = Text("geen enkel bestand heeft `law_from`", "no file has `law_from`")
        hint = Text("voeg toe: `law_from: JJJJ-MM-DD`", "add `law_from: YYYY-MM-DD`")
        decoder.fault("missing-key", first, said, hint)
    apart = {path.parent.name for path in paths if path.parent != folder}
    loaded = frozenset(name for name in decoder.consults if consults is None or name in consults or name not in apart)
    resolver = Resolver(decoder, loaded)
    if not hidden:
        resolver.asking()
        if not waiting:
            resolver.telling()

    def read_on() -> None:
        """Read what waits; once, from the very bytes that the digest is of."""
        if waiting:
            with _collector_at_rest():
                while waiting:
                    _file(decoder, *waiting.pop(0))
                if not decoder.faults:
                    resolver.telling()
        if decoder.faults:
            raise ContentError(decoder.faults)

    def told(found: Mapping[str, T]) -> Mapping[str, T]:
        return Later(found, read_on) if waiting else found

    content = Content(
        facts=decoder.facts,
        groups=decoder.groups,
        trees=decoder.trees,
        acts=told(decoder.acts),
        sources=told(decoder.sources),
        duties=told(decoder.duties),
        contested=told(decoder.contested),
        risks=told(decoder.risks),
        terms=told(decoder.terms),
        consults=decoder.consults,
        cases=decoder.cases,
        law_from=decoder.law_from or date.min,
        digest=digest.hexdigest(),
        watch=decoder.watch,
        loaded=loaded,
        recheck_months=decoder.recheck_months,
        places=decoder.places,
    )
    return content, sorted(decoder.faults, key=lambda fault: not fault.hides)


def _file(decoder: Decoder, name: str, data: bytes) -> None:
    """Read one file; ``name`` is the one for faults."""
    root, misread = read(data, name)
    faults = [fault._replace(hides=True) for fault in misread]
    if root is None:
        decoder.faults += faults
        if not faults:
            decoder.fault("empty", Place(name, 1), EMPTY_FILE, WRITE_SECTION)
        return
    before = len(decoder.faults)
    decoder.file(root)
    if faults:  # what could not be read well is said once
        places = {fault.place for fault in faults}
        decoder.faults[before:] = [fault for fault in decoder.faults[before:] if fault.place not in places]
        decoder.faults += faults


def load(folder: Path | None = None, *, cases: bool = False, consults: Collection[str] | None = None) -> Content:
    """The content of ``folder`` (by default the one that comes with the program), ready to reason over.

    With ``consults`` only the law of those, and what all share: quicker. ``Content.loaded`` says which they are. What
    only an advice tells is then read when it is asked for, which may raise ``ContentError`` there.
    Raises ``ContentError`` with all faults when names do not resolve or files are misshapen.
    """
    folder, later = folder or default_trees(), consults is not None
    with _collector_at_rest():
        content, faults = read_content(folder, cases=cases, consults=consults, later=later)
        if faults and later:  # they may only seem to be, or may not be all there are
            content, faults = read_content(folder, cases=cases, consults=consults)
    if faults:
        raise ContentError(faults)
    return content


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """No garbage collection meanwhile: reading makes many small objects that all stay, so it would find nothing."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
