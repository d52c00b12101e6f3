"""Read the trail a page at a time however long it is."""

from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_event_action_event_at"), ["action", "at"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_event_actor_event_at"), ["actor", "at"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_at_event_id"), ["at", "id"], unique=False)

    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_member_audit_key"), ["audit_key"], unique=True)


def downgrade() -> None:
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_member_audit_key"))

    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_at_event_id"))
        batch_op.drop_index(batch_op.f("ix_event_actor_event_at"))
        batch_op.drop_index(batch_op.f("ix_event_action_event_at"))
