"""A bar on the terminal that shows how far a run is."""

from typing import TextIO

from matcher.foundation.translate import say
from matcher.foundation.words import N_, Language, sentence

PHASES = {
    "reading": N_("comparing people"),
    "solving": N_("looking for the best arrangement"),
    "explaining": N_("writing down why"),
    "done": N_("done"),
}
WIDTH = 30


class Bar:
    """Called with a phase and how much is done, 0 to 1. One line, redrawn on a terminal."""

    def __init__(self, out: TextIO, language: Language) -> None:
        self._out, self._language = out, language

    def __call__(self, phase: str, done: float) -> None:
        filled = round(WIDTH * min(max(done, 0.0), 1.0))
        text = say(sentence(PHASES.get(phase, phase)), self._language)
        line = f"[{'#' * filled}{'.' * (WIDTH - filled)}] {100 * done:3.0f} % {text}"
        if self._out.isatty():
            self._out.write(f"\r{line:<80}" + ("\n" if phase == "done" else ""))
        else:
            self._out.write(line + "\n")
        self._out.flush()
