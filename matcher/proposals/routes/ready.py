"""Before a run: who is in, who is not yet, who may be here twice, and what is scarce."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.jobs.queries import find_job
from matcher.jobs.services import enqueue
from matcher.members.models import Member
from matcher.programmes.models import Programme
from matcher.programmes.policy import may_coordinate
from matcher.programmes.queries import find_coordinated
from matcher.programmes.queries.history import last_mails
from matcher.programmes.queries.ready import count_incomplete, list_incomplete, list_paused
from matcher.programmes.services.duplicates import Alike, signed
from matcher.programmes.services.reminding import REMINDER
from matcher.programmes.views.people import Reader, in_people
from matcher.proposals.queries.supply import list_still_there
from matcher.proposals.routes.rooms import runs
from matcher.proposals.services.counting import COUNT, Counted, counted
from matcher.proposals.views.ready import Found, ready_page
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _, language

OfProgramme = Permit[Member, Programme]
KIND = "remind_sign_ups"
TWICE = 20


@runs.get("/ready")
@allows(may_coordinate, loads=find_coordinated)
def ready(permit: OfProgramme) -> ResponseReturnValue:
    page = ready_page(permit.seen[1], _found(permit), language())
    return render_template("runs/ready.html", page=page)


@runs.post("/ready/remind")
@allows(may_coordinate, loads=find_coordinated)
def remind_all(permit: OfProgramme) -> ResponseReturnValue:
    now = clock.now()
    with writing() as db:
        coordinator, programme = permit.within(db)
        period, payload = now.date().isoformat(), {"by": str(coordinator.id)}
        enqueue(db, KIND, programme.id, now=now, period=period, payload=payload)
    flash(_("Everybody who has something open gets one mail, unless they had one this week."))
    return redirect(url_for(".ready", **permit.address))


@runs.post("/ready/count")
@allows(may_coordinate, loads=find_coordinated)
def count_anew(permit: OfProgramme) -> ResponseReturnValue:
    now = clock.now()
    with writing() as db:
        _member, programme = permit.within(db)
        enqueue(db, COUNT, programme.id, now=now, period=now.isoformat(timespec="minutes"))
    flash(_("We are counting again. Look again in a moment."))
    return redirect(url_for(".ready", **permit.address))


def _found(permit: OfProgramme) -> Found:
    member, programme = permit.seen
    db, now = reading(), clock.now()
    sums = counted(db, programme, today=now.date())
    lacking = list_incomplete(db, programme, seen_by=member)
    reminded = last_mails(db, REMINDER, lacking)
    return Found(
        counted=sums,
        incomplete=in_people(lacking, {}, reminded, Reader(member, language(), now)),
        incomplete_count=count_incomplete(db, programme),
        is_reminding=find_job(db, KIND, programme.id, period=now.date().isoformat()) is not None,
        alike=_alike(sums, member),
        paused=list_paused(db, programme),
    )


def _alike(sums: Counted, member: Member) -> list[Alike]:
    """Name those who may be here twice and still take part; none of them oneself."""
    ids = {each for one, other, _kinds in sums.twice for each in (one, other)}
    there = {each.id: each for each in list_still_there(reading(), list(ids))}
    return [
        Alike(one=signed(there[one]), other=signed(there[other]), same=kinds)
        for one, other, kinds in sums.twice
        if {one, other} <= there.keys()
        and member.id not in {there[one].member_id, there[other].member_id}
    ][:TWICE]
