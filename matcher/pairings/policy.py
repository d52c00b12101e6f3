"""Who may do what in a pairing. Pure: a member and a thing in, yes or no out."""

from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.pairings.models import (
    CardShown,
    HelpRequest,
    Meeting,
    OwnEntry,
    Pairing,
    Point,
    Resource,
    ResourceShown,
)
from matcher.pairings.queries.library import STEPS, Offer, Step
from matcher.pairings.queries.pairs import Pair


def may_enter(member: Member, pairing: Pairing | Pair) -> bool:
    """The space is for the two. Coordinators have a page of their own."""
    return pairing.side_of(member) is not None


def may_arrange(member: Member, meeting: Meeting) -> bool:
    return meeting.pairing.side_of(member) is not None


def may_say_back(member: Member, meeting: Meeting) -> bool:
    """The mentor says what they heard."""
    return meeting.pairing.side_of(member) == Side.MENTOR


def may_make_right(member: Member, meeting: Meeting) -> bool:
    """Whose words they are says whether they were heard right."""
    return meeting.pairing.side_of(member) == Side.MENTEE


def may_ask_for(member: Member, meeting: Meeting) -> bool:
    """Only the mentee says which support would help."""
    return meeting.pairing.side_of(member) == Side.MENTEE


def may_share(member: Member, pairing: Pairing) -> bool:
    """Only the mentee shares what goes on in their life."""
    return pairing.side_of(member) == Side.MENTEE


def may_keep_entry(member: Member, entry: OwnEntry) -> bool:
    """Whoever wrote an entry shares it, takes it back, and deletes it."""
    return entry.member_id == member.id


def may_receive(member: Member, entry: OwnEntry) -> bool:
    """The mentor answers what is shared with them."""
    return entry.with_mentor and entry.pairing.side_of(member) == Side.MENTOR


def may_rate(member: Member, shown: CardShown) -> bool:
    return shown.member_id == member.id


def may_own_points(member: Member, pairing: Pairing) -> bool:
    """Goals, steps and requests for help are the mentee's."""
    return pairing.side_of(member) == Side.MENTEE


def may_own_point(member: Member, point: Point) -> bool:
    return may_own_points(member, point.pairing)


def may_comment(member: Member, point: Point) -> bool:
    return point.pairing.side_of(member) == Side.MENTOR


def may_answer_help(member: Member, request: HelpRequest) -> bool:
    return request.pairing.side_of(member) == Side.MENTOR


def may_close_help(member: Member, request: HelpRequest) -> bool:
    return may_own_points(member, request.pairing)


def may_bring_up(member: Member, offer: Offer) -> bool:
    """The mentor brings up what the library holds."""
    return offer.pairing.side_of(member) == Side.MENTOR


def may_take_step(member: Member, step: Step) -> bool:
    return step.shown.pairing.side_of(member) == STEPS[step.name]


def may_try(member: Member, shown: ResourceShown) -> bool:
    return may_own_points(member, shown.pairing)


def may_keep_resource(member: Member, resource: Resource) -> bool:
    return resource.programme_id in member.coordinates
