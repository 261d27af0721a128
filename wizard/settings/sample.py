"""The file with settings as `magdat config --init` writes it: every setting explained, none of them set."""

from __future__ import annotations

from wizard.content.model import Text

SAMPLE = Text(
    """\
# Instellingen van Mag dat? Haal het # weg voor een regel die u wilt gebruiken.
# Wat u op de opdrachtregel of in de omgeving (MAGDAT_THEME=mono) zegt, gaat voor.
# `magdat config` toont wat geldt en waar het vandaan komt. Uitleg: docs/config.md.

# De taal: nl of en.
# language: nl

# De kleuren: dark, light, contrast, ansi, ansi-light (van uw terminal) of mono (geen).
# theme: dark

# Openen met grote letters, voor een beamer: yes of no.
# presentation: no

# De map met uw dossiers.
# dossiers: ~/Documents/magdat

# De map met eigen sjablonen voor het verslag, en het Word-bestand met uw huisstijl.
# templates: ~/Documents/sjablonen
# style: ~/Documents/huisstijl.docx

# De vorm die wordt voorgesteld als u een verslag bewaart: pdf, docx, html of md.
# report_form: pdf

# Wie het advies geeft; staat in elk nieuw dossier.
# advisor: mr. A. de Vries

# Waarmee u een verslag opent (toets e in het advies). Anders: VISUAL, EDITOR of PAGER.
# editor: less

# Andere toetsen. `magdat config --keys` noemt alle handelingen en hun toetsen.
# keys:
#   consult.note: f6
#   everywhere.quit: [q, f10]
""",
    """\
# Settings of Mag dat? Take the # away from a line that you want to use.
# What you say on the command line or in the environment (MAGDAT_THEME=mono) goes first.
# `magdat config` shows what holds and where it comes from. More: docs/config.md.

# The language: nl or en.
# language: en

# The colours: dark, light, contrast, ansi, ansi-light (those of your terminal) or mono (none).
# theme: dark

# Open with large type, for a projector: yes or no.
# presentation: no

# The folder with your dossiers.
# dossiers: ~/Documents/magdat

# The folder with report templates of your own, and the Word file with your house style.
# templates: ~/Documents/templates
# style: ~/Documents/house-style.docx

# The form that is suggested when you save a report: pdf, docx, html or md.
# report_form: pdf

# Who gives the advice; stands in every new dossier.
# advisor: A. de Vries

# What opens a report (key e on the advice). Otherwise VISUAL, EDITOR or PAGER.
# editor: less

# Other keys. `magdat config --keys` lists all actions and their keys.
# keys:
#   consult.note: f6
#   everywhere.quit: [q, f10]
""",
)
