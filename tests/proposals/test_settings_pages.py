"""Settings are tried before they are used: in numbers, beside what stands, and kept by name."""

from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.guidance.tips import Side
from matcher.jobs.workshop import Workshop
from matcher.programmes.models import Objective, Programme
from matcher.proposals.models import MatchRun, Proposal, Variant
from matcher.proposals.services.variants import settings_in_use
from tests.conftest import Browse, Keep
from tests.factories import NOW, a_member, a_programme, an_enrolment
from tests.factories.proposals import a_run, a_suggestion, work_all

FIGURES = {"covered": 2, "total": 1.1, "worst": 0.5, "tenth": 0.5}
OUTCOME: dict[str, Any] = {
    "needs": 2,
    "offers": 2,
    "objectives": {
        "coverage": FIGURES,
        "quality": {**FIGURES, "covered": 1, "total": 1.3},
        "fair": FIGURES,
    },
    "blocked": [{"code": "no_shared_language", "column": "", "pairs": 3}],
    "possible": 1,
    "without": 1,
    "changes": {},
    "number": None,
}
SENT = {
    **{f"criterion_{name}": "some" for name in ("topics", "words", "languages", "availability")},
    "criterion_place": "off",
    "criterion_style": "off",
    "objective": "fair",
    "floor": "0.2",
    "rules": ["no_shared_language"],
}


def settings(programme: Programme) -> str:
    return f"/coordination/{programme.id}/matching/settings"


def a_tried(programme: Programme, **known: Any) -> Variant:
    return Variant(
        **{
            "programme": programme,
            "made_by_id": programme.contact.id,
            "made_at": NOW,
            "settings": {**settings_in_use(programme), "objective": "fair", "floor": 0.2},
            "finished_at": NOW,
            "outcome": OUTCOME,
            **known,
        }
    )


def test_trying_makes_no_run_and_no_proposal(
    keep: Keep, browse: Browse, db: Session, workshop: Workshop
) -> None:
    run = a_run(a_programme())
    keep(run)
    run.programme.current_run_id = run.id
    pair = a_suggestion(run)
    lonely = an_enrolment(Side.MENTEE, member=a_member("Noor"), programme=run.programme)
    spare = an_enrolment(Side.MENTOR, member=a_member("Joost"), programme=run.programme)
    keep(pair, lonely, spare)
    browser = browse(run.programme.contact)

    page = browser.post(settings(run.programme), data=SENT, follow_redirects=True)
    assert "Trying these settings" in page.text
    db.commit()
    workshop.now = clock.now
    work_all(db, workshop)

    db.expire_all()
    tried = db.scalars(select(Variant)).one()
    assert tried.outcome["objectives"].keys() == {"coverage", "quality", "fair"}
    assert tried.outcome["changes"]["fair"]["covered"] == [1, 2]
    assert tried.settings["criteria"]["place"] == "off"
    assert db.scalar(select(func.count(MatchRun.id))) == 1
    assert db.scalar(select(func.count(Proposal.id))) == 1
    db.commit()
    page = browser.get(f"{settings(run.programme)}/{tried.id}")
    assert "Beside run 1, as it stands" in page.text
    assert "Noor" in page.text


def test_the_trade_between_aims_is_read_in_numbers_before_one_is_chosen(
    keep: Keep, browse: Browse, db: Session
) -> None:
    programme = a_programme()
    tried = a_tried(programme)
    keep(programme, tried)
    browser = browse(programme.contact)

    page = browser.get(f"{settings(programme)}/{tried.id}").text
    for figure in ("1 of 2", "2 of 2", "1.30", "1 of 4 pairs are possible"):
        assert figure in page
    browser.post(f"{settings(programme)}/{tried.id}/use", data={"objective": "quality"})

    db.refresh(programme)
    assert (programme.objective, programme.floor) == (Objective.QUALITY, 0.2)


def test_using_them_may_begin_a_run_at_once(keep: Keep, browse: Browse, db: Session) -> None:
    programme = a_programme()
    tried = a_tried(programme)
    keep(programme, tried)
    sent = {"objective": "fair", "then": "run"}

    browse(programme.contact).post(f"{settings(programme)}/{tried.id}/use", data=sent)

    run = db.scalars(select(MatchRun)).one()
    assert run.settings["objective"] == "fair"


def test_settings_are_kept_by_name_with_who_and_when_and_are_begun_from(
    keep: Keep, browse: Browse
) -> None:
    programme = a_programme()
    tried, other = a_tried(programme), a_tried(programme, name="Autumn")
    keep(programme, tried, other)
    browser = browse(programme.contact)
    address = f"{settings(programme)}/{tried.id}/name"

    listed = browser.post(address, data={"name": "Words first"}, follow_redirects=True).text
    assert "Words first" in listed
    assert programme.contact.name in listed
    assert "named" in browser.post(address, data={"name": "Autumn"}).text
    begun = browser.get(f"{settings(programme)}?from={tried.id}").text
    assert 'value="fair" checked' in begun.replace(" required", "") or "checked" in begun


@pytest.mark.parametrize(
    "sent",
    [
        {**SENT, "floor": "nan"},
        {**SENT, "objective": "x"},
        {**SENT, **{name: "off" for name in SENT if name.startswith("criterion_")}},
    ],
)
def test_nonsense_is_not_tried(
    sent: dict[str, Any], keep: Keep, browse: Browse, db: Session
) -> None:
    programme = a_programme()
    keep(programme)

    assert browse(programme.contact).post(settings(programme), data=sent).status_code == 422
    assert db.scalars(select(Variant)).all() == []


def test_a_run_tells_what_it_changed_of_the_one_before_and_what_stood(
    keep: Keep, browse: Browse, db: Session, workshop: Workshop
) -> None:
    run = a_run(a_programme())
    keep(run)
    programme = run.programme
    programme.current_run_id = run.id
    kept, other = a_suggestion(run, "Yara", "Marijke"), a_suggestion(run, "Sam", "Joost")
    kept.locked = True
    keep(kept, other, an_enrolment(Side.MENTEE, member=a_member("Noor"), programme=programme))
    for person in (other.mentee_enrolment, other.mentor_enrolment):
        person.topics, person.statements = ["dutch-conversation"], ["I paint and sing."]
    db.commit()
    browser = browse(programme.contact)

    browser.post(f"/coordination/{programme.id}/matching")
    db.commit()
    workshop.now = clock.now
    work_all(db, workshop)

    db.expire_all()
    second = db.scalars(select(MatchRun).where(MatchRun.number == 2)).one()
    assert second.summary["change"]["stood"] == 1
    assert second.summary["change"]["fell"] == []
    db.commit()
    page = browser.get(f"/coordination/{programme.id}/matching/{second.id}").text
    assert "1 decided pair stood; the rest was looked for again." in page
    assert "of run 1" in page or "as run 1" in page
