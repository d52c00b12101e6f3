"""Expectations at the start, and the agreement that both say yes to."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.translate import say
from matcher.foundation.words import N_, sentence
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.messages.services import Occasion
from matcher.pairings.expecting import apart, draft
from matcher.pairings.models import Agreement, Expectation, OutsideHours, Pairing
from matcher.pairings.queries.agreements import find_outside_hours, find_start
from matcher.pairings.services.leaf_letters import News, partner_of, tell_news
from matcher.pairings.services.states import refuse_closed

PAGE = "pairings.agreement"
ENDING = N_(
    "In our last meeting we look back and say goodbye. Then we decide together whether we stay "
    "in touch."
)
DAYS_A_MONTH = 365.25 / 12


def answer_expectations(
    db: Session, pairing: Pairing, answers: Mapping[str, Any], *, by: Member, now: datetime
) -> None:
    """Keep what one side expects. With the second answer both are revealed, and a draft is made."""
    refuse_closed(pairing)
    _one_at_a_time(db, pairing)
    start, side = find_start(db, pairing), _side(pairing, by)
    if start.agreement:
        raise RuleBroken(N_("You both answered already. Change what you agree on instead."))
    mine = start.answers.get(side)
    if mine is None:
        mine = Expectation(pairing=pairing, side=side, answered_at=now)
        db.add(mine)
    mine.answers, mine.answered_at = dict(answers), now
    db.flush()  # fails if the same person answered at the same moment
    theirs = start.answers.get(side.other)
    if theirs is None:
        _tell_of_first(db, pairing, by=by, now=now)
    else:
        _draft(db, pairing, {side: mine, side.other: theirs}, now=now)


def change_agreement(  # noqa: PLR0913  # which text, as whom they saw it, by whom, when
    db: Session,
    agreement: Agreement,
    terms: Mapping[str, Any],
    *,
    seen: int,
    by: Member,
    now: datetime,
) -> None:
    """Word the agreement anew. Both are asked again."""
    _refuse_unless_current(agreement, seen)
    agreement.terms = dict(terms)
    agreement.changed_by_id, agreement.changed_at = by.id, now
    agreement.mentor_yes_at = agreement.mentee_yes_at = None
    db.flush()
    pairing, reader = agreement.pairing, partner_of(agreement.pairing, by)
    news = News(
        subject=sentence(N_("%(name)s changed what you agree on"), name=by.name),
        said=(sentence(N_("Please read it again. It counts once you both say yes.")),),
        button=N_("Read what you agree on"),
        endpoint=PAGE,
    )
    on = Occasion(kind="agreement.changed", subject_id=agreement.id, period=str(agreement.edition))
    tell_news(db, pairing, reader, news, on=on, now=now)


def say_yes(db: Session, agreement: Agreement, *, seen: int, by: Member, now: datetime) -> None:
    """Say yes to the text as it was read. Once both did, it counts."""
    _refuse_unless_current(agreement, seen)
    pairing = agreement.pairing
    agreement.say_yes(_side(pairing, by), now)
    db.flush()
    if not agreement.is_agreed:
        return
    _live_by(agreement)
    note(db, "agreement.agreed", agreement, by=by, at=now, programme_id=pairing.programme_id)
    news = News(
        subject=sentence(N_("You and %(name)s agree"), name=by.name),
        said=(sentence(N_("You both said yes. You can change it together at any time.")),),
        button=N_("Read what you agree on"),
        endpoint=PAGE,
    )
    on = Occasion(kind="agreement.agreed", subject_id=agreement.id, period=str(agreement.edition))
    tell_news(db, pairing, partner_of(pairing, by), news, on=on, now=now)


def say_outside_hours(db: Session, agreement: Agreement, *, by: Member, today: date) -> None:
    """Note that somebody was reached outside the agreed hours: once a day, and nobody is told."""
    refuse_closed(agreement.pairing)
    if not agreement.is_agreed:
        raise RuleBroken(N_("You have not agreed on hours yet."))
    if find_outside_hours(db, agreement.pairing, by, today) is None:
        db.add(OutsideHours(pairing_id=agreement.pairing.id, member_id=by.id, day=today))


def _draft(
    db: Session, pairing: Pairing, answers: Mapping[Side, Expectation], *, now: datetime
) -> None:
    """Draft an agreement from both answers, in the mentee's own language and words."""
    mentor = answers[Side.MENTOR].answers or {}
    mentee = answers[Side.MENTEE].answers or {}
    agreement = Agreement(pairing=pairing, drafted_at=now, differs=bool(apart(mentor, mentee)))
    agreement.terms = draft(mentor, mentee) | {
        "topics": pairing.mentee_enrolment.goal,
        "private": "",
        "ending": say(sentence(ENDING), pairing.mentee.language),
    }
    db.add(agreement)
    db.flush()
    for side in Side:
        reader, partner = pairing.member_on(side), pairing.member_on(side.other)
        news = News(
            subject=sentence(N_("See what you and %(name)s expect"), name=partner.name),
            said=(
                sentence(
                    N_(
                        "You both answered. From your answers we drafted what you could agree on: "
                        "read it, change what you like, and both say yes."
                    )
                ),
            ),
            button=N_("Read what you agree on"),
            endpoint=PAGE,
        )
        on = Occasion(kind="agreement.drafted", subject_id=agreement.id)
        tell_news(db, pairing, reader, news, on=on, now=now)


def _tell_of_first(db: Session, pairing: Pairing, *, by: Member, now: datetime) -> None:
    """Tell the other one that they are awaited; nothing of the answer."""
    news = News(
        subject=sentence(N_("%(name)s told what to expect. And you?"), name=by.name),
        said=(
            sentence(N_("Five short questions. You see each other's answers when you both did.")),
        ),
        button=N_("Say what you expect"),
        endpoint=PAGE,
    )
    on = Occasion(kind="expectations.first", subject_id=pairing.id)
    tell_news(db, pairing, partner_of(pairing, by), news, on=on, now=now)


def _live_by(agreement: Agreement) -> None:
    """Let the pairing's rhythm, and before they meet its length, be what the two agreed."""
    pairing, terms = agreement.pairing, agreement.terms or {}
    pairing.rhythm_days = int(terms["every"])
    months = int(terms["months"])
    if pairing.first_met_on is None and months != round(pairing.planned_days / DAYS_A_MONTH):
        pairing.planned_days = round(months * DAYS_A_MONTH)


def _one_at_a_time(db: Session, pairing: Pairing) -> None:
    """Let the second of two who answer at the same moment see the first one's answer."""
    db.execute(select(Pairing.id).where(Pairing.id == pairing.id).with_for_update())


def _refuse_unless_current(agreement: Agreement, seen: int) -> None:
    refuse_closed(agreement.pairing)
    if agreement.edition != seen:
        raise RuleBroken(N_("It was changed meanwhile. Please read it again."))


def _side(pairing: Pairing, member: Member) -> Side:
    return pairing.side_of(member) or Side.MENTEE
