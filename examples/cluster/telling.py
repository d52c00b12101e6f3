"""What is said on the screen: one line for each thing that goes on, with its time."""

import sys
import time
from types import TracebackType
from typing import Self

_BEGUN = time.monotonic()


def say(text: str) -> None:
    minutes, seconds = divmod(int(time.monotonic() - _BEGUN), 60)
    sys.stdout.write(f"{minutes:>3}:{seconds:02} {text}\n")
    sys.stdout.flush()


class Line:
    """One thing that goes on: its share is drawn on a terminal, its end is always told."""

    def __init__(self, title: str, many: int) -> None:
        self.title, self.many = title, max(many, 1)
        self.done, self._begun = 0, time.monotonic()

    def __enter__(self) -> Self:
        self.show(0)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _error: object, _where: TracebackType | None
    ) -> None:
        if sys.stdout.isatty():
            sys.stdout.write("\r\033[K")
        if kind is None:
            say(f"{self.title}: {time.monotonic() - self._begun:.0f} s")

    def show(self, done: int) -> None:
        self.done = done
        if sys.stdout.isatty():
            share = min(100 * done // self.many, 100)
            sys.stdout.write(f"\r\033[K       {self.title}: {share} %")
            sys.stdout.flush()
