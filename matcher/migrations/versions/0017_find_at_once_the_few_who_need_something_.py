"""Find at once the few who need something among many thousands."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("admission_check", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_admission_check_expires_on"), ["expires_on"], unique=False
        )

    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.create_index(
            "ix_member_returned",
            ["email_returned_at"],
            unique=False,
            sqlite_where=sa.text("email_returned_at IS NOT NULL"),
            postgresql_where=sa.text("email_returned_at IS NOT NULL"),
        )

    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_question_answered_at"), ["answered_at"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_question_answered_at"))

    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_member_returned",
            sqlite_where=sa.text("email_returned_at IS NOT NULL"),
            postgresql_where=sa.text("email_returned_at IS NOT NULL"),
        )

    with op.batch_alter_table("admission_check", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_admission_check_expires_on"))
