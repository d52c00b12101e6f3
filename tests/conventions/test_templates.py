"""Templates live where their route does, and hold no code of their own."""

import re
from pathlib import Path

import pytest
from flask import Flask

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
SHARED = {"layouts", "components", "errors"}
EVERY = sorted(TEMPLATES.rglob("*.html"))
INLINE = re.compile(r"<style|style=|<script(?![^>]*\bsrc=)|\son[a-z]+=|javascript:|\|\s*safe\b")


def test_templates_are_filed_under_their_blueprint(app: Flask) -> None:
    folders = {path.name for path in TEMPLATES.iterdir() if path.is_dir() and any(path.iterdir())}

    assert folders <= SHARED | set(app.blueprints)


@pytest.mark.parametrize("path", EVERY, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_a_template_has_no_inline_code(path: Path) -> None:
    assert INLINE.findall(path.read_text()) == [], "The browser would refuse this."


@pytest.mark.parametrize("path", sorted((TEMPLATES / "components").glob("*.html")), ids=str)
def test_a_component_is_one_macro_named_as_its_file(path: Path) -> None:
    public = [name for name in re.findall(r"macro (\w+)\(", path.read_text()) if name[0] != "_"]

    assert public == [path.stem]


@pytest.mark.parametrize("path", EVERY, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_a_template_uses_what_it_imports(path: Path) -> None:
    text = path.read_text()
    for names in re.findall(r"import ([\w, ]+?) -?%\}", text):
        for each in names.split(","):
            name = each.split(" as ")[-1].strip()
            assert len(re.findall(rf"\b{name}\b", text)) > 1, f"{name} is never used"
