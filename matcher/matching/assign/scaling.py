"""How fine the integers are: as fine as the flow solver's 64 bits allow."""

import numpy as np

from matcher.matching.assign.grid import Grid, Scale
from matcher.matching.assign.question import Question
from matcher.matching.blocks import Held, RowBlocks

# Integers per unit of affinity, and the number of pairs up to which the finer one is affordable.
USUAL, FINE, FINE_PAIRS = 1e6, 1e9, 4_000_000
# The solver multiplies costs by the number of nodes.
SOLVER_RANGE = 2.0**60
# Pairs up to which blocks are kept: 32 bits each.
KEPT_PAIRS = 80_000_000

# Pairs from which on a total so near the best is enough, unless more is asked for.
VERY_MANY, NEAR_ENOUGH = 1_000_000_000, 0.001


def near_enough(blocks: RowBlocks) -> float:
    """Return the part of the best total that may be left unproven when nobody says."""
    return NEAR_ENOUGH if blocks.shape[0] * blocks.shape[1] >= VERY_MANY else 0.0


def choose_grid(blocks: RowBlocks, question: Question, floor: float) -> Grid:
    """Choose the scale, and whether computed blocks are kept."""
    pairs = blocks.shape[0] * blocks.shape[1]
    highest = highest_of(blocks)
    finest = SOLVER_RANGE / (4.0 * (question.most + 1) * (sum(blocks.shape) + 8) * highest)
    parts = min(FINE if pairs <= FINE_PAIRS else USUAL, finest)
    small = highest * parts < 1 << 27
    keep = pairs <= KEPT_PAIRS
    thin = not keep and is_thin(blocks, floor) and not len(question.barred)
    return Grid(blocks, Scale(parts, small=small), floor, question.barred, keep, thin)


def is_thin(blocks: RowBlocks, floor: float) -> bool:
    """Whether the pairs that are worth anything can be told alone, and the rest is permissible."""
    tell = getattr(blocks, "nonzero", None)
    return floor <= 0 and tell is not None and tell(0, 1) is not None


def choose_step(grid: Grid, question: Question) -> int:
    """Return a power of two above what all pairs together can differ."""
    highest = highest_of(grid.blocks)
    return 1 << max(int(2 * highest * grid.scale.parts * (question.most + 1)).bit_length(), 31)


def highest_of(blocks: RowBlocks) -> float:
    if not isinstance(blocks, Held):
        return float(getattr(blocks, "highest", 1.0))
    values = blocks.values
    if not values.size:
        return 1.0
    highest = max(np.fmax.reduce(values, axis=None), -np.fmin.reduce(values, axis=None))
    # What is not finite is refused, with its place, when the block is read.
    return max(1.0, float(highest)) if np.isfinite(highest) else 1.0
