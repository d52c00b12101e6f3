"""Let coordinators pair by hand, try settings and keep what they have in hand."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "saved_search",
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("asked", sa.String(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["member.id"],
            name=op.f("fk_saved_search_member_id_member"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["programme.id"],
            name=op.f("fk_saved_search_programme_id_programme"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_search")),
        sa.UniqueConstraint(
            "programme_id",
            "member_id",
            "name",
            name=op.f("uq_saved_search_programme_id_member_id_name"),
        ),
    )
    op.create_table(
        "variant",
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("made_by_id", sa.Uuid(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["made_by_id"],
            ["member.id"],
            name=op.f("fk_variant_made_by_id_member"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["programme.id"],
            name=op.f("fk_variant_programme_id_programme"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_variant")),
        sa.UniqueConstraint("programme_id", "name", name=op.f("uq_variant_programme_id_name")),
    )
    with op.batch_alter_table("variant", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_variant_programme_id_variant_made_at"),
            ["programme_id", "made_at"],
            unique=False,
        )

    op.create_table(
        "chosen_pairs",
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("pairs", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["member.id"],
            name=op.f("fk_chosen_pairs_member_id_member"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["run_id"],
            ["match_run.id"],
            name=op.f("fk_chosen_pairs_run_id_match_run"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chosen_pairs")),
        sa.UniqueConstraint("run_id", "member_id", name=op.f("uq_chosen_pairs_run_id_member_id")),
    )
    op.create_table(
        "forbidden_pair",
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("mentee_enrolment_id", sa.Uuid(), nullable=False),
        sa.Column("mentor_enrolment_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["by_id"],
            ["member.id"],
            name=op.f("fk_forbidden_pair_by_id_member"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["mentee_enrolment_id"],
            ["enrolment.id"],
            name=op.f("fk_forbidden_pair_mentee_enrolment_id_enrolment"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["mentor_enrolment_id"],
            ["enrolment.id"],
            name=op.f("fk_forbidden_pair_mentor_enrolment_id_enrolment"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["programme.id"],
            name=op.f("fk_forbidden_pair_programme_id_programme"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_forbidden_pair")),
        sa.UniqueConstraint(
            "mentee_enrolment_id",
            "mentor_enrolment_id",
            name=op.f("uq_forbidden_pair_mentee_enrolment_id_mentor_enrolment_id"),
        ),
    )
    with op.batch_alter_table("forbidden_pair", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_forbidden_pair_programme_id"), ["programme_id"], unique=False
        )

    op.create_table(
        "weighing",
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("mentee_enrolment_id", sa.Uuid(), nullable=False),
        sa.Column("mentor_enrolment_id", sa.Uuid(), nullable=False),
        sa.Column("asked_by_id", sa.Uuid(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["asked_by_id"],
            ["member.id"],
            name=op.f("fk_weighing_asked_by_id_member"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["mentee_enrolment_id"],
            ["enrolment.id"],
            name=op.f("fk_weighing_mentee_enrolment_id_enrolment"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["mentor_enrolment_id"],
            ["enrolment.id"],
            name=op.f("fk_weighing_mentor_enrolment_id_enrolment"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["run_id"],
            ["match_run.id"],
            name=op.f("fk_weighing_run_id_match_run"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_weighing")),
        sa.UniqueConstraint(
            "run_id",
            "mentee_enrolment_id",
            "mentor_enrolment_id",
            name=op.f("uq_weighing_run_id_mentee_enrolment_id_mentor_enrolment_id"),
        ),
    )
    with op.batch_alter_table("proposal", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("by_hand", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.add_column(sa.Column("overruled", sa.JSON(), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("why_sealed", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("proposal", schema=None) as batch_op:
        batch_op.drop_column("why_sealed")
        batch_op.drop_column("overruled")
        batch_op.drop_column("by_hand")

    op.drop_table("weighing")
    with op.batch_alter_table("forbidden_pair", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_forbidden_pair_programme_id"))

    op.drop_table("forbidden_pair")
    op.drop_table("chosen_pairs")
    with op.batch_alter_table("variant", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_variant_programme_id_variant_made_at"))

    op.drop_table("variant")
    op.drop_table("saved_search")
