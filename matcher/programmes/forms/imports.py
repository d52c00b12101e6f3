"""What a coordinator fills in to bring a spreadsheet in."""

from flask_wtf.file import FileField, FileRequired
from wtforms import RadioField, SelectChoice, SubmitField
from wtforms.validators import InputRequired

from matcher.guidance.tips import Side
from matcher.web.forms import Form, LineField
from matcher.web.words import _l


class SheetForm(Form):
    side = RadioField(
        _l("Who is in this file?"),
        choices=[
            SelectChoice(Side.MENTEE, _l("People who look for a mentor")),
            SelectChoice(Side.MENTOR, _l("People who want to be a mentor")),
        ],
        validators=[InputRequired(_l("Please choose one."))],
    )
    sheet = FileField(_l("The file"), validators=[FileRequired(_l("Please choose a file."))])
    submit = SubmitField(_l("Read the file"))


class GroundForm(Form):
    ground = LineField(_l("On which ground may they be in a run before they confirm?"), length=300)
    submit = SubmitField(_l("Bring everybody in"))
