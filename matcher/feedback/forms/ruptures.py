"""How somebody would like to go on when it is hard."""

from wtforms import RadioField, SelectChoice
from wtforms.validators import InputRequired

from matcher.feedback.views.rupture import WISHES
from matcher.web.forms import Form
from matcher.web.words import _l


class WishForm(Form):
    wish = RadioField(
        _l("What would you like to do?"),
        choices=[SelectChoice(each.value, _l(words)) for each, words in WISHES.items()],
        validators=[InputRequired(_l("Please choose one."))],
    )
