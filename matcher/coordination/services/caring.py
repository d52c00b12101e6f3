"""What a coordinator does for a pairing: each deed is kept, with the signal it answers."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.coordination.models import Band, Care, CareKind, Outcome
from matcher.feedback.models import ThreeWay
from matcher.feedback.queries.passed_on import find_waiting
from matcher.feedback.services.passing_on import pass_on_by_hand
from matcher.feedback.services.three_way import Asked, ask_for_three, note_three_held
from matcher.feedback.services.words_from import a_word
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.members.models import Member
from matcher.messages.letters import Link
from matcher.messages.models import Budget
from matcher.messages.services import Occasion
from matcher.pairings.models import Pairing
from matcher.pairings.services.letters import to_the_space
from matcher.pairings.services.states import refuse_closed


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """For which pairing, answering which signal, by whom and when."""

    pairing: Pairing
    by: Member
    now: datetime
    signal_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """With whom (None: both), how long, what came of it, and what only coordinators read."""

    with_id: UUID | None
    band: Band
    outcome: Outcome
    note: str
    three: bool = False


def keep(db: Session, deed: Deed, kind: CareKind) -> Care:
    """Keep that something was done. Which pairing, by whom: never a word of what."""
    care = Care(
        programme_id=deed.pairing.programme_id,
        kind=kind,
        at=deed.now,
        by_id=deed.by.id,
        pairing_id=deed.pairing.id,
        signal_id=deed.signal_id,
    )
    db.add(care)
    db.flush()
    where = deed.pairing.programme_id
    note(db, f"care.{kind}", deed.pairing, by=deed.by, at=deed.now, programme_id=where)
    return care


def nudge(db: Session, deed: Deed, to: Member, words: str) -> Care:
    """Write one person a short message. It waits its turn: one programme message a week."""
    refuse_closed(deed.pairing)
    if not to.email:
        raise RuleBroken(N_("%(name)s has no e-mail address. Please call."), name=to.name)
    care = keep(db, deed, CareKind.NUDGE)
    care.with_id, care.text = to.id, words
    on = Occasion(kind="care.nudge", subject_id=care.id, budget=Budget.GUIDANCE)
    space: Link = to_the_space(deed.pairing)
    a_word(db, to, words, by=deed.by, on=on, now=deed.now, button=space)
    return care


def keep_talk(db: Session, deed: Deed, talk: Talk, three: ThreeWay | None = None) -> Care:
    """Keep that there was a talk. A talk of the three needs the yes of both."""
    if talk.three:
        if three is None:
            raise RuleBroken(N_("Ask both first whether they would like a talk of the three."))
        note_three_held(three, deed.now.date())
    care = keep(db, deed, CareKind.THREE_WAY if talk.three else CareKind.TALK)
    care.with_id, care.band, care.outcome = talk.with_id, talk.band, talk.outcome
    care.text = talk.note or None
    return care


def escalate(db: Session, deed: Deed, why: str) -> Care:
    """Ask the second contact to look as well."""
    if deed.signal_id is None:
        raise RuleBroken(N_("Choose on the work list which signal you pass on."))
    passed = pass_on_by_hand(db, find_waiting(db, deed.signal_id), by=deed.by, now=deed.now)
    care = keep(db, deed, CareKind.ESCALATE)
    care.with_id, care.text = passed.to_id, why
    return care


def ask_three(db: Session, deed: Deed, first: Member, agenda: str) -> ThreeWay:
    asked = Asked(first=first, agenda=agenda, signal_id=deed.signal_id)
    return ask_for_three(db, deed.pairing, asked, by=deed.by, now=deed.now)
