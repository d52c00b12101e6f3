"""No form of a programme or a sign-up breaks, whoever sends it and whatever is in it."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matcher.guidance.tips import Side
from matcher.programmes.models import Enrolment
from matcher.programmes.models.complete import SECTIONS
from matcher.programmes.models.lacks import PROGRAMME_SECTIONS
from tests.conftest import Browse, Keep
from tests.factories import an_administrator
from tests.factories.programmes import a_draft, a_programme_that_asks
from tests.programmes.sending import send


@pytest.fixture
def draft(keep: Keep) -> Enrolment:
    draft = a_draft(Side.MENTOR, programme=a_programme_that_asks(("vog", 36)))
    keep(draft)
    return draft


def addresses(draft: Enrolment) -> Iterator[str]:
    """Name every address of this area that takes a form."""
    of_mine = f"/enrolments/{draft.id}"
    yield from (f"{of_mine}/{section}" for section in SECTIONS)
    yield from (f"{of_mine}/{section}/autosave" for section in SECTIONS)
    yield from (f"{of_mine}/{deed}" for deed in ("check", "pause", "resume", "withdraw"))
    here = f"/coordination/{draft.programme_id}"
    yield from (f"{here}/programme/{section}" for section in PROGRAMME_SECTIONS)
    yield from (f"{here}/programme/{deed}" for deed in ("open", "close", "team", "team/dismiss"))
    person = f"{here}/people/{draft.id}"
    deeds = ("ground", "note", "reminder", "shown/vog", "shown/vog/erase")
    yield from (f"{person}/{deed}" for deed in deeds)
    yield from (f"{here}/people/new", "/coordination/programmes/new")
    yield f"/programmes/{draft.programme.address}/sign-up"


NAMES = st.sampled_from(
    [
        *("role", "phone", "piece1", "piece99", "goal", "topics", "slots", "meets", "place"),
        *("languages", "places", "note", "why", "go", "q", "agree", "version", "until", "words"),
        *("name_en", "name_nl", "weeks", "starts_on", "modes", "rules", "objective", "floor"),
        *("criterion_topics", "rhythm_days", "cadence_weeks", "answer_days", "contact", "email"),
        *("consent_en", "consent_nl", "vog_sides", "vog_months", "done_on", "expires_on"),
        *("ground", "side", "sides", "name", "language", "password", "coordinator", "page"),
    ]
)
VALUES = st.one_of(
    st.sampled_from(["", "y", "1", "0", "mentor", "next", "more", "nl", "vog", "2026-01-01"]),
    st.sampled_from(
        ["9" * 30, "abc", "a\r\nb", "9999-12-31", "a\ud800b", "a\x00b", "much " * 50_000]
    ),
    st.text(st.characters(codec=None), max_size=12),
)


@pytest.mark.parametrize("who", ["member", "coordinator", "administrator", "visitor"])
def test_no_form_breaks_whoever_sends_it_and_whatever_is_in_it(
    who: str, draft: Enrolment, browse: Browse, app: Flask
) -> None:
    people: dict[str, Callable[[], FlaskClient]] = {
        "member": lambda: browse(draft.member),
        "coordinator": lambda: browse(draft.programme.contact),
        "administrator": lambda: browse(an_administrator()),
        "visitor": app.test_client,
    }
    browser = people[who]()

    @settings(
        max_examples=60,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
    @given(
        address=st.sampled_from(list(addresses(draft))),
        fields=st.dictionaries(NAMES, st.lists(VALUES, max_size=2), max_size=6),
    )
    def _send_it(address: str, fields: dict[str, list[str]]) -> None:
        assert send(browser, address, fields).status_code < 500

    _send_it()


@pytest.mark.parametrize("body", [b"\xff\xfe\x00", b"a=%", b"=&=&&&", b"role=%zz", b"x" * 70_000])
def test_a_body_that_is_no_form_breaks_nothing(
    body: bytes, draft: Enrolment, browse: Browse
) -> None:
    browser = browse(draft.member)

    for kind in ("application/x-www-form-urlencoded", "multipart/form-data", "text/plain"):
        page = browser.post(f"/enrolments/{draft.id}/about", data=body, content_type=kind)
        assert page.status_code < 500


@pytest.mark.parametrize("number", ["9" * 30, "abc", "-1", "%00", "%ED%A0%80"])
def test_numbers_that_are_no_ids_are_not_found(
    number: str, draft: Enrolment, browse: Browse
) -> None:
    browser = browse(draft.member)

    for address in (f"/enrolments/{number}/about", f"/coordination/{number}/people"):
        assert browser.get(address).status_code == 404


def test_more_pieces_than_there_are_break_nothing(draft: Enrolment, browse: Browse) -> None:
    browser = browse(draft.member)

    for pieces in ("9" * 30, "9" * 5000, "abc", "-1"):
        page = browser.get(f"/enrolments/{draft.id}/words?pieces={pieces}")
        assert page.status_code == 200
        assert page.text.count("<textarea") <= 8
