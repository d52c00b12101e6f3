"""Every deed that the code notes has words."""

import ast
from pathlib import Path

import matcher
from matcher.audit.deeds import DEEDS

CODE = Path(matcher.__file__).parent


def noted() -> set[str]:
    """Find each action that is noted by name; families that are put together are left out."""
    found: set[str] = set()
    for path in CODE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"note", "_note"}:
                found |= {
                    each.value
                    for each in node.args[1:2]
                    if isinstance(each, ast.Constant) and isinstance(each.value, str)
                }
    return {each for each in found if "." in each}


def test_every_deed_has_words() -> None:
    assert noted() - DEEDS.keys() == set(), "Give it its words in matcher/audit/deeds.py."
