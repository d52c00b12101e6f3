"""What people fill in about what is kept of them."""

from wtforms import BooleanField
from wtforms.validators import InputRequired

from matcher.web.forms import Form
from matcher.web.words import _l


class EraseForm(Form):
    understood = BooleanField(
        _l("I understand that this cannot be undone"),
        validators=[InputRequired(_l("Tick this box if you are sure."))],
    )
