"""A pairing comes to its end, or back from a pause: W12 and W13."""

from matcher.feedback.moments import Moment, Trigger
from matcher.foundation.words import N_

ENDING: tuple[Trigger, ...] = (
    Trigger(
        code="W12",
        at=Moment.ENDING,
        happened=lambda known: known.silent_at_the_end,
        when=N_("Two weeks without an answer while the pairing comes to its end."),
        reason=N_("Two weeks without an answer while the pairing comes to its end."),
        action=N_("Send a goodbye, and offer a talk."),
        days=5,
    ),
    Trigger(
        code="W13",
        at=Moment.BACK,
        happened=lambda known: known.is_back,
        when=N_("A pause that a coordinator set is over."),
        reason=N_("The pause that you gave them is over."),
        action=N_("Ask both how they would like to go on."),
        days=5,
    ),
)
