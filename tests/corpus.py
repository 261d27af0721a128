"""A folder of dossiers as advisors would have made them: seeded, varied, real files. Used by tests and benchmarks."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from wizard.content.model import UNKNOWN, Case, Consult, Content
from wizard.content.values import CHOICES
from wizard.dossier.consultation import Consultation, Given
from wizard.dossier.form import dump
from wizard.dossier.holds import came_out
from wizard.dossier.session import Session
from wizard.reasoning.advice import advise
from wizard.reasoning.question import FULL, QUICK, next_question

CLIENTS = (
    *("Jansen Installaties BV", "Stichting Zeehond", "De Vries & Zn.", "Café ’t Hoekje", "Noord-Zuid Lease NV"),
    *("Bakkerij Öztürk", "Zorggroep Maas", "Uitgeverij Lent", "[bold]Vet[/] Media", "# Kop & Co", "Loterij Oranje", ""),
)
MATTERS = ("belactie voorjaar", "nieuwsbrief", "oude klantenlijst", "beursadressen", "folders wijk 4", "")
ADVISORS = ("mr. A. de Boer", "Noor Haddad", "")
FREE_TEXT = "uitgezocht in het handelsregister"


def write_corpus(folder: Path, content: Content, count: int, on: date, seed: int = 1) -> list[Path]:
    """Write ``count`` dossiers with the law of ``on``; one in a hundred through the program's own session."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(seed)
    cases = list(content.cases.values())
    calls = [case for case in cases if "phone" in case.facts.values()]  # much of the law that changes is about calls
    paths = []
    for number in range(count):
        case = chance.choice(calls if chance.random() < 0.25 else cases)
        consult = content.consults[case.consult]
        facts = _answers(content, case, chance, on)
        if number % 100 == 99:
            paths.append(_by_session(folder, content, consult, facts, on, number))
            continue
        said = _consultation(consult, facts, on, chance, number)
        for _ in range(chance.choice((0, 0, 0, 0, 0, 1, 2))):
            name = f"variant {len(said.variants) + 1}"
            said = said.vary(name, _some(content, consult, chance, on, chance.randint(1, 3)))
        said = said.take(None)
        if chance.random() < 0.9:
            said = _seen(content, said)
        if chance.random() < 0.05:
            said = said.remark("verdict", "Zo besproken.")
        path = folder / f"{on}-{consult.id}-{number:06}.yaml"
        path.write_text(dump(said, content.digest), "utf-8")
        paths.append(path)
    return paths


def ways(said: Consultation) -> list[int | None]:
    """The plan and the variants that hold an advice."""
    return [way for way in (None, *range(len(said.variants))) if said.facts_in(way)]


def _consultation(
    consult: Consult, facts: dict[str, str], on: date, chance: random.Random, number: int
) -> Consultation:
    at = datetime.combine(on - timedelta(days=chance.randint(0, 400)), datetime.min.time()).isoformat()
    notes = ("", "", "", "zegt de cliënt zelf", "{{ 7 * 7 }} **nagaan**")
    return Consultation(
        consult.id,
        on,
        {fact: Given(answer, chance.choice(notes), at) for fact, answer in facts.items()},
        client=chance.choice(CLIENTS),
        matter=f"{matter} {number}" if (matter := chance.choice(MATTERS)) else "",
        advisor=chance.choice(ADVISORS),
        created=at,
    )


def _seen(content: Content, said: Consultation) -> Consultation:
    """As after the user looked at every advice of it."""
    seen = []
    for way in ways(said):
        in_hand = said.take(way)
        advice = advise(content, content.consults[said.consult], in_hand.facts, said.on, explore=False)
        seen.append(came_out(content, in_hand, advice, f"{said.on}T16:30:00"))
    return replace(said, came_out=tuple(seen))


def _by_session(folder: Path, content: Content, consult: Consult, facts: dict[str, str], on: date, number: int) -> Path:
    """The same by what the app and plain mode use."""
    session = Session(content, "nl", on, folder)
    noon = datetime.combine(on, datetime.min.time()) + timedelta(hours=12)  # so named as no other is
    session.now = lambda: noon + timedelta(seconds=number)
    session.start(consult.id)
    for fact, answer in facts.items():
        session.answer({fact: answer})
    session.about("Sessie BV", f"zaak {number}", "Noor Haddad")
    session.conclude()
    path = session.keeper.path
    session.park()
    assert path is not None
    return path


def _answers(content: Content, case: Case, chance: random.Random, on: date) -> dict[str, str]:
    """The facts of a case with a few others; or answers to what is asked, as far as the advisor got; or any at all."""
    consult, kind = content.consults[case.consult], chance.random()
    if kind < 0.75:
        return dict(case.facts) | _some(content, consult, chance, on, chance.choice((0, 0, 1, 1, 2, 3)))
    if kind > 0.95:
        return _some(content, consult, chance, on, chance.randint(2, 14))
    facts: dict[str, str] = {}
    depth = chance.choice((QUICK, FULL))
    for _ in range(chance.choice((3, 6, 10, 40))):
        question = next_question(content, consult, facts, on, depth)
        if question is None:
            break
        facts |= {fact: _answer(content, fact, chance, on) for fact in question.facts}
    return facts


def _some(content: Content, consult: Consult, chance: random.Random, on: date, count: int) -> dict[str, str]:
    """Random answers to random questions of a consult."""
    names = _facts(content, consult)
    picked = chance.sample(names, min(count, len(names)))
    return {name: _answer(content, name, chance, on) for name in picked}


def _facts(content: Content, consult: Consult) -> list[str]:
    """The facts that the cases of a consult speak of."""
    found = (fact for case in content.cases.values() if case.consult == consult.id for fact in case.facts)
    return sorted(set(found))


def _answer(content: Content, name: str, chance: random.Random, on: date) -> str:
    fact = content.facts[name]
    if chance.random() < 0.05:
        return UNKNOWN
    if fact.kind in CHOICES:
        return chance.choice(list(fact.answers))
    day = on - timedelta(days=chance.choice((0, 30, 400, 3 * 365, 1095, 1096, 5000)))
    if fact.kind == "date":
        return day.isoformat()
    return f"{day.isoformat()}T09:15" if fact.kind == "datetime" else FREE_TEXT
