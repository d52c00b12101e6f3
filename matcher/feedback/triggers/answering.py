"""Answers stay away, are low, or fall: W3 to W6."""

from matcher.feedback.known import IN_A_ROW
from matcher.feedback.moments import TALK, Moment, Trigger
from matcher.foundation.words import N_

SOFT_FALL, STRICT_FALL = 0.75, 1.25
THREE = 3

ANSWERING: tuple[Trigger, ...] = (
    Trigger(
        code="W3",
        at=Moment.CLOSED,
        happened=lambda known: known.missed_in_a_row >= IN_A_ROW or known.both_missed,
        when=N_("Somebody left two check-ins in a row without an answer, or both left one."),
        reason=N_("Check-ins stayed without an answer."),
        action=N_("Send one kind line, or call."),
        days=5,
        automatic=N_("One personal line, no scolding."),
        strict=lambda known: known.missed_in_a_row >= THREE,
        strict_when=N_("Somebody left three check-ins in a row without an answer."),
    ),
    Trigger(
        code="W4",
        at=Moment.ANSWER,
        happened=lambda known: (
            known.now(lambda pulse: pulse.low_items >= IN_A_ROW)
            or known.twice(lambda pulse: pulse.low_items >= 1)
        ),
        when=N_(
            "Two answers of 2 or lower in one check-in, or one in each of two check-ins in a row. "
            "Of help, far too little or far too much counts as low."
        ),
        reason=N_("Several answers about the contact were low."),
        action=TALK,
        days=5,
        automatic=N_("Their own card for a hard stretch, and three ways to go on."),
        strict=lambda known: (
            known.now(lambda pulse: pulse.low_items >= THREE)
            or known.twice(lambda pulse: pulse.low_items >= IN_A_ROW)
        ),
        strict_when=N_(
            "Three answers of 2 or lower in one check-in, or two in each of two check-ins in a row."
        ),
    ),
    Trigger(
        code="W4",
        at=Moment.WISH,
        happened=lambda known: known.wants_help,
        when=N_("Somebody in a hard stretch would like to prepare a talk with the coordinator."),
        reason=N_("Would like to prepare a talk together with you."),
        action=N_("Call, and prepare it together."),
        days=2,
    ),
    Trigger(
        code="W5",
        at=Moment.ANSWER,
        happened=lambda known: known.has_fallen,
        when=N_(
            "The mean of the answers fell by 1 point or more against the two check-ins before."
        ),
        reason=N_("Answers fell clearly against the two check-ins before."),
        action=TALK,
        days=5,
        automatic=N_(
            "Their own card for a hard stretch, and three ways to go on. At 0.75 points already: "
            "a card about what goes least well, and nobody else is told."
        ),
        early=lambda known: known.has_fallen_by(SOFT_FALL),
        cards=lambda known: known.weakest if known.has_fallen_by(SOFT_FALL) else (),
        strict=lambda known: known.has_fallen_by(STRICT_FALL),
        strict_when=N_(
            "The mean of the answers fell by 1.25 points or more against the two check-ins before."
        ),
    ),
    Trigger(
        code="W6",
        at=Moment.ANSWER,
        happened=lambda known: known.bonds_differ,
        when=N_(
            "How they see their contact differs by 2 points or more, in two check-ins in a row."
        ),
        reason=N_("The two see their contact differently, twice in a row."),
        action=N_("Hear the lower side first, in private."),
        days=5,
        strict=lambda known: known.bonds_differ_for(THREE),
        strict_when=N_(
            "How they see their contact differs by 2 points or more, in three check-ins in a row."
        ),
    ),
)
