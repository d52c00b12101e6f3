"""Somebody in the demo who looks after their own account: a passkey, sign-ins, a copy, farewell."""

import re
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator

from matcher.demo.story import PASSWORD
from matcher.foundation.words import Language
from tests.cli.test_commands import running
from tests.journeys.device import Device
from tests.journeys.site import CHEAP
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.journey

# One reads English, the other one Dutch; both are in the middle of a pairing.
OWNERS = {
    Language.EN: "marijke.vdweijden@example.org",
    Language.NL: "yara.almasri@example.org",
}
BUILT = 900  # seconds at most to build the demo, on a machine that is busy with other tests
READY = 90  # times that somebody looks whether their copy is ready


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Show the demo as `matcher demo` does; give its address and its database."""
    place = tmp_path_factory.mktemp("demo")
    shown = running("demo", "--instance", "here", place=place, patience=BUILT, **CHEAP)
    with shown as (address, _process):
        database = place / "here" / "matcher.db"
        with closing(sqlite3.connect(database, timeout=30)) as db, db:
            for language, email in OWNERS.items():
                told = db.execute(
                    "UPDATE member SET language = ? WHERE email = ?", (language, email)
                )
                assert told.rowcount == 1
        yield address, database


@pytest.fixture
def come(chromium: Browser, demo: tuple[str, Path]) -> Iterator[Callable[..., Visitor]]:
    here: list[Visitor] = []

    def _come(language: Language, **rest: bool) -> Visitor:
        here.append(Visitor.with_browser(chromium, demo[0], language, **rest))
        here[-1].page.context.set_default_timeout(30_000)  # the demo works in the background too
        return here[-1]

    yield _come
    for each in here:
        each.page.context.close()


@pytest.mark.parametrize("language", list(Language))
def test_somebody_looks_after_their_own_account(
    come: Callable[..., Visitor], language: Language, tmp_path: Path
) -> None:
    owner, on_the_train = come(language), come(language, phone=True)
    email, device = OWNERS[language], Device.of(owner)

    codes = add_a_passkey(owner, email)
    go_in_with_it_alone(owner, device)
    go_in_with_it_after_the_password(owner, email)
    go_in_with_a_code_from_paper(on_the_train, email, codes[0])
    end_the_other_sign_in(owner, on_the_train)
    take_a_copy(owner, tmp_path)
    erase_everything(owner, device)


def add_a_passkey(owner: Visitor, email: str) -> list[str]:
    give_password(owner, email)
    to_passkeys(owner)
    owner.write("What do you call it?", "")
    button(owner, "Add this device").click()
    owner.sees("Please fill this in.")
    owner.complaints.clear()  # the browser tells of the refusal too
    owner.write("What do you call it?", "My <b>laptop</b>")
    owner.press("Add this device")
    owner.is_at("Your recovery codes")
    owner.hears("Your passkey opens your account from now on.")
    codes = owner.page.locator('input[name="codes"]').evaluate_all("all => all.map(e => e.value)")
    owner.follow("I have kept them")
    owner.reads("My <b>laptop</b>")
    owner.sees("not used yet")
    button(owner, "Add this device").click()
    owner.sees("This device has a passkey for your account already.")
    owner.press("Sign out", within="header")
    return list(codes)


def go_in_with_it_alone(owner: Visitor, device: Device) -> None:
    owner.open("/sign-in")
    device.lock()
    button(owner, "Sign in with a passkey").click()
    owner.sees("No passkey was shown. Try it again, or choose another way.")
    device.lock(is_locked=False)
    owner.press("Sign in with a passkey")
    assert owner.seen[-1] == "/home"
    to_passkeys(owner)
    assert owner.page.get_by_text(owner.say("not used yet")).count() == 0
    owner.press("Sign out", within="header")


def go_in_with_it_after_the_password(owner: Visitor, email: str) -> None:
    give_password(owner, email)
    owner.is_at("One more step")
    owner.press("Show my passkey")
    assert owner.seen[-1] == "/home"


def go_in_with_a_code_from_paper(owner: Visitor, email: str, code: str) -> None:
    give_password(owner, email)
    owner.sees("Show your passkey, or type a recovery code.")
    owner.write("Code", code)
    owner.press("Sign in")
    assert owner.seen[-1] == "/home"


def end_the_other_sign_in(owner: Visitor, other: Visitor) -> None:
    owner.open("/account")
    places = owner.page.locator("section", has=owner.page.locator("#where")).get_by_role("listitem")
    assert places.count() == 2
    elsewhere = owner.page.get_by_role("button", name=re.compile(owner.say("End this one")))
    owner.go_by(elsewhere.first)
    owner.hears("Signed out there.")
    other.open("/account")
    other.is_at("Sign in")


def take_a_copy(owner: Visitor, folder: Path) -> None:
    owner.open("/account")
    owner.follow("To my data")
    owner.press("Make my copy")
    ready = owner.page.get_by_role("button", name=owner.say("Download my copy"))
    for _ in range(READY):
        if ready.count():
            break
        owner.page.wait_for_timeout(1000)
        owner.page.reload()
    with owner.page.expect_download() as download:
        ready.click()
    download.value.save_as(folder / "copy.zip")
    with zipfile.ZipFile(folder / "copy.zip") as copy:
        texts = [copy.read(name).decode() for name in copy.namelist()]
    assert any("laptop" in text for text in texts)
    assert any(OWNERS[owner.language] in text for text in texts)


def erase_everything(owner: Visitor, device: Device) -> None:
    owner.open("/account/data")
    owner.follow("Erase my account", within="main")
    if owner.title == owner.say("Please show that it is you"):
        owner.press("Show my passkey")
    owner.is_at("Erase my account?")
    owner.tick("I understand that this cannot be undone")
    owner.press("Erase everything")
    owner.hears("Your account is closed, and within some minutes your data is erased. Farewell.")
    owner.open("/sign-in")
    assert device.holds_a_passkey
    button(owner, "Sign in with a passkey").click()
    owner.sees("This passkey was not accepted. Try it again, or sign in another way.")


def give_password(owner: Visitor, email: str) -> None:
    owner.open("/sign-in")
    owner.write("E-mail address", email)
    owner.write("Password", PASSWORD)
    owner.press("Sign in")


def to_passkeys(owner: Visitor) -> None:
    owner.open("/account")
    owner.follow("To my passkeys")


def button(owner: Visitor, label: str) -> Locator:
    return owner.page.locator("main").get_by_role("button", name=owner.say(label), exact=True)
