"""Nobody can learn the other's unshared answers: not from a page, a mail, or when it comes."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from random import Random

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from matcher.audit.models import Event
from matcher.coordination.models import Band, Outcome
from matcher.coordination.services.caring import Deed, Talk, keep_talk
from matcher.feedback.models import CheckIn, ConcernAbout
from matcher.feedback.queries.concerns import list_ways
from matcher.feedback.services import answer_check_in, send_concern
from matcher.feedback.services.concerns import Telling
from matcher.feedback.work import (
    pass_on_what_waits,
    reckon_every_pair,
    see_what_goes_wrong_early,
)
from matcher.foundation import clock
from matcher.foundation.doors import Doors
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.messages.models import Mail
from matcher.pairings.models import HelpRequest, OutsideHours, Pairing, Size
from matcher.pairings.work import show_next_cards
from tests.conftest import Browse
from tests.factories import a_programme
from tests.factories.feedback import a_check_in, a_met_pairing, at_work, make_rounds

TOKENS = re.compile(r'value="[^"]{60,}"')


@pytest.fixture
def doors(database: str) -> Iterator[Doors]:
    doors = Doors.to(database)
    yield doors
    doors.close()


@pytest.fixture
def pairing(db: Session) -> Pairing:
    pairing = a_met_pairing(clock.today() - timedelta(days=30), programme=a_programme())
    closed = clock.now() - timedelta(days=1)
    for _ in range(3):
        help_asked = HelpRequest(pairing=pairing, asked_at=closed, size=Size.SMALL)
        help_asked.closed_at, help_asked.fit = closed, {"fit": 0}
        db.add(help_asked)
    db.add(pairing)
    db.commit()
    return pairing


def asked(db: Session, pairing: Pairing, *periods: int) -> dict[Side, list[CheckIn]]:
    rows = {
        side: [
            a_check_in(
                pairing,
                side=side,
                period=period,
                opens_on=clock.today() - timedelta(days=3 - number),
            )
            for number, period in enumerate(periods)
        ]
        for side in Side
    }
    db.add_all([each for found in rows.values() for each in found])
    db.commit()
    return rows


def any_answers(chance: Random, check_in: CheckIn) -> dict[str, object]:
    """Answer anything at all, as long as no advice is shown to the other."""
    given: dict[str, object] = {
        key: chance.randint(1, 5) for key in check_in.asked if key not in {"fit", "talk"}
    }
    return given | {
        "fit": chance.choice(("yes", "unsure", "no")),
        "talk": chance.choice(("yes", "no")),
        "share_mood": chance.random() < 0.5,
        "advice": chance.choice(("", "Listen first.", "Come on time.")),
        "show_advice": chance.choice(("keep", "coordinator")),
    }


def say_more(db: Session, pairing: Pairing, side: Side, chance: Random, *, now: datetime) -> None:
    """Change what else is unshared: how help fitted, and being reached outside hours."""
    for request in db.scalars(select(HelpRequest)):
        if side == Side.MENTEE:
            request.fit = {"fit": chance.choice((-1, 0, 1))}
    member_id = pairing.member_on(side).id
    said = select(func.count(OutsideHours.id)).where(OutsideHours.member_id == member_id)
    day = now.date() - timedelta(days=db.scalar(said) or 0)
    if chance.random() < 0.5:
        db.add(OutsideHours(pairing_id=pairing.id, member_id=member_id, day=day))


def goes_on(doors: Doors, now: datetime) -> None:
    """Let the clock do all it does."""
    make_rounds(doors, now)
    for does in (
        *(show_next_cards, pass_on_what_waits, reckon_every_pair),
        see_what_goes_wrong_early,
    ):
        does(at_work(doors, now))


def seen_by(
    db: Session, browser: FlaskClient, member: Member, pages: list[str]
) -> tuple[list[str], Sequence[object]]:
    shown = [TOKENS.sub("", browser.get(page).get_data(as_text=True)) for page in pages]
    query = select(Mail).where(Mail.member_id == member.id).order_by(Mail.created_at, Mail.kind)
    mails = [(m.kind, m.letter, m.created_at, m.due_at, m.budget) for m in db.scalars(query)]
    db.commit()
    return shown, mails


@pytest.mark.parametrize("reader", list(Side))
def test_whatever_the_other_answers_ones_pages_mails_and_their_timing_stay_the_same(
    db: Session, doors: Doors, browse: Browse, pairing: Pairing, reader: Side
) -> None:
    """Same people, same moments, any values: both ways, byte for byte."""
    rows, now = asked(db, pairing, 0, 1, 2), clock.now()
    then = now - timedelta(days=1)
    pairing.last_met_on = clock.today()  # after the answers: W7 asks again whoever was unsure
    member, browser = pairing.member_on(reader), browse(pairing.member_on(reader))
    for each in rows[reader]:
        given = {"bond": 4, "safe.A": 5, "listen.A": 4, "fit": "yes"}
        answer_check_in(db, each, given, now=then)
    db.commit()
    space = f"/pairings/{pairing.id}"
    pages = [
        *(f"/check-ins/{each.id}" for each in rows[reader]),
        *("/home", "/concern", space),
        *(f"{space}/{leaf}" for leaf in ("advice", "hard", "help", "agreement", "tips")),
    ]
    seen_by(db, browser, member, pages)  # one's own first visit leaves a line of its own
    chance, expected = Random(310), None  # noqa: S311  # a test repeats itself

    for _ in range(8):
        for each in rows[reader.other]:
            answer_check_in(db, each, any_answers(chance, each), now=then)
        say_more(db, pairing, reader.other, chance, now=then)
        db.commit()
        goes_on(doors, now)
        seen = seen_by(db, browser, member, pages)
        expected = expected or seen
        differ = [
            page
            for page, *both in zip(pages, seen[0], expected[0], strict=True)
            if both[0] != both[1]
        ]
        assert differ == []
        assert seen[1] == expected[1]


CANARIES = ("kingfisher", "woodpecker", "nightingale", "goldfinch")


def test_rows_of_the_privacy_table(db: Session, browse: Browse, pairing: Pairing) -> None:
    """Kept advice, advice for the coordinator, a concern and a note: who reads which."""
    kept, chosen, told, noted = CANARIES
    rows, now = asked(db, pairing, 0), clock.now()
    mentee, mentor, hanna = pairing.mentee, pairing.mentor, pairing.programme.contact
    bond = {"bond": 3, "safe.A": 4}
    given = {**bond, "advice": kept, "show_advice": "keep"}
    answer_check_in(db, rows[Side.MENTEE][0], given, now=now)
    given = {**bond, "advice": chosen, "show_advice": "coordinator"}
    answer_check_in(db, rows[Side.MENTOR][0], given, now=now)
    telling = Telling(about=ConcernAbout.PARTNER, text=told)
    send_concern(db, list_ways(db, mentee)[0], telling, by=mentee, now=now)
    talk = Talk(with_id=mentee.id, band=Band.TEN, outcome=Outcome.FINE, note=noted)
    keep_talk(db, Deed(pairing=pairing, by=hanna, now=now), talk)
    db.commit()

    desk = f"/coordination/{pairing.programme_id}"
    space = f"/pairings/{pairing.id}"
    members_pages = ["/home", space, f"{space}/advice", f"{space}/hard", "/concerns"]
    read = {
        "mentee": _all(browse(mentee), [*members_pages, f"/check-ins/{rows[Side.MENTEE][0].id}"]),
        "mentor": _all(browse(mentor), [*members_pages, f"/check-ins/{rows[Side.MENTOR][0].id}"]),
        "coordinator": _all(browse(hanna), [desk, f"{desk}/pairs", f"{desk}/pairs/{pairing.id}"]),
    }
    found = {word: {who for who, text in read.items() if word in text} for word in CANARIES}

    assert found == {
        kept: {"mentee"},
        chosen: {"mentor", "coordinator"},
        told: set(),  # its reader opens it with a reason, on a page of its own
        noted: {"coordinator"},
    }
    written = [str(mail.letter) for mail in db.scalars(select(Mail))]
    trail = [str(vars(each)) for each in db.scalars(select(Event))]
    assert not any(word in text for word in CANARIES for text in [*written, *trail])


def _all(browser: FlaskClient, pages: list[str]) -> str:
    return "".join(browser.get(page).get_data(as_text=True) for page in pages)
