"""Words of the program itself that every way in and out shares, in both languages.

The law speaks in `trees/`; this file only names the parts an advice is made of.
"""

from __future__ import annotations

from datetime import date, datetime

from wizard.content.model import UNKNOWN, Consult, Content, Length, Text, Verdict

VERDICT = {
    Verdict.NOT_APPLICABLE: Text("Niet van toepassing", "Does not apply"),
    Verdict.ALLOWED: Text("Ja, dat mag", "Yes, allowed"),
    Verdict.CONDITIONAL: Text("Ja, mits", "Yes, provided"),
    Verdict.ASSESS: Text("Zelf afwegen", "Weigh it yourself"),
    Verdict.FORBIDDEN: Text("Nee, dat mag niet", "No, not allowed"),
}
SYMBOL = {
    Verdict.NOT_APPLICABLE: "–",
    Verdict.ALLOWED: "✓",
    Verdict.CONDITIONAL: "✓!",
    Verdict.ASSESS: "?",
    Verdict.FORBIDDEN: "✗",
}
MEASURES = {
    "years": (Text("{n} jaar", "{n} year"), Text("{n} jaar", "{n} years")),
    "months": (Text("{n} maand", "{n} month"), Text("{n} maanden", "{n} months")),
    "weeks": (Text("{n} week", "{n} week"), Text("{n} weken", "{n} weeks")),
}
LEAN = {
    "passes": Text("waarschijnlijk goed", "likely passes"),
    "open": Text("open", "open"),
    "fails": Text("waarschijnlijk niet", "likely fails"),
}
FORCE = {
    "statute": Text("wet", "statute"),
    "self_regulation": Text("gedragscode, geen wet", "code of conduct, not statute"),
}
CONFIDENCE = {
    "high": Text("zeker", "certain"),
    "medium": Text("redelijk zeker", "fairly certain"),
    "low": Text("onzeker", "uncertain"),
}
KIND = {
    "statute": Text("wet", "statute"),
    "case_law": Text("rechtspraak", "case law"),
    "guidance": Text("uitleg van een toezichthouder", "guidance"),
    "self_regulation": Text("gedragscode", "code of conduct"),
    "commentary": Text("commentaar", "commentary"),
}
NOT_SETTLED = Text("Nog niet zeker", "Not certain yet")
TURN = {
    True: Text(
        "Het antwoord verandert niet door deze vragen. De reden, of wat u moet doen, kan er wel door veranderen.",
        "The answer does not change with these questions. The reason, or what you must do, may change.",
    ),
    False: Text("Van deze vragen kan het antwoord nog afhangen.", "The answer may still depend on these questions."),
}
"""What the open questions can still change, by whether the verdict is settled; a report says so in the same words."""
DONT_KNOW = Text("Weet ik niet", "I don't know")
YES = Text("Ja", "Yes")
NO = Text("Nee", "No")
MONTHS = {
    "nl": (
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}

WEEKDAYS = {
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}


def length_words(length: Length, language: str) -> str:
    """A length of time: `3 jaar`, `1 month`, `4 weken`."""
    one, more = MEASURES[length.unit]
    return (one if length.number == 1 else more).in_(language).format(n=length.number)


def verdict_words(consult: Consult | None, verdict: Verdict, language: str) -> str:
    """The words for a verdict: the consult's own where it has them."""
    text = (consult.words.get(verdict) if consult else None) or VERDICT[verdict]
    return text.in_(language)


def answer_words(content: Content, fact: str, answer: str, language: str) -> str:
    """An answer as users read it: its label, a date written out, or "I don't know"."""
    if answer == UNKNOWN:
        return DONT_KNOW.in_(language)
    definition = content.facts[fact]
    if definition.kind in ("date", "datetime"):
        try:
            return moment_words(datetime.fromisoformat(answer), language, timed=definition.kind == "datetime")
        except ValueError:  # the branch of a node on a date
            return (YES if answer == "yes" else NO).in_(language)
    if definition.kind == "text":
        return answer
    return definition.answers[answer].label.in_(language)


def capital(text: str) -> str:
    """``text`` as it stands at the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def date_words(day: date, language: str) -> str:
    """A date written out: `1 juli 2026`, `1 July 2026`."""
    return f"{day.day} {MONTHS[language][day.month - 1]} {day.year}"


def weekday_words(day: date, language: str) -> str:
    """The day of the week: `maandag`, `Monday`."""
    return WEEKDAYS[language][day.weekday()]


def moment_words(moment: datetime, language: str, *, timed: bool = True) -> str:
    """A moment written out: `1 juli 2026, 14:30`; the day alone when it is not ``timed``."""
    day = date_words(moment.date(), language)
    return f"{day}, {moment:%H:%M}" if timed else day
