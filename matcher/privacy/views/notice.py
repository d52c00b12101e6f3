"""What is kept and why, as the register says it: for everybody, and as a record for authorities."""

from dataclasses import dataclass

from matcher.foundation.words import Sentence
from matcher.privacy.labels import column_name, table_name
from matcher.privacy.reasons import PURPOSES
from matcher.privacy.register import Purpose, purposes
from matcher.privacy.words import AUDIENCES, BASES, KEEPS


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One reason for keeping something: what of it, who sees it, how long, and on which ground."""

    purpose: Sentence
    basis: Sentence
    audience: Sentence
    keep: Sentence
    what: tuple["What", ...]
    is_sealed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class What:
    """What is kept in one table."""

    table: Sentence
    columns: tuple[Sentence, ...]


def lines() -> list[Line]:
    return [_line(each) for each in purposes()]


def _line(each: Purpose) -> Line:
    words, basis = PURPOSES[each.purpose]
    return Line(
        purpose=Sentence(words),
        basis=Sentence(BASES[basis]),
        audience=Sentence(AUDIENCES[each.audience]),
        keep=Sentence(KEEPS[each.keep]),
        what=tuple(_what(each, table) for table in each.tables),
        is_sealed=each.is_sealed,
    )


def _what(purpose: Purpose, table: str) -> What:
    names = [e.column.removesuffix("_sealed") for e in purpose.entries if e.table == table]
    return What(
        table=Sentence(table_name(table)),
        columns=tuple(Sentence(column_name(name)) for name in names),
    )
