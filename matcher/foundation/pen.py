"""Who may write to a SQLite file next, among the threads of this process: whoever waits longest.

The file has one pen. SQLite itself lets those who wait try again now and then, up to ten times a
second; work that writes a hundred times in a row takes the pen back before anybody has tried, and
the others wait until their patience ends. So they line up here, and the pen is handed on.
"""

import os
from collections import deque
from threading import Lock


class Pen:
    """One file's pen. Other processes still have to wait for it as SQLite makes them wait."""

    def __init__(self) -> None:
        self._turn = Lock()
        self._waiting: deque[Lock] = deque()
        self._is_taken = False

    def take(self, patience: float) -> bool:
        """Wait for the pen. False: it did not come within so many seconds."""
        with self._turn:
            if not self._is_taken:
                self._is_taken = True
                return True
            mine = Lock()
            mine.acquire()
            self._waiting.append(mine)
        if mine.acquire(timeout=patience):
            return True
        with self._turn:
            if mine not in self._waiting:
                return True  # it was handed to us just now
            self._waiting.remove(mine)
            return False

    def hand_on(self) -> None:
        """Give the pen to whoever waits longest."""
        with self._turn:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._is_taken = False


_pens: dict[str, Pen] = {}


def pen_of(file: str) -> Pen:
    """Return the one pen of a file."""
    return _pens.setdefault(os.path.realpath(file), Pen())


# A child of this process has none of the threads that wait or write.
os.register_at_fork(after_in_child=_pens.clear)
