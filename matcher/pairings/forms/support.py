"""What the mentee fills in before a meeting."""

from wtforms.validators import InputRequired

from matcher.guidance.support import WISHES
from matcher.programmes.forms.fields import DayField, Pick, offered
from matcher.web.forms import Form, LineField
from matcher.web.words import _l


def chosen() -> InputRequired:
    """Ask for one of the choices where none was made."""
    return InputRequired(_l("Please choose one."))


class SupportForm(Form):
    support = Pick(
        _l("What would help this time?"),
        choices=offered({each: wish.words for each, wish in WISHES.items()}),
        validators=[chosen()],
    )


class ContextForm(Form):
    text = LineField(_l("What goes on just now?"), length=140)
    until = DayField(_l("Until which day?"))
