"""Why an administrator signs somebody out, or takes a second step away, and how they made sure."""

from wtforms import RadioField, SelectChoice
from wtforms.validators import InputRequired

from matcher.members.reasons import MADE_SURE, REASONS
from matcher.web.forms import Form
from matcher.web.words import _l


class EndSignInsForm(Form):
    reason = RadioField(
        _l("Why?"),
        choices=[SelectChoice(code, _l(text)) for code, text in REASONS.items()],
        validators=[InputRequired(_l("Please say why."))],
    )


class ResetSecondStepForm(EndSignInsForm):
    made_sure = RadioField(
        _l("How did you make sure that it is they who ask?"),
        choices=[SelectChoice(code, _l(text)) for code, text in MADE_SURE.items()],
        validators=[InputRequired(_l("Please say how you made sure who asks."))],
    )
