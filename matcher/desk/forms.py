"""What coordinators fill in about a programme as a whole."""

import re
from collections.abc import Collection

from wtforms import HiddenField
from wtforms.validators import DataRequired

from matcher.foundation.words import Language
from matcher.programmes.forms.fields import Pick
from matcher.web.forms import Form, LineField, TextField
from matcher.web.words import _, _l

# What our first words leave open, such as [day].
UNFILLED = re.compile(r"\[[^\]\n]{1,30}\]")


class SeenForm(Form):
    """A form that knows which version was on the page."""

    seen = HiddenField()

    @property
    def version(self) -> int:
        sent = str(self.seen.data or "")
        return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 10 else 0  # noqa: PLR2004  # digits


class AppealForm(SeenForm):
    """Whom the programme looks for, in both languages."""

    text_en = TextField(_l("In English"), length=3000)
    text_nl = TextField(_l("In Dutch"), length=3000)


class HandOverForm(Form):
    """Who looks after the chosen pairs from now on."""

    to = Pick(
        _l("Who looks after them from now on?"), validators=[DataRequired(_l("Choose somebody."))]
    )


class CircularForm(Form):
    """A mail to many, in both languages: each reader gets it in their own."""

    subject_en = LineField(_l("Subject in English"), required=False, length=120)
    text_en = TextField(_l("Text in English"), required=False, length=4000)
    subject_nl = LineField(_l("Subject in Dutch"), required=False, length=120)
    text_nl = TextField(_l("Text in Dutch"), required=False, length=4000)
    key = HiddenField()

    def speaks(self, languages: Collection[Language]) -> bool:
        """Whether there is something to read for everybody it is meant for."""
        for language in languages:
            for name in ("subject", "text"):
                field = self[f"{name}_{language}"]
                if not field.data:
                    self.refuse(field, _("Somebody reads it in this language. Please fill it in."))
                elif found := UNFILLED.search(field.data):
                    self.refuse(field, _("Please fill in what stands in %(gap)s.", gap=found[0]))
        return not self.errors
