"""The style sheet keeps its promises about colour, and loads nothing from elsewhere."""

import re
from pathlib import Path

import pytest

from tests.look.colours import (
    DARK_BY_CHOICE,
    DARK_BY_DEVICE,
    LIGHT,
    STATIC,
    THEME,
    Colours,
    contrast,
)

# What is read, on every ground where it stands.
TEXT = {
    "ink": ["ground", "surface", "sunken", "meet-soft", "need-soft", "offer-soft", "care-soft"],
    "ink-soft": ["ground", "surface", "sunken", "meet-soft", "need-soft", "offer-soft"],
    "meet": ["ground", "surface"],
    "on-meet": ["meet", "meet-strong"],
    "meet-ink": ["meet-soft"],
    "need-ink": ["need-soft"],
    "offer-ink": ["offer-soft"],
    "care-ink": ["care-soft", "ground"],
    "alert": ["ground", "surface"],
    "alert-ink": ["alert-soft"],
    "on-alert": ["alert"],
    "on-fill": ["need", "offer"],
}
# What is seen: edges of fields, icons, parts of charts.
SHAPES = {
    "edge": ["ground", "surface"],
    "care": ["surface"],
    "steady": ["surface"],
    "meet-fill": ["surface"],
    **{f"part-{n}": ["surface", "ground"] for n in range(1, 6)},
}
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK_BY_CHOICE], ids=["light", "dark"])


def _pairs(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(text, ground) for text, grounds in table.items() for ground in grounds]


def test_dark_by_choice_is_dark_by_device() -> None:
    assert len(DARK_BY_CHOICE) > 40
    assert DARK_BY_DEVICE == DARK_BY_CHOICE


def test_dark_gives_every_colour_of_light_its_night() -> None:
    assert LIGHT.keys() - DARK_BY_CHOICE.keys() == {"on-fill"}  # text on honey and sky: always dark


@THEMES
@pytest.mark.parametrize(("text", "ground"), _pairs(TEXT))
def test_text_is_easy_to_read(theme: Colours, text: str, ground: str) -> None:
    colours = LIGHT | theme

    assert contrast(colours[text], colours[ground]) >= 7


@THEMES
@pytest.mark.parametrize(("shape", "ground"), _pairs(SHAPES))
def test_shapes_that_mean_something_stand_out(theme: Colours, shape: str, ground: str) -> None:
    colours = LIGHT | theme

    assert contrast(colours[shape], colours[ground]) >= 3


def test_every_colour_used_has_a_value() -> None:
    defined = set(re.findall(r"(--[\w-]+):", THEME))
    used = set(re.findall(r"var\((--[\w-]+)[),]", THEME))

    assert used - defined <= {"--ring"}  # set around a keystone where it stands on another ground


@pytest.mark.parametrize("path", sorted(STATIC.rglob("*.*")), ids=lambda path: path.name)
def test_nothing_is_fetched_from_elsewhere(path: Path) -> None:
    text = path.read_text(errors="ignore")

    # The name of the SVG language looks like an address, and nobody goes there.
    asked = re.findall(r"(?:https?:)?//[\w.-]+\.\w+|url\(", text.replace("http://www.w3.org", ""))

    assert asked == []
