"""What can be asked about spreadsheets on their way in."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import closing
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from matcher.foundation.text import fold
from matcher.jobs.models import Job
from matcher.members.models import Member
from matcher.programmes.models import Avoidance, Enrolment, Import, ImportRow, Programme

CHUNK = 100
SHOWN = 200


def find_import(
    db: Session, programme_id: UUID, import_id: UUID, *, seen_by: Member
) -> Import | None:
    """Find a file that was brought in, but only for those who look after the programme."""
    if programme_id not in seen_by.coordinates:
        return None
    here = Import.id == import_id, Import.programme_id == programme_id
    return db.scalar(select(Import).where(*here).options(joinedload(Import.programme)))


def get_import(db: Session, import_id: UUID) -> Import | None:
    """Return an import for the work that brings it in."""
    query = select(Import).where(Import.id == import_id)
    return db.scalar(query.options(joinedload(Import.programme)))


def take_import(db: Session, import_id: UUID) -> Import:
    """Return an import that the work on it has begun with."""
    brought = get_import(db, import_id)
    if brought is None:
        raise LookupError(import_id)
    return brought


def list_imports(db: Session, programme: Programme) -> Sequence[Import]:
    query = select(Import).where(Import.programme_id == programme.id)
    return db.scalars(query.order_by(Import.created_at.desc()).limit(20)).all()


def find_import_job(db: Session, brought: Import) -> Job | None:
    """Find the newest work on a file."""
    query = select(Job).where(Job.subject_id == brought.id)
    return db.scalars(query.order_by(Job.created_at.desc()).limit(1)).first()


def list_found(db: Session, brought: Import, limit: int = SHOWN) -> Sequence[ImportRow]:
    """List the rows in which something was found, as far as they are shown."""
    query = select(ImportRow).where(ImportRow.import_id == brought.id)
    found = func.json_array_length(ImportRow.findings) > 0
    return db.scalars(query.where(found).order_by(ImportRow.number).limit(limit)).all()


def has_errors(db: Session, brought: Import) -> bool:
    """Tell whether an error was found in any row; findings are gone through as they come."""
    query = select(ImportRow.findings).where(
        ImportRow.import_id == brought.id, func.json_array_length(ImportRow.findings) > 0
    )
    # Closed, because a server keeps the rest ready for whoever stops at the first.
    with closing(db.scalars(query.execution_options(yield_per=CHUNK))) as some:
        return any(found["is_error"] for findings in some for found in findings)


def list_uninvited(db: Session, brought: Import, *, after: UUID | None) -> Sequence[Enrolment]:
    """List the next whom a file brought in who have an address and have not confirmed yet."""
    query = (
        select(Enrolment)
        .join(Enrolment.member)
        .where(
            Enrolment.import_id == brought.id,
            Enrolment.confirmed_at.is_(None),
            Member.email.is_not(None),
        )
        .options(contains_eager(Enrolment.member))
        .order_by(Enrolment.id)
    )
    if after:
        query = query.where(Enrolment.id > after)
    return db.scalars(query.limit(CHUNK)).all()


def count_effects(db: Session, brought: Import) -> dict[str, int]:
    """Count the rows by what they will do: new, update, same, merged."""
    query = (
        select(ImportRow.effect, func.count())
        .where(ImportRow.import_id == brought.id)
        .group_by(ImportRow.effect)
    )
    return {str(effect): number for effect, number in db.execute(query)}


def count_rows(db: Session, brought: Import, *, applied: bool) -> int:
    here = ImportRow.import_id == brought.id, ImportRow.effect != "merged"
    query = select(func.count(ImportRow.id)).where(*here)
    return db.scalar(query.where(ImportRow.applied_at.is_not(None)) if applied else query) or 0


def list_open_rows(db: Session, brought: Import, *, after: int) -> Sequence[ImportRow]:
    """List the next rows that have not been applied, in the order of the file."""
    query = select(ImportRow).where(
        ImportRow.import_id == brought.id,
        ImportRow.number > after,
        ImportRow.applied_at.is_(None),
        ImportRow.effect != "merged",
    )
    return db.scalars(query.order_by(ImportRow.number).limit(CHUNK)).all()


def find_row(db: Session, brought: Import, number: int) -> ImportRow:
    here = ImportRow.import_id == brought.id, ImportRow.number == number
    return db.scalars(select(ImportRow).where(*here)).one()


def find_imported(
    db: Session, brought: Import, content: dict[str, Any]
) -> tuple[Member | None, Enrolment | None]:
    """Find whom a row is about: by e-mail address, or else by the id in the spreadsheet."""
    member = None
    if content["email"]:
        key = fold(content["email"])
        member = db.scalar(select(Member).where(Member.email_key == key))
    mine = Enrolment.programme_id == brought.programme_id, Enrolment.side == brought.side
    query = select(Enrolment).join(Enrolment.member).options(contains_eager(Enrolment.member))
    if member:
        return member, db.scalar(query.where(*mine, Enrolment.member_id == member.id))
    if not content["reference"]:
        return None, None
    enrolment = db.scalar(query.where(*mine, Enrolment.reference == content["reference"]))
    return (enrolment.member, enrolment) if enrolment else (None, None)


def list_wishes(db: Session, programme: Programme) -> Iterator[tuple[UUID, list[str]]]:
    """Go through those who asked to avoid somebody, with the references they named."""
    query = select(Enrolment.member_id, Enrolment.avoids).where(
        Enrolment.programme_id == programme.id, func.json_array_length(Enrolment.avoids) > 0
    )
    for member, avoids in db.execute(query.execution_options(yield_per=CHUNK)):
        yield member, list(avoids)


def find_referred(db: Session, programme: Programme, named: Collection[str]) -> dict[str, UUID]:
    """Return who stands behind these references, whatever capitals they are written with."""
    query = select(Enrolment.member_id, Enrolment.reference).where(
        Enrolment.programme_id == programme.id, Enrolment.reference.is_not(None)
    )
    rows = db.execute(query.execution_options(yield_per=CHUNK)) if named else ()
    return {fold(text): member for member, text in rows if text and fold(text) in named}


def list_avoidances(db: Session, programme: Programme) -> set[tuple[UUID, UUID]]:
    known = select(Avoidance.member_id, Avoidance.other_id)
    pairs = db.execute(known.where(Avoidance.programme_id == programme.id))
    return {(member, other) for member, other in pairs}
