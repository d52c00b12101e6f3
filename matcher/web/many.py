"""Many lines of one page: what each looks like is made once, and what they say is escaped at once.

A list has twenty-five lines or more, and a line twenty places to fill in. Filled in one by one,
with an escape for each, they were a third of the work of such a page.
"""

from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache
from operator import itemgetter

from flask import has_request_context, request
from markupsafe import Markup, escape

# Between values, and around the number of one: nothing that people type can hold it.
BREAK = "\x00"


def many(macro: Callable[..., str], lines: Sequence[tuple[Hashable, Sequence[str]]]) -> Markup:
    """Fill in a macro for each line: with what it looks like, and then with what it says, as text.

    Many lines look alike: so that is kept. What one says is kept nowhere.
    """
    root = request.script_root if has_request_context() else ""
    safe = _escaped([said for _look, said in lines])
    html: list[str] = []
    at = 0
    for look, said in lines:
        end = at + len(said)
        pieces, in_their_places = _pieces(macro, root, look, len(said))
        line = pieces.copy()
        line[1::2] = in_their_places(safe[at:end])
        html += line
        at = end
    return Markup("".join(html))  # noqa: S704  # made by the macro, and escaped above


def _escaped(said: Sequence[Sequence[str]]) -> list[str]:
    """Escape all values in one go."""
    text = BREAK.join([BREAK.join(values) for values in said if values])
    if text.count(BREAK) >= sum([len(values) for values in said]):
        # No form lets it through; yet no value may ever come to stand in the place of another.
        whole = [[value.replace(BREAK, "") for value in values] for values in said]
        text = BREAK.join([BREAK.join(values) for values in whole if values])
    return str(escape(text)).split(BREAK)


@lru_cache(maxsize=1000)
def _pieces(
    macro: Callable[..., str], _root: str, look: Hashable, values: int
) -> tuple[list[str], Callable[[list[str]], Sequence[str]]]:
    """Make the HTML of a look, cut where its values stand; and what puts them in that order."""
    gaps = [Markup(f"{BREAK}{number}{BREAK}") for number in range(values)]  # noqa: S704  # our own
    pieces = str(macro(look, *gaps)).split(BREAK)
    numbers = [int(number) for number in pieces[1::2]]
    if len(numbers) > 1:
        return pieces, itemgetter(*numbers)
    return pieces, lambda values: [values[number] for number in numbers]
