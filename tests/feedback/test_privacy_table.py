"""The privacy table of the design, row by row: through pages, mails, files, copies and logs.

A row puts words of its own where somebody writes them, and says who may read them. Everybody else
finds them nowhere: on no page, in no mail, file, copy of one's data, trail or log.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.audit.models import Event
from matcher.coordination.models import Band as Length
from matcher.coordination.models import Outcome
from matcher.coordination.services.caring import Deed, Talk, keep_talk
from matcher.feedback.models import Band, CheckIn, ConcernAbout, Health
from matcher.feedback.queries.concerns import list_ways
from matcher.feedback.services import answer_check_in, send_concern
from matcher.feedback.services.concerns import Telling
from matcher.foundation import clock
from matcher.guidance.tips import Side, Stage, Tip
from matcher.members.models import Member
from matcher.messages.models import Mail
from matcher.pairings.models import CardShown, Pairing, Resource, ResourceShown, Tried
from matcher.pairings.services.cards import rate_card
from matcher.pairings.services.entries import Reach, Said, write_entry
from matcher.privacy.paper import as_data
from matcher.privacy.queries.own import all_of
from matcher.reports.services import make_report
from tests.conftest import Browse
from tests.factories import a_programme
from tests.factories.feedback import a_check_in, a_met_pairing

WORD = "kingfisher"
EVERYBODY = {"mentee", "mentor", "coordinator"}
Put = Callable[[Session, Pairing], object]


def own_words(*, mentor: bool, coordinator: bool) -> Put:
    reach = Reach(mentor=mentor, coordinator=coordinator)
    return lambda db, pairing: write_entry(
        db, pairing, Said(text=WORD), reach, by=pairing.mentee, now=clock.now()
    )


def answers(side: Side, **given: object) -> Put:
    return lambda db, pairing: answer_check_in(
        db, check_in_of(db, pairing, side), {"bond": 4, **given}, now=clock.now()
    )


def check_in_of(db: Session, pairing: Pairing, side: Side) -> CheckIn:
    query = select(CheckIn).where(CheckIn.pairing_id == pairing.id, CheckIn.side == side)
    return db.scalars(query).one()


def both_advise(db: Session, pairing: Pairing) -> None:
    answers(Side.MENTEE, advice=WORD, show_advice="show")(db, pairing)
    answers(Side.MENTOR)(db, pairing)


def a_concern(db: Session, pairing: Pairing) -> None:
    telling = Telling(about=ConcernAbout.PARTNER, text=WORD)
    way = list_ways(db, pairing.mentee)[0]
    send_concern(db, way, telling, by=pairing.mentee, now=clock.now())


def a_note(db: Session, pairing: Pairing) -> None:
    talk = Talk(with_id=pairing.mentee.id, band=Length.TEN, outcome=Outcome.FINE, note=WORD)
    keep_talk(db, Deed(pairing=pairing, by=pairing.programme.contact, now=clock.now()), talk)


def a_place(db: Session, pairing: Pairing) -> None:
    now = clock.now()
    place = Resource(
        programme=pairing.programme, made_at=now, checked_on=now.date(), name_en="Library"
    )
    shown = ResourceShown(pairing=pairing, resource=place, asked_at=now)
    shown.known, shown.known_at, shown.shared, shown.shared_at = WORD, now, WORD, now
    shown.tried, shown.tried_at = Tried.HELPED, now
    db.add_all([place, shown])


def a_band(db: Session, pairing: Pairing) -> None:
    health = Health(pairing_id=pairing.id, at=clock.now(), band=Band.TALK)
    health.reasons = [WORD, WORD]
    db.add(health)


@dataclass(frozen=True, kw_only=True)
class Row:
    put: Put
    readers: set[str]
    # A copy of one's own data holds what one wrote, and what was shown to one.
    copies: set[str]


ROWS = {
    "own words, for nobody": Row(
        put=own_words(mentor=False, coordinator=False), readers={"mentee"}, copies={"mentee"}
    ),
    "own words, for the mentor": Row(
        put=own_words(mentor=True, coordinator=False),
        readers={"mentee", "mentor"},
        copies={"mentee"},
    ),
    "own words, for the coordinator": Row(
        put=own_words(mentor=False, coordinator=True),
        readers={"mentee", "coordinator"},
        copies={"mentee"},
    ),
    "advice, kept": Row(
        put=answers(Side.MENTEE, advice=WORD, show_advice="keep"),
        readers={"mentee"},
        copies={"mentee"},
    ),
    "advice, for the coordinator": Row(
        put=answers(Side.MENTEE, advice=WORD, show_advice="coordinator"),
        readers={"mentee", "coordinator"},
        copies={"mentee"},
    ),
    "advice, not yet opened": Row(
        put=answers(Side.MENTEE, advice=WORD, show_advice="show"),
        readers={"mentee"},
        copies={"mentee"},
    ),
    "advice, opened to both": Row(
        put=both_advise, readers={"mentee", "mentor"}, copies={"mentee", "mentor"}
    ),
    "a concern": Row(put=a_concern, readers=set(), copies={"mentee"}),
    "a coordinator's note": Row(put=a_note, readers={"coordinator"}, copies=set()),
    "words about a place": Row(
        put=a_place, readers={"mentee", "mentor"}, copies={"mentee", "mentor"}
    ),
    "the band of a pair": Row(put=a_band, readers={"coordinator"}, copies=set()),
}


@pytest.fixture
def pairing(db: Session) -> Pairing:
    pairing = a_met_pairing(clock.today() - timedelta(days=30), programme=a_programme())
    db.add(pairing)
    for side in Side:
        db.add(a_check_in(pairing, side=side, opens_on=clock.today()))
    db.commit()
    return pairing


@pytest.mark.parametrize("name", list(ROWS))
def test_a_row_of_the_table(
    name: str, db: Session, browse: Browse, pairing: Pairing, capfd: pytest.CaptureFixture[str]
) -> None:
    row = ROWS[name]
    row.put(db, pairing)
    db.flush()
    make_report(db, pairing.programme, now=clock.now())
    db.commit()
    people = {
        "mentee": pairing.mentee,
        "mentor": pairing.mentor,
        "coordinator": pairing.programme.contact,
    }

    read = {who: WORD in pages(browse(one), pairing, who) for who, one in people.items()}
    copied = {who for who in ("mentee", "mentor") if WORD in copy_of(db, people[who])}
    files = taken_along(browse(people["coordinator"]), pairing)

    assert {who for who, found in read.items() if found} == row.readers
    assert copied == row.copies
    assert WORD not in files
    mails = [str(each.letter) for each in db.scalars(select(Mail))]
    trail = [str(vars(each)) for each in db.scalars(select(Event))]
    assert not any(WORD in text for text in [*mails, *trail])
    assert WORD not in "".join(capfd.readouterr())


@pytest.mark.parametrize("reader", ["mentor", "coordinator"])
def test_whether_a_card_was_useful_changes_no_page_of_anybody_else(
    reader: str, db: Session, browse: Browse, pairing: Pairing
) -> None:
    shown = CardShown(
        pairing=pairing,
        member_id=pairing.mentee.id,
        tip=Tip.LISTEN,
        stage=Stage.MIDDLE,
        card="listen.middle.mentee",
        card_version=1,
        shown_at=clock.now(),
        why="stage",
        style="plain",
        propensity=1.0,
    )
    db.add(shown)
    db.commit()
    who = {"mentor": pairing.mentor, "coordinator": pairing.programme.contact}[reader]
    browser, seen = browse(who), set()
    pages(browser, pairing, reader)  # a first visit leaves a line that it was one

    for useful in (1.0, 0.0):
        rate_card(db.get_one(CardShown, shown.id), useful, now=clock.now())
        db.commit()
        page = pages(browser, pairing, reader)
        seen.add(len(page))
        assert "Thank you for saying whether it was useful." not in page

    assert len(seen) == 1


def pages(browser: FlaskClient, pairing: Pairing, who: str) -> str:
    """Open all that this person can about the pair."""
    space, desk = f"/pairings/{pairing.id}", f"/coordination/{pairing.programme_id}"
    theirs = [
        space,
        *(f"{space}/{leaf}" for leaf in ("advice", "hard", "words", "resources", "tips")),
    ]
    own = [f"/check-ins/{each}" for each in own_check_ins(pairing, who)]
    looks_after = [desk, f"{desk}/pairs", f"{desk}/pairs/{pairing.id}", f"{desk}/report"]
    asked = looks_after if who == "coordinator" else [*theirs, *own]
    return "".join(browser.get(page).text for page in ["/home", "/concerns", *asked])


def own_check_ins(pairing: Pairing, who: str) -> list[object]:
    db = Session.object_session(pairing)
    if db is None or who == "coordinator":
        return []
    query = select(CheckIn.id).where(CheckIn.pairing_id == pairing.id, CheckIn.side == Side(who))
    found: list[object] = list(db.scalars(query))
    db.commit()  # whoever only looked must not keep the pages from writing
    return found


def copy_of(db: Session, member: Member) -> str:
    return as_data(all_of(db, member), made=clock.now())


def taken_along(browser: FlaskClient, pairing: Pairing) -> str:
    desk = f"/coordination/{pairing.programme_id}"
    lists = ("pairs/file", "check-ins/file", "report/file")
    files = [browser.post(f"{desk}/{each}", data={"format": "csv"}) for each in lists]
    assert {each.status_code for each in files} == {200}
    return "".join(each.text for each in files)
