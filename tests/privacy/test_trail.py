"""The administrator reads the trail; nobody else does."""

from datetime import timedelta
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation import clock
from matcher.members.models import Member
from matcher.programmes.models import Programme
from tests.conftest import Browse
from tests.factories import a_member, a_programme, an_administrator


def some_deeds(db: Session) -> tuple[Member, Member]:
    bea, yara = an_administrator("Bea"), a_member("Yara")
    programme = a_programme()
    db.add_all([bea, yara, programme])
    db.flush()
    now = clock.now()
    note(db, "member.registered", yara, by=yara, at=now)
    note(db, "programme.created", programme, by=bea, at=now, programme_id=programme.id)
    note(db, "member.password_changed", yara, by=None, at=now - timedelta(days=40))
    db.commit()
    return bea, yara


def test_it_says_who_did_what(db: Session, browse: Browse) -> None:
    bea, _yara = some_deeds(db)

    page = browse(bea).get("/trail").text

    for each in ("An account was made", "Yara", "A programme was made", "Bea", "The service"):
        assert each in page


def test_it_can_be_narrowed_down(db: Session, browse: Browse) -> None:
    bea, _yara = some_deeds(db)
    browser = browse(bea)
    today = clock.today().isoformat()

    def shown(query: str) -> set[str]:
        text = browser.get(f"/trail?{query}").text
        table = text.partition("<tbody>")[2]
        words = ("An account was made", "A programme was made", "A password was changed")
        return {each for each in words if each in table}

    assert shown("family=programme") == {"A programme was made"}
    assert shown("member=yara") == {"An account was made"}
    assert shown(f"since={today}") == {"An account was made", "A programme was made"}
    assert shown("until=2020-01-01") == set()
    assert shown("family=member&member=yara") == {"An account was made"}
    assert shown("family=programme&member=yara") == set()
    programme_id = db.scalar(select(Programme.id))
    assert shown(f"programme={programme_id}") == {"A programme was made"}


def test_nonsense_is_shown_as_everything(db: Session, browse: Browse) -> None:
    bea, _yara = some_deeds(db)
    browser = browse(bea)

    for query in ("family=x", "programme=1", "since=9999-99-99", "page=999999999", "page=-1"):
        assert browser.get(f"/trail?{query}").status_code == 200, query


def test_who_was_erased_is_not_named(db: Session, browse: Browse) -> None:
    bea, yara = some_deeds(db)
    yara.audit_key = uuid4()
    db.commit()

    assert "Somebody who has left" in browse(bea).get("/trail").text


def test_what_a_deed_was_told_with_is_shown_as_far_as_it_fits(db: Session, browse: Browse) -> None:
    bea, yara = some_deeds(db)
    criteria = {f"topic-{each}": each for each in range(40)}
    now = clock.now()
    note(db, "settings.used", yara, by=bea, at=now, count=3, reason="", criteria=criteria)
    db.commit()

    page = browse(bea).get("/trail").text

    assert "count: 3, criteria: {" in page
    assert "topic-0" in page
    assert "topic-39" not in page
    assert "reason" not in page.partition("<tbody>")[2]
