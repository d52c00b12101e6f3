"""The pages of whoever looks after the installation, and the figures for whoever watches it."""

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.jobs.models import Job
from matcher.members.models import Member
from matcher.messages.models import Mail
from matcher.operations import metrics as figures_for_watchers
from matcher.operations.health import Facts, checks
from matcher.operations.policy import may_operate, may_settle_job, may_settle_mail
from matcher.operations.queries import (
    count_mails,
    find_oldest_due_mail,
    find_operated_job,
    find_operated_mail,
    find_operator,
    list_jobs,
    list_turns,
    list_unsettled_mails,
)
from matcher.operations.services import give_up, mail_again, try_again
from matcher.operations.views import (
    GIVEN_UP,
    JobLine,
    OperationsPage,
    UnsettledMail,
    figures,
    task_lines,
)
from matcher.web.policy import Permit, allows, anyone
from matcher.web.session import reading, writing
from matcher.web.words import _

blueprint = Blueprint("operations", __name__)


@blueprint.get("/installation")
@allows(may_operate, loads=find_operator)
def show(_permit: Permit[Member, Member]) -> ResponseReturnValue:
    db, now = reading(), clock.now()
    facts = Facts(turns=list_turns(db), oldest_due_mail=find_oldest_due_mail(db, now=now), now=now)
    jobs = list_jobs(db)
    page = OperationsPage(
        checks=tuple(checks(facts, current_app.config["SETTINGS"])),
        given_up=tuple(JobLine.of(job) for job in jobs if job.state in GIVEN_UP),
        jobs=tuple(JobLine.of(job) for job in jobs if job.state not in GIVEN_UP),
        figures=figures(count_mails(db)),
        mails=tuple(UnsettledMail.of(mail) for mail in list_unsettled_mails(db)),
        tasks=task_lines(facts, current_app.extensions["schedule"]),
    )
    return render_template("operations/show.html", page=page)


@blueprint.post("/installation/jobs/<uuid:job_id>/again")
@allows(may_settle_job, loads=find_operated_job)
def retry(permit: Permit[Member, Job]) -> ResponseReturnValue:
    with writing() as db:
        member, job = permit.within(db)
        try_again(db, job, by=member, now=clock.now())
    flash(_("It is tried again."))
    return redirect(url_for(".show"))


@blueprint.post("/installation/jobs/<uuid:job_id>/aside")
@allows(may_settle_job, loads=find_operated_job)
def put_aside(permit: Permit[Member, Job]) -> ResponseReturnValue:
    with writing() as db:
        member, job = permit.within(db)
        give_up(db, job, by=member, now=clock.now())
    flash(_("Put aside. It stands among the latest work, where you can still try it again."))
    return redirect(url_for(".show"))


@blueprint.post("/installation/mails/<uuid:mail_id>/again")
@allows(may_settle_mail, loads=find_operated_mail)
def resend(permit: Permit[Member, Mail]) -> ResponseReturnValue:
    with writing() as db:
        member, mail = permit.within(db)
        mail_again(db, mail, by=member, now=clock.now())
    flash(_("It goes out again."))
    return redirect(url_for(".show"))


@blueprint.get("/metrics")
@anyone
def metrics() -> ResponseReturnValue:
    """Tell figures, none of a person: to this machine itself, or to whoever has the token."""
    settings = current_app.config["SETTINGS"]
    if not figures_for_watchers.may_watch(request, settings.METRICS_TOKEN):
        abort(404)
    text = figures_for_watchers.written(reading(), settings, now=clock.now())
    return text, 200, {"Content-Type": figures_for_watchers.CONTENT_TYPE}
