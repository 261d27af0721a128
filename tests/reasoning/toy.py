"""Tiny contents for reasoning tests, written as an author would write them."""

from pathlib import Path

from wizard.content.load import load
from wizard.content.model import Content

SHARED = """
law_from: 2004-05-19
acts:
  act: {name: {nl: Wet, en: Act}, short: {nl: Wet, en: Act}, kind: statute, url: "https://example.org/{date}"}
sources:
  rule: {act: act, locator: {2004-05-19: art. 1, 2021-07-01: art. 2}, says: {nl: Regel, en: Rule}, checked: 2026-11-21,
         confidence: high}
duties:
  do: {text: {nl: Doe dit, en: Do this}, sources: [rule]}
facts:
"""


def fact(name: str, *answers: str, extra: str = "") -> str:
    """A fact with answers, as YAML."""
    listed = ", ".join(f"{answer}: {{nl: {answer}, en: {answer}}}" for answer in answers)
    return f"  {name}: {{question: {{nl: {name}?, en: {name}?}}, answers: {{{listed}}}{extra}}}\n"


def outcome(name: str, verdict: str) -> str:
    """An outcome with what the checker asks of it, as YAML."""
    more = {"conditional": ", duties: [do]", "assess": ", lean: open, weigh: [{nl: w, en: w}]"}.get(verdict, "")
    kept = f"verdict: {verdict}, because: {{nl: {name}, en: {name}}}, " if verdict else ""
    return f"  {name}: {{{kept}sources: [rule]{more}}}\n"


def tree(name: str, nodes: str, **outcomes: str) -> str:
    """A tree, as YAML."""
    ends = "".join(outcome(key, verdict) for key, verdict in outcomes.items())
    return f"tree: {name}\ntitle: {{nl: {name}, en: {name}}}\nnodes:\n{nodes}outcomes:\n{ends}"


def content(folder: Path, facts: str, trees: dict[str, str], parts: str, extra: str = "") -> Content:
    """Write and load a content with one consult `c`."""
    consults = f"consults:\n  c: {{title: {{nl: c, en: c}}, intro: {{nl: c, en: c}}, trees: [{parts}]}}\n"
    (folder / "all.yaml").write_text(SHARED + facts + extra + consults, "utf-8")
    for name, text in trees.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return load(folder)
