"""The check-in as a form: made from the questions that were asked."""

from collections.abc import Mapping, Sequence
from typing import Any

from wtforms import BooleanField, RadioField, SelectChoice
from wtforms.validators import Optional

from matcher.feedback.questions import SKIP, Question
from matcher.web.forms import Form, LineField, TextField
from matcher.web.words import _, _l

ADVICE = 400
PART = 300


class PulseForm(Form):
    """What stands on every check-in. The taps are added by `pulse_form`."""

    share_mood = BooleanField()
    # A mentee's own choice, off until they make it: a way for answers to reach the other side.
    guides_mentor = BooleanField()
    # Once it was made, it stands; here it can be changed.
    leave = RadioField(
        _l("May your answers choose tips for your mentor?"),
        choices=[
            SelectChoice("as_before", _l("As before")),
            SelectChoice("yes", _l("Yes, from now on")),
            SelectChoice("no", _l("No, not any more")),
        ],
        default="as_before",
        validators=[Optional()],
    )
    asks_leave = False  # for the first time
    advice = TextField(required=False, length=ADVICE)
    # Halfway, in the place of one piece of advice.
    keep_on = LineField(_l("Keep: what should stay as it is?"), required=False, length=PART)
    stop = LineField(_l("Stop: what had better end?"), required=False, length=PART)
    start = LineField(_l("Start: what would you like to try?"), required=False, length=PART)
    show_advice = RadioField(
        _l("Who may read your advice?"),
        choices=[SelectChoice(each, each) for each in ("show", "coordinator", "keep")],
        default="show",
        validators=[Optional()],
    )
    questions: Sequence[Question] = ()

    def given(self) -> dict[str, Any]:
        """Return what was tapped and written, to be kept. What was left open is not there."""
        tapped = {each.key: _value(self[each.field].data) for each in self.questions}
        kept = {key: value for key, value in tapped.items() if value is not None}
        if self.share_mood.data:
            kept["share_mood"] = True
        if self.asks_leave:
            kept["guides_mentor"] = bool(self.guides_mentor.data)
        elif self.leave.data in {"yes", "no"}:
            kept["guides_mentor"] = self.leave.data == "yes"
        written = {
            each.name: each.data
            for each in (self.advice, self.keep_on, self.stop, self.start)
            if each.data
        }
        if written:
            kept |= {**written, "show_advice": self.show_advice.data or "keep"}
        return kept

    def accepted(self) -> bool:
        if not super().accepted():
            return False
        if any(self[each.field].data for each in self.questions):
            return True
        self.refuse(
            self[self.questions[0].field],
            _("Please answer at least one question."),
        )
        return False


class EnteredForm(PulseForm):
    why = LineField(_l("Why do you fill this in for them?"))


def pulse_form(  # noqa: PLR0913  # the words of one check-in, and what was kept of it
    questions: Sequence[Question],
    *,
    partner: str,
    contact: str,
    kept: Mapping[str, Any] | None = None,
    asks_leave: bool = False,
    kind: type[PulseForm] = PulseForm,
) -> PulseForm:
    """Make the form of one check-in, with the answers already kept when they are one's own."""
    fields: dict[str, object] = {each.field: _taps(each) for each in questions}
    made = type("AskedForm", (kind,), fields | {"questions": questions, "asks_leave": asks_leave})
    form: PulseForm = made(data=_shown(kept or {}))
    form.share_mood.label.text = _("Show this answer to %(name)s", name=contact)
    form.guides_mentor.label.text = _("You may use my answers to choose tips for my mentor.")
    form.advice.label.text = _(
        "What one piece of advice would you give %(name)s for the next weeks?", name=partner
    )
    readers = {"show": partner, "coordinator": contact, "keep": _("Only me")}
    form.show_advice.choices = [SelectChoice(*each) for each in readers.items()]
    return form


def _taps(asked: Question) -> RadioField:
    choices = [SelectChoice(value, _(label)) for value, label in asked.labels.items()]
    if asked.skip:
        choices.append(SelectChoice(SKIP, _(asked.skip)))
    label = asked.text if asked.is_content else _(asked.text)
    return RadioField(label, choices=choices, validators=[Optional()])


def _value(tapped: str | None) -> int | str | None:
    return int(tapped) if tapped and tapped.isdecimal() else tapped or None


def _shown(kept: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key.replace(".", "_"): value if isinstance(value, bool) else str(value)
        for key, value in kept.items()
    }
