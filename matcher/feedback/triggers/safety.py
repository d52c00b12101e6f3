"""Somebody is not safe, or asks for help: W0."""

from matcher.feedback.moments import Moment, Trigger
from matcher.foundation.words import N_

HELP_AT_ONCE = N_("Help texts on screen at once; nothing to the other side.")

SAFETY: tuple[Trigger, ...] = (
    Trigger(
        code="W0",
        at=Moment.CONCERN,
        happened=lambda known: known.concern,
        when=N_("Somebody told something in confidence."),
        reason=N_("Told something in confidence."),
        action=N_("Read it, and call."),
        days=1,
        automatic=HELP_AT_ONCE,
    ),
    Trigger(
        code="W0",
        at=Moment.ANSWER,
        happened=lambda known: known.now(lambda pulse: pulse.feels_unsafe),
        when=N_("Somebody answered “never” to feeling safe in the contact."),
        reason=N_("Does not feel safe in the contact."),
        action=N_("Call today, in private."),
        days=1,
        automatic=HELP_AT_ONCE,
    ),
    Trigger(
        code="W0",
        at=Moment.ANSWER,
        happened=lambda known: known.now(lambda pulse: pulse.talk),
        when=N_("Somebody asked to be contacted."),
        reason=N_("Asks you to get in touch."),
        action=N_("Call, in private."),
        days=2,
        automatic=HELP_AT_ONCE,
    ),
)
