"""What a coordinator fills in when doing something for a pairing."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from wtforms import BooleanField, HiddenField, RadioField, SelectChoice
from wtforms.validators import InputRequired

from matcher.coordination.models.care import BANDS, OUTCOMES
from matcher.coordination.services.parting import Ground
from matcher.foundation.words import N_
from matcher.programmes.forms.fields import DayField, offered
from matcher.web.forms import Form, LineField, TextField
from matcher.web.words import _, _l

CHOOSE = [InputRequired(_l("Please choose one."))]
GROUNDS: Mapping[Ground, str] = {
    Ground.TRIED: N_("We talked, and it did not get better"),
    Ground.SAFETY: N_("Somebody does not feel safe"),
    Ground.MISFIT: N_("They clearly do not suit each other"),
}


class CareForm(Form):
    """Carries along which signal it is about, and who of the two."""

    signal = HiddenField()

    def signal_id(self) -> UUID | None:
        try:
            return UUID(self.signal.data or "")
        except ValueError:
            return None


class NudgeForm(CareForm):
    words = TextField(_l("Your message"), length=1500)


class TalkForm(CareForm):
    person = RadioField(_l("With whom did you talk?"), validators=CHOOSE)
    band = RadioField(_l("How long?"), choices=offered(BANDS), validators=CHOOSE)
    outcome = RadioField(_l("What came of it?"), choices=offered(OUTCOMES), validators=CHOOSE)
    note = TextField(_l("Your note"), required=False)

    def offer(self, mentee: str, mentor: str, *, three: bool) -> None:
        self.person.choices = [
            SelectChoice("mentee", mentee),
            SelectChoice("mentor", mentor),
            *([SelectChoice("both", _("Both, the three of us"))] if three else []),
        ]


class AgendaForm(CareForm):
    person = RadioField(_l("Whom do you ask first?"), validators=CHOOSE)
    agenda = TextField(_l("A first draft of what to talk about"), length=1000)

    def offer(self, mentee: str, mentor: str) -> None:
        self.person.choices = [SelectChoice("mentee", mentee), SelectChoice("mentor", mentor)]


class EnterThreeForm(CareForm):
    says = RadioField(
        _l("What do they say?"),
        choices=[SelectChoice("yes", _l("Yes")), SelectChoice("no", _l("Rather not"))],
        validators=CHOOSE,
    )
    why = LineField(_l("How did you hear it?"))


class IntroductionForm(CareForm):
    words = TextField(_l("The introduction"), length=1500)


class RestForm(CareForm):
    until = DayField(_l("Until which day?"))


class RematchForm(CareForm):
    ground = RadioField(_l("Why now?"), choices=offered(GROUNDS), validators=CHOOSE)
    reviewed = BooleanField(_l("I looked at it together with a colleague"))


class FinishForm(CareForm):
    when = RadioField(
        _l("When do they finish?"),
        choices=[
            SelectChoice("day", _l("On a day that leaves time to say goodbye")),
            SelectChoice("now", _l("Today: they no longer meet")),
        ],
        default="day",
        validators=CHOOSE,
    )
    ends_on = DayField(_l("On which day?"), required=False)

    def accepted(self) -> bool:
        if not super().accepted():
            return False
        if self.when.data == "day" and self.ends_on.data is None:
            self.refuse(self.ends_on, _("Please choose a day."))
            return False
        return True


class EscalateForm(CareForm):
    why = TextField(_l("What should they know?"), length=1000)


def person_in(form: CareForm, values: Mapping[str, Any]) -> Any:
    """Return who of the two was chosen."""
    return values.get(str(form["person"].data))
