"""How long it takes to look at saved advices again: `python benchmarks/review.py [--count 500] [--rounds 5]`.

Writes dossiers with the law of 30 June 2026, and reviews them under that of 1 July. Every figure is the median of its
rounds, in milliseconds of this machine; the rounds of all figures are interleaved. Letters are those of one round.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.corpus import write_corpus
from wizard.content.load import load
from wizard.dossier.consultation import Consultation
from wizard.dossier.form import load_dossier
from wizard.dossier.review import review
from wizard.report.review import Told
from wizard.report.review_letter import letter, to_tell

BEFORE, AFTER, LONG_BEFORE = date(2026, 6, 30), date(2026, 7, 1), date(2012, 6, 1)


def milliseconds(work: Callable[[], object]) -> float:
    """How long ``work`` takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1e3


def moved(said: Consultation) -> Consultation:
    """The dossier as if it was made, and its advice seen, under the law of long before."""
    came_out = tuple(replace(came, on=LONG_BEFORE) for came in said.came_out)
    return replace(said.at(LONG_BEFORE), came_out=came_out)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    content = load(cases=True)
    with tempfile.TemporaryDirectory() as folder:
        paths = write_corpus(Path(folder), content, args.count, BEFORE)
        found = [(path, load_dossier(path)[0]) for path in paths]
        old = [(path, moved(said)) for path, said in found]  # since then the law changed many times
        turned = [one for path, said in found if not (one := review(content, path, said, AFTER)).holds]
        work: dict[str, Callable[[], object]] = {
            "load the law": load,
            "read the files": lambda: [load_dossier(path) for path in paths],
            "look at them the next day": lambda: [review(content, path, said, AFTER) for path, said in found],
            "look at them 14 years on": lambda: [review(content, path, said, AFTER) for path, said in old],
            "the day and the rules of those that turned": lambda: [
                Told(content, again, "nl").rows() for one in turned for again in one.turned
            ],
            "a letter for those that were seen": lambda: [
                letter(content, one, AFTER, "nl") for one in turned if to_tell(one)
            ],
        }
        times: dict[str, list[float]] = {name: [] for name in work}
        for _ in range(args.rounds):
            for name, doing in work.items():
                times[name].append(milliseconds(doing))
    print(f"{args.count} dossiers, {len(turned)} of which turned; {args.rounds} rounds")
    for name, taken in times.items():
        print(f"{name:44} {statistics.median(taken):8.0f}  least {min(taken):8.0f}")


if __name__ == "__main__":
    main()
