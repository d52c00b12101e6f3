"""A library of places that help: asked about first, followed up, and kept fresh."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.config import Settings
from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import Language
from matcher.messages.models import Budget, Mail
from matcher.pairings.ageing import is_asked, is_old
from matcher.pairings.models import Pairing, Resource, ResourceShown, Tried
from matcher.pairings.queries.library import STEPS
from matcher.pairings.services.introducing import (
    approve_introduction,
    introduce_as_coordinator,
)
from matcher.pairings.services.library import TEXTS
from matcher.pairings.services.sharing import (
    TURNS,
    ask_what_is_known,
    say_what_came_of_it,
    take_step,
)
from matcher.pairings.work import ask_if_tried
from tests.conftest import Browse
from tests.factories import NOW, TODAY, a_member, a_pairing
from tests.factories.jobs import some_work

DAY = timedelta(days=1)
AN_ENTRY = dict.fromkeys(TEXTS, "") | {"name_nl": "Taalcafé", "cost_nl": "Gratis"}


@pytest.fixture
def pairing(db: Session) -> Pairing:
    pairing = a_pairing(since=clock.today() - 30 * DAY)
    db.add(pairing)
    db.commit()
    return pairing


@pytest.fixture
def resource(db: Session, pairing: Pairing) -> Resource:
    resource = Resource(
        programme=pairing.programme,
        made_at=NOW,
        checked_on=clock.today(),
        name_en="Language café",
        reach_en="Walk in on Tuesday.",
    )
    db.add(resource)
    db.commit()
    return resource


def address(pairing: Pairing, more: str = "") -> str:
    return f"/pairings/{pairing.id}/resources{more}"


def kept(pairing: Pairing, more: str = "") -> str:
    return f"/coordination/{pairing.programme.id}/resources{more}"


def brought_up(db: Session, pairing: Pairing, resource: Resource) -> ResourceShown:
    return ask_what_is_known(db, pairing, resource, by=pairing.mentor, now=NOW)


def shared(db: Session, pairing: Pairing, resource: Resource) -> ResourceShown:
    shown = brought_up(db, pairing, resource)
    take_step(db, shown, "known", "Nothing yet.", by=pairing.mentee, now=NOW)
    take_step(db, shown, "share", "They speak slowly.", by=pairing.mentor, now=NOW)
    return shown


def mails(db: Session, kind: str) -> list[Mail]:
    return list(db.scalars(select(Mail).where(Mail.kind == kind)))


def test_an_entry_is_old_after_180_days_and_asked_about_after_14() -> None:
    assert not is_old(TODAY - 180 * DAY, TODAY)
    assert is_old(TODAY - 181 * DAY, TODAY)
    assert not is_asked(NOW, NOW + 13 * DAY)
    assert is_asked(NOW, NOW + 14 * DAY)
    assert not is_asked(None, NOW)


def test_every_step_has_its_side() -> None:
    assert set(STEPS) == set(TURNS)


def test_first_what_is_known_then_one_thing_then_what_they_make_of_it(
    pairing: Pairing, resource: Resource, db: Session
) -> None:
    shown = brought_up(db, pairing, resource)

    with pytest.raises(RuleBroken, match="not time"):
        take_step(db, shown, "share", "x", by=pairing.mentor, now=NOW)
    with pytest.raises(RuleBroken, match="not time"):
        say_what_came_of_it(shown, Tried.HELPED, now=NOW)
    take_step(db, shown, "known", "I passed it once.", by=pairing.mentee, now=NOW)
    with pytest.raises(RuleBroken, match="already"):
        take_step(db, shown, "known", "x", by=pairing.mentee, now=NOW)
    take_step(db, shown, "share", "It is quiet there.", by=pairing.mentor, now=NOW)
    take_step(db, shown, "react", "I will go.", by=pairing.mentee, now=NOW)

    assert (shown.known, shown.shared, shown.reaction) == (
        *("I passed it once.", "It is quiet there.", "I will go."),
    )
    every = [each for each in db.scalars(select(Mail)) if each.kind.startswith("resource.")]
    assert len(every) == 4
    assert not any("quiet" in str(each.letter) for each in every)


def test_a_coordinator_drafts_an_introduction_and_the_mentee_decides(
    pairing: Pairing, resource: Resource, db: Session, browse: Browse
) -> None:
    shown = shared(db, pairing, resource)
    db.commit()
    contact = pairing.programme.contact
    desk, mine = browse(contact), browse(pairing.mentee)
    pair = f"/coordination/{pairing.programme_id}/pairs/{pairing.id}"
    page = f"{pair}/places/{shown.id}/introduction"

    assert page in desk.get(pair).text
    assert desk.get(page).status_code == 200
    assert desk.post(page, data={"words": ""}).status_code == 422
    assert desk.post(page, data={"words": "This is Yara."}).status_code == 302
    assert "An introduction waits for a yes." in desk.get(pair).text
    library = mine.get(f"/pairings/{pairing.id}/resources").text
    assert f"written by {contact.name}" in library
    assert mails(db, "resource.introduction") == []

    db.expire_all()
    seen = db.get_one(ResourceShown, shown.id).version
    decide = f"/pairings/{pairing.id}/resources/shown/{shown.id}/introduction"
    db.commit()  # whoever only looked must not keep others from writing
    assert mine.post(decide, data={"decision": "yes", "seen": seen}).status_code == 302
    [mail] = mails(db, "resource.introduction")
    assert contact.name in str(mail.letter)


def test_a_coordinator_does_not_write_over_what_the_mentor_wrote(
    pairing: Pairing, resource: Resource, db: Session
) -> None:
    shown, contact = shared(db, pairing, resource), pairing.programme.contact
    take_step(db, shown, "introduce", "This is Yara.", by=pairing.mentor, now=NOW)

    with pytest.raises(RuleBroken, match="already"):
        introduce_as_coordinator(db, shown, "x", by=contact, now=NOW)


def test_an_introduction_is_mailed_only_after_a_yes_and_only_to_the_mentee(
    pairing: Pairing, resource: Resource, db: Session
) -> None:
    shown = shared(db, pairing, resource)
    take_step(db, shown, "introduce", "This is Yara.", by=pairing.mentor, now=NOW)
    assert mails(db, "resource.introduction") == []
    seen = shown.version
    take_step(db, shown, "introduce", "This is Yara, a nurse.", by=pairing.mentor, now=NOW)

    with pytest.raises(RuleBroken, match="changed meanwhile"):
        approve_introduction(db, shown, seen=seen, now=NOW)
    approve_introduction(db, shown, seen=shown.version, now=NOW)
    db.flush()

    [mail] = mails(db, "resource.introduction")
    assert (mail.address, mail.budget) == (pairing.mentee.email, Budget.ESSENTIAL)
    assert "a nurse" in str(mail.letter)
    assert pairing.mentor.name in str(mail.letter)
    assert pairing.programme.contact.name in str(mail.letter)
    with pytest.raises(RuleBroken, match="approved"):
        take_step(db, shown, "introduce", "x", by=pairing.mentor, now=NOW)


def ask_on_day(day: int, settings: Settings) -> None:
    work = some_work(settings, now=NOW + day * DAY)
    ask_if_tried(work)
    work.doors.close()


def test_two_weeks_later_it_asks_once_within_the_weekly_message(
    pairing: Pairing, resource: Resource, db: Session, settings: Settings
) -> None:
    shared(db, pairing, resource)
    db.commit()

    ask_on_day(13, settings)
    assert mails(db, "resource.tried") == []
    db.commit()
    for day in (14, 15):
        ask_on_day(day, settings)

    [mail] = mails(db, "resource.tried")
    assert mail.budget == Budget.GUIDANCE


def test_in_the_browser_from_the_question_to_not_for_me(
    pairing: Pairing, resource: Resource, browse: Browse, db: Session
) -> None:
    mentee, mentor = browse(pairing.mentee), browse(pairing.mentor)
    assert mentee.post(address(pairing, f"/{resource.id}/ask")).status_code == 403
    assert mentor.post(address(pairing, f"/{resource.id}/ask")).status_code == 302
    [shown] = db.scalars(select(ResourceShown)).all()
    db.commit()
    one = address(pairing, f"/shown/{shown.id}")

    assert mentor.get(one + "/known").status_code == 403
    assert mentee.get(one + "/moon").status_code == 404
    assert mentor.post(one + "/share", data={"words": "Too early"}).status_code == 422
    mentee.post(one + "/known", data={"words": "I know the name."})
    mentor.post(one + "/share", data={"words": "They speak slowly."})
    page = mentee.get(address(pairing)).text
    assert "They speak slowly." in page
    assert "Walk in on Tuesday." in page
    assert mentee.post(one + "/tried", data={"tried": "moon"}).status_code == 302
    to_why = mentee.post(one + "/tried", data={"tried": "not_for_me"})
    assert to_why.location.endswith("/why")
    mentee.post(one + "/why", data={"words": "Too far by bike."})

    library = browse(pairing.programme.contact).get(kept(pairing)).text
    assert "Too far by bike." in library
    assert pairing.mentee.name not in library


def test_what_they_told_each_other_is_not_in_the_library(
    pairing: Pairing, resource: Resource, browse: Browse, db: Session
) -> None:
    shown = shared(db, pairing, resource)
    take_step(db, shown, "react", "Hmm, maybe.", by=pairing.mentee, now=NOW)
    say_what_came_of_it(shown, Tried.HELPED, now=NOW)
    db.commit()

    page = browse(pairing.programme.contact).get(kept(pairing)).text

    assert "It helped once." in page
    for words in ("Nothing yet.", "They speak slowly.", "Hmm, maybe."):
        assert words not in page


def test_a_mentee_approves_or_declines_in_the_browser(
    pairing: Pairing, resource: Resource, browse: Browse, db: Session
) -> None:
    shown = shared(db, pairing, resource)
    take_step(db, shown, "introduce", "This is Yara.", by=pairing.mentor, now=NOW)
    db.commit()
    mentee, mentor = browse(pairing.mentee), browse(pairing.mentor)
    one = address(pairing, f"/shown/{shown.id}/introduction")
    seen = {"seen": str(shown.version)}

    assert mentor.post(one, data=seen | {"decision": "yes"}).status_code == 403
    assert mentee.post(one, data={"seen": "0", "decision": "yes"}).status_code == 409
    assert mentee.post(one, data=seen | {"decision": "no"}).status_code == 302
    assert "This is Yara." not in mentor.get(address(pairing)).text
    assert mails(db, "resource.introduction") == []


def test_keepers_add_check_and_take_away(pairing: Pairing, browse: Browse, db: Session) -> None:
    keeper = browse(pairing.programme.contact)
    assert keeper.post(kept(pairing, "/new"), data=AN_ENTRY | {"name_nl": ""}).status_code == 422
    odd = AN_ENTRY | {"link": "javascript:alert(1)"}
    assert keeper.post(kept(pairing, "/new"), data=odd).status_code == 422
    assert keeper.post(kept(pairing, "/new"), data=AN_ENTRY).status_code == 302
    [resource] = db.scalars(select(Resource)).all()
    resource.checked_on = clock.today() - 200 * DAY
    db.commit()

    assert "1 entry waits to be checked." in keeper.get(kept(pairing)).text
    assert "entry-old" in browse(pairing.mentor).get(address(pairing)).text
    keeper.post(kept(pairing, f"/{resource.id}/checked"))
    assert "entry-old" not in browse(pairing.mentor).get(address(pairing)).text
    keeper.post(kept(pairing, f"/{resource.id}"), data=AN_ENTRY | {"cost_nl": "Een kop koffie"})
    assert "Een kop koffie" in browse(pairing.mentee).get(address(pairing)).text
    keeper.post(kept(pairing, f"/{resource.id}/retire"))
    assert "Taalcafé" not in browse(pairing.mentor).get(address(pairing)).text
    keeper.post(kept(pairing, f"/{resource.id}/restore"))
    assert "Taalcafé" in browse(pairing.mentor).get(address(pairing)).text


def test_people_read_what_is_there_in_either_language(
    pairing: Pairing, resource: Resource, browse: Browse
) -> None:
    pairing.mentee.language = Language.NL

    page = browse(pairing.mentee).get(address(pairing)).text

    assert resource.name_en in page
    assert "Waar vind je hulp" in page


def test_another_programme_has_its_own_library(
    pairing: Pairing, resource: Resource, browse: Browse, db: Session
) -> None:
    other = a_pairing()
    db.add(other)
    db.commit()

    assert "Language café" not in browse(other.mentor).get(address(other)).text
    away = browse(other.mentor).post(address(other, f"/{resource.id}/ask"))
    assert away.status_code == 404
    assert browse(other.programme.contact).get(kept(pairing)).status_code == 404
    assert browse(a_member()).get(kept(pairing, f"/{resource.id}")).status_code == 404
