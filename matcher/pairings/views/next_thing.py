"""The one thing for now: what stands on top of the space, for one of the two.

Meetings come first, then whoever waits for an answer. Listening back comes while a meeting is
planned and there is nothing else to do, or as long as the last one is fresh in memory.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from matcher.guidance.tips import Side
from matcher.pairings.models import MeetingState, PairingState
from matcher.pairings.queries.entries import UNANSWERED
from matcher.pairings.queries.met import Met
from matcher.pairings.views.heard import asked_about

SOON = timedelta(days=1)  # then only the meeting itself counts
JUST_NOW = timedelta(days=2)  # so long a meeting is looked back on before the next is planned
FRESH = timedelta(days=14)  # so long somebody may be asked what they heard
AHEAD = {MeetingState.PROPOSED, MeetingState.PLANNED}
RESTING = {PairingState.PAUSED: "rest", PairingState.CLOSED: "over"}


def next_thing(  # noqa: PLR0913  # who looks, from which side, and all that it depends on
    member_id: UUID,
    side: Side,
    state: PairingState,
    meetings: Sequence[Met],
    counts: Mapping[str, int],
    *,
    now: datetime,
) -> str:
    """Return rest, over, answer, log, receive, plan, say_back, make_right, wait or meet."""
    if state in RESTING:
        return RESTING[state]
    ahead = next((each for each in meetings if each.state in AHEAD), None)
    meeting = _of_meeting(ahead, member_id, now)
    if meeting in {"answer", "log"}:
        return meeting
    if counts.get(UNANSWERED):
        return "receive"
    if ahead is not None and ahead.starts_at - now < SOON:
        return meeting
    most = FRESH if ahead else JUST_NOW
    return _listen_back(side, meetings, now=now, most=most) or meeting


def _of_meeting(ahead: Met | None, member_id: UUID, now: datetime) -> str:
    if ahead is None:
        return "plan"
    if ahead.state == MeetingState.PROPOSED and ahead.offered[-1] > now:
        return "wait" if ahead.proposed_by_id == member_id else "answer"
    return "meet" if ahead.starts_at > now else "log"


def _listen_back(side: Side, meetings: Sequence[Met], *, now: datetime, most: timedelta) -> str:
    about = asked_about(meetings)
    if about is None or (about.heard and about.heard.kept_at):
        return ""
    if side == Side.MENTEE:
        is_fresh = about.heard is not None and now - about.heard.written_at < most
        return "make_right" if is_fresh else ""
    return "say_back" if not about.heard and now - about.starts_at < most else ""
