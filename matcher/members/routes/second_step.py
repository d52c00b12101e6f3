"""The second step of signing in: a code of the app, or one from paper.

The cookie of this step opens this page and nothing else. Guesses are counted apart from those of
passwords: nobody gets here who does not know the first thing.
"""

from uuid import UUID

from flask import current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation import clock
from matcher.foundation.words import N_, sentence
from matcher.members.forms import AppCodeForm
from matcher.members.login import hasher, step_cookie
from matcher.members.models import Attempt, Member, RecoveryCode, SecondStep
from matcher.members.queries import find_recovery_code, find_second_step
from matcher.members.routes.doors import go_in
from matcher.members.routes.guesses import count, guess_for
from matcher.members.routes.rooms import blueprint
from matcher.members.services.factors import accept_code, accept_recovery, is_of_an_app, plain
from matcher.members.services.signing_in import sign_in
from matcher.web.destinations import own_page
from matcher.web.policy import anyone
from matcher.web.session import reading, writing

WRONG = N_("This code does not fit, or was used before. Wait for the next one in your app.")
TOO_MANY = N_("There were too many tries. Wait a quarter of an hour, and try again.")


@blueprint.get("/sign-in/second-step")
@anyone
def second_step() -> ResponseReturnValue:
    if _step(reading()) is None:
        return redirect(url_for(".sign_in", next=request.args.get("next")))
    return _page(AppCodeForm(request.args))


@blueprint.post("/sign-in/second-step")
@anyone
def take_second_step() -> ResponseReturnValue:
    form, step = AppCodeForm(), _step(reading())
    if step is None:
        return redirect(url_for(".sign_in", next=form.next.data))
    if not form.accepted():
        return _page(form)

    member = step.member
    attempt_id = count(guess_for(member.email or str(member.id), about="second step"))
    if attempt_id is None:
        form.refuse(form.code, sentence(TOO_MANY))
        return _page(form)[0], 429
    code = plain(form.code.data or "")
    kept = None if is_of_an_app(code) else _on_paper(member, code)
    token = _take(attempt_id, code, kept)
    if token is None:
        form.refuse(form.code, sentence(WRONG))
        return _page(form)
    response = go_in(token, member.email, own_page(form.next.data, url_for("home.mine")))
    response.delete_cookie(
        step_cookie(), secure=current_app.config["HTTPS"], httponly=True, samesite="Lax"
    )
    return response


def _take(attempt_id: UUID, code: str, kept: RecoveryCode | None) -> str | None:
    """Finish the sign-in that was half done, if the code is good; each code is good once."""
    now = clock.now()
    with writing() as db:
        step = _step(db)
        if step is None or not _accept(db, step.member, code, kept):
            return None
        db.get_one(Attempt, attempt_id).succeeded = True
        token = sign_in(db, step.member, now=now, browser=step.browser, level=step.level)
        db.delete(step)
        return token


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


def _step(db: Session) -> SecondStep | None:
    return find_second_step(db, request.cookies.get(step_cookie(), ""), now=clock.now())


def _page(form: AppCodeForm) -> tuple[str, int]:
    return render_template("members/second_step.html", form=form), form.status
