"""The blueprint of all pages about a pairing."""

from flask import Blueprint

from matcher.members.models import Member
from matcher.pairings.models import Meeting, Pairing
from matcher.web.policy import Permit

blueprint = Blueprint("pairings", __name__, url_prefix="/pairings/<uuid:pairing_id>")

OfTwo = Permit[Member, Pairing]
OfMeeting = Permit[Member, Meeting]


def of_two(permit: OfTwo | OfMeeting) -> tuple[Member, Pairing]:
    """Return who looks, and the pairing that it is about."""
    member, thing = permit.seen
    return member, thing.pairing if isinstance(thing, Meeting) else thing
