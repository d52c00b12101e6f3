"""Let mentees own goals."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "resource",
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=False),
        sa.Column("checked_by_id", sa.Uuid(), nullable=True),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("name_nl", sa.String(), nullable=False),
        sa.Column("for_whom_en", sa.String(), nullable=False),
        sa.Column("for_whom_nl", sa.String(), nullable=False),
        sa.Column("cost_en", sa.String(), nullable=False),
        sa.Column("cost_nl", sa.String(), nullable=False),
        sa.Column("reach_en", sa.String(), nullable=False),
        sa.Column("reach_nl", sa.String(), nullable=False),
        sa.Column("spoken", sa.String(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["checked_by_id"],
            ["member.id"],
            name=op.f("fk_resource_checked_by_id_member"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["programme.id"],
            name=op.f("fk_resource_programme_id_programme"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resource")),
    )

    with op.batch_alter_table("resource", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_resource_programme_id_resource_retired_at"),
            ["programme_id", "retired_at"],
            unique=False,
        )

    op.create_table(
        "agreement",
        sa.Column("pairing_id", sa.Uuid(), nullable=False),
        sa.Column("drafted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("differs", sa.Boolean(), nullable=False),
        sa.Column("changed_by_id", sa.Uuid(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("mentor_yes_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("mentee_yes_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("terms_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["changed_by_id"],
            ["member.id"],
            name=op.f("fk_agreement_changed_by_id_member"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["pairing_id"],
            ["pairing.id"],
            name=op.f("fk_agreement_pairing_id_pairing"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
        sa.UniqueConstraint("pairing_id", name=op.f("uq_agreement_pairing_id")),
    )

    op.create_table(
        "expectation",
        sa.Column("pairing_id", sa.Uuid(), nullable=False),
        sa.Column("side", sa.String(40), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answers_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["pairing_id"],
            ["pairing.id"],
            name=op.f("fk_expectation_pairing_id_pairing"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_expectation")),
        sa.UniqueConstraint("pairing_id", "side", name=op.f("uq_expectation_pairing_id_side")),
    )

    op.create_table(
        "help_request",
        sa.Column("pairing_id", sa.Uuid(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("size", sa.String(40), nullable=False),
        sa.Column("wanted_by", sa.Date(), nullable=True),
        sa.Column("answer", sa.String(40), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("promised_by", sa.Date(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("was_kept", sa.Boolean(), nullable=True),
        sa.Column("what_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("reply_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("fit_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["pairing_id"],
            ["pairing.id"],
            name=op.f("fk_help_request_pairing_id_pairing"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_help_request")),
    )

    with op.batch_alter_table("help_request", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_help_request_pairing_id_help_request_asked_at"),
            ["pairing_id", "asked_at"],
            unique=False,
        )

    op.create_table(
        "leaf_opened",
        sa.Column("pairing_id", sa.Uuid(), nullable=False),
        sa.Column("leaf", sa.String(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["member.id"],
            name=op.f("fk_leaf_opened_member_id_member"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["pairing_id"],
            ["pairing.id"],
            name=op.f("fk_leaf_opened_pairing_id_pairing"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leaf_opened")),
        sa.UniqueConstraint(
            "pairing_id",
            "leaf",
            "member_id",
            "day",
            name=op.f("uq_leaf_opened_pairing_id_leaf_member_id_day"),
        ),
    )

    op.create_table(
        "resource_shown",
        sa.Column("pairing_id", sa.Uuid(), nullable=False),
        sa.Column("resource_id", sa.Uuid(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("known_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("shared_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reacted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tried", sa.String(40), nullable=True),
        sa.Column("tried_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("introduced_by_id", sa.Uuid(), nullable=True),
        sa.Column("introduced_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("known_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("shared_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("reaction_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("why_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("introduction_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["introduced_by_id"],
            ["member.id"],
            name=op.f("fk_resource_shown_introduced_by_id_member"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["pairing_id"],
            ["pairing.id"],
            name=op.f("fk_resource_shown_pairing_id_pairing"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["resource_id"],
            ["resource.id"],
            name=op.f("fk_resource_shown_resource_id_resource"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resource_shown")),
    )

    with op.batch_alter_table("resource_shown", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_resource_shown_pairing_id_resource_shown_asked_at"),
            ["pairing_id", "asked_at"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_resource_shown_resource_id"), ["resource_id"], unique=False
        )

    op.create_table(
        "point",
        sa.Column("pairing_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("by", sa.String(40), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("text_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("comment_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_point_meeting_id_meeting"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["pairing_id"],
            ["pairing.id"],
            name=op.f("fk_point_pairing_id_pairing"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_point")),
    )

    with op.batch_alter_table("point", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_point_pairing_id_point_kind_point_state"),
            ["pairing_id", "kind", "state"],
            unique=False,
        )


def downgrade() -> None:
    with op.batch_alter_table("check_in", schema=None) as batch_op:
        batch_op.drop_column("revealed_at")

    with op.batch_alter_table("three_way", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_three_way_pairing_id_three_way_asked_at"))

    op.drop_table("three_way")
    with op.batch_alter_table("point", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_point_pairing_id_point_kind_point_state"))

    op.drop_table("point")
    with op.batch_alter_table("escalation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_escalation_to_id"))

    op.drop_table("escalation")
    with op.batch_alter_table("care", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_care_signal_id"))
        batch_op.drop_index(batch_op.f("ix_care_pairing_id_care_at"))

    op.drop_table("care")
    with op.batch_alter_table("advice", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_advice_pairing_id_advice_revealed_at"))

    op.drop_table("advice")
    with op.batch_alter_table("rupture", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_rupture_pairing_id_rupture_ended_at"))

    op.drop_table("rupture")
    with op.batch_alter_table("resource_shown", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_resource_shown_resource_id"))
        batch_op.drop_index(batch_op.f("ix_resource_shown_pairing_id_resource_shown_asked_at"))

    op.drop_table("resource_shown")
    op.drop_table("leaf_opened")
    with op.batch_alter_table("help_request", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_help_request_pairing_id_help_request_asked_at"))

    op.drop_table("help_request")
    op.drop_table("health")
    op.drop_table("expectation")
    op.drop_table("agreement")
    with op.batch_alter_table("circle_guest", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_circle_guest_member_id"))

    op.drop_table("circle_guest")
    op.drop_table("strictness")
    with op.batch_alter_table("resource", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_resource_programme_id_resource_retired_at"))

    op.drop_table("resource")
    with op.batch_alter_table("circle", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_circle_programme_id_circle_starts_at"))

    op.drop_table("circle")
    with op.batch_alter_table("absence", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_absence_programme_id_absence_last_day"))

    op.drop_table("absence")
