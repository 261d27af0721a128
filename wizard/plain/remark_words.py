"""What the line-by-line conversation says about the advisor's own remarks, in both languages."""

from __future__ import annotations

from wizard.content.model import Text

REMARK = Text("Uw opmerking bij “{section}”: {text}", "Your remark on “{section}”: {text}")
REMARK_OF_PLAN = Text(
    "Uw opmerking bij “{section}” van het plan: {text}", "Your remark on “{section}” of the plan: {text}"
)
ELSEWHERE = Text("Uw opmerkingen bij andere delen van het rapport:", "Your remarks on other parts of the report:")
LIST = Text(
    "De delen van het rapport, met uw opmerkingen. Typ opmerking NUMMER TEKST.",
    "The parts of the report, with your remarks. Type remark NUMBER TEXT.",
)
ON = Text("Uw opmerking bij “{section}”:", "Your remark on “{section}”:")
ON_IN_PLAN = Text("Uw opmerking bij “{section}” van het plan:", "Your remark on “{section}” of the plan:")
NONE_ON = Text("Bij “{section}” staat nog geen opmerking.", "There is no remark on “{section}” yet.")
KEPT = Text("Opmerking bewaard bij “{section}”.", "Remark kept with “{section}”.")
GONE = Text("De opmerking bij “{section}” is weg.", "The remark on “{section}” is gone.")
HOLDS_FOR_ALL = Text(
    "Staat ook bij elke variant die geen eigen opmerking heeft.",
    "It also stands with every variant that has no remark of its own.",
)
HOLDS_FOR_ONE = Text(
    "Alleen voor de variant “{name}”; het plan blijft zoals het is.",
    "Only for the variant “{name}”; the plan stays as it is.",
)
NO_SUCH = Text(
    "Deel {n} is er niet; kies 1 tot en met {last}. Typ opmerking voor de lijst.",
    "There is no part {n}; choose 1 to {last}. Type remark for the list.",
)
TOO_LONG = Text("Een opmerking is hoogstens {n} tekens lang.", "A remark is at most {n} characters long.")
