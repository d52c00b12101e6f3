"""Imports point down: to packages beneath, and within a package to layers beneath."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

CODE = Path(__file__).parents[2] / "matcher"

# Highest first. A new package or layer must be given its place here.
PACKAGES = [
    *(
        "cli",
        "commands",
        "migrations",
        "worker",
        "simulation",
        "demo",
        "app",
        "rooms",
        "navigation",
        "refusals",
        "operations",
        "work",
        "backups",
        "config",
    ),
    *("home", "desk", "coordination", "privacy", "proposals", "reports"),
    *("feedback", "pairings", "programmes"),
    *("guidance", "members", "jobs", "messages", "audit", "web", "matching", "foundation"),
]
SIBLINGS = [{"home", "coordination"}]
OUTSIDE = {"migrations"}
LAYERS = [
    *("work", "routes", "forms", "views", "policy", "login", "services", "queries", "models"),
]

FLASK = {"flask", "flask_login", "flask_wtf", "wtforms", "werkzeug"}
IMPURE = FLASK | {"sqlalchemy"}
SLOW = {"numpy", "scipy", "sklearn", "ortools", "icalendar", "snowballstemmer"}
BENEATH = {"views", "policy", "services", "queries", "models", "work"}


def imports() -> Iterator[tuple[list[str], list[str]]]:
    """Yield every import as two dotted names: the module it is in, and what it brings in."""
    for path in CODE.rglob("*.py"):
        module = [*path.relative_to(CODE).with_suffix("").parts]
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ImportFrom) and node.module:
                yield from ((module, [*node.module.split("."), name.name]) for name in node.names)
            elif isinstance(node, ast.Import):
                yield from ((module, name.name.split(".")) for name in node.names)


OUR_OWN = [
    (module, target[1:])
    for module, target in imports()
    if target[0] == "matcher" and len(target) > 1 and module[0] not in OUTSIDE | {"__init__"}
]
OTHERS = [(module, target[0]) for module, target in imports() if target[0] != "matcher"]


def test_every_package_has_its_place() -> None:
    tops = {path.stem for path in CODE.iterdir() if path.suffix == ".py" or _is_package(path)}

    assert tops - OUTSIDE - {"__init__"} <= set(PACKAGES), "Give it its place in PACKAGES."


def test_every_package_is_named_on_the_plan_of_the_house() -> None:
    plan = (CODE.parent / "docs" / "architecture.md").read_text()

    for path in CODE.iterdir():
        assert not _is_package(path) or f"`matcher/{path.name}/`" in plan, path.name


def test_packages_know_only_what_lies_beneath_them() -> None:
    for (package, *_), (target, *_) in OUR_OWN:
        assert PACKAGES.index(package) <= PACKAGES.index(target), f"{package} knows {target}"


def test_siblings_do_not_know_each_other() -> None:
    for (package, *_), (target, *_) in OUR_OWN:
        assert package == target or {package, target} not in SIBLINGS, f"{package} knows {target}"


def test_layers_know_only_what_lies_beneath_them() -> None:
    for (package, *layer), (target, *target_layer) in OUR_OWN:
        known = layer and target_layer and {layer[0], target_layer[0]} <= set(LAYERS)
        if package == target != "web" and known:
            up = LAYERS.index(layer[0]) > LAYERS.index(target_layer[0])
            assert not up, f"{package}: {layer} knows {target_layer}"


def test_matching_is_pure() -> None:
    known = {name for (package, *_), name in OTHERS if package == "matching"}

    assert known.isdisjoint(IMPURE), "matching/ takes and gives plain values."


def test_all_beneath_the_forms_is_free_of_flask() -> None:
    everything = OTHERS + [(module, target[0]) for module, target in OUR_OWN]
    for (package, *layer), target in everything:
        if package == "foundation" or (package != "web" and layer and layer[0] in BENEATH):
            assert target not in FLASK | {"web"}, f"{package} {layer} knows {target}"


def test_only_the_clock_asks_for_the_time() -> None:
    asked = [
        f"{path.relative_to(CODE)}:{node.lineno}"
        for path in CODE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute)
        and node.attr in {"now", "today", "utcnow"}
        and isinstance(node.value, ast.Name)
        and node.value.id in {"datetime", "date"}
    ]

    assert [place for place in asked if not place.startswith("foundation/clock.py")] == []


def test_the_web_process_stays_free_of_the_slow_libraries() -> None:
    assert _loaded_of(SLOW, "import matcher.app, matcher.work") == []


def test_an_installation_on_a_file_does_not_load_the_driver_of_a_server() -> None:
    assert _loaded_of({"psycopg"}, "import matcher.app, matcher.worker") == []


def _loaded_of(libraries: set[str], code: str) -> list[str]:
    """List which of these libraries a process has loaded once it ran this code."""
    told = f"{code}; import json, sys; print(json.dumps(sorted({libraries!r} & set(sys.modules))))"
    found = subprocess.run(  # noqa: S603  # our own interpreter and code
        [sys.executable, "-c", told], capture_output=True, text=True, check=True, cwd=CODE.parent
    )
    loaded: list[str] = json.loads(found.stdout)
    return loaded


def _is_package(path: Path) -> bool:
    return (path / "__init__.py").exists()
