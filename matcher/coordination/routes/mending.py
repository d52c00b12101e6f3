"""A hard stretch: a card for the other one, and noting that it is mended."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from matcher.coordination.policy import may_look_after_pairing
from matcher.coordination.queries import find_overseen
from matcher.coordination.routes.caring import PAIR
from matcher.coordination.routes.rooms import Overseen, blueprint
from matcher.coordination.services.caring import Deed
from matcher.coordination.services.mending import give_card, keep_repaired
from matcher.foundation import clock
from matcher.web.policy import allows
from matcher.web.session import writing
from matcher.web.words import _


@blueprint.post(f"{PAIR}/card")
@allows(may_look_after_pairing, loads=find_overseen)
def share_card(permit: Overseen) -> ResponseReturnValue:
    with writing() as db:
        member, pairing = permit.within(db)
        give_card(db, Deed(pairing=pairing, by=member, now=clock.now()))
    flash(_("Both have a card now. It says nothing of what anybody answered."))
    return redirect(url_for(".pair", **permit.address))


@blueprint.post(f"{PAIR}/repaired")
@allows(may_look_after_pairing, loads=find_overseen)
def repaired(permit: Overseen) -> ResponseReturnValue:
    with writing() as db:
        member, pairing = permit.within(db)
        keep_repaired(db, Deed(pairing=pairing, by=member, now=clock.now()))
    flash(_("Noted as repaired. Finish the signal as well, and tell what happened."))
    return redirect(url_for(".pair", **permit.address))
