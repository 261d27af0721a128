"""Templates: the same in both languages, and a mistake in one is a clear line, never a way into the program."""

import re
from pathlib import Path

import pytest

from tests.report.conftest import Report
from wizard.report.markdown import ReportError, default_templates

BORROW = {"purpose": "errand", "borrower": "employee"}


def test_both_languages_have_the_same_structure() -> None:
    for part in ("advice", "open", "step", "then"):
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
        ("{{ 1 / 0 }}", "advice.nl.md.jinja:2: ZeroDivisionError"),
        ("{% include 'nothing' %}", "advice.nl.md.jinja:2: .*nothing"),
        ("{% include 'advice.nl.md.jinja' %}", "advice.nl.md.jinja:2: RecursionError"),
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
    with pytest.raises(ReportError, match=r"advice\.nl\.md\.jinja") as caught:
        report(BORROW, templates=tmp_path)
    assert str(tmp_path) in str(caught.value)
    assert "mend the template" in caught.value.say("en")
    assert "verbeter het sjabloon" in caught.value.say("nl")
