"""What the check-in's pages have in common: the form, and the page that says thank you."""

from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue

from matcher.feedback.answers import read_pulse
from matcher.feedback.forms.pulse import EnteredForm, PulseForm, pulse_form
from matcher.feedback.known import IN_A_ROW, Known
from matcher.feedback.models import CheckIn
from matcher.feedback.queries.leaves import find_leave
from matcher.feedback.raising import is_early
from matcher.feedback.views.pulse import PulsePage, pulse_page
from matcher.foundation import clock
from matcher.guidance.tips import Side
from matcher.web.session import reading
from matcher.web.words import language

# An unsafe answer or a wish to talk brings help on the screen at once.
UNSAFE = 1


def shown(check_in: CheckIn) -> PulsePage:
    leave = find_leave(reading(), check_in.pairing_id, check_in.member_id)
    return pulse_page(check_in, language(), leave, now=clock.now())


def own_form(page: PulsePage, kept: dict[str, Any] | None = None) -> PulseForm:
    """Make the form; `kept` are one's own answers, for whoever is signed in as themself."""
    return pulse_form(
        page.questions,
        partner=page.partner,
        contact=page.help.contact,
        kept=kept,
        asks_leave=page.may_lend and page.lends is None,
    )


def entered_form(page: PulsePage) -> EnteredForm:
    form = pulse_form(
        page.questions, partner=page.partner, contact=page.help.contact, kind=EnteredForm
    )
    assert isinstance(form, EnteredForm)  # noqa: S101  # as was asked for
    return form


def thanks(page: PulsePage, given: dict[str, Any], *, signed_in: bool) -> ResponseReturnValue:
    """Say thank you in this very response: nothing is left that could later tell an answer."""
    asks_help = given.get("safe.A") == UNSAFE or given.get("talk") == "yes"
    pulse = read_pulse(given, period=0, side=Side(page.side), on=clock.today())
    return render_template(
        "feedback/thanks.html",
        page=page,
        asks_help=asks_help,
        wants_anew=given.get("renew") == "change",
        is_hard=pulse.low_items >= IN_A_ROW,
        is_tired=is_early("W10", Known(pulses=(pulse,))),
        is_down=is_early("W8", Known(pulses=(pulse,))),
        gave_advice=given.get("show_advice") == "show",
        signed_in=signed_in,
    )


def ask(page: PulsePage, form: PulseForm, **more: object) -> ResponseReturnValue:
    status = form.status if request.method == "POST" else 200
    return render_template("feedback/pulse.html", page=page, form=form, **more), status
