"""The app against bare Textual apps (floor.py), in one interleaved run: three ratios.

    python benchmarks/run.py [--runs 15] [--size 100x30]

Prints start -> first question, Enter -> next question (p50 and p95), and arrow key -> repaint, each as floor, app and
ratio. Only the ratio means anything on another machine.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from terminal import Terminal
from wizard.content.load import load
from wizard.content.model import Content
from wizard.reasoning.question import next_question

ON = date(2026, 11, 21)
JOURNEYS = (
    {"channel": "phone", "recipient": "business", "legal_form": "sole_trader", "consent": "no"},
    {"channel": "email", "requested": "no", "consent": "no", "existing_customer": "current", "objection": "no"},
)
"""Where an answer is not named here, the first one is given; in a checklist, yes to all."""
ROUNDS, ARROWS = 2, 20
"""How often every journey is made, and how often an arrow key is pressed, in one start of the program."""
LIMITS = {"start": 1.2, "enter p50": 1.5, "enter p95": 1.5, "arrow p50": 1.3}

Step = tuple[list[str], str]
"""The keys that choose an answer, and words that are on the screen once the next question is."""


def words(content: Content, facts: Sequence[str], group: str | None) -> str:
    """The first words of a question, few enough to stand on one line."""
    question = content.groups[group].question if group else content.facts[facts[0]].question
    return " ".join(question.nl.split()[:4])


def journey(content: Content, given: dict[str, str]) -> list[Step]:
    """The keys of a journey. The last step of it, which leads to the advice, is left out."""
    facts: dict[str, str] = {}
    steps: list[Step] = []
    keys: list[str] = []
    while question := next_question(content, content.consults["approach"], facts, ON):
        if facts:
            steps.append((keys, words(content, question.facts, question.group)))
        keys = []
        for number, fact in enumerate(question.facts, 1):
            answers = list(content.facts[fact].answers)
            facts[fact] = given.get(fact, answers[0])
            if question.group:
                keys += [str(number)] * (1 if facts[fact] == "yes" else 2)
            else:
                keys += ["down"] * answers.index(facts[fact])
    return steps


class Program:
    """A command and what was measured of it, in milliseconds."""

    def __init__(self, name: str, command: list[str], first: str) -> None:
        self.name, self.command, self.first = name, command, first
        self.start: list[float] = []
        self.enter: list[float] = []
        self.arrow: list[float] = []

    def figures(self) -> dict[str, float]:
        """The figures that are compared."""
        return {
            "start": statistics.median(self.start),
            "enter p50": statistics.median(self.enter),
            "enter p95": percentile(self.enter, 95),
            "arrow p50": statistics.median(self.arrow),
            "arrow p95": percentile(self.arrow, 95),
        }


def percentile(values: list[float], percent: int) -> float:
    """The value below which ``percent`` of ``values`` lie."""
    ordered = sorted(values)
    return ordered[round(percent / 100 * (len(ordered) - 1))]


def measure(program: Program, journeys: list[list[Step]], size: tuple[int, int], chance: random.Random) -> None:
    """Start a program once, and press its keys. ``journeys`` are those of the app; the floor gets as many Enters."""
    with tempfile.TemporaryDirectory() as home:
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("TEXTUAL", "MAGDAT"))}
        environment |= {"HOME": home, "XDG_DATA_HOME": home}
        terminal = Terminal(program.command, size, environment)
        try:
            program.start.append((terminal.wait_for(program.first) - terminal.started) * 1e3)
            terminal.rest(0.4)
            for number in range(ARROWS):
                pause(chance)
                program.arrow.append(terminal.press("up" if number % 2 else "down") * 1e3)
            count = 1
            for steps in journeys * ROUNDS:
                for keys, after in steps:
                    if program.name == "app":
                        for key in keys:
                            terminal.press(key)
                    else:
                        after = f"Question {(count := count + 1)}?"
                    assert after not in terminal.screen.text(), f"{after!r} is on the screen already"
                    pause(chance)
                    program.enter.append(terminal.press("enter", until=after) * 1e3)
                if program.name == "app":
                    while program.first not in terminal.screen.text():
                        terminal.press("u")  # undo, back to the first question without answers
        finally:
            terminal.close()


def pause(chance: random.Random) -> None:
    """Wait a little, so that keys do not come in step with the program's clock."""
    time.sleep(chance.uniform(0, 0.017))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--size", default="100x30")
    options = parser.parse_args()
    width, height = (int(number) for number in options.size.split("x"))
    content = load()
    journeys = [journey(content, given) for given in JOURNEYS]
    first = next_question(content, content.consults["approach"], {}, ON)
    assert first is not None
    ask = [sys.executable, "-m", "wizard", "ask", "approach", "--on", ON.isoformat(), "--lang", "nl"]
    bare = [sys.executable, str(Path(__file__).with_name("floor.py"))]
    programs = [
        Program("floor", bare, "Question 1?"),
        Program("floor, as much text", [*bare, "full"], "Question 1?"),
        Program("app", ask, words(content, first.facts, first.group)),
    ]
    chance = random.Random(7)
    for number in range(-1, options.runs):  # the first run fills the caches and does not count
        for program in programs:
            measure(program, journeys, (width, height), chance)
            if number < 0:
                program.start, program.enter, program.arrow = [], [], []
    floor, full, app = (program.figures() for program in programs)
    presses = f"{len(programs[-1].enter)} Enters and {len(programs[-1].arrow)} arrow keys each"
    print(f"{options.size}, {options.runs} interleaved runs, {presses}; milliseconds\n")
    print("| what | floor | floor, as much text | app | app / floor | app / as much text | wanted |")
    print("|---|---|---|---|---|---|---|")
    for name, mine in app.items():
        ratios = f"**{mine / floor[name]:.2f}** | {mine / full[name]:.2f}"
        print(f"| {name} | {floor[name]:.1f} | {full[name]:.1f} | {mine:.1f} | {ratios} | {LIMITS.get(name, '')} |")


if __name__ == "__main__":
    main()
