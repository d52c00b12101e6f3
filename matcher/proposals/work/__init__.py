"""What goes on in the background: runs, many pairs at once, deadlines."""

from datetime import timedelta

from matcher.jobs.work import Task
from matcher.proposals.services.counting import COUNT
from matcher.proposals.work.bulk import decide_proposals, publish_proposals
from matcher.proposals.work.deadlines import expire_offers
from matcher.proposals.work.publishing import publish_planned
from matcher.proposals.work.run import match_run
from matcher.proposals.work.supply import count_supplies, count_supply
from matcher.proposals.work.trying import try_settings
from matcher.proposals.work.weighing import weigh_pair

__all__ = ["SCHEDULE", "WORK"]

WORK = {
    "match_run": match_run,
    "decide_proposals": decide_proposals,
    "publish_proposals": publish_proposals,
    COUNT: count_supply,
    "try_settings": try_settings,
    "weigh_pair": weigh_pair,
}
SCHEDULE = (
    Task(name="expire_offers", every=timedelta(minutes=15), does=expire_offers),
    Task(name="publish_planned", every=timedelta(minutes=5), does=publish_planned),
    Task(name="count_supplies", every=timedelta(minutes=5), does=count_supplies),
)
