"""Two do not meet as they agreed: W1 and W2."""

from matcher.feedback.known import IN_A_ROW
from matcher.feedback.moments import Moment, Trigger
from matcher.foundation.words import N_

# By themselves, sooner than a coordinator is called in.
UNMET_DAYS = 14
NUDGE_TIMES, NUDGE_MORE = 1.5, 3
NO_MEETING_DAYS, NO_MEETING_STRICT = 21, 28
GAP_TIMES, GAP_TIMES_STRICT = 2.5, 3.5
THREE = 3

MEETING: tuple[Trigger, ...] = (
    Trigger(
        code="W1",
        at=Moment.DAY,
        happened=lambda known: not known.has_met and known.days_paired >= NO_MEETING_DAYS,
        when=N_("No meeting 21 days after they were paired."),
        reason=N_("No first meeting three weeks after they were paired."),
        action=N_("Help them find a first time."),
        days=3,
        automatic=N_("After 14 days: propose three times to both."),
        early=lambda known: not known.has_met and known.days_paired >= UNMET_DAYS,
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
        early=lambda known: (
            known.has_met and known.gap_days > NUDGE_TIMES * known.rhythm_days + NUDGE_MORE
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
)
