"""A coordinator asks somebody for what is missing: once a week at most, and only where it helps."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation.errors import RuleBroken
from matcher.foundation.translate import say
from matcher.foundation.words import Language
from matcher.messages.models import Budget, Mail
from matcher.programmes.models import Enrolment, EnrolmentState
from matcher.programmes.services.reminding import remind
from tests.conftest import Browse, Keep
from tests.factories import NOW, an_enrolment
from tests.factories.programmes import a_draft

A_WEEK = timedelta(days=7)


@pytest.fixture
def draft(keep: Keep) -> Enrolment:
    draft = a_draft()
    keep(draft)
    return draft


def refusal(db: Session, enrolment: Enrolment) -> str:
    with pytest.raises(RuleBroken) as refused:
        remind(db, enrolment, by=enrolment.programme.contact, now=NOW)
    return say(refused.value.sentence, Language.EN)


def test_the_button_mails_what_is_open_and_goes_away_for_a_week(
    draft: Enrolment, browse: Browse, db: Session
) -> None:
    coordinator = browse(draft.programme.contact)
    people = f"/coordination/{draft.programme_id}/people"
    button = f"{people}/{draft.id}/reminder"
    assert button in coordinator.get(people).text

    page = coordinator.post(button, follow_redirects=True).text

    assert "gets a mail about what is still open." in page
    assert button not in page
    assert "Reminded on" in page
    mail = db.scalars(select(Mail)).one()
    assert mail.address == draft.member.email
    assert mail.budget == Budget.GUIDANCE
    said = str(mail.letter)
    assert "The sign-up has not been sent yet." in said
    assert "Say when you can meet." in said


def test_the_second_within_a_week_is_refused_and_after_it_is_not(
    draft: Enrolment, db: Session
) -> None:
    coordinator = draft.programme.contact
    remind(db, draft, by=coordinator, now=NOW - A_WEEK + timedelta(minutes=1))
    db.flush()
    assert refusal(db, draft) == (
        "There was a reminder less than a week ago. Please wait a little."
    )

    remind(db, draft, by=coordinator, now=NOW + timedelta(minutes=1))

    assert len(db.scalars(select(Mail)).all()) == 2


def test_who_has_no_address_is_called(draft: Enrolment, keep: Keep, db: Session) -> None:
    draft.member.name, draft.member.email = "Samira", None
    keep(draft.member)

    assert refusal(db, draft) == "Samira has no e-mail address. Please call."


def test_who_lacks_nothing_is_not_asked(keep: Keep, db: Session) -> None:
    complete = an_enrolment()
    complete.statements = ["One thing.", "Another thing.", "A third thing."]
    keep(complete)

    assert refusal(db, complete) == "Nothing is missing from this sign-up."


@pytest.mark.parametrize("state", [EnrolmentState.WITHDRAWN, EnrolmentState.PAUSED])
def test_who_stopped_or_rests_is_left_in_peace(
    state: EnrolmentState, keep: Keep, db: Session
) -> None:
    enrolment = an_enrolment(state=state)
    keep(enrolment)

    assert "now: the sign-up is “" in refusal(db, enrolment)
    assert db.scalars(select(Mail)).all() == []
