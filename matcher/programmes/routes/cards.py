"""A programme's own words for the cards, side by side in both languages."""

from collections.abc import Callable

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.guidance.cards import cards
from matcher.guidance.tips import Tip
from matcher.members.models import Member
from matcher.programmes.forms.card_texts import CardForm
from matcher.programmes.models import CardText, CardTextState, Programme
from matcher.programmes.policy import may_word_cards
from matcher.programmes.queries.card_texts import (
    AT_WORK,
    find_card_here,
    find_card_text,
    list_card_texts,
)
from matcher.programmes.queries.programmes import find_governed, list_coordinators
from matcher.programmes.services.card_texts import (
    approve_card,
    ask_for_approval,
    back_to_standard,
    find_in_review,
    send_back,
    write_card,
)
from matcher.programmes.views.card_texts import card_page, cards_page
from matcher.web.policy import Permit, allows
from matcher.web.session import reading, writing
from matcher.web.words import _, language, said

blueprint = Blueprint("cards", __name__, url_prefix="/coordination/<uuid:programme_id>/cards")

Governed = Permit[Member, Programme]
SHOWN = (*AT_WORK, CardTextState.LIVE)
Deed = Callable[[Session, Programme, CardText, Member], None]


@blueprint.get("")
@allows(may_word_cards, loads=find_governed)
def index(permit: Governed) -> ResponseReturnValue:
    member, programme = permit.seen
    asked = request.args.get("tip", "")
    tip = Tip(asked) if asked in set(Tip) else Tip.LISTEN
    texts = list_card_texts(reading(), programme.id)
    page = cards_page(programme, texts, tip, seen_by=member, language=language())
    return render_template("cards/index.html", page=page)


@blueprint.get("/<card>")
@allows(may_word_cards, loads=find_card_here)
def show(permit: Governed) -> ResponseReturnValue:
    _member, programme = permit.seen
    card = cards()[permit.address["card"]]
    asked = (CardTextState.ENDED,) if request.args.get("earlier") else SHOWN
    text = find_card_text(reading(), programme.id, card.id, *asked)
    words = (text.text_en, text.text_nl) if text else (card.texts["en"], card.texts["nl"])
    return _show(permit, CardForm(None, text_en=words[0], text_nl=words[1]))


@blueprint.post("/<card>")
@allows(may_word_cards, loads=find_card_here)
def save(permit: Governed) -> ResponseReturnValue:
    card = permit.address["card"]
    form = CardForm(card=cards()[card])
    if not form.accepted():
        return _show(permit, form)
    with writing() as db:
        member, programme = permit.within(db)
        en, nl = form.text_en.data or "", form.text_nl.data or ""
        draft = write_card(db, programme, card, en, nl, by=member, now=clock.now())
        if request.form.get("then") != "draft":
            ask_for_approval(db, draft, by=member, now=clock.now())
            return _back(permit, _("Kept. As soon as somebody else approves it, it is shown."))
    return _back(permit, _("Your draft is kept. It is not shown yet."))


@blueprint.post("/<card>/approve")
@allows(may_word_cards, loads=find_card_here)
def approve(permit: Governed) -> ResponseReturnValue:
    def deed(db: Session, programme: Programme, text: CardText, member: Member) -> None:
        approve_card(db, programme, text, by=member, now=clock.now())

    return _decide(permit, deed, _("Your approval is noted."))


@blueprint.post("/<card>/send-back")
@allows(may_word_cards, loads=find_card_here)
def refuse(permit: Governed) -> ResponseReturnValue:
    def deed(db: Session, _programme: Programme, text: CardText, member: Member) -> None:
        send_back(db, text, by=member, now=clock.now())

    return _decide(permit, deed, _("It is a draft again."))


@blueprint.post("/<card>/standard")
@allows(may_word_cards, loads=find_card_here)
def standard(permit: Governed) -> ResponseReturnValue:
    with writing() as db:
        member, programme = permit.within(db)
        back_to_standard(db, programme, permit.address["card"], by=member, now=clock.now())
    return _back(permit, _("The standard text is shown again."))


def _decide(permit: Governed, deed: Deed, told: str) -> ResponseReturnValue:
    try:
        with writing() as db:
            member, programme = permit.within(db)
            text = find_in_review(db, programme, permit.address["card"])
            deed(db, programme, text, member)
    except RuleBroken as refused:
        return _back(permit, said(refused.sentence))
    return _back(permit, told)


def _show(permit: Governed, form: CardForm) -> ResponseReturnValue:
    member, programme = permit.seen
    db, card = reading(), permit.address["card"]
    page = card_page(
        programme,
        cards()[card],
        list_card_texts(db, programme.id),
        seen_by=member,
        language=language(),
        is_alone=len(list_coordinators(db, programme)) == 1,
        has_earlier=find_card_text(db, programme.id, card, CardTextState.ENDED) is not None,
    )
    return render_template("cards/show.html", page=page, form=form), form.status


def _back(permit: Governed, told: str) -> ResponseReturnValue:
    flash(told)
    return redirect(url_for(".show", **permit.address))
