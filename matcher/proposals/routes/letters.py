"""The words of a programme's mails about proposals."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation import clock
from matcher.members.models import Member
from matcher.programmes.models import Programme
from matcher.programmes.policy import may_coordinate
from matcher.programmes.queries import find_coordinated
from matcher.proposals.forms.publishing import LetterForm
from matcher.proposals.queries.letter_texts import WHICH, Which, find_its_letter, list_letter_texts
from matcher.proposals.queries.review import list_names_of_members
from matcher.proposals.routes.rooms import review
from matcher.proposals.services.letter_texts import (
    ChangedMeanwhile,
    drop_letter_text,
    save_letter_text,
)
from matcher.proposals.views.letter_texts import first_words, letter_line, letter_lines
from matcher.proposals.wording import Wording
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _, language

OfProgramme = Permit[Member, Programme]


@review.get("/letters")
@allows(may_coordinate, loads=find_coordinated)
def letters(permit: OfProgramme) -> ResponseReturnValue:
    programme = permit.seen[1]
    texts = list_letter_texts(reading(), programme.id)
    lines = letter_lines(programme, texts, today=clock.today(), language=language())
    return render_template("review/letters.html", programme_id=programme.id, letters=lines)


@review.get("/letters/<letter>")
@allows(may_coordinate, loads=find_its_letter)
def letter(permit: OfProgramme) -> ResponseReturnValue:
    text = list_letter_texts(reading(), permit.seen[1].id).get(_which(permit))
    words = Wording(text.subject, text.body) if text else first_words(_which(permit))
    version = text.version if text else 0
    form = LetterForm(formdata=None, subject=words.subject, body=words.body, seen=str(version))
    return _page(permit, form)


@review.post("/letters/<letter>")
@allows(may_coordinate, loads=find_its_letter)
def save_letter(permit: OfProgramme) -> ResponseReturnValue:
    form = LetterForm()
    if not form.accepted() or not form.can_be_sent():
        return _page(permit, form)
    wording = Wording(form.subject.data or "", form.body.data or "")
    try:
        with writing() as db:
            by, programme = permit.within(db)
            which, now = _which(permit), clock.now()
            save_letter_text(db, programme, which, wording, seen=form.version, by=by, now=now)
    except ChangedMeanwhile as theirs:
        return _changed(permit, form, theirs)
    flash(_("Saved. From the next mail on it is said in your words."))
    return redirect(url_for(".letters", programme_id=permit.address["programme_id"]))


@review.post("/letters/<letter>/reset")
@allows(may_coordinate, loads=find_its_letter)
def reset_letter(permit: OfProgramme) -> ResponseReturnValue:
    with writing() as db:
        by, programme = permit.within(db)
        drop_letter_text(db, programme, _which(permit), by=by, now=clock.now())
    flash(_("From the next mail on it is said in our words again."))
    return redirect(url_for(".letters", programme_id=permit.address["programme_id"]))


def _which(permit: OfProgramme) -> Which:
    return WHICH.get(permit.address["letter"]) or abort(404)


def _page(permit: OfProgramme, form: LetterForm) -> ResponseReturnValue:
    programme, which = permit.seen[1], _which(permit)
    text = list_letter_texts(reading(), programme.id).get(which)
    line = letter_line(programme, which, text, today=clock.today(), language=language())
    shown = render_template("review/letter.html", programme_id=programme.id, letter=line, form=form)
    return shown, form.status


def _changed(
    permit: OfProgramme, form: LetterForm, theirs: ChangedMeanwhile
) -> ResponseReturnValue:
    """Show both versions: what a colleague saved, and one's own to go on with."""
    reading().rollback()
    names = list_names_of_members(reading(), [theirs.by_id])
    form.seen.data = str(theirs.version)
    which = _which(permit)
    shown = render_template(
        "review/letter_changed.html",
        programme_id=permit.address["programme_id"],
        key=permit.address["letter"],
        by=next(iter(names.values()), ""),
        theirs=Wording(theirs.subject, theirs.body) if theirs.version else first_words(which),
        form=form,
    )
    return shown, 409
