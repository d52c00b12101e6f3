"""When a coordinator should look: every trigger with its exact thresholds, in one table.

"In a row" and "twice" mean two answered check-ins that follow each other. The predicates are pure:
what is known in, yes or no out. Deadlines count working days.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from matcher.feedback.answers import LOW
from matcher.feedback.known import IN_A_ROW, Known
from matcher.foundation.words import N_

NO_MEETING_DAYS = 21
GAP_TIMES = 2.5
NOT_AGREED_DAYS = 14


class Moment(StrEnum):
    """What makes a trigger be looked at."""

    CONCERN = "concern"
    ANSWER = "answer"
    DAY = "day"
    CLOSED = "closed"
    ENDING = "ending"
    START = "start"
    HELP = "help"
    BACK = "back"
    WISH = "wish"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    code: str
    at: Moment
    happened: Callable[[Known], bool]
    # What a coordinator reads on the work list, and is asked to do.
    reason: str
    action: str
    days: int
    # What the service does by itself, and what that waits for.
    automatic: str = ""
    waits_for: str = ""


def _is_low(score: int | None) -> bool:
    return score is not None and score <= LOW


TALK = N_("Hear how it goes, in private.")
TRIGGERS: tuple[Trigger, ...] = (
    Trigger(
        code="W0",
        at=Moment.CONCERN,
        happened=lambda known: known.concern,
        reason=N_("Told something in confidence."),
        action=N_("Read it, and call."),
        days=1,
        automatic="help texts on screen at once; nothing to the other side",
    ),
    Trigger(
        code="W0",
        at=Moment.ANSWER,
        happened=lambda known: known.now(lambda pulse: pulse.feels_unsafe),
        reason=N_("Does not feel safe in the contact."),
        action=N_("Call today, in private."),
        days=1,
        automatic="help texts on screen at once; nothing to the other side",
    ),
    Trigger(
        code="W0",
        at=Moment.ANSWER,
        happened=lambda known: known.now(lambda pulse: pulse.talk),
        reason=N_("Asks you to get in touch."),
        action=N_("Call, in private."),
        days=2,
        automatic="help texts on screen at once; nothing to the other side",
    ),
    Trigger(
        code="W1",
        at=Moment.DAY,
        happened=lambda known: not known.has_met and known.days_paired >= NO_MEETING_DAYS,
        reason=N_("No first meeting three weeks after they were paired."),
        action=N_("Help them find a first time."),
        days=3,
        automatic="after 14 days: propose three times to both",
        waits_for="proposing times from shared free hours",
    ),
    Trigger(
        code="W2",
        at=Moment.DAY,
        happened=lambda known: (
            (known.has_met and known.gap_days > GAP_TIMES * known.rhythm_days)
            or known.absences_in_a_row >= IN_A_ROW
        ),
        reason=N_("They meet much less often than they agreed."),
        action=N_("Ask both what gets in the way."),
        days=5,
        automatic="after 1.5 times the rhythm and 3 days: nudge both",
        waits_for="proposing times from shared free hours",
    ),
    Trigger(
        code="W3",
        at=Moment.CLOSED,
        happened=lambda known: known.missed_in_a_row >= IN_A_ROW or known.both_missed,
        reason=N_("Check-ins stayed without an answer."),
        action=N_("Send one kind line, or call."),
        days=5,
        automatic="one personal line, no scolding",
        waits_for="the weekly message",
    ),
    Trigger(
        code="W4",
        at=Moment.ANSWER,
        happened=lambda known: (
            known.now(lambda pulse: pulse.low_items >= IN_A_ROW)
            or known.twice(lambda pulse: pulse.low_items >= 1)
        ),
        reason=N_("Several answers about the contact were low."),
        action=TALK,
        days=5,
        automatic="their own card for a hard stretch, and three ways to go on",
    ),
    Trigger(
        code="W4",
        at=Moment.WISH,
        happened=lambda known: known.wants_help,
        reason=N_("Would like to prepare a talk together with you."),
        action=N_("Call, and prepare it together."),
        days=2,
    ),
    Trigger(
        code="W5",
        at=Moment.ANSWER,
        happened=lambda known: known.has_fallen,
        reason=N_("Answers fell clearly against the two check-ins before."),
        action=TALK,
        days=5,
        automatic="from a fall of 0.75: their own card",
        waits_for="choosing cards by answers",
    ),
    Trigger(
        code="W6",
        at=Moment.ANSWER,
        happened=lambda known: known.bonds_differ,
        reason=N_("The two see their contact differently, twice in a row."),
        action=N_("Hear the lower side first, in private."),
        days=5,
    ),
    Trigger(
        code="W7",
        at=Moment.ANSWER,
        happened=lambda known: known.now(lambda pulse: pulse.fit == "no"),
        reason=N_("The pairing does not feel right, and they want to talk about it."),
        action=TALK,
        days=3,
        automatic="don't know yet: ask again after the next meeting",
        waits_for="asking again after a meeting",
    ),
    Trigger(
        code="W8",
        at=Moment.ANSWER,
        happened=lambda known: (
            known.twice(lambda pulse: _is_low(pulse.mood) and pulse.shares_mood)
            and known.now(lambda pulse: pulse.talk)
        ),
        reason=N_("Has felt bad twice in a row, and would like a talk."),
        action=N_("Ask what would help."),
        days=2,
        automatic="supportive text and the question whether we shall get in touch",
    ),
    Trigger(
        code="W9",
        at=Moment.START,
        happened=lambda known: known.days_apart >= NOT_AGREED_DAYS,
        reason=N_("They expect different things of how often and how long."),
        action=N_("Help them agree before the first meeting."),
        days=5,
        automatic="at once: agreeing on it is a task before the first meeting",
    ),
    Trigger(
        code="W10",
        at=Moment.ANSWER,
        happened=lambda known: known.twice(lambda pulse: _is_low(pulse.capacity)),
        reason=N_("Has had too little time or energy, twice in a row."),
        action=N_("Offer fewer meetings, or a pause."),
        days=5,
        automatic="once: offer fewer meetings or a pause",
    ),
    Trigger(
        code="W11",
        at=Moment.HELP,
        happened=lambda known: known.help_too_much,
        reason=N_("Practical help was too much, twice in a row."),
        action=TALK,
        days=5,
    ),
    Trigger(
        code="W12",
        at=Moment.ENDING,
        happened=lambda known: known.silent_at_the_end,
        reason=N_("Two weeks without an answer while the pairing comes to its end."),
        action=N_("Send a goodbye, and offer a talk."),
        days=5,
    ),
    Trigger(
        code="W13",
        at=Moment.BACK,
        happened=lambda known: known.is_back,
        reason=N_("The pause that you gave them is over."),
        action=N_("Ask both how they would like to go on."),
        days=5,
    ),
)
