"""When a coordinator should look: every trigger with its exact thresholds, in one table.

"In a row" and "twice" mean two answered check-ins that follow each other. The predicates are pure:
what is known in, yes or no out. Deadlines count working days.
"""

from matcher.feedback.answers import LOW
from matcher.feedback.known import IN_A_ROW
from matcher.feedback.moments import Moment, Trigger
from matcher.foundation.words import N_

__all__ = ["TRIGGERS", "Moment", "Trigger"]

NO_MEETING_DAYS, NO_MEETING_STRICT = 21, 28
GAP_TIMES, GAP_TIMES_STRICT = 2.5, 3.5
NOT_AGREED_DAYS = 14
STRICT_FALL = 1.25
THREE = 3


def _is_low(score: int | None) -> bool:
    return score is not None and score <= LOW


TALK = N_("Hear how it goes, in private.")
TRIGGERS: tuple[Trigger, ...] = (
    Trigger(
        code="W0",
        at=Moment.CONCERN,
        happened=lambda known: known.concern,
        when=N_("Somebody told something in confidence."),
        reason=N_("Told something in confidence."),
        action=N_("Read it, and call."),
        days=1,
        automatic=N_("Help texts on screen at once; nothing to the other side."),
    ),
    Trigger(
        code="W0",
        at=Moment.ANSWER,
        happened=lambda known: known.now(lambda pulse: pulse.feels_unsafe),
        when=N_("Somebody answered “never” to feeling safe in the contact."),
        reason=N_("Does not feel safe in the contact."),
        action=N_("Call today, in private."),
        days=1,
        automatic=N_("Help texts on screen at once; nothing to the other side."),
    ),
    Trigger(
        code="W0",
        at=Moment.ANSWER,
        happened=lambda known: known.now(lambda pulse: pulse.talk),
        when=N_("Somebody asked to be contacted."),
        reason=N_("Asks you to get in touch."),
        action=N_("Call, in private."),
        days=2,
        automatic=N_("Help texts on screen at once; nothing to the other side."),
    ),
    Trigger(
        code="W1",
        at=Moment.DAY,
        happened=lambda known: not known.has_met and known.days_paired >= NO_MEETING_DAYS,
        when=N_("No meeting 21 days after they were paired."),
        reason=N_("No first meeting three weeks after they were paired."),
        action=N_("Help them find a first time."),
        days=3,
        automatic=N_("After 14 days: propose three times to both."),
        strict=lambda known: not known.has_met and known.days_paired >= NO_MEETING_STRICT,
        strict_when=N_("No meeting 28 days after they were paired."),
    ),
    Trigger(
        code="W2",
        at=Moment.DAY,
        happened=lambda known: (
            (known.has_met and known.gap_days > GAP_TIMES * known.rhythm_days)
            or known.absences_in_a_row >= IN_A_ROW
        ),
        when=N_(
            "More than 2.5 times the agreed days since their last meeting, or one of them missed "
            "two meetings in a row."
        ),
        reason=N_("They meet much less often than they agreed."),
        action=N_("Ask both what gets in the way."),
        days=5,
        automatic=N_(
            "After 1.5 times the rhythm and 3 days: nudge both, with times to choose from."
        ),
        strict=lambda known: (
            (known.has_met and known.gap_days > GAP_TIMES_STRICT * known.rhythm_days)
            or known.absences_in_a_row >= THREE
        ),
        strict_when=N_(
            "More than 3.5 times the agreed days since their last meeting, or one of them missed "
            "three meetings in a row."
        ),
    ),
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
    Trigger(
        code="W7",
        at=Moment.ANSWER,
        happened=lambda known: known.now(lambda pulse: pulse.fit == "no"),
        when=N_("Somebody answered that the pairing does not feel right."),
        reason=N_("The pairing does not feel right, and they want to talk about it."),
        action=TALK,
        days=3,
        automatic=N_("Don't know yet: asked again in the first check-in after they have met."),
    ),
    Trigger(
        code="W8",
        at=Moment.ANSWER,
        happened=lambda known: (
            known.twice(lambda pulse: _is_low(pulse.mood) and pulse.shares_mood)
            and known.now(lambda pulse: pulse.talk)
        ),
        when=N_(
            "Mood of 2 or lower in two check-ins in a row, shared with the coordinator, and a "
            "talk is wanted."
        ),
        reason=N_("Has felt bad twice in a row, and would like a talk."),
        action=N_("Ask what would help."),
        days=2,
        automatic=N_("Supportive text and the question whether we shall get in touch."),
    ),
    Trigger(
        code="W9",
        at=Moment.START,
        happened=lambda known: known.days_apart >= NOT_AGREED_DAYS,
        when=N_(
            "Expectations lie two steps apart in how often, or three months in how long, and "
            "nothing is agreed after 14 days."
        ),
        reason=N_("They expect different things of how often and how long."),
        action=N_("Help them agree before the first meeting."),
        days=5,
        automatic=N_("At once: agreeing on it is a task before the first meeting."),
    ),
    Trigger(
        code="W10",
        at=Moment.ANSWER,
        happened=lambda known: known.twice(lambda pulse: _is_low(pulse.capacity)),
        when=N_("Time and energy of 2 or lower, in two check-ins in a row."),
        reason=N_("Has had too little time or energy, twice in a row."),
        action=N_("Offer fewer meetings, or a pause."),
        days=5,
        automatic=N_("Once: offer fewer meetings or a pause."),
        strict=lambda known: known.in_a_row(THREE, lambda pulse: _is_low(pulse.capacity)),
        strict_when=N_("Time and energy of 2 or lower, in three check-ins in a row."),
    ),
    Trigger(
        code="W11",
        at=Moment.HELP,
        happened=lambda known: known.help_too_much or known.days_outside_hours >= IN_A_ROW,
        when=N_(
            "Help was too much twice in a row, or somebody was reached outside agreed hours on two "
            "days."
        ),
        reason=N_("Help was too much, or came outside the hours they agreed."),
        action=TALK,
        days=5,
    ),
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
