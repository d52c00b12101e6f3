"""Bringing a spreadsheet in: staged, checked, applied by row, visible all at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.text import fold
from matcher.foundation.words import N_, Language, sentence
from matcher.guidance.tips import Side
from matcher.jobs.services import enqueue
from matcher.matching.sheets.rows import Row
from matcher.members.models import Member
from matcher.programmes.models import (
    Avoidance,
    Enrolment,
    EnrolmentState,
    Import,
    ImportRow,
    ImportState,
    Programme,
    Source,
)
from matcher.programmes.queries.imports import (
    find_imported,
    find_referred,
    find_row,
    has_errors,
    list_avoidances,
    list_uninvited,
    list_wishes,
)
from matcher.programmes.services.invitations import send_invitation
from matcher.programmes.sheet import Finding, Person, read_person

# What a row says of an enrolment, under the names of its columns.
FIELDS = (
    *("role", "languages", "place", "meets", "slots", "organisation", "level", "topics"),
    *("statements", "goal", "styles", "places", "avoids", "avoids_own_organisation"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A file as a coordinator sent it."""

    name: str
    content: bytes
    side: Side


def begin_import(
    db: Session, programme: Programme, sheet: Sheet, *, by: Member, now: datetime
) -> Import:
    """Take a file in, and let a job read and check it."""
    brought = Import(
        programme=programme,
        by_id=by.id,
        side=sheet.side,
        file_name=sheet.name[:120],
        created_at=now,
    )
    brought.file = sheet.content
    db.add(brought)
    db.flush()
    note(db, "import.begun", brought, by=by, at=now, programme_id=programme.id)
    enqueue(db, "check_import", brought.id, now=now)
    return brought


def stage_rows(
    db: Session, brought: Import, rows: Sequence[Row], columns: dict[str, str], seen: dict[str, int]
) -> None:
    """Read a few rows into staging, each with what was found in it.

    `seen` remembers, from chunk to chunk, in which row an address or id stood first.
    """
    for row in rows:
        person = read_person(row, columns, brought.side)
        first = _seen_before(person, row.number, seen)
        kept = ImportRow(
            import_id=brought.id,
            number=row.number,
            findings=[each.to_json() for each in person.findings],
            effect="merged" if first else _effect(db, brought, person.content),
        )
        kept.content = person.content
        db.add(kept)
        db.flush()
        if first:
            _merge(db, brought, find_row(db, brought, first), person.content)


def _seen_before(person: Person, number: int, seen: dict[str, int]) -> int | None:
    """Two rows of one person are read as one; two people under one id are an error."""
    email, reference = fold(person.content["email"]), fold(person.content["reference"])
    if email and email in seen:
        found = sentence(SAME_PERSON, row=seen[email])
        person.findings.append(Finding("email", person.content["email"], found))
        return seen[email]
    if reference and f"id {reference}" in seen:
        found = sentence(SAME_ID, row=seen[f"id {reference}"])
        person.findings.append(Finding("id", person.content["reference"], found, is_error=True))
    for key in (email, f"id {reference}" if reference else ""):
        if key:
            seen.setdefault(key, number)
    return None


def _merge(db: Session, brought: Import, first: ImportRow, later: dict[str, Any]) -> None:
    """Read two rows of one person as one: lists together, single answers from the later row."""
    merged = dict(first.content or {})
    for name, value in later.items():
        if name == "reference" or value in (None, "", []):
            continue
        before = merged.get(name)
        merged[name] = [*dict.fromkeys([*before, *value])] if isinstance(before, list) else value
    first.content, first.effect = merged, _effect(db, brought, merged)


SAME_PERSON = N_("The same e-mail address as row %(row)d: the two rows are read as one person.")
SAME_ID = N_("Row %(row)d has the same id.")


def _effect(db: Session, brought: Import, content: dict[str, Any]) -> str:
    _, enrolment = find_imported(db, brought, content)
    if enrolment is None:
        return "new"
    return "same" if not _changes(enrolment, content) else "update"


def _changes(enrolment: Enrolment, content: dict[str, Any]) -> dict[str, Any]:
    """What a row would change. An empty cell takes nothing away."""
    given = {name: content[name] for name in FIELDS if content[name] not in (None, "", [])}
    return {name: each for name, each in given.items() if getattr(enrolment, name) != each}


def finish_check(
    db: Session, brought: Import, *, rows: int, findings: list[dict[str, Any]]
) -> None:
    """Say whether the file can be applied, and let go of the file itself."""
    brought.row_count, brought.findings = rows, findings
    blocked = any(each["is_error"] for each in findings) or has_errors(db, brought)
    brought.state = ImportState.BLOCKED if blocked else ImportState.READY
    brought.file = None


def confirm_import(db: Session, brought: Import, ground: str, *, by: Member, now: datetime) -> None:
    """Let a job apply the file, on the ground that the coordinator names."""
    if brought.state != ImportState.READY:
        raise RuleBroken(N_("This file cannot be applied now. Please look at it again."))
    brought.state, brought.ground = ImportState.APPLYING, ground
    where = brought.programme_id
    note(db, "import.confirmed", brought, by=by, at=now, programme_id=where)
    enqueue(db, "apply_import", brought.id, now=now)


def cancel_import(db: Session, brought: Import, *, by: Member, now: datetime) -> None:
    """Put a file aside before it is applied. Nothing of it is kept."""
    if brought.state not in {ImportState.CHECKING, ImportState.READY, ImportState.BLOCKED}:
        raise RuleBroken(N_("This file is being applied already, or has been."))
    brought.state, brought.file = ImportState.CANCELLED, None
    note(db, "import.cancelled", brought, by=by, at=now, programme_id=brought.programme_id)


def apply_row(db: Session, brought: Import, row: ImportRow, *, now: datetime) -> None:
    """Make one person of a row, hidden until the whole file is applied.

    Rows about people who are here already wait: they change them once the file is applied.
    """
    content = row.content or {}
    member, enrolment = find_imported(db, brought, content)
    if enrolment is None:
        _enrol(db, brought, member or _join(db, content, now=now), content, now=now)
        row.applied_at = now


def update_row(db: Session, brought: Import, row: ImportRow, *, now: datetime) -> None:
    """Change somebody who was here before the file came."""
    content = row.content or {}
    _, enrolment = find_imported(db, brought, content)
    if enrolment is not None and enrolment.state in {EnrolmentState.DRAFT, EnrolmentState.WAITING}:
        _update(enrolment, content)
        enrolment.ground = enrolment.ground or brought.ground
    row.applied_at = now


def publish_import(db: Session, brought: Import, *, now: datetime) -> None:
    """Show everybody whom the file brought in, at once."""
    brought.state, brought.applied_at = ImportState.APPLIED, now
    where = brought.programme_id
    note(
        db, "import.applied", brought, by=None, at=now, programme_id=where, count=brought.row_count
    )


def _join(db: Session, content: dict[str, Any], *, now: datetime) -> Member:
    email = content["email"]
    member = Member(
        name=content["name"],
        created_at=now,
        email=email or None,
        email_key=fold(email) or None,
        pronouns=content["pronouns"],
        language=language_of(content["languages"]),
    )
    db.add(member)
    return member


def _enrol(
    db: Session, brought: Import, member: Member, content: dict[str, Any], *, now: datetime
) -> Enrolment:
    enrolment = Enrolment(
        member=member,
        programme=brought.programme,
        side=brought.side,
        created_at=now,
        state=EnrolmentState.WAITING,
        state_since=now,
        saved_at=now,
        source=Source.IMPORT,
        reference=content["reference"] or None,
        ground=brought.ground,
        import_id=brought.id,
        **{name: content[name] for name in FIELDS},
    )
    enrolment.note = content["note"] or None
    db.add(enrolment)
    db.flush()
    return enrolment


def _update(enrolment: Enrolment, content: dict[str, Any]) -> None:
    for name, value in _changes(enrolment, content).items():
        setattr(enrolment, name, value)
    if content["note"]:
        enrolment.note = content["note"]


def language_of(spoken: Sequence[str]) -> Language:
    """Write to somebody in the first of our languages that they name."""
    return next((Language(each) for each in spoken if each in set(Language)), Language.EN)


def resolve_avoidances(db: Session, programme: Programme, *, now: datetime) -> int:
    """Turn the references that people named into wishes about members; later files may add some."""
    wishes = list(list_wishes(db, programme))
    named = {each for _member, references in wishes for each in references}
    members, known = find_referred(db, programme, named), list_avoidances(db, programme)
    added = 0
    for member_id, references in wishes:
        for other_id in {members[each] for each in references if each in members}:
            if other_id != member_id and (member_id, other_id) not in known:
                known.add((member_id, other_id))
                wish = Avoidance(
                    programme_id=programme.id,
                    member_id=member_id,
                    other_id=other_id,
                    source="member",
                    since=now,
                )
                db.add(wish)
                added += 1
    return added


def invite_some(
    db: Session, brought: Import, *, after: UUID | None, now: datetime
) -> Sequence[UUID]:
    """Ask the next whom the file brought in to confirm and complete what it says of them."""
    invited = list_uninvited(db, brought, after=after)
    for enrolment in invited:
        send_invitation(db, enrolment, now=now)
    return [each.id for each in invited]
