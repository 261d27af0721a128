"""How long the content and the reasoning over it take: `python benchmarks/content.py [--rounds 9]`.

Every figure is the median of its rounds, in milliseconds of this machine; the rounds of all figures are interleaved.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from datetime import date

from wizard.content.check import check
from wizard.content.load import default_trees, load
from wizard.content.model import Content
from wizard.reasoning.advice import advise
from wizard.reasoning.alternatives import alternatives
from wizard.reasoning.paths import around, boundaries, paths
from wizard.reasoning.question import FULL, QUICK, next_question

ON = date(2026, 11, 21)
SOME = {"channel": "email", "message_kind": "commercial", "recipient": "business"}


def prove(content: Content, days: tuple[date, ...]) -> int:
    """Walk every path of every tree on every one of ``days``; how many there were."""
    return sum(1 for day in days for tree in content.trees.values() for _ in paths(content, tree, day))


def milliseconds(work: Callable[[], object]) -> float:
    """How long ``work`` takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1e3


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9)
    rounds: int = parser.parse_args().rounds
    folder = default_trees()
    content = load(cases=True)
    approach = content.consults["approach"]
    periods = boundaries(content)
    days = around(periods, content.law_from)
    work: dict[str, Callable[[], object]] = {
        "load one consult, as `magdat ask approach` does": lambda: load(consults=("approach",)),
        "load all consults": load,
        "load with all cases": lambda: load(cases=True),
        "load and check everything": lambda: check(folder),
        "every path, on the first day of every period": lambda: prove(content, periods),
        "next question, nothing known, quick": lambda: next_question(content, approach, {}, ON, QUICK),
        "next question, nothing known, full": lambda: next_question(content, approach, {}, ON, FULL),
        "next question, three answers, quick": lambda: next_question(content, approach, SOME, ON, QUICK),
        "advice, nothing known, with scenarios": lambda: advise(content, approach, {}, ON),
        "advice, three answers, with scenarios": lambda: advise(content, approach, SOME, ON),
        "advice, three answers, without scenarios": lambda: advise(content, approach, SOME, ON, explore=False),
        "alternatives, three answers": lambda: alternatives(content, approach, SOME, ON),
    }
    found: dict[str, list[float]] = {name: [] for name in work}
    for number in range(rounds + 1):  # the first round fills the caches and does not count
        for name, job in work.items():
            took = milliseconds(job)
            if number:
                found[name].append(took)
    size = sum(path.stat().st_size for path in folder.rglob("*.yaml")) // 1000
    print(
        f"{len(content.trees)} trees, {len(content.facts)} facts, {len(content.sources)} sources, "
        f"{len(content.cases)} cases, {size} kB of YAML; {rounds} rounds\n"
    )
    print("| what | ms (median) | least |\n|---|---|---|")
    for name, times in found.items():
        print(f"| {name} | {statistics.median(times):.1f} | {min(times):.1f} |")
    print(f"\n{prove(content, periods):,} paths on the first days of {len(periods)} periods, ", end="")
    print(f"{prove(content, days):,} with the days before and after ({len(days)} days).")


if __name__ == "__main__":
    main()
