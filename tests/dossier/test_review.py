"""Saved advices looked at again: what changed, by the trees or by the law, since which day."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.cli_tools import GOOD
from tests.reasoning.toy import content as toy
from tests.reasoning.toy import fact, tree
from wizard.content.load import load
from wizard.content.model import Content
from wizard.dossier.consultation import CameOut, Consultation, Given
from wizard.dossier.holds import came_out, from_seen
from wizard.dossier.review import (
    CHANGED,
    HOLDS,
    NEVER,
    SEEN_AGAIN,
    TURNED,
    UNSURE,
    Again,
    Review,
    by_law,
    consults_of,
    rests_on,
    review,
    since,
)
from wizard.reasoning.advice import advise
from wizard.report.review import weightiest

CONTENT = load(GOOD)
THEN, LATER, TODAY = date(2012, 6, 1), date(2019, 1, 1), date(2026, 11, 22)
CHANGE = date(2018, 3, 1)
ERRAND = dict.fromkeys(("keyholder", "brakes_work", "lights_work", "tyres_hard"), "yes") | {
    "purpose": "errand",
    "borrower": "employee",
}
VISITOR = {"purpose": "errand", "borrower": "visitor"}
FILE = Path("kept.yaml")


def plan(facts: Mapping[str, str] = ERRAND, on: date = THEN, consult: str = "bicycle") -> Consultation:
    return Consultation(consult, on, {name: Given(answer) for name, answer in facts.items()})


def looked(said: Consultation, content: Content = CONTENT) -> Consultation:
    """As after the user saw the advice in hand."""
    advice = advise(content, content.consults[said.consult], said.facts, said.on, explore=False)
    came = came_out(content, said, advice, "2019-01-01T10:00:00")
    return replace(said, came_out=(*said.came_out, came))


def again(said: Consultation, day: date = TODAY, content: Content = CONTENT) -> Review:
    return review(content, FILE, said, day)


def only(found: Review) -> Again:
    assert found.trouble is None
    assert len(found.advices) == 1
    return found.advices[0]


def other_trees(content: Content = CONTENT) -> Content:
    """The same trees, with another outcome where a bicycle was free to use, under another digest."""
    bicycle = content.trees["bicycle"]
    outcomes = {**bicycle.outcomes, "FREE": bicycle.outcomes["NO_KEY"]}
    return replace(content, trees={**content.trees, "bicycle": bicycle._replace(outcomes=outcomes)}, digest="f" * 64)


# ---------------------------------------------------------------- the law


def test_an_advice_holds_as_long_as_the_law_leads_to_the_same() -> None:
    for day in (THEN, CHANGE.replace(month=2, day=28)):
        found = again(looked(plan()), day)
        assert found.holds
        assert (found.kind, found.turned) == ("", ())
        assert only(found).kind == ""


def test_the_law_changed_and_the_day_and_the_rules_are_told() -> None:
    found = again(looked(plan()), LATER)
    one = only(found)
    assert not found.holds
    assert (found.kind, one.kind, one.trees, one.reckoned) == ("verdict", "verdict", None, "")
    assert one.then == ("allowed",)
    assert one.law is not None
    assert one.whole is not None
    assert [verdict.value for verdict in one.now.possible] == ["conditional"]
    assert one.law.added == ("log-book",)
    turn = since(by_law(CONTENT, one))
    assert turn is not None
    assert turn.on == CHANGE
    assert "log-rule" in turn.by


def test_duties_alone_make_it_no_longer_hold(tmp_path: Path) -> None:
    duties = "duties:\n  more: {text: {nl: m, en: m}, sources: [rule], from: 2021-07-01}\n"
    t = tree("t", "  n: {ask: a, x | y: OK}\n", OK="conditional").replace("[do]", "[do, more]")
    content = toy(tmp_path, fact("a", "x", "y"), {"t": t, "more": duties}, "{tree: t}")
    said = looked(plan({"a": "x"}, date(2020, 1, 1), "c"), content)
    assert again(said, date(2021, 6, 30), content).holds
    one = only(again(said, date(2021, 7, 1), content))
    assert one.kind == "duties"
    assert one.law is not None
    assert (one.law.added, one.law.removed, one.law.trees) == (("more",), (), ())


def test_a_rule_that_only_moved_changes_nothing(tmp_path: Path) -> None:
    """The source of the toy content gets another place on 1 July 2021."""
    t = tree("t", "  n: {ask: a, x | y: OK}\n", OK="conditional")
    content = toy(tmp_path, fact("a", "x", "y"), {"t": t}, "{tree: t}")
    assert again(looked(plan({"a": "x"}, date(2020, 1, 1), "c"), content), TODAY, content).holds


def test_a_term_that_ran_out_is_told_with_its_rules() -> None:
    facts = ERRAND | {"last_check": "2025-06-01", "bought": "2020-01-01"}
    said = looked(plan(facts, date(2026, 1, 1)))
    assert again(said, date(2026, 5, 31)).holds
    one = only(again(said, TODAY))
    turn = since(by_law(CONTENT, one))
    assert turn is not None
    assert turn.on == date(2026, 6, 1)
    assert [(term.fact, str(term.within)) for term in turn.elapsed] == [("last_check", "1 year")]
    assert turn.by == ("yearly-check",)


def test_the_rules_that_went_that_day_are_named_first_and_then_those_that_came() -> None:
    went = weightiest(CONTENT, ("visitor-rule", "bicycle-rule", "open-park"), date(2016, 7, 1))
    assert went == ["open-park", "visitor-rule", "bicycle-rule"]
    came = weightiest(CONTENT, ("visitor-rule", "bicycle-rule", "log-rule"), CHANGE)
    assert came == ["log-rule", "visitor-rule", "bicycle-rule"]


LADDER = """  n: {law: {2004-05-19: A, 2010-01-01: B, 2012-01-01: A, 2014-01-01: C, 2016-01-01: B}}
"""


def ladder(folder: Path) -> Content:
    ends = {"A": "allowed", "B": "forbidden", "C": "conditional"}
    return toy(folder, fact("a", "x", "y"), {"t": tree("t", LADDER, **ends)}, "{tree: t}")


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2010, 1, 1), date(2010, 1, 1)),
        (date(2013, 1, 1), None),  # turned and turned back: it holds
        (date(2015, 1, 1), date(2014, 1, 1)),  # not since 2010: in between it held
        (date(2020, 1, 1), date(2014, 1, 1)),  # another verdict still, though not the same as in 2015
    ],
)
def test_since_is_the_day_from_which_it_did_not_hold_again(tmp_path: Path, day: date, expected: date | None) -> None:
    content = ladder(tmp_path)
    said = looked(plan({"a": "x"}, date(2005, 1, 1), "c"), content)
    one = only(again(said, day, content))
    turn = since(by_law(content, one))
    assert (turn.on if turn else None) == expected
    assert one.holds is (expected is None)


def test_since_tells_of_the_weightiest_change(tmp_path: Path) -> None:
    """A duty came in 2009, the verdict turned in 2014: the verdict is another since 2014."""
    nodes = "  n: {law: {2004-05-19: A, 2014-01-01: B}}\n"
    t = tree("t", nodes, A="conditional", B="forbidden").replace("[do]", "[do, more]")
    more = "duties:\n  more: {text: {nl: m, en: m}, sources: [rule], from: 2009-01-01}\n"
    content = toy(tmp_path, fact("a", "x", "y"), {"t": t, "more": more}, "{tree: t}")
    said = looked(plan({"a": "x"}, date(2005, 1, 1), "c"), content)
    for day, expected in ((date(2010, 1, 1), date(2009, 1, 1)), (TODAY, date(2014, 1, 1))):
        turn = since(by_law(content, only(again(said, day, content))))
        assert turn is not None
        assert turn.on == expected


def test_a_day_before_the_reference_date_leaves_the_law_alone() -> None:
    """An advice for a day to come is about the law of that day; under other trees it may still be otherwise."""
    said = looked(plan(on=LATER))
    assert again(said, THEN).holds
    one = only(again(looked(plan(on=THEN)), date(2010, 1, 1), other_trees()))
    assert (one.now.on, one.law) == (THEN, None)
    assert one.trees is not None


# ---------------------------------------------------------------- the trees


def test_the_trees_changed_and_the_rules_are_told() -> None:
    content = other_trees()
    one = only(again(looked(plan()), THEN, content))
    assert one.kind == "verdict"
    assert one.law is None
    assert one.trees is not None
    assert one.trees.verdict
    assert rests_on(content, one.trees) == ("bicycle-rule", "roadworthy-rule")
    assert one.then == ("allowed",)
    assert [verdict.value for verdict in one.own.possible] == ["forbidden"]


def test_trees_and_law_both_changed() -> None:
    one = only(again(looked(plan()), LATER, other_trees()))
    assert one.trees is not None
    assert one.law is not None
    assert one.whole is not None
    assert [verdict.value for verdict in (*one.own.possible, *one.now.possible)] == ["forbidden", "conditional"]


def test_what_was_wrong_on_its_own_date_no_longer_holds_though_it_comes_out_today() -> None:
    said = looked(plan(on=LATER))
    before = said.came_out[0]
    said = replace(said.at(THEN), came_out=(replace(before, on=THEN, content="0" * 64),))
    one = only(again(said, LATER))
    assert one.whole is None
    assert one.trees is not None
    assert one.law is not None
    assert not one.holds


def test_a_duty_and_an_outcome_that_no_longer_exist_are_changes_and_no_trouble() -> None:
    said = looked(plan())
    came = replace(said.came_out[0], content="0" * 64, duties=("gone",), outcomes={"bicycle": "GONE", "gone": "X"})
    one = only(again(replace(said, came_out=(came,)), THEN))
    assert one.trees is not None
    assert one.trees.removed == ("gone",)
    assert set(one.trees.trees) == {"bicycle", "gone", "insurance"}
    assert rests_on(CONTENT, one.trees)


def test_nothing_is_missed_by_trusting_what_was_seen_under_the_same_content() -> None:
    """Looked at under a digest of its own, every advice is worked out on its own date too; the answer is the same."""
    stranger = replace(CONTENT, digest="e" * 64)
    for facts in (ERRAND, VISITOR, {"purpose": "tidy"}, {"purpose": "errand"}, ERRAND | {"keyholder": "no"}):
        for on in (THEN, LATER, date(2024, 6, 1)):
            for day in (on, LATER, date(2024, 1, 1), TODAY):
                quick, slow = (again(looked(plan(facts, on)), day, content) for content in (CONTENT, stranger))
                assert [one.kind for one in quick.advices] == [one.kind for one in slow.advices]
                assert from_seen(looked(plan(facts, on)).came_out[0], only(slow).own) is None


# ---------------------------------------------------------------- what an advice is


def test_what_was_never_seen_is_reckoned_on_its_own_date() -> None:
    assert again(plan(), THEN).holds
    one = only(again(plan(), LATER))
    assert (one.reckoned, one.came, one.trees) == (NEVER, None, None)
    assert one.then == ("allowed",)
    assert one.kind == "verdict"
    assert one.whole == one.law
    assert only(again(plan(), THEN, other_trees())).holds, "nobody was told otherwise"


def test_a_tree_that_became_stricter_under_the_same_name_is_named_before_what_follows_from_it() -> None:
    """Only names of outcomes are kept; that one got another verdict shows when all that came out then was milder."""
    said = looked(plan())
    (came,) = said.came_out
    assert came.outcomes["bicycle"] == "FREE"
    said = replace(said, came_out=(replace(came, outcomes={**came.outcomes, "insurance": "OTHER"}),))
    one = only(again(said, THEN, other_trees()))
    assert one.trees is not None
    assert one.trees.trees == ("bicycle", "insurance")


def test_answers_changed_after_it_was_seen_are_reckoned_on_their_own_date() -> None:
    said = looked(plan()).answer("keyholder", "no")
    one = only(again(said, THEN))
    assert (one.reckoned, one.holds, one.then) == (CHANGED, True, ("allowed",)), "the advice given, not that of now"
    assert [verdict.value for verdict in one.own.possible] == ["forbidden"]


def test_another_reference_date_does_not_acquit_the_advice_that_was_given() -> None:
    one = only(again(looked(plan()).at(LATER), LATER))
    assert (one.reckoned, one.status, one.own.on, one.now.on) == ("", TURNED, THEN, LATER)
    turn = since(by_law(CONTENT, one))
    assert turn is not None
    assert turn.on == CHANGE


def test_a_question_of_another_consult_answered_later_is_no_change() -> None:
    """A dossier that went on with another consult still knows what the first came to, and that the trees changed."""
    said = looked(plan()).answer("spot", "garden", "2019-01-02T10:00:00")
    assert only(again(said, THEN)).reckoned == ""
    turned = only(again(said, THEN, other_trees()))
    assert (turned.reckoned, turned.then, turned.kind) == ("", ("allowed",), "verdict")
    assert turned.trees is not None


def test_a_question_answered_later_that_makes_a_difference_is_a_change() -> None:
    open_still = {name: answer for name, answer in ERRAND.items() if name != "brakes_work"}
    said = looked(plan(open_still)).answer("brakes_work", "no", "2019-01-02T10:00:00")
    assert only(again(said, THEN, other_trees())).reckoned == CHANGED


def test_an_older_dossier_that_does_not_know_its_facts_or_consult_is_compared_all_the_same() -> None:
    came = replace(looked(plan()).came_out[0], facts="", consult="", at="")
    one = only(again(replace(plan(), came_out=(came,)), LATER))
    assert (one.reckoned, one.kind, one.consult.id) == ("", "verdict", "bicycle")


def test_each_variant_that_was_seen_is_an_advice_of_its_own() -> None:
    said = looked(looked(plan(VISITOR)).vary("intern", {"borrower": "employee", **ERRAND}))
    found = again(said.take(None), LATER)
    assert [(one.variant, one.index, one.holds) for one in found.advices] == [("", None, True), ("intern", 0, False)]
    assert [one.variant for one in found.turned] == ["intern"]


def test_of_variants_that_nobody_saw_each_with_answers_is_reckoned() -> None:
    bare = Consultation("bicycle", THEN).vary("errand", ERRAND).vary("visitor", {"borrower": "visitor"})
    found = again(bare, LATER)
    assert [one.variant for one in found.advices] == ["errand", "visitor"]


def test_what_came_out_for_a_variant_that_is_gone_is_no_advice() -> None:
    seen = looked(plan())
    came = replace(seen.came_out[0], variant="gone")
    (one,) = again(replace(seen, came_out=(*seen.came_out, came)), LATER).advices
    assert (one.variant, one.reckoned) == ("", "")
    assert only(again(replace(plan(), came_out=(came,)), LATER)).reckoned == NEVER


def test_every_consult_that_was_seen_is_looked_at() -> None:
    seen = looked(plan())
    other = CameOut(CONTENT.digest, THEN, ("allowed",), {}, (), "planting")
    said = replace(seen, came_out=(*seen.came_out, other), trail=("planting",))
    assert consults_of(said) == {"bicycle", "planting"}
    assert [one.consult.id for one in again(said, THEN).advices] == ["bicycle", "planting"]


def test_nothing_answered_is_nothing_to_look_at() -> None:
    found = again(Consultation("bicycle", THEN), TODAY)
    assert (found.advices, found.trouble, found.holds) == ((), None, True)


# ---------------------------------------------------------------- seen again, answers changed or lost


def test_what_was_seen_anew_keeps_the_advice_given_and_is_told_apart() -> None:
    """Looking does not overwrite: the advice of then is still known, with when the new outcome was seen."""
    said = looked(plan()).at(LATER)
    there = looked(said)
    there = replace(there, came_out=(there.came_out[0], replace(there.came_out[1], at="2019-02-03T11:12:13")))
    found = again(there, LATER)
    one = only(found)
    assert (found.status, found.turned, found.kind) == (SEEN_AGAIN, (), "verdict")
    assert (one.status, one.seen_again, one.then) == (SEEN_AGAIN, "2019-02-03T11:12:13", ("allowed",))
    assert not one.holds
    assert found.holds is False


def test_answers_changed_since_are_compared_with_the_advice_given() -> None:
    """Given: no. Then an answer changed, so that it was free; then the law asked more: no longer what was said."""
    said = looked(plan(ERRAND | {"keyholder": "no"})).answer("keyholder", "yes")
    one = only(again(said, LATER))
    assert (one.reckoned, one.status, one.then) == (CHANGED, TURNED, ("forbidden",))
    assert one.whole is not None
    assert one.whole.verdict
    assert one.trees is None


def test_the_law_may_lead_back_to_the_advice_given(tmp_path: Path) -> None:
    """Given: no; then an answer changed, so that it was a yes; then the law said no to that too: the same no."""
    nodes = "  n: {ask: a, x: NO, y: law}\n  law: {law: {2004-05-19: YES, 2014-01-01: NO}}\n"
    content = toy(tmp_path, fact("a", "x", "y"), {"t": tree("t", nodes, NO="forbidden", YES="allowed")}, "{tree: t}")
    said = looked(plan({"a": "x"}, date(2005, 1, 1), "c"), content).answer("a", "y")
    one = only(again(said, date(2015, 1, 1), content))
    assert (one.reckoned, one.whole, one.status) == (CHANGED, None, HOLDS)
    assert one.law is not None


def test_with_an_answer_lost_nothing_is_laid_to_the_trees_or_the_law() -> None:
    said = looked(plan())
    said = replace(said, shared={**said.shared, "borrower": Given("employeee")})
    found = again(said, LATER, other_trees())
    one = only(found)
    assert (found.status, found.holds, found.turned, found.kind) == (UNSURE, False, (), "")
    assert (one.status, one.trees, one.law) == (UNSURE, None, None)
    (lost,) = one.dropped
    assert (lost.fact, lost.answer, lost.about, lost.nearest) == ("borrower", "employeee", "borrower", "employee")


def test_a_dossier_of_which_no_answer_is_left_is_not_one_that_holds() -> None:
    found = again(plan({"borrower": "employeee"}))
    assert (found.status, found.holds) == (UNSURE, False)
    seen = again(replace(plan({"borrower": "employeee"}), came_out=looked(plan()).came_out))
    assert [one.status for one in seen.advices] == [UNSURE]


def test_a_question_that_got_another_name_is_found_by_it() -> None:
    (lost,) = again(plan(ERRAND | {"borrowerr": "visitor"})).dropped
    assert (lost.fact, lost.answer, lost.about, lost.nearest) == ("borrowerr", "visitor", "borrower", "visitor")


def test_an_answer_lost_in_one_variant_is_told_with_that_variant() -> None:
    said = looked(plan(VISITOR)).vary("intern", {"borrower": "employeee"}).take(None)
    found = again(said, TODAY)
    assert [(one.variant, one.answer) for one in found.dropped] == [("intern", "employeee")]
    assert found.status == UNSURE


# ---------------------------------------------------------------- what cannot be looked at


def test_answers_that_no_longer_fit_are_named_and_do_not_count() -> None:
    said = plan(VISITOR | {"gone": "yes", "keyholder": "perhaps"})
    found = again(said, TODAY)
    assert [(one.fact, one.answer, one.about) for one in found.dropped] == [
        ("gone", "yes", ""),
        ("keyholder", "perhaps", "keyholder"),
    ]
    assert only(found).now.facts == VISITOR
    assert (found.status, found.holds, found.turned) == (UNSURE, False, ())


def test_a_consult_nobody_knows_is_told() -> None:
    found = again(plan(consult="gone" * 40), TODAY)
    assert found.trouble is not None
    assert "gonegone" in found.trouble.nl
    assert len(found.trouble.nl) < 200
    came = CameOut(CONTENT.digest, THEN, ("allowed",), {}, (), "gone")
    seen = looked(plan())
    partly = again(replace(seen, came_out=(came, *seen.came_out)), LATER)
    assert partly.trouble is not None
    assert [one.kind for one in partly.advices] == ["verdict"], "what can be looked at, is"


def test_a_reference_date_before_the_law_is_told() -> None:
    found = again(plan(on=date(1999, 1, 1)), TODAY)
    assert found.trouble is not None
    assert "1999-01-01" in found.trouble.en
    assert found.advices == ()
