"""The part of a browser that keeps passkeys, as Chromium plays it for tests."""

from dataclasses import dataclass

from playwright.sync_api import CDPSession

from tests.journeys.visitor import Visitor

KIND = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@dataclass
class Device:
    """A laptop that unlocks for its owner."""

    tools: CDPSession
    id: str

    @classmethod
    def of(cls, visitor: Visitor) -> "Device":
        tools = visitor.page.context.new_cdp_session(visitor.page)
        tools.send("WebAuthn.enable")
        made = tools.send("WebAuthn.addVirtualAuthenticator", {"options": KIND})
        return cls(tools, made["authenticatorId"])

    @property
    def holds_a_passkey(self) -> bool:
        kept = self.tools.send("WebAuthn.getCredentials", {"authenticatorId": self.id})
        return len(kept["credentials"]) == 1

    def lock(self, *, is_locked: bool = True) -> None:
        """Let nobody in: neither a finger nor a code that it knows."""
        known = {"authenticatorId": self.id, "isUserVerified": not is_locked}
        self.tools.send("WebAuthn.setUserVerified", known)
