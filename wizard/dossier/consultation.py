"""One consultation: the answers given, in the order they were given, with their notes; whom and what it is for.

Every way in (app, plain, file) keeps its answers here. What follows from them is always worked out anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from wizard.content.model import UNKNOWN, Consult, Content, Lead
from wizard.reasoning.advice import Advice, advise
from wizard.reasoning.question import FULL, QUICK, Question, next_question
from wizard.reasoning.record import next_record
from wizard.reasoning.situation import FactError


class Given(NamedTuple):
    """An answer as it was given. ``note`` is free text of the user; for an ``unknown`` it says who will find out.

    ``at`` is when it was given, local time as `2026-11-22T14:30:05`; "" when that is not known.
    """

    answer: str
    note: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """Another way to go about it: the answers, and the remarks, that differ from those of the whole consultation.

    A remark "" says that the one of the whole consultation is not for this variant.
    """

    name: str
    answers: Mapping[str, Given] = field(default_factory=dict)
    remarks: Mapping[str, str] = field(default_factory=dict)


class Changed(NamedTuple):
    """What was changed: when, from what to what. ``what``: "" for an answer, or else one of ``history.WHATS``.

    "" before or after stands for none. ``note`` is the one that went with an answer.
    """

    at: str
    fact: str
    before: str
    after: str
    variant: str = ""
    note: str = ""
    what: str = ""


@dataclass(frozen=True, slots=True)
class CameOut:
    """What an advice came to that the user saw: under which content and law, which verdicts and outcomes.

    ``at``: when he first saw it; ``facts``: the print of the answers (`facts_print`); "" where that was not kept.
    ``again``: when he last came back to it from another. ``gone``: when the variant it is about was let go.
    """

    content: str
    on: date
    verdicts: tuple[str, ...]
    outcomes: Mapping[str, str]
    duties: tuple[str, ...]
    consult: str = ""
    variant: str = ""
    at: str = ""
    facts: str = ""
    again: str = ""
    gone: str = ""

    def is_of(self, variant: str) -> bool:
        """Whether it is about the variant of that name ("" for the plan) that is there now."""
        return self.variant == variant and not self.gone


def facts_print(facts: Mapping[str, str]) -> str:
    """A short print of answers: two are alike only when the answers are."""
    said = "\n".join(f"{fact}={answer}" for fact, answer in sorted(facts.items()))
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Consultation:
    """The state of one consultation. Immutable: every change gives a new one, so undo is keeping the old one.

    ``shared`` holds the answers; those of the variant in hand (``active``, its place in ``variants``) lie over them.
    ``trail`` names the consults that led to this one, first to last; they share its answers. ``content`` is the hash
    of the content it was last written with, as read from disk.
    """

    consult: str
    on: date
    shared: Mapping[str, Given] = field(default_factory=dict)
    depth: str = QUICK
    trail: tuple[str, ...] = ()
    client: str = ""
    matter: str = ""
    advisor: str = ""
    created: str = ""
    remarks: Mapping[str, str] = field(default_factory=dict)
    variants: tuple[Variant, ...] = ()
    active: int | None = None
    history: tuple[Changed, ...] = ()
    came_out: tuple[CameOut, ...] = ()
    content: str = field(default="", compare=False)

    # ---------------------------------------------------------------- answers

    @property
    def variant(self) -> Variant | None:
        """The variant in hand; ``None`` when that is the plan as answered."""
        return None if self.active is None else self.variants[self.active]

    @property
    def answers(self) -> Mapping[str, Given]:
        """The answers that count: the shared ones, with those of the variant in hand in their place."""
        return self.answers_in(self.active)

    def answers_in(self, index: int | None) -> Mapping[str, Given]:
        """The answers of one variant, or (``None``) of the plan as answered."""
        return self.shared if index is None else {**self.shared, **self.variants[index].answers}

    @property
    def empty(self) -> bool:
        """Whether nothing was filled in yet."""
        return not (self.shared or self.variants or self.client or self.matter)

    @property
    def facts(self) -> dict[str, str]:
        """The answers as facts to reason over."""
        return self.facts_in(self.active)

    def facts_in(self, index: int | None) -> dict[str, str]:
        """The answers of one variant, or (``None``) of the plan as answered, as facts."""
        return {fact: given.answer for fact, given in self.answers_in(index).items()}

    def answer(self, fact: str, answer: str, at: str = "") -> Consultation:
        """With ``fact`` answered, or its answer changed in place; later answers are kept.

        A note goes with the answer it was written on: what another answer would get to say is nobody's word.
        """
        before, shared = self.answers.get(fact), self.shared.get(fact)
        if before is not None and before.answer == answer:
            return self
        same = shared is not None and shared.answer == answer
        note = shared.note if shared is not None and same else ""  # a variant says what the plan says again
        return self._given(fact, Given(answer, note, at))

    def note(self, fact: str, note: str, at: str = "") -> Consultation:
        """With a note on the answer to ``fact``; a fact without an answer becomes ``unknown``."""
        before = self.answers.get(fact) or Given(UNKNOWN, at=at)
        return self._given(fact, before._replace(note=note))

    def _given(self, fact: str, given: Given) -> Consultation:
        """In a variant only what differs is kept there; a fact the plan does not have belongs to the variant alone."""
        if self.active is None:
            return replace(self, shared={**self.shared, fact: given})
        own = dict(self.variants[self.active].answers)
        shared = self.shared.get(fact)
        if shared is not None and (shared.answer, shared.note) == (given.answer, given.note):
            own.pop(fact, None)
        else:
            own[fact] = given
        return self._with(self.active, replace(self.variants[self.active], answers=own))

    def without(self, *facts: str) -> Consultation:
        """With the answers to ``facts`` taken back, everywhere."""

        def kept(answers: Mapping[str, Given]) -> dict[str, Given]:
            return {name: given for name, given in answers.items() if name not in facts}

        variants = tuple(replace(variant, answers=kept(variant.answers)) for variant in self.variants)
        return replace(self, shared=kept(self.shared), variants=variants)

    # ---------------------------------------------------------------- variants

    def vary(self, name: str, changes: Mapping[str, str], at: str = "") -> Consultation:
        """With another variant: what is in hand now, with ``changes``. It is in hand from then on."""
        own = dict(self.variant.answers) if self.variant else {}
        found = replace(self, variants=(*self.variants, Variant(name, own)), active=len(self.variants))
        for fact, answer in changes.items():
            found = found.answer(fact, answer, at)
        return found

    def take(self, index: int | None) -> Consultation:
        """With another variant in hand, or (``None``) the plan as answered."""
        return replace(self, active=index, depth=QUICK if index != self.active else self.depth)

    def rename(self, index: int, name: str) -> Consultation:
        """With another name for a variant; what it came to goes by that name too."""
        old = self.variants[index].name
        came_out = tuple(replace(came, variant=name) if came.is_of(old) else came for came in self.came_out)
        return replace(self._with(index, replace(self.variants[index], name=name)), came_out=came_out)

    def drop(self, index: int) -> Consultation:
        """Without a variant; the record keeps what it came to. The plan as answered is in hand if the variant was."""
        left = tuple(variant for n, variant in enumerate(self.variants) if n != index)
        active = self.active
        if active is not None:
            active = None if active == index else active - (active > index)
        return replace(self, variants=left, active=active)

    def _with(self, index: int, variant: Variant) -> Consultation:
        variants = (*self.variants[:index], variant, *self.variants[index + 1 :])
        return replace(self, variants=variants)

    # ---------------------------------------------------------------- the rest

    def at(self, on: date) -> Consultation:
        """The same answers under the law of another day."""
        return replace(self, on=on)

    def deepened(self) -> Consultation:
        """The same answers, asking on until the file is complete."""
        return replace(self, depth=FULL)

    def about(self, client: str, matter: str, advisor: str) -> Consultation:
        """With whom and what it is for, and whose advice it is."""
        return replace(self, client=client, matter=matter, advisor=advisor)

    @property
    def remarks_here(self) -> Mapping[str, str]:
        """The advisor's own words that count: those of the plan, with those of the variant in hand in their place."""
        own = self.variant.remarks if self.variant else {}
        return {section: text for section, text in {**self.remarks, **own}.items() if text}

    def remark_of_plan(self, section: str) -> bool:
        """Whether the remark that the variant in hand has on ``section`` is that of the plan."""
        return self.variant is not None and section in self.remarks and section not in self.variant.remarks

    def remark(self, section: str, text: str) -> Consultation:
        """With the advisor's own words on a section of the report; "" takes them away.

        Written with a variant in hand they are of that variant alone; those of the plan hold for every variant
        that has no other.
        """
        if self.active is None:
            return replace(self, remarks=_remarked(self.remarks, section, text, ""))
        variant = self.variants[self.active]
        own = _remarked(variant.remarks, section, text, self.remarks.get(section, ""))
        return self._with(self.active, replace(variant, remarks=own))

    def remark_only(self, other: Consultation) -> bool:
        """Whether this differs from ``other`` in nothing but remarks."""
        return self._bare() == other._bare()

    def _bare(self) -> Consultation:
        variants = tuple(replace(variant, remarks={}) for variant in self.variants)
        return replace(self, remarks={}, variants=variants)

    def follow(self, lead: Lead) -> Consultation:
        """Go on with the consult that ``lead`` names: the answers are carried along, what follows is filled in."""
        follows = {fact: Given(answer) for fact, answer in lead.with_.items() if fact not in self.answers}
        return replace(
            self,
            consult=lead.to,
            shared={**self.shared, **follows},
            depth=QUICK,
            trail=(*(name for name in self.trail if name != lead.to), self.consult),
        )

    def definition(self, content: Content) -> Consult:
        """The consult this is about. Raises ``FactError`` when the content has no such consult."""
        found = content.consults.get(self.consult)
        if found is None:
            raise FactError(f"unknown consult `{self.consult}`; choose from: {', '.join(content.consults)}")
        return found

    def question(self, content: Content) -> Question | None:
        """What to ask now; ``None`` when this depth is complete."""
        return self._next(content, self.depth)

    def more(self, content: Content) -> bool:
        """Whether asking on would complete the file."""
        return self._next(content, FULL) is not None

    def _next(self, content: Content, depth: str) -> Question | None:
        consult = self.definition(content)
        asked = next_question(content, consult, self.facts, self.on, depth)
        return asked or next_record(content, consult, self.facts, self.on, depth)

    def advice(self, content: Content, *, explore: bool = True) -> Advice:
        """The advice on the answers so far."""
        return advise(content, self.definition(content), self.facts, self.on, explore=explore)


def _remarked(remarks: Mapping[str, str], section: str, text: str, usual: str) -> Mapping[str, str]:
    """``remarks`` with ``text`` on ``section``, which need not be said where it is the ``usual`` one."""
    left = {name: said for name, said in remarks.items() if name != section}
    return left if text == usual else {**left, section: text}
