"""Looks whether anything was lost, came twice, or was promised to too many."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Set
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from examples.cluster.cluster import BOUNCES, Cluster
from examples.cluster.ledger import Ledger
from examples.cluster.machines import ROOT
from matcher.config import from_environment
from matcher.feedback.models import CheckIn
from matcher.guidance.tips import Side
from matcher.jobs.models import Job, JobState
from matcher.matching.result import Result
from matcher.members.models import Member, OneTimeLink
from matcher.members.queries import fingerprint as of_token
from matcher.messages.models import Budget, Delivery, Guarantee, Mail
from matcher.messages.returns import return_address
from matcher.pairings.models import Meeting, MeetingState, Pairing
from matcher.programmes.models import Consent, Enrolment
from matcher.proposals.models import Answer, MatchRun, Proposal, ProposalState
from matcher.proposals.services.results import fingerprint

Fault = str
LET_BE = {Delivery.QUEUED, Delivery.FAILED}


def faults(cluster: Cluster, ledger: Ledger, people: int, run_id: UUID) -> list[Fault]:
    """Return all that is wrong, in words."""
    found = list(_alone(cluster, run_id))
    with cluster.doors.reading() as db:
        for look in (_people, _pairs, _jobs):
            found += look(db, people)
        for kept in (_sign_ups, _answers, _meetings, _check_ins):
            found += kept(db, ledger)
        found += _mails(db, cluster)
    return found


def _people(db: Session, people: int) -> Iterator[Fault]:
    came = db.scalar(select(func.count(Enrolment.id))) or 0
    if came != people:
        yield f"{came} of {people} people came in"
    double = select(Member.email_key).group_by(Member.email_key).having(func.count() > 1)
    yield from (f"{key} is there twice" for key in db.scalars(double))
    agreed = select(Consent.enrolment_id).group_by(Consent.enrolment_id).having(func.count() > 1)
    if twice := db.scalars(agreed).all():
        yield f"{len(twice)} people agreed twice"


def _pairs(db: Session, _people: int) -> Iterator[Fault]:
    """No two twice together, and nobody with more than they have places for."""
    mentee, mentor = aliased(Enrolment), aliased(Enrolment)
    rows = db.execute(
        select(Pairing.id, mentee.id, mentee.places, mentor.id, mentor.places)
        .join(mentee, Pairing.mentee_enrolment_id == mentee.id)
        .join(mentor, Pairing.mentor_enrolment_id == mentor.id)
    ).all()
    together = Counter((row[1], row[3]) for row in rows)
    yield from (f"paired {times} times" for times in together.values() if times > 1)
    room = {row[1]: row[2] for row in rows} | {row[3]: row[4] for row in rows}
    taken = Counter([row[1] for row in rows] + [row[3] for row in rows])
    if overrun := [who for who, many in taken.items() if many > room[who]]:
        yield f"{len(overrun)} people have more than they have places for"
    agreed = select(Proposal.pairing_id).where(Proposal.state == ProposalState.AGREED)
    if Counter(db.scalars(agreed)) != Counter(row[0] for row in rows):
        yield "pairings are not those that were agreed to"


def _jobs(db: Session, _people: int) -> Iterator[Fault]:
    left = select(Job.kind, Job.state, Job.error).where(Job.state != JobState.DONE)
    yield from (f"{kind} is {state}: {error}" for kind, state, error in db.execute(left))


def _sign_ups(db: Session, ledger: Ledger) -> Iterator[Fault]:
    kept = set(db.scalars(select(Enrolment.id).where(Enrolment.confirmed_at.is_not(None))))
    yield from _lost("sign-ups", {UUID(each) for each in ledger.confirmed}, kept)


def _answers(db: Session, ledger: Ledger) -> Iterator[Fault]:
    """Each answer as it was given; and where both said yes, they are paired."""
    mentor, mentee = aliased(Member), aliased(Member)
    kept: dict[tuple[str, str], str] = {}
    for side, member in ((Side.MENTOR, mentor), (Side.MENTEE, mentee)):
        at = getattr(Proposal, f"{side}_enrolment_id")
        query = select(Proposal.id, member.email, getattr(Proposal, f"{side}_answer"))
        query = query.join(Enrolment, at == Enrolment.id).join(member, Enrolment.member)
        kept |= {(str(one), str(email)): str(answer) for one, email, answer in db.execute(query)}
    yield from _lost("answers", set(ledger.answered.items()), set(kept.items()))
    both = (Proposal.mentor_answer == Answer.YES, Proposal.mentee_answer == Answer.YES)
    apart = select(func.count(Proposal.id)).where(*both, Proposal.pairing_id.is_(None))
    if many := db.scalar(apart.where(Proposal.state == ProposalState.OFFERED)):
        yield f"{many} said yes to each other, and nothing came of it"


def _meetings(db: Session, ledger: Ledger) -> Iterator[Fault]:
    held = select(Meeting.pairing_id).where(Meeting.state == MeetingState.HELD)
    kept = Counter(db.scalars(held))
    yield from _lost("meetings", {UUID(each) for each in ledger.met}, set(kept))
    yield from (f"one meeting is there {many} times" for many in kept.values() if many > 1)


def _check_ins(db: Session, ledger: Ledger) -> Iterator[Fault]:
    links = db.execute(select(OneTimeLink.fingerprint, OneTimeLink.subject_id))
    about = {each.fingerprint: each.subject_id for each in links}
    kept = {str(each.id): each.answers or {} for each in db.scalars(select(CheckIn))}
    wrong = 0
    for token, given in ledger.told.items():
        there = kept.get(str(about[of_token(token)]), {})
        said = {key.replace(".", "_"): str(value) for key, value in there.items()}
        wrong += not set(given.items()) <= set(said.items())
    if wrong:
        yield f"{wrong} check-ins were acknowledged and are not there"


def _mails(db: Session, cluster: Cluster) -> Iterator[Fault]:
    """Each mail came, once; what must arrive may have a twin, under the same name."""
    came, secret = cluster.postbox.came, from_environment(cluster.webs[0].settings).SECRET_KEY
    count: Counter[str] = Counter()
    for mail in db.scalars(select(Mail)):
        address = return_address(mail.id, BOUNCES, secret)
        once = mail.guarantee == Guarantee.AT_MOST_ONCE
        # Guidance may wait for a better moment, or be let go when none comes.
        waits = mail.budget == Budget.GUIDANCE and mail.delivery in LET_BE
        in_doubt = once and mail.delivery == Delivery.UNKNOWN
        count["lost"] += not (came[address] or waits or in_doubt)
        count["not noted as sent"] += not (mail.delivery == Delivery.SENT or waits or in_doubt)
        count["twice though it goes once"] += once and came[address] > 1
        count["with a twin of another name"] += len(cluster.postbox.names[address]) > 1
    yield from (f"{many} mails {what}" for what, many in count.items() if many)


def _alone(cluster: Cluster, run_id: UUID) -> Iterator[Fault]:
    """Compute the run again, undisturbed and without Dask; and follow the trail."""
    with cluster.doors.reading() as db:
        run = db.get_one(MatchRun, run_id)
        snapshot, expected = run.snapshot, run.result_hash
    source, target = (cluster.webs[0].folder / name for name in ("snapshot", "result"))
    source.write_text(json.dumps(snapshot))
    command = [sys.executable, "-m", "matcher.matching.child", str(source), str(target)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  # ours
    if fingerprint(Result.from_json(Path(target).read_text())) != expected:
        yield "the run's result is not that of an undisturbed one"
    trail = cluster.matcher("audit", "verify")
    if trail.returncode:
        yield f"the trail: {trail.stdout or trail.stderr}"


def _lost(what: str, acknowledged: Set[Any], kept: Set[Any]) -> Iterator[Fault]:
    if lost := acknowledged - kept:
        yield f"{len(lost)} of {len(acknowledged)} {what} were acknowledged and are not there"
