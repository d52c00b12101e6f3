"""Makes what stands on the pages beneath a pair's space."""

from typing import Any

EXPECTED: dict[str, Any] = {
    "every": "14",
    "months": "6",
    "channels": ["app", "mail"],
    "hours": ["evening"],
    "helps": ["listen", "honest"],
}
TERMS: dict[str, Any] = {
    "every": "14",
    "months": "6",
    "channels": ["app"],
    "hours": ["evening"],
    "topics": "Finding work as a nurse.",
    "private": "",
    "ending": "We look back and say goodbye.",
}
