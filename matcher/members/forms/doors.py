"""What people fill in to come in, and to show once more who they are."""

from wtforms import HiddenField
from wtforms.validators import DataRequired, Length

from matcher.members.forms.passwords import KnownPasswordField, NewPasswordField
from matcher.web.forms import AddressField, Form, LineField
from matcher.web.words import _l


class SignInForm(Form):
    email = AddressField(_l("E-mail address"), render_kw={"autocomplete": "username"})
    password = KnownPasswordField(_l("Password"))
    next = HiddenField()


class AskResetForm(Form):
    email = AddressField(_l("E-mail address"), render_kw={"autocomplete": "email"})


class AskLinkForm(Form):
    email = AddressField(_l("E-mail address"), render_kw={"autocomplete": "username"})
    next = HiddenField()


class CodeForm(Form):
    """A code from a mail, typed where it was asked for."""

    code = LineField(
        _l("Code from the mail"),
        length=40,
        render_kw={
            "autocomplete": "one-time-code",
            "autocapitalize": "characters",
            "spellcheck": "false",
        },
    )


class MailedProofForm(CodeForm):
    """A code from a mail that shows once more who somebody is, before going on to `next`."""

    next = HiddenField()


class AppCodeForm(Form):
    """A code of an app, or one from paper."""

    code = LineField(
        _l("Code"),
        length=40,
        render_kw={"autocomplete": "one-time-code", "spellcheck": "false"},
    )
    next = HiddenField()


class PasskeyForm(Form):
    """What a device answered that was asked for a passkey."""

    answer = HiddenField(
        validators=[
            DataRequired(_l("No passkey was made. You can try it again.")),
            Length(max=20_000),
        ]
    )
    next = HiddenField()


class PasskeyNameForm(Form):
    name = LineField(_l("What do you call it?"), length=60)


class AddPasskeyForm(PasskeyForm, PasskeyNameForm):
    """A passkey that was just made, and what its owner calls it."""


class BackForm(Form):
    """What a provider sends along on the way back."""

    code = HiddenField(validators=[DataRequired(), Length(max=4096)])
    state = HiddenField(validators=[DataRequired(), Length(max=100)])
    iss = HiddenField(validators=[Length(max=500)])


class NewPasswordForm(Form):
    password = NewPasswordField()


class ProveForm(Form):
    """Showing once more that it is you, before going on to `next`."""

    password = KnownPasswordField(_l("Password"))
    next = HiddenField()


class PressForm(Form):
    """A page with one button."""
