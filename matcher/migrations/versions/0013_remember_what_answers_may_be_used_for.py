"""Remember what answers may be used for."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "answer_leave",
        sa.Column("pairing_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("allows", sa.Boolean(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["member.id"],
            name=op.f("fk_answer_leave_member_id_member"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["pairing_id"],
            ["pairing.id"],
            name=op.f("fk_answer_leave_pairing_id_pairing"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_leave")),
        sa.UniqueConstraint(
            "pairing_id", "member_id", name=op.f("uq_answer_leave_pairing_id_member_id")
        ),
    )
    with op.batch_alter_table("answer_leave", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_answer_leave_member_id"), ["member_id"], unique=False)

    with op.batch_alter_table("three_way", schema=None) as batch_op:
        batch_op.add_column(sa.Column("first_entered_by_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("second_entered_by_id", sa.Uuid(), nullable=True))
        batch_op.add_column(
            sa.Column("first_entered_why", sa.String(), nullable=False, server_default="")
        )
        batch_op.add_column(
            sa.Column("second_entered_why", sa.String(), nullable=False, server_default="")
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_three_way_second_entered_by_id_member"),
            "member",
            ["second_entered_by_id"],
            ["id"],
            ondelete="SET NULL",
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_three_way_first_entered_by_id_member"),
            "member",
            ["first_entered_by_id"],
            ["id"],
            ondelete="SET NULL",
        )


def downgrade() -> None:
    with op.batch_alter_table("three_way", schema=None) as batch_op:
        batch_op.drop_constraint(
            batch_op.f("fk_three_way_first_entered_by_id_member"), type_="foreignkey"
        )
        batch_op.drop_constraint(
            batch_op.f("fk_three_way_second_entered_by_id_member"), type_="foreignkey"
        )
        batch_op.drop_column("second_entered_why")
        batch_op.drop_column("first_entered_why")
        batch_op.drop_column("second_entered_by_id")
        batch_op.drop_column("first_entered_by_id")

    with op.batch_alter_table("answer_leave", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_answer_leave_member_id"))

    op.drop_table("answer_leave")
