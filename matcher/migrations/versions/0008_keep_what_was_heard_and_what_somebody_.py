"""Keep what was heard and what somebody shares of themselves."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "context_line",
        sa.Column("pairing_id", sa.Uuid(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("shared_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["pairing_id"],
            ["pairing.id"],
            name=op.f("fk_context_line_pairing_id_pairing"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_context_line")),
        sa.UniqueConstraint("pairing_id", name=op.f("uq_context_line_pairing_id")),
    )
    with op.batch_alter_table("context_line", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_context_line_until"), ["until"], unique=False)

    op.create_table(
        "own_entry",
        sa.Column("pairing_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("with_mentor", sa.Boolean(), nullable=False),
        sa.Column("with_coordinator", sa.Boolean(), nullable=False),
        sa.Column("content_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["member.id"],
            name=op.f("fk_own_entry_member_id_member"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["pairing_id"],
            ["pairing.id"],
            name=op.f("fk_own_entry_pairing_id_pairing"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_entry")),
    )
    with op.batch_alter_table("own_entry", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_own_entry_pairing_id_own_entry_written_at"),
            ["pairing_id", "written_at"],
            unique=False,
        )

    op.create_table(
        "entry_reply",
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("text_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["by_id"], ["member.id"], name=op.f("fk_entry_reply_by_id_member"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["own_entry.id"],
            name=op.f("fk_entry_reply_entry_id_own_entry"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry_reply")),
    )
    with op.batch_alter_table("entry_reply", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_entry_reply_entry_id_entry_reply_sent_at"),
            ["entry_id", "sent_at"],
            unique=False,
        )

    op.create_table(
        "heard_line",
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("said_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("is_corrected", sa.Boolean(), nullable=False),
        sa.Column("kept_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_heard_line_meeting_id_meeting"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_heard_line")),
        sa.UniqueConstraint("meeting_id", name=op.f("uq_heard_line_meeting_id")),
    )
    op.create_table(
        "talk_balance",
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("share_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_talk_balance_meeting_id_meeting"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["member.id"],
            name=op.f("fk_talk_balance_member_id_member"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_talk_balance")),
        sa.UniqueConstraint(
            "meeting_id", "member_id", name=op.f("uq_talk_balance_meeting_id_member_id")
        ),
    )
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.add_column(sa.Column("support", sa.String(40), nullable=True))
        batch_op.add_column(sa.Column("others", sa.JSON(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.drop_column("others")
        batch_op.drop_column("support")

    op.drop_table("talk_balance")
    op.drop_table("heard_line")
    with op.batch_alter_table("entry_reply", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_entry_reply_entry_id_entry_reply_sent_at"))

    op.drop_table("entry_reply")
    with op.batch_alter_table("own_entry", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_own_entry_pairing_id_own_entry_written_at"))

    op.drop_table("own_entry")
    with op.batch_alter_table("context_line", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_context_line_until"))

    op.drop_table("context_line")
