"""A device that keeps passkeys: real keys, and answers as browsers write them."""

import json
from dataclasses import dataclass, field
from hashlib import sha256
from secrets import token_bytes
from typing import Any

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from webauthn import base64url_to_bytes
from webauthn.helpers import bytes_to_base64url

SITE = "http://localhost"
SOMEBODY, KNOWN_TO_IT, HOLDS_A_KEY = 0x01, 0x04, 0x40


@dataclass
class Device:
    """Makes one passkey, and shows it. What a cheat would change can be changed."""

    origin: str = SITE
    host: str = "localhost"
    flags: int = SOMEBODY | KNOWN_TO_IT
    counts: bool = True
    times_used: int = 0
    id: bytes = field(default_factory=lambda: token_bytes(16))
    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )
    owner: str = ""

    def make(self, asked: dict[str, Any]) -> str:
        """Answer a site that asks for a new passkey."""
        self.owner = asked["user"]["id"]
        held = bytes(16) + len(self.id).to_bytes(2) + self.id + self._public_key()
        attested = cbor2.dumps(
            {"fmt": "none", "attStmt": {}, "authData": self._said(HOLDS_A_KEY) + held}
        )
        return self._answer(
            clientDataJSON=self._seen("webauthn.create", asked["challenge"]),
            attestationObject=attested,
            transports=["internal", "hybrid"],
        )

    def show(self, asked: dict[str, Any]) -> str:
        """Answer a site that asks for a passkey."""
        self.times_used += self.counts
        said, seen = self._said(), self._seen("webauthn.get", asked["challenge"])
        signed = self.key.sign(said + sha256(seen).digest(), ec.ECDSA(SHA256()))
        return self._answer(
            clientDataJSON=seen,
            authenticatorData=said,
            signature=signed,
            userHandle=base64url_to_bytes(self.owner),
        )

    def _said(self, flags: int = 0) -> bytes:
        host = sha256(self.host.encode()).digest()
        return host + bytes([self.flags | flags]) + self.times_used.to_bytes(4)

    def _seen(self, kind: str, challenge: str) -> bytes:
        seen = {"type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": False}
        return json.dumps(seen).encode()

    def _public_key(self) -> bytes:
        point = self.key.public_key().public_numbers()
        x, y = point.x.to_bytes(32), point.y.to_bytes(32)
        return cbor2.dumps({1: 2, 3: -7, -1: 1, -2: x, -3: y})

    def _answer(self, **parts: Any) -> str:
        told = {
            name: bytes_to_base64url(part) if isinstance(part, bytes) else part
            for name, part in parts.items()
        }
        named = bytes_to_base64url(self.id)
        return json.dumps({"id": named, "rawId": named, "type": "public-key", "response": told})
