"""Templates: the same in both languages, and a mistake in one is a clear line, never a way into the program."""

import re
import shutil
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from tests.report.conftest import Report
from wizard.report import sandbox
from wizard.report.export import convert, house
from wizard.report.markdown import ReportError, default_templates

BORROW = {"purpose": "errand", "borrower": "employee"}


def test_both_languages_have_the_same_structure() -> None:
    parts = [path.name.split(".")[0] for path in default_templates().glob("*.nl.md.jinja")]
    assert {"advice", "letter", "summary", "review", "step", "risk"} <= set(parts)
    for part in parts:
        nl, en = ((default_templates() / f"{part}.{lang}.md.jinja").read_text("utf-8") for lang in ("nl", "en"))
        assert structure(nl) == structure(en), part


def structure(template: str) -> list[str]:
    """The blocks and names of a template, without its words."""
    bare = re.sub(r"{#.*?#}", "", template, flags=re.DOTALL)
    blocks = [re.sub(r'"[^"]*"', '""', block) for block in re.findall(r"{%.*?%}|{{.*?}}", bare)]
    return [block for block in blocks if "years ==" not in block]  # Dutch says "3 jaar", English "1 year", "3 years"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{{ advice.verdikt }}", "advice.nl.md.jinja:2: .*verdikt"),
        ("{{ advice.subject", "advice.nl.md.jinja:2: "),
        ("{% if advice.no %}", "advice.nl.md.jinja:.: .*endif"),
        ("{{ advice.verdict.word.nope }}", "advice.nl.md.jinja:2: .*nope"),
        ("{{ 1 / 0 }}", "advice.nl.md.jinja:2: .*by zero"),
        ("{% include 'nothing' %}", "advice.nl.md.jinja:2: .*nothing"),
        ("{% include 'advice.nl.md.jinja' %}", "advice.nl.md.jinja:2: .*takes itself in"),
        ("{{ advice.__class__.__mro__ }}", "advice.nl.md.jinja:2: .*__class__"),
        ("{{ advice.subject.format.__globals__ }}", "advice.nl.md.jinja:2: .*__globals__"),
        ("{{ ''.__class__ }}", "advice.nl.md.jinja:2: .*__class__"),
        ("{{ self.__init__.__globals__ }}", "advice.nl.md.jinja:2: "),
        ("{{ cycler.__init__.__globals__.os }}", "advice.nl.md.jinja:2: "),
        ("{{ lipsum.__globals__ }}", "advice.nl.md.jinja:2: .*lipsum"),
        ("{{ '{0.__class__}'.format(advice) }}", "advice.nl.md.jinja:2: `format`"),
        ("{% for n in range(10000000) %}{% endfor %}", "advice.nl.md.jinja:2: "),
    ],
)
def test_a_mistake_in_a_template_is_one_clear_line(tmp_path: Path, report: Report, line: str, expected: str) -> None:
    (tmp_path / "advice.nl.md.jinja").write_text(f"# Advies\n{line}\n", "utf-8")
    with pytest.raises(ReportError, match=expected) as caught:
        report(BORROW, templates=tmp_path)
    assert "\n" not in str(caught.value)


def test_a_missing_template_is_one_clear_line(tmp_path: Path, report: Report) -> None:
    (tmp_path / "letter.nl.md.jinja").write_text("# Brief")
    with pytest.raises(ReportError, match=r"advice\.nl\.md\.jinja") as caught:
        report(BORROW, templates=tmp_path)
    assert str(tmp_path) in str(caught.value)
    assert "mend the template" in caught.value.say("en")
    assert "verbeter het sjabloon" in caught.value.say("nl")


def test_what_a_folder_lacks_comes_from_the_program(tmp_path: Path, report: Report) -> None:
    (tmp_path / "report.css").write_text("")
    assert report(BORROW, templates=tmp_path) == report(BORROW)
    (tmp_path / "advice.nl.md.jinja").write_text('# Van ons\n\n{% include "duties.nl.md.jinja" %}\n')
    text = report(BORROW, templates=tmp_path)
    assert text.startswith("# Van ons\n")
    assert report(BORROW, language="nl") != text
    (tmp_path / "duties.nl.md.jinja").write_text("Onze plichten: {{ advice.duties | length }}")
    assert report(BORROW, templates=tmp_path) == f"# Van ons\n\nOnze plichten: {text.count('- [ ]')}\n"


# ---------------------------------------------------------------- what a template may not do


def refused(folder: Path, report: Report, line: str) -> str:
    (folder / "advice.nl.md.jinja").write_text(f"# Advies\n{line}\n", "utf-8")
    with pytest.raises(ReportError) as caught:
        report(BORROW, templates=folder)
    text = str(caught.value)
    assert "\n" not in text
    assert len(text) < 500
    return text


@pytest.mark.parametrize(
    "line",
    [
        "{% for a in range(900) %}{% for b in range(900) %}{% endfor %}{% endfor %}",
        "{% for a in range(900) %}{% for b in range(900) %}x{% endfor %}{% endfor %}",
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
        "{% set a = 'x' * 1000000000 %}",
        "{% set a = 10 ** 10 ** 10 %}",
        "{{ '%9999999999d' % 1 }}",
        "{{ 'x'.center(9999999999) }}",
        "{{ 'x'.ljust(9999999999) }}",
        "{{ '{:>9999999999}'.format(1) }}",
        "{{ 'x' | center(9999999999) }}",
        "{{ 'x' | indent(9999999999) }}",
        "{{ 'x' | replace('x', 'xx') }}",
        "{{ [1] | batch(9999999999, 'x') | list }}",
        "{{ lipsum(9999) }}",
        "{% set a = '0123456789' %}"
        + "".join(f"{{% set {new} = {old} ~ {old} %}}" for old, new in pairwise("abcdefghijklmnopqrstuvwxyz"))
        + "{{ z }}",
        "{% set a = '0123456789' %}"
        + "".join(f"{{% set {new} = {old} + {old} %}}" for old, new in pairwise("abcdefghijklmnopqrstuvwxyz"))
        + "{{ z }}",
        "{% set a = [1] %}"
        + "".join(f"{{% set {new} = {old} + {old} %}}" for old, new in pairwise("abcdefghijklmnopqrstuvwxyz"))
        + "{{ z | length }}",
        "{% set a %}0123456789{% endset %}"
        + "".join(
            f"{{% set {new} %}}{{{{ {old} }}}}{{{{ {old} }}}}{{% endset %}}"
            for old, new in pairwise("abcdefghijklmnopqrstuvwxyz")
        )
        + "{{ z }}",
        "{{ [[1, 2], 3] }}",
        "{{ advice }}",
        "{{ advice.duties }}",
        "{% for a in advice.findings recursive %}{{ loop(advice.findings) }}{% endfor %}",
        # the words of the template itself, written again and again; by a loop, a macro, a part, and kept unwritten
        "{% for a in range(999) %}" + "woord " * 2000 + "{% endfor %}",
        "{% macro m() %}" + "woord " * 2000 + "{% endmacro %}{% for a in range(999) %}{{ m() | length }}{% endfor %}",
        "{% set s %}{% for a in range(999) %}" + "woord " * 2000 + "{% endfor %}{% endset %}",
        "{% for a in range(999) %}{% include 'part' %}{% endfor %}",
        # what costs time for what is long, though it makes nothing longer
        "{% set s %}"
        + "woord " * 2000
        + "{% endset %}{% for a in range(999) %}{% if 'zz' in s %}{% endif %}{% endfor %}",
        "{% set s %}" + "woord " * 2000 + "{% endset %}{% for a in range(999) %}{% set t = s[1:] %}{% endfor %}",
        "{% for a in range(99) %}{% set b = range(999) | sort %}{% endfor %}",
        "{% for a in range(99) %}{% set b = range(999) | map('string') | list %}{% endfor %}",
        "{% set s = 'a' %}{{ s is lower }}",
        "{{ 1 is in [1] }}",
    ],
)
def test_a_template_cannot_run_or_write_without_end(
    tmp_path: Path, report: Report, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sandbox, "CHARACTERS", 1_000_000)  # the budget is the same in kind, and sooner spent
    monkeypatch.setattr(sandbox, "STEPS", 10_000)
    (tmp_path / "part").write_text("woord " * 2000)
    assert re.match(r"(advice\.nl\.md\.jinja:2|part:1): ", refused(tmp_path, report, line))


def test_a_template_stops_at_the_same_place_whether_it_was_made_ready_before_or_not(
    tmp_path: Path, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sandbox, "STEPS", 1_000)
    line = "{{ 'x' ~ 'y' }}{% for a in range(900) %}{% for b in range(900) %}{{ 'z' ~ a }}{% endfor %}{% endfor %}"
    assert refused(tmp_path, report, line) == refused(tmp_path, report, line)
    file = tmp_path / "advice.nl.md.jinja"
    file.write_text("een")
    assert report(BORROW, templates=tmp_path) == "een\n"
    file.write_text("twee")
    assert report(BORROW, templates=tmp_path) == "twee\n", "a changed template is read anew"


def test_a_long_report_stays_far_within_the_budget(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "STEPS", sandbox.STEPS // 100)
    monkeypatch.setattr(sandbox, "CHARACTERS", sandbox.CHARACTERS // 100)
    assert report(BORROW | {"keyholder": "yes", "last_check": "2026-05-01"})


def test_a_template_reads_no_file_outside_its_folder(tmp_path: Path, report: Report) -> None:
    secret = tmp_path / "secret.jinja"
    secret.write_text("geheim")
    folder = tmp_path / "huis"
    folder.mkdir()
    for name in ("../secret.jinja", str(secret), "..\\\\secret.jinja", "a/../../secret.jinja"):
        assert "geheim" not in refused(folder, report, f'{{% include "{name}" %}}')
    (folder / "link.jinja").symlink_to(secret)
    assert "leads outside the folder" in refused(folder, report, '{% include "link.jinja" %}')
    (folder / "large.jinja").write_bytes(b"x" * 1_000_001)
    assert "larger than" in refused(folder, report, '{% include "large.jinja" %}')
    (folder / "latin.jinja").write_bytes(b"caf\xe9")
    assert "not UTF-8" in refused(folder, report, '{% include "latin.jinja" %}')


def test_a_look_reads_no_file_outside_its_folder(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("geheim")
    folder = tmp_path / "huis"
    folder.mkdir()
    for name in ("report.css", "report.typ"):
        shutil.copy(default_templates() / name, outside / name)
        (folder / name).symlink_to(outside / name)

    def made(form: str) -> bytes:
        return convert("# Advies\n\nTekst.\n", form, "nl", "full", "open", date(2026, 11, 22), "", house(folder))

    for form in ("html", "pdf"):
        with pytest.raises(ReportError, match="leads out of the folder"):
            made(form)
    for name in ("report.css", "report.typ"):
        (folder / name).unlink()
        shutil.copy(outside / name, folder / name)
    (folder / "there").symlink_to(outside, target_is_directory=True)
    with pytest.raises(ReportError, match="there: this link leads out"):
        made("pdf")
    (folder / "there").unlink()
    (folder / "logo.txt").write_text("x")
    (folder / "here").symlink_to(folder / "logo.txt")
    assert made("pdf").startswith(b"%PDF")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{{ advice.subject | upper }}", "DE KANTOORFIETS LENEN"),
        ("{{ 'a' ~ 1 ~ '*' }}", r"a1\*"),
        ("{{ advice.sources | map(attribute='text') | join('; ') | truncate(12) }}", "Advies..."),
        ("{% for n in range(3) %}{{ loop.cycle('a', 'b') }}{{ loop.last }} {% endfor %}", "aFalse bFalse aTrue"),
        ("{% macro m(x) %}<{{ x }}>{% endmacro %}{{ m('y') }}", r"\<y\>"),
        ("{{ 'x' if false }}{{ 1 + 2 * 3 }}", "7"),
        ("{{ advice.subject.startswith('De') }}", "True"),
    ],
)
def test_what_a_template_may_do(tmp_path: Path, report: Report, line: str, expected: str) -> None:
    (tmp_path / "advice.nl.md.jinja").write_text(line, "utf-8")
    assert report(BORROW, templates=tmp_path).strip() == expected
