"""Law stands where it belongs: a consult's own in the folder with its name, what consults share at the top.

So a consult can be loaded, and read, without the others.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.content.fault import Fault, dutch
from wizard.content.model import Content, Text
from wizard.content.needs import folder_of, needed, refers_to

NOUNS = {
    "facts": "fact",
    "groups": "group",
    "trees": "tree",
    "duties": "duty",
    "contested": "contested point",
    "risks": "risk",
    "terms": "term",
    "sources": "source",
    "acts": "act",
}


def misplaced(content: Content) -> Iterator[Fault]:
    """A fault for everything that refers into a folder other than its own."""
    for kind in NOUNS:
        for name, item in getattr(content, kind).items():
            own = folder_of(item.place)
            for used, other in dict.fromkeys(refers_to(content, (kind, name))):
                folder = folder_of(getattr(content, used)[other].place)
                if folder not in ("", own):
                    yield _fault(content, used, other, f"{dutch(NOUNS[kind])} `{name}`", f"{NOUNS[kind]} `{name}`")
    for consult in content.consults.values():
        for used, other in sorted(needed(content, consult)):
            if folder_of(getattr(content, used)[other].place) not in ("", consult.id):
                nl, en = f"{dutch('consult')} `{consult.id}`", f"consult `{consult.id}`"
                yield _fault(content, used, other, nl, en)


def _fault(content: Content, kind: str, name: str, by_nl: str, by_en: str) -> Fault:
    place = getattr(content, kind)[name].place
    noun = NOUNS[kind]
    said = Text(
        f"{dutch(noun)} `{name}` staat in de map `{folder_of(place)}` en is nodig voor {by_nl}",
        f"{noun} `{name}` stands in the folder `{folder_of(place)}` and is needed by {by_en}",
    )
    hint = Text(
        "zet het bovenaan, in de map die alle raadplegingen delen", "put it at the top, where all consults share it"
    )
    return Fault("elsewhere", place, said, hint)
