"""Count what a run holds without opening its pairs, and list them by the gist of each."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

UNCONFIRMED = sa.text("confirmed_at IS NULL")
AT_ONCE = 1000
proposal = sa.table(
    "proposal",
    sa.column("id", sa.Uuid()),
    sa.column("reasons", sa.JSON()),
    sa.column("gist", sa.JSON()),
    sa.column("first_choice", sa.Boolean()),
    sa.column("lacks_topics", sa.Boolean()),
)


def upgrade() -> None:
    with op.batch_alter_table("enrolment", schema=None) as batch_op:
        batch_op.create_index(
            "ix_enrolment_unconfirmed",
            ["programme_id", "id"],
            unique=False,
            sqlite_where=UNCONFIRMED,
            postgresql_where=UNCONFIRMED,
        )

    with op.batch_alter_table("proposal", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("first_choice", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.add_column(
            sa.Column("lacks_topics", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.add_column(sa.Column("gist", sa.JSON(), nullable=False, server_default="{}"))
        batch_op.drop_index(batch_op.f("ix_proposal_run_id_proposal_affinity_proposal_id"))
        batch_op.create_index(
            "ix_proposal_of_run",
            [
                "run_id",
                "affinity",
                "id",
                "state",
                "locked",
                "by_hand",
                "offered_at",
                "first_choice",
                "lacks_topics",
                "mentor_enrolment_id",
                "mentee_enrolment_id",
            ],
            unique=False,
        )

    _tell()


def _tell() -> None:
    """Keep beside the reasons of each pair what lists ask of them."""
    db = op.get_bind()
    change = proposal.update().where(proposal.c.id == sa.bindparam("key"))
    every = db.execute(sa.select(proposal.c.id)).scalars().all()
    for start in range(0, len(every), AT_ONCE):
        some = proposal.c.id.in_(every[start : start + AT_ONCE])
        found = db.execute(sa.select(proposal.c.id, proposal.c.reasons).where(some)).all()
        db.execute(change, [{"key": key, **_told_by(reasons)} for key, reasons in found])


def _told_by(reasons: dict[str, Any]) -> dict[str, Any]:
    words = sorted(reasons.get("words", ()), key=lambda each: -each["weight"])
    return {
        "first_choice": reasons.get("first_choice") is True,
        "lacks_topics": reasons.get("topics_met") == [],
        "gist": {
            "shares": [
                [each["criterion"], each["share"]]
                for each in reasons.get("contributions", ())
                if each["weight"] not in {"off", 0}
            ],
            "words": [[each["need"], each["offer"]] for each in words],
            "met": list(reasons.get("topics_met", ())),
            "missing": len(reasons.get("topics_missing", ())),
            "slots": list(reasons.get("slots", ())),
        },
    }


def downgrade() -> None:
    with op.batch_alter_table("proposal", schema=None) as batch_op:
        batch_op.drop_index("ix_proposal_of_run")
        batch_op.create_index(
            batch_op.f("ix_proposal_run_id_proposal_affinity_proposal_id"),
            ["run_id", "affinity", "id"],
            unique=False,
        )
        batch_op.drop_column("gist")
        batch_op.drop_column("lacks_topics")
        batch_op.drop_column("first_choice")

    with op.batch_alter_table("enrolment", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_enrolment_unconfirmed",
            sqlite_where=UNCONFIRMED,
            postgresql_where=UNCONFIRMED,
        )
