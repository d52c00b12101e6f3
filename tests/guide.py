"""Makes the guide's pictures of those that the coordinator's afternoon keeps.

`SAMEN_PICTURES=folder pytest tests/journeys/test_afternoon.py -m journey`, then
`python -m tests.guide folder`. Each shows the beginning of a page, in few colours: a small file.
"""

import sys
from pathlib import Path

from PIL import Image

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
STEPS = (
    *("people", "ready", "tried", "run", "review", "pair", "swap", "together", "publish"),
    *("words", "answers", "next-best", "waiting", "figures"),
)
LANGUAGES = {"en": "", "nl": "-nl"}
HEIGHTS = {"desktop": 900, "phone": 844}
COLOURS = 160


def main(folder: Path) -> None:
    for language, ending in LANGUAGES.items():
        for step in STEPS:
            shrink(
                folder / f"{step}-{language}-desktop-light.png",
                PICTURES / f"coordinator-{step}{ending}.png",
                HEIGHTS["desktop"],
            )
        shrink(
            folder / f"review-{language}-phone-dark.png",
            PICTURES / f"coordinator-phone{ending}.png",
            HEIGHTS["phone"],
        )


def shrink(source: Path, target: Path, height: int) -> None:
    """Keep what one sees first, in the colours of which there is most: grounds stay as they are."""
    with Image.open(source) as whole:
        seen = whole.convert("RGB").crop((0, 0, whole.width, min(whole.height, height)))
    found = seen.getcolors(seen.width * seen.height) or []
    most = [each for _count, each in sorted(found, reverse=True)[:COLOURS]]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for each in most if isinstance(each, tuple) for part in each])
    few = seen.quantize(palette=palette, dither=Image.Dither.NONE)
    few.save(target, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
