"""What coordinators fill in about a programme as a whole."""

from wtforms import HiddenField
from wtforms.validators import DataRequired

from matcher.programmes.forms.fields import Pick
from matcher.web.forms import Form, TextField
from matcher.web.words import _l


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
