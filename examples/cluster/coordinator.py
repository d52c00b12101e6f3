"""What the coordinator does, in a browser: bring people in, match, approve all, and tell them."""

import re
from dataclasses import dataclass
from uuid import UUID

import httpx

from examples.cluster.browsing import Browser, Form, insist, onward

GROUND = "Aangemeld op de open avond, met handtekening op papier."


@dataclass
class Coordinator:
    """One who looks after the programme. Each deed is done once the service has said so."""

    browser: Browser
    programme: str  # the address of its pages

    def sign_in(self, address: str, password: str) -> None:
        def deed() -> None:
            page = self.browser.get("/sign-in")
            if "location" in page.headers:
                return  # is in already: only the answer was lost on its way
            token = Form(page.text).hidden["csrf_token"]
            sent = {"csrf_token": token, "email": address, "password": password}
            onward(self.browser.post("/sign-in", sent))

        insist(deed)

    def upload(self, side: str, content: bytes) -> UUID:
        path = f"{self.programme}/import"

        def deed() -> str:
            token = Form(self.browser.get(path).text).hidden["csrf_token"]
            files = {"sheet": (f"{side}s.csv", content, "text/csv")}
            return onward(self.browser.post(path, {"csrf_token": token, "side": side}, files=files))

        return _last(insist(deed))

    def apply(self, import_id: UUID) -> None:
        path = f"{self.programme}/import/{import_id}"
        insist(lambda: onward(self._press(path, f"{path}/apply", {"ground": GROUND})))

    def match(self) -> UUID:
        path = f"{self.programme}/matching"
        return _last(insist(lambda: onward(self._press(path, path))))

    def approve_all(self, run_id: UUID) -> None:
        path = f"{self.programme}/matching/{run_id}/proposals"

        def deed() -> None:
            together = onward(self._press(path, path, {"decide": "approve_all"}))
            sent = Form(self.browser.get(together).text).hidden | {"decide": "approve"}
            onward(self.browser.post(together, sent))

        insist(deed)

    def publish(self, run_id: UUID) -> None:
        path = f"{self.programme}/matching/{run_id}/publish"
        insist(lambda: onward(self._press(path, path, {"who": "all", "send": "now"})))

    def _press(self, page: str, path: str, sent: dict[str, str] | None = None) -> httpx.Response:
        token = Form(self.browser.get(page).text).hidden["csrf_token"]
        return self.browser.post(path, {"csrf_token": token, **(sent or {})})


def _last(path: str) -> UUID:
    """Return the id at the end of an address."""
    return UUID(re.findall(r"[0-9a-f-]{36}", path)[-1])
