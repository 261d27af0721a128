"""What the line-by-line conversation says about reports of any kind and about beginning something else."""

from __future__ import annotations

from wizard.content.model import Text
from wizard.plain import words

WRITTEN = {
    "full": words.REPORT_WRITTEN,
    "summary": Text("De samenvatting staat in {file}.", "The summary is in {file}."),
    "letter": Text("De brief staat in {file}.", "The letter is in {file}."),
}
BEGIN = Text(
    "Waarmee wilt u beginnen? Typ begin NUMMER. Dit dossier blijft bewaard.",
    "What do you want to begin with? Type begin NUMBER. This dossier is kept.",
)
NO_SUCH = Text("{n} is er niet. Typ begin NUMMER.", "There is no {n}. Type begin NUMBER.")
