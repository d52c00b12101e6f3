"""What was kept long enough is put away, what is younger stays, and there is evidence of it."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.config import Settings
from matcher.feedback.models import CheckIn, Concern, Signal
from matcher.foundation.columns import Audience, Keep
from matcher.foundation.database import Base
from matcher.jobs.tidying import KEPT
from matcher.members.models import Attempt, Member, OneTimeLink, Purpose, SecondStep, SignIn
from matcher.members.services.factors import TO_SHOW_IT, begin_second_step
from matcher.members.services.links import make_link
from matcher.members.services.signing_in import sign_in
from matcher.pairings.models import Pairing, PairingState
from matcher.privacy.models import Sweep, Takeout
from matcher.privacy.register import entries
from matcher.privacy.services.sweeping import (
    PROGRAMMES,
    RULES,
    SHORT,
    count,
    count_programmes,
    sweep_programmes,
    swept_models,
)
from matcher.privacy.work import sweep_all
from matcher.programmes.models import Consent, Import, ImportState, ProgrammeState
from matcher.proposals.models import Looking, Proposal
from tests.factories import NOW, TODAY, a_member, a_programme
from tests.factories.jobs import some_work
from tests.factories.privacy import MINE, everything
from tests.factories.proposals import an_offer

# Put away by the broom of work that is done, by the account's end, or never (the trail).
ELSEWHERE = {
    *("mail", "member", "mail_stop", "opening", "role_grant", "programme", "event", "denial"),
    *("authenticator", "passkey", "recovery_code", "identity", "known_browser"),
}
Make = Callable[[Session, datetime], None]


def a_sign_in(db: Session, at: datetime) -> None:
    member = a_member()
    db.add(member)
    sign_in(db, member, now=at - timedelta(days=14))


def a_second_step(db: Session, at: datetime) -> None:
    member = a_member()
    db.add(member)
    began = at - TO_SHOW_IT
    begin_second_step(db, member, now=began, browser="", level="password")


def an_attempt(db: Session, at: datetime) -> None:
    db.add(Attempt(at=at, account="x", origin="y", succeeded=False))


def a_link(db: Session, at: datetime) -> None:
    member = a_member()
    db.add(member)
    db.flush()
    make_link(db, member, Purpose.RESET_PASSWORD, now=at, lasts=timedelta())


def a_takeout(db: Session, at: datetime) -> None:
    member = a_member()
    db.add(member)
    db.flush()
    db.add(Takeout(member_id=member.id, asked_at=at - timedelta(days=7), until=at))


def an_import(db: Session, at: datetime) -> None:
    programme = a_programme()
    db.add(programme)
    db.flush()
    db.add(
        Import(
            programme=programme,
            by_id=None,
            side="mentee",  # type: ignore[arg-type]  # as it is kept
            file_name="people.csv",
            created_at=at,
            state=ImportState.APPLIED,
        )
    )


def a_look(db: Session, at: datetime) -> None:
    proposal = an_offer()
    db.add(proposal)
    db.flush()
    looker = proposal.programme.contact.id
    db.add(Looking(proposal_id=proposal.id, member_id=looker, since=at, seen_at=at))


@pytest.mark.parametrize(
    ("model", "make", "keep"),
    [
        (SignIn, a_sign_in, timedelta()),
        (SecondStep, a_second_step, timedelta()),
        (Attempt, an_attempt, SHORT),
        (OneTimeLink, a_link, SHORT),
        (Takeout, a_takeout, timedelta()),
        (Import, an_import, SHORT),
        (Looking, a_look, SHORT),
    ],
)
def test_what_is_kept_shortly_goes_on_its_day(
    model: type[Base], make: Make, keep: timedelta, db: Session, settings: Settings
) -> None:
    make(db, NOW - keep - timedelta(minutes=1))
    make(db, NOW - keep + timedelta(minutes=1))
    db.commit()

    sweep_all(some_work(settings, now=NOW))

    assert len(db.scalars(select(model)).all()) == 1


def closed(db: Session, days_ago: int) -> Pairing:
    pairing = everything(db)
    pairing.state, pairing.closed_on = PairingState.CLOSED, TODAY - timedelta(days=days_ago)
    pairing.mentor_place = pairing.mentee_place = None
    db.commit()
    return pairing


def test_a_pairing_goes_with_all_that_belongs_to_it_after_a_year(
    db: Session, settings: Settings
) -> None:
    old, young = closed(db, 366), closed(db, 364)
    old_id, young_id = old.id, young.id

    sweep_all(some_work(settings, now=NOW))

    db.expire_all()
    assert db.scalars(select(Pairing.id)).all() == [young_id]
    for column in (CheckIn.pairing_id, Concern.pairing_id):
        assert set(db.scalars(select(column))) == {young_id}
    assert old_id not in set(db.scalars(select(Signal.pairing_id)))


def test_a_programme_that_ended_keeps_only_the_proof_of_agreement(db: Session) -> None:
    pairing = everything(db)
    enrolment, programme = pairing.mentee_enrolment, pairing.programme
    db.add(
        Consent(
            enrolment=enrolment, text="I agree.", language=pairing.mentee.language,
            text_version=1, given_at=NOW,
        )
    )  # fmt: skip
    programme.state = ProgrammeState.CLOSED
    states = {"before": "open", "after": "closed"}
    a_year_ago = NOW - timedelta(days=366)
    note(
        db, "programme.moved", programme, by=None, at=a_year_ago, programme_id=programme.id,
        **states,
    )  # fmt: skip
    db.commit()
    assert count_programmes(db, now=NOW - timedelta(days=2)) == 0

    would = count_programmes(db, now=NOW)
    done = sweep_programmes(db, now=NOW)

    db.commit()
    db.refresh(enrolment)
    assert would == done > 0
    assert MINE not in repr([enrolment.statements, enrolment.goal, enrolment.note])
    assert db.scalars(select(Proposal)).all() == []
    assert len(db.scalars(select(Consent)).all()) == 1
    assert count_programmes(db, now=NOW) == 0


def test_a_dry_run_counts_the_same_and_changes_nothing(db: Session, settings: Settings) -> None:
    closed(db, 400)
    an_attempt(db, NOW - timedelta(days=40))
    db.commit()

    counted = {rule.name: count(db, rule, now=NOW) for rule in RULES}
    assert db.scalars(select(Sweep)).all() == []
    db.rollback()
    sweep_all(some_work(settings, now=NOW))

    done = {each.rule: each.rows for each in db.scalars(select(Sweep))}
    assert done.pop(PROGRAMMES[0]) == 0
    assert done == counted
    assert counted["pairings"] == counted["attempts"] == 1


def test_every_table_about_people_is_put_away_by_some_rule() -> None:
    personal = {
        each.table
        for each in entries()
        if each.audience not in {Audience.SYSTEM, Audience.PUBLIC, Audience.SECRET}
    }

    assert personal - swept_models() - ELSEWHERE == set()


def test_the_broom_of_mails_keeps_what_the_register_promises() -> None:
    assert KEPT == SHORT
    assert {each.keep for each in entries(Base.metadata.tables["mail"])} == {Keep.SHORT, Keep.ROW}


def test_where_nothing_is_old_the_broom_waits_for_no_reader(
    db: Session, settings: Settings
) -> None:
    db.add(a_member())
    db.commit()
    work = some_work(settings, now=NOW)

    with work.doors.reading() as looking:
        assert looking.scalar(select(Member.id)) is not None
        sweep_all(work)

    assert set(db.scalars(select(Sweep.rows))) == {0}
    work.doors.close()
