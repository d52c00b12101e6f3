"""What the pairs of the demo tell each other: said back, asked for, shared or kept to oneself."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.guidance.support import Support
from matcher.pairings.models import Meeting, MeetingState, Pairing, PairingState, ReplyKind
from matcher.pairings.queries import list_meetings
from matcher.pairings.services.entries import Reach, Said, reply_to, write_entry
from matcher.pairings.services.heard import make_right, note_talk, say_back
from matcher.pairings.services.meetings import AHEAD, Plan, propose_meeting
from matcher.pairings.services.support import ask_for, share_context
from matcher.pairings.times import local_day

HEARD = (
    "Je wilt eerst weten of je diploma hier telt, en dan pas brieven schrijven.",
    "Bellen met instanties kost je veel. Een mail vooraf helpt.",
    "Je ziet op tegen het gesprek van vrijdag, vooral tegen de eerste vijf minuten.",
    "Je wilt vaker Nederlands praten, maar niet op je werk oefenen.",
)
CORRECTED = "Het gaat mij niet om het gesprek zelf. Ik ben bang dat ik de vraag niet begrijp."
CONTEXT = ("Drukke maand, vrijdag examen.", "Mijn dochter is ziek, ik slaap weinig.")
ENTRIES = (
    (
        Said(mood=4, words=("hopeful",), text="Er was een reactie op mijn brief!"),
        Reach(mentor=True),
    ),
    (Said(mood=2, words=("tired", "worried")), Reach()),
    (
        Said(mood=2, words=("tense",), text="Ik weet niet of ik dit naast mijn werk volhoud."),
        Reach(mentor=True, coordinator=True),
    ),
)


def tell_each_other(db: Session, *, now: datetime) -> None:
    """Let every pair that meets say back, ask and share, each in its own measure."""
    for number, pairing in enumerate(_who_meet(db)):
        meetings = list_meetings(db, pairing)
        held = [each for each in meetings if each.state == MeetingState.HELD]
        _say_back(db, held, number)
        ahead = next((each for each in meetings if each.state == MeetingState.PLANNED), None)
        if ahead and number % 4:
            ask_for(db, ahead, list(Support)[number % 4])
        shows_all = pairing.mentee.password_hash is not None  # whoever looks around signs in so
        if shows_all or number % 5 == 0:
            until = local_day(now, pairing.mentee.zone) + timedelta(days=5 + number)
            share_context(db, pairing, CONTEXT[number % 2], until, now=now)
        if shows_all or number % 6 == 0:
            _write(db, pairing, now)
        if shows_all and not any(each.state in AHEAD for each in meetings):
            _offer(db, pairing, now)


def _who_meet(db: Session) -> Sequence[Pairing]:
    query = select(Pairing).where(Pairing.state == PairingState.ACTIVE)
    return sorted(db.scalars(query), key=lambda each: each.mentee.name)


def _say_back(db: Session, held: Sequence[Meeting], number: int) -> None:
    """Most lines are right, some are made right, and the last one of a few still waits."""
    for turn, meeting in enumerate(held[: 1 + number % 3]):
        later = meeting.starts_at + timedelta(hours=14)
        say_back(db, meeting, HEARD[(number + turn) % len(HEARD)], now=later)
        if turn == 0 and number % 7 == 3:  # noqa: PLR2004  # one pair in seven has one to read
            continue
        corrected = CORRECTED if (number + turn) % 5 == 2 else None  # noqa: PLR2004  # one in five
        make_right(db, meeting, corrected, now=later + timedelta(hours=5))
        note_talk(db, meeting, 40 + 10 * (number % 3), by=meeting.pairing.mentee, now=later)


def _offer(db: Session, pairing: Pairing, now: datetime) -> None:
    """Let the mentor propose three times at once."""
    first = now.astimezone(ZoneInfo(pairing.mentor.zone)).replace(hour=19, minute=0)
    times = [first + timedelta(days=days) for days in (3, 5, 6)]
    plan = Plan(
        starts_at=times[0], minutes=60, online=False, where="Bibliotheek", others=tuple(times[1:])
    )
    propose_meeting(db, pairing, plan, by=pairing.mentor, now=now)


def _write(db: Session, pairing: Pairing, now: datetime) -> None:
    for turn, (said, reach) in enumerate(ENTRIES):
        when = now - timedelta(days=12 - 5 * turn, hours=2)
        entry = write_entry(db, pairing, said, reach, by=pairing.mentee, now=when)
        if turn == 0:
            later = when + timedelta(hours=3)
            reply_to(db, entry, ReplyKind.THANKS, by=pairing.mentor, now=later)
            words, later = "Wat fijn. Wat gaf jou de meeste moed?", later + timedelta(minutes=4)
            reply_to(db, entry, ReplyKind.WORDS, words, by=pairing.mentor, now=later)
