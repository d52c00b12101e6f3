"""Whose turn it is to do a scheduled task: one owner at a time, however many workers there are."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from matcher.foundation.moments import APART, has_come
from matcher.jobs.leases import LEASE, changed
from matcher.jobs.models import Turn
from matcher.jobs.work import Task

AFTER_FAILING = timedelta(minutes=5)
LONGEST = max(AFTER_FAILING, LEASE)  # that a turn is kept from others


def list_due_tasks(db: Session, tasks: tuple[Task, ...], *, now: datetime) -> list[str]:
    """List the scheduled tasks that somebody should do now."""
    known = {turn.task: turn for turn in db.scalars(select(Turn))}
    return [
        task.name
        for task in tasks
        if (turn := known.get(task.name)) is None
        or (_is_free(turn, now) and not _done_lately(turn, task, now))
    ]


def take_turn(db: Session, task: Task, *, owner: str, now: datetime) -> bool:
    """Take the turn to do a task, unless it was done lately or somebody is at it."""
    _make_row(db, task, now)
    free = update(Turn).where(
        Turn.task == task.name, has_come(Turn.until, now, farthest=LONGEST), _is_due(task, now)
    )
    return changed(db, free.values(owner=owner, until=now + LEASE))


def keep_turn(db: Session, name: str, *, owner: str, now: datetime) -> bool:
    mine = update(Turn).where(Turn.task == name, Turn.owner == owner)
    return changed(db, mine.values(until=now + LEASE))


def end_turn(db: Session, name: str, *, owner: str, now: datetime, done: bool) -> bool:
    """Give the turn back. A task that failed rests a little before the next attempt."""
    mine = update(Turn).where(Turn.task == name, Turn.owner == owner)
    if done:
        return changed(db, mine.values(owner="", until=now, last_done_at=now))
    return changed(db, mine.values(owner="", until=now + AFTER_FAILING))


def free_turns(db: Session, *, now: datetime) -> None:
    """End the turns of dead workers at once, where none but us can be alive."""
    db.execute(update(Turn).where(Turn.owner != "").values(owner="", until=now))


def _is_due(task: Task, now: datetime) -> ColumnElement[bool]:
    # A clock that was set back must not leave the schedule waiting for the future.
    return or_(Turn.last_done_at.is_(None), ~and_(Turn.last_done_at > now - task.every, _past(now)))


def _is_free(turn: Turn, now: datetime) -> bool:
    return turn.until <= now or turn.until > now + LONGEST + APART  # as `has_come` says it


def _past(now: datetime) -> ColumnElement[bool]:
    return Turn.last_done_at <= now


def _done_lately(turn: Turn, task: Task, now: datetime) -> bool:
    return turn.last_done_at is not None and now - task.every < turn.last_done_at <= now


def _make_row(db: Session, task: Task, now: datetime) -> None:
    """Make the task's row when it is new. Two workers may try at the same moment."""
    turn = {"id": Turn(task=task.name, owner="", until=now).id, "task": task.name, "owner": ""}
    insert = postgresql.insert if db.get_bind().dialect.name == "postgresql" else sqlite.insert
    db.execute(insert(Turn).values(until=now, **turn).on_conflict_do_nothing())
