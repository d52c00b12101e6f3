"""Looking back on what was tried."""

from wtforms import RadioField, SelectChoice
from wtforms.validators import InputRequired

from matcher.feedback.views.advice import VERDICTS
from matcher.web.forms import Form
from matcher.web.words import _l


class VerdictForm(Form):
    verdict = RadioField(
        _l("What do you notice?"),
        choices=[SelectChoice(each.value, _l(words)) for each, words in VERDICTS.items()],
        validators=[InputRequired(_l("Please choose one."))],
    )


class PressForm(Form):
    """A page with one button."""
