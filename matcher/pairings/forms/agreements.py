"""What people fill in at the start, and about what they agree on."""

from typing import Any

from wtforms import Field, HiddenField
from wtforms.validators import InputRequired, ValidationError

from matcher.pairings.expecting import CHANNELS, EVERY, HELPS, HELPS_CHOSEN, HOURS, MONTHS
from matcher.programmes.forms.fields import Pick, Picks, offered
from matcher.web.forms import Form, TextField
from matcher.web.words import _, _l

CHOOSE = InputRequired(_l("Choose one of these."))


class SeenForm(Form):
    """A form about a text that may have changed since it was read."""

    seen = HiddenField()

    @property
    def version(self) -> int:
        """The version that was read; one that never was, if somebody made it up."""
        given = self.seen.data or ""
        return int(given) if given.isascii() and given.isdigit() and len(given) < 20 else -1  # noqa: PLR2004  # digits


class _Contact:
    """How often, how long, by which ways and when."""

    every = Pick(_l("How often would you like to meet?"), validators=[CHOOSE])
    months = Pick(_l("For how long?"), validators=[CHOOSE])
    channels = Picks(_l("How would you like to be in touch between meetings?"))
    hours = Picks(_l("At which hours is that fine?"))

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.every.choices, self.months.choices = offered(EVERY), offered(MONTHS)
        self.channels.choices, self.hours.choices = offered(CHANNELS), offered(HOURS)

    def validate_channels(self, field: Field) -> None:
        _refuse_none(field)

    def validate_hours(self, field: Field) -> None:
        _refuse_none(field)

    def contact(self) -> dict[str, Any]:
        return {
            "every": self.every.data,
            "months": self.months.data,
            "channels": list(self.channels.data or ()),
            "hours": list(self.hours.data or ()),
        }


class ExpectForm(_Contact, Form):
    helps = Picks(_l("What helps you most? Choose two."))

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.helps.choices = offered(HELPS)

    def validate_helps(self, field: Field) -> None:
        if len(field.data or ()) != HELPS_CHOSEN:
            raise ValidationError(_("Choose two of these."))

    def answers(self) -> dict[str, Any]:
        return self.contact() | {"helps": list(self.helps.data or ())}


class AgreementForm(_Contact, SeenForm):
    topics = TextField(_l("What will you work on?"), length=1000)
    private = TextField(
        _l("Would you like to add something about what stays between you?"),
        required=False,
        length=1000,
    )
    ending = TextField(_l("What happens at the end?"), length=1000)

    def terms(self) -> dict[str, Any]:
        return self.contact() | {
            "topics": self.topics.data or "",
            "private": self.private.data or "",
            "ending": self.ending.data or "",
        }


def _refuse_none(field: Field) -> None:
    if not field.data:
        raise ValidationError(_("Choose at least one."))
