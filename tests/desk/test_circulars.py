"""A mail to many goes to each in their own language, within the budget, and is followed."""

from datetime import timedelta
from uuid import uuid4

from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.desk.models import Circular
from matcher.desk.queries.circulars import MOST
from matcher.foundation import clock
from matcher.foundation.words import Language
from matcher.messages.models import Budget, Delivery, Mail, MailStop
from matcher.programmes.models import Programme
from tests.conftest import Browse, Counted, Keep
from tests.factories import a_member, a_programme, an_enrolment
from tests.factories.feedback import a_met_pairing
from tests.factories.proposals import a_run
from tests.proposals.crowds import keep_many

SAID = {
    "subject_en": "100% news",
    "text_en": "There is news.\n\nCome by.",
    "subject_nl": "Nieuws",
    "text_nl": "Er is nieuws.\n\nKom langs.",
}


def some_people(keep: Keep) -> tuple[Programme, dict[str, object]]:
    programme = a_programme()
    people = {name: a_member(name) for name in ("Amal", "Bram", "Call", "Dina", "Eva", "Finn")}
    people["Bram"].language = Language.NL
    people["Call"].email, people["Call"].phone = None, "030 123"
    people["Eva"].email_confirmed_at = None
    keep(programme, *people.values())
    keep(*(an_enrolment(member=each, programme=programme) for each in people.values()))
    keep(MailStop(member_id=people["Dina"].id, budget=Budget.GUIDANCE, since=clock.now()))
    lately = clock.now() - timedelta(days=2)
    before = Mail(
        kind="tip",
        subject_id=uuid4(),
        period="",
        member_id=people["Finn"].id,
        address="finn@example.org",
        language=Language.EN,
        created_at=lately,
        due_at=lately,
        budget=Budget.GUIDANCE,
    )
    before.delivery, before.sent_at = Delivery.SENT, lately
    keep(before)
    return programme, people  # type: ignore[return-value]  # members by name


def ids_on(page: str) -> list[str]:
    return [piece.split('"', 1)[0] for piece in page.split('name="to" value="')[1:]]


def key_on(page: str) -> str:
    return page.split('name="key"', 1)[1].split('value="', 1)[1].split('"', 1)[0]


def send(
    browser: FlaskClient, programme: Programme, **other: object
) -> tuple[str, dict[str, object]]:
    page = browser.get(f"/coordination/{programme.id}/write").text
    sent: dict[str, object] = {**SAID, "key": key_on(page), "to": ids_on(page), **other}
    return page, sent


def test_before_sending_it_says_who_gets_it_who_not_and_why(
    browse: Browse, keep: Keep, counted: Counted
) -> None:
    programme, _ = some_people(keep)
    browser, here = browse(programme.contact), f"/coordination/{programme.id}/write"

    with counted() as queries:
        page = browser.get(f"{here}?start=meeting").text

    assert queries.value <= 8, queries.statements
    assert "3 people get this mail" in page
    assert "Would you like to come?" in page
    assert "Zou je" in page or "Kom je" in page
    for why in ("has no e-mail address, 030 123", "wants no such mails", "has not confirmed"):
        assert why in page
    assert "not before" in page  # Finn had one two days ago


def test_each_reads_it_in_their_own_language_and_it_waits_for_the_budget(
    browse: Browse, keep: Keep, db: Session
) -> None:
    programme, _ = some_people(keep)
    browser, here = browse(programme.contact), f"/coordination/{programme.id}/write"
    _, sent = send(browser, programme)

    looked = browser.post(here, data=sent)
    assert "Once sent, a mail cannot be called back." in looked.text
    assert db.scalars(select(Circular)).all() == []
    db.rollback()
    for _ in range(2):  # pressed twice
        page = browser.post(f"{here}/send", data=sent)

    mails = db.scalars(select(Mail).where(Mail.kind == "circular")).all()
    assert sorted(mail.language for mail in mails) == ["en", "en", "nl"]
    assert {mail.budget for mail in mails} == {Budget.GUIDANCE}
    subjects = {mail.letter["subject"]["text"] for mail in mails if mail.letter}
    assert subjects == {"100% news", "Nieuws"}
    mails[0].delivery, mails[0].error = Delivery.FAILED, "reader: 550"
    db.commit()
    assert page.location is not None
    followed = browser.get(page.location).text
    for words in ("could not be delivered", "reader: 550", "waits for its turn", "030 123"):
        assert words in followed
    assert "100% news" in browser.get(f"/coordination/{programme.id}/written").text


def test_only_who_is_ticked_gets_it(browse: Browse, keep: Keep, db: Session) -> None:
    programme, people = some_people(keep)
    browser, here = browse(programme.contact), f"/coordination/{programme.id}/write"
    _, sent = send(browser, programme, to=[str(people["Amal"].id)])  # type: ignore[attr-defined]

    browser.post(f"{here}/send", data=sent)

    [mail] = db.scalars(select(Mail).where(Mail.kind == "circular"))
    assert mail.member_id == people["Amal"].id  # type: ignore[attr-defined]


def test_what_somebody_would_read_has_to_be_written(browse: Browse, keep: Keep) -> None:
    programme, _ = some_people(keep)
    browser = browse(programme.contact)
    _, sent = send(browser, programme, text_nl="")

    page = browser.post(f"/coordination/{programme.id}/write", data=sent)

    assert page.status_code == 422
    assert "Somebody reads it in this language." in page.text
    assert "There is news." in page.text


def test_both_of_each_pair_can_be_written_to(browse: Browse, keep: Keep) -> None:
    pairing = a_met_pairing()
    keep(pairing)
    browser = browse(pairing.programme.contact)

    page = browser.get(f"/coordination/{pairing.programme_id}/write?of=pairs&part=active").text

    assert "2 people get this mail" in page
    assert "Yara" in page


def test_a_sent_key_that_is_none_sends_nothing(browse: Browse, keep: Keep, db: Session) -> None:
    programme, _ = some_people(keep)
    browser = browse(programme.contact)
    _, sent = send(browser, programme, key="x")

    page = browser.post(f"/coordination/{programme.id}/write/send", data=sent)

    assert page.status_code in {200, 422}
    assert db.scalars(select(Circular)).all() == []


def test_what_our_first_words_leave_open_has_to_be_filled_in(browse: Browse, keep: Keep) -> None:
    programme, _ = some_people(keep)
    browser = browse(programme.contact)
    _, sent = send(browser, programme, text_en="We meet on [day].")

    page = browser.post(f"/coordination/{programme.id}/write", data=sent)

    assert page.status_code == 422
    assert "Please fill in what stands in [day]." in page.text


def test_of_too_many_nobody_is_read_and_nothing_is_sent(
    browse: Browse, keep: Keep, db: Session, counted: Counted
) -> None:
    run = a_run()
    keep(run)
    keep_many(db, run, MOST)
    browser, here = browse(run.programme.contact), f"/coordination/{run.programme_id}/write"

    with counted() as queries:
        page = browser.get(here).text
    sent = browser.post(f"{here}/send", data={**SAID, "key": str(uuid4())})

    assert "These are too many people for one mail." in page
    assert ids_on(page) == []
    assert queries.value <= 5, queries.statements
    assert "These are too many people for one mail." in sent.text
    assert db.scalars(select(Circular)).all() == []
