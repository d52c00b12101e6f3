"""Single sign-on with a real provider: coming in, connecting, proving, leaving."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from matcher.foundation import clock
from matcher.members.models import Identity, Member, SignIn
from matcher.messages.models import Mail
from tests.conftest import Browse, Keep
from tests.factories import NOW, a_member
from tests.members.conftest import AtProvider, use_provider
from tests.members.provider import PEOPLE
from tests.members.test_mailed import do_the_work, is_in
from tests.members.test_second_step import set_up

pytestmark = pytest.mark.usefixtures("with_provider")


def come_back(
    browser: FlaskClient, at: AtProvider, begin: str = "/sign-in/provider"
) -> TestResponse:
    """Go to the provider and back, and press the button there."""
    back = at.go(str(browser.get(begin).location))
    assert browser.get(back).status_code == 200
    said = {name: values[0] for name, values in parse_qs(urlsplit(back).query).items()}
    return browser.post("/sign-in/provider/back", data=said)


def yara() -> Member:
    member = a_member("Yara Amrani")
    member.email = member.email_key = PEOPLE["yara"]
    return member


def the_code(db: Session) -> str:
    letter = db.scalars(select(Mail)).one().letter or {}
    db.commit()
    return str(letter["paragraphs"][2]["values"]["code"])


def test_the_question_carries_state_nonce_and_pkce(with_provider: Flask) -> None:
    address = str(with_provider.test_client().get("/sign-in/provider").location)

    asked = parse_qs(urlsplit(address).query)
    assert asked["response_type"] == ["code"]
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["scope"] == ["openid email profile"]
    assert min(len(asked[each][0]) for each in ("state", "nonce", "code_challenge")) >= 43


def test_the_first_time_the_accounts_own_mailbox_must_agree(
    with_provider: Flask, keep: Keep, db: Session, at_provider: AtProvider
) -> None:
    keep(yara())
    browser = with_provider.test_client()

    page = come_back(browser, at_provider)
    was_in = is_in(browser)
    do_the_work(with_provider, db)
    browser.post("/sign-in/code", data={"code": the_code(db)})

    assert page.location == "/sign-in/code"
    assert not was_in, "a mail address alone opens nothing"
    assert is_in(browser)
    assert db.scalars(select(Identity)).one().member.email == PEOPLE["yara"]


def test_from_then_on_it_opens_the_account_whatever_its_address_is_now(
    with_provider: Flask, keep: Keep, db: Session, at_provider: AtProvider, browse: Browse
) -> None:
    member = yara()
    connected = come_back(browse(member), at_provider, "/account/provider")
    member.email = member.email_key = "elsewhere@example.org"
    somebody = a_member()
    somebody.email = somebody.email_key = PEOPLE["yara"]
    keep(somebody)
    browser = with_provider.test_client()

    page = come_back(browser, at_provider, "/sign-in/provider?next=/account?a=1")

    assert connected.location == "/account#provider"
    assert page.location == "/account?a=1"
    here = db.scalars(select(SignIn).order_by(SignIn.created_at.desc())).first()
    assert here
    assert (here.member_id, here.level) == (member.id, "provider")


def test_whoever_wants_a_second_step_is_asked_for_it_here_as_well(
    with_provider: Flask, at_provider: AtProvider, browse: Browse, db: Session
) -> None:
    at_home = browse(yara())
    come_back(at_home, at_provider, "/account/provider")
    set_up(at_home, db)
    browser = with_provider.test_client()

    page = come_back(browser, at_provider)

    assert page.location == "/sign-in/second-step?next=/home"
    assert not is_in(browser)


def test_whoever_has_no_account_is_told_so(with_provider: Flask, at_provider: AtProvider) -> None:
    at_provider.login = "stranger"
    browser = with_provider.test_client()

    page = come_back(browser, at_provider)

    assert page.status_code == 409
    assert "There is no account here" in page.text


def test_where_anyone_may_enter_an_account_is_begun(
    app: Flask, real_provider: str, at_provider: AtProvider, db: Session
) -> None:
    use_provider(app, real_provider, OIDC_ENTRY="anyone")
    at_provider.login = "stranger"
    browser = app.test_client()

    come_back(browser, at_provider)

    assert is_in(browser)
    member = db.scalars(select(Member)).one()
    assert (member.name, member.email) == ("Stranger Amrani", PEOPLE["stranger"])


def test_a_closed_account_stays_closed(
    with_provider: Flask, db: Session, at_provider: AtProvider, browse: Browse
) -> None:
    member = yara()
    come_back(browse(member), at_provider, "/account/provider")
    member.disabled_at = NOW
    db.commit()
    browser = with_provider.test_client()

    assert come_back(browser, at_provider).status_code == 409
    assert not is_in(browser)


def test_one_account_there_opens_one_account_here(
    db: Session, at_provider: AtProvider, browse: Browse
) -> None:
    come_back(browse(yara()), at_provider, "/account/provider")

    page = come_back(browse(a_member()), at_provider, "/account/provider")

    assert page.status_code == 409
    assert len(db.scalars(select(Identity)).all()) == 1


def test_connecting_asks_first_who_it_is(browse: Browse, db: Session) -> None:
    browser = browse(yara())
    db.scalars(select(SignIn)).one().proven_at = clock.now() - timedelta(hours=1)
    db.commit()

    assert str(browser.get("/account/provider").location).startswith("/account/prove")


def test_proving_there_means_typing_the_password_again(
    browse: Browse, db: Session, at_provider: AtProvider
) -> None:
    browser = browse(yara())
    come_back(browser, at_provider, "/account/provider")
    here = db.scalars(select(SignIn)).one()
    here.proven_at = None
    db.commit()

    address = str(browser.get("/account/prove/provider?next=/account").location)
    page = come_back(browser, at_provider, "/account/prove/provider?next=/account")

    assert {"prompt=login", "max_age=60"} <= set(urlsplit(address).query.split("&"))
    assert page.location == "/account"
    db.refresh(here)
    assert here.proven_at


def test_somebody_elses_account_there_proves_nothing(
    browse: Browse, db: Session, at_provider: AtProvider
) -> None:
    browser = browse(yara())
    come_back(browser, at_provider, "/account/provider")
    here = db.scalars(select(SignIn)).one()
    here.proven_at = None
    db.commit()
    at_provider.login = "stranger"
    at_provider.browser.cookies.clear()

    page = come_back(browser, at_provider, "/account/prove/provider")

    assert page.status_code == 409
    db.refresh(here)
    assert here.proven_at is None


def test_signing_out_offers_to_sign_out_there_as_well(
    with_provider: Flask, browse: Browse, at_provider: AtProvider, real_provider: str
) -> None:
    come_back(browse(yara()), at_provider, "/account/provider")
    browser = with_provider.test_client()
    come_back(browser, at_provider)

    page = browser.get(str(browser.post("/sign-out").location))

    assert f"{real_provider}/oauth/end_session?client_id=" in page.text
    assert not is_in(browser)


def test_disconnecting_ends_it(browse: Browse, db: Session, at_provider: AtProvider) -> None:
    browser = browse(yara())
    come_back(browser, at_provider, "/account/provider")

    browser.post("/account/provider/end")

    assert db.scalars(select(Identity)).all() == []


def test_no_token_of_the_provider_is_kept(browse: Browse, at_provider: AtProvider) -> None:
    browser = browse(yara())
    come_back(browser, at_provider, "/account/provider")

    with browser.session_transaction() as kept:
        assert set(kept) <= {"_flashes", "csrf_token"}
    assert {column.name for column in Identity.__table__.columns} == {
        *("id", "member_id", "issuer", "subject", "since")
    }
