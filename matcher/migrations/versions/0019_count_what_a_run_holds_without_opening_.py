"""Count what a run holds without opening its pairs."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

UNCONFIRMED = sa.text("confirmed_at IS NULL")
proposal = sa.table(
    "proposal",
    sa.column("reasons", sa.JSON()),
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

    # Reasons are written by ourselves, always in this way.
    reasons = sa.cast(proposal.c.reasons, sa.String)
    op.execute(
        proposal.update().values(
            first_choice=reasons.contains('"first_choice": true', autoescape=True),
            lacks_topics=reasons.contains('"topics_met": []', autoescape=True),
        )
    )


def downgrade() -> None:
    with op.batch_alter_table("proposal", schema=None) as batch_op:
        batch_op.drop_index("ix_proposal_of_run")
        batch_op.create_index(
            batch_op.f("ix_proposal_run_id_proposal_affinity_proposal_id"),
            ["run_id", "affinity", "id"],
            unique=False,
        )
        batch_op.drop_column("lacks_topics")
        batch_op.drop_column("first_choice")

    with op.batch_alter_table("enrolment", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_enrolment_unconfirmed",
            sqlite_where=UNCONFIRMED,
            postgresql_where=UNCONFIRMED,
        )
