"""The law watch in words, shared by the command line and the app."""

from __future__ import annotations

from datetime import date

from wizard.content.citation import cite
from wizard.content.model import Content, Text, Watch
from wizard.reasoning.watch import overdue
from wizard.words import date_words

HEADINGS = {
    "changed": Text("Veranderd", "Changed"),
    "announced": Text("Aangekondigd", "Announced"),
    "open": Text("Open of omstreden", "Open or disputed"),
    "checks": Text("Wanneer wij de bronnen nakeken", "When we checked the sources"),
}
SINCE = Text(" (sinds {day})", " (since {day})")
CITED = Text("Bronnen: {sources}", "Sources: {sources}")
CHECKED = Text("Nagekeken op {day}.", "Checked on {day}.")
AGAIN = Text("Dat is te lang geleden: kijk het opnieuw na.", "That is too long ago: look again.")
ONE_SOURCE = Text("1 bron", "1 source")
SOURCES = Text("{n} bronnen", "{n} sources")
TODAY = Text("vandaag", "today")
YESTERDAY = Text("gisteren", "yesterday")
AGO = Text("{n} dagen geleden", "{n} days ago")
AHEAD = Text("na deze dag", "after this day")


def heading_words(name: str, language: str) -> str:
    """The heading of a part: changed, announced, open or checks."""
    return HEADINGS[name].in_(language)


def since_words(watch: Watch, language: str) -> str:
    """Since when, in brackets; "" when that is not known."""
    return SINCE.in_(language).format(day=date_words(watch.since, language)) if watch.since else ""


def sources_words(content: Content, watch: Watch, today: date, language: str) -> str:
    """What it rests on, as citations."""
    cited = dict.fromkeys(cite(content, name, today, language).text for name in watch.sources)
    return CITED.in_(language).format(sources="; ".join(cited))


def checked_words(content: Content, checked: date, today: date, language: str) -> str:
    """When it was checked, and whether that is too long ago."""
    said = CHECKED.in_(language).format(day=date_words(checked, language))
    return f"{said} {AGAIN.in_(language)}" if overdue(content, checked, today) else said


def age_words(content: Content, checked: date, count: int, today: date, language: str) -> str:
    """How many sources were checked on a day, and how long ago that is."""
    days = (today - checked).days
    ago = TODAY if days == 0 else YESTERDAY if days == 1 else AGO if days > 0 else AHEAD
    many = (ONE_SOURCE if count == 1 else SOURCES).in_(language).format(n=count)
    said = f"{many}, {ago.in_(language).format(n=days)}."
    return f"{said} {AGAIN.in_(language)}" if overdue(content, checked, today) else said
