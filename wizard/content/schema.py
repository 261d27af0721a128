"""The JSON Schema of the content files, for editors: it completes keys, explains them and underlines what cannot be.

Shape only. What names refer to, what can be reached and what was in force when is for `magdat check`.
"""

from __future__ import annotations

from typing import Any

from wizard.content.decode import KINDS, SPAN
from wizard.content.decode_consult import CONFIDENCE, LEVELS, MONTHS, STATES
from wizard.content.decode_tree import FORCES, LEANS, NODE_KINDS, VERDICTS
from wizard.content.fields import DATE, NAME, OUTCOME_NAME
from wizard.content.model import LANGUAGES
from wizard.content.values import FACT_KINDS

Schema = dict[str, Any]

WORD: Schema = {"type": ["string", "number", "boolean"]}  # an editor may read `no`, `1` or a year as more than a text


def schema() -> Schema:
    """The schema as plain data, JSON Schema draft-07. The same on every call."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Mag dat? content file",
        "description": "A file of legal content. See docs/trees.md.",
        "type": "object",
        "additionalProperties": False,
        "dependencies": {"tree": ["title", "nodes", "outcomes"], "nodes": ["tree"], "outcomes": ["tree"]},
        "properties": {
            "tree": _name("The name of this tree: one legal test."),
            "title": _ref("text", "What the tree asks, as a question."),
            "risk": _name("The supervisor and the maximum fine for this law: a name from `risks`."),
            "nodes": _map(NAME.pattern, "node", "The steps. The first one is where the tree starts."),
            "outcomes": _map(OUTCOME_NAME.pattern, "outcome", "Where the tree can end, in UPPER CASE."),
            "facts": _map(NAME.pattern, "fact", "What can be known about a situation, and how it is asked."),
            "groups": _map(NAME.pattern, "group", "yes_no facts that are asked on one screen, as a checklist."),
            "acts": _map(NAME.pattern, "act", "Statutes, regulations and codes that sources point into."),
            "sources": _map(NAME.pattern, "source", "Rules, one each, and where they stood when."),
            "duties": _map(NAME.pattern, "duty", "What must be done."),
            "contested": _map(NAME.pattern, "contested", "Points on which authorities disagree."),
            "risks": _map(NAME.pattern, "risk", "Who enforces a law, and the most it can cost."),
            "terms": _map(NAME.pattern, "term", "The glossary."),
            "consults": _map(NAME.pattern, "consult", "What a user can come for."),
            "cases": _map(NAME.pattern, "case", "Situations with the right answer per date: they test and they teach."),
            "watch": _map(NAME.pattern, "watch", "What changed lately, what is announced, what is open."),
            "law_from": _ref("date", "The first day of which the trees know the law."),
            "recheck": {
                "type": "string",
                "pattern": f"^(?:{MONTHS.pattern})$",
                "description": "After how long a source is due to be read again: `12 months`.",
            },
        },
        "definitions": _definitions(),
    }


def _definitions() -> Schema:
    text = _ref("text")
    period = _ref("date")
    names = _ref("names")
    condition = _ref("condition")
    return {
        "date": {"type": "string", "pattern": f"^{DATE.pattern}$"},
        "text": _object(
            "A text in both languages. Plain words, no markup.",
            {language: {"type": ["string", "number"], "minLength": 1} for language in LANGUAGES},
            LANGUAGES,
        ),
        "names": {"type": "array", "items": WORD, "uniqueItems": True},
        "dated_text": _dated(text),
        "dated_names": _dated(names),
        "dated_word": _dated(WORD),
        "condition": {
            "type": "object",
            "description": "{fact: [answers]}: every fact named has one of the answers listed.",
            "additionalProperties": names,
        },
        "pairs": {"type": "object", "description": "{fact: answer}", "additionalProperties": WORD},
        "node": _node(),
        "outcome": _object(
            "A leaf: what this path comes to.",
            {
                "verdict": _one_of(VERDICTS, "How strict. Leave it out in a tree that is used only as a test."),
                "because": _ref("dated_text", "Why this is the answer. May be given per period."),
                "sources": _ref("dated_names", "The rules that carry it, in force whenever it can be reached."),
                "duties": _ref("dated_names", "What must be done. `conditional` needs one in force on every date."),
                "contested": _ref("names", "Notes on which authorities disagree."),
                "force": _one_of(FORCES, "self_regulation: a code says no, the law does not."),
                "lean": _one_of(LEANS, "Our reading of a balance (`assess`)."),
                "weigh": _list(text, "The points that a person must weigh (`assess`)."),
            },
        ),
        "fact": _object(
            "One thing that can be known about the situation. It is asked once, however many trees use it.",
            {
                "kind": _one_of(FACT_KINDS, "choice when left out. `unknown` is always possible."),
                "question": _ref("text", "How it is asked."),
                "why": _ref("text", "Why it is asked, in one or two sentences."),
                "answers": _map(NAME.pattern, "answer", "The answers, in the order in which they are shown."),
                "statement": _ref("text", "The line in a checklist."),
                "presumed": {
                    "description": "The ordinary value, taken while nobody answered.",
                    "anyOf": [WORD, _object("", {"answer": WORD, "when": condition}, ("answer",))],
                },
                "sources": _ref("names", "The law behind the question."),
                "terms": _ref("names", "Words explained in the glossary."),
                "instead": _list(_ref("instead"), "What the user can do to get a better answer."),
                "planned": {**WORD, "description": "yes: a date that may lie in the future."},
            },
            ("question",),
        ),
        "answer": {
            "anyOf": [
                text,
                _object(
                    "",
                    {
                        "label": _ref("text", "The answer as it is shown."),
                        "help": _ref("text", "An example or a limit."),
                        "implies": _ref("pairs", "Other facts that this answer settles."),
                    },
                    ("label",),
                ),
            ]
        },
        "instead": _object(
            "A change within the user's control.",
            {
                "from": _ref("names", "The answers that it gets you away from."),
                "to": {**WORD, "description": "The answer that it gets you."},
                "also": _ref("pairs", "Further facts that come true with it."),
                "how": _ref("text", "What to do, in words."),
                "in": _ref("names", "The consults in which it makes sense; without it, all."),
            },
            ("from", "to", "how"),
        ),
        "group": _object(
            "",
            {
                "question": text,
                "facts": _ref("names", "yes_no facts, two or more."),
                "about": {**WORD, "description": "The fact they say more about: not asked while that is unknown."},
            },
            ("question", "facts"),
        ),
        "act": _object(
            "",
            {
                "name": _ref("text", "The full name."),
                "short": _ref("text", "The name in a citation."),
                "kind": _one_of(KINDS, ""),
                "url": _url("`{date}` becomes the reference date."),
            },
            ("name", "short", "kind", "url"),
        ),
        "source": {"anyOf": [_placed_source(), _titled_source()]},
        "duty": _object(
            "Something that must be done.",
            {
                "text": _ref("text", "An instruction: what to do."),
                "sources": _ref("dated_names", "The rules it comes from."),
                "from": _ref("date", "The first day on which it binds."),
                "until": _ref("date", "The first day on which it no longer binds."),
                "when": _ref("condition", "Only for these answers."),
                "deadline": _deadline(text),
                "standing": {
                    **WORD,
                    "description": "yes: holds too while the plan is forbidden, for data held already.",
                },
            },
            ("text", "sources"),
        ),
        "contested": _object(
            "A point on which authorities disagree.",
            {
                "text": _ref("text", "Who says what."),
                "sources": _ref("dated_names", "Where they say it."),
                "from": period,
                "until": _ref("date", "The first day on which it no longer had a point."),
                "when": condition,
            },
            ("text", "sources"),
        ),
        "risk": _object(
            "Who enforces a law, and the most it can cost.",
            {
                "supervisor": _ref("dated_text"),
                "maximum": _ref("dated_text"),
                "sources": _ref("dated_names"),
                "note": _ref("dated_text"),
            },
            ("supervisor", "maximum", "sources"),
        ),
        "term": _object("", {"term": text, "meaning": text, "sources": names}, ("term", "meaning")),
        "consult": _object(
            "What a user comes for.",
            {
                "title": text,
                "intro": text,
                "trees": _list(
                    _object("", {"tree": WORD, "when": _ref("condition", "When it applies.")}, ("tree",)),
                    "The trees that apply, in the order in which they are asked.",
                ),
                "words": _object("Words of its own for a verdict.", dict.fromkeys(VERDICTS, text)),
                "record": _ref("names", "Dates from which a deadline counts, texts for the file: asked last."),
                "leads": _list(_lead(text), "Other consults to which this one may lead."),
            },
            ("title", "intro", "trees"),
        ),
        "watch": _object(
            "Something to keep an eye on.",
            {
                "title": text,
                "state": _one_of(STATES, "The law changed, a change is announced, or a point is open."),
                "since": _ref("date", "The day it changed, was announced or came up."),
                "says": _ref("text", "What it is."),
                "means": _ref("text", "What it means, or would mean, for an advice."),
                "sources": names,
                "checked": _ref("date", "The day on which somebody last looked."),
            },
            ("title", "state", "says", "means", "checked"),
        ),
        "case": _object(
            "A situation in prose with its facts and the right answer per date.",
            {
                "consult": WORD,
                "title": text,
                "story": _ref("text", "The situation, to be read aloud."),
                "facts": _ref("pairs", "The situation as facts."),
                "origin": {"type": "string", "description": "Where the situation and the answer come from."},
                "confidence": _one_of(CONFIDENCE, "How sure we are of the answer."),
                "tags": names,
                "level": {
                    "enum": [*LEVELS, *(int(level) for level in LEVELS)],
                    "description": "1 easy, 3 hard.",
                },
                "breaches": {**WORD, "description": "The plan breaks this duty: where it is in force, no."},
                "answers": {
                    "type": "object",
                    "minProperties": 1,
                    "description": "The right answer per reference date.",
                    "propertyNames": {"pattern": f"^{DATE.pattern}$"},
                    "additionalProperties": _ref("expected"),
                },
            },
            ("consult", "title", "story", "facts", "origin", "confidence", "answers"),
        ),
        "expected": _object(
            "The right answer on one date.",
            {
                "verdict": _one_of(VERDICTS, ""),
                "why": _ref("text"),
                "outcomes": _ref("pairs", "{tree: OUTCOME}: must be among what comes out."),
                "duties": _ref("names", "Must be among what comes out."),
                "facts": _ref("pairs", "Changed facts, for this date only."),
            },
            ("verdict", "why"),
        ),
    }


def _deadline(text: Schema) -> Schema:
    """Words alone, or words and what it is computed from."""
    span = _object(
        "",
        {
            "from": {**WORD, "description": "The date or moment from which it counts."},
            "within": {"type": "string", "pattern": f"^(?:{SPAN.pattern})$", "description": "For instance: 72 hours."},
        },
        ("from", "within"),
    )
    computed = _object(
        "",
        {"says": _ref("text", "The deadline in words."), "first_of": _list(span, "The first of these to end counts.")},
        ("says", "first_of"),
    )
    return {"description": "Where the law sets one.", "anyOf": [text, computed]}


def _lead(text: Schema) -> Schema:
    return _object(
        "",
        {
            "to": {**WORD, "description": "The other consult."},
            "text": text,
            "verdicts": {"type": "array", "items": _one_of(VERDICTS, ""), "minItems": 1, "uniqueItems": True},
            "when": _ref("condition", "Only for these answers."),
            "with": _ref("pairs", "Facts that follow for the other consult."),
        },
        ("to", "text", "verdicts"),
    )


def _node() -> Schema:
    """A node: exactly one of its kinds, then a branch per answer (`a | b: target`)."""
    own: dict[str, Schema] = {
        "ask": {**WORD, "description": "Goes on by the answer to this fact."},
        "law": {
            "type": "object",
            "description": "Goes on by the reference date: {date: target}. The first date is `law_from`.",
            "minProperties": 1,
            "propertyNames": {"pattern": f"^{DATE.pattern}$"},
            "additionalProperties": WORD,
        },
        "since": {**WORD, "description": "Goes on by how long ago the date of this fact is: yes when within."},
        "before": {**WORD, "description": "Goes on by whether the date of this fact lies before `day`."},
        "test": {**WORD, "description": "Goes on by the outcome or the verdict of another tree."},
        "within": {
            "type": "string",
            "pattern": "^[1-9][0-9]? (year|month|week)s?$",
            "description": "3 years, 1 month, 4 weeks.",
        },
        "day": _ref("date", "Before this day: yes."),
        "cite": _ref("names", "The rules behind this step. Without it: those of the fact asked."),
    }
    needs: dict[str, tuple[str, ...]] = {"since": ("within",), "before": ("day",)}
    return {
        "description": "A step: `ask` a fact, split on the `law`, `since` or `before` a date, or `test` another tree.",
        "type": "object",
        "properties": own,
        "additionalProperties": {**WORD, "description": "Where this answer leads: a node or an OUTCOME."},
        "oneOf": [{"required": [kind, *needs.get(kind, ())]} for kind in NODE_KINDS],
    }


def _placed_source() -> Schema:
    return _object(
        "A rule in a statute or code.",
        {
            "act": _ref("dated_word", "The act it stands in."),
            "locator": _ref("dated_word", "Where it stood when: {date: article}. `gone` ends it."),
            "kind": _one_of(KINDS, "When it differs from that of the act."),
            "url": _url("When it differs from that of the act."),
            **_of_any_source(),
        },
        ("act", "locator", "says", "checked", "confidence"),
    )


def _titled_source() -> Schema:
    return _object(
        "A judgment, guidance or comment.",
        {
            "title": _ref("text", "How it is cited."),
            "kind": _one_of(KINDS, ""),
            "from": _ref("date", "The first day on which it held."),
            "until": _ref("date", "The first day on which it no longer held."),
            "url": _url(""),
            **_of_any_source(),
        },
        ("title", "from", "kind", "says", "checked", "confidence"),
    )


def _of_any_source() -> dict[str, Schema]:
    return {
        "says": _ref("dated_text", "The rule in our own words."),
        "checked": _ref("date", "The day on which somebody last read it."),
        "confidence": _one_of(CONFIDENCE, "How sure we are."),
    }


def _ref(name: str, description: str = "") -> Schema:
    """A definition, with a description of its own (draft-07 ignores what stands beside a `$ref`)."""
    target: Schema = {"$ref": f"#/definitions/{name}"}
    return {"description": description, "allOf": [target]} if description else target


def _name(description: str) -> Schema:
    return {"type": "string", "pattern": f"^(?:{NAME.pattern})$", "description": description}


def _one_of(words: tuple[str, ...], description: str) -> Schema:
    return {"enum": list(words), "description": description} if description else {"enum": list(words)}


def _url(description: str) -> Schema:
    described: Schema = {"description": description} if description else {}
    return {"type": "string", "pattern": "^https?://", **described}


def _list(items: Schema, description: str) -> Schema:
    return {"type": "array", "items": items, "description": description}


def _map(pattern: str, name: str, description: str) -> Schema:
    """Names that match ``pattern``, each with a definition."""
    return {
        "type": "object",
        "description": description,
        "propertyNames": {"pattern": f"^(?:{pattern})$"},
        "additionalProperties": _ref(name),
    }


def _object(description: str, properties: dict[str, Schema], required: tuple[str, ...] = ()) -> Schema:
    found: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    if description:
        found["description"] = description
    if required:
        found["required"] = list(required)
    return found


def _dated(value: Schema) -> Schema:
    """A value, or one per period."""
    return {
        "anyOf": [
            value,
            {
                "type": "object",
                "description": "Per period: {date: value} holds from each date until the next. `gone` ends it.",
                "minProperties": 1,
                "propertyNames": {"pattern": f"^{DATE.pattern}$"},
                "additionalProperties": {"anyOf": [value, {"const": "gone"}]},
            },
        ]
    }
