"""Writes the table of settings into docs/operate.md: `python -m` and the name of this module."""

import inspect
import re
import sys
from pathlib import Path

from matcher.config import Settings

FIELD = re.compile(
    r"(?P<said>(?:^    # .*\n)+)^    (?P<name>[A-Z_0-9]+): [^=\n]+(?:= (?P<default>.+))?$",
    re.MULTILINE,
)
BEGIN, END = "<!-- settings -->\n", "<!-- /settings -->"
FOR_TESTS = "For tests."
OPERATE = Path("docs") / "operate.md"


def table() -> str:
    """Write what the comments above the settings say, as a table."""
    rows = ["| variable | what it is | without it |", "|---|---|---|"]
    for found in FIELD.finditer(inspect.getsource(Settings)):
        said = " ".join(line.strip(" #") for line in found["said"].splitlines())
        if said != FOR_TESTS and found["name"] != "SEAL_KEYS":
            rows.append(f"| `MATCHER_{found['name']}` | {said} | {_default(found['default'])} |")
    return "\n".join(rows) + "\n"


def _default(written: str | None) -> str:
    if written is None or '""' in written or written == "field(repr=False)":
        return "empty"
    shown = written.removeprefix("Path(").removesuffix(")").strip('"')
    return f"`{shown}`"


def put_into(text: str) -> str:
    """Put the table in its place in the page."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + BEGIN + table() + END + after


if __name__ == "__main__":
    OPERATE.write_text(put_into(OPERATE.read_text(encoding="utf-8")), encoding="utf-8")
    sys.stdout.write(f"{OPERATE} is up to date.\n")
