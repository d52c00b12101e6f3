"""What people fill in about the library."""

from typing import Any

from wtforms import Field, HiddenField
from wtforms.validators import ValidationError

from matcher.foundation.words import N_
from matcher.pairings.forms.agreements import SeenForm
from matcher.pairings.services.library import TEXTS
from matcher.web.forms import Form, LineField, TextField
from matcher.web.words import _, _l

SITES = ("https://", "http://")


class ResourceForm(Form):
    name_nl = LineField(_l("Name, in Dutch"), required=False)
    name_en = LineField(_l("Name, in English"), required=False)
    for_whom_nl = TextField(_l("For whom, in Dutch"), required=False, length=500)
    for_whom_en = TextField(_l("For whom, in English"), required=False, length=500)
    cost_nl = LineField(_l("What it costs, in Dutch"), required=False)
    cost_en = LineField(_l("What it costs, in English"), required=False)
    reach_nl = TextField(_l("How to reach it, in Dutch"), required=False, length=500)
    reach_en = TextField(_l("How to reach it, in English"), required=False, length=500)
    spoken = LineField(_l("Which languages are spoken there?"), required=False)
    link = LineField(_l("Website"), required=False, length=500)

    def validate_link(self, field: Field) -> None:
        if field.data and not field.data.startswith(SITES):
            raise ValidationError(_("A web address begins with https://."))

    def texts(self) -> dict[str, str]:
        return {name: self[name].data or "" for name in TEXTS}


class WordsForm(Form):
    words = TextField(length=1000)

    def __init__(self, *args: Any, label: str = "", **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.words.label.text = label


class TriedForm(Form):
    tried = HiddenField()


class ApproveForm(SeenForm):
    decision = HiddenField()


QUESTIONS = {
    "known": N_("What do you know about it already?"),
    "share": N_("One thing about it, in your own words"),
    "react": N_("What do you make of it?"),
    "introduce": N_("An introduction, in a few sentences"),
    "why": N_("Why was it not for you?"),
}
