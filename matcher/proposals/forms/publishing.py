"""What coordinators fill in before people are told, and in which words."""

from datetime import date, datetime, timedelta

from wtforms import DateTimeLocalField, HiddenField
from wtforms.validators import Optional

from matcher.foundation.words import N_, Language
from matcher.programmes.forms.fields import DayField, Pick, offered
from matcher.proposals.wording import says_when, unknown_names
from matcher.web.forms import Form, LineField, TextField
from matcher.web.words import _, _l, language

LONGEST_WAIT, LONGEST_PLAN = timedelta(days=60), timedelta(days=180)
WHO = {"all": N_("All of them"), "some": N_("Only the pairs that I choose below")}


class MomentField(DateTimeLocalField):  # type: ignore[misc]  # untyped base
    """A moment on the clocks of the programme."""

    def process_formdata(self, valuelist: list[str]) -> None:
        typed = valuelist[0].strip() if valuelist else ""
        self.data = None
        if typed:
            try:
                self.data = datetime.fromisoformat(typed).replace(tzinfo=None)
            except ValueError as error:
                raise ValueError(_("Please write a moment like this: 2027-03-31 09:00.")) from error


class PublishForm(Form):
    """To whom, until when they may answer, and at which moment."""

    who = Pick(_l("Who is told?"), choices=offered(WHO), default="all")
    answer_by = DayField(_l("Last day to answer"), required=False)
    at = MomentField(
        _l("Moment"),
        validators=[Optional()],
        description=_l("Only if you plan it. On the clocks of the programme."),
    )

    @property
    def is_for_all(self) -> bool:
        return bool(self.who.data != "some")

    def makes_sense(self, *, now: datetime, later: bool) -> bool:
        """Whether there is time left to answer, and a planned moment is still to come."""
        begins = self.at.data if later else now
        if later and (begins is None or not now < begins <= now + LONGEST_PLAN):
            self.refuse(self.at, _("Please choose a moment to come, within half a year."))
            return False
        return self._leaves_time((begins or now).date())

    def _leaves_time(self, told_on: date) -> bool:
        last = self.answer_by.data
        if last is None or told_on < last <= told_on + LONGEST_WAIT:
            return True
        said = N_("Please choose a day after they are told, and within sixty days of it.")
        self.refuse(self.answer_by, _(said))
        return False


class LetterForm(Form):
    """A mail in a programme's own words. `seen`: which version was on the page."""

    subject = LineField(_l("Subject"), length=120)
    body = TextField(_l("Text"), length=3000)
    seen = HiddenField()

    def can_be_sent(self) -> bool:
        """Whether what stands in braces means something, and says until when."""
        for field in (self.subject, self.body):
            if unknown := unknown_names(field.data or ""):
                self.refuse(field, _("We do not know {%(name)s}.", name=unknown[0]))
        if not says_when(self.body.data or ""):
            name = "dag" if language() == Language.NL else "day"
            text = _("Please put {%(name)s} somewhere: until when they may answer.", name=name)
            self.refuse(self.body, text)
        return not (self.subject.errors or self.body.errors)

    @property
    def version(self) -> int:
        sent = str(self.seen.data or "")
        return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 10 else 0  # noqa: PLR2004  # digits
