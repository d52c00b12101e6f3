"""Whether somebody would like a talk of the three, and what it should be about."""

from wtforms import RadioField, SelectChoice
from wtforms.validators import InputRequired

from matcher.web.forms import Form, TextField
from matcher.web.words import _l


class ThreeWayForm(Form):
    agenda = TextField(_l("What the talk should be about"), required=False, length=1000)
    says = RadioField(
        _l("Would you like this talk?"),
        choices=[
            SelectChoice("yes", _l("Yes")),
            SelectChoice("no", _l("Rather not")),
        ],
        validators=[InputRequired(_l("Please choose one."))],
    )
