"""What people fill in about their account."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import groupby
from typing import Any
from zoneinfo import available_timezones

from markupsafe import Markup
from wtforms import Field, HiddenField, PasswordField, SelectChoice, SelectField, widgets
from wtforms.validators import DataRequired, Length, ValidationError

from matcher.foundation.text import NotText, clean_line
from matcher.foundation.words import Language
from matcher.members.guessable import LONGEST, weakness
from matcher.web.forms import AddressField, Form, LineField
from matcher.web.words import _, _l, said

PHONE = re.compile(r"\+?[\d ()/.-]{6,30}")
REGIONS = {
    *("Europe", "Africa", "America", "Asia", "Atlantic", "Australia", "Indian", "Pacific"),
}


class KnownPasswordField(PasswordField):  # type: ignore[misc]  # untyped base
    """A password that is to be checked: whatever was typed, as long as it is no book."""

    def __init__(self, label: str, **rest: Any) -> None:
        checks = [DataRequired(_l("Please fill this in.")), _not_too_long]
        kept = {"autocomplete": "current-password", "maxlength": LONGEST}
        super().__init__(label, validators=checks, render_kw=kept, **rest)


class NewPasswordField(PasswordField):  # type: ignore[misc]  # untyped base
    """A password to keep. The form's `name` and `email`, and `about`, may not be most of it."""

    def __init__(self, label: str = "", **rest: Any) -> None:
        checks = [DataRequired(_l("Please fill this in.")), _strong]
        kept = {"autocomplete": "new-password"}
        super().__init__(
            label or _l("Choose a password"), validators=checks, render_kw=kept, **rest
        )
        self.about: Iterable[str] = ()


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

    answer = HiddenField(validators=[DataRequired(), Length(max=20_000)])
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


class ZoneSelect(widgets.Select):  # type: ignore[misc]  # untyped base
    """Hundreds of choices, the same for everybody: written down once for each that is chosen."""

    def __call__(self, field: Field, **given: Any) -> Markup:
        named = widgets.html_params(name=field.name, id=field.id, **given)
        chosen = field.data if field.data in {each.value for each in zones()} else ""
        return Markup(f"<select {named}>{_zone_options(chosen)}</select>")  # noqa: S704  # both are escaped


@lru_cache(maxsize=16)
def _zone_options(chosen: str) -> Markup:
    html = Markup("")
    for region, zones_there in groupby(zones(), key=lambda zone: zone.optgroup):
        options = (
            Markup('<option{} value="{}">{}</option>').format(
                Markup(" selected") if each.value == chosen else "", each.value, each.label
            )
            for each in zones_there
        )
        html += Markup('<optgroup label="{}">{}</optgroup>').format(
            region, Markup("").join(options)
        )
    return html


class AboutMeForm(Form):
    name = LineField(_l("Name"), length=120, render_kw={"autocomplete": "name"})
    pronouns = LineField(_l("Pronouns"), required=False, length=40)
    phone = LineField(_l("Phone"), required=False, length=30, render_kw={"autocomplete": "tel"})
    language = SelectField(
        _l("Language"),
        choices=[SelectChoice(Language.NL, "Nederlands"), SelectChoice(Language.EN, "English")],
    )
    zone = SelectField(_l("Time zone"), widget=ZoneSelect())

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.zone.choices = zones()

    def validate_phone(self, field: Field) -> None:
        if field.data and not PHONE.fullmatch(field.data):
            raise ValidationError(_("Use digits only, such as 06 1234 5678 or +31 6 1234 5678."))


class ChangeEmailForm(Form):
    email = AddressField(_l("New e-mail address"), render_kw={"autocomplete": "email"})
    password = KnownPasswordField(_l("Your password"))


class ChangePasswordForm(Form):
    current = KnownPasswordField(_l("Your password now"))
    password = NewPasswordField(_l("Your new password"))


@cache
def zones() -> list[SelectChoice]:
    """Return the time zones by part of the world, ours first."""
    named = [zone for zone in available_timezones() if zone.split("/")[0] in REGIONS]
    by_region = sorted(named, key=lambda zone: (not zone.startswith("Europe"), zone))
    return [_zone(*zone.split("/", 1)) for zone in by_region]


def _zone(region: str, place: str) -> SelectChoice:
    return SelectChoice(f"{region}/{place}", place.replace("_", " "), optgroup=region)


def _not_too_long(_form: Form, field: Field) -> None:
    if len(field.data or "") > LONGEST:
        raise ValidationError(_("Please keep this under %(max)d characters.", max=LONGEST))


def _strong(form: Form, field: Field) -> None:
    try:
        clean_line(field.data)
    except NotText as refused:
        raise ValidationError(said(refused.sentence)) from refused
    others = (getattr(form, each, None) for each in ("name", "email"))
    known = [each.data for each in others if isinstance(each, Field) and each.data]
    if weak := weakness(field.data, about=[*known, *field.about]):
        raise ValidationError(said(weak))
