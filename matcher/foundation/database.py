"""The base every table builds on, and the types its columns are made of."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID, uuid4

from sqlalchemy import JSON, DateTime, Dialect, Enum, MetaData, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column

from matcher.foundation import threads
from matcher.foundation.columns import LINK

threads.install()  # before any table is made

# Named constraints keep migrations repeatable.
NAMES = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

# Store an enum's readable value ("yes"), not the name of its member ("YES"). The check constraint
# is left out so that a later value needs no rebuild of a table that SQLite cannot alter.
READABLE = Enum(
    StrEnum,
    values_callable=lambda enum: [each.value for each in enum],
    native_enum=False,
    create_constraint=False,
    length=40,
)


class Moment(TypeDecorator[datetime]):
    """A point in time, always in UTC: SQLite forgets the zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A moment needs its time zone.")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(MappedAsDataclass, DeclarativeBase, kw_only=True, eq=False, repr=False):
    """Gives every model a random id and a typed constructor."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar = {
        StrEnum: READABLE,
        datetime: Moment,
        dict[str, Any]: JSON,
        dict[str, str]: JSON,
        dict[str, int]: JSON,
        list[str]: JSON,
        list[dict[str, Any]]: JSON,
    }

    id: Mapped[UUID] = mapped_column(primary_key=True, default_factory=uuid4, init=False, info=LINK)
