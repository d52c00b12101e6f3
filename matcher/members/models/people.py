"""The people who take part, the browsers they are signed in with, and what they may look after."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matcher.foundation.columns import LINK, STATE, Audience, Keep, about
from matcher.foundation.database import Base
from matcher.foundation.words import Language

NAME = about(Audience.PAIR, "says who somebody is", Keep.ACCOUNT)
CONTACT = about(Audience.COORDINATOR, "reaches a member", Keep.ACCOUNT)
OWN = about(Audience.OWN, "serves the member", Keep.ACCOUNT)
SECRET = about(Audience.SECRET, "lets the member sign in", Keep.ACCOUNT)
SAFETY = about(Audience.OWN, "keeps the account safe", Keep.SHORT)


class Role(StrEnum):
    COORDINATOR = "coordinator"
    SECOND_CONTACT = "second_contact"
    ADMINISTRATOR = "administrator"


class Member(Base):
    """A person with an account: a mentor, a mentee, a coordinator, or several of these."""

    __tablename__ = "member"
    __table_args__ = (
        Index(None, "audit_key", unique=True),
        # Only the few to whom mail comes back stand in it.
        Index(
            "ix_member_returned",
            "email_returned_at",
            sqlite_where=text("email_returned_at IS NOT NULL"),
            postgresql_where=text("email_returned_at IS NOT NULL"),
        ),
    )

    name: Mapped[str] = mapped_column(info=NAME)
    created_at: Mapped[datetime] = mapped_column(info=OWN)
    # A member may have no e-mail: a coordinator then answers on their behalf.
    email: Mapped[str | None] = mapped_column(default=None, info=CONTACT)
    email_key: Mapped[str | None] = mapped_column(default=None, unique=True, info=SECRET)
    email_confirmed_at: Mapped[datetime | None] = mapped_column(default=None, info=OWN)
    # Mail to the address comes back since then. Another address, or "it is right", empties it.
    email_returned_at: Mapped[datetime | None] = mapped_column(default=None, info=CONTACT)
    phone: Mapped[str | None] = mapped_column(default=None, info=CONTACT)
    pronouns: Mapped[str] = mapped_column(default="", info=NAME)
    language: Mapped[Language] = mapped_column(default=Language.EN, info=OWN)
    zone: Mapped[str] = mapped_column(default="Europe/Amsterdam", info=OWN)
    password_hash: Mapped[str | None] = mapped_column(default=None, info=SECRET)
    disabled_at: Mapped[datetime | None] = mapped_column(default=None, info=OWN)
    # When somebody who looks after others was first told that they must set up a second step.
    second_step_told_at: Mapped[datetime | None] = mapped_column(default=None, info=OWN)
    # Raised to end every sign-in at once: a new password, a lost role, a closed account.
    epoch: Mapped[int] = mapped_column(default=0, info=STATE)
    # Stands for the member in the audit trail; erasure deletes this tie, never the trail.
    audit_key: Mapped[UUID] = mapped_column(default_factory=uuid4, init=False, info=LINK)
    version: Mapped[int] = mapped_column(init=False, info=STATE)
    grants: Mapped[list["Grant"]] = relationship(
        init=False, back_populates="member", default_factory=list, cascade="all, delete-orphan"
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def is_administrator(self) -> bool:
        return any(grant.role == Role.ADMINISTRATOR for grant in self.current_grants)

    @property
    def current_grants(self) -> list["Grant"]:
        return [grant for grant in self.grants if grant.ended_at is None]

    @property
    def coordinates(self) -> frozenset[UUID]:
        """The programmes this member looks after."""
        return self.programmes_as(Role.COORDINATOR)

    def programmes_as(self, role: Role) -> frozenset[UUID]:
        grants = (grant for grant in self.current_grants if grant.role == role)
        return frozenset(grant.programme_id for grant in grants if grant.programme_id)


class Grant(Base):
    """A role that a member has: in one programme, or (administrator) in the installation."""

    __tablename__ = "role_grant"
    __table_args__ = (
        UniqueConstraint("member_id", "role", "programme_id"),
        Index(None, "programme_id", "role"),
    )

    member_id: Mapped[UUID] = mapped_column(
        ForeignKey("member.id", ondelete="CASCADE"), init=False, info=LINK
    )
    member: Mapped[Member] = relationship(back_populates="grants")
    role: Mapped[Role] = mapped_column(info=OWN)
    given_at: Mapped[datetime] = mapped_column(info=OWN)
    # Programmes lie above members, so there is no relationship that would put rows in order.
    programme_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("programme.id", ondelete="CASCADE", deferrable=True, initially="DEFERRED"),
        default=None,
        info=LINK,
    )
    ended_at: Mapped[datetime | None] = mapped_column(default=None, info=OWN)


class SignIn(Base):
    """One browser in which a member is signed in. Without its row, its cookie opens nothing."""

    __tablename__ = "sign_in"

    member_id: Mapped[UUID] = mapped_column(
        ForeignKey("member.id", ondelete="CASCADE"), init=False, index=True, info=LINK
    )
    member: Mapped[Member] = relationship()
    fingerprint: Mapped[str] = mapped_column(unique=True, info=SECRET)
    created_at: Mapped[datetime] = mapped_column(info=SAFETY)
    seen_at: Mapped[datetime] = mapped_column(info=SAFETY)
    until: Mapped[datetime] = mapped_column(info=SAFETY)
    epoch: Mapped[int] = mapped_column(info=STATE)
    browser: Mapped[str] = mapped_column(default="", info=SAFETY)
    # How the member proved who they are, and when they last did: sensitive acts ask again.
    level: Mapped[str] = mapped_column(default="password", info=SAFETY)
    proven_at: Mapped[datetime | None] = mapped_column(default=None, info=SAFETY)


class Attempt(Base):
    """Somebody tried to sign in. Names and addresses are kept as keyed hashes only."""

    __tablename__ = "attempt"
    __table_args__ = (Index(None, "account", "at"), Index(None, "origin", "at"))

    at: Mapped[datetime] = mapped_column(info=SAFETY)
    account: Mapped[str] = mapped_column(info=SECRET)
    origin: Mapped[str] = mapped_column(info=SECRET)
    succeeded: Mapped[bool] = mapped_column(info=SAFETY)


class Purpose(StrEnum):
    CONFIRM_EMAIL = "confirm_email"
    CHANGE_EMAIL = "change_email"
    RESET_PASSWORD = "reset_password"  # noqa: S105  # the name of a purpose
    INVITATION = "invitation"
    REVERT_EMAIL = "revert_email"
    CHECK_IN = "check_in"
    SIGN_IN = "sign_in"
    # Proves that a mailbox is theirs, before their account at a provider may open ours.
    CONNECT = "connect"
    # Shows once more who somebody is, while they are signed in.
    PROVE = "prove"
    # Ends every sign-in, for whoever did not begin one that we wrote about.
    NOT_ME = "not_me"


class OneTimeLink(Base):
    """A link that we mailed. Only its fingerprint is kept; using it up is one guarded update."""

    __tablename__ = "one_time_link"

    fingerprint: Mapped[str] = mapped_column(unique=True, info=SECRET)
    member_id: Mapped[UUID] = mapped_column(
        ForeignKey("member.id", ondelete="CASCADE"), init=False, index=True, info=LINK
    )
    member: Mapped[Member] = relationship()
    purpose: Mapped[Purpose] = mapped_column(info=STATE)
    made_at: Mapped[datetime] = mapped_column(info=STATE)
    until: Mapped[datetime] = mapped_column(info=STATE)
    # What the link is about: a new address (text), or a row of another table.
    subject_id: Mapped[UUID | None] = mapped_column(default=None, info=LINK)
    address: Mapped[str | None] = mapped_column(default=None, info=CONTACT)
    used_at: Mapped[datetime | None] = mapped_column(default=None, info=STATE)
    # For signing in: the browser that asked, and the code to type there. Both as hashes.
    browser: Mapped[str | None] = mapped_column(default=None, info=SECRET)
    code: Mapped[str | None] = mapped_column(default=None, info=SECRET)


class Identity(Base):
    """An account at a provider of single sign-on that opens a member's account here.

    The provider's own name for the person, never their mail address: addresses change hands.
    """

    __tablename__ = "identity"
    __table_args__ = (
        UniqueConstraint("issuer", "subject"),
        UniqueConstraint("member_id", "issuer"),
    )

    member_id: Mapped[UUID] = mapped_column(
        ForeignKey("member.id", ondelete="CASCADE"), init=False, info=LINK
    )
    member: Mapped[Member] = relationship()
    issuer: Mapped[str] = mapped_column(info=OWN)
    subject: Mapped[str] = mapped_column(info=OWN)
    since: Mapped[datetime] = mapped_column(info=OWN)
