"""What people fill in about their meetings, and when they pause or stop."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Any

from wtforms import Field, RadioField, SelectChoice, TimeField
from wtforms.validators import InputRequired, ValidationError

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.pairings.services.ending import CloseReason, Next
from matcher.pairings.services.meetings import Outcome, Plan
from matcher.pairings.times import Suggested, moment
from matcher.programmes.forms.fields import DayField, Picks
from matcher.web.forms import Form, LineField
from matcher.web.words import _, _l, clock, day

FEWEST, MOST_OFFERED = 2, 3

MINUTES = {
    30: N_("Half an hour"),
    60: N_("One hour"),
    90: N_("An hour and a half"),
    120: N_("Two hours"),
}
OUTCOMES = {
    Outcome.HELD: N_("We met"),
    Outcome.CALLED_OFF: N_("We called it off"),
    Outcome.I_COULD_NOT: N_("I could not come"),
    Outcome.PARTNER_DID_NOT_COME: N_("The other one did not come"),
}
WHY = {
    CloseReason.UNSAID: N_("I would rather not say"),
    CloseReason.COMPLETED: N_("We have done what we wanted to do"),
    CloseReason.NO_TIME: N_("I have too little time"),
    CloseReason.NO_CLICK: N_("We do not suit each other"),
    CloseReason.OTHER_HELP: N_("Something else is needed now"),
}
AFTERWARDS = {
    Next.WAIT: N_("I would like another partner"),
    Next.STOP: N_("I stop for now"),
}


class TimeOfDayField(TimeField):  # type: ignore[misc]  # untyped base
    """A time such as 19:30, or 19.30 as it is written in Dutch."""

    data: time | None

    def __init__(self, label: str = "", **rest: Any) -> None:
        checks = [InputRequired(_l("Please fill this in."))]
        super().__init__(label, validators=checks, **rest)

    def process_formdata(self, valuelist: list[str]) -> None:
        typed = valuelist[0].strip().replace(".", ":") if valuelist else ""
        try:
            self.data = datetime.strptime(typed, "%H:%M").time() if typed else None  # noqa: DTZ007  # a time of day
        except ValueError:
            self.data = None
            raise ValueError(_("Please write a time like this: 19:30.")) from None


class HowForm(Form):
    """For how long, and where or by which link."""

    minutes = RadioField(_l("How long?"), coerce=int, default=60)
    online = RadioField(_l("How do you meet?"), default="in_person")
    where = LineField(_l("Where, or which link?"), required=False, length=300)

    def __init__(self, *args: Any, zone: str = "UTC", **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.zone = zone
        self.minutes.choices = [SelectChoice(str(n), _l(words)) for n, words in MINUTES.items()]
        self.online.choices = [
            SelectChoice("in_person", _l("In person")),
            SelectChoice("online", _l("Online, by video or phone")),
        ]

    def plan_at(self, *moments: datetime) -> Plan:
        return Plan(
            starts_at=moments[0],
            minutes=self.minutes.data,
            online=self.online.data == "online",
            where=self.where.data or "",
            others=moments[1:],
        )


class PlanForm(HowForm):
    on = DayField(_l("Day"))
    at = TimeOfDayField(_l("Time"))

    def validate_at(self, field: Field) -> None:
        """Refuse an hour that the clock skips."""
        if not (self.on.data and field.data):
            return
        try:
            moment(self.on.data, field.data, self.zone)
        except RuleBroken as refused:
            raise ValidationError(_(refused.sentence.text)) from refused

    def plan(self) -> Plan:
        on, at = self.on.data or date.min, self.at.data or time()
        return self.plan_at(moment(on, at, self.zone))


class OfferForm(HowForm):
    """A few times at once: the other one picks the one that suits."""

    times = Picks(_l("Which times suit you?"))

    def __init__(
        self, *args: Any, zone: str = "UTC", suggested: Iterable[Suggested] = (), **rest: Any
    ) -> None:
        super().__init__(*args, zone=zone, **rest)
        self.times.choices = [
            SelectChoice(
                f"{each.on.isoformat()}T{each.at:%H:%M}", f"{day(each.on)}, {clock(each.at)}"
            )
            for each in suggested
        ]

    def validate_times(self, field: Field) -> None:
        if not FEWEST <= len(field.data or ()) <= MOST_OFFERED:
            raise ValidationError(_("Choose two or three."))

    def plan(self) -> Plan:
        moments = (datetime.fromisoformat(each) for each in sorted(self.times.data))
        return self.plan_at(*(moment(each.date(), each.time(), self.zone) for each in moments))


class AgreeForm(Form):
    at = LineField(required=False)

    def moment(self) -> datetime | None:
        """Return which of the proposed times was chosen; nothing where there was only one."""
        try:
            return datetime.fromisoformat(self.at.data).astimezone(UTC) if self.at.data else None
        except (ValueError, OverflowError):
            raise RuleBroken(N_("Choose one of the times that were proposed.")) from None


class HeldForm(Form):
    on = DayField(_l("On which day did you meet?"))


@cache
def nothing_noted() -> HeldForm:
    """Return the form as nobody has filled it in: the same for everybody, and it bears no seal."""
    return HeldForm(None, meta={"csrf": False})


class OutcomeForm(Form):
    outcome = RadioField(
        _l("How did it go?"),
        choices=[SelectChoice(str(code), _l(words)) for code, words in OUTCOMES.items()],
    )


class UsefulForm(Form):
    useful = RadioField(
        _l("Was this useful?"), choices=[SelectChoice(code) for code in ("1", "0.5", "0")]
    )


class PauseForm(Form):
    until = DayField(_l("Until which day?"))


class EndForm(Form):
    reason = RadioField(
        _l("Would you like to say why?"),
        choices=[SelectChoice(str(code), _l(words)) for code, words in WHY.items()],
        default=str(CloseReason.UNSAID),
    )
    after = RadioField(
        _l("What would you like afterwards?"),
        choices=[SelectChoice(str(code), _l(words)) for code, words in AFTERWARDS.items()],
        default=str(Next.WAIT),
    )


class PressForm(Form):
    """A page with one button."""
