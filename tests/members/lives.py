"""Random lives of sign-ins: acts of two members in three browsers, in any order.

A plain model beside the service says what must be left after each act. It knows no table and no
epoch: only what each act promises. After every act each token that was ever given is tried; and
passkeys that were taken away, and accounts elsewhere that are no longer connected, are tried too.
"""

import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from uuid import UUID

import pyotp
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session
from webauthn.helpers import bytes_to_base64url
from werkzeug.test import TestResponse

from matcher.foundation import clock
from matcher.foundation.doors import Doors
from matcher.jobs.models import Job
from matcher.members.login import current_sign_in
from matcher.members.models import (
    Authenticator,
    Grant,
    Member,
    Passkey,
    Purpose,
    Role,
    SignIn,
)
from matcher.members.queries import fingerprint
from matcher.members.services import signing_in
from matcher.members.services.factors import end_factors
from matcher.members.services.links import make_link
from matcher.members.services.mailed_links import MAILED
from matcher.members.work import WORK
from matcher.messages.models import Mail
from matcher.privacy.services.forgetting import forget
from matcher.privacy.tombstones import bury, forget_again
from matcher.web.session import reading
from tests.databases import ON_POSTGRES
from tests.factories import a_member, a_programme, an_administrator
from tests.factories.jobs import some_work
from tests.factories.members import PASSWORD, a_member_with_password
from tests.members.device import Device
from tests.members.handmade import Hostile, asked_in, claims_for, come, signed

BROWSERS, ACTS = 3, 12
MINUTE = timedelta(minutes=1)
LONG = timedelta(hours=13)
HALF_LASTS = timedelta(minutes=10)


@dataclass
class Token:
    """Something that a browser was given. `whole`: it is a sign-in, not half of one."""

    value: str
    who: str
    given: datetime
    whole: bool = True
    lives: bool = True


@dataclass
class Person:
    """What the model knows of a member."""

    id: UUID
    email: str
    password: str = PASSWORD
    app_since: datetime | None = None
    elsewhere_since: datetime | None = None
    passkeys: dict[bytes, datetime] = field(default_factory=dict)  # which open it, and since when
    is_open: bool = True
    coordinates: bool = False

    @property
    def has_second(self) -> bool:
        return self.app_since is not None or bool(self.passkeys)

    def lose_second(self) -> None:
        self.app_since = None
        self.passkeys.clear()

    def lose_what_is_newer(self, since: datetime) -> None:
        """Lose what was added since: it may be somebody else's."""
        self.passkeys = {key: made for key, made in self.passkeys.items() if made < since}
        if self.app_since and self.app_since >= since:
            self.app_since = None
        if self.elsewhere_since and self.elsewhere_since >= since:
            self.elsewhere_since = None


@dataclass
class Key:
    """A device with a passkey. Whether that still opens anything is another matter."""

    device: Device
    who: str


@dataclass
class Tally:
    """What was seen over many lives. `stale`: an ended token was accepted, after which act."""

    acts: Counter[str] = field(default_factory=Counter)
    tries: int = 0
    tokens: int = 0
    stale: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


class Life:
    """One life: its people, its browsers, and the model of what they may still open."""

    def __init__(
        self, app: Flask, db: Session, elsewhere: Hostile, tally: Tally, seed: int
    ) -> None:
        self.app, self.db, self.tally, self.dice = app, db, tally, Random(seed)  # noqa: S311
        self.elsewhere = elsewhere
        self.folder = Path(app.config["SETTINGS"].INSTANCE)
        self.browsers = [app.test_client() for _ in range(BROWSERS)]
        self.held: dict[FlaskClient, Token] = {}
        self.halves: dict[FlaskClient, Token] = {}
        self.given: list[Token] = []
        self.keys: list[Key] = []
        self.people, self.programme, self.administrator = self._settle()
        self.older: dict[str, Person] | None = None
        self.story: list[str] = [f"life {seed}"]

    def _settle(self) -> tuple[dict[str, Person], UUID, UUID]:
        yara, hanna, bea = (
            a_member_with_password("yara"),
            a_member_with_password("hanna"),
            an_administrator("Bea"),
        )
        programme = a_programme(contact=a_member("Somebody else"))
        grant = Grant(member=hanna, role=Role.COORDINATOR, given_at=clock.now())
        grant.programme_id = programme.id
        self.db.add_all([yara, hanna, bea, programme])
        self.db.commit()
        people = {
            "yara": Person(yara.id, yara.email or ""),
            "hanna": Person(hanna.id, hanna.email or "", coordinates=True),
        }
        return people, programme.id, bea.id

    # What people do

    def sign_in(self) -> None:
        browser, who = self._browser(), self._who()
        person = self.people[who]
        fields = {"email": person.email, "password": person.password}
        self._came_in(browser, who, browser.post("/sign-in", data=fields))

    def sign_in_by_mail(self) -> None:
        browser, who = self._browser(), self._who()
        person = self.people[who]
        if not person.is_open:
            return
        browser.post("/sign-in/mail", data={"email": person.email})
        link = self._mailed()
        self._came_in(browser, who, browser.post(link))

    def sign_in_by_passkey(self) -> None:
        """Any passkey that was ever made is shown: alone it is a whole sign-in."""
        if not self.keys:
            return
        browser, key = self._browser(), self.dice.choice(self.keys)
        page = self._show(browser, key, "/sign-in/passkey")
        self._hold(came_in=page.status_code == 302, may=self._opens_for(key, key.who))
        if page.status_code == 302:
            self._end(self.held.get(browser))
            self._take(browser, key.who)

    def sign_in_elsewhere(self) -> None:
        """Somebody comes from the provider, whether they are still connected or not."""
        browser, who = self._browser(), self._who()
        page = self._at_provider(browser, who, "/sign-in/provider")
        if page is None:
            return  # somebody is signed in here already
        person = self.people[who]
        may = person.is_open and person.elsewhere_since is not None
        self._hold(came_in=page.status_code == 302, may=may)
        self._came_in(browser, who, page)

    def show_the_second_thing(self) -> None:
        """Any half sign-in that was ever given tries to become a whole one."""
        halves = [each for each in self.given if not each.whole]
        if not halves:
            return
        half, key = self.dice.choice(halves), self.dice.choice([None, *self.keys])
        browser = next((b for b, held in self.halves.items() if held is half), None)
        browser = browser or self.app.test_client()
        browser.set_cookie("step", half.value)
        before = browser.get_cookie("session")
        if key is None:
            browser.post("/sign-in/second-step", data={"code": self._code(half.who)})
        else:
            self._show(browser, key, "/sign-in/second-step/passkey")
        after = browser.get_cookie("session")
        came_in = after is not None and (before is None or after.value != before.value)
        may = half.lives and (key is None or self._opens_for(key, half.who))
        if came_in or key is not None:  # a code is good once, and may have been used
            self._hold(came_in=came_in, may=may)
        if came_in and after:
            half.lives = False
            self._end(self.held.get(browser))
            self._give(browser, Token(after.value, half.who, clock.now()))

    def sign_out(self) -> None:
        if (held := self._somebody()) is not None:
            held[0].post("/sign-out")
            held[1].lives = False

    def end_others(self) -> None:
        if (held := self._somebody()) is not None:
            held[0].post("/account/sign-ins/end-others")
            self._end_all(held[1].who, but=held[1])

    def end_one(self) -> None:
        """End one of the sign-ins there are; another's are as if they did not exist."""
        held, whole = self._somebody(), [each for each in self.given if each.whole and each.lives]
        if held is None or not whole:
            return
        chosen = self.dice.choice(whole)
        mine = SignIn.fingerprint == fingerprint(chosen.value)
        row = self.db.scalar(select(SignIn.id).where(mine))
        self.db.rollback()
        held[0].post(f"/account/sign-ins/{row}/end")
        if chosen.who == held[1].who:
            chosen.lives = False

    def change_password(self) -> None:
        if (held := self._somebody()) is None:
            return
        browser, token = held
        person, fresh = self.people[token.who], f"{self.dice.random()} rode fietsen"
        fields = {"password-current": person.password, "password-password": fresh}
        page = browser.post("/account/password", data=fields)
        if page.status_code == 302:
            person.password = fresh
            self._end_all(token.who)
            self._take(browser, token.who)

    def reset_password(self) -> None:
        who = self._who()
        person, fresh = self.people[who], f"{self.dice.random()} groene fietsen"
        link = self._link(person, Purpose.RESET_PASSWORD)
        page = self._browser().post(f"/reset/{link}", data={"password": fresh})
        assert page.status_code == (302 if person.is_open else 404)
        if person.is_open:
            person.password = fresh
            self._end_all(who)

    def get_the_address_back(self) -> None:
        """Undo a change of address from the old mailbox: the password is worth nothing then."""
        self._take_back(Purpose.REVERT_EMAIL, "undo", self._browser())

    def disown(self) -> None:
        """Somebody is written of a new browser, and says from their mail that it is not theirs."""
        browser = self._browser()
        if self._take_back(Purpose.NOT_ME, "not-me", browser):
            self._end(self.held.get(browser))  # it forgets whoever was signed in there

    def begin_second_step(self) -> None:
        """Turn the second step on, where that may be done without showing a password first."""
        if (held := self._somebody()) is None or self.people[held[1].who].app_since:
            return
        browser, token = held
        begun = browser.post("/account/second-step/begin")
        if begun.location == "/account/second-step":
            code = self._code(token.who)
            page = browser.post("/account/second-step/confirm", data={"code": code})
            self.people[token.who].app_since = clock.now() if page.status_code == 200 else None

    def end_second_step(self) -> None:
        if (held := self._somebody()) is None:
            return
        browser, token = held
        page = browser.post("/account/second-step/end")
        if page.location in {"/account", "/account/passkeys"}:
            self.people[token.who].app_since = None
            self._end_halves_of_none(token.who)

    def add_a_passkey(self) -> None:
        if (held := self._somebody()) is None:
            return
        browser, token = held
        asked = browser.post("/account/passkeys/ask", data={"name": "Phone"})
        if asked.json is None:
            return  # they are to show first who they are
        device = Device()
        fields = {"answer": device.make(asked.json), "name": "Phone"}
        page = browser.post("/account/passkeys", data=fields)
        assert page.status_code == 200 or page.location == "/account/passkeys"
        self.keys.append(Key(device, token.who))
        self.people[token.who].passkeys[device.id] = clock.now()

    def end_a_passkey(self) -> None:
        """Take any passkey away; another's is as if it did not exist."""
        if (held := self._somebody()) is None or not self.keys:
            return
        browser, token = held
        key = self.dice.choice(self.keys)
        named = Passkey.credential == bytes_to_base64url(key.device.id)
        row = self.db.scalar(select(Passkey.id).where(named))
        self.db.rollback()
        page = browser.post(f"/account/passkeys/{row}/end")
        if page.location == "/account/passkeys":
            assert key.who == token.who
            self.people[token.who].passkeys.pop(key.device.id)
            self._end_halves_of_none(token.who)

    def connect_elsewhere(self) -> None:
        if (held := self._somebody()) is None:
            return
        browser, token = held
        page = self._at_provider(browser, token.who, "/account/provider")
        if page is not None:
            assert page.location == "/account#provider", page.text
            person = self.people[token.who]
            person.elsewhere_since = person.elsewhere_since or clock.now()

    def disconnect_elsewhere(self) -> None:
        if (held := self._somebody()) is not None:
            held[0].post("/account/provider/end")
            self.people[held[1].who].elsewhere_since = None

    # What others do

    def lose_the_phone(self) -> None:
        """Whoever runs the service takes the second step away, as `end-second-step` does."""
        who = self._who()
        member = self._member(self.people[who].id)
        end_factors(self.db, member, by=None, now=clock.now())
        signing_in.end_every_sign_in(member)
        self.db.commit()
        self.people[who].lose_second()
        self._end_all(who)

    def be_signed_out(self) -> None:
        """An administrator ends somebody's sign-ins, or takes their second step away as well."""
        who = self._who()
        person, what = self.people[who], self.dice.choice(("sign-ins/end", "second-step/reset"))
        given = {"end-reason": "asked", "reset-reason": "asked", "reset-made_sure": "called"}
        page = self._as_administrator(f"/installation/accounts/{person.id}/{what}", **given)
        is_to_be = person.is_open and (what == "sign-ins/end" or person.has_second)
        assert page.status_code == 302 if is_to_be else page.status_code != 422
        if page.status_code == 302 and what != "sign-ins/end":
            person.lose_second()
        if page.status_code == 302:
            self._end_all(who)

    def dismiss(self) -> None:
        hanna = self.people["hanna"]
        page = self._as_administrator(f"{self._team()}/dismiss", email=hanna.email)
        if page.status_code == 302 and hanna.coordinates:
            hanna.coordinates = False
            self._end_all("hanna")

    def name_again(self) -> None:
        hanna = self.people["hanna"]
        if self._as_administrator(self._team(), email=hanna.email).status_code == 302:
            hanna.coordinates = True

    def close_the_account(self) -> None:
        if (held := self._somebody()) is None:
            return
        browser, token = held
        page = browser.post("/account/erase", data={"understood": "y"})
        if page.location == "/":
            self.people[token.who].is_open = False
            self._end_all(token.who)

    def erase(self) -> None:
        """Forget whoever closed their account, and promise it outside the database."""
        for person in [each for each in self.people.values() if not each.is_open]:
            bury(self.folder, person.id, at=clock.now())
            forget(self.db, self._member(person.id))
            self.db.commit()

    def keep_a_backup(self) -> None:
        if ON_POSTGRES:
            return
        self._copy(self._file(), self.folder / "older.db")
        self.older = deepcopy(self.people)

    def restore(self) -> None:
        """Put the backup back, with what `matcher restore` does to it first."""
        if self.older is None:
            return
        older = self.folder / "restored.db"
        shutil.copyfile(self.folder / "older.db", older)
        forget_again(f"sqlite:///{older}", self.folder)
        doors = Doors.to(f"sqlite:///{older}")
        with doors.writing() as db:
            signing_in.end_what_came_back(db, now=clock.now())
        doors.close()
        self._copy(older, self._file())
        self.db.expire_all()
        erased = {name for name, each in self.people.items() if not each.is_open}
        self.people = deepcopy(self.older)
        for name in erased & self._buried():
            self.people[name].is_open = False
        for who in self.people:
            self._end_all(who)

    def wait_long(self) -> None:
        """Half a day without use ends everything."""
        self.clock.shift(LONG)
        for who in self.people:
            self._end_all(who)

    # How a life goes

    def live(self, begin: datetime, among: "list[Act] | None" = None) -> None:
        acts = [*ALWAYS, *self.dice.choices(among or ALL, k=ACTS - len(ALWAYS))]
        with time_machine.travel(begin, tick=False) as self.clock:
            for act in acts:
                self.clock.shift(self.dice.choice((1, 2, 4)) * MINUTE)
                self.story.append(act.__name__)
                act(self)
                self.tally.acts[act.__name__] += 1
                self._age()
                for each in self.given:
                    self._judge(each, self._recognised(each))
            for each in self.given:
                self._judge(each, self._opens(each))
        self.tally.tokens += len(self.given)

    def _judge(self, token: Token, member_id: UUID | None) -> None:
        self.tally.tries += 1
        may = token.whole and token.lives
        if member_id is not None and (not may or member_id != self.people[token.who].id):
            self.tally.stale.append("; ".join(self.story))
        if member_id is None and may:
            self.tally.refused.append("; ".join(self.story))

    def _recognised(self, token: Token) -> UUID | None:
        """Ask the service who this is, as every page begins."""
        cookie = {"Cookie": f"session={token.value}; step={token.value}"}
        with self.app.test_request_context("/account", headers=cookie):
            here = current_sign_in(reading())
            return here.member_id if here else None

    def _opens(self, token: Token) -> UUID | None:
        """Ask for a page with it."""
        browser = self.app.test_client()
        for name in ("session", "step"):
            browser.set_cookie(name, token.value)
        page = browser.get("/account")
        if page.status_code != 200:
            return None
        shown = [name for name in self.people if f'value="{name}"' in page.text]
        assert len(shown) == 1, shown
        return self.people[shown[0]].id

    def _age(self) -> None:
        for each in self.given:
            if not each.whole and clock.now() - each.given >= HALF_LASTS:
                each.lives = False

    def _browser(self) -> FlaskClient:
        return self.dice.choice(self.browsers)

    def _who(self) -> str:
        return self.dice.choice(list(self.people))

    def _somebody(self) -> tuple[FlaskClient, Token] | None:
        """Choose a browser in which somebody is signed in."""
        living = [(browser, held) for browser, held in self.held.items() if held.lives]
        return self.dice.choice(living) if living else None

    def _came_in(self, browser: FlaskClient, who: str, page: TestResponse) -> None:
        """Note what the browser was given: nothing, half a sign-in, or a whole one."""
        if page.status_code != 302:
            return
        before, person = self.held.get(browser), self.people[who]
        is_here = before is not None and before.lives and before.who == who
        self._end(before)
        if person.has_second and not is_here:
            cookie = browser.get_cookie("step")
            half = Token(cookie.value if cookie else "", who, clock.now(), whole=False)
            self.given.append(half)
            self.halves[browser] = half
        else:
            self._take(browser, who)

    def _take(self, browser: FlaskClient, who: str) -> None:
        cookie = browser.get_cookie("session")
        self._give(browser, Token(cookie.value if cookie else "", who, clock.now()))

    def _give(self, browser: FlaskClient, token: Token) -> None:
        self.given.append(token)
        self.held[browser] = token

    def _end(self, token: Token | None) -> None:
        if token is not None:
            token.lives = False

    def _end_all(self, who: str, *, but: Token | None = None) -> None:
        for each in self.given:
            if each.who == who and each is not but and (each.whole or but is None):
                each.lives = False

    def _end_halves_of_none(self, who: str) -> None:
        """Whoever has nothing to show any more is not waited for either."""
        for each in self.given:
            if each.who == who and not each.whole and not self.people[who].has_second:
                each.lives = False

    def _hold(self, *, came_in: bool, may: bool) -> None:
        """Note it when a way in is open that should be shut, or shut that should be open."""
        self.tally.tries += 1
        if came_in and not may:
            self.tally.stale.append("; ".join([*self.story, "came in"]))
        if may and not came_in:
            self.tally.refused.append("; ".join([*self.story, "was kept out"]))

    def _opens_for(self, key: Key, who: str) -> bool:
        return self.people[who].is_open and key.device.id in self.people[who].passkeys

    def _show(self, browser: FlaskClient, key: Key, path: str) -> TestResponse:
        """Let a device show its passkey, if the browser is asked for one at all."""
        asked = browser.post(f"{path}/ask")
        if asked.status_code != 200 or asked.json is None:
            return asked
        return browser.post(path, data={"answer": key.device.show(asked.json)})

    def _at_provider(self, browser: FlaskClient, who: str, begin: str) -> TestResponse | None:
        """Go to the provider and back as somebody; nothing where one is not sent there."""
        location = str(browser.get(begin).location)
        if not location.startswith(self.elsewhere.issuer):
            return None
        asked, person = asked_in(location), self.people[who]
        # Vouching for no address, it opens what it is connected to and nothing else.
        claims = claims_for(self.elsewhere, asked) | {"sub": str(person.id), "email": ""}
        self.elsewhere.token = signed(claims)
        return come(browser, asked, code=f"code {asked['state']}")

    def _take_back(self, purpose: Purpose, page: str, browser: FlaskClient) -> bool:
        """Take an account back, from a mail of a while ago: what was added since then goes too."""
        person = self.people[who := self._who()]
        since = clock.now() - self.dice.choice((0, 3, 30)) * MINUTE
        answer = browser.post(f"/{page}/{self._link(person, purpose, since=since)}")
        # A change of address waits for its confirmation for a day at most.
        since -= timedelta(days=1) if purpose is Purpose.REVERT_EMAIL else timedelta()
        assert answer.status_code == (302 if person.is_open else 404)
        if person.is_open:
            person.password = ""
            person.lose_what_is_newer(since)
            self._end_all(who)
        return person.is_open

    def _member(self, member_id: UUID) -> Member:
        """Find a member as they are now, whatever pages have changed meanwhile."""
        self.db.rollback()
        self.db.expire_all()
        return self.db.get_one(Member, member_id)

    def _link(self, person: Person, purpose: Purpose, *, since: datetime | None = None) -> str:
        """Return the token of a link as it would be mailed, now or a while ago."""
        member = self._member(person.id)
        link = make_link(self.db, member, purpose, now=since or clock.now(), lasts=60 * MINUTE)
        self.db.commit()
        return link

    def _code(self, who: str) -> str:
        mine = Authenticator.member_id == self.people[who].id
        kept = self.db.scalar(select(Authenticator).where(mine))
        secret = kept.secret if kept else None
        self.db.rollback()
        return pyotp.TOTP(secret).at(clock.now()) if secret else "000000"

    def _mailed(self) -> str:
        """Let the job mail its link, and return its address."""
        settings = self.app.config["SETTINGS"]
        job = self.db.scalars(select(Job).where(Job.kind == MAILED)).one()
        who, payload = job.subject_id, job.payload
        self.db.delete(job)
        self.db.commit()
        work = some_work(settings, who, now=clock.now(), payload=payload)
        WORK[MAILED](work)
        work.doors.close()
        newest = select(Mail).order_by(Mail.created_at.desc(), Mail.id).limit(1)
        letter = self.db.scalars(newest).one().letter or {}
        self.db.rollback()
        return f"/sign-in/mail/{letter['button']['values']['token']}"

    def _as_administrator(self, address: str, **fields: str) -> TestResponse:
        member = self._member(self.administrator)
        token = signing_in.sign_in(self.db, member, now=clock.now())
        self.db.commit()
        browser = self.app.test_client()
        browser.set_cookie("session", token)
        answer = browser.post(address, data=fields)
        assert answer.status_code in {302, 404, 409, 422}, answer.status_code
        return answer

    def _team(self) -> str:
        return f"/coordination/{self.programme}/programme/team"

    def _file(self) -> Path:
        return Path(self.app.config["SETTINGS"].database.removeprefix("sqlite:///"))

    def _copy(self, from_: Path, to: Path) -> None:
        self.db.rollback()
        with closing(sqlite3.connect(from_)) as source, closing(sqlite3.connect(to)) as target:
            source.backup(target)

    def _buried(self) -> set[str]:
        erased = self.folder / "erased"
        text = erased.read_text() if erased.exists() else ""
        return {name for name, each in self.people.items() if str(each.id) in text}


Act = Callable[[Life], None]
# Each life begins with somebody in two places, or there would be little to end.
ALWAYS: list[Act] = [Life.sign_in, Life.sign_in]
ALL: list[Act] = [
    *(Life.sign_in, Life.sign_in, Life.sign_in, Life.sign_in_by_mail, Life.sign_out),
    *(Life.show_the_second_thing, Life.show_the_second_thing, Life.end_others, Life.end_one),
    *(Life.change_password, Life.reset_password, Life.get_the_address_back, Life.wait_long),
    *(Life.begin_second_step, Life.begin_second_step, Life.end_second_step, Life.lose_the_phone),
    *(Life.add_a_passkey, Life.add_a_passkey, Life.sign_in_by_passkey, Life.sign_in_by_passkey),
    *(Life.connect_elsewhere, Life.sign_in_elsewhere, Life.sign_in_elsewhere),
    *(Life.end_a_passkey, Life.disconnect_elsewhere),
    *(Life.dismiss, Life.name_again, Life.close_the_account, Life.erase),
    *(Life.be_signed_out, Life.disown),
    *(Life.keep_a_backup, Life.restore),
]
