"""Writes a member's own copy: a page to read, and the same as data for another service."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from html import escape
from io import BytesIO
from typing import Any
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile
from zoneinfo import ZoneInfo

from babel import dates

from matcher.foundation.translate import say
from matcher.foundation.words import N_, Language, Sentence, sentence
from matcher.privacy.labels import column_name, table_name
from matcher.privacy.queries.own import Kept

HTML, JSON = "my-data.html", "my-data.json"
FORMAT = 1
SENTENCE, LETTER = {"text", "values", "many"}, {"subject", "paragraphs"}
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


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom the page is: in their language, and on their clocks."""

    language: Language
    zone: ZoneInfo

    def say(self, text: str) -> str:
        return say(Sentence(text), self.language)


def wrap(kept: Iterable[Kept], reader: Reader, *, made: datetime) -> bytes:
    """Return the copy as a zip file: one page, and one file of data."""
    tables = list(kept)
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as file:
        file.writestr(HTML, as_page(tables, reader, made=made))
        file.writestr(JSON, as_data(tables, made=made))
    return packed.getvalue()


def as_data(tables: Iterable[Kept], *, made: datetime) -> str:
    content = {
        "format": FORMAT,
        "made": made.isoformat(),
        "tables": {each.table: [_plain(row) for row in each.rows] for each in tables},
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def as_page(tables: Iterable[Kept], reader: Reader, *, made: datetime) -> str:
    title = escape(reader.say(TITLE))
    intro = escape(say(sentence(INTRO, day=_moment(made, reader)), reader.language))
    sections = "\n".join(_section(each, reader) for each in tables)
    return (
        f'<!doctype html>\n<html lang="{reader.language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{STYLE}</style></head>\n"
        f"<body><h1>{title}</h1><p>{intro}</p>\n{sections}\n</body></html>\n"
    )


def _section(kept: Kept, reader: Reader) -> str:
    rows = "\n".join(_row(row, reader) for row in kept.rows)
    return f"<h2>{escape(reader.say(table_name(kept.table)))}</h2>\n{rows}"


def _row(row: dict[str, Any], reader: Reader) -> str:
    lines = [
        f"<dt>{escape(reader.say(column_name(name)))}</dt><dd>{escape(_shown(value, reader))}</dd>"
        for name, value in row.items()
        if value not in (None, "", [], {})
    ]
    return f"<dl>{''.join(lines)}</dl>"


def _shown(value: Any, reader: Reader) -> str:
    if isinstance(value, bool):
        return reader.say(N_("Yes") if value else N_("No"))
    if isinstance(value, datetime):
        return _moment(value, reader)
    if isinstance(value, dict):
        return _shown_dict(value, reader)
    if isinstance(value, list):
        return "\n".join(_shown(each, reader) for each in value)
    return str(_value(value))


def _shown_dict(value: dict[str, Any], reader: Reader) -> str:
    if value.keys() == SENTENCE:
        return say(Sentence.from_json(value), reader.language)
    if value.keys() >= LETTER:  # what its reader read; its calendar file is in the data
        return "\n".join(_shown(value[each], reader) for each in ("subject", "paragraphs"))
    return "\n".join(f"{k}: {_shown(v, reader)}" for k, v in value.items())


def _moment(value: datetime, reader: Reader) -> str:
    local = value.astimezone(reader.zone)
    return dates.format_datetime(local, "d MMMM y HH:mm", locale=str(reader.language))


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: _value(value) for name, value in row.items()}


def _value(value: Any) -> Any:
    """Return what JSON knows: days and ids as text, all else as it is."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):  # a datetime is one as well
        return value.isoformat()
    return str(value) if isinstance(value, UUID | bytes) else value
