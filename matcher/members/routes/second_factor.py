"""Setting up a second step for signing in, its codes on paper, and taking it away again."""

from flask import Response, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.foundation.words import N_, sentence
from matcher.members.duty import looks_after_others
from matcher.members.forms import AppCodeForm, PressForm
from matcher.members.gate import current_duty, is_required
from matcher.members.login import hasher, prove_first
from matcher.members.models import Attempt, Member
from matcher.members.policy import is_oneself
from matcher.members.queries import (
    count_recovery_codes,
    find_authenticator,
    find_me,
    has_second_factor,
)
from matcher.members.queries.passkeys import list_passkeys
from matcher.members.routes.guesses import count, guess_for
from matcher.members.routes.rooms import blueprint
from matcher.members.routes.second_step import TOO_MANY
from matcher.members.routes.ways import site
from matcher.members.services.factors import (
    LETTERS,
    TEN,
    begin_authenticator,
    confirm_authenticator,
    end_app,
    keep_codes,
    new_codes,
    plain,
)
from matcher.members.views import SecondFactor, second_factor_view
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _

Myself = Permit[Member, Member]
NOT_IT = N_("This is not the code of now. Look whether the clock of your phone is right.")


@blueprint.get("/account/second-step")
@allows(is_oneself, loads=find_me)
def second_factor(permit: Myself) -> ResponseReturnValue:
    return prove_first(url_for(".second_factor")) or _page(permit, AppCodeForm(None))


@blueprint.post("/account/second-step/begin")
@allows(is_oneself, loads=find_me)
def begin_factor(permit: Myself) -> ResponseReturnValue:
    if first := prove_first(url_for(".second_factor")):
        return first
    with writing() as db:
        member, _me = permit.within(db)
        begin_authenticator(db, member, now=clock.now())
    return redirect(url_for(".second_factor"))


@blueprint.post("/account/second-step/confirm")
@allows(is_oneself, loads=find_me)
def confirm_factor(permit: Myself) -> ResponseReturnValue:
    """Let the app count once a code of it came, and show the codes on paper: this once."""
    if first := prove_first(url_for(".second_factor")):
        return first
    form = AppCodeForm()
    if not form.accepted():
        return _page(permit, form)
    member, _me = permit.seen
    attempt_id = count(guess_for(member.email or str(member.id), about="second step"))
    if attempt_id is None:
        form.refuse(form.code, sentence(TOO_MANY))
        return _page(permit, form)
    codes = new_codes()
    hashes = [hasher().hash(code) for code in codes]
    with writing() as db:
        member, _me = permit.within(db)
        code, now = plain(form.code.data or ""), clock.now()
        is_it = confirm_authenticator(db, member, code, now=now)
        if is_it:
            db.get_one(Attempt, attempt_id).succeeded = True
            keep_codes(db, member, hashes, now=now)
    if is_it:
        return codes_page(codes, url_for(".second_factor"))
    form.refuse(form.code, sentence(NOT_IT))
    return _page(permit, form)


@blueprint.post("/account/second-step/codes")
@allows(is_oneself, loads=find_me)
def renew_codes(permit: Myself) -> ResponseReturnValue:
    if first := prove_first(url_for(".second_factor")):
        return first
    member, _me = permit.seen
    if not has_second_factor(reading(), member):
        return redirect(url_for(".second_factor"))
    codes = new_codes()
    hashes = [hasher().hash(code) for code in codes]
    with writing() as db:
        member, _me = permit.within(db)
        keep_codes(db, member, hashes, now=clock.now())
    onward = url_for(".second_factor" if _page_of(permit).is_on else ".passkeys")
    return codes_page(codes, onward)


@blueprint.post("/account/second-step/codes/file")
@allows(is_oneself, loads=find_me)
def download_codes(_permit: Myself) -> ResponseReturnValue:
    """Give the codes of the page back as a file; we could not read them from what we keep."""
    given = [plain(each) for each in request.form.getlist("codes")[:TEN]]
    known = [each for each in given if set(each[1:]) <= set(LETTERS) and each[:1].isdigit()]
    text = "".join(f"{each}\n" for each in ["Samen Sterk", "", *spaced(known)])
    response = Response(text, content_type="text/plain; charset=utf-8")
    response.headers["Content-Disposition"] = "attachment; filename=samen-sterk-codes.txt"
    return response


@blueprint.get("/account/second-step/end")
@allows(is_oneself, loads=find_me)
def ending_factor(permit: Myself) -> ResponseReturnValue:
    if first := prove_first(url_for(".ending_factor")):
        return first
    if not _page_of(permit).is_on:
        return redirect(url_for(".second_factor"))
    member, _me = permit.seen
    return render_template(
        "members/ending_factor.html",
        form=PressForm(),
        is_needed=_is_needed(permit),
        has_passkey=bool(list_passkeys(reading(), member)),
    )


@blueprint.post("/account/second-step/end")
@allows(is_oneself, loads=find_me)
def end_factor(permit: Myself) -> ResponseReturnValue:
    if first := prove_first(url_for(".ending_factor")):
        return first
    is_needed = _is_needed(permit)
    with writing() as db:
        member, _me = permit.within(db)
        end_app(db, member, now=clock.now())
        is_off = not has_second_factor(db, member)
    if is_needed and is_off:
        flash(_("Taken away. Set up the new one now."))
        return redirect(url_for(".second_factor"))
    if not is_off:
        flash(_("Taken away. Your passkeys open your account as before."))
        return redirect(url_for(".passkeys"))
    flash(_("Signing in takes your password only, from now on."))
    return redirect(url_for(".account"))


def codes_page(codes: list[str], onward: str) -> str:
    """Show codes on paper, this once, and go on from there."""
    return render_template("members/recovery_codes.html", codes=spaced(codes), onward=onward)


def spaced(codes: list[str]) -> list[str]:
    """Write codes as they are easy to copy: such as 3abcde fghjk.

    Their first digit stands against the rest, or it would be taken for the number of a line.
    """
    return [f"{each[:6]} {each[6:]}" for each in codes]


def _is_needed(permit: Myself) -> bool:
    member, _me = permit.seen
    return is_required() and looks_after_others(member)


def _page_of(permit: Myself) -> SecondFactor:
    member, _me = permit.seen
    db = reading()
    kept = find_authenticator(db, member)
    left = count_recovery_codes(db, member) if kept and kept.confirmed_at else 0
    return second_factor_view(member, kept, left)


def _page(permit: Myself, form: AppCodeForm) -> ResponseReturnValue:
    page = _page_of(permit)
    at = current_app.config["SETTINGS"].host
    shown = render_template(
        "members/second_factor.html",
        page=page,
        form=form,
        at=at,
        duty=current_duty(),
        has_passkeys=site() is not None,
    )
    return shown, form.status
