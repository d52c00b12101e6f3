"""Before a run: who is missing, who may be here twice, and what there is too little of."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.guidance.tips import Side
from matcher.jobs.workshop import Workshop
from matcher.messages.models import Mail
from matcher.programmes.models import Enrolment, EnrolmentState, Meets, Programme
from matcher.programmes.queries.matchable import Bare
from matcher.proposals.services.supply import balance, gaps
from tests.conftest import Browse, Keep
from tests.factories import TODAY, a_member, a_programme, an_enrolment
from tests.factories.programmes import a_draft
from tests.factories.proposals import work_all


def bare(each: Enrolment) -> Bare:
    known = (each.id, each.side, each.places, each.meets, each.place)
    return Bare(*known, each.topics, each.languages, each.slots)


def someone(
    side: Side, programme: Programme, *topics: str, places: int = 1, name: str = "Someone Else"
) -> Enrolment:
    enrolment = an_enrolment(side, member=a_member(name), programme=programme)
    enrolment.topics, enrolment.places = list(topics), places
    return enrolment


def ready(programme: Programme) -> str:
    return f"/coordination/{programme.id}/matching/ready"


def test_demand_stands_beside_free_places_and_what_lacks_is_named_first() -> None:
    programme = a_programme()
    people = [
        someone(Side.MENTEE, programme, "job-search"),
        someone(Side.MENTEE, programme, "job-search"),
        someone(Side.MENTEE, programme, "job-search", "dutch-conversation"),
        someone(Side.MENTOR, programme, "job-search", places=3),
    ]
    mentor = people[-1]

    topics = balance(map(bare, people), {mentor.id: 1})["topic"]

    told = [(each.key, each.asked, each.places, each.lacks) for each in topics]
    assert told == [("dutch-conversation", 1, 0, 1), ("job-search", 3, 2, 1)]
    named = gaps({"topic": topics})
    assert [each.key for each in named] == ["dutch-conversation", "job-search"]


def test_only_who_meets_in_person_needs_somebody_in_their_place() -> None:
    programme = a_programme()
    near, far = someone(Side.MENTEE, programme), someone(Side.MENTEE, programme)
    near.meets, far.meets = Meets.IN_PERSON, Meets.ONLINE
    mentor = someone(Side.MENTOR, programme, places=2)

    places = {
        each.key: (each.asked, each.places)
        for each in balance(map(bare, [near, far, mentor]), {})["place"]
    }

    assert places == {"Utrecht": (1, 2), "online": (1, 2)}


def test_the_page_says_who_is_missing_twice_or_aside(keep: Keep, browse: Browse) -> None:
    programme = a_programme()
    draft = a_draft(member=a_member("Noor Bakker"), programme=programme)
    one, other = (
        someone(Side.MENTEE, programme, "job-search", name=name)
        for name in ("Yara al Masri", "Masri, Yara al")
    )
    paused = someone(Side.MENTOR, programme, name="Joost de Wit")
    paused.state, paused.paused_until = EnrolmentState.PAUSED, TODAY + timedelta(days=400)
    keep(programme, draft, one, other, paused)

    page = browse(programme.contact).get(ready(programme)).text

    for said in (
        "Noor Bakker",
        "The sign-up has not been sent yet.",
        "1 pair of sign-ups may be one person",
        "the same name",
        "Joost de Wit",
        "paused until",
        "2 mentees ask, 0 places",
    ):
        assert said in page, said


def test_everybody_is_reminded_with_one_press_and_once_a_week(
    keep: Keep, browse: Browse, db: Session, workshop: Workshop
) -> None:
    programme = a_programme()
    drafts = [a_draft(member=a_member(), programme=programme) for _ in range(3)]
    drafts[2].member.email = drafts[2].member.email_key = None
    complete = someone(Side.MENTEE, programme, "job-search")
    keep(programme, *drafts, complete)
    browser = browse(programme.contact)

    page = browser.post(f"{ready(programme)}/remind", follow_redirects=True)
    assert "was reminded today" in page.text
    db.commit()
    workshop.now = clock.now
    work_all(db, workshop)

    told = set(db.scalars(select(Mail.subject_id).where(Mail.kind == "sign_up_reminder")))
    assert told == {drafts[0].id, drafts[1].id}


def test_an_empty_programme_is_told_plainly(keep: Keep, browse: Browse) -> None:
    programme = a_programme()
    keep(programme)

    page = browse(programme.contact).get(ready(programme)).text

    assert "There is a place for everything that is asked" in page
    assert "Nobody has paused." in page
