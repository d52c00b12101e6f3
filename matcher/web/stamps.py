"""Signed moments, as several machines write and read them."""

from datetime import datetime

from itsdangerous import SignatureExpired, TimestampSigner

from matcher.foundation.moments import APART


class Stamp(TimestampSigner):
    """Believes a moment that lies a little ahead: another machine's clock wrote it.

    Left to itself it would take a cookie that another web process has just made for forged.
    """

    def unsign(  # type: ignore[override]  # two ways of being called, as there
        self,
        signed_value: str | bytes,
        max_age: int | None = None,
        return_timestamp: bool = False,  # noqa: FBT001, FBT002  # as it is called there
    ) -> tuple[bytes, datetime] | bytes:
        value, at = super().unsign(signed_value, return_timestamp=True)
        age = self.get_timestamp() - int(at.timestamp())
        if max_age is not None and not -APART.total_seconds() <= age <= max_age:
            raise SignatureExpired(f"made {age} seconds ago", payload=value, date_signed=at)
        return (value, at) if return_timestamp else value
