"""Does what the user saw still come out? Before anything is changed: other content, another day of law."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.cli_tools import GOOD
from tests.dossiers import restore
from wizard.content.load import load
from wizard.content.model import Content
from wizard.dossier.consultation import CameOut, Consultation, facts_print
from wizard.dossier.holds import CHANGED, last_seen
from wizard.dossier.keeper import ChangedOutside
from wizard.dossier.review import TURNED, Again
from wizard.dossier.session import Session
from wizard.dossier.store import StoreError
from wizard.report.reopening import before_opening, days
from wizard.report.seen import seen_verdict
from wizard.report.two_days import Part

CONTENT = load(GOOD)
THEN, TODAY = date(2012, 6, 1), date(2026, 11, 22)
ERRAND = ("purpose", "borrower", "keyholder", "brakes_work", "lights_work", "tyres_hard")
ANSWERS = dict(zip(ERRAND, ("errand", "employee", "yes", "yes", "yes", "yes"), strict=True))


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return opened(tmp_path)


def opened(folder: Path, content: Content = CONTENT) -> Session:
    """A session as a new process would have it, on the same folder."""
    found = Session(content, "nl", TODAY, folder)
    found.now = lambda: datetime(2026, 11, 22, 9, 0)
    return found


def concluded(session: Session, on: date = THEN) -> Path:
    """A dossier on disk whose advice was seen: the bicycle was free to use in 2012, no longer in 2026."""
    session.start("bicycle")
    session.answer(ANSWERS)
    session.set_date(on)
    session.conclude()
    path = session.keeper.path
    assert path is not None
    session.park()
    return path


def seen(session: Session, path: Path) -> list[Again]:
    """The advices that would come out otherwise, were the dossier opened now."""
    return [one for one in session.looked_again(session.look(path)).advices if one.status == TURNED]


def parts(session: Session, path: Path, wish: date | None = None, language: str = "nl") -> list[Part]:
    """All that is said before a dossier is opened."""
    kept = session.look(path)._replace(wish=wish)
    return before_opening(session.content, kept, session.looked_again(kept), session.now().date(), language)


def told(session: Session, path: Path, wish: date | None = None, language: str = "nl") -> str:
    """The same as one text."""
    lines = []
    for part in parts(session, path, wish, language):
        lines += [part.heading, *(" ".join((item.text, *item.below)) for item in part.items)]
    return "\n".join(lines)


def other_content(content: Content = CONTENT) -> Content:
    """The same trees, with another outcome where one has the key, under another digest."""
    tree = content.trees["bicycle"]
    outcomes = {**tree.outcomes, "FREE": tree.outcomes["NO_KEY"]}
    trees = {**content.trees, "bicycle": tree._replace(outcomes=outcomes)}
    return replace(content, trees=trees, digest="f" * 64)


# ---------------------------------------------------------------- what the user saw


def test_what_was_seen_stands_in_the_dossier(session: Session) -> None:
    found = restore(concluded(session))
    came = last_seen(found)
    assert came is not None
    assert (came.consult, came.variant, came.on, came.content) == ("bicycle", "", THEN, CONTENT.digest)
    assert came.verdicts == ("allowed",)
    assert came.outcomes == {"bicycle": "FREE", "insurance": came.outcomes["insurance"]}
    assert came.at == "2026-11-22T09:00:00"
    assert came.facts == facts_print(found.facts)


def test_seeing_the_same_again_writes_nothing(session: Session) -> None:
    path = concluded(session)
    session.resume(session.look(path))
    before = path.stat().st_mtime_ns
    session.conclude()
    assert path.stat().st_mtime_ns == before


def test_an_answer_to_law_that_was_not_read_is_not_called_lost(tmp_path: Path) -> None:
    begun = Session(load(GOOD), "nl", TODAY, tmp_path)
    begun.start("bicycle")
    begun.answer({**ANSWERS, "bicycle_gone": "found_back"})
    begun.conclude()
    path = begun.keeper.path
    assert path is not None
    begun.park()
    later = Session(
        load(GOOD, consults=("bicycle",)), "nl", TODAY, tmp_path, lambda consults: load(GOOD, consults=consults)
    )
    assert "bicycle_gone" not in later.content.facts
    assert later.looked_again(later.look(path)).dropped == ()
    assert "bicycle_gone" in later.content.facts


def test_without_an_answer_nothing_was_seen(session: Session, tmp_path: Path) -> None:
    session.start("bicycle")
    session.conclude()
    assert list(tmp_path.iterdir()) == []


def test_every_variant_and_consult_has_its_own(session: Session) -> None:
    path = concluded(session)
    session.resume(session.look(path))
    session.vary("Zonder sleutel", {"keyholder": "no"})
    session.conclude()
    found = session.consultation
    assert {came.variant: came.verdicts for came in found.came_out} == {
        "": ("allowed",),
        "Zonder sleutel": ("forbidden",),
    }
    assert last_seen(found).verdicts == ("forbidden",)
    assert last_seen(found.take(None)).verdicts == ("allowed",)


def test_seeing_is_not_undone(session: Session) -> None:
    session.start("bicycle")
    session.answer(ANSWERS)
    session.answer({"keyholder": "no"})
    session.conclude()
    assert session.undo()
    assert last_seen(session.consultation).verdicts == ("forbidden",)
    assert restore(session.keeper.path) == session.consultation
    session.vary("Bellen")
    session.conclude()
    assert session.undo()
    seen = {came.variant: came.gone for came in session.consultation.came_out}
    assert seen == {"": "", "Bellen": "2026-11-22T09:00:00"}
    assert session.redo()
    assert not any(came.gone for came in session.consultation.came_out)
    assert restore(session.keeper.path) == session.consultation


# ---------------------------------------------------------------- what would come out otherwise


def test_the_same_content_on_the_day_itself_says_nothing(session: Session) -> None:
    assert seen(session, concluded(session, TODAY)) == []


def test_a_day_on_which_the_law_says_the_same_says_nothing(session: Session) -> None:
    assert seen(session, concluded(session, date(2026, 11, 1))) == []


def test_another_day_of_law_says_what_comes_out_today_and_since_when(session: Session) -> None:
    path = concluded(session)
    before = path.read_bytes()
    (one,) = seen(session, path)
    assert (one.trees, one.reckoned) == (None, "")
    assert one.now.on == TODAY
    found = parts(session, path)
    assert [(part.name, part.heading) for part in found] == [
        ("now", ""),
        ("seen", "Wat u zag"),
        ("when", "Wanneer, en waardoor"),
        ("trees", "Wat er per toets veranderde"),
        ("went", "Plichten die er niet meer bij horen"),
    ]
    was, why = (item.text for item in found[0].items)
    assert was == "Het was: ✓ Ja, dat mag. Het is nu: … Nog niet zeker (Ja, mits / Zelf afwegen / Nee, dat mag niet)."
    assert why.startswith("Sinds 1 maart 2018, door ")
    assert "regel" in why
    assert [item.text for item in found[1].items] == [
        "U zag op 22 november 2026, 09:00: ✓ Ja, dat mag (recht van 1 juni 2012).",
        "Plichten: 0 erbij, 1 vervallen. Ze staan onderaan.",
    ]
    assert found[-1].items[0].text == "Zet de fiets op slot."
    assert "You saw on 22 November 2026, 09:00: ✓ Yes, allowed (law of 1 June 2012)." in told(
        session, path, language="en"
    )
    assert path.read_bytes() == before


def test_an_act_that_is_planned_is_not_held_against_the_law_of_today(session: Session) -> None:
    path = concluded(session, date(2030, 1, 1))
    session.set_date(THEN)
    assert told(session, path) == ""
    assert [day for _, day in days(session.look(path), THEN, THEN, "nl")] == [date(2030, 1, 1), None]


def test_other_content_says_what_comes_out_on_the_same_day(session: Session, tmp_path: Path) -> None:
    path = concluded(session)
    later = opened(tmp_path, other_content())
    later.set_date(THEN)
    (one,) = seen(later, path)
    assert one.trees.verdict
    assert one.trees.trees == ("bicycle",)
    text = told(later, path)
    assert "Het was: ✓ Ja, dat mag. Het is op 1 juni 2012: ✗ Nee, dat mag niet." in text
    assert "Al onder het recht van 1 juni 2012, door onze vastlegging van de regels: " in text
    assert "Zonder sleutel mag u de fiets niet meenemen." in text


def test_other_content_that_says_the_same_says_nothing(session: Session, tmp_path: Path) -> None:
    path = concluded(session, TODAY)
    assert seen(opened(tmp_path, replace(CONTENT, digest="e" * 64)), path) == []


def test_answers_changed_after_the_advice_are_not_blamed_on_the_content(session: Session, tmp_path: Path) -> None:
    path = concluded(session)
    session.resume(session.look(path))
    session.answer({"keyholder": "no"})
    session.park()
    found = seen(opened(tmp_path, other_content()), path)
    assert all(one.reckoned == CHANGED and one.trees is None for one in found)
    session = opened(tmp_path)
    session.resume(session.look(path))
    session.answer({"keyholder": "yes", "lights_work": "unknown"})
    session.park()
    assert "Na dat advies hebt u antwoorden gewijzigd." in told(session, path)


def test_a_dossier_in_which_no_advice_was_seen_is_compared_with_what_would_have_come_out(session: Session) -> None:
    session.start("bicycle")
    session.set_date(THEN)
    session.answer(ANSWERS)
    path = session.keeper.path
    session.park()
    was = "U zag dit advies nog niet. Het was: ✓ Ja, dat mag. Het is nu: … Nog niet zeker"
    assert told(session, path).startswith(f"\n{was}")
    session.set_date(THEN)
    assert told(session, path) == ""


def test_what_cannot_be_compared_is_said_before_it_is_opened(session: Session) -> None:
    """A consult that these trees do not have, and a reference date before the law that they know."""
    path = concluded(session, TODAY)
    text = path.read_text()
    path.write_text(text.replace('- "consult": "bicycle"', '- "consult": "barge"', 1))
    (part,) = parts(session, path)
    assert part.items[0].text.startswith("De raadpleging `barge` kennen deze bomen niet; ")
    early = text.replace(f'"on": "{TODAY}"', '"on": "1999-01-01"', 1).replace('"lights_work"', '"gone"', 1)
    path.write_text(early)
    lost, unfit = parts(session, path)
    assert lost.items[0].text == "De vraag `gone` is er niet meer. Antwoord toen: `yes`."
    assert unfit.items[0].text.startswith("De bewaarde peildatum (1 januari 1999) kan niet meer")


def test_the_day_that_was_asked_for_is_the_one_it_is_compared_with(session: Session) -> None:
    path = concluded(session)
    assert told(session, path, date(2012, 7, 1)) == "", "the same comes out"
    text = told(session, path, date(2018, 3, 1))
    assert "Het was: ✓ Ja, dat mag. Het is op 1 maart 2018: " in text
    kept = session.look(path)._replace(wish=date(2018, 3, 1))
    offered = days(kept, session.day_to_open(kept), TODAY, "nl")
    assert [day for _, day in offered] == [THEN, date(2018, 3, 1), None]
    assert offered[1][0] == "Openen met de peildatum die u koos: 1 maart 2018"
    session.set_date(date(2018, 3, 1))
    assert "Het was: ✓ Ja, dat mag. Het is op 1 maart 2018: " in told(session, path), "chosen for new ones"


def test_an_earlier_day_says_what_comes_out_there(session: Session) -> None:
    path = concluded(session, date(2026, 11, 1))
    (part,) = parts(session, path, THEN)
    (said,) = part.items
    assert said.text.startswith("Onder het recht van 1 juni 2012 komt eruit: ✓ Ja, dat mag. Onder dat van 1 november")
    kept = session.look(path)._replace(wish=THEN)
    assert [day for _, day in days(kept, session.day_to_open(kept), TODAY, "nl")] == [date(2026, 11, 1), THEN, None]


def test_what_was_seen_since_is_not_said_again_but_a_variant_that_was_not_is(session: Session) -> None:
    path = concluded(session)
    session.resume(session.look(path))
    session.vary("Zelfde")
    session.conclude()
    session.take(None)
    session.set_date(TODAY)
    session.now = lambda: datetime(2026, 11, 22, 9, 5)
    session.conclude()
    session.park()
    (one,) = seen(session, path)
    assert one.variant == "Zelfde"
    found = parts(session, path)
    assert (found[0].name, found[0].heading) == ("now", "De kantoorfiets lenen (Zelfde)")
    assert [day for _, day in days(session.look(path), TODAY, TODAY, "nl")] == [TODAY, None]


def test_several_that_turned_are_told_first_and_their_details_after(session: Session) -> None:
    path = concluded(session)
    session.resume(session.look(path))
    session.vary("Zelfde")
    session.conclude()
    session.park()
    found = parts(session, path)
    assert [part.name for part in found[:2]] == ["now", "now"]
    names = [part.name for part in found]
    assert names.index("went") > max(n for n, name in enumerate(names) if name == "trees")
    assert found[2].heading == "De kantoorfiets lenen: wat u zag"


def test_what_an_older_version_kept_is_compared_as_far_as_it_goes(session: Session) -> None:
    came = CameOut("0" * 64, THEN, ("forbidden", "no-such-verdict"), {"gone": "X", "bicycle": "Y"}, ("gone-duty",))
    found = replace(Consultation("bicycle", THEN), came_out=(came,)).answer("purpose", "errand")
    session.start("bicycle")
    session.current = found
    session._keep()
    path = session.keeper.path
    session.park()
    session.set_date(THEN)
    text = told(session, path)
    assert "U zag: ✗ Nee, dat mag niet (recht van 1 juni 2012)." in text
    assert "Plichten die er niet meer bij horen\ngone-duty." in text


def test_the_verdict_seen_in_the_words_of_the_consult() -> None:
    planting = CONTENT.consults["planting"]
    came = CameOut("", THEN, ("forbidden",), {}, ())
    assert seen_verdict(planting, came, "nl").word == "Niet planten"
    assert seen_verdict(None, came, "en").word == "No, not allowed"
    for verdicts in ((), ("allowed", "forbidden"), ("nonsense",)):
        assert seen_verdict(planting, replace(came, verdicts=verdicts), "nl").word == "Nog niet zeker"


# ---------------------------------------------------------------- opening


def test_the_ways_to_open_a_dossier(session: Session) -> None:
    kept = session.look(concluded(session))
    assert [day for _, day in days(kept, TODAY, TODAY, "nl")] == [THEN, TODAY, None]
    assert [day for _, day in days(kept, THEN, TODAY, "nl")] == [THEN, None]


def test_answers_that_no_longer_fit_are_kept_as_they_were(session: Session) -> None:
    path = concluded(session)
    text = path.read_text().replace('"lights_work"', '"gone"')
    path.write_text(text)
    kept = session.look(path)
    assert kept.dropped == ("gone",)
    point, lost = parts(session, path)[:2]
    assert point.items[0].text.startswith("Het was: ✓ Ja, dat mag. Zonder de antwoorden die niet meer passen: ")
    assert (lost.name, lost.items[0].text) == ("lost", "De vraag `gone` is er niet meer. Antwoord toen: `yes`.")
    assert "blijft bewaard" in lost.heading
    session.resume(kept)
    assert path.read_text() == text
    session.answer({"purpose": "commute"})
    assert "gone" not in restore(path).facts
    assert (path.parent / "old-formats" / path.name).read_text() == text


def test_a_date_after_the_reference_date_is_said_and_kept(session: Session) -> None:
    session.start("bicycle")
    session.set_date(TODAY)
    session.answer({**ANSWERS, "last_check": "2026-06-01"})
    assert not session.misdated
    session.set_date(THEN)
    assert "ligt na de peildatum" in session.misdated
    path = session.keeper.path
    assert path is not None
    session.park()
    kept = session.look(path)
    assert kept.ahead == ("last_check",)
    question = CONTENT.facts["last_check"].question.en
    said = f"1 date lies after the reference date (1 June 2012): “{question}” The answer stays"
    assert said in told(session, path, language="en")
    session.resume(kept)
    assert session.consultation.facts["last_check"] == restore(path).facts["last_check"] == "2026-06-01"
    session.set_date(TODAY)
    assert not session.misdated


def test_another_day_can_be_taken_and_undone(session: Session) -> None:
    path = concluded(session)
    session.resume(session.look(path)._replace(day=TODAY))
    assert restore(path).on == session.consultation.on == session.on == TODAY
    assert session.undo()
    assert restore(path).on == THEN


def test_what_another_window_wrote_after_we_looked_is_not_written_over(session: Session, tmp_path: Path) -> None:
    path = concluded(session)
    kept = session.look(path)
    other = opened(tmp_path)
    other.resume(other.look(path))
    other.answer({"purpose": "commute"})
    with pytest.raises(StoreError):
        session.resume(kept)
    other.park()
    session.resume(kept)
    assert session.consultation.facts["purpose"] == "commute"


def test_a_dossier_that_cannot_be_opened_leaves_the_one_in_hand(session: Session, tmp_path: Path) -> None:
    first = concluded(session)
    session.resume(session.look(first))
    kept = session.look(first)
    for broken in ("{[", 'format: "2"\nconsult: "nowhere"\non: "2026-11-22"\ndepth: "quick"\nclient: "x"\n'):
        other = tmp_path / "other.yaml"
        other.write_text(broken)
        with pytest.raises(StoreError):
            session.resume(kept._replace(path=other))
        assert session.keeper.path == first
        session.answer({"purpose": "commute"})
        assert restore(first) == session.consultation


# ---------------------------------------------------------------- the session and its file


def test_a_change_from_outside_is_a_notice_until_the_next_change_and_no_trouble(session: Session) -> None:
    session.start("bicycle")
    session.answer({"purpose": "errand"})
    session.keeper.path.write_text("theirs")
    session.answer({"borrower": "employee"})
    assert session.trouble == ""
    assert "buiten dit venster gewijzigd" in session.notice
    assert restore(session.keeper.path) == session.consultation
    session.answer({"keyholder": "yes"})
    assert session.notice == ""


def test_what_could_not_be_kept_is_kept_as_soon_as_that_is_possible(session: Session, tmp_path: Path) -> None:
    session.folder.path = session.keeper.folder.path = tmp_path / "file" / "dossiers"
    (tmp_path / "file").write_text("in the way")
    session.start("bicycle")
    session.answer({"purpose": "errand"})
    assert "waar een map hoort, staat een bestand" in session.trouble
    assert not session.safe()
    (tmp_path / "file").unlink()
    assert session.safe()
    assert restore(session.keeper.path) == session.consultation


def test_it_can_be_kept_elsewhere(session: Session, tmp_path: Path) -> None:
    session.folder.path = session.keeper.folder.path = tmp_path / "file" / "dossiers"
    (tmp_path / "file").write_text("in the way")
    session.start("bicycle")
    session.answer({"purpose": "errand"})
    assert session.keep_at(str(tmp_path / "file" / "x.yaml"))
    assert session.keep_at("~no-such-user/x.yaml")
    assert session.keep_at("\x00")
    assert session.trouble
    assert session.keep_at(str(tmp_path)) == ""
    assert session.trouble == ""
    assert session.keeper.path.parent == tmp_path
    session.answer({"borrower": "employee"})
    assert restore(session.keeper.path) == session.consultation


def test_for_whom_it_is_can_be_said_before_the_first_answer(session: Session) -> None:
    session.start("bicycle")
    session.about("  Bakkerij\tJansen ", "zomer\x1b[31m", "mr. Noor " + "x" * 500)
    found = restore(session.keeper.path)
    assert (found.client, found.matter) == ("Bakkerij Jansen", "zomer[31m")
    assert len(found.advisor) == 200
    path = session.keeper.path
    session.park()
    assert session.newest().path == path
    session.resume(session.look(path))
    session.start("planting")
    assert session.consultation.advisor == found.advisor
    assert session.consultation.client == ""


def test_an_answer_that_cannot_be_kept_for_any_reason_costs_one_line(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.start("bicycle")
    for error in (OSError(5, "Input/output error"), ValueError("odd"), UnicodeError("odd")):

        def fail(*_: object, error: Exception = error) -> None:
            raise error

        monkeypatch.setattr(session.keeper, "keep", fail)
        session.answer({"purpose": "errand" if session.given("purpose") == "trip" else "trip"})
        assert session.trouble
        assert "\n" not in session.trouble


def test_a_change_outside_is_known_from_a_failure() -> None:
    assert issubclass(ChangedOutside, Exception)
    assert not issubclass(ChangedOutside, StoreError)
