"""What people fill in about themselves, and to change how they sign in."""

import re
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

    def __call__(self, field: Field, **given: Any) -> Markup:
        chosen = field.data if field.data in {each.value for each in zones()} else ""
        named = widgets.html_params(name=field.name, id=field.id, **given)
        return Markup("<select {}>{}</select>").format(named, _zone_options(chosen))


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
