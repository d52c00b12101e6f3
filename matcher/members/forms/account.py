"""What people fill in about themselves, and to change how they sign in."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from typing import Any
from zoneinfo import available_timezones

from markupsafe import Markup
from wtforms import Field, SelectChoice, SelectField, widgets
from wtforms.validators import ValidationError

from matcher.foundation.words import Language
from matcher.members.forms.passwords import KnownPasswordField, NewPasswordField
from matcher.web.forms import AddressField, Form, LineField
from matcher.web.words import _, _l

PHONE = re.compile(r"\+?[\d ()/.-]{6,30}")
REGIONS = {
    *("Europe", "Africa", "America", "Asia", "Atlantic", "Australia", "Indian", "Pacific"),
}


class ZoneSelect(widgets.Select):  # type: ignore[misc]  # untyped base
    """Hundreds of choices, the same for everybody: written down once for each that is chosen."""

    def __call__(self, field: "ZoneField", **given: Any) -> Markup:
        named = widgets.html_params(name=field.name, id=field.id, **given)
        written = field.written or zone_options(field.data)
        return Markup("<select {}>{}</select>").format(named, written)


class ZoneField(SelectField):  # type: ignore[misc]  # untyped base
    """A choice of time zones, which may be written down already."""

    widget = ZoneSelect()
    written: Markup | None = None


@lru_cache(maxsize=16)
def zone_options(chosen: str) -> Markup:
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
    zone = ZoneField(_l("Time zone"))

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


@dataclass(frozen=True, slots=True)
class AccountForms:
    """The three forms of one's own account."""

    about: AboutMeForm
    email: ChangeEmailForm
    password: ChangePasswordForm


def blank_forms(language: str, zones: Markup, **own: str) -> AccountForms:
    """Make the forms that nobody has sent yet, without a seal: they are made for many."""
    unsealed = {"csrf": False}
    about = AboutMeForm(None, data={"language": language, **own}, meta=unsealed)
    about.zone.written = zones
    return AccountForms(
        about=about,
        email=ChangeEmailForm(None, prefix="email-", meta=unsealed),
        password=ChangePasswordForm(None, prefix="password-", meta=unsealed),
    )


@cache
def zones() -> list[SelectChoice]:
    """Return the time zones by part of the world, ours first."""
    named = [zone for zone in available_timezones() if zone.split("/")[0] in REGIONS]
    by_region = sorted(named, key=lambda zone: (not zone.startswith("Europe"), zone))
    return [_zone(*zone.split("/", 1)) for zone in by_region]


def _zone(region: str, place: str) -> SelectChoice:
    return SelectChoice(f"{region}/{place}", place.replace("_", " "), optgroup=region)
