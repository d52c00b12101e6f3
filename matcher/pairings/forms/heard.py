"""What people fill in after a meeting."""

from wtforms import IntegerRangeField
from wtforms.validators import InputRequired, NumberRange

from matcher.pairings.services.heard import MOST
from matcher.web.forms import Form, TextField
from matcher.web.words import _l

LENGTH = 400


class SayBackForm(Form):
    text = TextField(_l("What did you hear?"), length=LENGTH)


class MakeRightForm(Form):
    text = TextField(_l("In your own words"), length=LENGTH)


class TalkForm(Form):
    mine = IntegerRangeField(
        _l("Who talked most?"),
        default=50,
        validators=[
            InputRequired(_l("Choose a place on the line.")),
            NumberRange(0, MOST, message=_l("Choose a place on the line.")),
        ],
        render_kw={"min": 0, "max": MOST, "step": 10},
    )
