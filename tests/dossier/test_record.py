"""The record of the advice that was given only grows: looking again, on another day, undo, a variant that goes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli_tools import GOOD
from tests.dossiers import restore
from wizard.content.load import load
from wizard.content.model import Content
from wizard.dossier.consultation import CameOut, Consultation
from wizard.dossier.form import dump
from wizard.dossier.holds import CHANGED, NEVER, Standing, last_seen, standing, ways
from wizard.dossier.record import MOST_SEEN, in_order, with_advice
from wizard.dossier.session import Session
from wizard.reasoning.advice import advise

CONTENT = load(GOOD)
THEN, MIDDLE, TODAY, AHEAD = date(2012, 6, 1), date(2015, 1, 1), date(2026, 11, 22), date(2031, 1, 1)
ANSWERS = dict.fromkeys(("keyholder", "brakes_work", "lights_work", "tyres_hard"), "yes") | {
    "purpose": "errand",
    "borrower": "employee",
}


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A session whose clock goes on by a minute every time it is read."""
    found = Session(CONTENT, "nl", THEN, tmp_path)
    clock = iter(datetime(2026, 11, 22, 9, 0) + timedelta(minutes=n) for n in range(10_000))
    found.now = lambda: next(clock)
    found.start("bicycle")
    found.answer(ANSWERS)
    return found


def look(session: Session, on: date | None = None) -> CameOut:
    """Look at the advice, under the law of another day; what the record says of it."""
    if on is not None:
        session.set_date(on)
    session.conclude()
    found = last_seen(session.consultation)
    assert found is not None
    return found


def record(session: Session) -> list[tuple[date, str, tuple[str, ...]]]:
    kept = session.keeper.path
    assert kept is not None
    found = restore(kept)
    assert found == session.consultation
    return [(came.on, came.variant, came.verdicts) for came in found.came_out]


def stands(said: Consultation, day: date = TODAY, content: Content = CONTENT, variant: str = "") -> Standing:
    """How one way stands on a day."""
    (way,) = (one for one in ways(said) if one.variant == variant)
    consult = content.consults[way.consult]
    now = advise(content, consult, said.facts_in(way.index), max(day, said.on), explore=False)
    return standing(content, consult, said, said, way, now)


# ---------------------------------------------------------------- what is kept


def test_looking_at_another_day_adds_to_the_record(session: Session) -> None:
    look(session, THEN)
    look(session, TODAY)
    assert record(session) == [(THEN, "", ("allowed",)), (TODAY, "", ("conditional", "assess", "forbidden"))]


def test_looking_at_another_day_and_back_keeps_the_first_record_first(session: Session) -> None:
    first = look(session, THEN)
    look(session, AHEAD)
    back = look(session, THEN)
    assert [on for on, _, _ in record(session)] == [THEN, AHEAD]
    assert back.at == first.at, "when it was first seen stays"
    assert back == replace(first, again=back.again)
    assert back.again > session.consultation.came_out[1].at
    assert look(session) == back, "looking once more adds nothing"


def test_looking_at_the_same_again_does_not_touch_the_file(session: Session) -> None:
    look(session)
    path = session.keeper.path
    assert path is not None
    before = path.stat().st_mtime_ns
    look(session)
    assert path.stat().st_mtime_ns == before


def test_other_answers_and_other_content_are_other_advices(session: Session) -> None:
    look(session)
    session.answer({"keyholder": "no"})
    look(session)
    session.content = replace(CONTENT, digest="f" * 64)
    look(session)
    assert [verdicts for _, _, verdicts in record(session)] == [("allowed",), ("forbidden",), ("forbidden",)]


def test_the_record_of_a_variant_that_is_dropped_stays_and_comes_back_with_undo(session: Session) -> None:
    look(session)
    session.vary("Zonder", {"keyholder": "no"})
    look(session)
    session.drop(0)
    gone = session.consultation.came_out[1]
    assert (gone.variant, gone.verdicts, gone.gone > gone.at) == ("Zonder", ("forbidden",), True)
    assert [way.variant for way in ways(session.consultation)] == [""]
    assert len(record(session)) == 2
    session.undo()
    assert [came.gone for came in session.consultation.came_out] == ["", ""]
    session.redo()
    session.vary("Zonder", {"keyholder": "unknown"})
    assert last_seen(session.consultation) is None, "another variant by the same name has a record of its own"
    look(session)
    assert [variant for _, variant, _ in record(session)] == ["", "Zonder", "Zonder"]
    assert stands(session.consultation, THEN, variant="Zonder").came == session.consultation.came_out[2]


def test_undoing_another_name_takes_the_record_along(session: Session) -> None:
    session.vary("een", {"keyholder": "no"})
    session.rename(0, "twee")
    look(session)
    session.undo()
    assert record(session) == [(THEN, "een", ("forbidden",))]
    assert last_seen(session.consultation) is not None


def test_what_was_seen_stays_through_undo_of_the_day_and_of_answers(session: Session) -> None:
    look(session, THEN)
    look(session, TODAY)
    session.answer({"keyholder": "no"})
    look(session)
    for _ in range(3):
        session.undo()
    assert len(record(session)) == 3
    assert session.consultation.on == THEN


def test_the_record_is_bounded_and_keeps_what_was_first_and_last_said() -> None:
    came = CameOut("0" * 64, THEN, ("allowed",), {}, (), "bicycle")
    said = replace(Consultation("bicycle", THEN), came_out=(replace(came, variant="a"),))
    for n in range(MOST_SEEN + 20):
        said = with_advice(said, replace(came, at=f"2026-11-22T{n:06}", facts=f"{n}"))
    assert len(said.came_out) == MOST_SEEN
    assert said.came_out[0].variant == "a"
    assert [one.facts for one in said.came_out[1:3]] == ["0", "22"]
    assert said.came_out[-1].facts == f"{MOST_SEEN + 19}"
    few = tuple(replace(came, variant=f"{n}", facts=f"{m}") for n in range(100) for m in range(3))
    assert len(with_advice(replace(said, came_out=few), came).came_out) == 301, "no way loses its first or last"


def test_a_record_as_large_as_it_gets_can_be_written(tmp_path: Path) -> None:
    """Of the largest consult there is, with every duty: far below what a dossier may hold."""
    content = load()
    consult = max(content.consults.values(), key=lambda one: len(one.parts))
    outcomes = {part.tree: max(content.trees[part.tree].outcomes, key=len) for part in consult.parts}
    came = CameOut("0" * 64, THEN, ("allowed",) * 5, outcomes, tuple(content.duties), consult.id, "x" * 48, "x" * 19)
    said = Consultation(consult.id, THEN)
    one = len(dump(replace(said, came_out=(came,)), "0" * 64)) - len(dump(said, "0" * 64))
    assert one * MOST_SEEN < 2_000_000


# ---------------------------------------------------------------- with what an advice is compared


def test_what_was_never_seen_has_nothing_to_be_compared_with(session: Session) -> None:
    assert stands(session.consultation) == Standing(None, NEVER, THEN)


def test_an_advice_that_turned_is_outdated_until_what_comes_out_now_is_seen(session: Session) -> None:
    first = look(session, THEN)
    assert stands(session.consultation, THEN) == Standing(first, "", THEN)
    assert stands(session.consultation) == Standing(first, "", THEN)
    session.set_date(TODAY)
    assert stands(session.consultation) == Standing(first, "", THEN), "another reference date alone acquits nothing"
    now = look(session)
    found = stands(session.consultation)
    assert found == Standing(first, "", THEN, now)
    assert found.seen_again == now.at
    back = look(session, THEN)
    assert stands(session.consultation) == Standing(back, "", THEN), "the old advice was looked at last"


def test_a_variant_that_was_not_looked_at_since_stays_outdated(session: Session) -> None:
    look(session, THEN)
    session.vary("Weekend", {"purpose": "trip"})
    session.vary("Zelfde")
    seen = look(session)
    session.take(None)
    look(session, TODAY)
    assert stands(session.consultation).again is not None
    assert stands(session.consultation, variant="Zelfde") == Standing(seen, "", THEN)


def test_a_look_at_a_day_to_come_is_no_advice_that_turned(session: Session) -> None:
    now = look(session, TODAY)
    look(session, AHEAD)
    session.set_date(TODAY)
    assert stands(session.consultation) == Standing(now, "", TODAY)


def test_a_look_back_at_older_law_is_no_advice_that_turned(session: Session) -> None:
    look(session, TODAY)
    past = look(session, THEN)
    assert stands(session.consultation) == Standing(past, "", THEN), "as long as the dossier is about that day"
    now = look(session, TODAY)
    assert stands(session.consultation) == Standing(now, "", TODAY)


def test_only_a_look_at_a_day_to_come_is_nothing_to_compare_with(session: Session) -> None:
    later = look(session, AHEAD)
    session.set_date(TODAY)
    assert stands(session.consultation) == Standing(later, CHANGED, TODAY)


def test_answers_changed_since_are_compared_with_what_was_seen_of_those(session: Session) -> None:
    first = look(session, THEN)
    session.answer({"keyholder": "no"})
    assert stands(session.consultation, THEN) == Standing(first, CHANGED, THEN)
    look(session)
    session.undo()
    assert stands(session.consultation, THEN) == Standing(first, "", THEN)


def test_a_mistake_in_the_trees_that_was_mended_and_seen(session: Session) -> None:
    tree = CONTENT.trees["bicycle"]
    wrong = {**tree.outcomes, "FREE": tree.outcomes["NO_KEY"]}
    session.content = replace(
        CONTENT, trees={**CONTENT.trees, "bicycle": tree._replace(outcomes=wrong)}, digest="e" * 64
    )
    first = look(session, THEN)
    session.content = CONTENT
    session._forget()
    assert stands(session.consultation, THEN) == Standing(first, "", THEN)
    mended = look(session)
    assert stands(session.consultation, THEN) == Standing(first, "", THEN, mended)


def test_a_record_from_before_the_law_that_the_content_knows_is_still_compared(session: Session) -> None:
    early = replace(look(session), on=date(1990, 1, 1), content="0" * 64)
    said = replace(session.consultation, came_out=(early,))
    assert stands(said, THEN) == Standing(early, "", CONTENT.law_from)


def test_the_order_is_that_of_looking() -> None:
    one, two, three = (replace(BARE, at=at) for at in ("2026-11-22T10:00:00", "2026-11-22T11:00:00", ""))
    assert in_order((one, two, three)) == (three, one, two)
    again = replace(one, again=two.at)
    assert in_order((again, two)) == (two, again)


BARE = CameOut("0" * 64, THEN, ("allowed",), {}, (), "bicycle")


# ---------------------------------------------------------------- the history


@pytest.mark.parametrize(
    ("do", "what"),
    [
        (lambda session: session.set_date(TODAY), ("", "2012-06-01", "2026-11-22", "", "on")),
        (lambda session: session.drop(0), ("", "een", "", "een", "variant")),
        (lambda session: session.rename(0, "twee"), ("", "een", "twee", "twee", "variant")),
        (lambda session: session.note("purpose", "b"), ("purpose", "a", "b", "", "note")),
        (lambda session: session.note("purpose", ""), ("purpose", "a", "", "", "note")),
    ],
)
def test_a_day_a_variant_and_a_note_are_in_the_history(
    session: Session, do: Callable[[Session], None], what: tuple[str, ...]
) -> None:
    session.note("purpose", "a")
    session.vary("een", {"keyholder": "no"})
    session.take(None)
    assert session.consultation.history == ()
    do(session)
    (found,) = session.consultation.history
    assert (found.fact, found.before, found.after, found.variant, found.what) == what
    session.undo()
    back = session.consultation.history[1:]
    if found.what == "variant" or found.after:
        assert [(one.before, one.after) for one in back] == [(found.after, found.before)]
    else:
        assert back == (), "a note that comes back is new"
    path = session.keeper.path
    assert path is not None
    assert restore(path) == session.consultation


def test_a_note_that_goes_with_its_unknown_is_told_once(session: Session) -> None:
    session.answer({"keyholder": "unknown"})
    session.note("keyholder", "Noor belt")
    known = len(session.consultation.history)
    session.answer({"keyholder": "yes"})
    (found,) = session.consultation.history[known:]
    assert (found.note, found.what) == ("Noor belt", "")


def test_a_note_on_an_answer_that_undo_takes_away_is_told(session: Session) -> None:
    session.note("last_check", "Noor zoekt het op")
    session.undo()
    assert [(one.what, one.before, one.after) for one in session.consultation.history] == [
        ("", "unknown", ""),
        ("note", "Noor zoekt het op", ""),
    ]
