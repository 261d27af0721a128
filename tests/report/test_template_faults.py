"""What is said of a mistake in a firm's own template or look: what, why, and how to mend it, in both languages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from wizard.content.model import Content
from wizard.reasoning.advice import advise
from wizard.report.export import Look, export
from wizard.report.fault import ReportError

DAY = date(2026, 11, 21)
INSIDE = ("object", "View", "Undefined", "Error", "wizard.", "NoneType", "jinja2", "has no attribute")
"""What no one who writes a template should have to read."""


def refused(content: Content, folder: Path, form: str, language: str, style: Path | None = None) -> str:
    """Why the report cannot be made, in one line."""
    advice = advise(content, content.consults["bicycle"], {"purpose": "commute"}, DAY)
    with pytest.raises(ReportError) as caught:
        export(content, advice, "nl", form, look=Look(folder, style))
    said = caught.value.say(language)
    assert "\n" not in said
    assert not [word for word in INSIDE if word in said], said
    return said


@pytest.mark.parametrize(
    ("line", "nl", "en"),
    [
        (
            "{{ advice.verdit.word }}",
            "`verdit` bestaat hier niet; bedoelt u `verdict`?",
            "`verdit` does not exist here; did you mean `verdict`?",
        ),
        ("{{ advise.subject }}", "`advise` bestaat hier niet; bedoelt u `advice`?", "did you mean `advice`?"),
        ("{{ advice.subject.uper() }}", "`uper` bestaat hier niet; bedoelt u `upper`?", "did you mean `upper`?"),
        ("{% for d in advice.duties %}{{ d.txt }}{% endfor %}{{ zzz }}", "bestaat hier niet", "does not exist here"),
        ("{{ advice.timeline.periods }}", "wat ervoor staat is hier leeg; zet er `{% if … %}` omheen", "is empty here"),
        ("{{ advice.subject | uper }}", "filter `uper` bestaat hier niet; bedoelt u `upper`?", "there is no filter"),
        ("{{ 1 is evven }}", "toets `evven` bestaat hier niet; bedoelt u `even`?", "did you mean `even`?"),
        ("{% iff x %}", "`{% iff %}` bestaat niet; bedoelt u `if`?", "there is no `{% iff %}`; did you mean `if`?"),
        ("{% if advice.no %}", "`{% endif %}` mist", "`{% endif %}` is missing"),
        ("{{ advice.subject", "`}}` mist", "`}}` is missing"),
        ("{{ advice.subject subject }}", "`subject` past hier niet", "`subject` does not fit here"),
        ("{% include '/etc/hostname' %}", "geen sjabloon `/etc/hostname` in uw map", "no template `/etc/hostname`"),
        ("{% include 'duti.nl.md.jinja' %}", "bedoelt u `duties.nl.md.jinja`?", "did you mean `duties.nl.md.jinja`?"),
        ("{{ advice.duties }}", "dit is geen tekst", "this is not a text"),
        (
            "{% for a in range(900) %}{% for b in range(900) %}{% endfor %}{% endfor %}",
            "dit sjabloon doet te veel; ",
            "this template does too much; ",
        ),
        ("{% for a in range(9999) %}{% endfor %}", "`range` gaat tot 1000", "`range` goes up to 1000"),
        ("{{ advice.__class__ }}", "`__class__` mag hier niet", "`__class__` is not allowed here"),
        ("{{ 'a' * 9 }}", "`*` kan hier niet", "`*` is not possible here"),
        ("{{ 1 / 0 }}", "hier wordt door nul gedeeld", "this divides by zero"),
        ("{{ 1 < 'a' }}", "waar iets anders nodig is", "where something else is needed"),
    ],
)
def test_a_mistake_in_a_template(content: Content, tmp_path: Path, line: str, nl: str, en: str) -> None:
    (tmp_path / "advice.nl.md.jinja").write_text(f"# Advies\n{line}\n", "utf-8")
    for language, words in (("nl", nl), ("en", en)):
        said = refused(content, tmp_path, "md", language)
        assert said.startswith(("advice.nl.md.jinja:2: ", "advice.nl.md.jinja:3: "))
        assert words in said


@pytest.mark.parametrize(
    ("file", "text", "nl", "en"),
    [
        (
            "report.typ",
            '#import "x.typ"',
            "report.typ:1: `import` mag hier niet: de opmaak neemt geen andere code op",
            "report.typ:1: `import` is not allowed here: the look takes in no other code",
        ),
        ("report.typ", "#let x = nowhere\n", "Typst meldt “", "Typst says “"),
        (
            "report.css",
            "p { background: url(x.png) }",
            "report.css:1: `url(` mag hier niet: de bladzijde haalt niets op; zet een plaatje",
            "report.css:1: `url(` is not allowed here: the page fetches nothing; put a picture in it",
        ),
        ("report.css", "</style>", "`</` mag hier niet: dat sluit de opmaak af", "would end the style"),
        ("report.css", '@import "x"', "`@import` mag hier niet: de bladzijde haalt niets op", "fetches nothing"),
    ],
)
def test_a_mistake_in_the_look(content: Content, tmp_path: Path, file: str, text: str, nl: str, en: str) -> None:
    (tmp_path / file).write_text(text, "utf-8")
    form = "pdf" if file.endswith("typ") else "html"
    assert nl in refused(content, tmp_path, form, "nl")
    assert en in refused(content, tmp_path, form, "en")


def test_a_file_that_is_no_text_or_no_word_file(content: Content, tmp_path: Path) -> None:
    (tmp_path / "report.css").write_bytes(b"caf\xe9")
    assert "dit bestand is geen UTF-8; bewaar het als UTF-8" in refused(content, tmp_path, "html", "nl")
    style = tmp_path / "huis.docx"
    style.write_text("geen zip")
    assert "dit is geen Word-bestand dat kan worden gebruikt" in refused(content, tmp_path, "docx", "nl", style)
