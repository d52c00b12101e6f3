"""Signing in and out."""

from uuid import UUID

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session
from werkzeug import Response

from matcher.foundation import clock
from matcher.foundation.words import N_, sentence
from matcher.members.browsers import describe
from matcher.members.duty import tell
from matcher.members.forms import SignInForm
from matcher.members.gate import is_required
from matcher.members.login import current_sign_in, forget, hasher, remember, wait
from matcher.members.models import Attempt, Member, SignIn
from matcher.members.policy import may_sign_out
from matcher.members.queries import find_by_email, find_sign_in, has_second_factor
from matcher.members.routes.guesses import count, guess_for, know_device, mark_of_browser
from matcher.members.routes.rooms import blueprint
from matcher.members.routes.ways import PROVIDER, provider, sign_in_page
from matcher.members.services.browsers import recognise_browser
from matcher.members.services.factors import HALF, begin_second_step
from matcher.members.services.signing_in import sign_in as begin_sign_in
from matcher.members.services.signing_in import sign_out
from matcher.web.destinations import own_page
from matcher.web.policy import Permit, allows, anyone
from matcher.web.session import reading, writing
from matcher.web.words import _

WRONG = N_("This address and this password do not belong together. Look at both again.")
TOO_MANY = N_(
    "There were too many tries. Wait a quarter of an hour, or choose a new password by mail: "
    "that always works."
)


@blueprint.get("/sign-in")
@anyone
def sign_in() -> ResponseReturnValue:
    if current_sign_in(reading()):
        return redirect(_onward(request.args.get("next")))
    return _page(SignInForm(request.args))


@blueprint.post("/sign-in")
@anyone
def enter() -> ResponseReturnValue:
    form = SignInForm()
    if not form.accepted():
        return _page(form)

    email = form.email.data or ""
    attempt_id = count(guess_for(email))
    if attempt_id is None:
        form.refuse(form.password, sentence(TOO_MANY))
        return sign_in_page(form), 429

    found = _check(email, form.password.data)
    if found is None:
        form.refuse(form.password, sentence(WRONG))
        return _page(form)
    return _enter(found, attempt_id, form)


@blueprint.post("/sign-out")
@allows(may_sign_out, loads=current_sign_in)
def leave(permit: Permit[Member, SignIn]) -> ResponseReturnValue:
    with writing() as db:
        _member, here = permit.within(db)
        left = here.level == PROVIDER and provider() is not None
        sign_out(db, here)

    response = redirect(url_for(".left" if left else "home.start"))
    forget(response)
    flash(_("You are signed out."))
    return response


def ask_to_sign_in(onward: str) -> str:
    """Ask whoever is not signed in to do so here and now; after that the page they asked for."""
    return sign_in_page(SignInForm(None, next=onward))


def let_in(db: Session, member: Member, *, level: str = "password", has_shown: bool = False) -> str:
    """Sign a member in within this deed, in place of whoever was signed in here before.

    Who wants a second step gets a token that opens that step only, whichever way they came; but
    not who is signed in here already, and so has shown both (`has_shown`: was, until this deed).
    """
    before = end_what_is_here(db)
    is_known = has_shown or before is member
    browser = describe(request.user_agent.string)
    if is_required():
        tell(member, now=clock.now())
    if not is_known and has_second_factor(db, member):
        return begin_second_step(db, member, now=clock.now(), browser=browser, level=level)
    return begin(db, member, browser=browser, level=level)


def end_what_is_here(db: Session) -> Member | None:
    """End this browser's sign-in, whose cookie it is about to lose; return whose it was."""
    before = current_sign_in(db)
    if before is None:
        return None
    sign_out(db, before)
    return before.member


def begin(db: Session, member: Member, *, browser: str, level: str) -> str:
    """Sign in whoever has shown all there is to show; write to them where the browser is new."""
    now = clock.now()
    recognise_browser(db, member, mark_of_browser(member.id), browser=browser, now=now)
    return begin_sign_in(db, member, now=now, browser=browser, level=level)


def go_in(token: str, email: str | None, onward: str) -> Response:
    """Send a browser on that was just let in; or to the second step, where one is asked for.

    Whose mail comes back is asked about it first, whichever door they came by.
    """
    if token.startswith(HALF):
        response = redirect(url_for(".second_step", next=onward))
        wait(response, token)
        return response
    here = find_sign_in(reading(), token, now=clock.now())
    if here and here.member.email_returned_at:
        onward = url_for(".address_back", next=onward)
    response = redirect(onward)
    remember(response, token)
    if email:
        know_device(response, email)
    return response


def _check(email: str, password: str) -> tuple[UUID, str] | None:
    """Find out who this is; takes as long for nobody. Return them with the hash that fitted."""
    member = find_by_email(reading(), email)
    kept = member.password_hash if member and member.disabled_at is None else None
    fits = hasher().check(kept, password)
    return (member.id, kept) if fits and member and kept else None


def _enter(found: tuple[UUID, str], attempt_id: UUID, form: SignInForm) -> ResponseReturnValue:
    member_id, kept = found
    fresh = hasher().hash(form.password.data) if hasher().is_outdated(kept) else kept
    with writing() as db:
        member = db.get_one(Member, member_id)
        db.get_one(Attempt, attempt_id).succeeded = True
        token = let_in(db, member) if member.password_hash == kept else None
        if token and fresh != kept:
            member.password_hash = fresh
    if token is None:  # changed in this very moment
        form.refuse(form.password, sentence(WRONG))
        return _page(form)
    return go_in(token, form.email.data, _onward(form.next.data))


def _onward(asked: str | None) -> str:
    return own_page(asked, url_for("home.mine"))


def _page(form: SignInForm) -> ResponseReturnValue:
    return sign_in_page(form), form.status
