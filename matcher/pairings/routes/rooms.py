"""The blueprint of all pages about a pairing."""

from flask import Blueprint, abort

from matcher.members.models import Member
from matcher.pairings.models import Meeting, Pairing
from matcher.pairings.queries.pairs import Pair, find_pair
from matcher.web.policy import Permit
from matcher.web.session import reading

blueprint = Blueprint("pairings", __name__, url_prefix="/pairings/<uuid:pairing_id>")

OfTwo = Permit[Member, Pairing]
OfPair = Permit[Member, Pair]  # only to look at
OfMeeting = Permit[Member, Meeting]


def of_two(permit: OfTwo | OfMeeting) -> tuple[Member, Pairing]:
    """Return who looks, and the pairing that it is about."""
    member, thing = permit.seen
    return member, thing.pairing if isinstance(thing, Meeting) else thing


def pair_of(permit: OfPair | OfTwo) -> tuple[Member, Pair]:
    """Return who looks, and the pair to show: also on a page that came back with what is wrong."""
    member, pairing = permit.seen
    if isinstance(pairing, Pair):
        return member, pairing
    return member, find_pair(reading(), pairing.id, seen_by=member) or abort(404)
