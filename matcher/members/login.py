"""Who is signed in, in this browser: the one doorway to flask-login, which ships no types."""

from flask import Flask, Request, current_app, g
from flask_login import LoginManager, UserMixin, current_user
from sqlalchemy.orm import Session
from werkzeug import Response

from matcher.foundation import clock
from matcher.members.models import Member, SignIn
from matcher.members.queries import find_sign_in
from matcher.web.session import reading
from matcher.web.words import speak


class SignedIn(UserMixin):  # type: ignore[misc]  # UserMixin is untyped
    """What flask-login needs to know, kept out of the models."""

    def __init__(self, here: SignIn) -> None:
        self.id = here.id


def init_app(app: Flask) -> None:
    logins = LoginManager()
    logins.session_protection = None  # nothing about signing in is kept in Flask's own cookie
    logins.request_loader(_recognise)
    logins.init_app(app, add_context_processor=False)  # templates meet no entities
    app.before_request(_speak_their_language)


def current_sign_in(db: Session, *, seen_by: Member | None = None) -> SignIn | None:
    """Return this browser's sign-in, unless it has ended meanwhile."""
    if not current_user.is_authenticated:
        return None
    if db is reading():  # recognised in this very session: asked for once per page
        here = db.get(SignIn, current_user.id)
    else:
        here = find_sign_in(db, _token(), now=clock.now())
    return here if here and seen_by in {None, here.member} else None


def current_member(db: Session) -> Member | None:
    here = current_sign_in(db)
    return here.member if here else None


def cookie() -> str:
    """Name the cookie: only https may use the prefix that ties it to this host and path."""
    return "__Host-session" if current_app.config["HTTPS"] else "session"


def remember(response: Response, token: str) -> None:
    response.set_cookie(
        cookie(), token, secure=current_app.config["HTTPS"], httponly=True, samesite="Lax"
    )


def forget(response: Response) -> None:
    response.delete_cookie(
        cookie(), secure=current_app.config["HTTPS"], httponly=True, samesite="Lax"
    )


def _token() -> str:
    from flask import request  # noqa: PLC0415  # keeps the name free for _recognise's argument

    return request.cookies.get(cookie(), "")


def _recognise(request: Request) -> SignedIn | None:
    here = find_sign_in(reading(), request.cookies.get(cookie(), ""), now=clock.now())
    return SignedIn(here) if here else None


def _speak_their_language() -> None:
    """Before any page: a member reads in their own language and time zone."""
    member = current_member(reading())
    if member:
        speak(member.language)
        g.zone = member.zone
