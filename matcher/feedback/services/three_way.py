"""A talk of the three: first asked of whoever signalled, and only then of the other."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.feedback.models import ThreeWay
from matcher.feedback.services.words_from import WHY
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, Sentence, sentence
from matcher.members.models import Member
from matcher.members.services.letters import write_to
from matcher.messages.letters import Letter, Link
from matcher.messages.services import Occasion
from matcher.pairings.models import Pairing
from matcher.pairings.services.states import refuse_closed


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Whom to ask first, the first draft of what to talk about, and which signal it is for."""

    first: Member
    agenda: str
    signal_id: UUID | None = None


def ask_for_three(
    db: Session, pairing: Pairing, asked: Asked, *, by: Member, now: datetime
) -> ThreeWay:
    """Ask the one who signalled. The other learns nothing before their yes."""
    refuse_closed(pairing)
    three = ThreeWay(
        pairing=pairing,
        first_id=asked.first.id,
        by_id=by.id,
        asked_at=now,
        signal_id=asked.signal_id,
    )
    three.agenda = asked.agenda
    db.add(three)
    db.flush()
    note(db, "three_way.asked", three, by=by, at=now, programme_id=pairing.programme_id)
    asks = N_("%(name)s proposes a talk of the three of you")
    _write(db, three, asked.first, sentence(asks, name=by.name), now=now)
    return three


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Yes or no, and (of whoever was asked first) their words for the agenda."""

    says: bool
    agenda: str = ""


def answer_three(
    db: Session, three: ThreeWay, answer: Answer, *, by: Member, now: datetime
) -> None:
    """Keep somebody's yes or no. The first one's words are the agenda that the other reads."""
    refuse_closed(three.pairing)
    if by.id == three.first_id:
        if three.second_says is not None:
            raise RuleBroken(N_("The other one has answered already. Call your coordinator."))
        three.first_says, three.agenda = answer.says, answer.agenda or three.agenda
    else:
        three.second_says = answer.says
    db.flush()
    if by.id == three.first_id and answer.says:
        asks = N_("%(name)s would like a talk of the three of you")
        _write(db, three, _other(three), sentence(asks, name=_asker(db, three).name), now=now)
    elif three.first_says and three.second_says:
        _tell_coordinator(db, three, now=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class EnteredFor:
    """Somebody says it to a coordinator, who writes it down, and why."""

    member: Member
    says: bool
    by: Member
    why: str


def enter_three(
    db: Session,
    three: ThreeWay,
    entered: EnteredFor,
    *,
    now: datetime,
) -> None:
    """Write down somebody's yes or no: only whose turn it is, and never over their own answer."""
    if next_asked(three) != entered.member:
        raise RuleBroken(N_("%(name)s is not asked now."), name=entered.member.name)
    if entered.member.id == three.first_id:
        three.first_entered_by_id, three.first_entered_why = entered.by.id, entered.why
    else:
        three.second_entered_by_id, three.second_entered_why = entered.by.id, entered.why
    answer_three(db, three, Answer(says=entered.says), by=entered.member, now=now)
    note(
        db,
        "three_way.entered",
        three,
        by=entered.by,
        at=now,
        programme_id=three.pairing.programme_id,
        on_behalf_of=str(entered.member.audit_key),
    )


def next_asked(three: ThreeWay) -> Member | None:
    """Return whose answer is waited for; nobody after a no, and once both have answered."""
    if three.first_says is None:
        pairing = three.pairing
        return pairing.mentor if three.first_id == pairing.mentor_member_id else pairing.mentee
    return _other(three) if three.first_says and three.second_says is None else None


def note_three_held(three: ThreeWay, on: date) -> None:
    if not (three.first_says and three.second_says):
        raise RuleBroken(N_("Only when both have said yes."))
    three.held_on = on


def _other(three: ThreeWay) -> Member:
    pairing = three.pairing
    return pairing.mentee if three.first_id == pairing.mentor_member_id else pairing.mentor


def _asker(db: Session, three: ThreeWay) -> Member:
    found = db.get(Member, three.by_id) if three.by_id else None
    return found or three.pairing.programme.contact


def _write(db: Session, three: ThreeWay, to: Member, subject: Sentence, *, now: datetime) -> None:
    letter = Letter(
        subject=subject,
        name=to.name,
        paragraphs=(
            sentence(
                N_(
                    "A talk with the coordinator can help two people further. It only takes place "
                    "when you both want it. No is a good answer too."
                )
            ),
        ),
        button=Link(
            text=sentence(N_("Read it and answer")),
            endpoint="feedback.three_way",
            values={"pairing_id": str(three.pairing_id)},
        ),
        why=sentence(WHY, name=three.pairing.programme.contact.name),
    )
    on = Occasion(kind="three_way.asked", subject_id=three.id)
    write_to(db, to, letter, on=on, now=now)


def _tell_coordinator(db: Session, three: ThreeWay, *, now: datetime) -> None:
    to, pairing = _asker(db, three), three.pairing
    names = {"mentee": pairing.mentee.name, "mentor": pairing.mentor.name}
    letter = Letter(
        subject=sentence(N_("%(mentee)s and %(mentor)s would both like the talk"), **names),
        name=to.name,
        paragraphs=(sentence(N_("Agree a day with them. The agenda stands on their page.")),),
        button=Link(
            text=sentence(N_("To the pair")),
            endpoint="coordination.pair",
            values={
                "programme_id": str(pairing.programme_id),
                "pairing_id": str(pairing.id),
            },
        ),
        why=sentence(N_("You get this mail because you look after people in a programme.")),
    )
    on = Occasion(kind="three_way.agreed", subject_id=three.id)
    write_to(db, to, letter, on=on, now=now)
