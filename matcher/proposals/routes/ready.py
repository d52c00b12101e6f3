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
from matcher.programmes.queries.matchable import list_bare
from matcher.programmes.queries.people import count_people, last_mails
from matcher.programmes.queries.ready import (
    count_incomplete,
    list_incomplete,
    list_paused,
    list_signed,
)
from matcher.programmes.services.duplicates import Signed, find_alike
from matcher.programmes.services.reminding import REMINDER
from matcher.programmes.views.people import Reader, in_people
from matcher.proposals.queries.places import count_free, count_taken
from matcher.proposals.routes.rooms import runs
from matcher.proposals.services.supply import balance
from matcher.proposals.views.ready import Found, ready_page
from matcher.proposals.views.run_list import readiness
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


def _found(permit: OfProgramme) -> Found:
    member, programme = permit.seen
    db, now = reading(), clock.now()
    taken = count_taken(db, programme.id)
    people = list_bare(db, programme, today=now.date())
    counts = count_people(db, programme)
    lacking = list_incomplete(db, programme, seen_by=member)
    reminded = last_mails(db, REMINDER, lacking)
    signed = [
        Signed(id=key, member_id=who, side=side, name=name, email=email, phone=phone)
        for key, who, side, name, email, phone in list_signed(db, programme)
    ]
    alike = [each for each in find_alike(signed) if not _own(each.one, each.other, member)]
    return Found(
        ready=readiness(count_free(db, programme, today=now.date()), counts),
        balances=balance(people, taken),
        incomplete=in_people(lacking, {}, reminded, Reader(member, language(), now)),
        incomplete_count=count_incomplete(db, programme),
        is_reminding=find_job(db, KIND, programme.id, period=now.date().isoformat()) is not None,
        alike=alike[:TWICE],
        paused=list_paused(db, programme),
        withdrawn=sum(n for (_side, state), n in counts.items() if state == "withdrawn"),
    )


def _own(one: Signed, other: Signed, member: Member) -> bool:
    return member.id in {one.member_id, other.member_id}
