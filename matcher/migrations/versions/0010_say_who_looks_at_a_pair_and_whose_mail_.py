"""Say who looks at a pair and whose mail comes back."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "looking",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["member.id"],
            name=op.f("fk_looking_member_id_member"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"],
            ["proposal.id"],
            name=op.f("fk_looking_proposal_id_proposal"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_looking")),
        sa.UniqueConstraint(
            "proposal_id", "member_id", name=op.f("uq_looking_proposal_id_member_id")
        ),
    )
    with op.batch_alter_table("looking", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_looking_seen_at"), ["seen_at"], unique=False)

    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("email_returned_at", sa.DateTime(timezone=True), nullable=True)
        )


def downgrade() -> None:
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.drop_column("email_returned_at")

    with op.batch_alter_table("looking", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_looking_seen_at"))

    op.drop_table("looking")
