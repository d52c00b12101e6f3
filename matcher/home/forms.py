"""What the first person fills in."""

from wtforms import SubmitField

from matcher.members.forms import NewPasswordField
from matcher.web.forms import AddressField, Form, LineField
from matcher.web.words import _l


class FirstRunForm(Form):
    """The administrator's account and the first programme."""

    name = LineField(_l("Your name"))
    email = AddressField(_l("Your e-mail address"))
    password = NewPasswordField(_l("Choose a password"))
    name_en = LineField(_l("Name of the first programme, in English"))
    name_nl = LineField(_l("Name of the first programme, in Dutch"))
    submit = SubmitField(_l("Begin"))
