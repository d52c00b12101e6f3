"""The application class: Flask, with templates that speak and addresses that are made once."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, cast
from uuid import UUID

from flask import Flask

from matcher.web.behind import below
from matcher.web.paper import Paper
from matcher.web.visits import Visits

# Stand in an address in the place of a key, so that the address of each pair is the same one.
GAPS = [UUID(int=place, version=1) for place in range(8)]
PLACES = {str(gap): place for place, gap in enumerate(GAPS)}
GAP = re.compile(f"({'|'.join(PLACES)})")


class House(Flask):
    """A page names some forty addresses, the same as on the page before but for the keys."""

    jinja_environment = Paper

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.session_interface = Visits()
        self._address = lru_cache(maxsize=4096, typed=True)(self._make_address)

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """Take each function as it is: none of ours is a coroutine, and Flask asks at each call."""
        return func

    def update_template_context(self, context: dict[str, Any]) -> None:
        """Give each template what all get. None of our blueprints has something of its own."""
        given = context.copy()
        for processor in self.template_context_processors[None]:
            context.update(cast("dict[str, Any]", processor()))
        context.update(given)

    def url_for(self, endpoint: str, /, **values: Any) -> str:  # type: ignore[override]  # _anchor and the like are among the values
        root = below()
        if root is None or endpoint.startswith("."):
            return super().url_for(endpoint, **values)
        given = values.values()
        flat = [UUID if type(each) is UUID else each for each in given]
        try:
            pieces, places = self._address(root, endpoint, *values, *flat)
        except TypeError:  # several values for one name: a list
            return super().url_for(endpoint, **values)
        keys = [str(each) for each in given if type(each) is UUID]
        address = pieces.copy()
        address[1::2] = [keys[place] for place in places]
        return "".join(address)

    def _make_address(self, _root: str, endpoint: str, *flat: Any) -> tuple[list[str], list[int]]:
        """Make an address with gaps, and cut it there. Return which key belongs in each."""
        half = len(flat) // 2
        gaps = iter(GAPS)
        values = [next(gaps) if each is UUID else each for each in flat[half:]]
        address = super().url_for(endpoint, **dict(zip(flat[:half], values, strict=True)))
        pieces = GAP.split(address)
        return pieces, [PLACES[gap] for gap in pieces[1::2]]
