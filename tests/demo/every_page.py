"""Every page of the product, as somebody who may see it gets it.

First what the demo's people find by following links: pages as full as they are in life. Then, of
the small world that has one of everything, whatever nobody came upon in the demo.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit
from uuid import UUID

import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update
from sqlalchemy.orm import Session
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from matcher.demo.story import SIGN_INS
from matcher.foundation.text import fold
from matcher.foundation.words import Language
from matcher.members.models import Member
from matcher.members.services.signing_in import sign_in
from matcher.programmes.models.complete import SECTIONS
from matcher.proposals.models import MatchRun
from matcher.proposals.services.choosing import keep_chosen
from tests.access.table import IN, TABLE
from tests.access.test_access import token
from tests.access.world import ACTORS, World
from tests.factories.proposals import a_suggestion

LINK = re.compile(r'<a\s[^>]*?href="(/[^"?#]*)')
# A pair has a page for each of the two. What others are shown is seen once.
SIDES = {"mentee", "mentor"}
PEOPLE = ("visitor", "mentee", "mentor", "coordinator", "administrator")
# Files, and what a machine asks.
NO_PAGES = {"static", "health.live", "health.ready", "operations.metrics"}
# These come after a deed, with what it left in the browser.
AFTER_A_DEED = {"members.type_code", "members.mailed_link"} | {
    *("members.back", "members.connect_page", "members.prove_there"),
}
# One endpoint, several pages: these words in an address make another page of it.
WORDS = ("section", "step", "point_kind")


@dataclass(frozen=True)
class Kind:
    """What answers, and which of its pages."""

    endpoint: str
    page: str = ""


@dataclass
class Pages:
    """What was sent: by kind, and by who got it."""

    found: dict[tuple[Kind, str], tuple[str, TestResponse]] = field(default_factory=dict)
    # What answers with a file, a piece of a page, or the way to another page.
    others: set[str] = field(default_factory=set)

    def add(self, kind: Kind, who: str, path: str, page: TestResponse) -> None:
        """Keep it, unless somebody who is shown the same has it."""
        others = {each for known, each in self.found if known == kind}
        if not (others - SIDES if who in SIDES else others):
            self.found[kind, who] = path, page

    def missing(self, app: Flask) -> Iterator[tuple[Rule, Kind]]:
        """Tell which of the pages that somebody may be shown nobody came upon."""
        shown = {name for (name, method), row in TABLE.items() if method == "GET" and IN in row}
        have = {kind for kind, _who in self.found}
        for rule in app.url_map.iter_rules():
            if rule.endpoint in shown - NO_PAGES - AFTER_A_DEED - self.others and "GET" in (
                rule.methods or ()
            ):
                yield from ((rule, kind) for kind in _kinds(rule, have))


def _kinds(rule: Rule, have: set[Kind]) -> list[Kind]:
    if rule.endpoint == "enrolments.section":
        return [kind for each in SECTIONS if (kind := Kind(rule.endpoint, each)) not in have]
    return [] if rule.endpoint in {each.endpoint for each in have} else [Kind(rule.endpoint)]


def follow_links(app: Flask, db: Session, now: datetime, language: Language, pages: Pages) -> None:
    """Go through the demo, as a visitor and as each of its people, to one page of each kind."""
    db.execute(update(Member).values(language=language))
    addresses = {who: email for who, email, _password in SIGN_INS}
    with time_machine.travel(now, tick=False):
        for who in PEOPLE:
            email = fold(addresses.get(who, ""))
            member = db.scalar(select(Member).where(Member.email_key == email))
            browser = _browser(app, db, member, language, now)
            for kind, path, page in _walk(app, browser, "/home" if member else "/"):
                pages.add(kind, who, path, page)


def ask_the_world(  # noqa: PLR0913, PLR0917  # where, when, in which words, what is there already
    app: Flask, db: Session, world: World, now: datetime, language: Language, pages: Pages
) -> None:
    """Ask, in the small world, for what nobody came upon in the demo."""
    db.execute(update(Member).values(language=language))
    _choose_a_pair(db, world, now)
    with time_machine.travel(now, tick=False):
        for rule, kind in list(pages.missing(app)):
            path = _path(rule, kind, world)
            for who in _who_may(kind.endpoint):
                member = db.get(Member, world.members[who]) if who in world.members else None
                page = _browser(app, db, member, language, now).get(path)
                if _is_read(page):
                    pages.add(kind, who, path, page)
                    break
                if page.status_code in {200, 302}:
                    pages.others.add(kind.endpoint)
                    break


def _choose_a_pair(db: Session, world: World, now: datetime) -> None:
    """Tick a pair in the list of proposals: deciding about several begins there."""
    run = db.get_one(MatchRun, UUID(world.address["run_id"]))
    proposal = a_suggestion(run, "Ahmed", "Ingrid")
    db.add(proposal)
    db.flush()
    coordinator = db.get_one(Member, world.members["coordinator"])
    chosen = [f"{proposal.id.hex}.{proposal.version}"]
    keep_chosen(db, run, chosen, by=coordinator, now=now)


def _path(rule: Rule, kind: Kind, world: World) -> str:
    values = {**world.address, "token": token(kind.endpoint, world)}
    values["section"] = kind.page or "basics"
    built = rule.build({name: values[name] for name in rule.arguments})
    assert built, rule
    return built[1]


def _who_may(endpoint: str) -> Iterable[str]:
    row = zip(ACTORS, TABLE[endpoint, "GET"], strict=True)
    return [who for who, told in row if told == IN][::-1]


def _browser(
    app: Flask, db: Session, member: Member | None, language: Language, now: datetime
) -> FlaskClient:
    browser = app.test_client()
    browser.environ_base["HTTP_ACCEPT_LANGUAGE"] = language
    if member:
        browser.set_cookie("session", sign_in(db, member, now=now))
    db.commit()
    return browser


def _walk(app: Flask, browser: FlaskClient, start: str) -> Iterator[tuple[Kind, str, TestResponse]]:
    """Follow one link to each kind of page, and the links on it."""
    ways, been = [start], set[Kind]()
    for path in ways:
        kind = _kind(app, path)
        if kind in been or kind.endpoint in NO_PAGES:
            continue
        page = browser.get(path)
        if page.status_code == 302:
            ways.append(urlsplit(page.location).path)
        if page.status_code != 200:
            continue
        been.add(kind)
        if _is_read(page):
            yield kind, path, page
            ways += LINK.findall(page.text)


def _is_read(page: TestResponse) -> bool:
    return page.status_code == 200 and page.mimetype == "text/html" and "<html" in page.text


def _kind(app: Flask, path: str) -> Kind:
    try:
        endpoint, values = app.url_map.bind("localhost").match(path)
    except HTTPException:
        return Kind("static")
    return Kind(str(endpoint), " ".join(str(values[name]) for name in WORDS if name in values))
