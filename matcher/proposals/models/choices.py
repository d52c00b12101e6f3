"""The closed lists of runs and proposals, each value with the words shown for it."""

from matcher.foundation.words import N_
from matcher.programmes.models import Meets
from matcher.proposals.models.proposal import Answer, ProposalState
from matcher.proposals.models.run import RunState

RUN_STATES = {
    RunState.QUEUED: N_("Waits for its turn"),
    RunState.RUNNING: N_("At work"),
    RunState.REVIEWED: N_("Ready to review"),
    RunState.PUBLISHED: N_("Published"),
    RunState.CANCELLED: N_("Cancelled"),
    RunState.FAILED: N_("Did not succeed"),
}
STATES = {
    ProposalState.SUGGESTED: N_("To review"),
    ProposalState.APPROVED: N_("Approved"),
    ProposalState.REJECTED: N_("Not this pair"),
    ProposalState.OFFERED: N_("Waits for answers"),
    ProposalState.AGREED: N_("Both said yes"),
    ProposalState.DECLINED: N_("Declined"),
    ProposalState.EXPIRED: N_("No answer in time"),
    ProposalState.WITHDRAWN: N_("Withdrawn"),
    ProposalState.STALE: N_("No longer possible"),
}
ANSWERS = {
    Answer.PENDING: N_("no answer yet"),
    Answer.YES: N_("yes"),
    Answer.NO: N_("no"),
}
# Why a member says no. The kind becomes a rule for the next run; their own words are sealed.
DECLINE_REASONS = {
    "time": N_("The times do not suit me"),
    "distance": N_("It is too far, or not the way I want to meet"),
    "topic": N_("It is not about what I am looking for"),
    "feeling": N_("It does not feel right"),
    "known": N_("We know each other already"),
    "other": N_("Something else"),
}
# Why a coordinator puts a pair aside before anyone has seen it.
REJECT_REASONS = {
    "fit": N_("They would not suit each other"),
    "practical": N_("It cannot work in practice"),
    "other_plan": N_("I have someone else in mind"),
    "known": N_("They know each other already"),
    "other": N_("Something else"),
}
# Short names of the criteria, for charts on a phone.
CRITERIA = {
    "topics": N_("Topics"),
    "words": N_("Own words"),
    "languages": N_("Languages"),
    "availability": N_("Shared hours"),
    "place": N_("Place"),
    "style": N_("Way of helping"),
}
# How somebody would like to meet, said of them rather than to them.
MEETS = {
    Meets.EITHER: N_("Online or in person"),
    Meets.IN_PERSON: N_("In person"),
    Meets.ONLINE: N_("Online, by video or phone"),
}
