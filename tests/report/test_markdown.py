"""What a report says, and what it leaves out."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.report.conftest import Report, section

BORROW = {
    "purpose": "errand",
    "borrower": "employee",
    "keyholder": "yes",
    "last_check": "2026-05-01",
    "bought": "2020-01-01",
    "brakes_work": "yes",
    "lights_work": "yes",
    "tyres_hard": "yes",
}
OLD = BORROW | {"bought": "2014-06-01"}
UNCHECKED = BORROW | {"last_check": "2024-05-01"}
VISITOR = {"purpose": "errand", "borrower": "visitor"}
OPEN = {"purpose": "commute", "borrower": "unknown"}

HEADINGS = {
    "nl": {
        "open": "Wat nog open is",
        "situation": "Voor welke situatie",
        "assumed": "Waar wij van uitgaan",
        "duties": "Wat u nu moet doen",
        "options": "Wat u in plaats daarvan kunt doen",
        "weigh": "Wat u zelf moet afwegen",
        "why": "Waarom, stap voor stap",
        "decides": "Wat dit antwoord bepaalt",
        "contested": "Waarover de meningen verschillen",
        "risk": "Toezicht en risico",
        "sources": "Bronnen",
        "unused": "Antwoorden die niet zijn gebruikt",
        "account": "Verantwoording",
    },
    "en": {
        "open": "What is still open",
        "situation": "For which situation",
        "assumed": "What we assume",
        "duties": "What to do now",
        "options": "What you can do instead",
        "weigh": "What you must weigh yourself",
        "why": "Why, step by step",
        "decides": "What decides this answer",
        "contested": "Where opinions differ",
        "risk": "Supervision and risk",
        "sources": "Sources",
        "unused": "Answers that were not used",
        "account": "Account",
    },
}


def sections(text: str, language: str) -> list[str]:
    """The names of the sections, in order, without the verdict that comes first."""
    names = {heading: name for name, heading in HEADINGS[language].items()}
    return [names[heading] for heading in re.findall(r"^## (.*)$", text, re.MULTILINE)[1:]]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (BORROW, ["situation", "assumed", "duties", "why", "decides", "contested", "risk", "sources", "account"]),
        (OLD, ["situation", "duties", "weigh", "why", "decides", "risk", "sources", "unused", "account"]),
        (UNCHECKED, ["situation", "duties", "why", "decides", "risk", "sources", "unused", "account"]),
        (VISITOR, ["situation", "why", "decides", "risk", "sources", "account"]),
        (
            BORROW | {"keyholder": "no"},
            ["situation", "duties", "options", "why", "decides", "risk", "sources", "unused", "account"],
        ),
        ({"purpose": "tidy"}, ["situation", "why", "decides", "sources", "account"]),
        (OPEN, ["open", "situation", "why", "risk", "sources", "account"]),
        (
            VISITOR | {"keyholder": "yes"},
            ["situation", "why", "decides", "risk", "sources", "unused", "account"],
        ),
    ],
    ids=["conditional", "assess", "forbidden", "code", "curable", "not_applicable", "open", "clash"],
)
def test_sections_appear_when_there_is_something_to_say(
    report: Report, facts: dict[str, str], expected: list[str], language: str
) -> None:
    assert sections(report(facts, language=language), language) == expected


@pytest.mark.parametrize(
    ("facts", "headline"),
    [
        (BORROW, "## ✓! Ja, mits\n\nU mag de fiets lenen als u hem inschrijft en nakijkt.\n"),
        (OLD, "## ? Zelf afwegen\n\nEen oude fiets mag alleen mee als dat verstandig is.\n"),
        (UNCHECKED, "## ✗ Nee, dat mag niet\n\nDe fiets is langer dan een jaar niet nagekeken.\n"),
        ({"purpose": "tidy"}, "## – Niet van toepassing\n\nU leent de fiets niet. U zet hem alleen recht.\n"),
    ],
)
def test_opens_with_the_verdict_and_its_reason(report: Report, facts: dict[str, str], headline: str) -> None:
    assert report(facts).startswith(f"# Advies: De kantoorfiets lenen\n\n{headline}")


def test_a_consult_keeps_its_own_words_for_a_verdict(report: Report) -> None:
    text = report({"spot": "roadside", "neighbours_agree": "yes"}, consult="planting")
    assert "## ✗ Niet planten" in text
    assert "Nee, dat mag niet" not in text


def test_open_facts_come_before_the_situation_with_their_notes(report: Report) -> None:
    text = report(OPEN, notes={"borrower": "Piet vraagt het na"})
    assert "## … Nog niet zeker" in text
    assert "**✗ Nee, dat mag niet**" in text.split("\n## ")[1]
    unsure = section(text, "Wat nog open is")
    assert "- Wie bent u? Waarom, en wie zoekt dit uit: “Piet vraagt het na”" in unsure
    assert "- Hebt u de sleutel?" in unsure.split("nog niet beantwoord")[1]
    assert "Wie bent u? “Bezoeker”. → **✗ Nee, dat mag niet**" in unsure
    assert "Wie bent u?" not in section(text, "Voor welke situatie")


def test_assumptions_stand_with_what_is_open(report: Report) -> None:
    text = report({key: value for key, value in BORROW.items() if key != "tyres_hard"})
    assert "Bent u jonger dan 18? **Nee**" in section(text, "Wat nog open is")
    assert "Waar wij van uitgaan" not in text


def test_duties_are_a_checklist_with_deadline_and_source(report: Report) -> None:
    duties = section(report(BORROW), "Wat u nu moet doen")
    assert "- [ ] Schrijf op wanneer u de fiets meeneemt en terugbrengt. **Termijn:** Vóór vertrek, en" in duties
    assert " binnen een uur na terugkomst. (" in duties
    assert "Mocht het later" not in duties
    assert "Draag een helm" not in duties


def test_a_code_of_conduct_is_not_called_the_law(report: Report) -> None:
    text = report(VISITOR)
    assert "**Let op:** dit volgt uit een gedragscode, niet uit de wet. De wet verbiedt het niet." in text
    assert "gedragscode, niet uit de wet" not in report(UNCHECKED)


def test_weighing_gives_points_and_our_reading(report: Report) -> None:
    weigh = section(report(OLD), "Wat u zelf moet afwegen")
    assert "- Hoe ver u fietst." in weigh
    assert "Onze lezing: **waarschijnlijk goed**." in weigh


def test_what_can_be_done_instead(report: Report) -> None:
    text = report(BORROW | {"keyholder": "no"}, language="en")
    assert "- Ask the caretaker for the key. The answer then becomes: **✓! Yes, provided**." in text


def test_steps_show_periods_dates_presumptions_and_tests(report: Report) -> None:
    why = section(report(BORROW), "Waarom, stap voor stap")
    assert "1. Waarvoor neemt u de fiets mee? → Een boodschap voor kantoor. (" in why
    assert "Hier telt de peildatum: de regel die sinds 1 januari 2024 geldt. (" in why
    assert "→ 1 mei 2026, dus minder dan 1 jaar vóór de peildatum. (" in why
    assert "→ 1 januari 2020, dus niet vóór 1 januari 2015. (" in why
    assert "→ Nee (daar gaan wij van uit)." in why
    assert "\n    - Doen de remmen het? → Ja." in why
    assert "Zie hierboven: U mag de fiets lenen" in why
    old = section(report(BORROW, on="2019-01-01"), "Waarom, stap voor stap")
    assert "de regel van 1 maart 2018 tot 1 januari 2024." in old
    oldest = section(report(BORROW, on="2012-01-01"), "Waarom, stap voor stap")
    assert "de regel van vóór 1 maart 2018." in oldest


def test_steps_are_one_list_to_a_markdown_reader(report: Report) -> None:
    why = section(report(BORROW), "Waarom, stap voor stap")
    tokens = MarkdownIt("commonmark").parse(why)
    ordered = [token for token in tokens if token.type == "ordered_list_open"]
    assert [token.level for token in ordered] == [0, 0]
    nested = [token for token in tokens if token.type == "bullet_list_open"]
    assert [token.level for token in nested] == [2]


def test_a_citation_changes_place_with_the_date(report: Report, content: object) -> None:
    before, after = report(BORROW, on="2017-06-01"), report(BORROW, on="2018-03-01")
    assert cited(before) != cited(after)
    assert "/2017-06-01>" in before
    assert "/2018-03-01>" in after


def cited(text: str) -> str:
    return re.findall(r"^1\. .*? \((.*)\)$", text, re.MULTILINE)[0]


def test_each_source_once_with_link_kind_and_day_of_check(report: Report) -> None:
    sources = section(report(BORROW), "Bronnen")
    names = re.findall(r"^- \*\*(.*?)\*\* \((.*?)\)\.", sources, re.MULTILINE)
    assert len(names) == len(set(names)) >= 4
    assert [kind for _, kind in names] == sorted(
        (kind for _, kind in names),
        key=["wet", "rechtspraak", "uitleg van een toezichthouder", "gedragscode", "commentaar"].index,
    )
    assert all("Gecontroleerd op" in line for line in sources.splitlines() if line.startswith("- "))


def test_an_old_check_is_flagged_against_the_reference_date(report: Report) -> None:
    assert "Deze controle is oud" not in report(BORROW)
    late = report(BORROW | {"last_check": "2029-01-01"}, on="2029-06-01")
    assert "**Deze controle is oud.**" in late
    assert "bronnen zijn meer dan 12 maanden niet gecontroleerd" in late


def test_answers_not_used_and_contradictions_are_told(report: Report) -> None:
    unused = section(report(UNCHECKED, notes={"brakes_work": "net gemaakt"}), "Antwoorden die niet zijn gebruikt")
    assert unused.count("voor het advies niet nodig") == 1
    assert "- Doen de remmen het? **Ja** Uw notitie: “net gemaakt”" in unused
    clash = section(report(VISITOR | {"keyholder": "yes"}), "Antwoorden die niet zijn gebruikt")
    assert "Op de vraag “Hebt u de sleutel?” gaf u dit antwoord: “Ja”." in clash
    assert "Daarom gingen wij uit van: “Nee”." in clash


def test_account(report: Report) -> None:
    account = section(report(BORROW), "Verantwoording")
    assert "versie 1.2.3" in account
    assert re.search(r"SHA-256\): [0-9a-f]{64}\n$", account)
    assert "Het vervangt niet het oordeel van een jurist" in account


def test_no_names_of_the_content_files_are_visible(report: Report) -> None:
    text = "\n".join(report(facts, language=lang) for facts in (BORROW, OPEN, VISITOR, OLD) for lang in ("nl", "en"))
    for name in (
        "last_check",
        "keyholder",
        "log-book",
        "bicycle-rule",
        "OLD_BICYCLE",
        "self_regulation",
        "None",
        "Text(",
    ):
        assert name not in text


def test_untrusted_notes_cannot_become_markup(report: Report) -> None:
    note = "# kop\n<script>x</script> [klik](https://kwaad.example) **vet** \x1b[31m\u202e | a |"
    text = report(BORROW, notes={"purpose": note})
    html = MarkdownIt("gfm-like").render(text)
    assert "# kop &lt;script&gt;x&lt;/script&gt; [klik](https://kwaad.example) **vet** [31m | a |" in html
    assert "\x1b" not in text
    assert "\u202e" not in text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_golden(report: Report, language: str) -> None:
    """The whole letter, to be read by people. To accept a change: delete the file and run the test twice."""
    file = Path(__file__).parent / f"golden_{language}.md"
    facts = BORROW if language == "nl" else BORROW | {"weather": "unknown"}
    found = report(facts, language=language, notes={"weather": "ask KNMI", "purpose": "*pakje* naar Jansen & Zn."})
    found = re.sub(r"[0-9a-f]{64}", "HASH", found)
    if not file.exists():
        file.write_text(found, "utf-8")
        pytest.fail(f"{file.name} written: read it and run again")
    assert found == file.read_text("utf-8")


def test_same_bytes_in_every_process(report: Report) -> None:
    script = (
        "from datetime import date; from pathlib import Path; import sys;"
        "from wizard.content.load import load; from wizard.reasoning.advice import advise;"
        "from wizard.report.markdown import render;"
        "c = load(Path(sys.argv[1]));"
        "a = advise(c, c.consults['bicycle'], {'purpose': 'commute'}, date(2026, 11, 21));"
        "sys.stdout.buffer.write(render(c, a).encode())"
    )
    good = str(Path(__file__).parents[1] / "trees" / "good")
    runs = [
        subprocess.run(
            [sys.executable, "-c", script, good],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "TZ": zone},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    ]
    assert runs[0] == runs[1] != b""
