"""How two people work together until they say goodbye, with a hard stretch in the middle."""

from datetime import timedelta

from playwright.sync_api import Locator

from tests.journeys.coordinating import HANNA, NAMES, sign_in
from tests.journeys.signing_up import Person
from tests.journeys.site import Site, link_in
from tests.journeys.visitor import Visitor

PATIENCE = 60_000  # milliseconds
HARD = (
    "From your own answers it seems that it is hard at the moment. Every pair has a dip, and"
    " talking about it often makes the contact better."
)


def expect_and_agree(first: Visitor, second: Visitor, me: Person, other: Person) -> None:
    """Each answers alone; both see both, and say yes to what was drafted from it."""
    for visitor, person, partner in ((first, me, other), (second, other, me)):
        leaf(visitor, partner, "What you agree on")
        visitor.tick("Every two weeks", "Half a year", "E-mail", "On weekdays, in the evening")
        visitor.tick("Somebody who listens", "Clear agreements")
        visitor.press("This is what I expect")
        if visitor is first:
            visitor.sees("Your answers are kept.")
            assert visitor.page.get_by_text(visitor.say("What you each answered")).count() == 0
        else:
            visitor.sees("What you each answered")
            visitor.press("Yes, I agree")
            visitor.sees("You said yes. Now %(name)s.", name=partner.name)
        assert person.name != partner.name
    leaf(first, other, "What you agree on")
    first.press("Yes, I agree")
    first.sees("You both said yes")


def say_back(mentor: Visitor, mentee: Visitor, marijke: Person, yara: Person) -> None:
    """The mentor says back what was heard; only what the mentee made right is kept."""
    leaf(mentor, yara, "What was heard")
    mentor.write("What did you hear?", "You would rather work with people than with files.")
    mentor.press("Send it to %(name)s", name=yara.name)
    leaf(mentee, marijke, "What was heard")
    mentee.page.locator("main").get_by_text(mentee.say("Let me add"), exact=True).click()
    mentee.write("In your own words", "With people, and preferably in the morning.")
    mentee.press("Keep it like this")
    leaf(mentor, yara, "What was heard")
    mentor.reads("With people, and preferably in the morning.")
    assert mentor.page.get_by_text("rather work with people than with files").count() == 0


def set_a_goal(mentee: Visitor, mentor: Visitor, yara: Person, marijke: Person) -> None:
    """The mentee owns the goals; what the mentor proposes stays grey until it is taken."""
    leaf(mentee, marijke, "Goals and steps")
    mentee.follow("Add a goal", within="main")
    mentee.page.locator("main textarea").first.fill("To work in a team by summer")
    mentee.page.locator("main form button[type=submit]").last.click()
    mentee.arrive()
    leaf(mentor, yara, "Goals and steps")
    mentor.follow("Propose a point", within="main")
    mentor.page.locator("main textarea").first.fill("Look at two vacancies together")
    mentor.page.locator("main form button[type=submit]").last.click()
    mentor.arrive()
    leaf(mentee, marijke, "Goals and steps")
    mentee.reads("To work in a team by summer", "Look at two vacancies together")
    yes = mentee.page.get_by_role("button", name=mentee.say("Yes, this becomes mine"))
    mentee.go_by(yes.first)
    assert mentee.page.locator(".point-proposed").count() == 0


def ask_for_help(
    mentee: Visitor, mentor: Visitor, site: Site, yara: Person, marijke: Person
) -> None:
    """Only the mentee asks; afterwards they say whether it was too little or too much."""
    leaf(mentor, yara, "Practical help")
    assert mentor.page.get_by_role("link", name=mentor.say("Ask for help")).count() == 0
    leaf(mentee, marijke, "Practical help")
    mentee.follow("Ask for help", within="main")
    mentee.write("What would help you?", "Reading my letter before I send it")
    mentee.page.locator("main input[type=radio]").first.check()
    mentee.page.locator("main form button[type=submit]").last.click()
    mentee.arrive()
    leaf(mentor, yara, "Practical help")
    mentor.go_by(mentor.page.locator("main").get_by_role("link", name=mentor.say("Answer")).first)
    mentor.tick("Yes, by this day")
    by = (site.today + timedelta(days=3)).date()
    mentor.write("By which day?", by.isoformat())
    mentor.page.locator("main form button[type=submit]").last.click()
    mentor.arrive()
    leaf(mentee, marijke, "Practical help")
    mentee.go_by(mentee.page.locator("main").get_by_role("link", name=mentee.say("Close it")).first)
    mentee.page.locator("main input[type=radio]").first.check()
    mentee.tick("Just right")
    mentee.page.locator("main form button[type=submit]").last.click()
    mentee.arrive()


def answer_low(phone: Visitor, site: Site, me: Person, other: Person) -> None:
    """Answer a check-in in which most things are rarely so."""
    subject = phone.say("How is it going with %(name)s?", name=other.name)
    phone.open(link_in(site.mail_to(me.email, subject)))
    questions = phone.page.locator("[data-question]")
    for number in range(questions.count() - 1):
        taps = questions.nth(number).locator(".taps label")
        _second(taps).tap()
    questions.last.get_by_label(phone.say("No"), exact=True).tap()
    phone.press("Send")
    phone.sees("It seems that it is hard at the moment.")


def choose_how_to_go_on(mentee: Visitor, mentor: Visitor, yara: Person, marijke: Person) -> None:
    """Whoever finds it hard chooses; the other one knows nothing without a yes."""
    leaf(mentee, marijke, "When it is hard between you")
    mentee.sees(HARD)
    mentee.press("I prepare it with the coordinator")
    mentee.sees("%(name)s gets in touch with you.", name=HANNA[0])
    leaf(mentor, yara, "When it is hard between you")
    assert mentor.say(HARD) not in mentor.page.locator("main").inner_text()


def talk_and_mend(hanna: Visitor, mentee: str, mentor: str) -> None:
    """The coordinator finds it on the work list, talks, notes it, and notes that it is repaired."""
    hanna.open("/coordination")
    sign_in(hanna, *HANNA[1:])
    hanna.go_by(hanna.page.get_by_role("link", name=NAMES[hanna.language]).first)
    hanna.reads(mentee)
    hanna.follow("Pairs", within="header nav")
    hanna.follow("%(mentee)s and %(mentor)s", mentee=mentee, mentor=mentor)
    hanna.sees("A hard stretch")
    hanna.go_by(hanna.page.locator("main").get_by_role("link", name=hanna.say("Note a talk")).first)
    hanna.tick(mentee)
    hanna.tick("Half an hour or more", "We agreed something")
    hanna.write("Your note", "They will begin each meeting with how it is.")
    hanna.press("Keep it")
    hanna.press("It is repaired")
    assert hanna.page.get_by_role("heading", name=hanna.say("A hard stretch")).count() == 0


def leaf(visitor: Visitor, partner: Person, title: str) -> None:
    """Go to a page beneath the pair's space, by the space."""
    to_the_space(visitor, partner)
    visitor.go_by(visitor.page.locator(".leaves").get_by_role("link", name=visitor.say(title)))
    visitor.is_at(title)


def to_the_space(visitor: Visitor, partner: Person) -> None:
    visitor.open("/home")
    visitor.go_by(visitor.page.locator("main").get_by_role("link", name=partner.name).first)


def _second(taps: Locator) -> Locator:
    """The second lowest of five, or the middle one of three."""
    return taps.nth(1)


WORDS = ("The day you called after my interview.", "You keep going.", "Ask sooner for help.")


def say_goodbye(
    mentee: Visitor, mentor: Visitor, site: Site, yara: Person, marijke: Person
) -> None:
    """A day both know; words that are read at the same moment; a page to take along."""
    leaf(mentee, marijke, "Saying goodbye")
    _first(mentee, "Choose another day")
    day = (site.today + timedelta(weeks=5)).date()
    mentee.write("On which day do you finish?", day.isoformat())
    mentee.write("Why another day than planned?", "I begin in a new job then.")
    mentee.press("We finish on this day")
    _write_words(mentee, marijke)
    assert WORDS[1] not in _goodbye_page_of(mentor, yara)
    _write_words(mentor, yara)
    assert WORDS[1] in _goodbye_page_of(mentor, yara)
    assert WORDS[1] in _goodbye_page_of(mentee, marijke)
    mentee.follow("Write your page", within="main")
    mentee.write("What I can do now", "Write a letter by myself, and ask who reads it.")
    mentee.press("Keep my page")
    leaf(mentee, marijke, "Saying goodbye")
    with mentee.page.expect_download(timeout=PATIENCE) as begun:  # the first brings the fonts in
        link = mentee.page.get_by_role("link", name=mentee.say("Download it as PDF"))
        link.click(timeout=PATIENCE)
    assert begun.value.path().read_bytes().startswith(b"%PDF-")


def finish(mentee: Visitor, marijke: Person) -> None:
    leaf(mentee, marijke, "Saying goodbye")
    mentee.press("Yes, we have finished")
    mentee.sees("What comes afterwards?")


def _write_words(visitor: Visitor, partner: Person) -> None:
    leaf(visitor, partner, "Saying goodbye")
    _first(visitor, "Write them")
    for question, words in zip(
        (
            "One moment that stays with you",
            "One strength that you see in the other",
            "One piece of advice for what comes",
        ),
        WORDS,
        strict=True,
    ):
        visitor.write(question, words)
    visitor.press("Keep my words")


def _goodbye_page_of(visitor: Visitor, partner: Person) -> str:
    leaf(visitor, partner, "Saying goodbye")
    return visitor.page.locator("#words").locator("xpath=ancestor::section").inner_text()


def _first(visitor: Visitor, label: str) -> None:
    """Follow the first of links of the same name: the one next thing, before its place below."""
    links = visitor.page.locator("main").get_by_role("link", name=visitor.say(label), exact=True)
    visitor.go_by(links.first)
