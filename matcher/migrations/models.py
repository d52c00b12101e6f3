"""Finds every table: only what was imported is known to the metadata."""

from importlib import import_module
from pathlib import Path

CODE = Path(__file__).parents[1]


def import_every_model() -> None:
    for path in sorted(CODE.rglob("*.py")):
        parts = path.relative_to(CODE).with_suffix("").parts
        if len(parts) > 1 and parts[1] == "models":
            import_module(".".join(["matcher", *parts]).removesuffix(".__init__"))
