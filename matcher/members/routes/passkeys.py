"""One's own passkeys: adding one, what each is called, and taking one away."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.foundation.engines import PASSING
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, Sentence, sentence
from matcher.members.browsers import describe
from matcher.members.duty import looks_after_others
from matcher.members.forms import AddPasskeyForm, PasskeyNameForm, PressForm
from matcher.members.gate import is_required
from matcher.members.keys import NOT_AT_A_NUMBER, NOT_BELIEVED, Site
from matcher.members.login import hasher, prove_first
from matcher.members.models import Member, Passkey, PasskeyFor
from matcher.members.policy import has_passkey, is_oneself
from matcher.members.queries import count_recovery_codes, find_me
from matcher.members.queries.passkeys import find_own_passkey, list_passkeys
from matcher.members.routes.asking import here, known, question, question_answered, said_no
from matcher.members.routes.rooms import blueprint
from matcher.members.routes.second_factor import codes_page
from matcher.members.routes.ways import site
from matcher.members.services.factors import keep_codes, new_codes
from matcher.members.services.passkeys import add_passkey, end_passkey, refuse_too_many
from matcher.members.views import passkey_view
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _, said

NOT_SAVED = N_("The passkey was not saved.")
HALF_MADE = N_(
    "If your device made one that is not in the list here, it opens nothing: delete it on your "
    "device, and try again."
)
Myself = Permit[Member, Member]
Mine = Permit[Member, Passkey]


@blueprint.get("/account/passkeys")
@allows(is_oneself, loads=find_me)
def passkeys(permit: Myself) -> ResponseReturnValue:
    suggested = describe(request.user_agent.string)
    return prove_first(url_for(".passkeys")) or _page(permit, AddPasskeyForm(None, name=suggested))


@blueprint.post("/account/passkeys/ask")
@allows(is_oneself, loads=find_me)
def ask_to_add(permit: Myself) -> ResponseReturnValue:
    """Tell the browser how to make a passkey; only once its name is one we can keep."""
    from matcher.members.passkeys import to_make  # noqa: PLC0415  # slow to import

    member, _me = permit.seen
    if first := prove_first(url_for(".passkeys")):
        return first
    form = PasskeyNameForm()
    if not form.accepted():
        return said_no(form.name.errors[0] if form.name.errors else "")
    mine = list_passkeys(reading(), member)
    try:
        refuse_too_many(mine)
    except RuleBroken as refused:
        return said_no(refused.sentence, 409)
    challenge = question(PasskeyFor.ADDING)
    who = member.email or member.name
    return to_make(here(), owner=member.id.bytes, name=who, challenge=challenge, known=known(mine))


@blueprint.post("/account/passkeys")
@allows(is_oneself, loads=find_me)
def keep_passkey(permit: Myself) -> ResponseReturnValue:
    """Keep the passkey that was made. With the first second factor come codes on paper.

    Where it cannot be kept, the device has it all the same: so the page says what to do there.
    """
    if first := prove_first(url_for(".passkeys")):
        return first
    form, site = AddPasskeyForm(), here()
    if not form.accepted():
        return _page(permit, form)
    try:
        codes = _keep(permit, form, site)
    except RuleBroken as refused:
        return _not_kept(permit, form, refused.sentence), 409
    except PASSING:
        return _not_kept(permit, form, sentence(NOT_SAVED)), 503, {"Retry-After": "60"}
    flash(_("Your passkey opens your account from now on."))
    if codes:
        return codes_page(codes, url_for(".passkeys"))
    return redirect(url_for(".passkeys"))


@blueprint.get("/account/passkeys/<uuid:passkey_id>")
@allows(has_passkey, loads=find_own_passkey)
def passkey(permit: Mine) -> ResponseReturnValue:
    _member, kept = permit.seen
    return _one(permit, PasskeyNameForm(None, name=kept.name))


@blueprint.post("/account/passkeys/<uuid:passkey_id>")
@allows(has_passkey, loads=find_own_passkey)
def rename_passkey(permit: Mine) -> ResponseReturnValue:
    form = PasskeyNameForm()
    if not form.accepted():
        return _one(permit, form)
    with writing() as db:
        _member, kept = permit.within(db)
        kept.name = form.name.data or kept.name
    flash(_("Saved."))
    return redirect(url_for(".passkeys"))


@blueprint.get("/account/passkeys/<uuid:passkey_id>/end")
@allows(has_passkey, loads=find_own_passkey)
def ending_passkey(permit: Mine) -> ResponseReturnValue:
    member, kept = permit.seen
    first = prove_first(url_for(".ending_passkey", passkey_id=kept.id))
    return first or render_template(
        "members/ending_passkey.html",
        page=passkey_view(kept),
        is_needed=is_required() and looks_after_others(member),
        form=PressForm(),
    )


@blueprint.post("/account/passkeys/<uuid:passkey_id>/end")
@allows(has_passkey, loads=find_own_passkey)
def take_passkey_away(permit: Mine) -> ResponseReturnValue:
    _member, kept = permit.seen
    if first := prove_first(url_for(".ending_passkey", passkey_id=kept.id)):
        return first
    with writing() as db:
        _member, kept = permit.within(db)
        end_passkey(db, kept, now=clock.now())
    flash(_("This passkey opens nothing here any more. You can delete it from your device too."))
    return redirect(url_for(".passkeys"))


def _keep(permit: Myself, form: AddPasskeyForm, site: Site) -> list[str]:
    """Keep a passkey, and return the codes on paper that come with the first second factor."""
    from matcher.members.passkeys import made  # noqa: PLC0415  # slow to import

    asked = question_answered(PasskeyFor.ADDING)
    passkey = made(site, form.answer.data or "", challenge=asked.challenge)
    member, _me = permit.seen
    codes = [] if count_recovery_codes(reading(), member) else new_codes()
    hashes = [hasher().hash(code) for code in codes]
    with writing() as db:
        member, _me = permit.within(db)
        add_passkey(db, member, form.name.data or "", passkey, now=clock.now())
        if hashes:
            keep_codes(db, member, hashes, now=clock.now())
    return codes


def _not_kept(permit: Myself, form: AddPasskeyForm, why: Sentence) -> str:
    """Say why it was not kept, and what to do with what the device may hold."""
    is_vague = why.text == NOT_BELIEVED
    form.form_errors += [said(sentence(NOT_SAVED) if is_vague else why), said(sentence(HALF_MADE))]
    return _page(permit, form)[0]


def _page(permit: Myself, form: AddPasskeyForm) -> tuple[str, int]:
    member, _me = permit.seen
    mine, db = list_passkeys(reading(), member), reading()
    page = render_template(
        "members/passkeys.html",
        passkeys=[passkey_view(each) for each in mine],
        form=form,
        left=count_recovery_codes(db, member) if mine else 0,
        why_not="" if site() else said(NOT_AT_A_NUMBER),
    )
    return page, form.status


def _one(permit: Mine, form: PasskeyNameForm) -> ResponseReturnValue:
    _member, kept = permit.seen
    page = render_template("members/passkey.html", page=passkey_view(kept), form=form)
    return page, form.status
