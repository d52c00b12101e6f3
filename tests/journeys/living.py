"""How two people live with each other: answer, meet, and say how it goes."""

from datetime import UTC, datetime, timedelta

from icalendar import Calendar

from matcher.foundation.translate import say
from matcher.foundation.words import sentence
from tests.journeys.coordinating import sign_in
from tests.journeys.signing_up import Person
from tests.journeys.site import ZONE, Site, link_in
from tests.journeys.visitor import Visitor

MOST_TAPS = 8
LIBRARY = "Library Neude, beside the globe"
FOUND = {
    "I am looking for a mentor": "We found a mentor who may suit you",
    "I would like to be a mentor": "We found a mentee who may suit you",
}


def read_and_say_yes(visitor: Visitor, site: Site, me: Person, other: Person) -> None:
    """Open the link in the mail, sign in, read about the other, and say yes."""
    visitor.press("Sign out", within="header")
    visitor.open(link_in(site.mail_to(me.email, visitor.say(FOUND[me.way]))))
    sign_in(visitor, me.email, me.password)
    visitor.is_at("You and %(name)s", name=other.name)
    visitor.reads(other.pieces[next(iter(other.pieces))], other.place)
    visitor.press("Yes, I would like to")


def enter_the_space(visitor: Visitor, site: Site, me: Person, other: Person) -> None:
    """Come to the page of the two by the mail, and say whether the first card was useful."""
    subject = visitor.say("You and %(name)s are paired", name=other.name)
    visitor.open(link_in(site.mail_to(me.email, subject)))
    visitor.is_at("You and %(name)s", name=other.name)
    visitor.sees_beside("Your card")
    visitor.press("Yes", within=".tip-card")
    visitor.sees_beside("Thank you for saying whether it was useful.")


def plan_meeting(proposes: Visitor, agrees: Visitor, site: Site, me: Person, other: Person) -> None:
    """One proposes a time, the other agrees and puts it into their calendar."""
    on = (site.today + timedelta(days=1)).date()
    proposes.follow("Propose a time", within="main")
    proposes.write("Day", on.isoformat())
    proposes.write("Time", "19:30")
    proposes.tick("One hour", "In person")
    proposes.write("Where, or which link?", LIBRARY)
    proposes.press("Send the proposal")
    proposes.hears("Your proposal is on its way.")

    subject = agrees.say("%(name)s proposes a time to meet", name=me.name)
    agrees.open(link_in(site.mail_to(other.email, subject)))
    agrees.press("Yes, that suits me")
    with agrees.page.expect_download() as begun:
        agrees.page.get_by_role("link", name=agrees.say("Put it into your calendar")).first.click()
    starts = datetime.combine(on, datetime.min.time(), ZONE).replace(hour=19, minute=30)
    _check_calendar(begun.value.path().read_bytes(), agrees, me, starts)


def note_that_they_met(visitor: Visitor, site: Site, me: Person, other: Person) -> None:
    """Come back a day later, by the mail with which the meeting came into one's calendar."""
    subject = visitor.say("You and %(name)s are going to meet", name=other.name)
    mail = site.mail_to(me.email, subject)
    assert [each.get_content_type() for each in mail.iter_attachments()] == ["text/calendar"]
    visitor.open(link_in(mail))
    sign_in(visitor, me.email, me.password)
    visitor.press("We met")
    visitor.hears("Noted, thank you.")
    visitor.sees("Past meetings")


def answer_by_link(phone: Visitor, site: Site, me: Person, other: Person, talk: str) -> None:
    """Open the mail's link on a phone, without signing in: at most eight taps, and send."""
    subject = phone.say("How is it going with %(name)s?", name=other.name)
    link = link_in(site.mail_to(me.email, subject))
    phone.open(link)
    phone.is_at("Hello %(name)s, how is it going?", name=me.name.split()[0])
    assert phone.page.viewport_size == {"width": 390, "height": 844}
    questions = phone.page.locator("[data-question]")
    assert questions.count() <= MOST_TAPS
    for number in range(questions.count() - 1):
        questions.nth(number).locator(".taps label").nth(-2).tap()
    questions.last.get_by_label(phone.say(talk), exact=True).tap()
    phone.sees("All answered")
    phone.press("Send")
    phone.is_at("Thank you, %(name)s", name=me.name.split()[0])

    phone.open(link)
    assert phone.page.locator("input:checked").count() == 0


def _check_calendar(written: bytes, reader: Visitor, other: Person, starts: datetime) -> None:
    calendar = Calendar.from_ical(written)
    event = calendar.events[0]
    begins, ends = event.DTSTART.astimezone(UTC), event.DTEND.astimezone(UTC)
    assert begins == starts.astimezone(UTC)
    assert ends == begins + timedelta(hours=1)
    assert event["LOCATION"] == LIBRARY
    meeting = say(sentence("Meeting with %(name)s", name=other.name), reader.language)
    assert event["SUMMARY"] == meeting
