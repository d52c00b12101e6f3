"""Simulates the life of a programme: everything happens through the services that pages use."""

from datetime import datetime, timedelta

from sqlalchemy import func, select

from matcher.config import Settings
from matcher.demo.story import PASSWORD
from matcher.foundation.doors import Doors
from matcher.members.models import Member
from matcher.members.passwords import Hasher
from matcher.programmes.models import Programme
from matcher.simulation.arriving import (
    AT_FIRST,
    come,
    confirm,
    found,
    match,
    somebody_waits,
)
from matcher.simulation.days import live
from matcher.simulation.world import Progress, Size, World

MONTH = 30
FORTNIGHT = 14
# On these days of a fortnight people confirm, and are matched.
CONFIRMING, MATCHING = 4, 6


def simulate(
    settings: Settings,
    doors: Doors,
    size: Size,
    *,
    now: datetime,
    progress: Progress = lambda _done: None,
) -> World:
    """Let a programme of this size live until `now`, and return what is known of it.

    size: people on each side, months of 30 days, and a seed; the same seed gives the same life.
    `progress` is told the part that is done, 0 to 1. A second one beside it has another number.
    """
    days = size.months * MONTH
    begin = now - timedelta(days=days)
    hashed = Hasher(settings.ARGON2_MEMORY_KIB).hash(PASSWORD)
    with doors.writing() as db:
        number = (db.scalar(select(func.count(Programme.id))) or 0) + 1
        programme, by = found(db, number, hashed, now=begin)
        ids = programme.id, by.id
    world = World(
        settings=settings,
        doors=doors,
        size=size,
        begin=begin,
        programme_id=ids[0],
        coordinator_id=ids[1],
    )
    for day in range(days):
        _begin_day(world, day, days)
        live(world, day)
        progress((day + 1) / days)
    return world


def is_empty(doors: Doors) -> bool:
    """Tell whether nobody is there yet."""
    with doors.reading() as db:
        return not db.scalar(select(func.count(Member.id)))


def _begin_day(world: World, day: int, days: int) -> None:
    """Most come at first, the others a few each fortnight until the last month."""
    later = max((days - MONTH) // FORTNIGHT, 1)
    turn, in_turn = divmod(day, FORTNIGHT)
    if in_turn == 0:
        if turn == 0:
            come(world, day, AT_FIRST)
        elif turn <= later:
            come(world, day, (1 - AT_FIRST) / later)
    if in_turn == CONFIRMING:
        confirm(world, day)
    if in_turn == MATCHING and somebody_waits(world):
        match(world, day)
