"""Keep advice that was shown, hard stretches, and what coordinators do."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "absence",
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("first_day <= last_day", name=op.f("ck_absence_in_order")),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["member.id"],
            name=op.f("fk_absence_member_id_member"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["programme.id"],
            name=op.f("fk_absence_programme_id_programme"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
    )
    with op.batch_alter_table("absence", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_absence_programme_id_absence_last_day"),
            ["programme_id", "last_day"],
            unique=False,
        )
    op.create_table(
        "circle",
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("where", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("called_off_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("minutes BETWEEN 15 AND 480", name=op.f("ck_circle_minutes")),
        sa.ForeignKeyConstraint(
            ["by_id"], ["member.id"], name=op.f("fk_circle_by_id_member"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["programme.id"],
            name=op.f("fk_circle_programme_id_programme"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_circle")),
    )
    with op.batch_alter_table("circle", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_circle_programme_id_circle_starts_at"),
            ["programme_id", "starts_at"],
            unique=False,
        )
    op.create_table(
        "strictness",
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["by_id"], ["member.id"], name=op.f("fk_strictness_by_id_member"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["programme.id"],
            name=op.f("fk_strictness_programme_id_programme"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_strictness")),
        sa.UniqueConstraint("programme_id", "code", name=op.f("uq_strictness_programme_id_code")),
    )
    op.create_table(
        "circle_guest",
        sa.Column("circle_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("says", sa.Boolean(), nullable=True),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["circle_id"],
            ["circle.id"],
            name=op.f("fk_circle_guest_circle_id_circle"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["member.id"],
            name=op.f("fk_circle_guest_member_id_member"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_circle_guest")),
        sa.UniqueConstraint(
            "circle_id", "member_id", name=op.f("uq_circle_guest_circle_id_member_id")
        ),
    )
    with op.batch_alter_table("circle_guest", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_circle_guest_member_id"), ["member_id"], unique=False)
    op.create_table(
        "health",
        sa.Column("pairing_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("band", sa.String(40), nullable=False),
        sa.Column("score", sa.Double(), nullable=True),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("is_unsure", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["pairing_id"],
            ["pairing.id"],
            name=op.f("fk_health_pairing_id_pairing"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_health")),
        sa.UniqueConstraint("pairing_id", name=op.f("uq_health_pairing_id")),
    )
    op.create_table(
        "rupture",
        sa.Column("pairing_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("cause_id", sa.Uuid(), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("wish", sa.String(40), nullable=True),
        sa.Column("wished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("shared_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("shared_by_id", sa.Uuid(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended", sa.String(40), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["member.id"],
            name=op.f("fk_rupture_member_id_member"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["pairing_id"],
            ["pairing.id"],
            name=op.f("fk_rupture_pairing_id_pairing"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["shared_by_id"],
            ["member.id"],
            name=op.f("fk_rupture_shared_by_id_member"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rupture")),
        sa.UniqueConstraint("cause_id", name=op.f("uq_rupture_cause_id")),
    )
    with op.batch_alter_table("rupture", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_rupture_pairing_id_rupture_ended_at"),
            ["pairing_id", "ended_at"],
            unique=False,
        )
    op.create_table(
        "advice",
        sa.Column("check_in_id", sa.Uuid(), nullable=False),
        sa.Column("pairing_id", sa.Uuid(), nullable=False),
        sa.Column("from_id", sa.Uuid(), nullable=False),
        sa.Column("to_id", sa.Uuid(), nullable=False),
        sa.Column("revealed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("picked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tried_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("verdict", sa.String(40), nullable=True),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("text_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["check_in_id"],
            ["check_in.id"],
            name=op.f("fk_advice_check_in_id_check_in"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["from_id"], ["member.id"], name=op.f("fk_advice_from_id_member"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["pairing_id"],
            ["pairing.id"],
            name=op.f("fk_advice_pairing_id_pairing"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["to_id"], ["member.id"], name=op.f("fk_advice_to_id_member"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_advice")),
        sa.UniqueConstraint("check_in_id", name=op.f("uq_advice_check_in_id")),
    )
    with op.batch_alter_table("advice", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_advice_pairing_id_advice_revealed_at"),
            ["pairing_id", "revealed_at"],
            unique=False,
        )
    op.create_table(
        "care",
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("pairing_id", sa.Uuid(), nullable=True),
        sa.Column("signal_id", sa.Uuid(), nullable=True),
        sa.Column("with_id", sa.Uuid(), nullable=True),
        sa.Column("band", sa.String(40), nullable=True),
        sa.Column("outcome", sa.String(40), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("text_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["by_id"], ["member.id"], name=op.f("fk_care_by_id_member"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["pairing_id"],
            ["pairing.id"],
            name=op.f("fk_care_pairing_id_pairing"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["programme.id"],
            name=op.f("fk_care_programme_id_programme"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["signal_id"], ["signal.id"], name=op.f("fk_care_signal_id_signal"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["with_id"], ["member.id"], name=op.f("fk_care_with_id_member"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_care")),
    )
    with op.batch_alter_table("care", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_care_pairing_id_care_at"), ["pairing_id", "at"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_care_signal_id"), ["signal_id"], unique=False)
    op.create_table(
        "escalation",
        sa.Column("signal_id", sa.Uuid(), nullable=False),
        sa.Column("to_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["by_id"], ["member.id"], name=op.f("fk_escalation_by_id_member"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["signal_id"],
            ["signal.id"],
            name=op.f("fk_escalation_signal_id_signal"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["to_id"], ["member.id"], name=op.f("fk_escalation_to_id_member"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_escalation")),
        sa.UniqueConstraint("signal_id", "to_id", name=op.f("uq_escalation_signal_id_to_id")),
    )
    with op.batch_alter_table("escalation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_escalation_to_id"), ["to_id"], unique=False)
    op.create_table(
        "three_way",
        sa.Column("pairing_id", sa.Uuid(), nullable=False),
        sa.Column("first_id", sa.Uuid(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("signal_id", sa.Uuid(), nullable=True),
        sa.Column("first_says", sa.Boolean(), nullable=True),
        sa.Column("second_says", sa.Boolean(), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("agenda_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["by_id"], ["member.id"], name=op.f("fk_three_way_by_id_member"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["first_id"],
            ["member.id"],
            name=op.f("fk_three_way_first_id_member"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["pairing_id"],
            ["pairing.id"],
            name=op.f("fk_three_way_pairing_id_pairing"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["signal_id"],
            ["signal.id"],
            name=op.f("fk_three_way_signal_id_signal"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_three_way")),
    )
    with op.batch_alter_table("three_way", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_three_way_pairing_id_three_way_asked_at"),
            ["pairing_id", "asked_at"],
            unique=False,
        )
    with op.batch_alter_table("check_in", schema=None) as batch_op:
        batch_op.add_column(sa.Column("revealed_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("check_in", schema=None) as batch_op:
        batch_op.drop_column("revealed_at")
    with op.batch_alter_table("three_way", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_three_way_pairing_id_three_way_asked_at"))
    op.drop_table("three_way")
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
    op.drop_table("health")
    with op.batch_alter_table("circle_guest", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_circle_guest_member_id"))
    op.drop_table("circle_guest")
    op.drop_table("strictness")
    with op.batch_alter_table("circle", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_circle_programme_id_circle_starts_at"))
    op.drop_table("circle")
    with op.batch_alter_table("absence", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_absence_programme_id_absence_last_day"))
    op.drop_table("absence")
