"""What can be asked about the page with which a programme looks for people."""

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from matcher.desk.models import Appeal
from matcher.members.models import Member
from matcher.programmes.models import Programme, ProgrammeState


def find_appeal(db: Session, programme: Programme) -> tuple[Appeal | None, str]:
    """Find what a programme says, and who changed it last."""
    query = (
        select(Appeal, Member.name)
        .outerjoin(Member, Member.id == Appeal.by_id)
        .where(Appeal.programme_id == programme.id)
    )
    row = db.execute(query).first()
    return (row[0], row[1] or "") if row else (None, "")


def find_public_appeal(db: Session, address: str) -> Appeal | None:
    """Find the page at a public address, once a coordinator made it public."""
    query = (
        select(Appeal)
        .join(Appeal.programme)
        .where(
            Programme.address == address,
            Programme.state == ProgrammeState.OPEN,
            Appeal.public_since.is_not(None),
        )
        .options(joinedload(Appeal.programme))
    )
    return db.scalar(query)
