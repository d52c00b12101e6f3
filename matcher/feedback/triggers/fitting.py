"""Whether it fits: the pairing, the mood, the expectations, the time and the help: W7 to W11."""

from matcher.feedback.answers import LOW
from matcher.feedback.known import IN_A_ROW
from matcher.feedback.moments import TALK, Moment, Trigger
from matcher.foundation.words import N_
from matcher.guidance.tips import Tip

NOT_AGREED_DAYS = 14
THREE = 3
# What to read when help or contact goes over a border.
BOUNDS = (Tip.AUTONOMY, Tip.SAFE)


def _is_low(score: int | None) -> bool:
    return score is not None and score <= LOW


FITTING: tuple[Trigger, ...] = (
    Trigger(
        code="W7",
        at=Moment.ANSWER,
        happened=lambda known: known.now(lambda pulse: pulse.fit == "no"),
        when=N_("Somebody answered that the pairing does not feel right."),
        reason=N_("The pairing does not feel right, and they want to talk about it."),
        action=TALK,
        days=3,
        automatic=N_("Don't know yet: asked again, by one question, after they have met."),
        early=lambda known: known.now(lambda pulse: pulse.fit == "unsure"),
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
        early=lambda known: known.now(lambda pulse: _is_low(pulse.mood) and pulse.shares_mood),
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
        early=lambda known: known.now(lambda pulse: _is_low(pulse.capacity)),
        strict=lambda known: known.in_a_row(THREE, lambda pulse: _is_low(pulse.capacity)),
        strict_when=N_("Time and energy of 2 or lower, in three check-ins in a row."),
    ),
    Trigger(
        code="W11",
        at=Moment.ANSWER,
        happened=lambda known: known.answers_too_much() >= THREE,
        when=N_("Somebody answered three times in a row that the help was too much."),
        reason=N_("The help was too much, again."),
        action=TALK,
        days=5,
        automatic=N_("After twice: their own cards about letting choose and making it safe."),
        early=lambda known: known.answers_too_much() >= IN_A_ROW,
        cards=lambda known: BOUNDS if known.answers_too_much() >= IN_A_ROW else (),
    ),
    Trigger(
        code="W11",
        at=Moment.HELP,
        happened=lambda known: known.help_too_much >= THREE,
        when=N_("Three requests for help in a row were closed as too much."),
        reason=N_("The help was too much, again."),
        action=TALK,
        days=5,
        automatic=N_("After twice: their own cards about letting choose and making it safe."),
        early=lambda known: known.help_too_much >= IN_A_ROW,
        cards=lambda known: BOUNDS if known.help_too_much >= IN_A_ROW else (),
    ),
    Trigger(
        code="W11",
        at=Moment.HELP,
        happened=lambda known: known.days_outside_hours >= IN_A_ROW,
        when=N_("Somebody was reached outside agreed hours on two days."),
        reason=N_("Was reached outside the hours they agreed, again."),
        action=TALK,
        days=5,
        automatic=N_("After once: their own cards about letting choose and making it safe."),
        early=lambda known: known.days_outside_hours >= 1,
        cards=lambda known: BOUNDS if known.days_outside_hours >= 1 else (),
    ),
)
