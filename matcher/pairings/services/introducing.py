"""A first step together: an introduction that is mailed to the mentee, and only after their yes."""

from datetime import datetime

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, sentence
from matcher.members.models import Member
from matcher.members.services.letters import write_to
from matcher.messages.letters import Letter, Link
from matcher.messages.services import Occasion
from matcher.pairings.models import Pairing, ResourceShown
from matcher.pairings.services.leaf_letters import News, tell_news
from matcher.pairings.services.letters import why
from matcher.pairings.services.states import refuse_closed

PAGE = "pairings.library"


def introduce_as_coordinator(
    db: Session, shown: ResourceShown, words: str, *, by: Member, now: datetime
) -> None:
    """Draft an introduction for a mentee. They read it first, and nothing goes out before a yes."""
    pairing = shown.pairing
    refuse_closed(pairing)
    if shown.shared_at is None:
        raise RuleBroken(N_("It is not time for this yet."))
    if shown.approved_at:
        raise RuleBroken(N_("The introduction has been approved and mailed already."))
    if shown.introduced_at and shown.introduced_by_id != by.id:
        raise RuleBroken(N_("Somebody has written an introduction already."))
    shown.introduction, shown.introduced_at, shown.introduced_by_id = words, now, by.id
    db.flush()
    note(db, "resource.introduced", pairing, by=by, at=now, programme_id=pairing.programme_id)
    news = News(
        subject=sentence(N_("%(name)s wrote an introduction for you to look at"), name=by.name),
        said=(sentence(N_("It stands on your page together, and now it is your turn.")),),
        button=N_("Go and see"),
        endpoint=PAGE,
    )
    on = Occasion(kind="resource.introduce", subject_id=shown.id, period=str(shown.version))
    tell_news(db, pairing, pairing.mentee, news, on=on, now=now)


def approve_introduction(db: Session, shown: ResourceShown, *, seen: int, now: datetime) -> None:
    """Approve the words that were read: only now they are mailed, and only to the mentee."""
    _refuse_unless_waiting(shown, seen)
    shown.approved_at = now
    db.flush()
    pairing = shown.pairing
    reader, contact = pairing.mentee, pairing.programme.contact
    place = shown.resource.said("name", reader.language)
    letter = Letter(
        subject=sentence(N_("Your introduction to %(place)s"), place=place),
        name=reader.name,
        paragraphs=(
            sentence(
                N_(
                    "You approved these words of %(mentor)s. Show them or pass them on yourself: "
                    "we sent them to nobody else."
                ),
                mentor=introducer(shown),
            ),
            shown.introduction or "",
            sentence(
                N_("With you: %(mentor)s, your mentor, and %(contact)s, your coordinator."),
                mentor=pairing.mentor.name,
                contact=contact.name,
            ),
        ),
        why=why(pairing),
        button=_link(pairing, N_("See how to reach them")),
    )
    on = Occasion(kind="resource.introduction", subject_id=shown.id)
    write_to(db, reader, letter, on=on, now=now)


def decline_introduction(shown: ResourceShown, *, seen: int) -> None:
    """Take the words away. Nothing was mailed, and nobody need say why."""
    _refuse_unless_waiting(shown, seen)
    shown.introduction = None
    shown.introduced_at = shown.introduced_by_id = None


def introducer(shown: ResourceShown) -> str:
    """Name whoever wrote the introduction: the mentor, or a coordinator."""
    return (shown.introduced_by or shown.pairing.mentor).name


def _refuse_unless_waiting(shown: ResourceShown, seen: int) -> None:
    refuse_closed(shown.pairing)
    if shown.introduced_at is None or shown.approved_at is not None:
        raise RuleBroken(N_("There is no introduction to approve."))
    if shown.version != seen:
        raise RuleBroken(N_("It was changed meanwhile. Please read it again."))


def _link(pairing: Pairing, text: str) -> Link:
    return Link(text=sentence(text), endpoint=PAGE, values={"pairing_id": str(pairing.id)})
