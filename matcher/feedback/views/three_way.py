"""What one of the two is shown of a talk with the coordinator."""

from dataclasses import dataclass
from uuid import UUID

from matcher.feedback.models import ThreeWay
from matcher.guidance.tips import Side
from matcher.members.models import Member


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreeWayPage:
    """`is_first`: this reader was asked first, and may change the words of the agenda."""

    pairing_id: UUID
    partner: str
    contact: str
    agenda: str
    is_first: bool
    says: bool | None
    both: bool


def three_way_page(member: Member, three: ThreeWay) -> ThreeWayPage:
    pairing = three.pairing
    side = pairing.side_of(member) or Side.MENTEE
    is_first = three.first_id == member.id
    return ThreeWayPage(
        pairing_id=pairing.id,
        partner=pairing.member_on(side.other).name,
        contact=pairing.programme.contact.name,
        agenda=three.agenda or "",
        is_first=is_first,
        says=three.first_says if is_first else three.second_says,
        both=bool(three.first_says and three.second_says),
    )
