"""Writing to a selection of people: composed, looked over, sent, and followed."""

from typing import Any
from uuid import UUID, uuid4

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from matcher.coordination.routes.pairs import wanted_bonds
from matcher.desk.forms import CircularForm
from matcher.desk.models import Circular
from matcher.desk.policy import may_read_circular
from matcher.desk.queries.circulars import (
    Reader,
    TooMany,
    find_circular,
    list_circulars,
    list_mails_of,
    list_members_of_pairs,
    list_members_of_people,
    list_names,
    list_readers,
)
from matcher.desk.routes.lists import OfProgramme
from matcher.desk.routes.rooms import HERE, desk
from matcher.desk.services.circulars import Written, send_circular
from matcher.desk.views.circulars import (
    NAMES,
    STARTS,
    circular_lines,
    circular_page,
    reader_lines,
)
from matcher.foundation import clock
from matcher.foundation.words import Language
from matcher.members.models import Member
from matcher.programmes.forms.people import search_form
from matcher.programmes.models import Programme
from matcher.programmes.policy import may_coordinate
from matcher.programmes.queries import find_coordinated
from matcher.programmes.routes.people import wanted_people
from matcher.programmes.views.words import told
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _n, language

ASKED = ("of", "part", "text", "side", "state", "language", "topic", "incomplete")
# More people than these are not chosen one by one.
SHOWN = 300


@desk.get(f"{HERE}/write")
@allows(may_coordinate, loads=find_coordinated)
def write(permit: OfProgramme) -> ResponseReturnValue:
    start = STARTS.get(request.args.get("start", ""))
    said = {
        f"{name}_{each}": "\n\n".join(told(piece, each) for piece in words.split("\n\n"))
        for each in Language
        for name, words in zip(("subject", "text"), start or ("", ""), strict=True)
    }
    form = CircularForm(formdata=None, key=str(uuid4()), **said)
    return _compose(permit, form, _readers(permit, reading()), chosen=None)


@desk.post(f"{HERE}/write")
@allows(may_coordinate, loads=find_coordinated)
def look_over(permit: OfProgramme) -> ResponseReturnValue:
    """Show once more what goes to whom, before anything goes."""
    form, every = CircularForm(), _readers(permit, reading())
    readers = _chosen(every or [])
    spoken = {each.member.language for each in readers if each.is_reached}
    right = form.accepted() and form.speaks(spoken)
    if not right or not spoken or request.form.get("go") == "back":
        return _compose(permit, form, every, chosen=request.form.getlist("to"))
    return render_template(
        "desk/look_over.html",
        programme_id=permit.address["programme_id"],
        form=form,
        said=_said(form),
        readers=reader_lines(readers),
        chosen_by_hand=len(every or ()) <= SHOWN,
        asked=_asked(),
    )


@desk.post(f"{HERE}/write/send")
@allows(may_coordinate, loads=find_coordinated)
def send_many(permit: OfProgramme) -> ResponseReturnValue:
    form, key = CircularForm(), _key(request.form.get("key", ""))
    if not form.accepted() or key is None:
        return _compose(permit, form, _readers(permit, reading()), chosen=None)
    written = Written(
        key=key,
        subjects={each: form[f"subject_{each}"].data or "" for each in Language},
        texts={each: form[f"text_{each}"].data or "" for each in Language},
    )
    with writing() as db:
        by, programme = permit.within(db)
        every = _readers(permit, db, by, programme)
        if every is None:
            return _compose(permit, form, None, chosen=None)
        readers = _chosen(every)
        circular_id = send_circular(db, programme, written, readers, by=by, now=clock.now()).id
        number = sum(each.is_reached for each in readers)
    flash(_n("On its way to %(num)s person.", "On its way to %(num)s people.", number))
    return redirect(url_for(".circular", **permit.address, circular_id=circular_id))


@desk.get(f"{HERE}/written")
@allows(may_coordinate, loads=find_coordinated)
def circulars(permit: OfProgramme) -> ResponseReturnValue:
    programme = permit.seen[1]
    lines = circular_lines(list_circulars(reading(), programme), language())
    return render_template("desk/circulars.html", programme_id=programme.id, lines=lines)


@desk.get(f"{HERE}/written/<uuid:circular_id>")
@allows(may_read_circular, loads=find_circular)
def circular(permit: Permit[Member, Circular]) -> ResponseReturnValue:
    found, db = permit.seen[1], reading()
    names = list_names(db, [UUID(key) for key in found.left_out])
    page = circular_page(found, list_mails_of(db, found), names)
    return render_template("desk/circular.html", page=page)


def _readers(
    permit: OfProgramme,
    db: Session,
    member: Member | None = None,
    programme: Programme | None = None,
) -> list[Reader] | None:
    """Find whom the list in the address holds, as it is at this moment; none: too many."""
    member, programme = member or permit.seen[0], programme or permit.seen[1]
    try:
        if request.args.get("of") == "pairs":
            members = list_members_of_pairs(db, programme, wanted_bonds(), seen_by=member)
        else:
            people = wanted_people(search_form(programme, request.args))
            members = list_members_of_people(db, programme, people, seen_by=member)
    except TooMany:
        return None
    return list_readers(db, members, now=clock.now())


def _chosen(readers: list[Reader]) -> list[Reader]:
    """Keep those who are ticked; where there are too many to tick, all."""
    if len(readers) > SHOWN:
        return readers
    ticked = set(request.form.getlist("to"))
    return [each for each in readers if str(each.member.id) in ticked or not each.is_reached]


def _compose(
    permit: OfProgramme,
    form: CircularForm,
    readers: list[Reader] | None,
    *,
    chosen: list[str] | None,
) -> ResponseReturnValue:
    shown = render_template(
        "desk/write.html",
        programme_id=permit.address["programme_id"],
        form=form,
        readers=reader_lines(readers or []),
        chosen=frozenset(chosen) if chosen is not None else None,
        may_choose=readers is not None and len(readers) <= SHOWN,
        too_many=readers is None,
        starts=NAMES,
        asked=_asked(),
    )
    return shown, 422 if form.errors else 200


def _said(form: CircularForm) -> tuple[tuple[Language, str, str], ...]:
    both = (
        (each, form[f"subject_{each}"].data or "", form[f"text_{each}"].data or "")
        for each in Language
    )
    return tuple(each for each in both if each[1])


def _asked() -> dict[str, Any]:
    """Whom the address asks for: the same list, on every page of this errand."""
    return {key: request.args[key] for key in ASKED if request.args.get(key)}


def _key(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None
