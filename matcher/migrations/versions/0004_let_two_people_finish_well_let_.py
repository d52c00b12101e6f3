"""Let two people finish well, let programmes word their own cards, and report."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:

    op.create_table(
        "card_text",
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("card", sa.String(), nullable=False),
        sa.Column("base_version", sa.Integer(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text_en", sa.String(), nullable=False),
        sa.Column("text_nl", sa.String(), nullable=False),
        sa.Column("written_by_id", sa.Uuid(), nullable=True),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("approved_by_id", sa.Uuid(), nullable=True),
        sa.Column("also_approved_by_id", sa.Uuid(), nullable=True),
        sa.Column("live_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["also_approved_by_id"],
            ["member.id"],
            name=op.f("fk_card_text_also_approved_by_id_member"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["approved_by_id"],
            ["member.id"],
            name=op.f("fk_card_text_approved_by_id_member"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["programme.id"],
            name=op.f("fk_card_text_programme_id_programme"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["written_by_id"],
            ["member.id"],
            name=op.f("fk_card_text_written_by_id_member"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_card_text")),
    )
    with op.batch_alter_table("card_text", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_card_text_programme_id_card_text_card_card_text_state"),
            ["programme_id", "card", "state"],
            unique=False,
        )

    op.create_table(
        "programme_report",
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["programme.id"],
            name=op.f("fk_programme_report_programme_id_programme"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme_report")),
        sa.UniqueConstraint("programme_id", name=op.f("uq_programme_report_programme_id")),
    )

    op.create_table(
        "style_tally",
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("counted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered", sa.Integer(), nullable=False),
        sa.Column("styles", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["programme.id"],
            name=op.f("fk_style_tally_programme_id_programme"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_style_tally")),
        sa.UniqueConstraint("programme_id", name=op.f("uq_style_tally_programme_id")),
    )
    op.create_table(
        "you_said",
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told_by_id", sa.Uuid(), nullable=True),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("did", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["programme.id"],
            name=op.f("fk_you_said_programme_id_programme"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["told_by_id"],
            ["member.id"],
            name=op.f("fk_you_said_told_by_id_member"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_you_said")),
    )
    with op.batch_alter_table("you_said", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_you_said_programme_id_you_said_told_at"),
            ["programme_id", "told_at"],
            unique=False,
        )

    op.create_table(
        "closing",
        sa.Column("pairing_id", sa.Uuid(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("asked_by_id", sa.Uuid(), nullable=True),
        sa.Column("coordinator_tells", sa.Boolean(), nullable=False),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["asked_by_id"],
            ["member.id"],
            name=op.f("fk_closing_asked_by_id_member"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["pairing_id"],
            ["pairing.id"],
            name=op.f("fk_closing_pairing_id_pairing"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closing")),
        sa.UniqueConstraint("pairing_id", name=op.f("uq_closing_pairing_id")),
    )
    op.create_table(
        "farewell",
        sa.Column("pairing_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("takeaway_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("stays_in_touch", sa.String(), nullable=True),
        sa.Column("how_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("wish", sa.String(40), nullable=True),
        sa.Column("keep_until", sa.Date(), nullable=True),
        sa.Column("forgotten_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "stays_in_touch IN ('yes', 'no')", name=op.f("ck_farewell_stays_in_touch")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["member.id"],
            name=op.f("fk_farewell_member_id_member"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["pairing_id"],
            ["pairing.id"],
            name=op.f("fk_farewell_pairing_id_pairing"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_farewell")),
        sa.UniqueConstraint(
            "pairing_id", "member_id", name=op.f("uq_farewell_pairing_id_member_id")
        ),
    )
    with op.batch_alter_table("farewell", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_farewell_member_id"), ["member_id"], unique=False)

    op.create_table(
        "tip_mute",
        sa.Column("pairing_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("tip", sa.String(40), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["member.id"],
            name=op.f("fk_tip_mute_member_id_member"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["pairing_id"],
            ["pairing.id"],
            name=op.f("fk_tip_mute_pairing_id_pairing"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tip_mute")),
        sa.UniqueConstraint(
            "pairing_id", "member_id", "tip", name=op.f("uq_tip_mute_pairing_id_member_id_tip")
        ),
    )
    with op.batch_alter_table("tip_mute", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tip_mute_member_id"), ["member_id"], unique=False)


def downgrade() -> None:

    with op.batch_alter_table("tip_mute", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_tip_mute_member_id"))

    op.drop_table("tip_mute")

    with op.batch_alter_table("farewell", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_farewell_member_id"))

    op.drop_table("farewell")
    op.drop_table("closing")

    with op.batch_alter_table("you_said", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_you_said_programme_id_you_said_told_at"))

    op.drop_table("you_said")
    op.drop_table("style_tally")

    op.drop_table("programme_report")

    with op.batch_alter_table("card_text", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_card_text_programme_id_card_text_card_card_text_state"))

    op.drop_table("card_text")
