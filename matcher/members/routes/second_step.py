"""The second step of signing in: a code of the app, one from paper, or a passkey (`passkey_doors`).

The cookie of this step opens this page and nothing else. Guesses are counted apart from those of
passwords: nobody gets here who does not know the first thing.
"""

from uuid import UUID

from flask import current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session
from werkzeug import Response

from matcher.audit.services import note
from matcher.foundation import clock
from matcher.foundation.words import N_, sentence
from matcher.members.forms import AppCodeForm
from matcher.members.login import hasher, step_cookie
from matcher.members.models import Attempt, Member, RecoveryCode, SecondStep
from matcher.members.queries import find_authenticator, find_recovery_code, find_second_step
from matcher.members.queries.passkeys import list_passkeys
from matcher.members.routes.doors import begin, end_what_is_here, go_in
from matcher.members.routes.guesses import count, guess_for
from matcher.members.routes.rooms import blueprint
from matcher.members.routes.ways import site
from matcher.members.services.factors import accept_code, accept_recovery, is_of_an_app, plain
from matcher.web.destinations import own_page
from matcher.web.policy import anyone
from matcher.web.session import reading, writing

WRONG = N_("This code does not fit, or was used before. Wait for the next one in your app.")
TOO_MANY = N_("There were too many tries. Wait a quarter of an hour, and try again.")


@blueprint.get("/sign-in/second-step")
@anyone
def second_step() -> ResponseReturnValue:
    step = the_step(reading())
    if step is None:
        return redirect(url_for(".sign_in", next=request.args.get("next")))
    return show(AppCodeForm(request.args), step.member)


@blueprint.post("/sign-in/second-step")
@anyone
def take_second_step() -> ResponseReturnValue:
    form, step = AppCodeForm(), the_step(reading())
    if step is None:
        return redirect(url_for(".sign_in", next=form.next.data))
    member = step.member
    if not form.accepted():
        return show(form, member)

    attempt_id = count(guess_for(member.email or str(member.id), about="second step"))
    if attempt_id is None:
        form.refuse(form.code, sentence(TOO_MANY))
        return show(form, member)[0], 429
    code = plain(form.code.data or "")
    kept = None if is_of_an_app(code) else _on_paper(member, code)
    token = _take(attempt_id, code, kept)
    if token is None:
        form.refuse(form.code, sentence(WRONG))
        return show(form, member)
    return go_on(token, member.email, form.next.data)


def finish(db: Session, step: SecondStep) -> str:
    """Sign in whoever has shown both things now, in place of whoever was signed in here meanwhile.

    Return the token for their browser.
    """
    end_what_is_here(db)
    token = begin(db, step.member, browser=step.browser, level=step.level)
    db.delete(step)
    return token


def go_on(token: str, email: str | None, asked: str | None) -> Response:
    """Send a browser on that has shown both things, and let it forget that it was halfway."""
    response = go_in(token, email, own_page(asked, url_for("home.mine")))
    response.delete_cookie(
        step_cookie(), secure=current_app.config["HTTPS"], httponly=True, samesite="Lax"
    )
    return response


def the_step(db: Session) -> SecondStep | None:
    """Return who has shown the first thing in this browser."""
    return find_second_step(db, request.cookies.get(step_cookie(), ""), now=clock.now())


def show(form: AppCodeForm, member: Member) -> tuple[str, int]:
    """Ask for the second thing: whatever this member has.

    Of the step itself nothing is shown: it may have been finished in another tab meanwhile.
    """
    db = reading()
    has_passkey = site() is not None and bool(list_passkeys(db, member))
    app = find_authenticator(db, member)
    has_app = app is not None and app.confirmed_at is not None
    page = render_template(
        "members/second_step.html", form=form, has_passkey=has_passkey, has_app=has_app
    )
    return page, form.status


def _take(attempt_id: UUID, code: str, kept: RecoveryCode | None) -> str | None:
    """Finish the sign-in that was half done, if the code is good; each code is good once."""
    with writing() as db:
        step = the_step(db)
        if step is None or not _accept(db, step.member, code, kept):
            return None
        db.get_one(Attempt, attempt_id).succeeded = True
        return finish(db, step)


def _accept(db: Session, member: Member, code: str, kept: RecoveryCode | None) -> bool:
    now = clock.now()
    if kept is None:
        return accept_code(db, member, code, now=now)
    if not accept_recovery(db, kept, now=now):
        return False
    note(db, "factor.used", member, by=member, at=now)
    return True


def _on_paper(member: Member, code: str) -> RecoveryCode | None:
    """Find the code from paper that this is. Slow on purpose, so not within `writing()`."""
    number = int(code[0]) if code[:1].isascii() and code[:1].isdigit() else -1
    kept = find_recovery_code(reading(), member, number)
    fits = hasher().check(kept.code_hash if kept else None, code)
    return kept if fits else None
