"""Reads the colours from the style sheet, and measures their contrast as WCAG does."""

import re
from pathlib import Path

STATIC = Path(__file__).parents[2] / "matcher" / "static"
THEME = (STATIC / "theme.css").read_text()
TOKEN = re.compile(r"--([\w-]+):\s*([^;]+);")
Colours = dict[str, str]

LIGHT: Colours = dict(TOKEN.findall(THEME.split("@media", 1)[0]))
_BY_DEVICE, _BY_CHOICE = re.findall(
    r"\] ?\)? \{\n\s*color-scheme: dark;(.*?)\n\s*\}", THEME, re.DOTALL
)
DARK_BY_DEVICE: Colours = dict(TOKEN.findall(_BY_DEVICE))
DARK_BY_CHOICE: Colours = dict(TOKEN.findall(_BY_CHOICE))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    lower, higher = sorted((_luminance(one), _luminance(other)))
    return (higher + 0.05) / (lower + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
