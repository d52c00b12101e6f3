"""What coordinators fill in to word a card themselves."""

from typing import Any

from wtforms import Field
from wtforms.validators import ValidationError

from matcher.guidance.cards import Card
from matcher.guidance.checking import faults_of
from matcher.web.forms import Form, TextField
from matcher.web.words import _l, said


class CardForm(Form):
    text_en = TextField(_l("English"), length=1000)
    text_nl = TextField(_l("Dutch"), length=1000)

    def __init__(self, *args: Any, card: Card | None = None, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.card = card

    def validate_text_en(self, field: Field) -> None:
        self._check(field, "en")

    def validate_text_nl(self, field: Field) -> None:
        self._check(field, "nl")

    def _check(self, field: Field, language: str) -> None:
        faults = faults_of(field.data or "", language, self.card) if self.card else []
        if faults:
            raise ValidationError(" ".join(said(each) for each in faults))
