"""Looking up a name in what was read: the one place where "unknown …" is said."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from wizard.content.decode import Decoder
from wizard.content.fault import dutch, nearest, one_of
from wizard.content.model import UNKNOWN, Condition, Dated, Place, Text
from wizard.content.values import CHOICES, WRITE, misfit

DEFINED = {
    "contested point": "contested",
    "duty": "duties",
}
"""Under which key a thing is defined, when that is not its name with an s."""


class References:
    """Looks up names in what a decoder read; adds faults to the decoder's."""

    def __init__(self, read: Decoder) -> None:
        self.read = read

    def _at(self, owner: Place, role: str, word: str) -> Place:
        """Where ``word`` stands in the definition at ``owner``."""
        return self.read.places.get((owner, f"{role} {word}"), owner).place

    def _known(self, name: str, known: Collection[str], what: str, owner: Place, role: str) -> bool:
        if name in known:
            return True
        if name:  # an empty name is a fault already
            place = self._at(owner, role, name)
            said = Text(f"er is geen {dutch(what)} `{name}`", f"unknown {what} `{name}`")
            self.read.fault(f"unknown-{what}".replace(" ", "-"), place, said, nearest(name, known) or _define(what))
        return False

    def _all(self, names: Iterable[str], known: Collection[str], what: str, owner: Place, role: str) -> None:
        for name in names:
            self._known(name, known, what, owner, role)

    def _sources(self, dated: Dated[tuple[str, ...]], owner: Place) -> None:
        for names in values(dated):
            self._all(names, self.read.sources, "source", owner, "`sources`")

    def _value(self, fact_name: str, answer: str, place: Place, *, unknown: bool = False) -> None:
        """Check that a fact that exists can have ``answer``."""
        fact = self.read.facts[fact_name]
        if not answer or (unknown and answer == UNKNOWN):
            return
        if (wrong := misfit(fact, answer)) is not None:
            shown = f"`{fact_name}: {answer[:60]}`"
            said = Text(f"{shown} {wrong.nl}", f"{shown} {wrong.en}")
            self.read.fault("date" if fact.kind != "text" else "value", place, said, WRITE[fact.kind])
        elif fact.kind in CHOICES and answer not in fact.answers:
            self._no_answer(answer, fact_name, fact.answers, place)

    def _no_answer(self, answer: str, fact: str, allowed: Collection[str], place: Place) -> None:
        said = Text(f"`{answer}` is geen antwoord op `{fact}`", f"`{answer}` is not an answer to `{fact}`")
        self.read.fault("unknown-answer", place, said, nearest(answer, allowed) or one_of(allowed))

    def _condition(self, when: Condition, owner: Place) -> None:
        for fact, answers in when.items():
            place = self._at(owner, "`when`", fact)
            if not self._known(fact, self.read.facts, "fact", owner, "`when`"):
                continue
            if self.read.facts[fact].kind not in CHOICES:
                said = Text(
                    f"`{fact}` heeft geen vaste antwoorden: daar kan `when` niet van afhangen",
                    f"`{fact}` has no fixed answers: `when` cannot depend on it",
                )
                hint = Text(
                    "gebruik een knoop `since:` of `before:` in de boom", "use a `since:` or `before:` node in the tree"
                )
                self.read.fault("condition", place, said, hint)
                continue
            for answer in answers:
                self._value(fact, answer, self._at(owner, f"`when` {fact}:", answer))
            if not answers:
                said = Text(f"`when` noemt geen antwoord bij `{fact}`", f"`when` lists no answer for `{fact}`")
                hint = Text("schrijf {feit: [antwoord]}", "write {fact: [answer]}")
                self.read.fault("condition", place, said, hint)

    def _pairs(self, pairs: Mapping[str, str], owner: Place, role: str, *, unknown: bool = False) -> None:
        for fact, answer in pairs.items():
            if self._known(fact, self.read.facts, "fact", owner, role):
                self._value(fact, answer, self._at(owner, role, f"{fact}: {answer}"), unknown=unknown)


def _define(what: str) -> Text:
    if what == "tree":
        return Text(
            "schrijf die in een eigen bestand, of verbeter de naam",
            "write it in a file of its own, or correct the name",
        )
    key = DEFINED.get(what, f"{what}s")
    return Text(f"omschrijf het onder `{key}:`, of verbeter de naam", f"define it under `{key}:`, or correct the name")


def values(dated: Dated) -> list:  # type: ignore[type-arg]
    """The values of a dated thing that hold at some time."""
    return [value for _, value in dated.periods if value is not None]
