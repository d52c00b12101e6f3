"""What is killed."""

from benchmarks.kills.scenes.matching import Approval, Matching
from benchmarks.kills.scenes.members import Erasing, Importing, Reminders
from benchmarks.kills.scenes.scene import Scene as Scene
from benchmarks.kills.scenes.upkeep import BackingUp, Upgrading, Writing

SCENES: tuple[type[Scene], ...] = (
    *(Matching, Approval, Importing, Reminders, Erasing, BackingUp, Upgrading, Writing),
)
