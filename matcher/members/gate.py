"""One gate before every page: who puts a required second step off for too long gets no further.

New pages lie behind it by themselves. What stays in reach is named here, and read line by line.
"""

from datetime import datetime

from flask import Flask, redirect, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.members.duty import Duty, looks_after_others, told_at
from matcher.members.login import current_here
from matcher.members.models import Member
from matcher.members.queries import has_second_factor
from matcher.web.behind import asked, house

SETTING_IT_UP = {
    "members.second_factor",
    "members.begin_factor",
    "members.confirm_factor",
    "members.download_codes",
    *("members.passkeys", "members.ask_to_add", "members.keep_passkey"),
    # Before that they show once more who they are.
    "members.prove",
    "members.prove_now",
    "members.prove_there",
    *("members.ask_to_prove", "members.prove_with_passkey"),
    *("members.app_proof", "members.prove_with_app"),
    *("members.mail_proof", "members.mailed_proof", "members.prove_by_mail"),
    "members.back",
    "members.arrive_from_provider",
}
GOING = {"members.leave", "members.left", "members.sign_in", "members.choose_language"}
HELP = {
    *("home.how", "home.tips", "home.privacy", "home.accessibility", "home.organisations"),
    # Nobody is kept from telling what is wrong, nor from answering behind a link of their own.
    *("feedback.concern", "feedback.send_concern", "feedback.open", "feedback.answer"),
    *("members.not_me_page", "members.not_me"),
}
# About nobody.
MACHINERY = {"static", "health.live", "health.ready", "operations.metrics", "reporting.take"}
IN_REACH = frozenset({*SETTING_IT_UP, *GOING, *HELP, *MACHINERY})


def init_app(app: Flask) -> None:
    app.before_request(_hold_back)


def current_duty() -> Duty | None:
    """Return what whoever is signed in here still has to set up, if anything."""
    here = current_here()
    if here is None or here.has_second_factor:
        return None
    return _duty(here.member, otherwise_told=here.created_at)


def is_overdue(db: Session, member: Member) -> bool:
    """Tell it of a member who is not signed in: for what opens by a link of theirs."""
    duty = None if has_second_factor(db, member) else _duty(member, otherwise_told=clock.now())
    return duty is not None and duty.is_over


def is_required() -> bool:
    """Tell whether this installation requires a second step of whoever looks after others."""
    return house().config["SETTINGS"].second_step_days is not None


def _duty(member: Member, *, otherwise_told: datetime) -> Duty | None:
    settings, now = house().config["SETTINGS"], clock.now()
    days = settings.second_step_days
    if days is None or not looks_after_others(member):
        return None
    if settings.MODE == "demo":  # everybody's there to look around, and nobody's to lock
        return Duty.since(now, days=max(days, 1), now=now)
    return Duty.since(told_at(member, otherwise=otherwise_told), days=days, now=now)


def _hold_back() -> ResponseReturnValue | None:
    page = asked().endpoint
    if page is None or page in IN_REACH:
        return None
    duty = current_duty()
    return redirect(url_for("members.second_factor"), 303) if duty and duty.is_over else None
