"""Consultations on disk: plain YAML in a file the user owns, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from datetime import date
from pathlib import Path

import yaml
from platformdirs import user_data_path

from wizard.content.fault import SaidError
from wizard.content.model import Text
from wizard.content.reader import Mapping, Scalar, Yaml, read
from wizard.dossier.consultation import Consultation, Given
from wizard.reasoning.question import FULL, QUICK

FORMAT = "1"
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # the same text, ten times sooner


class StoreError(SaidError):
    """A file that cannot be read or written; the message says which, why, and what to do."""


def unfinished_path() -> Path:
    """Where the consultation in progress is kept, by platform convention."""
    return user_data_path("magdat", appauthor=False) / "unfinished.yaml"


def write_text(path: Path, text: str, *, private: bool = True, flush: bool = True) -> None:
    """Write ``text`` to ``path`` atomically: a new file beside it, flushed to disk, put in its place.

    A private file can be read by its owner only (mode 0600). Without ``flush`` the text outlives the program, but a
    failing machine may lose it until ``flush_file``. Raises ``StoreError``; the old file is then untouched.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                if flush:
                    os.fsync(file.fileno())
            if not private:
                os.chmod(name, 0o644)
            os.replace(name, path)
        except BaseException:
            os.unlink(name)
            raise
    except OSError as error:
        said = Text(
            f"{path}: kan niet worden geschreven: {error.strerror}; kies een andere plaats met -o",
            f"{path}: cannot be written: {error.strerror}; choose another place with -o",
        )
        raise StoreError(said) from error


def dump(consultation: Consultation, content_digest: str) -> str:
    """The consultation as YAML text."""
    data = {
        "format": FORMAT,
        "consult": consultation.consult,
        "on": consultation.on.isoformat(),
        "depth": consultation.depth,
        **({"trail": list(consultation.trail)} if consultation.trail else {}),
        "content": content_digest,
        "answers": [
            {"fact": fact, "answer": given.answer} | ({"note": given.note} if given.note else {})
            for fact, given in consultation.answers.items()
        ],
    }
    text: str = yaml.dump(data, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, default_style='"')
    return text


def save(consultation: Consultation, content_digest: str, path: Path, *, flush: bool = True) -> None:
    """Keep the consultation in ``path``; ``flush`` as for ``write_text``. Raises ``StoreError``."""
    write_text(path, dump(consultation, content_digest), flush=flush)


def flush_file(path: Path) -> None:
    """Make sure ``path`` is on the disk itself, as far as the system can. Never raises."""
    with suppress(OSError):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def restore(path: Path) -> Consultation:
    """The consultation kept in ``path``. Raises ``StoreError`` when it cannot be read or is not one of ours."""
    try:
        data = path.read_bytes()
    except OSError as error:
        why = error.strerror
        raise StoreError(Text(f"{path}: kan niet worden gelezen: {why}", f"{path}: cannot be read: {why}")) from error
    root, faults = read(data, path.name)
    if faults:
        raise _unusable(f"{path}:{faults[0].place.line}", faults[0].message)
    if not isinstance(root, Mapping):
        raise _unusable(str(path), Text("geen raadpleging", "no consultation"))
    try:
        if _word(root.get("format")) != FORMAT:
            raise _unusable(str(path), Text("door een andere versie geschreven", "written by another version"))
        answers: dict[str, Given] = {}
        listed = root.get("answers")
        for item in getattr(listed, "items", []):
            if not isinstance(item, Mapping):
                said = Text("`answers` is geen lijst van antwoorden", "`answers` is not a list of answers")
                raise _unusable(str(path), said)
            answers[_word(item.get("fact"))] = Given(_word(item.get("answer")), _note(item.get("note")))
        return Consultation(
            consult=_word(root.get("consult")),
            on=date.fromisoformat(_word(root.get("on"))),
            answers=answers,
            depth=FULL if _word(root.get("depth")) == FULL else QUICK,
            trail=tuple(_word(item) for item in getattr(root.get("trail"), "items", [])),
        )
    except ValueError as error:
        said = Text("een waarde ontbreekt of is geen datum", "a value is missing or is not a date")
        raise _unusable(str(path), said) from error


def _unusable(where: str, said: Text) -> StoreError:
    return StoreError(
        Text(
            f"{where}: {said.nl}; zet het bestand ergens anders neer om opnieuw te beginnen",
            f"{where}: {said.en}; move the file away to start afresh",
        )
    )


def _word(node: Yaml | None) -> str:
    if not isinstance(node, Scalar) or not node.text:
        raise ValueError
    return node.text


def _note(node: Yaml | None) -> str:
    return node.text if isinstance(node, Scalar) else ""
