"""What a coordinator does in an afternoon at the workbench, page by page."""

import csv
import os
import re
from pathlib import Path

from playwright.sync_api import Locator

import matcher.demo
from tests.journeys.coordinating import NAMES, bring_in
from tests.journeys.visitor import THEMES, Visitor
from tests.screenshots import SIZES

FILES = Path(matcher.demo.__file__).parent
PICTURES = os.environ.get("SAMEN_PICTURES", "")
PATIENCE = 60_000  # milliseconds, for what goes on in the background
LACKS = {"mee-002": "availability", "mee-014": "availability"}
MOST_TABS = 80
IN_LIST = "() => Boolean(document.activeElement.closest('[data-review] tbody tr'))"
TRIED = "What each aim comes to with these settings"


def bring_two_spreadsheets(hanna: Visitor, folder: Path) -> None:
    """Bring 107 people in; of two, the times at which they can are not known yet."""
    bring_in(hanna, _with_gaps(folder / "mentees.csv"), "People who look for a mentor", 63)
    bring_in(hanna, FILES / "mentors.csv", "People who want to be a mentor", 44)
    hanna.follow("See the people")
    picture(hanna, "people")


def complete_what_is_missing(hanna: Visitor) -> None:
    """See who is nearly there, remind them, and write down what they tell on the phone."""
    _to_ready(hanna)
    hanna.sees("%(num)s sign-ups have something open", num=2)
    picture(hanna, "ready")
    hanna.press("Remind them all")
    for _each in LACKS:
        _to_ready(hanna)
        hanna.go_by(hanna.page.locator("section[aria-labelledby=open] tbody a").first)
        change = f"{hanna.say('Change on their behalf')} {hanna.say('When, where and how')}"
        hanna.go_by(hanna.page.get_by_role("link", name=change))
        for slot in ("mon-evening", "tue-evening", "thu-evening"):
            hanna.page.locator(f"[name=slots][value={slot}]").check()
        hanna.write("Why do you fill this in for them?", "Told me on the phone.")
        hanna.press("Save")
        hanna.follow("Coordinate", within="header nav")
        hanna.follow(NAMES[hanna.language], within="main")
    _to_ready(hanna)
    hanna.sees("Everybody who signed up has filled in what is needed.")


def try_two_settings(hanna: Visitor) -> None:
    """Try what is in use and something else, read what each comes to, and run the second."""
    hanna.follow("Matching", within="header nav")
    hanna.follow("Change what counts, and try it first")
    _try(hanna)
    hanna.follow("Begin from these")
    hanna.choose("Own words", "Decisive")
    _try(hanna)
    picture(hanna, "tried")
    chosen = hanna.page.get_by_role("button").filter(has_text=hanna.say("Use and begin a run"))
    hanna.go_by(chosen.filter(has_text=hanna.say("Nobody much worse off")))
    _await_run(hanna)
    picture(hanna, "run")


def change_three_pairs_by_hand(hanna: Visitor) -> None:
    """One pair is swapped, one made of two names, and one put aside, each with its reason."""
    hanna.follow("Review the proposals")
    picture(hanna, "review")
    hanna.go_by(_lines(hanna).nth(2).locator("[data-open]"))
    picture(hanna, "pair")
    _make(hanna, "swap", hanna.page.get_by_role("button", name=hanna.say("See this swap")).first)

    hanna.follow("Proposals of run %(number)s", number=1)
    hanna.follow("Pair two people by hand")
    hanna.write("Mentee", "Yara")
    hanna.write("Mentor", "Joost")
    hanna.press("Find")
    look = hanna.page.get_by_role("button", name=hanna.say("Look at these two together"))
    _make(hanna, "by-hand", look)

    hanna.follow("Proposals of run %(number)s", number=1)
    hanna.go_by(_lines(hanna).first.locator("[data-open]"))
    hanna.tick("It cannot work in practice")
    hanna.press("Put this pair aside")
    hanna.page.get_by_role("button", name=hanna.say("Undo"), exact=True).wait_for()


def lock_by_keyboard(hanna: Visitor) -> None:
    """Reach the list with Tab, go down with j, lock with l, and approve the next with a."""
    hanna.follow("Proposals of run %(number)s", number=1)
    still_open = re.compile(f"^{hanna.say('To review')}")
    hanna.go_by(hanna.page.locator("main").get_by_role("link", name=still_open))
    for _tab in range(MOST_TABS):
        hanna.page.keyboard.press("Tab")
        if hanna.page.evaluate(IN_LIST):
            break
    hanna.page.keyboard.press("j")
    hanna.page.keyboard.press("j")
    hanna.go_by_pressing("l")
    hanna.hears("%(num)s pair locked.", num=1)
    hanna.page.keyboard.press("j")
    hanna.go_by_pressing("a")
    hanna.hears("%(num)s pair approved.", num=1)


def run_again(hanna: Visitor) -> None:
    """What was decided stands, and the rest is arranged anew around it."""
    hanna.follow("Matching", within="header nav")
    hanna.press("Begin a run")
    _await_run(hanna)
    hanna.is_at("Run %(number)s", number=2)
    picture(hanna, "run-again")
    hanna.follow("Review the proposals")


def approve_the_rest(hanna: Visitor) -> None:
    """Read what will happen, and approve all that is left at once."""
    hanna.press("Approve them all")
    picture(hanna, "together")
    hanna.press("Yes, do this")


def publish(hanna: Visitor, number: int) -> None:
    """Read both mails, and tell everybody but one, who has no mail and has not confirmed yet."""
    if hanna.page.get_by_role("link", name=_publish(hanna, number)).count() == 0:
        hanna.follow("Matching", within="header nav")
        hanna.follow("Run %(number)s", number=2)
    hanna.follow("Publish %(num)s approved pairs", num=number)
    picture(hanna, "publish")
    read_the_words(hanna)
    hanna.press("Tell them now")
    hanna.hears("%(num)s pairs have been told.", num=number - 1)


def read_the_words(hanna: Visitor) -> None:
    """See where the mails' own words are changed, and come back."""
    if not PICTURES:
        return
    here = hanna.page.url
    hanna.follow("Change the words")
    hanna.go_by(hanna.page.locator("main article a").first)
    picture(hanna, "words")
    hanna.open(here)


def read_the_answers(hanna: Visitor, declined: list[str]) -> None:
    """See who answered, and who said no and why."""
    hanna.follow("Matching", within="header nav")
    hanna.follow("Run %(number)s", number=2)
    hanna.follow("All answers")
    said_no = re.compile(f"^{hanna.say('Declined')}")
    hanna.go_by(hanna.page.locator("main").get_by_role("link", name=said_no))
    hanna.reads(*declined)
    picture(hanna, "answers")


def bring_the_next_best_forward(hanna: Visitor, declined: list[str]) -> None:
    """See who comes next for each of them and why, approve them, and tell them."""
    hanna.follow("Next best for who is left")
    hanna.reads(*declined)
    picture(hanna, "next-best")
    approve = re.compile(f"^{hanna.say('Approve')} ")
    hanna.go_by(hanna.page.get_by_role("button", name=approve).first)
    picture(hanna, "publish-next")
    hanna.press("Tell them now")


def report(hanna: Visitor, paired: int) -> None:
    """Account for it: figures, of which every number opens the list behind it."""
    hanna.follow("Figures", within="header nav")
    picture(hanna, "figures")
    if PICTURES:
        hanna.follow("Waiting list", within="main")
        picture(hanna, "waiting")
    hanna.follow("Pairs", within="header nav")
    picture(hanna, "pairs")
    hanna.page.locator("main tbody tr, main li.pair").nth(paired - 1).wait_for()


def picture(hanna: Visitor, step: str) -> None:
    """Keep a page in both themes, on a desk and on a phone, where pictures are asked for."""
    if not PICTURES:
        return
    before = hanna.page.viewport_size
    for place, size in SIZES.items():
        hanna.page.set_viewport_size(size)
        for theme in THEMES:
            hanna.page.emulate_media(color_scheme=theme)
            path = Path(PICTURES) / f"{step}-{hanna.language}-{place}-{theme}.png"
            hanna.page.screenshot(path=path, full_page=True, animations="disabled")
    if before:
        hanna.page.set_viewport_size(before)


def _to_ready(hanna: Visitor) -> None:
    hanna.follow("Matching", within="header nav")
    hanna.follow("Ready? See who is missing and what is scarce")


def _try(hanna: Visitor) -> None:
    hanna.press("Try these settings")
    hanna.page.get_by_role("heading", name=hanna.say(TRIED)).wait_for(timeout=PATIENCE)
    hanna.arrive()


def _await_run(hanna: Visitor) -> None:
    link = hanna.page.get_by_role("link", name=hanna.say("Review the proposals"))
    link.wait_for(timeout=PATIENCE)
    hanna.arrive()


def _with_gaps(path: Path) -> Path:
    """Copy the spreadsheet, without what two people have not told yet."""
    with (FILES / "mentees.csv").open(newline="") as given, path.open("w", newline="") as kept:
        rows = csv.DictReader(given)
        sheet = csv.DictWriter(kept, rows.fieldnames or [])
        sheet.writeheader()
        for row in rows:
            lacking = LACKS.get(row["id"])
            sheet.writerow({**row, lacking: ""} if lacking else row)
    return path


def _lines(hanna: Visitor) -> Locator:
    return hanna.page.locator("[data-review] tbody tr")


def _publish(hanna: Visitor, number: int) -> str:
    return hanna.say("Publish %(num)s approved pairs", num=number)


def _make(hanna: Visitor, step: str, way: Locator) -> None:
    """Have two people weighed, read what it would change, and make the pair."""
    hanna.go_by(way)
    hanna.page.get_by_role("button", name=hanna.say("Make this pair")).wait_for(timeout=PATIENCE)
    hanna.arrive()
    picture(hanna, step)
    hanna.write("Why you bring them together", "They met at the open evening.")
    hanna.press("Make this pair")
    hanna.hears("They are a pair in this run now, approved and locked. Nobody is told yet.")
