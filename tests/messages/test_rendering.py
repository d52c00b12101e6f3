"""A mail says its letter in the reader's language, as text and as HTML, and leads only to us."""

import re
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from sqlalchemy.orm import Session

from matcher.foundation.words import N_, Language, sentence
from matcher.messages.budget import may_go
from matcher.messages.models import Budget
from matcher.messages.parcels import Parcel
from matcher.messages.rendering import compose
from matcher.messages.stopping import StopWish, read_wish, write_wish
from tests.factories import NOW, a_member
from tests.factories.mails import a_mail, stationery

EVENT = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"


def made(db: Session, **given: Any) -> EmailMessage:
    """Make a mail, send it over the wire in thought, and read it again."""
    parcel = Parcel.of(a_mail(db, **given))
    return message_from_bytes(bytes(compose(parcel, stationery(), now=NOW)), policy=default)


def part(message: EmailMessage, kind: str) -> str:
    body = message.get_body((kind,))
    assert body
    return str(body.get_content())


def test_a_mail_has_text_and_html_with_the_same_link(db: Session) -> None:
    message = made(db)

    for kind in ("plain", "html"):
        assert "https://samen.example.org/messages.stop_page/t0k" in part(message, kind)
        assert "Hello Yara," in part(message, kind)


def test_what_people_wrote_is_shown_as_a_quote_and_never_taken_for_html(db: Session) -> None:
    message = made(db)

    assert "> In my <b>own</b> words" in part(message, "plain")
    assert "In my &lt;b&gt;own&lt;/b&gt; words" in part(message, "html")
    assert "<blockquote" in part(message, "html")


def test_a_mail_speaks_the_readers_language(db: Session) -> None:
    subject = sentence(N_("Skip to content"))

    english = made(db, subject=subject)
    dutch = made(db, subject=subject, language=Language.NL)

    assert english["Subject"] != dutch["Subject"]
    assert dutch["Content-Language"] == "nl"
    assert 'lang="nl"' in part(dutch, "html")


def test_the_style_is_in_the_elements_and_nothing_is_fetched(db: Session) -> None:
    page = part(made(db), "html")

    assert re.search(r'<a [^>]*style="[^"]*background', page)
    assert not re.search(r"<(img|link|script)|url\(", page)
    assert set(re.findall(r"https?://([^/\"<\s]+)", page)) == {"samen.example.org"}


def test_the_message_id_is_the_same_on_every_attempt_and_says_nothing(db: Session) -> None:
    parcel = Parcel.of(a_mail(db, address="yara@example.org"))
    other = Parcel.of(a_mail(db))

    names = [str(compose(each, stationery(), now=NOW)["Message-ID"]) for each in (parcel, parcel)]

    assert names[0] == names[1] != compose(other, stationery(), now=NOW)["Message-ID"]
    assert re.fullmatch(r"<[0-9a-f]{64}@samen.example.org>", names[0])


def test_a_name_cannot_add_a_header(db: Session) -> None:
    subject = sentence(N_("Hello %(name)s,"), name="Yara\r\nBcc: all@example.org")

    message = made(db, subject=subject)

    assert message["Bcc"] is None
    assert "Bcc: all@example.org" in message["Subject"]


def test_only_mails_that_are_not_essential_can_be_stopped(db: Session) -> None:
    member = a_member()
    db.add(member)
    db.flush()

    essential = made(db, member_id=member.id)
    guidance = made(db, member_id=member.id, budget=Budget.GUIDANCE)

    assert essential["List-Unsubscribe"] is None
    assert guidance["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    token = str(guidance["List-Unsubscribe"]).rstrip(">").rpartition("/")[2]
    assert read_wish(token, "for tests") == StopWish(member.id, Budget.GUIDANCE)


def test_a_link_that_we_did_not_make_stops_nothing() -> None:
    wish = StopWish(a_member().id, Budget.PULSE)
    token = write_wish(wish, "ours")

    assert read_wish(token, "ours") == wish
    assert read_wish(token, "theirs") is None
    assert read_wish(token.replace("pulse", "guidance"), "ours") is None
    assert read_wish("", "ours") is None
    assert read_wish("é.x", "ours") is None


def test_a_meeting_comes_with_its_calendar_file(db: Session) -> None:
    message = made(db, attachment=EVENT)

    [file] = message.iter_attachments()
    assert file.get_content_type() == "text/calendar"
    assert file["Content-Type"].params["method"] == "REQUEST"
    assert isinstance(file, EmailMessage)
    assert file.get_payload(decode=True) == EVENT.encode()


def test_guidance_stays_away_while_a_pulse_is_near() -> None:
    near = may_go(Budget.GUIDANCE, last_programme_mail=None, is_pulse_near=True, now=NOW)
    far = may_go(Budget.GUIDANCE, last_programme_mail=None, is_pulse_near=False, now=NOW)
    pulse = may_go(Budget.PULSE, last_programme_mail=NOW, is_pulse_near=True, now=NOW)

    assert (near, far, pulse) == (False, True, True)
