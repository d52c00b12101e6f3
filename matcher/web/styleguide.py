"""Every component on one page, for those who make pages: there while developing and in the demo."""

from datetime import datetime
from zoneinfo import ZoneInfo

from flask import Blueprint, abort, current_app, render_template
from wtforms import (
    BooleanField,
    DateField,
    FileField,
    IntegerField,
    IntegerRangeField,
    PasswordField,
    RadioField,
    SelectChoice,
    SelectField,
    SelectMultipleField,
)
from wtforms.widgets import CheckboxInput, ListWidget

from matcher.web.forms import AddressField, Form, LineField, TextField
from matcher.web.policy import anyone

blueprint = Blueprint("styleguide", __name__)
HALF_PAST_TWO = datetime(2027, 3, 11, 14, 32, tzinfo=ZoneInfo("Europe/Amsterdam"))
SHOWN_IN = {"development", "demo"}


def _choices(**labels: str) -> list[SelectChoice]:
    return [SelectChoice(value, label) for value, label in labels.items()]


class ExampleForm(Form):
    """One field of each kind. The words are examples, and so not translated."""

    class Meta(Form.Meta):
        csrf = False

    name = LineField("What should we call you?", description="Any letters are fine.")
    email = AddressField("E-mail address")
    password = PasswordField("Password")
    story = TextField("What is going on?", required=False)
    meeting = SelectField(
        "Meeting", choices=_choices(either="Online or in person", online="Online")
    )
    reach = RadioField(
        "How do you like to be reached?", choices=_choices(mail="By mail", text="By text")
    )
    style = SelectMultipleField(
        "Style of help",
        choices=_choices(think="Think along", do="Do it together", listen="Listen"),
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    born = DateField("Date of the first meeting")
    places = IntegerField("Places")
    sheet = FileField("Mentees")
    agree = BooleanField("I have read how my words are used, and I agree")
    topics = SelectMultipleField("Topics", validate_choice=False)
    hours = SelectMultipleField("When can you meet?", validate_choice=False)
    bond = RadioField(
        "How is the contact with your mentor?",
        choices=[SelectChoice(n) for n in "12345"] + _choices(skip="Does not apply"),
    )
    talked = IntegerRangeField("Who talked most?", default=50)
    talk = RadioField("Shall someone contact you?", choices=_choices(no="No", yes="Yes"))


@blueprint.get("/styleguide")
@anyone
def show() -> str:
    if current_app.config["SETTINGS"].MODE not in SHOWN_IN:
        abort(404)
    form = ExampleForm(name="Nguyễn Thị Hoa", email="hoa@", places=2, style=["think"])
    wrong = ExampleForm(prefix="wrong-", email="hoa@")
    wrong.email.errors = ["Fill in the whole address, such as name@example.org."]
    wrong.reach.errors = ["Choose how you like to be reached."]
    return render_template("styleguide/show.html", form=form, wrong=wrong, at=HALF_PAST_TWO)
