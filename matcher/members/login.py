"""Who is signed in, in this browser: the one doorway to flask-login, which ships no types."""

from contextlib import suppress
from datetime import datetime, timedelta
from uuid import UUID

from flask import Flask, Request, current_app, redirect, session, url_for
from flask_login import AnonymousUserMixin, LoginManager, UserMixin, current_user
from sqlalchemy import update
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.orm.attributes import instance_state
from werkzeug import Response

from matcher.foundation import clock
from matcher.members.models import Member, SignIn
from matcher.members.passwords import Hasher
from matcher.members.queries import Here, find_sign_in, recognise
from matcher.web.behind import asked, house, kept
from matcher.web.session import reading
from matcher.web.words import speak

# How exactly we know when a sign-in was last used. More often would write with every page.
TOUCHED = timedelta(minutes=5)
# How long somebody who proved who they are may do what a borrowed browser must not.
FRESH = timedelta(minutes=10)


class SignedIn(UserMixin):  # type: ignore[misc]  # UserMixin is untyped
    """What flask-login needs to know, kept out of the models."""

    def __init__(self, here: Here) -> None:
        self.id = here.id
        self.here: Here | None = here


class Logins(LoginManager):  # type: ignore[misc]  # LoginManager is untyped
    """Knows people by our cookie alone: of the other ways that it has, none is looked for."""

    def _load_user(self) -> None:
        self._update_request_context_with_user(self._load_user_from_request(asked()))

    def _update_remember_cookie(self, response: Response) -> Response:
        return response


def init_app(app: Flask) -> None:
    logins = Logins()
    logins.request_loader(_recognise)
    logins.init_app(app, add_context_processor=False)  # templates meet no entities
    app.extensions["hasher"] = Hasher(app.config["SETTINGS"].ARGON2_MEMORY_KIB)
    app.before_request(_speak_their_language)
    app.after_request(_remember_the_visit)


def hasher() -> Hasher:
    """Return what makes and checks password hashes. Never within `writing()`: it takes long."""
    kept: Hasher = current_app.extensions["hasher"]
    return kept


def current_here() -> Here | None:
    """Return who looks at this page: asked for once, and again after something was written."""
    here = kept()
    somebody: SignedIn | AnonymousUserMixin | None = here.get("somebody")
    if somebody is None:
        somebody = here.somebody = current_user._get_current_object()  # noqa: SLF001  # its public name, as Werkzeug says
    if not isinstance(somebody, SignedIn):
        return None
    if somebody.here and instance_state(somebody.here.member).expired:
        somebody.here = recognise(reading(), _token(), now=clock.now())
    return somebody.here


def current_sign_in(db: Session, *, seen_by: Member | None = None) -> SignIn | None:
    """Return this browser's sign-in, unless it has ended meanwhile."""
    if db is reading():
        here = current_here()
        found = db.get(SignIn, here.id) if here else None
    else:
        found = find_sign_in(db, _token(), now=clock.now())
    return found if found and seen_by in {None, found.member} else None


def current_member(db: Session) -> Member | None:
    here = current_here() if db is reading() else recognise(db, _token(), now=clock.now())
    return here.member if here else None


def prove_first(onward: str, *, within: timedelta = FRESH) -> Response | None:
    """Return the way to prove oneself once more and come back, or nothing while that is fresh."""
    here = current_here()
    if here and here.proven_at and clock.now() - here.proven_at < within:
        return None
    return redirect(url_for("members.prove", next=onward))


def cookie() -> str:
    """Name the cookie: only https may use the prefix that ties it to this host and path."""
    return "__Host-session" if house().config["HTTPS"] else "session"


def remember(response: Response, token: str) -> None:
    """Let this browser keep its sign-in, and forget what it was given before it."""
    session.clear()  # with it the seed of forms: what was made before does not outlive signing in
    response.set_cookie(
        cookie(), token, secure=current_app.config["HTTPS"], httponly=True, samesite="Lax"
    )


def forget(response: Response) -> None:
    """Let this browser forget its sign-in, and the pages it has kept."""
    session.clear()
    response.delete_cookie(
        cookie(), secure=current_app.config["HTTPS"], httponly=True, samesite="Lax"
    )
    response.headers["Clear-Site-Data"] = '"cache"'


def wait(response: Response, token: str) -> None:
    """Let this browser keep who has shown the first thing, until the second is shown too."""
    session.clear()
    response.set_cookie(
        step_cookie(), token, secure=current_app.config["HTTPS"], httponly=True, samesite="Lax"
    )


def step_cookie() -> str:
    return "__Host-step" if current_app.config["HTTPS"] else "step"


def expect(member_id: UUID) -> None:
    """Remember that this browser has just signed somebody up: it may go on once they confirm."""
    session["signed_up"] = str(member_id)


def is_expected(member: Member) -> bool:
    return session.get("signed_up") == str(member.id)


def _token() -> str:
    return asked().cookies.get(cookie(), "")


def _recognise(_request: Request) -> SignedIn | None:
    here = recognise(reading(), _token(), now=clock.now())
    return SignedIn(here) if here else None


def _speak_their_language() -> None:
    """Before any page: a member reads in their own language and time zone."""
    if asked().endpoint in {"static", "health.live"}:
        return
    here = current_here()
    if here:
        speak(here.member.language)
        kept().zone = here.member.zone
        kept().touch = here.id if clock.now() - here.seen_at > TOUCHED else None


def _remember_the_visit(response: Response) -> Response:
    """Note that a sign-in is in use, once the page has gone out: nobody waits for that."""
    sign_in_id = kept().get("touch")
    if sign_in_id:
        door = house().extensions["write"]
        response.call_on_close(lambda: _touch(door, sign_in_id, clock.now()))
    return response


def _touch(door: "sessionmaker[Session]", sign_in_id: UUID, now: datetime) -> None:
    # When nothing can be written now, the next page tries again.
    with suppress(OperationalError), door.begin() as db:
        db.execute(update(SignIn).where(SignIn.id == sign_in_id).values(seen_at=now))
