"""What was played, in numbers."""

import os
from collections.abc import Iterator

from examples.cluster.cluster import Cluster
from examples.cluster.machines import most_memory
from examples.cluster.playing import count
from examples.cluster.story import Story
from matcher.jobs.models import Job
from matcher.messages.models import Delivery, Guarantee, Mail
from matcher.pairings.models import Pairing
from matcher.proposals.models import MatchRun


def figures(story: Story) -> Iterator[str]:
    cluster, came = story.cluster, story.cluster.postbox.came
    with cluster.doors.reading() as db:
        run = db.get_one(MatchRun, story.run_id)
        found, seconds = run.summary["covered"], run.seconds or 0.0
        yield f"Run: {found} mentees with somebody in {seconds:.1f} s by {_who_computed(cluster)}"
        yield f"Its result: {run.result_hash}"
    pairs, again = count(cluster.doors, Pairing), count(cluster.doors, Job, Job.fence > 1)
    once = count(cluster.doors, Mail, Mail.guarantee == Guarantee.AT_MOST_ONCE)
    doubt = count(cluster.doors, Mail, Mail.delivery == Delivery.UNKNOWN)
    twins = sum(many - 1 for many in came.values())
    yield f"{pairs} pairings; {len(story.ledger)} acknowledged writes of members"
    yield f"{sum(came.values())} mails, {twins} twins; {once} go once, {doubt} of them in doubt"
    yield f"Answers by status: {dict(sorted(story.site.tally.items()))}"
    yield f"Memory at most, in MB: {_memory(cluster)}"
    yield f"Killed: {', '.join(cluster.killed)}; {again} pieces of work taken up again"


def _memory(cluster: Cluster) -> str:
    taken = {each.name: each.memory for each in cluster.machines}
    taken |= {
        f"Dask worker {n}": most_memory(each.pid) for n, each in enumerate(cluster.dask.workers)
    }
    taken["this script, with browsers and mail server"] = most_memory(os.getpid())
    return ", ".join(f"{name} {most / 1e6:.0f}" for name, most in taken.items() if most)


def _who_computed(cluster: Cluster) -> str:
    said = [(each.folder / "said").read_text() for each in cluster.workers]
    away = any("the Dask cluster did not do it" in text for text in said)
    return "a worker alone" if away else "the Dask cluster"
