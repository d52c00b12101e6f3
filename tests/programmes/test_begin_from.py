"""A new programme begins from an old one: how it works comes along, and nobody in it does."""

from uuid import uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matcher.programmes.models import Enrolment, Objective, Programme
from tests.conftest import Browse, Keep
from tests.factories import TODAY, a_programme, an_administrator, an_enrolment

NEW = "/coordination/programmes/new"
NAMES = {"name_en": "Autumn", "name_nl": "Najaar"}


def an_old_one() -> Programme:
    old = a_programme()
    old.criteria, old.objective, old.floor = {"topics": "some"}, Objective.FAIR, 0.35
    old.about_en, old.about_nl, old.consent_en = "About it.", "Erover.", "I agree to all."
    old.admission = [{"item": "vog", "side": "mentor", "months": 36}]
    old.starts_on, old.cadence_weeks = TODAY, 6
    return old


def test_settings_texts_topics_and_admission_come_along_and_people_and_dates_do_not(
    keep: Keep, browse: Browse, db: Session
) -> None:
    old = an_old_one()
    keep(an_enrolment(programme=old))
    browser = browse(old.contact)
    sent = {**NAMES, "begin_from": str(old.id), "about_nl": "Nieuw."}

    assert old.name_en in browser.get(NEW).text
    browser.post(NEW, data=sent)

    made = db.scalars(select(Programme).where(Programme.name_en == "Autumn")).one()
    for name in ("criteria", "objective", "floor", "admission", "topics", "consent_en"):
        assert getattr(made, name) == getattr(old, name), name
    assert (made.about_en, made.about_nl) == ("About it.", "Nieuw.")
    assert (made.starts_on, made.current_run_id, str(made.state)) == (None, None, "draft")
    count = select(func.count(Enrolment.id)).where(Enrolment.programme_id == made.id)
    assert db.scalar(count) == 0


def test_of_another_organisation_nothing_is_copied(keep: Keep, browse: Browse, db: Session) -> None:
    mine, theirs = a_programme(), an_old_one()
    keep(mine, theirs)
    browser = browse(mine.contact)

    assert theirs.name_en not in browser.get(NEW).text
    for asked in (str(theirs.id), str(uuid4()), "x"):
        assert browser.post(NEW, data={**NAMES, "begin_from": asked}).status_code == 422
    assert db.scalar(select(func.count(Programme.id))) == 2


def test_an_administrator_may_begin_from_any(keep: Keep, browse: Browse, db: Session) -> None:
    old = an_old_one()
    keep(old)

    browse(an_administrator()).post(NEW, data={**NAMES, "begin_from": str(old.id)})

    made = db.scalars(select(Programme).where(Programme.name_en == "Autumn")).one()
    assert made.cadence_weeks == 6
