"""Statements that are made once: making one takes longer than the database takes to answer."""

from collections.abc import Callable
from functools import cache
from inspect import signature
from typing import TypeVar

from sqlalchemy import bindparam

Made = TypeVar("Made")


def made_once(make: Callable[..., Made]) -> Callable[[], Made]:
    """Make a statement when it is first needed, with a parameter in the place of each argument.

    The values are given when it is asked, by the names of the arguments:
    `db.scalar(_pairing(), {"pairing_id": pairing_id, "me": member.id})`. So an argument can only
    be a value to compare with: never `None`, and nothing that changes what is asked.
    """

    @cache
    def made() -> Made:
        return make(**{name: bindparam(name) for name in signature(make).parameters})

    return made
