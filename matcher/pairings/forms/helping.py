"""What people fill in on the help board."""

from typing import Any

from wtforms.validators import InputRequired

from matcher.foundation.words import N_
from matcher.pairings.models import HelpAnswer, Size
from matcher.pairings.services.helping import Outcome, Reply, Wanted
from matcher.pairings.views.helping import ANSWERS, FITS, SIZES
from matcher.programmes.forms.fields import DayField, Pick, offered
from matcher.web.forms import Form, TextField
from matcher.web.words import _l

CHOOSE = InputRequired(_l("Choose one of these."))
SKIP = "skip"
KEPT = {"yes": N_("Yes"), "no": N_("No")}


class AskHelpForm(Form):
    what = TextField(_l("What would help you?"), length=500)
    size = Pick(_l("How big is it, you think?"), validators=[CHOOSE])
    by = DayField(_l("By which day?"), required=False)

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.size.choices = offered(SIZES)

    def wanted(self) -> Wanted:
        return Wanted(what=self.what.data or "", size=Size(self.size.data), by=self.by.data)


class AnswerHelpForm(Form):
    answer = Pick(_l("Can you do that?"), validators=[CHOOSE])
    by = DayField(_l("By which day?"), required=False, description=_l("With a yes."))
    words = TextField(_l("Would you like to say something with it?"), required=False, length=500)

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.answer.choices = offered(ANSWERS)

    def reply(self) -> Reply:
        return Reply(
            answer=HelpAnswer(self.answer.data), by=self.by.data, words=self.words.data or ""
        )


class CloseHelpForm(Form):
    kept = Pick(_l("Did it happen as promised?"), validators=[CHOOSE])
    fit = Pick(_l("How was the help?"), validators=[CHOOSE])

    def __init__(self, *args: Any, was_promised: bool, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fit.choices = offered({**FITS, SKIP: N_("There was none, or I no longer need it")})
        self.kept.choices = offered(KEPT)
        if not was_promised:
            del self.kept

    def outcome(self) -> Outcome:
        kept = self.kept.data == "yes" if "kept" in self else None
        return Outcome(was_kept=kept, fit=None if self.fit.data == SKIP else int(self.fit.data))
