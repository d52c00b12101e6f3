"""What a coordinator fills in about signals and absences."""

from wtforms import RadioField, SelectChoice
from wtforms.validators import InputRequired

from matcher.programmes.forms.fields import DayField
from matcher.web.forms import Form
from matcher.web.words import _l


class ThresholdForm(Form):
    threshold = RadioField(
        choices=[SelectChoice("usual"), SelectChoice("strict")],
        validators=[InputRequired(_l("Please choose one."))],
    )


class AwayForm(Form):
    first_day = DayField(_l("First day away"))
    last_day = DayField(_l("Last day away"))
