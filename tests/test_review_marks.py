"""`magdat review` where more must be known: never seen, seen anew, answers changed or lost; what is not looked at."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.test_review import CONTENT, FREE, LATER, THEN, VISITOR, Review, put
from tests.test_review import home as home
from tests.test_review import run as run
from wizard.cli import main
from wizard.dossier.consultation import Consultation, Given
from wizard.dossier.form import dump, load_dossier
from wizard.dossier.holds import came_out
from wizard.reasoning.advice import advise


def edit(path: Path, facts: Mapping[str, str] | None = None, on: date | None = None) -> Consultation:
    """The dossier with other answers, or for another day, as when the user changed that and looked at nothing."""
    said, _ = load_dossier(path)
    shared = {
        **said.shared,
        **{fact: Given(answer, at="2018-12-01T10:00:00") for fact, answer in (facts or {}).items()},
    }
    said = replace(said, shared=shared, on=on or said.on)
    path.write_text(dump(said, CONTENT.digest), "utf-8")
    return said


def never_seen(path: Path) -> None:
    said, _ = load_dossier(path)
    path.write_text(dump(replace(said, came_out=()), CONTENT.digest), "utf-8")


def seen_anew(path: Path) -> None:
    """As after the user opened it under the law of a later day, and looked."""
    said = edit(path, on=LATER)
    advice = advise(CONTENT, CONTENT.consults["bicycle"], said.facts, LATER, explore=False)
    said = replace(said, came_out=(*said.came_out, came_out(CONTENT, said, advice, "2019-01-01T12:45:00")))
    path.write_text(dump(said, CONTENT.digest), "utf-8")


def flat(text: str) -> str:
    return " ".join(text.split())


# ---------------------------------------------------------------- the table


def test_a_row_says_which_dossier_for_which_law_and_when_it_was_seen(run: Review, tmp_path: Path) -> None:
    path = put(tmp_path / "d", "2012-06-01-bicycle-093000", client="Jansen BV", matter="zomeractie")
    said, _ = load_dossier(path)
    path.write_text(dump(said.vary("Zonder klant", {"borrower": "intern"}).take(None), CONTENT.digest), "utf-8")
    _, out, _ = run(tmp_path / "d", "--on", LATER)
    rows = out.splitlines()
    at = rows.index("Jansen BV · zomeractie")
    assert rows[at + 1 : at + 3] == ["2012-06-01-bicycle-093000.yaml", "gezien 2012-06-01, recht van 2012-06-01"]
    assert rows[at + 3].split()[:2] == ["✓", "Ja,"]
    assert "2018-03-01" in rows[at + 3]
    put(tmp_path / "d", "nameless")
    assert "\n(geen naam)\nnameless.yaml\n" in run(tmp_path / "d", "--on", LATER)[1]


def test_each_advice_of_a_dossier_is_told_apart(run: Review, tmp_path: Path) -> None:
    path = put(tmp_path / "d", "two", client="Jansen BV")
    said, _ = load_dossier(path)
    said = said.vary("Stage", {"borrower": "intern"})
    advice = advise(CONTENT, CONTENT.consults["bicycle"], said.facts, THEN, explore=False)
    said = replace(said, came_out=(*said.came_out, came_out(CONTENT, said, advice, "2012-06-03T10:00:00")))
    path.write_text(dump(said.take(None), CONTENT.digest), "utf-8")
    out = run(path, "--on", LATER)[1]
    assert "\nhet plan: gezien 2012-06-01, recht van 2012-06-01\n" in out
    assert "\nvariant “Stage”: gezien 2012-06-03, recht van 2012-06-01\n" in out
    assert out.count("Jansen BV") == 1


@pytest.mark.parametrize("width", [40, 80, 140])
def test_lines_of_the_table_are_never_longer_than_the_terminal(
    run: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    edit(
        put(tmp_path / "d", "a-file-with-a-name-that-is-much-longer-than-that", client="K" * 30), {"borrower": "x" * 90}
    )
    seen_anew(put(tmp_path / "d", "seen"))
    out = run(tmp_path / "d", "--on", LATER)[1]
    assert max(map(len, out.splitlines())) <= width
    assert "…" not in out.replace("x…", "")


# ---------------------------------------------------------------- never seen


def test_what_was_never_seen_is_marked_so_and_gets_no_letter(run: Review, tmp_path: Path) -> None:
    never_seen(put(tmp_path / "d", "nooit", client="Nooit BV"))
    code, out, _ = run(tmp_path / "d", "--on", LATER)
    assert code == 1
    assert "\nnooit gezien, recht van 2012-06-01\n" in out
    assert "Van 1 dossier is het advies nooit gezien." in out
    assert "U hebt hier nog geen advies gezien." in flat(run(tmp_path / "d", "--on", LATER, "-v")[1])
    assert (
        json.loads(run(tmp_path / "d", "--on", LATER, "--json")[1])["dossiers"][0]["advices"][0]["reckoned"] == "never"
    )
    for more in ((), ("--also-seen",)):
        code, out, err = run(tmp_path / "d", "--on", LATER, "--letter", *more)
        assert (code, out) == (1, "")
        assert err.splitlines()[-1] == (
            "magdat: geen brief, want dit advies is nooit gezien, dus ook niet gegeven: nooit.yaml"
        )


def test_an_interview_broken_off_gets_no_letter(run: Review, tmp_path: Path) -> None:
    path = put(tmp_path / "d", "half")
    never_seen(path)
    said, _ = load_dossier(path)
    path.write_text(dump(replace(said, shared=dict(list(said.shared.items())[:5])), CONTENT.digest), "utf-8")
    code, out, _ = run(path, "--on", LATER, "--letter", "-o", tmp_path / "letters")
    assert not (tmp_path / "letters").exists()
    assert out.endswith("Er was geen brief nodig.\n")
    assert code in (0, 1)


# ---------------------------------------------------------------- seen anew


def test_what_was_seen_anew_is_told_apart_and_is_no_longer_a_no(run: Review, tmp_path: Path) -> None:
    seen_anew(put(tmp_path / "d", "al-gezien", client="Jansen BV"))
    code, out, _ = run(tmp_path / "d", "--on", LATER)
    assert code == 0
    assert "1 dossier geldt niet meer, maar u hebt de nieuwe uitkomst al gezien." in out
    assert "(nieuwe uitkomst gezien op 1 januari 2019, 12:45)" in out
    assert "✓ Ja, dat mag → ✓! Ja, mits" in out
    assert "\ngezien 2012-06-01, recht van 2012-06-01\n" in out
    data = json.loads(run(tmp_path / "d", "--on", LATER, "--json")[1])
    (one,) = data["dossiers"]
    assert (data["turned"], data["seen_again"], one["status"], one["holds"]) == (0, 1, "seen_again", False)
    assert one["advices"][0]["seen_again"] == "2019-01-01T12:45:00+01:00"
    put(tmp_path / "d", "turned")
    assert run(tmp_path / "d", "--on", LATER)[0] == 1, "the other one is still a no"


def test_a_letter_on_what_was_seen_anew_comes_with_an_option(run: Review, tmp_path: Path) -> None:
    path = put(tmp_path / "d", "al-gezien", client="Jansen BV")
    seen_anew(path)
    code, out, err = run(path, "--on", LATER, "--letter")
    assert (code, out) == (0, "")
    assert "al-gezien.yaml" in err.splitlines()[-1]
    assert "--also-seen" in err.splitlines()[-1]
    code, out, err = run(path, "--on", LATER, "--letter", "--also-seen")
    assert code == 0
    assert "luidde, naar het recht van 1 juni 2012: **Ja, dat mag**. Nu luidt het: **Ja, mits**." in out
    assert "geen brief" not in err
    code, _, err = run(path, "--also-seen")
    assert code == 2
    assert "--also-seen" in err


# ---------------------------------------------------------------- answers changed, answers lost


def test_answers_changed_since_are_marked_beside_the_advice_given(run: Review, tmp_path: Path) -> None:
    path = put(tmp_path / "d", "gewijzigd", {**FREE, "keyholder": "no"})
    edit(path, {"keyholder": "yes"})
    code, out, _ = run(path, "--on", LATER)
    assert code == 1
    assert "✗ Nee, dat mag niet → ✓! Ja, mits" in out
    assert "(antwoorden gewijzigd na het advies)" in out
    told = flat(run(path, "--on", LATER, "-v")[1])
    assert "U zag op 1 juni 2012, 09:30: ✗ Nee, dat mag niet (recht van 1 juni 2012). - Daarna zijn antwoorden" in told
    (one,) = json.loads(run(path, "--on", LATER, "--json")[1])["dossiers"]
    assert (one["advices"][0]["reckoned"], one["advices"][0]["since"]) == ("changed", "2018-03-01")
    code, out, _ = run(path, "--on", THEN)
    assert code == 0, "neither law nor trees did it"
    assert "Van 1 dossier zijn antwoorden gewijzigd nadat u het advies zag" in out


def test_answers_lost_make_it_uncertain_and_are_told_in_words(run: Review, tmp_path: Path) -> None:
    path = put(tmp_path / "d", "kwijt", client="Jansen BV")
    edit(path, {"borrower": "employeee", "unheard_of": "yes"})
    question = CONTENT.facts["borrower"].question.nl
    label = CONTENT.facts["borrower"].answers["employee"].label.nl
    for more in ((), ("-v",)):
        for day in (THEN, LATER):
            code, out, _ = run(path, "--on", day, *more)
            assert code == 1
            told = flat(out)
            assert "1 dossier is niet zeker: antwoorden passen niet meer." in told
            assert f"“{question}” Antwoord toen: `employeee`. Bedoelde u “{label}”?" in told
            assert "De vraag `unheard_of` is er niet meer. Antwoord toen: `yes`." in told
            for untrue in ("geldt nog", "gelden nog", "gewijzigd", "geldt niet meer", "onze vastlegging", "2018-03-01"):
                assert untrue not in told
    (one,) = json.loads(run(path, "--on", THEN, "--json")[1])["dossiers"]
    assert (one["status"], one["holds"], one["changed"]) == ("unsure", False, None)
    assert one["dropped"][0] == {
        "fact": "borrower",
        "answer": "employeee",
        "variant": None,
        "about": "borrower",
        "question": CONTENT.facts["borrower"].question.nl,
        "nearest": "employee",
    }
    code, out, err = run(path, "--on", LATER, "--letter")
    assert (code, out) == (1, "")
    assert err.splitlines()[-1].endswith("open het dossier en beantwoord die vragen: kwijt.yaml")


def test_a_dossier_with_no_answer_left_is_a_no(run: Review, tmp_path: Path) -> None:
    path = put(tmp_path / "d", "leeg", VISITOR)
    never_seen(path)
    said, _ = load_dossier(path)
    path.write_text(dump(replace(said, shared={"borrower": Given("visitorr")}), CONTENT.digest), "utf-8")
    code, out, _ = run(path, "--on", LATER)
    assert code == 1
    assert "niet zeker: antwoorden passen niet meer" in out


def test_text_of_an_answer_that_was_lost_is_shown_to_the_letter_and_not_at_length(run: Review, tmp_path: Path) -> None:
    path = put(tmp_path / "d", "vreemd")
    edit(path, {"borrower": "{question} [b]x[/] " + "y" * 500})
    out = run(path, "--on", LATER)[1]
    assert "{question} [b]x[/] y" in flat(out)
    assert "y" * 100 not in out


def test_an_answer_to_another_consult_is_not_lost_where_only_some_law_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As data, only the law of the consults of the dossiers is read; a question of another is there too."""
    said = Consultation("approach", date(2026, 6, 30), {"channel": Given("post"), "borrow_way": Given("unknown")})
    path = tmp_path / "a.yaml"
    path.write_text(dump(said, "0" * 64), "utf-8")
    main(["review", str(path), "--json", "--on", "2026-06-30"])
    data = json.loads(capsys.readouterr().out)
    assert (data["unsure"], data["dossiers"][0]["dropped"]) == (0, [])


# ---------------------------------------------------------------- what a folder holds besides


def test_what_is_not_looked_at_is_said_in_one_line(run: Review, tmp_path: Path) -> None:
    folder = tmp_path / "d"
    put(folder, "free")
    put(folder / "archive", "old")
    put(folder / "old-formats", "older")
    put(folder / ".hidden", "hidden")
    away = "1 dossier in het archief (old.yaml); noem de map archive om het na te kijken"
    assert run(folder, "--on", LATER)[2] == f"magdat: niet nagekeken in {folder}: {away}\n"
    assert run(folder / "archive", "--on", LATER)[2] == ""
    for name in ("2025", "klanten"):
        put(folder / name, "below")
    (folder / "vergeten.yml").write_text("a: b")
    (folder / "VERGETEN.YAML").write_text("a: b")
    code, _, err = run(folder, "--on", LATER)
    assert code == 1
    assert err == (
        f"magdat: niet nagekeken in {folder}: 2 submappen (2025, klanten), wel met --recursive;"
        f" 2 andere bestanden (VERGETEN.YAML, vergeten.yml); een dossier eindigt op .yaml; {away}\n"
    )
    assert run("--dossiers", folder, "--on", LATER)[2] == err
    assert json.loads(run(folder, "--on", LATER, "--json")[1])["reviewed"] == 1


def test_subfolders_are_taken_along_on_request(run: Review, tmp_path: Path) -> None:
    folder = tmp_path / "d"
    put(folder / "2025", "a")
    put(folder / "2025" / "archive", "away")
    put(folder / "2025" / "maart", "b")
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    assert run(folder, "--on", LATER)[0] == 2, "the folder itself holds none"
    for option in ("-r", "--recursive"):
        code, out, err = run(folder, option, "--on", LATER, "--json")
        assert code == 1
        assert err == (
            f"magdat: niet nagekeken in {folder}: 1 gekoppelde map (loop); noem die map zelf om hem na te kijken;"
            " 1 dossier in het archief (away.yaml); noem de map archive om het na te kijken\n"
        )
        assert [one["name"] for one in json.loads(out)["dossiers"]] == ["a", "b"]
    rows = run(folder, "-r", "--on", LATER)[1].splitlines()
    assert "a.yaml" in rows
    assert os.path.join("maart", "b.yaml") in rows


def test_a_link_that_leads_nowhere_is_named_and_the_rest_is_reviewed(run: Review, tmp_path: Path) -> None:
    put(tmp_path / "d", "one")
    (tmp_path / "d" / "loop.yaml").symlink_to("loop.yaml")
    (tmp_path / "d" / "share.yaml").symlink_to(tmp_path / "not connected" / "share.yaml")
    for options in ((), ("-r",)):
        code, out, err = run(tmp_path / "d", *options, "--on", LATER, "--json")
        assert code == 1
        assert json.loads(out)["reviewed"] == 1
        assert "loop.yaml: kan niet worden gelezen: de koppeling verwijst in een kring" in err
        assert "share.yaml: kan niet worden gelezen: dat is er niet meer" in err


# ---------------------------------------------------------------- how many letters


def test_letters_are_counted_and_so_are_their_forms(run: Review, tmp_path: Path) -> None:
    for name in ("one", "two"):
        put(tmp_path / "d", name)
    words = (tmp_path / "d", "--on", LATER, "--letter", "--force", "-o", tmp_path / "out")
    assert "2 brieven in " in run(*words)[1]
    assert run(*words, "--format", "md,html")[1].endswith(", elk in 2 vormen.\n")
    assert len(list((tmp_path / "out").iterdir())) == 4
    assert "1 brief in " in run(tmp_path / "d" / "one.yaml", *words[1:])[1]


def test_on_standard_error_each_thing_has_a_line_of_its_own(run: Review, tmp_path: Path) -> None:
    put(tmp_path / "d", "one")
    never_seen(put(tmp_path / "d", "two"))
    err = run(tmp_path / "d", "--on", LATER, "--letter")[2]
    assert [line.partition(":")[0] for line in err.splitlines()] == ["magdat"] * len(err.splitlines())
    assert "magdat: 2 dossiers gelden niet meer: 2 met een ander antwoord.\n" in err


def test_times_have_their_zone_in_the_list_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(tmp_path / "d", "free", created="2012-06-01T09:00:00")
    main(["dossiers", "--dossiers", str(tmp_path / "d"), "--json"])
    (one,) = json.loads(capsys.readouterr().out)
    assert (one["created"], one["seen"]["at"]) == ("2012-06-01T09:00:00+02:00", "2012-06-01T09:30:00+02:00")
    assert one["changed"][-6:] in ("+01:00", "+02:00")
