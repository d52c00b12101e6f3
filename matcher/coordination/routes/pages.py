"""A coordinator's pages: the work list, and a pairing."""

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from matcher.audit.openings import CHECK_INS, note_opening
from matcher.coordination.forms import NoteForm
from matcher.coordination.policy import may_look_after_pairing
from matcher.coordination.queries import (
    count_states,
    find_latest_run,
    find_overseen,
    list_coordinated,
    list_due_check_ins,
)
from matcher.coordination.queries.caring import list_cares
from matcher.coordination.queries.certificates import list_expiring
from matcher.coordination.queries.usefulness import is_seldom_useful, latest_verdicts
from matcher.coordination.routes.rooms import Overseen, Programmed, blueprint
from matcher.coordination.services import write_pair_note
from matcher.coordination.views import (
    glance,
    meeting_lines,
    pair_for_coordinator,
    pairs_message,
    programme_lines,
    waits,
)
from matcher.coordination.views.caring import care_lines, hard_lines, place_lines, three_line
from matcher.coordination.views.certificates import certificate_lines
from matcher.coordination.views.upkeep import proposals
from matcher.feedback.queries.three_way import latest_three_way
from matcher.feedback.services.signals import strict_codes
from matcher.feedback.views import pulses_of_pairing, work_list
from matcher.foundation import clock
from matcher.foundation.greeting import hello
from matcher.members.models import Member
from matcher.members.policy import is_oneself
from matcher.members.queries import find_me
from matcher.pairings.queries import list_meetings
from matcher.pairings.queries.entries import list_told_entries
from matcher.pairings.queries.facts import find_leaf_facts
from matcher.pairings.queries.heard import heard_facts
from matcher.pairings.queries.library import list_shown
from matcher.pairings.queries.ruptures import list_open_ruptures
from matcher.pairings.views.entries import shared_entry
from matcher.programmes.policy import may_coordinate, may_create_programmes
from matcher.programmes.queries import find_coordinated
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _, language, zone


@blueprint.get("")
@allows(is_oneself, loads=find_me)
def index(permit: Permit[Member, Member]) -> ResponseReturnValue:
    member, _me = permit.seen
    programmes = list_coordinated(reading(), seen_by=member)
    if len(programmes) == 1 and not member.is_administrator:
        return redirect(url_for(".today", programme_id=programmes[0].id))
    shown = programme_lines(programmes, member, language())
    return render_template(
        "coordination/index.html",
        programmes=shown,
        may_name=member.is_administrator,
        may_make=may_create_programmes(member, member),
    )


@blueprint.get("/<uuid:programme_id>")
@allows(may_coordinate, loads=find_coordinated)
def today(permit: Programmed) -> ResponseReturnValue:
    member, programme = permit.seen
    db, day, now = reading(), clock.today(), clock.now().astimezone(zone())
    counts = count_states(db, programme.id)
    run = find_latest_run(db, programme.id)
    work = work_list(db, [programme.id], seen_by=member, today=day)
    page = glance(programme, counts, run, today=day, language=language())
    return render_template(
        "coordination/today.html",
        page=page,
        work=work,
        due=list_due_check_ins(db, programme.id),
        greeting=hello(now, member.name),
        waits=waits(work),
        attention=len({item.pairing_id for item in work if item.pairing_id}),
        pairs_message=pairs_message(page, work),
        certificates=certificate_lines(
            list_expiring(db, programme.id, today=day, seen_by=member), today=day
        ),
        proposed=_proposed(db, programme.id),
    )


def _proposed(db: Session, programme_id: UUID) -> int:
    """Count kinds of signals that were seldom useful, and are not raised more strictly yet."""
    verdicts = latest_verdicts(db, programme_id)
    seldom = any(map(is_seldom_useful, verdicts.values()))
    return proposals(verdicts, strict_codes(db, programme_id)) if seldom else 0


@blueprint.get("/<uuid:programme_id>/pairs/<uuid:pairing_id>")
@allows(may_look_after_pairing, loads=find_overseen)
def pair(permit: Overseen) -> ResponseReturnValue:
    return _pair(permit, NoteForm(note=permit.seen[1].note))


@blueprint.post("/<uuid:programme_id>/pairs/<uuid:pairing_id>/note")
@allows(may_look_after_pairing, loads=find_overseen)
def keep_note(permit: Overseen) -> ResponseReturnValue:
    form = NoteForm()
    if not form.accepted():
        return _pair(permit, form)
    with writing() as db:
        member, pairing = permit.within(db)
        write_pair_note(db, pairing, form.note.data or "", by=member, now=clock.now())
    flash(_("Your note is kept."))
    return redirect(url_for(".pair", **permit.address))


def _pair(permit: Overseen, form: NoteForm) -> ResponseReturnValue:
    member, pairing = permit.seen
    db, day = reading(), clock.today()
    _note_who_reads(permit)
    work = work_list(db, [pairing.programme_id], seen_by=member, today=day)
    page = render_template(
        "coordination/pair.html",
        pair=pair_for_coordinator(pairing),
        work=tuple(item for item in work if item.pairing_id == pairing.id),
        pulses=pulses_of_pairing(db, pairing.id, language()),
        meetings=meeting_lines(list_meetings(db, pairing)),
        told=tuple(shared_entry(each) for each in list_told_entries(db, pairing)),
        heard=heard_facts(db, pairing),
        together=find_leaf_facts(db, pairing),
        cares=care_lines(list_cares(db, pairing), pairing, member),
        hard=hard_lines(list_open_ruptures(db, pairing), pairing),
        places=place_lines(list_shown(db, pairing), language()),
        three=three_line(latest_three_way(db, pairing), pairing),
        form=form,
    )
    return page, form.status


def _note_who_reads(permit: Overseen) -> None:
    """Both of the two can see that somebody looked at their answers."""
    member, pairing = permit.seen
    with writing() as db:
        for of in (pairing.mentor_member_id, pairing.mentee_member_id):
            note_opening(db, CHECK_INS, pairing.id, of=of, by=member, at=clock.now())
