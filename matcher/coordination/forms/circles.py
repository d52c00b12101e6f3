"""Inviting mentors to a circle, and saying whether one comes."""

from datetime import date, datetime, time

from wtforms import Field, RadioField, SelectChoice
from wtforms.validators import InputRequired, ValidationError

from matcher.foundation.errors import RuleBroken
from matcher.pairings.forms.meetings import TimeOfDayField
from matcher.pairings.times import moment
from matcher.programmes.forms.fields import DayField, Picks
from matcher.web.forms import Form, LineField
from matcher.web.words import _, _l


class CircleForm(Form):
    mentors = Picks(_l("Whom do you invite? Four to six."))
    on = DayField(_l("Day"))
    at = TimeOfDayField(_l("Time"))
    where = LineField(_l("Where, or which link?"))
    zone = "UTC"

    def validate_at(self, field: Field) -> None:
        """Refuse an hour that the clock skips."""
        if not (self.on.data and field.data):
            return
        try:
            moment(self.on.data, field.data, self.zone)
        except RuleBroken as refused:
            raise ValidationError(_(refused.sentence.text)) from refused

    def starts_at(self) -> datetime:
        return moment(self.on.data or date.min, self.at.data or time(), self.zone)


class ComingForm(Form):
    says = RadioField(
        _l("Do you come?"),
        choices=[SelectChoice("yes", _l("Yes, I come")), SelectChoice("no", _l("Not this time"))],
        validators=[InputRequired(_l("Please choose one."))],
    )
