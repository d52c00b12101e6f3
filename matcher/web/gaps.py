"""Parts of pages that look alike: their HTML is made once, and what is somebody's own filled in.

A list has twenty-five lines or more, and a line twenty places to fill in. Filled in one by one,
with an escape for each, they were a third of the work of such a page. What is filled in is kept
nowhere. A macro is another one in each language, so what is kept is kept for its language; and
for what all addresses lie below, as it may hold some.
"""

from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from markupsafe import Markup, escape

from matcher.web.behind import below

Macro = Callable[..., str]

# Between values, and around the number of one: nothing that people type can hold it.
BREAK = "\x00"


def once(macro: Macro, *given: object) -> str:
    """Fill in once what stands on every page, as `once(foot, frame.theme)`.

    Only for what is the same for everybody.
    """
    return _once(macro, below(), *given)


def with_gaps(macro: Macro, *given: object, **gaps: str) -> Markup:
    """Fill in once what is the same for many, and each time what is somebody's own.

    `with_gaps(top, frame.nav, name=frame.name)`: what is given by name is kept nowhere.
    """
    pieces, in_their_places = _pieces(macro, below(), given, tuple(gaps))
    part = pieces.copy()
    part[1::2] = in_their_places([str(escape(value)) for value in gaps.values()])
    return Markup("".join(part))  # noqa: S704  # made by the macro, and escaped above


def each_line(macro: Macro, lines: Sequence[tuple[Hashable, Sequence[str]]]) -> Markup:
    """Fill in a macro for each line: with what it looks like, and then with what it says, as text.

    Many lines look alike: so that is kept. All that they say is escaped in one go.
    """
    root = below()
    safe = _escaped([said for _look, said in lines])
    html: list[str] = []
    at = 0
    for look, said in lines:
        end = at + len(said)
        pieces, in_their_places = _pieces(macro, root, (look,), len(said))
        line = pieces.copy()
        line[1::2] = in_their_places(safe[at:end])
        html += line
        at = end
    return Markup("".join(html))  # noqa: S704  # made by the macro, and escaped above


@lru_cache(maxsize=200)
def _once(macro: Macro, _root: str | None, *given: object) -> str:
    return macro(*given)


@lru_cache(maxsize=2000)
def _pieces(
    macro: Macro, _root: str | None, given: tuple[object, ...], gaps: tuple[str, ...] | int
) -> tuple[list[str], Callable[[Sequence[str]], Sequence[str]]]:
    """Make the HTML with gaps, by name or by number, and cut it there.

    Return the texts with room between them, and what puts values in the order of that room.
    """
    count = gaps if isinstance(gaps, int) else len(gaps)
    marks = [Markup(f"{BREAK}{number}{BREAK}") for number in range(count)]  # noqa: S704  # our own
    named: dict[str, Any] = {} if isinstance(gaps, int) else dict(zip(gaps, marks, strict=True))
    pieces = str(macro(*given, **named) if named else macro(*given, *marks)).split(BREAK)
    numbers = [int(number) for number in pieces[1::2]]
    if len(numbers) > 1:
        return pieces, itemgetter(*numbers)
    return pieces, lambda values: [values[number] for number in numbers]


def _escaped(said: Sequence[Sequence[str]]) -> list[str]:
    """Escape all values in one go."""
    text = BREAK.join([BREAK.join(values) for values in said if values])
    if text.count(BREAK) >= sum([len(values) for values in said]):
        # No form lets it through; yet no value may ever come to stand in the place of another.
        whole = [[value.replace(BREAK, "") for value in values] for values in said]
        text = BREAK.join([BREAK.join(values) for values in whole if values])
    return str(escape(text)).split(BREAK)
