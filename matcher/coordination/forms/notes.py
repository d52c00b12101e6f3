"""What a coordinator fills in about a pairing."""

from wtforms import SubmitField

from matcher.web.forms import Form, TextField
from matcher.web.words import _l


class NoteForm(Form):
    note = TextField(_l("Your note about this pair"), required=False)
    submit = SubmitField(_l("Keep this note"))
