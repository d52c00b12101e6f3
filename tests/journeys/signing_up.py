"""How people come in: through the public pages, and by the link in their mail."""

from dataclasses import dataclass

from matcher.programmes.topics import label
from tests.journeys.site import Site, link_in
from tests.journeys.visitor import Visitor


@dataclass(frozen=True, kw_only=True)
class Person:
    """Who signs up, and what they tell. `pieces` are what they write, by what they are asked."""

    name: str
    email: str
    password: str
    way: str
    pieces: dict[str, str]
    topics: tuple[str, ...]
    times: tuple[tuple[str, str], ...]
    help: tuple[str, ...]
    place: str = "Utrecht"
    languages: tuple[str, ...] = ("nl", "en")
    mentees: str = ""


YARA = Person(
    name="Yara Haddad",
    email="yara@example.org",
    password="rain on four tin roofs",
    way="I am looking for a mentor",
    pieces={
        "What is going on?": "I look for work in care. My letters never lead to an interview.",
        "What makes it hard?": "In an interview I forget my Dutch words and say nothing.",
        "What helps you, and what does not?": "Practising aloud. Not: a list of websites.",
        "What would you like to be able to do, know, or have changed?": "One good interview.",
    },
    topics=("job-interviews", "dutch-conversation"),
    times=(("Monday", "Evening"), ("Wednesday", "Evening"), ("Saturday", "Morning")),
    help=("Listening", "Doing things together"),
)
MARIJKE = Person(
    name="Marijke de Boer",
    email="marijke@example.org",
    password="seven herons beside a lock",
    way="I would like to be a mentor",
    pieces={
        "What do you know well?": "I hired nurses for years and led hundreds of interviews.",
        "What did you learn that you would like to pass on?": "Practise aloud; words come back.",
        "How do you like to work with someone?": "Listening first, then trying things out.",
    },
    topics=("job-interviews", "job-search", "dutch-conversation"),
    times=(("Monday", "Evening"), ("Thursday", "Afternoon")),
    help=("Listening", "Thinking along"),
    mentees="1",
)


def sign_up(visitor: Visitor, site: Site, programme: str, person: Person) -> None:
    """Come to the public pages as anyone does, confirm by mail, and send the sign-up."""
    visitor.open("/")
    visitor.go_by(visitor.page.locator("main").get_by_role("link", name=programme).first)
    visitor.follow("Sign up", within="main")
    visitor.tick(person.way)
    visitor.write("Your name", person.name)
    visitor.write("Your e-mail address", person.email)
    visitor.write("Choose a password", person.password)
    visitor.press("Begin")
    visitor.is_at("Look in your mail")

    visitor.open(link_in(site.mail_to(person.email, visitor.say("Confirm your e-mail address"))))
    visitor.press("Yes, this is my address")
    visitor.hears("Thank you, your e-mail address is confirmed.")
    tell_about_oneself(visitor, person)
    visitor.is_at("Check your answers")
    visitor.reads(*person.pieces.values(), person.place)
    visitor.tick("Yes, I agree")
    visitor.press("Send my sign-up")
    visitor.is_at("Thank you. This is what happens next")


def tell_about_oneself(visitor: Visitor, person: Person) -> None:
    """Go through the sections, each with a button to the next."""
    visitor.press("Go on")
    for question, answer in person.pieces.items():
        visitor.write(question, answer)
    visitor.press("Go on")
    for key in person.topics:
        find_topic(visitor, label(key, visitor.language))
    visitor.press("Go on")
    visitor.tick(*(f"{visitor.say(day)}, {visitor.say(part)}" for day, part in person.times))
    visitor.tick("Both are fine", *person.help)
    visitor.write("Where do you live?", person.place)
    visitor.tick(*map(visitor.language_name, person.languages))
    visitor.press("Go on")
    if person.mentees:
        visitor.write("How many mentees could you support at the same time?", person.mentees)
    visitor.press("Go on")


def find_topic(visitor: Visitor, topic: str) -> None:
    """Look for a topic by typing, and choose it with the keyboard."""
    search = visitor.page.get_by_role("combobox")
    search.press_sequentially(topic)
    visitor.page.get_by_role("option").first.wait_for()
    search.press("ArrowDown")
    search.press("Enter")
    assert visitor.page.get_by_label(topic, exact=True).is_checked()
