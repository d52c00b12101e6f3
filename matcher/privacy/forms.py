"""What people fill in about what is kept of them, and to look into the trail."""

from collections.abc import Mapping
from typing import Any, Self
from uuid import UUID

from wtforms import BooleanField, DateField, SelectChoice, SelectField
from wtforms.validators import InputRequired, Optional

from matcher.foundation.words import N_
from matcher.web.forms import Form, LineField
from matcher.web.words import _l

FAMILIES = {
    "member": N_("Accounts"),
    "programme": N_("Programmes"),
    "enrolment": N_("Sign-ups"),
    "import": N_("Spreadsheets"),
    "run": N_("Match runs"),
    "proposal": N_("Proposals"),
    "pairing": N_("Pairings"),
    "concern": N_("Concerns"),
    "signal": N_("Signals"),
    "consent": N_("Consent"),
    "takeout": N_("Copies of data"),
}


class EraseForm(Form):
    understood = BooleanField(
        _l("I understand that this cannot be undone"),
        validators=[InputRequired(_l("Tick this box if you are sure."))],
    )


class TrailForm(Form):
    """What to look for in the trail. Nothing is sent, so nothing has to be protected."""

    class Meta(Form.Meta):
        csrf = False

    family = SelectField(_l("What"), validators=[Optional()])
    programme = SelectField(_l("Programme"), validators=[Optional()])
    member = LineField(_l("By whom"), required=False, length=120)
    since = DateField(_l("From"), validators=[Optional()])
    until = DateField(_l("Up to"), validators=[Optional()])

    @classmethod
    def over(cls, programmes: Mapping[UUID, str], given: Any) -> Self:
        form = cls(given)
        families = [SelectChoice(name, _l(said)) for name, said in FAMILIES.items()]
        form.family.choices = [SelectChoice("", _l("Everything")), *families]
        named = [SelectChoice(str(key), name) for key, name in programmes.items()]
        form.programme.choices = [SelectChoice("", _l("Every programme")), *named]
        return form
