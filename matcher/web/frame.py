"""What stands around every page: menu, languages, notices, the way to help."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple


class MenuItem(NamedTuple):
    label: str
    url: str
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Everything that layouts/page.html needs besides the page itself."""

    signed_in: bool = False
    name: str = ""
    nav: tuple[MenuItem, ...] = ()
    programme: str = ""
    concern_url: str | None = None
    is_coordinator: bool = False
    is_demo: bool = False
    emergency_phone: str = "112"
    crisis_line: str = "113"
    theme: str = "device"
    notices: tuple[str, ...] = ()  # what was done
    asides: tuple[str, ...] = ()  # what was not, and need not be
    second_step_by: datetime | None = (
        None  # when a second step must be set up by, where that is said
    )
    here: str = ""  # the address of this page, to come back to
