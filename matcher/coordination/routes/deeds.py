"""What the pages of doing something for a pairing have in common."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session
from wtforms import Field

from matcher.coordination.forms.caring import CareForm
from matcher.coordination.routes.rooms import Overseen
from matcher.coordination.services.caring import Deed
from matcher.coordination.views.caring import DeedPage
from matcher.feedback.queries import find_signal
from matcher.feedback.queries.signals import OpenSignal
from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.members.models import Member
from matcher.pairings.models import Pairing
from matcher.web.session import reading, writing
from matcher.web.words import _


def page_of(permit: Overseen, *, title: str, lead: str, submit: str, **more: Any) -> DeedPage:
    pairing = permit.seen[1]
    names = {"mentee": pairing.mentee.name, "mentor": pairing.mentor.name}
    return DeedPage(
        programme_id=pairing.programme_id,
        pairing_id=pairing.id,
        pair=_("%(mentee)s and %(mentor)s", **names),
        title=title,
        lead=lead,
        submit=submit,
        **more,
    )


def show(page: DeedPage, form: CareForm) -> ResponseReturnValue:
    return render_template("coordination/deed.html", page=page, form=form), form.status


def asked_signal() -> str:
    """Return the signal that the address of this page names: carried along by the form."""
    return request.args.get("signal", "")


def signal_of(
    db: Session, seen: tuple[Member, Pairing], signal_id: UUID | None
) -> OpenSignal | None:
    """Find the signal it is about, if it is one of this pairing that this person may see."""
    member, pairing = seen
    if signal_id is None:
        return None
    found = find_signal(db, pairing.programme_id, signal_id, seen_by=member)
    return found if found and found.signal.pairing_id == pairing.id else None


def who_first(permit: Overseen, form: CareForm) -> str:
    """Return on which side the person stands whom the signal is about."""
    member, pairing = permit.seen
    found = signal_of(reading(), (member, pairing), form.signal_id())
    side = pairing.side_of(found.member) if found and found.member else None
    return str(side or "mentee")


def do(
    permit: Overseen,
    form: CareForm,
    act: Callable[[Session, Deed], object],
    *,
    did: str,
    beside: Field,
) -> ResponseReturnValue | None:
    """Do it and go on to telling whoever signalled; nothing when a rule stands in the way."""
    try:
        with writing() as db:
            member, pairing = permit.within(db)
            found = signal_of(db, (member, pairing), form.signal_id())
            signal_id = found.signal.id if found else None
            act(db, Deed(pairing=pairing, by=member, now=clock.now(), signal_id=signal_id))
            is_open = found is not None and found.signal.handled_at is None
    except RuleBroken as refused:
        form.refuse(beside, refused.sentence)
        return None
    return _onwards(permit, signal_id if is_open else None, did)


def _onwards(permit: Overseen, signal_id: UUID | None, did: str) -> ResponseReturnValue:
    if signal_id is None:
        flash(_("Done, and kept with this pair."))
        return redirect(url_for(".pair", **permit.address))
    flash(_("Done. Now tell what happened, and this signal is finished."))
    programme_id = permit.address["programme_id"]
    return redirect(
        url_for("feedback.signal", programme_id=programme_id, signal_id=signal_id, did=did)
    )
