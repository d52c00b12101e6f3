"""Handing pairs over from one coordinator to another."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.desk.queries.keepers import find_keeper
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, N_n, counted, sentence
from matcher.members.models import Member
from matcher.members.services.letters import write_to
from matcher.messages.letters import Letter, Link
from matcher.messages.services import Occasion
from matcher.pairings.models import Pairing
from matcher.pairings.models.keeper import Keeper
from matcher.programmes.models import Programme

HANDED = N_n(
    "%(name)s handed one pair over to you: from now on you look after it.",
    "%(name)s handed %(num)s pairs over to you: from now on you look after them.",
)


def hand_over(
    db: Session, pairings: Iterable[Pairing], to: Member, *, by: Member, now: datetime
) -> int:
    """Let another coordinator look after pairs; return how many. Nobody gets their own."""
    count = 0
    for pairing in pairings:
        if pairing.side_of(to):
            raise RuleBroken(N_("%(name)s is one of a pair that you chose."), name=to.name)
        if pairing.programme_id not in to.coordinates:
            raise RuleBroken(N_("%(name)s does not look after this programme."), name=to.name)
        _keep(db, pairing, to, now)
        here, whom = pairing.programme_id, str(to.audit_key)
        note(
            db, "pairing.handed_over", pairing, by=by, at=now, programme_id=here, on_behalf_of=whom
        )
        count += 1
    return count


def _keep(db: Session, pairing: Pairing, to: Member, now: datetime) -> None:
    keeper = find_keeper(db, pairing)
    if keeper is None:
        keeper = Keeper(pairing=pairing, member=to, since=now)
        db.add(keeper)
    keeper.member, keeper.since = to, now
    db.flush()


def tell_keeper(  # noqa: PLR0913  # whom, how many, of which programme, by whom, when
    db: Session, programme: Programme, to: Member, count: int, *, by: Member, now: datetime
) -> None:
    """Write to whoever the pairs were handed to, unless they took them themselves."""
    if to is by or not count:
        return
    letter = Letter(
        subject=counted(N_n("A pair for you", "%(num)s pairs for you"), count),
        name=to.name,
        paragraphs=(counted(HANDED, count, name=by.name),),
        why=sentence(N_("You get this mail because you look after a programme.")),
        button=Link(
            text=sentence(N_("See them")),
            endpoint="coordination.pairs",
            values={"programme_id": str(programme.id), "part": "mine"},
        ),
    )
    on = Occasion(kind="pairings.handed_over", subject_id=programme.id, period=now.isoformat())
    write_to(db, to, letter, on=on, now=now)
