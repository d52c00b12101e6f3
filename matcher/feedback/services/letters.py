"""What people are written about check-ins and concerns. No letter holds an answer."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from matcher.feedback.calendar import beginning_of
from matcher.feedback.models import CheckIn, CheckInKind
from matcher.feedback.queries.rounds import REMINDED
from matcher.foundation.words import N_, Sentence, sentence
from matcher.members.models import Member, Purpose
from matcher.members.services.letters import write_to
from matcher.members.services.links import make_link
from matcher.messages.letters import Letter, Link
from matcher.messages.models import Budget, Guarantee
from matcher.messages.services import Occasion

# After the window the link still opens one page, which says kindly that it has closed.
GRACE = timedelta(days=20)


FEW = N_(
    "A few questions about you and %(name)s: a tap for each, without signing in. "
    "You may skip what you like."
)
ABOUT = {
    CheckInKind.MIDPOINT: N_(
        "You and %(name)s are halfway. There are more questions than usual, about six minutes, "
        "without signing in. You may skip what you like."
    ),
    CheckInKind.CLOSING: N_(
        "You and %(name)s finish soon. There are more questions than usual, about eight minutes, "
        "without signing in. You may skip what you like."
    ),
    CheckInKind.FIT: N_(
        "You and %(name)s have met again. There is one question, one tap, without signing in. "
        "You may skip it."
    ),
    CheckInKind.FOLLOW_UP: N_(
        "You agreed that we look back once more on you and %(name)s: two questions, a tap for "
        "each, without signing in."
    ),
}


def invite(db: Session, check_in: CheckIn, *, now: datetime) -> None:
    """Ask somebody how it goes."""
    on = Occasion(kind="check_in.opened", subject_id=check_in.id, budget=Budget.PULSE)
    asks = N_("How is it going with %(name)s?")
    if check_in.kind == CheckInKind.FOLLOW_UP:
        asks = N_("Three months after you and %(name)s: how is it now?")
    if check_in.kind == CheckInKind.FIT:
        asks = N_("One question about you and %(name)s")
    _write(db, check_in, asks, on, now=now)


def remind(db: Session, check_in: CheckIn, days: int, *, now: datetime) -> None:
    """Ask again, without scolding: after three and after seven days."""
    on = Occasion(
        kind=REMINDED,
        subject_id=check_in.id,
        period=str(days),
        budget=Budget.PULSE,
        guarantee=Guarantee.AT_MOST_ONCE,
    )
    _write(db, check_in, N_("Would you still like to say how it goes with %(name)s?"), on, now=now)


def _write(db: Session, check_in: CheckIn, subject: str, on: Occasion, *, now: datetime) -> None:
    if not check_in.member.email:
        return
    pairing = check_in.pairing
    closes = beginning_of(check_in.closes_on, pairing.programme.zone)
    token = make_link(
        db,
        check_in.member,
        Purpose.CHECK_IN,
        now=now,
        lasts=closes - now + GRACE,
        subject_id=check_in.id,
    )
    partner = pairing.member_on(check_in.side.other).name
    contact = pairing.programme.contact.name
    letter = Letter(
        subject=sentence(subject, name=partner),
        name=check_in.member.name,
        paragraphs=(
            sentence(ABOUT.get(check_in.kind, FEW), name=partner),
            sentence(
                N_("%(contact)s, the coordinator, reads your answers. %(name)s never sees them."),
                contact=contact,
                name=partner,
            ),
        ),
        button=Link(
            text=sentence(N_("Answer the questions")),
            endpoint="feedback.open",
            values={"token": token},
        ),
        after=(sentence(N_("You can answer for ten days. No answer is fine too.")),),
        why=_why(contact),
    )
    write_to(db, check_in.member, letter, on=on, now=now)


def something_to_read(
    db: Session, to: Member, link: Link, *, subject_id: UUID, now: datetime
) -> None:
    """Tell a listener that something waits, and not a word of what."""
    letter = Letter(
        subject=sentence(N_("You have something to read")),
        name=to.name,
        paragraphs=(
            sentence(N_("Something waits for you in Samen Sterk. Please read it today.")),
            sentence(N_("For everyone's privacy this mail does not say what it is about.")),
        ),
        button=link,
        why=sentence(N_("You get this mail because you look after people in a programme.")),
    )
    on = Occasion(kind="signal.raised", subject_id=subject_id)
    write_to(db, to, letter, on=on, now=now)


def _why(contact: str) -> Sentence:
    return sentence(
        N_("You get this mail because you take part in mentoring. Questions? Ask %(name)s."),
        name=contact,
    )
