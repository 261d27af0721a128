"""A dossier as text: plain YAML that people can read, with a number for its format."""

from __future__ import annotations

from collections.abc import Mapping as Pairs
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from wizard.content.model import Text
from wizard.content.reader import MAX_BYTES, Mapping, Scalar, Sequence, Yaml, printable_lines, read
from wizard.dossier.consultation import CameOut, Changed, Consultation, Given, Variant
from wizard.dossier.store import StoreError, why
from wizard.reasoning.question import FULL, QUICK

FORMAT = 2
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # the same text, ten times sooner
_TEXTS = ("client", "matter", "advisor", "created")
_CHANGED = ("at", "fact", "before", "after", "variant", "note")


def dump(consultation: Consultation, content_digest: str) -> str:
    """The consultation as YAML text."""
    said = consultation
    data: dict[str, Any] = {"format": str(FORMAT)}
    data |= {name: value for name in _TEXTS if (value := getattr(said, name))}
    data |= {"consult": said.consult}
    if said.trail:
        data["trail"] = list(said.trail)
    data |= {"on": said.on.isoformat(), "depth": said.depth, "content": content_digest}
    data["answers"] = _answers(said.shared)
    if said.variants:
        data["variants"] = [
            {"name": variant.name, "answers": _answers(variant.answers)}
            | ({"remarks": dict(variant.remarks)} if variant.remarks else {})
            for variant in said.variants
        ]
    if said.active is not None:
        data["active"] = str(said.active + 1)
    if said.remarks:
        data["remarks"] = dict(said.remarks)
    if said.came_out:
        data["came_out"] = [_came_out(found) for found in said.came_out]
    if said.history:
        data["history"] = [
            {name: value for name in _CHANGED if (value := getattr(change, name))} for change in said.history
        ]
    text: str = yaml.dump(
        _clean(data), Dumper=_DUMPER, allow_unicode=True, sort_keys=False, default_style='"', width=1000
    )
    return text


def _clean(data: Any) -> Any:
    """The same without characters that the strict reader refuses: whatever we write, we can read."""
    if isinstance(data, str):
        return data if data.isprintable() else printable_lines(data)
    if isinstance(data, dict):
        return {_clean(key): _clean(value) for key, value in data.items()}
    return [_clean(item) for item in data]


def _answers(answers: Pairs[str, Given]) -> list[dict[str, str]]:
    return [
        {"fact": fact, "answer": given.answer}
        | ({"at": given.at} if given.at else {})
        | ({"note": given.note} if given.note else {})
        for fact, given in answers.items()
    ]


def _came_out(found: CameOut) -> dict[str, Any]:
    return {
        "consult": found.consult,
        **({"variant": found.variant} if found.variant else {}),
        **({"at": found.at} if found.at else {}),
        "content": found.content,
        "on": found.on.isoformat(),
        **({"facts": found.facts} if found.facts else {}),
        "verdicts": list(found.verdicts),
        "outcomes": dict(found.outcomes),
        "duties": list(found.duties),
    }


def load_dossier(path: Path) -> tuple[Consultation, int]:
    """The consultation kept in ``path``, and the number of the format it is written in.

    Older formats are read as well. Raises ``StoreError`` when the file cannot be read or is not one of ours.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        cause = why(error)
        text = Text(f"{path}: kan niet worden gelezen: {cause.nl}", f"{path}: cannot be read: {cause.en}")
        raise StoreError(text) from error
    root, faults = read(data, path.name)
    if faults:
        raise _unusable(f"{path}:{faults[0].place.line}", faults[0].message)
    if not isinstance(root, Mapping):
        raise _unusable(str(path), Text("geen dossier", "no dossier"))
    number = _format(path, root)
    try:
        return _consultation(root), number
    except ValueError as error:
        where, said = error.args
        raise _unusable(f"{path}:{where.place.line}", said) from error


def _format(path: Path, root: Mapping) -> int:
    """The number of the format. Raises ``StoreError`` when it is none of ours."""
    number = _text(root.get("format"))
    if not number.isascii() or not number.isdecimal() or number.startswith("0"):
        raise _unusable(str(path), Text("`format` ontbreekt of klopt niet", "`format` is missing or wrong"))
    if len(number) > 9 or int(number) > FORMAT:
        newer = Text(
            f"{path}: door een nieuwere versie van magdat geschreven; werk magdat bij",
            f"{path}: written by a newer version of magdat; update magdat",
        )
        raise StoreError(newer)
    return int(number)


def returns_whole(path: Path, found: Consultation) -> bool:
    """Whether ``found``, as it was read from ``path``, is written to the letter as the file stands.

    If not, someone edited it: writing it anew would lose a comment, a line that we do not know, or the like.
    """
    with suppress(OSError):
        return path.read_bytes() == dump(found, found.content).encode("utf-8", "replace")
    return False


def _consultation(root: Mapping) -> Consultation:
    variants = tuple(
        Variant(_text(item.get("name")), _read_answers(item), _pairs(item.get("remarks")))
        for item in _maps(root, "variants")
    )
    active = _text(root.get("active"))
    index = int(active) - 1 if active.isascii() and active.isdecimal() and len(active) < 10 else None
    return Consultation(
        consult=_word(root, "consult"),
        on=_day(root, "on"),
        shared=_read_answers(root),
        depth=FULL if _word(root, "depth") == FULL else QUICK,
        trail=_words(root.get("trail")),
        **{name: _text(root.get(name)) for name in _TEXTS},
        remarks=_pairs(root.get("remarks")),
        variants=variants,
        active=index if index is not None and 0 <= index < len(variants) else None,
        history=tuple(Changed(*(_text(item.get(name)) for name in _CHANGED)) for item in _maps(root, "history")),
        came_out=tuple(
            CameOut(
                _word(item, "content"),
                _day(item, "on"),
                _words(item.get("verdicts")),
                _pairs(item.get("outcomes")),
                _words(item.get("duties")),
                _text(item.get("consult")),
                _text(item.get("variant")),
                _text(item.get("at")),
                _text(item.get("facts")),
            )
            for item in _maps(root, "came_out")
        ),
        content=_text(root.get("content")),
    )


def _read_answers(holder: Mapping) -> dict[str, Given]:
    return {
        _word(item, "fact"): Given(_word(item, "answer"), _text(item.get("note")), _text(item.get("at")))
        for item in _maps(holder, "answers")
    }


def _maps(holder: Mapping, name: str) -> list[Mapping]:
    listed = holder.get(name)
    if listed is None:
        return []
    found = [item for item in listed.items if isinstance(item, Mapping)] if isinstance(listed, Sequence) else []
    if not isinstance(listed, Sequence) or len(found) < len(listed.items):
        raise ValueError(listed, Text(f"`{name}` is geen lijst van paren", f"`{name}` is not a list of pairs"))
    return found


def _word(holder: Mapping, name: str) -> str:
    node = holder.get(name)
    if not isinstance(node, Scalar) or not node.text:
        raise ValueError(node or holder, Text(f"`{name}` ontbreekt", f"`{name}` is missing"))
    return node.text


def _day(holder: Mapping, name: str) -> date:
    said = _word(holder, name)
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise ValueError(holder.get(name), Text(f"`{name}` is geen datum", f"`{name}` is not a date")) from None


def _text(node: Yaml | None) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _words(node: Yaml | None) -> tuple[str, ...]:
    return tuple(_text(item) for item in node.items) if isinstance(node, Sequence) else ()


def _pairs(node: Yaml | None) -> dict[str, str]:
    return {key.text: _text(value) for key, value in node.items} if isinstance(node, Mapping) else {}


def _unusable(where: str, said: Text) -> StoreError:
    return StoreError(
        Text(
            f"{where}: {said.nl}; verbeter dat, of zet het bestand ergens anders neer",
            f"{where}: {said.en}; mend that, or move the file away",
        )
    )
