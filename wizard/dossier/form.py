"""A dossier as text: plain YAML that people can read, with a number for its format."""

from __future__ import annotations

from collections.abc import Mapping as Pairs
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from wizard.content.fault import one_of
from wizard.content.model import Text
from wizard.content.reader import MAX_BYTES, Mapping, Scalar, Sequence, Yaml, bytes_in, printable_lines, read
from wizard.dossier.consultation import CameOut, Changed, Consultation, Given, Variant
from wizard.dossier.store import StoreError, why
from wizard.reasoning.question import FULL, QUICK

FORMAT = 2
LONGEST_SHOWN = 40
"""Characters of a wrong value that are shown."""
MOST_READ = 2 * MAX_BYTES
"""Bytes. More than the keeper lets a dossier grow to: the copy made when the last answer was one too many is read."""
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # the same text, ten times sooner
_TAGS = {kind: f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map")}
_TEXTS = ("client", "matter", "advisor", "created")
_SEEN = ("at", "again", "gone")
_CHANGED = ("at", "fact", "before", "after", "variant", "note", "what")


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
    text: str = yaml.serialize(_node(data), Dumper=_DUMPER, allow_unicode=True, width=1000)
    return text


def _node(data: Any) -> yaml.Node:
    """The YAML for ``data``, without characters that the strict reader refuses: whatever we write, we can read.

    Made here because there are only texts, lists and pairs in it: PyYAML would look for much more, at every answer.
    """
    if isinstance(data, str):
        return yaml.ScalarNode(_TAGS["str"], data if data.isprintable() else printable_lines(data), style='"')
    if isinstance(data, dict):
        pairs = [(_node(key), _node(value)) for key, value in data.items()]
        return yaml.MappingNode(_TAGS["map"], pairs, flow_style=False)
    return yaml.SequenceNode(_TAGS["seq"], [_node(item) for item in data], flow_style=False)


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
        **{name: value for name in _SEEN if (value := getattr(found, name))},
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
        data = bytes_in(path, MOST_READ)
    except OSError as error:
        cause = why(error, reading=True)
        text = Text(f"{path}: kan niet worden gelezen: {cause.nl}", f"{path}: cannot be read: {cause.en}")
        raise StoreError(text, cause) from error
    root, faults = read(data, path.name, MOST_READ)
    if faults:
        raise _unusable(path, faults[0].message, faults[0].place.line)
    if not isinstance(root, Mapping):
        raise _unusable(path, Text("geen dossier", "no dossier"))
    number = _format(path, root)
    try:
        return _consultation(root), number
    except ValueError as error:
        where, said = error.args
        raise _unusable(path, said, where.place.line) from error


def _format(path: Path, root: Mapping) -> int:
    """The number of the format. Raises ``StoreError`` when it is none of ours."""
    number = _text(root.get("format"))
    if not number.isascii() or not number.isdecimal() or number.startswith("0"):
        raise _unusable(path, Text("`format` ontbreekt of klopt niet", "`format` is missing or wrong"))
    if len(number) > 9 or int(number) > FORMAT:
        newer = Text(
            "door een nieuwere versie van magdat geschreven; werk magdat bij",
            "written by a newer version of magdat; update magdat",
        )
        raise StoreError(Text(f"{path}: {newer.nl}", f"{path}: {newer.en}"), newer)
    return int(number)


def returns_whole(path: Path, found: Consultation) -> bool:
    """Whether ``found``, as it was read from ``path``, is written to the letter as the file stands.

    If not, someone edited it: writing it anew would lose a comment, a line that we do not know, or the like.
    """
    with suppress(OSError):
        return path.read_bytes() == dump(found, found.content).encode("utf-8", "replace")
    return False


def _consultation(root: Mapping) -> Consultation:
    listed = _maps(root, "variants")
    _require_once(listed, "name", Text("twee varianten heten “{what}”", "two variants are called “{what}”"))
    variants = tuple(
        Variant(_text(item.get("name")), _read_answers(item), _pairs(item.get("remarks"))) for item in listed
    )
    active = _text(root.get("active"))
    index = int(active) - 1 if active.isascii() and active.isdecimal() and len(active) < 10 else None
    return Consultation(
        consult=_word(root, "consult"),
        on=_day(root, "on"),
        shared=_read_answers(root),
        depth=_one_of(root, "depth", (QUICK, FULL)),
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
                _text(item.get("again")),
                _text(item.get("gone")),
            )
            for item in _maps(root, "came_out")
        ),
        content=_text(root.get("content")),
    )


def _read_answers(holder: Mapping) -> dict[str, Given]:
    listed = _maps(holder, "answers")
    _require_once(listed, "fact", Text("`{what}` is twee keer beantwoord", "`{what}` is answered twice"))
    return {
        _word(item, "fact"): Given(_word(item, "answer"), _text(item.get("note")), _text(item.get("at")))
        for item in listed
    }


def _require_once(listed: list[Mapping], name: str, said: Text) -> None:
    """Raise ``ValueError`` when two of ``listed`` have the same ``name``; one of them would be lost without a word."""
    first: dict[str, Yaml] = {}
    for item in listed:
        node = item.get(name)
        what = _text(node).casefold()
        if node is None or first.setdefault(what, node) is node:
            continue
        lines = first[what].place.line, node.place.line
        nl, en = (one.format(what=_text(node)) for one in (said.nl, said.en))
        raise ValueError(
            node,
            Text(
                f"{nl}, in regel {lines[0]} en {lines[1]}; laat er een staan",
                f"{en}, on lines {lines[0]} and {lines[1]}; keep one",
            ),
        )


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


def _one_of(holder: Mapping, name: str, allowed: tuple[str, ...]) -> str:
    node = holder.get(name)
    said = _text(node)
    if said in allowed:
        return said
    hint = one_of(allowed)
    nl = f"`{name}` is “{_cut(said)}”" if said else f"`{name}` ontbreekt"
    en = f"`{name}` is “{_cut(said)}”" if said else f"`{name}` is missing"
    raise ValueError(node or holder, Text(f"{nl}; {hint.nl}", f"{en}; {hint.en}"))


def _day(holder: Mapping, name: str) -> date:
    said = _word(holder, name)
    try:
        return date.fromisoformat(said)
    except ValueError:
        nl = f"`{name}` is geen datum: “{_cut(said)}”; schrijf een dag als 2026-07-01"
        en = f"`{name}` is not a date: “{_cut(said)}”; write a day as 2026-07-01"
        raise ValueError(holder.get(name), Text(nl, en)) from None


def _cut(said: str) -> str:
    return said if len(said) <= LONGEST_SHOWN else said[:LONGEST_SHOWN] + "…"


def _text(node: Yaml | None) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _words(node: Yaml | None) -> tuple[str, ...]:
    return tuple(_text(item) for item in node.items) if isinstance(node, Sequence) else ()


def _pairs(node: Yaml | None) -> dict[str, str]:
    return {key.text: _text(value) for key, value in node.items} if isinstance(node, Mapping) else {}


def _unusable(path: Path, said: Text, line: int = 0) -> StoreError:
    nl = f"{said.nl}; verbeter dat, of zet het bestand ergens anders neer"
    en = f"{said.en}; mend that, or move the file away"
    where = f"{path}:{line}" if line else f"{path}"
    cause = Text(f"regel {line}: {nl}", f"line {line}: {en}") if line else Text(nl, en)
    return StoreError(Text(f"{where}: {nl}", f"{where}: {en}"), cause)
