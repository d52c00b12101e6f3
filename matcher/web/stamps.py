"""Signed moments, as several machines write and read them."""

import hmac
import time
from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from typing import Any

from itsdangerous import SignatureExpired, Signer, TimestampSigner
from itsdangerous.signer import HMACAlgorithm

from matcher.foundation.moments import APART


class Begun(HMACAlgorithm):
    """The same signature, from one that has been begun: what a key comes to is worked out once."""

    def get_signature(self, key: bytes, value: bytes) -> bytes:
        signature = _begun(key, self.digest_method).copy()
        signature.update(value)
        return signature.digest()


@lru_cache(maxsize=20)
def _begun(key: bytes, digest: Callable[..., Any]) -> hmac.HMAC:
    return hmac.new(key, digestmod=digest)


@lru_cache(maxsize=20)
def _derived(secret: bytes, salt: bytes, derivation: str, digest: Callable[..., Any]) -> bytes:
    return Signer(secret, salt, key_derivation=derivation, digest_method=digest).derive_key()


class QuickSigner(TimestampSigner):
    """Signs as its parent does. What its key comes to is worked out once."""

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.algorithm = Begun(self.digest_method)

    def derive_key(self, secret_key: str | bytes | None = None) -> bytes:
        secret = self.secret_keys[-1] if secret_key is None else secret_key
        secret = secret.encode() if isinstance(secret, str) else secret
        return _derived(secret, self.salt, self.key_derivation, self.digest_method)


class Stamp(QuickSigner):
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
        if max_age is not None and not is_in_time(at, max_age):
            raise SignatureExpired(f"made at {at}", payload=value, date_signed=at)
        return (value, at) if return_timestamp else value


def is_in_time(at: datetime, seconds: float) -> bool:
    """Tell whether a moment lies no longer ago than that, nor farther ahead than clocks differ."""
    return -APART.total_seconds() <= int(time.time()) - int(at.timestamp()) <= seconds
