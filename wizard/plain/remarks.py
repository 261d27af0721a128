"""The advisor's own remarks, line by line: which there are, and writing one with a part of the report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from wizard.content.fault import printable
from wizard.content.model import Text
from wizard.dossier.session import LONGEST_REMARK, Session
from wizard.plain import remark_words as words
from wizard.report.remarks import NAMES, section_named
from wizard.report.words import paragraphs

CLEAR = "-"
MORE = "+"


class Remarks:
    """The command about remarks; ``commands`` names it. ``show`` writes lines."""

    def __init__(self, session: Session, show: Callable[[Iterable[str]], None]) -> None:
        self.session = session
        self._show = show
        self.commands: dict[str, Callable[[str], None]] = {"remark": self._remark}

    def _say(self, text: Text, /, **values: object) -> None:
        self._show([printable(self.session.say(text, **values))])

    def _remark(self, rest: str) -> None:
        """`opmerking`: all parts; `opmerking 5`: that one; `5 TEKST` writes, `5 + TEKST` adds, `5 -` clears."""
        if not rest:
            self._show(map(printable, self._listed()))
            return
        which, _, typed = rest.partition(" ")
        section = section_named(which)
        if section is None:
            self._say(words.NO_SUCH, n=which[:60], last=len(NAMES))
            return
        name, before = self.session.say(NAMES[section]), self.session.consultation.remarks_here.get(section, "")
        typed = typed.strip()
        if not typed:
            self._show(map(printable, self._one(section, name, before)))
            return
        text = "" if typed == CLEAR else typed
        if typed.startswith(f"{MORE} "):
            text = f"{before}\n{typed[len(MORE) :].strip()}".strip()
        if len(text) > LONGEST_REMARK:
            self._say(words.TOO_LONG, n=LONGEST_REMARK)
            return
        self.session.remark(section, text)
        self._say(words.KEPT if text else words.GONE, section=name)
        if variant := self.session.consultation.variant:
            self._say(words.HOLDS_FOR_ONE, name=variant.name)
        elif text and self.session.consultation.variants:
            self._say(words.HOLDS_FOR_ALL)

    def _listed(self) -> Iterator[str]:
        yield self.session.say(words.LIST)
        for number, (section, name) in enumerate(NAMES.items(), 1):
            said = " / ".join(paragraphs(self.session.consultation.remarks_here.get(section, "")))
            yield f"{number}. {self.session.say(name)}{': ' if said else ''}{said}"

    def _one(self, section: str, name: str, said: str) -> Iterator[str]:
        lines = paragraphs(said)
        of_plan = self.session.consultation.remark_of_plan(section)
        yield self.session.say((words.ON_IN_PLAN if of_plan else words.ON) if lines else words.NONE_ON, section=name)
        yield from lines
