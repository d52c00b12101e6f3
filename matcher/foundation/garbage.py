"""What is loaded once and stays is looked through for garbage once, not again and again.

A full look through all that a service has loaded takes 0.2 seconds, in which no thread goes on:
not even one that holds the write lock, for whom eight others wait.
"""

import gc
import time

NOTICED = 0.02  # seconds: what takes less is noticed by nobody
TIMES = 10  # enough for what is loaded late: templates, statements. What grows later is watched
YOUNG = 10_000  # things made before the youngest are looked through: a page makes some thousands


def settle() -> None:
    """Leave out of later looks what is there now, and what turns out to stay."""
    gc.set_threshold(YOUNG, 10, 10)
    gc.collect()
    gc.freeze()
    if not any(isinstance(each, _Late) for each in gc.callbacks):
        gc.callbacks.append(_Late())


class _Late:
    """Leaves out what was loaded meanwhile, where looking through it took long."""

    def __init__(self) -> None:
        self.began = 0.0
        self.left = TIMES

    def __call__(self, phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            self.began = time.perf_counter()
        elif self.left and info["generation"] == 2 and self._was_long():  # noqa: PLR2004  # all of it
            self.left -= 1
            gc.freeze()

    def _was_long(self) -> bool:
        return time.perf_counter() - self.began > NOTICED
