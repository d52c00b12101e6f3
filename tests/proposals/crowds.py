"""Very many proposals, kept quickly."""

from sqlalchemy import insert
from sqlalchemy.orm import Session

from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.programmes.models import Enrolment
from matcher.proposals.models import MatchRun, Proposal
from tests.factories import NOW, a_member, an_enrolment
from tests.factories.proposals import REASONS


def keep_many(db: Session, run: MatchRun, number: int) -> None:
    """Keep many proposals of people of their own, without making them one by one."""
    one = {side: an_enrolment(side, member=a_member(), programme=run.programme) for side in Side}
    db.add_all(one.values())
    db.flush()
    members, enrolments, proposals = [], [], []
    for n in range(number):
        ids = {}
        for side in Side:
            member, enrolment = a_member(f"Person {n}"), one[side]
            members.append(
                {
                    column.key: getattr(member, column.key, None)
                    for column in Member.__table__.columns
                    if column.key not in {"version"}
                }
                | {"version": 1}
            )
            row = {
                column.key: getattr(enrolment, column.key) for column in Enrolment.__table__.columns
            }
            ids[side] = an_id = type(enrolment.id)(int=enrolment.id.int ^ (n + 1))
            enrolments.append(row | {"id": an_id, "member_id": member.id})
        proposals.append(
            {
                "id": type(run.id)(int=run.id.int ^ (n + 1)),
                "programme_id": run.programme_id,
                "run_id": run.id,
                "mentee_enrolment_id": ids[Side.MENTEE],
                "mentor_enrolment_id": ids[Side.MENTOR],
                "affinity": (n % 100) / 100,
                "created_at": NOW,
                "reasons": REASONS,
                "on_behalf": {},
                "overruled": [],
            }
        )
    for kind, rows in ((Member, members), (Enrolment, enrolments), (Proposal, proposals)):
        db.execute(insert(kind), rows)
    db.commit()
