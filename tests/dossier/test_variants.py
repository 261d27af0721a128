"""Variants in a consultation: what lies over what, names, history, undo, and the plan and variants side by side."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wizard.content.load import load
from wizard.content.model import UNKNOWN
from wizard.dossier.consultation import CameOut, Consultation, Given
from wizard.dossier.form import load_dossier
from wizard.dossier.history import with_history
from wizard.dossier.session import Session
from wizard.dossier.side_by_side import other_than_plan, side_by_side
from wizard.dossier.variants import LONGEST_NAME, MOST_VARIANTS, free_name, tidy_name, wrong_name
from wizard.reasoning.question import FULL
from wizard.report.markdown import render

CONTENT = load(Path(__file__).parents[1] / "trees" / "good")
NOW = date(2026, 11, 22)
PLAN = Consultation(
    "bicycle", NOW, {"purpose": Given("errand"), "borrower": Given("employee"), "keyholder": Given("no", "asked")}
)
FINE = {"last_check": "2026-06-01", "bought": "2020-01-01", "brakes_work": "yes", "lights_work": "yes"}


@pytest.fixture
def session(tmp_path: Path) -> Session:
    session = Session(CONTENT, "nl", NOW, tmp_path)
    session.now = lambda: datetime(2026, 11, 22, 12, 0)
    session.start("bicycle")
    session.answer(PLAN.facts)
    return session


# ---------------------------------------------------------------- answers that lie over the shared ones


def test_a_variant_holds_only_what_differs_and_the_plan_stays_as_it_is() -> None:
    said = PLAN.vary("key", {"keyholder": "yes"}).answer("last_check", "2026-06-01")
    assert said.facts == {**PLAN.facts, "keyholder": "yes", "last_check": "2026-06-01"}
    assert list(said.variants[0].answers) == ["keyholder", "last_check"]
    assert said.take(None).facts == PLAN.facts
    again = said.answer("keyholder", "no").note("keyholder", "asked")
    assert list(again.variants[0].answers) == ["last_check"], "the same as in the plan: not its own any more"


def test_changing_the_plan_changes_every_variant_that_does_not_say_otherwise() -> None:
    said = PLAN.vary("key", {"keyholder": "yes"}).take(None).answer("borrower", "intern")
    assert said.facts_in(0) == {"purpose": "errand", "borrower": "intern", "keyholder": "yes"}


def test_a_change_to_what_the_plan_says_already_is_no_difference() -> None:
    said = PLAN.vary("same", {"keyholder": "no", "borrower": "intern"})
    assert list(said.variants[0].answers) == ["borrower"]
    back = said.vary("as planned", {"borrower": "employee"})
    assert back.facts == PLAN.facts


def test_a_variant_of_a_variant_starts_from_what_is_in_hand() -> None:
    said = PLAN.vary("key", {"keyholder": "yes"}).vary("intern with key", {"borrower": "intern"})
    assert said.facts == {"purpose": "errand", "borrower": "intern", "keyholder": "yes"}
    assert said.facts_in(0)["borrower"] == "employee"


@pytest.mark.parametrize(("active", "dropped", "then"), [(2, 0, 1), (0, 2, 0), (1, 1, None), (None, 1, None)])
def test_dropping_a_variant_leaves_in_hand_what_was(active: int | None, dropped: int, then: int | None) -> None:
    said = PLAN.vary("a", {}).vary("b", {}).vary("c", {}).take(active).drop(dropped)
    assert said.active == then
    assert [variant.name for variant in said.variants] == [name for n, name in enumerate("abc") if n != dropped]


def test_what_a_variant_came_to_goes_by_its_name_and_stays_when_it_is_dropped() -> None:
    came = CameOut("digest", NOW, ("allowed",), {}, (), "bicycle", "old")
    plan, earlier = replace(came, variant=""), replace(came, gone="2026-11-20T10:00:00")
    said = replace(PLAN.vary("old", {}), came_out=(plan, came, earlier))
    renamed = said.rename(0, "new")
    assert [found.variant for found in renamed.came_out] == ["", "new", "old"]
    assert renamed.drop(0).came_out == renamed.came_out


# ---------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  mail   them ", "mail them"),
        ("Stuur een brief.", "Stuur een brief"),
        ("a\x1b[31mb\u202ec\nd", "a[31mbc d"),
        ("[b]x[/b] <i> {{ 1 }}", "[b]x[/b] <i> {{ 1 }}"),
    ],
)
def test_a_name_is_one_line_without_what_a_terminal_would_act_on(typed: str, name: str) -> None:
    assert tidy_name(typed) == name


def test_a_long_name_is_cut_at_a_word() -> None:
    name = tidy_name("Vraag eerst toestemming langs een weg die zelf mag, op een formulier of een beurs")
    assert name == "Vraag eerst toestemming langs een weg die zelf…"
    assert len(tidy_name("x" * 1_000_000)) == LONGEST_NAME


def test_no_two_variants_go_by_the_same_name() -> None:
    said = PLAN.vary("Mailen", {})
    assert free_name(said, "mailen") == "mailen (2)"
    assert free_name(said, "MAILEN", of=0) == "MAILEN"
    assert free_name(said.vary("mailen (2)", {}), "mailen") == "mailen (3)"
    assert free_name(PLAN, " . ") == "?"


def test_what_is_wrong_with_a_name_is_said() -> None:
    said = PLAN.vary("Mailen", {})
    for name, wrong in [("", "naam"), (" \u202e ", "naam"), ("mailen", "al een"), ("x" * 49, "48 tekens")]:
        found = wrong_name(said, name)
        assert found is not None, name
        assert wrong in found.nl
    assert wrong_name(said, "mailen", of=0) is None
    assert wrong_name(said, "bellen") is None
    many = said
    for n in range(MOST_VARIANTS):
        many = many.vary(str(n), {})
    full = wrong_name(many, "more")
    assert full is not None
    assert "40" in full.en


# ---------------------------------------------------------------- history


def changes(before: Consultation, after: Consultation) -> list[tuple[str, str, str, str]]:
    return [(one.variant, one.fact, one.before, one.after) for one in with_history(before, after, "now").history]


def test_a_changed_answer_is_noted_under_the_variant_that_changed_it() -> None:
    said = PLAN.vary("key", {"keyholder": "yes"})
    assert changes(PLAN, said) == [], "a new variant changes no answer that was given"
    assert changes(said, said.answer("borrower", "intern")) == [("key", "borrower", "employee", "intern")]
    assert changes(said, said.answer("keyholder", "no")) == [("key", "keyholder", "yes", "no")]
    back = said.answer("keyholder", "no").note("keyholder", "asked")
    assert list(back.variants[0].answers) == []
    assert changes(said, back) == [("key", "keyholder", "yes", "no")], "back to what the plan says is a change too"
    assert changes(said.take(None), said.take(None).answer("keyholder", UNKNOWN)) == [("", "keyholder", "no", UNKNOWN)]


def test_who_would_find_out_goes_once_it_is_known_and_is_kept_in_the_history() -> None:
    asked = PLAN.answer("keyholder", UNKNOWN).note("keyholder", "Noor asks")
    known = asked.answer("keyholder", "yes")
    assert known.shared["keyholder"].note == ""
    assert [(one.before, one.after, one.note) for one in with_history(asked, known, "now").history] == [
        (UNKNOWN, "yes", "Noor asks")
    ]
    seen = known.note("keyholder", "seen it")
    other = seen.answer("keyholder", "no")
    assert other.shared["keyholder"].note == "", "it was about another answer"
    assert [one.note for one in with_history(seen, other, "now").history] == ["seen it"]


def test_a_variant_that_knows_it_leaves_the_note_with_the_plan() -> None:
    asked = PLAN.answer("keyholder", UNKNOWN).note("keyholder", "Noor asks")
    said = asked.vary("key", {"keyholder": "yes"})
    assert said.answers["keyholder"].note == ""
    assert said.take(None).answers["keyholder"].note == "Noor asks"
    again = said.answer("keyholder", UNKNOWN)
    assert again.answers["keyholder"].note == "Noor asks", "what the plan says, with its note"
    assert again.variants[0].answers == {}
    assert all(one.note == "" for one in with_history(asked, said, "now").history), "it has gone nowhere"


def test_no_note_goes_along_to_another_answer_in_a_variant() -> None:
    plan = PLAN.answer("keyholder", "yes").note("keyholder", "the client says so")
    said = plan.vary("no key", {}).answer("keyholder", "no")
    assert said.answers["keyholder"].note == ""
    assert [one.note for one in with_history(plan.vary("no key", {}), said, "now").history] == [""]
    assert said.take(None).answers["keyholder"].note == "the client says so"


def test_dropping_or_renaming_a_variant_is_one_change_and_none_of_answers() -> None:
    said = PLAN.vary("a", {"keyholder": "yes"}).take(None).vary("b", {"borrower": "intern"}).take(None)
    assert changes(said, said.drop(0)) == [("a", "", "a", "")]
    assert changes(said.drop(0), said) == [], "a variant that is new is no change"
    dropped = with_history(said, said.drop(0), "now")
    back = with_history(dropped, replace(said, history=dropped.history), "later").history
    assert [(one.at, one.before, one.after) for one in back] == [("now", "a", ""), ("later", "", "a")]
    assert changes(said, said.rename(0, "b2")) == [("b2", "", "a", "b2")]


# ---------------------------------------------------------------- remarks


def test_a_remark_is_of_the_variant_in_which_it_was_written() -> None:
    said = PLAN.remark("why", "of the plan").vary("call", {}).remark("duties", "mind the script")
    assert said.remarks_here == {"why": "of the plan", "duties": "mind the script"}
    assert [said.remark_of_plan(section) for section in ("why", "duties", "risk")] == [True, False, False]
    assert said.take(None).remarks_here == {"why": "of the plan"}
    other = said.vary("mail", {})
    assert other.remarks_here == {"why": "of the plan"}, "what was written on one way is not said of another"
    assert other.take(0).remarks_here == said.remarks_here


def test_the_remark_of_the_plan_can_be_another_one_or_none_in_a_variant() -> None:
    said = PLAN.remark("why", "of the plan").vary("mail", {})
    assert said.remark("why", "of mailing").remarks_here == {"why": "of mailing"}
    none = said.remark("why", "")
    assert none.remarks_here == {}
    assert none.take(None).remarks_here == {"why": "of the plan"}
    assert none.remark("why", "of the plan") == said, "the same as the plan: not its own any more"
    assert none.remark_only(said)
    assert not none.remark_only(said.answer("borrower", "intern"))


def test_the_report_of_one_way_has_no_remark_of_another() -> None:
    said = PLAN.remark("why", "of the plan").vary("call", {}).remark("duties", "mind the script").vary("mail", {})

    def report(index: int | None) -> str:
        found = said.take(index)
        return render(CONTENT, found.advice(CONTENT), "nl", consultation=found)

    assert ["mind the script" in report(index) for index in (None, 0, 1)] == [False, True, False]
    assert all("of the plan" in report(index) for index in (None, 0, 1))


# ---------------------------------------------------------------- the session: on disk, undo and redo


def test_everything_about_variants_is_kept_in_the_dossier(session: Session, tmp_path: Path) -> None:
    session.vary("with key", {"keyholder": "yes"})
    session.answer({"last_check": "2026-06-01"})
    session.note("last_check", "asked the caretaker")
    session.rename(0, "with the key")
    session.vary("intern", {"borrower": "intern"})
    assert session.trouble == ""
    kept = session.kept(session.folder.paths()[0])
    assert kept is not None
    assert kept.consultation == session.current
    assert [variant.name for variant in kept.consultation.variants] == ["with the key", "intern"]
    session.park()
    session.resume(kept)
    assert session.consultation.variant is not None
    assert session.consultation.variant.name == "intern"
    assert session.note_on("last_check") == "asked the caretaker"


def test_what_could_be_done_instead_becomes_a_variant_by_its_own_name(session: Session) -> None:
    session.try_out(session.alternatives[0])
    session.take(None)
    session.try_out(session.alternatives[0])
    names = [variant.name for variant in session.consultation.variants]
    assert names == ["Vraag de sleutel aan de conciërge", "Vraag de sleutel aan de conciërge (2)"]
    assert session.given("keyholder") == "yes"
    question = session.open_question
    assert question is not None
    assert question.facts == ("last_check",), "the variant needs what the plan did not"


def test_taking_another_variant_works_everything_out_anew(session: Session) -> None:
    assert session.advice.verdict.value == "forbidden"
    assert session.alternatives
    assert session.decides
    session.vary("visitor", {"borrower": "visitor"})
    assert session.alternatives == []
    session.take(None)
    assert [one.change for one in session.alternatives] == [{"keyholder": "yes"}]


def test_nothing_better_is_offered_where_it_may_be_done(session: Session) -> None:
    session.answer({"keyholder": "yes", "tyres_hard": "yes", **FINE})
    assert session.advice.verdict.value == "conditional"
    assert session.alternatives == ()


OPERATIONS = st.lists(
    st.one_of(
        st.tuples(st.just("answer"), st.sampled_from(["purpose", "borrower", "keyholder"]), st.integers(0, 2)),
        st.tuples(st.just("note"), st.sampled_from(["purpose", "bought"]), st.sampled_from(["", "who", "[b]"])),
        st.tuples(st.just("vary"), st.sampled_from(["a", "A", "b"]), st.sampled_from([{}, {"keyholder": "yes"}])),
        st.tuples(st.sampled_from(["take", "drop", "rename"]), st.integers(-1, 3), st.sampled_from("abc")),
        st.tuples(st.just("deepen"), st.none(), st.none()),
        st.tuples(st.just("date"), st.sampled_from([NOW, date(2015, 1, 1)]), st.none()),
    ),
    max_size=14,
)


def perform(session: Session, operation: tuple[str, object, object]) -> None:
    name, one, two = operation
    count = len(session.consultation.variants)
    if name == "answer":
        session.answer({str(one): list(CONTENT.facts[str(one)].answers)[int(str(two)) % 2]})
    elif name == "note":
        session.note(str(one), str(two))
    elif name == "vary":
        assert isinstance(two, dict)
        session.vary(str(one), two)
    elif name == "deepen":
        session.deepen()
    elif name == "date":
        assert isinstance(one, date)
        session.set_date(one)
    elif name == "take":
        session.take(None if not 0 <= int(str(one)) < count else int(str(one)))
    elif 0 <= int(str(one)) < count:
        session.drop(int(str(one))) if name == "drop" else session.rename(int(str(one)), str(two))


@settings(max_examples=50, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(operations=OPERATIONS)
def test_undo_and_redo_work_across_all_of_it_and_the_disk_follows(operations: list, tmp_path: Path) -> None:
    """Undoing everything leads back to the start, doing it again to the end; the file always says the same."""
    session = Session(CONTENT, "nl", NOW, tmp_path)
    session.start("bicycle")
    start = session.consultation
    states = [start]
    for operation in operations:
        perform(session, operation)
        state = replace(session.consultation, history=())
        if state != states[-1]:
            states.append(state)
        names = [variant.name.casefold() for variant in session.consultation.variants]
        assert len(names) == len(set(names))
    for step, passed in ((session.undo, list(reversed(states[:-1]))), (session.redo, states[1:])):
        for state in passed:
            assert step()
            assert replace(session.consultation, history=()) == state
            assert session.keeper.path is not None
            assert load_dossier(session.keeper.path)[0] == session.consultation
        assert not step()
    session.keeper.close()


# ---------------------------------------------------------------- side by side

COMPARED = (
    PLAN.vary("with key", {"keyholder": "yes", **FINE, "tyres_hard": "yes"})
    .take(None)
    .vary("visitor", {"borrower": "visitor"})
    .take(None)
    .vary("as it is", {})
    .take(None)
)


def test_the_sides_differ_in_what_a_variant_says_otherwise_where_it_counts() -> None:
    found = side_by_side(CONTENT, COMPARED)
    assert [side.name for side in found.sides] == ["", "with key", "visitor", "as it is"]
    assert [side.advice.verdict.value for side in found.sides] == ["forbidden", "conditional", "forbidden", "forbidden"]
    assert found.differing == ("keyholder", "borrower")
    assert [side.counts("keyholder") for side in found.sides] == ["no", "yes", None, "no"]
    assert found.extra(found.sides[1]) == ("last_check", "bought", "brakes_work", "lights_work", "tyres_hard")
    assert found.extra(found.sides[3]) == ()


def test_an_answer_that_makes_no_difference_is_not_left_out() -> None:
    """Who made the variant gave it to see what it does: told that nothing differs, they doubt the whole comparison."""
    said = PLAN.vary("late", {"last_check": "2020-06-01"}).take(None)
    found = side_by_side(CONTENT, said)
    assert found.sides[1].counts("last_check") is None
    assert (found.differing, found.extra(found.sides[1])) == ((), ("last_check",))
    both = side_by_side(CONTENT, said.answer("last_check", "2026-06-01"))
    assert both.differing == ("last_check",)
    assert [side.held("last_check") for side in both.sides] == ["2026-06-01", "2020-06-01"]
    one_counts = PLAN.vary("key", {"keyholder": "yes", "last_check": "2026-06-01"}).vary("v", {"keyholder": "no"})
    beside = side_by_side(CONTENT, one_counts.answer("last_check", "2020-06-01"))
    assert beside.differing == ("keyholder", "last_check"), "it counts in one only, but both say something"


def test_an_open_fact_differs_from_one_that_is_answered() -> None:
    plan = Consultation("bicycle", NOW, {"purpose": Given("errand")})
    found = side_by_side(CONTENT, plan.vary("visitor", {"borrower": "visitor"}).vary("anyone", {"borrower": UNKNOWN}))
    assert found.differing == ("borrower",)
    assert [side.counts("borrower") for side in found.sides] == ["", "visitor", UNKNOWN]


def test_duties_are_shared_or_further_and_some_stand_only_here() -> None:
    other = COMPARED.vary("minor", {"keyholder": "yes", **FINE, "tyres_hard": "yes", "minor": "yes"})
    found = side_by_side(CONTENT, other)
    assert found.shared == ()
    key, minor = found.sides[1], found.sides[4]
    assert set(found.further(key)) == set(key.advice.duties) == {"log-book", "lock", "look-over"}
    assert found.only(key) == ()
    assert set(found.only(minor)) == {"helmet", "tell-insurer"}


def test_a_duty_is_shared_only_with_the_same_deadline() -> None:
    plan = Consultation("theft", NOW, {"bicycle_gone": Given("stolen"), "theft_seen": Given("2026-11-22T09:30")})
    same = side_by_side(CONTENT, plan.vary("same", {}))
    assert set(same.shared) == {"report-theft", "claim-theft"}
    later = side_by_side(CONTENT, plan.vary("reported", {"theft_reported": "2026-11-23"}))
    assert later.shared == ("report-theft",)
    assert [later.further(side) for side in later.sides] == [("claim-theft",)] * 2
    assert [later.only(side) for side in later.sides] == [(), ()]


def test_how_a_variant_differs_from_the_plan_is_told_without_an_advice() -> None:
    assert other_than_plan(COMPARED, 0) == (("keyholder",), (*FINE, "tyres_hard"))
    assert other_than_plan(COMPARED, 2) == ((), ())


def test_another_variant_is_asked_about_at_the_usual_depth() -> None:
    said = PLAN.deepened().vary("a", {})
    assert said.depth == FULL
    assert said.take(None).depth != FULL
