"""What is done about people's data in the background."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from matcher.audit.chain import AT_ONCE, head, seal
from matcher.audit.heads import keep_head
from matcher.audit.services import note
from matcher.jobs.services import enqueue
from matcher.jobs.work import Task, Work
from matcher.members.models import Member
from matcher.privacy.models import Takeout
from matcher.privacy.scrubbing import remove_mail_files, scrub
from matcher.privacy.services import erasing, sweeping, takeouts
from matcher.privacy.services.forgetting import forget, is_forgotten
from matcher.privacy.services.traces import Traces, find_traces, forget_traces, words_of
from matcher.privacy.tombstones import bury

REST = "forget_traces"
AGAIN = timedelta(hours=1)


class StillRead(Exception):
    """Somebody read the database all the while: the log could not be cut off yet."""


def make_takeout(work: Work) -> None:
    """Write a member's own copy, unless they are gone or it was written already."""
    with work.write() as db:
        takeout = db.get(Takeout, work.subject_id)
        member = takeout and db.get(Member, takeout.member_id)
        if takeout and member and member.disabled_at is None and takeout.ready_at is None:
            takeouts.make_takeout(db, takeout, member, now=work.now())


def erase_member(work: Work) -> None:
    """Erase a person. Killed anywhere, it is done again from the start, with the same end."""
    bury(work.settings.INSTANCE, work.subject_id, at=work.now())
    with work.write() as db:
        member = db.get(Member, work.subject_id)
        if member and not is_forgotten(member):
            remove_mail_files(work.settings.INSTANCE / "outbox", words_of(member))
            rest = forget_traces(db, find_traces(db, member))
            forget(db, member)
            note(db, "member.erased", member, by=None, at=work.now())
            _again(db, work, rest, turn=0)
    _cut_off(work)


def forget_rest(work: Work) -> None:
    """Erase what could not go yet, once mails have left and runs have ended."""
    before = Traces(*(tuple(map(UUID, work.payload.get(each, ()))) for each in ("mails", "runs")))
    with work.write() as db:
        rest = forget_traces(db, before)
        _again(db, work, rest, turn=int(work.payload["turn"]) + 1)
    _cut_off(work)


def _again(db: Session, work: Work, rest: Traces, *, turn: int) -> None:
    if not (rest.mails or rest.runs):
        return
    payload = {
        "mails": [str(each) for each in rest.mails],
        "runs": [str(each) for each in rest.runs],
        "turn": turn,
    }
    job = enqueue(db, REST, work.subject_id, period=str(turn), now=work.now(), payload=payload)
    job.due_at = work.now() + AGAIN


def _cut_off(work: Work) -> None:
    if not scrub(work.doors.write.kw["bind"]):
        raise StillRead


def sweep_all(work: Work) -> None:
    """Apply every rule of retention, each in a transaction of its own."""
    rows = 0
    for rule in sweeping.RULES:
        work.report("sweeping")
        with work.write() as db:
            rows += sweeping.sweep(db, rule, now=work.now())
    with work.write() as db:
        rows += sweeping.sweep_programmes(db, now=work.now())
    if rows:
        _cut_off(work)


def seal_trail(work: Work) -> None:
    """Seal what was noted since, and write the end of the chain down outside the database."""
    while True:
        with work.write() as db:
            sealed, end = seal(db), head(db)
        keep_head(work.settings.INSTANCE, end)
        if sealed < AT_ONCE:
            return
        work.report("sealing")


SCHEDULE = (
    Task(name="sweep", every=timedelta(days=1), does=sweep_all),
    Task(name="seal_trail", every=timedelta(minutes=1), does=seal_trail),
)
WORK: dict[str, Callable[[Work], None]] = {
    takeouts.KIND: make_takeout,
    erasing.KIND: erase_member,
    REST: forget_rest,
}
