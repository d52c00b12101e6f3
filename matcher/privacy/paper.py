"""Writes a member's own copy: a page to read, and the same as data for another service."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from enum import Enum
from html import escape
from io import BytesIO
from typing import Any
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile

from matcher.foundation.translate import say
from matcher.foundation.words import N_, Language, Sentence, sentence
from matcher.privacy.labels import column_name, table_name
from matcher.privacy.queries.own import Kept

HTML, JSON = "my-data.html", "my-data.json"
FORMAT = 1
STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;"
    "color:#1d1b2e;background:#fff}dl{border-top:1px solid #ccc;padding-top:.75rem}"
    "dt{font-weight:600}dd{margin:0 0 .5rem;white-space:pre-wrap;overflow-wrap:anywhere}"
    "@media(prefers-color-scheme:dark){body{color:#eee;background:#16151f}}"
)
TITLE = N_("What Samen Sterk keeps about you")
INTRO = N_(
    "Everything that is kept about you and that you may see, made on %(day)s. What another person "
    "told in confidence is theirs, and is not in it. The file my-data.json holds the same for "
    "another service."
)


def wrap(kept: Iterable[Kept], language: Language, *, made: datetime) -> bytes:
    """Return the copy as a zip file: one page, and one file of data."""
    tables = list(kept)
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as file:
        file.writestr(HTML, as_page(tables, language, made=made))
        file.writestr(JSON, as_data(tables, made=made))
    return packed.getvalue()


def as_data(tables: Iterable[Kept], *, made: datetime) -> str:
    content = {
        "format": FORMAT,
        "made": made.isoformat(),
        "tables": {each.table: [_plain(row) for row in each.rows] for each in tables},
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def as_page(tables: Iterable[Kept], language: Language, *, made: datetime) -> str:
    title = _say(TITLE, language)
    intro = escape(say(sentence(INTRO, day=made.date().isoformat()), language))
    sections = "\n".join(_section(each, language) for each in tables)
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{STYLE}</style></head>\n"
        f"<body><h1>{title}</h1><p>{intro}</p>\n{sections}\n</body></html>\n"
    )


def _section(kept: Kept, language: Language) -> str:
    rows = "\n".join(_row(row, language) for row in kept.rows)
    return f"<h2>{_say(table_name(kept.table), language)}</h2>\n{rows}"


def _row(row: dict[str, Any], language: Language) -> str:
    lines = [
        f"<dt>{_say(column_name(name), language)}</dt><dd>{escape(_shown(value, language))}</dd>"
        for name, value in row.items()
        if value not in (None, "", [], {})
    ]
    return f"<dl>{''.join(lines)}</dl>"


def _shown(value: Any, language: Language) -> str:
    if isinstance(value, bool):
        return _text(N_("Yes") if value else N_("No"), language)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, dict):
        return "\n".join(f"{k}: {_shown(v, language)}" for k, v in value.items())
    if isinstance(value, list):
        return "\n".join(_shown(each, language) for each in value)
    return str(_value(value))


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: _value(value) for name, value in row.items()}


def _value(value: Any) -> Any:
    """Return what JSON knows: days and ids as text, all else as it is."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):  # a datetime is one as well
        return value.isoformat()
    return str(value) if isinstance(value, UUID | bytes) else value


def _say(text: str, language: Language) -> str:
    return escape(_text(text, language))


def _text(text: str, language: Language) -> str:
    return say(Sentence(text), language)
