"""The two ways to the database for work outside a request: commands and jobs."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Self

from sqlalchemy.orm import Session, sessionmaker

from matcher.foundation.engines import UNHURRIED, open_to_read, open_to_write


@dataclass(frozen=True, slots=True)
class Doors:
    """One to look through, one to write through: what `reading()` and `writing()` are to a page."""

    read: sessionmaker[Session]
    write: sessionmaker[Session]

    @classmethod
    def to(cls, url: str) -> Self:
        """Open the database at this address."""
        write = open_to_write(url, patience=UNHURRIED)
        return cls(sessionmaker(open_to_read(url)), sessionmaker(write))

    @contextmanager
    def reading(self) -> Iterator[Session]:
        with self.read() as db:
            yield db

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Open one transaction, committed where its `with` ends."""
        with self.write.begin() as db:
            yield db

    def close(self) -> None:
        """Give back every connection."""
        for door in (self.read, self.write):
            door.kw["bind"].dispose()


@contextmanager
def kept_if(db: Session, kept: bool) -> Iterator[None]:  # noqa: FBT001  # reads as it is said
    """Do something, and keep it only if so: whoever waits cannot tell the two apart."""
    inner = db.begin_nested()
    yield
    if kept:
        inner.commit()
    else:
        inner.rollback()
