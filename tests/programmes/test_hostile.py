"""Whatever is sent: a page that says what to mend, with what was typed, never a failure."""

from collections.abc import Mapping

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from matcher.guidance.tips import Side
from matcher.programmes.models import Enrolment
from matcher.programmes.models.complete import SECTIONS
from tests.conftest import Browse, Keep
from tests.factories.members import PASSWORD
from tests.factories.programmes import FILLED, a_draft, a_programme_that_asks
from tests.programmes.sending import Fields, send

# What each kind of form wants besides the text that is tried.
TEXTS: dict[str, tuple[str, Fields]] = {
    "about": ("role", FILLED["about"]),
    "words": ("piece1", FILLED["words"]),
    "practical": ("place", FILLED["practical"]),
    "wishes": ("note", {**FILLED["wishes"], "places": "1"}),
    "goal": ("goal", FILLED["words"]),
}
LINES = {"about", "practical"}
HOSTILE: Mapping[str, str] = {
    "nul": "a\x00b",
    "half a letter": "a\ufffdb",  # what a browser sends in its place
    "a bell": "a\x07b",
    "private": "a\ue000b",
    "too long": "much " * 50_000,
}


@pytest.fixture
def draft(keep: Keep) -> Enrolment:
    draft = a_draft(Side.MENTOR, programme=a_programme_that_asks(("vog", 36)))
    keep(draft)
    return draft


@pytest.fixture
def mentee(keep: Keep) -> Enrolment:
    mentee = a_draft()
    keep(mentee)
    return mentee


@pytest.mark.parametrize("what", HOSTILE)
@pytest.mark.parametrize("name", TEXTS)
def test_text_that_is_none_is_refused_beside_its_field(
    name: str, what: str, mentee: Enrolment, browse: Browse
) -> None:
    field, fields = TEXTS[name]
    section = name if name in SECTIONS else "words"

    page = send(
        browse(mentee.member),
        f"/enrolments/{mentee.id}/{section}",
        {**fields, field: HOSTILE[what]},
    )

    assert page.status_code == 422
    assert f'href="#{field}"' in page.text
    assert "field-error" in page.text


@pytest.mark.parametrize("name", sorted(LINES))
def test_a_name_of_two_lines_is_refused_and_a_text_of_two_lines_is_not(
    name: str, mentee: Enrolment, browse: Browse, db: Session
) -> None:
    browser = browse(mentee.member)
    field, fields = TEXTS[name]

    line = send(browser, f"/enrolments/{mentee.id}/{name}", {**fields, field: "One\r\nBcc: two"})
    text = send(
        browser, f"/enrolments/{mentee.id}/words", {**FILLED["words"], "piece1": "One\r\ntwo"}
    )

    assert line.status_code == 422
    assert "Please write this on one line." in line.text
    assert text.status_code == 302
    db.refresh(mentee)
    assert mentee.statements[0] == "One\ntwo"


@pytest.mark.parametrize("what", ["nul", "half a letter", "too long"])
@pytest.mark.parametrize("section", ["basics", "consent", "contact"])
def test_programmes_take_no_such_text_either(
    section: str, what: str, draft: Enrolment, browse: Browse
) -> None:
    programme = draft.programme
    field = {"basics": "name_en", "consent": "consent_nl", "contact": "contact_phone"}[section]
    good = {"name_en": "One", "name_nl": "Een", "consent_en": "Yes.", "consent_nl": "Ja."}
    numbers = {"emergency_phone": "112", "crisis_line": "113"}
    contact = {"contact": programme.contact.email or ""}

    page = send(
        browse(programme.contact),
        f"/coordination/{programme.id}/programme/{section}",
        {**good, **numbers, **contact, field: HOSTILE[what]},
    )

    assert page.status_code == 422
    assert f'href="#{field}"' in page.text


@pytest.mark.parametrize("what", ["nul", "half a letter", "too long"])
@pytest.mark.parametrize("field", ["name", "email"])
def test_nor_does_the_first_page_of_a_sign_up(
    field: str, what: str, draft: Enrolment, app: Flask
) -> None:
    good: Fields = {
        "sides": ["mentee"],
        "name": "Yara",
        "email": "yara@example.org",
        "password": PASSWORD,
    }

    page = send(
        app.test_client(),
        f"/programmes/{draft.programme.address}/sign-up",
        {**good, field: HOSTILE[what]},
    )

    assert page.status_code == 422
    assert f'href="#{field}"' in page.text


def test_half_a_letter_sent_as_it_is_is_refused_too(mentee: Enrolment, browse: Browse) -> None:
    part = b'--x\r\nContent-Disposition: form-data; name="role"\r\n\r\na\xed\xa0\x80b\r\n--x--\r\n'

    page = browse(mentee.member).post(
        f"/enrolments/{mentee.id}/about", data=part, content_type="multipart/form-data; boundary=x"
    )

    assert page.status_code == 422
    assert "Some letters were lost on their way. Please type it again." in page.text
