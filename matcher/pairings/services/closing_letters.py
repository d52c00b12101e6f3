"""What the two are written while they finish."""

from datetime import date, datetime

from babel import dates
from sqlalchemy.orm import Session

from matcher.foundation.words import N_, Sentence, sentence
from matcher.members.models import Member
from matcher.members.services.letters import write_to
from matcher.messages.letters import Letter, Link
from matcher.messages.services import Occasion
from matcher.pairings.models import Pairing
from matcher.pairings.models.closing import Closing
from matcher.pairings.services.letters import why


def tell_of_end_day(db: Session, closing: Closing, *, by: Member | None, now: datetime) -> None:
    """Tell both on which day they finish; of somebody's own choice, only the other."""
    pairing = closing.pairing
    for reader in (pairing.mentor, pairing.mentee):
        if by and reader.id == by.id:
            continue
        partner = pairing.mentor if reader.id == pairing.mentee_member_id else pairing.mentee
        day = _day(closing.ends_on, reader)
        subject = sentence(N_("You and %(name)s finish on %(day)s"), name=partner.name, day=day)
        letter = _letter(pairing, reader, subject, *_about(closing, by))
        on = Occasion(kind="closing.day", subject_id=closing.id, period=closing.ends_on.isoformat())
        write_to(db, reader, letter, on=on, now=now)


def tell_of_words(db: Session, closing: Closing, *, by: Member, now: datetime) -> None:
    """Tell the one who wrote first that both have written: now they can read."""
    pairing = closing.pairing
    reader = pairing.mentor if by.id == pairing.mentee_member_id else pairing.mentee
    letter = _letter(
        pairing,
        reader,
        sentence(N_("You can read what %(name)s wrote for you"), name=by.name),
        sentence(N_("You have both written down a moment, a strength and a piece of advice.")),
    )
    on = Occasion(kind="closing.words", subject_id=closing.id)
    write_to(db, reader, letter, on=on, now=now)


def tell_of_finish(db: Session, pairing: Pairing, *, now: datetime) -> None:
    """Thank both, and say what they may still do."""
    for reader in (pairing.mentor, pairing.mentee):
        partner = pairing.mentor if reader.id == pairing.mentee_member_id else pairing.mentee
        letter = _letter(
            pairing,
            reader,
            sentence(N_("You and %(name)s have finished. Thank you"), name=partner.name),
            sentence(
                N_(
                    "What you did together counts, and it stays yours. On the page of your "
                    "goodbye you can still read each other's words, and say whether you stay in "
                    "touch and what happens to what you wrote."
                )
            ),
        )
        on = Occasion(kind="closing.finished", subject_id=pairing.id)
        write_to(db, reader, letter, on=on, now=now)


def _about(closing: Closing, by: Member | None) -> list[Sentence | str]:
    told: list[Sentence | str] = []
    if by is None:
        told.append(sentence(N_("By then the time that you agreed on is over.")))
    else:
        told.append(sentence(N_("%(name)s chose this day."), name=by.name))
    if closing.reason:
        told.append(closing.reason)
    elif closing.coordinator_tells:
        contact = closing.pairing.programme.contact.name
        told.append(sentence(N_("%(name)s will tell you more about it."), name=contact))
    good = N_(
        "A good ending helps: plan a last meeting, and each write down one moment, one strength "
        "and one piece of advice for the other."
    )
    return [*told, sentence(good)]


def _letter(pairing: Pairing, reader: Member, subject: Sentence, *said: Sentence | str) -> Letter:
    return Letter(
        subject=subject,
        name=reader.name,
        paragraphs=said,
        why=why(pairing),
        button=Link(
            text=sentence(N_("To your goodbye")),
            endpoint="pairings.closing",
            values={"pairing_id": str(pairing.id)},
        ),
    )


def _day(day: date, reader: Member) -> str:
    return dates.format_date(day, "EEEE d MMMM y", locale=str(reader.language))
