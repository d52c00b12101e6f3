"""Whether answers may choose tips for the mentor."""

from wtforms import RadioField, SelectChoice
from wtforms.validators import InputRequired

from matcher.web.forms import Form
from matcher.web.words import _l


class LeaveForm(Form):
    says = RadioField(
        _l("May your answers choose tips for your mentor?"),
        choices=[
            SelectChoice("yes", _l("Yes, they may")),
            SelectChoice("no", _l("No, only for myself")),
        ],
        validators=[InputRequired(_l("Please choose one."))],
    )
