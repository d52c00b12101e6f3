"""Pages about what is kept: one's own copy, the notice, the record of processing."""

from matcher.privacy.routes import erasing, mine, notice, opened, trail
from matcher.privacy.routes.rooms import blueprint

__all__ = ["blueprint", "erasing", "mine", "notice", "opened", "trail"]
