"""What a coordinator does: sets the programme up, looks for pairs, and looks after them."""

from datetime import timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

import pyotp

from tests.journeys.site import Site
from tests.journeys.visitor import Visitor

HANNA = ("Hanna Visser", "hanna@example.org", "a lantern in the old mill")
NAMES = {"en": "Side by side in care", "nl": "Zij aan zij in de zorg"}


def begin_installation(hanna: Visitor) -> None:
    """The first visitor of an empty installation becomes its administrator."""
    name, email, password = HANNA
    hanna.open("/")
    hanna.is_at("Set up Samen Sterk")
    hanna.write("Your name", name)
    hanna.write("Your e-mail address", email)
    hanna.write("Choose a password", password)
    hanna.write("Name of the first programme, in English", NAMES["en"])
    hanna.write("Name of the first programme, in Dutch", NAMES["nl"])
    hanna.press("Begin")
    assert hanna.title == NAMES[hanna.language]


def describe_programme(hanna: Visitor) -> None:
    """Tell what it is and for whom: the least that a programme needs before it opens."""
    _change(
        hanna,
        "Name and description",
        **{
            "What is it, in English?": "Half a year with somebody who knows the way.",
            "What is it, in Dutch?": "Een half jaar met iemand die de weg kent.",
            "For whom, in English?": "For everybody who looks for work in care.",
            "For whom, in Dutch?": "Voor iedereen die werk zoekt in de zorg.",
        },
    )


def fill_in_programme(hanna: Visitor, site: Site) -> None:
    """Fill the sections in, and open the programme for sign-up."""
    describe_programme(hanna)
    starts_on = (site.today + timedelta(days=14)).date()
    _change(hanna, "Dates and length", **{"First pairs begin on": starts_on.isoformat()})
    _change(hanna, "Topics, languages, ways to meet")
    _change(hanna, "What counts when we look for pairs")
    _change(hanna, "Rhythm and deadlines", **{"How often do we ask how it goes?": "6"})
    _change(
        hanna,
        "Contact person and phone numbers",
        **{"Phone number of the programme": "030 123 4567"},
    )
    _change(
        hanna,
        "What people agree to",
        **{
            "What people agree to, in English": "My answers may be used to find somebody for me.",
            "What people agree to, in Dutch": "Mijn antwoorden mogen worden gebruikt.",
        },
    )
    _change(hanna, "What people show before they begin")
    open_programme(hanna)


def open_programme(hanna: Visitor) -> None:
    hanna.press("Open for sign-up")
    hanna.hears("Open: people can sign up now.")


def find_pairs(hanna: Visitor) -> None:
    """Begin a run, and wait until it is there. The page tells by itself."""
    hanna.follow("Matching", within="header nav")
    hanna.press("Begin a run")
    hanna.page.get_by_role("link", name=hanna.say("Review the proposals")).wait_for()
    hanna.arrive()


def bring_in(hanna: Visitor, file: Path, who: str, people: int) -> None:
    """Choose a spreadsheet, look at what was found, and bring everybody in."""
    hanna.follow("People", within="header nav")
    hanna.follow("Bring a spreadsheet in", within="main")
    hanna.tick(who)
    hanna.field("The file").set_input_files(file)
    hanna.press("Read the file")
    ground = hanna.field("On which ground may they be in a run before they confirm?")
    ground.wait_for()
    hanna.arrive()
    ground.fill("They signed up on paper at the open evening.")
    hanna.press("Bring everybody in")
    hanna.page.get_by_role("link", name=hanna.say("See the people"), exact=True).wait_for()
    hanna.arrive()
    hanna.reads(hanna.say("%(num)s people are in the programme.", num=people))


def approve_and_publish(hanna: Visitor, mentee: str, mentor: str) -> None:
    hanna.follow("Review the proposals")
    hanna.go_by(hanna.page.locator("main").get_by_role("link", name=mentee).first)
    hanna.is_at("%(need)s and %(offer)s", need=mentee, offer=mentor)
    hanna.press("Approve")
    hanna.sees("Approved")
    hanna.follow("Proposals of run %(number)s", number=1)
    hanna.follow("Publish %(num)s approved pair", num=1)
    hanna.press("Tell them now")
    hanna.hears("%(num)s pair has been told.", num=1)


def see_who_asks_for_a_call(hanna: Visitor, mentee: str, mentor: str) -> None:
    """Find the wish on top of the work list, and the answers at the pair."""
    hanna.open("/coordination")
    sign_in(hanna, *HANNA[1:])
    set_up_second_step(hanna)
    hanna.open("/coordination")
    hanna.go_by(hanna.page.get_by_role("link", name=NAMES[hanna.language]).first)
    first = hanna.page.locator(".work > li").first
    assert mentee in first.locator("h3").inner_text()
    assert hanna.say("Asks you to get in touch.") in first.inner_text()

    hanna.follow("Pairs", within="header nav")
    hanna.follow("%(mentee)s and %(mentor)s", mentee=mentee, mentor=mentor)
    hanna.sees("Wants to be contacted")
    hanna.sees("Asks you to get in touch.")


def sign_in(visitor: Visitor, email: str, password: str) -> None:
    """Sign in where a page asks for it, and come back to that page."""
    visitor.is_at("Sign in")
    visitor.sees("After that we bring you straight back.")
    visitor.write("E-mail address", email)
    visitor.write("Password", password)
    visitor.press("Sign in")


def set_up_second_step(hanna: Visitor) -> None:
    """Whoever looks after others is held back after a month, until signing in takes two things."""
    hanna.is_at("A second step when you sign in")
    hanna.press("Set it up")
    key = hanna.page.locator("main b.text-break").inner_text()
    there = hanna.page.request.get(hanna.page.url).headers["date"]  # the site's clock leapt
    code = pyotp.TOTP(key.replace(" ", "")).at(parsedate_to_datetime(there))
    hanna.write("Code", code)
    hanna.press("Turn it on")
    hanna.is_at("Your recovery codes")


def _change(hanna: Visitor, section: str, **answers: str) -> None:
    hanna.follow(f"{hanna.say('Change')} {hanna.say(section)}", within="main")
    for question, answer in answers.items():
        hanna.write(question, answer)
    hanna.press("Save")
    hanna.hears("Saved.")
