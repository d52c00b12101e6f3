"""What the mentee fills in before a meeting."""

from matcher.guidance.support import WISHES
from matcher.programmes.forms.fields import DayField, Pick, offered
from matcher.web.forms import Form, LineField
from matcher.web.words import _l


class SupportForm(Form):
    support = Pick(
        _l("What would help this time?"),
        choices=offered({each: wish.words for each, wish in WISHES.items()}),
    )


class ContextForm(Form):
    text = LineField(_l("What goes on just now?"), length=140)
    until = DayField(_l("Until which day?"))
