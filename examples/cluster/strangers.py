"""Somebody who guesses a password, now at the one web process and now at the other."""

from http import HTTPStatus

from examples.cluster.browsing import Browser, Form, Site
from examples.cluster.telling import say
from matcher.members.services.throttle import A_WHILE, ACCOUNT_LIMITS

ADDRESS = "beheer1@example.org"


def guess(site: Site) -> None:
    """Guess until it is refused: both processes count together."""
    for number in range(ACCOUNT_LIMITS[A_WHILE] + 1):
        browser = Browser(site, f"10.0.1.{number}")
        token = Form(browser.get("/sign-in").text).hidden["csrf_token"]
        sent = {"csrf_token": token, "email": ADDRESS, "password": "een goede gok, hoop ik"}
        answer = browser.post("/sign-in", sent)
    if answer.status_code != HTTPStatus.TOO_MANY_REQUESTS:
        raise AssertionError(f"The two count guesses apart: {answer.status_code}")
    say(f"A stranger at both: {number} guesses, then no more.")
