"""What a coordinator decides in a hard stretch."""

from sqlalchemy.orm import Session

from matcher.coordination.models import Care, CareKind
from matcher.coordination.services.caring import Deed, keep
from matcher.feedback.services.ruptures import note_repaired, share
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.pairings.queries.ruptures import list_open_ruptures

NONE = N_("There is no hard stretch to mend with these two now.")


def give_card(db: Session, deed: Deed) -> Care:
    """Decide that the other one gets a card as well."""
    open_ones = list_open_ruptures(db, deed.pairing)
    if not open_ones:
        raise RuleBroken(NONE)
    for each in open_ones:
        share(db, each, by=deed.by, now=deed.now)
    return keep(db, deed, CareKind.CARD)


def keep_repaired(db: Session, deed: Deed) -> Care:
    """Note that the two have mended it: both get ordinary cards again."""
    if not note_repaired(db, deed.pairing, by=deed.by, now=deed.now):
        raise RuleBroken(NONE)
    return keep(db, deed, CareKind.REPAIRED)
