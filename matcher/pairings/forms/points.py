"""What people write down about what the mentee works on."""

from functools import cache
from typing import Any

from wtforms import HiddenField, SelectChoice

from matcher.foundation.words import N_
from matcher.pairings.models import PointKind
from matcher.pairings.views.points import PARTS
from matcher.programmes.forms.fields import Choose
from matcher.web.forms import Form, LineField, TextField
from matcher.web.words import _l

LABELS = {
    PointKind.GOAL: N_("What would you like to reach?"),
    PointKind.AGENDA: N_("What would you like to talk about?"),
    PointKind.ABLE: N_("What can you do now without your mentor?"),
}
LABELS_OF_MENTOR = {
    PointKind.GOAL: N_("Which goal could this be?"),
    PointKind.AGENDA: N_("What could you talk about?"),
}


class TextPointForm(Form):
    text = TextField(_l("In your own words"), length=500)

    def written(self) -> dict[str, str]:
        return {"text": self.text.data or ""}


class AgendaForm(TextPointForm):
    part = Choose(_l("Which part of the talk is it?"))

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        none = SelectChoice("", _l("Does not matter"))
        self.part.choices = [none, *(SelectChoice(k, _l(label)) for k, label in PARTS.items())]

    def written(self) -> dict[str, str]:
        return {"text": self.text.data or "", "part": self.part.data or ""}


class StepForm(Form):
    """An if-then step: when it happens, and what one does then."""

    moment = LineField(_l("If …"), length=200)
    deed = LineField(_l("… then I …"), length=200)

    def written(self) -> dict[str, str]:
        return {"if": self.moment.data or "", "then": self.deed.data or ""}


@cache
def nothing_decided() -> StepForm:
    """Return the form as nobody has filled it in: the same for everybody, and it bears no seal."""
    return StepForm(None, meta={"csrf": False})


class MoveForm(Form):
    move = HiddenField()


class CommentForm(Form):
    comment = TextField(_l("Your comment"), required=False, length=500)
