"""What `matcher check` found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, and what to do about it. `must`: others may not use it like this."""

    about: str
    todo: str = ""
    must: bool = True
