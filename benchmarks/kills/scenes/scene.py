"""A scene sets a stage, does its deed until it is over, and looks for faults."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import ClassVar

from benchmarks.kills.stage import Place


@dataclass
class Scene(ABC):
    """One kind of work. Made anew for each round, on an installation of its own."""

    place: Place
    longest: ClassVar[float] = 1.0  # seconds until the latest kill
    _rest: dict[str, object] = field(default_factory=dict)

    @abstractmethod
    def prepare(self) -> None: ...

    def deed(self) -> None:
        self.place.work()

    def is_over(self) -> bool:
        return self.place.is_over()

    @abstractmethod
    def faults(self) -> list[str]: ...

    def counted(self, *questions: object) -> list[int]:
        doors = self.place.doors()
        with doors.reading() as db:
            found = [int(db.scalar(question) or 0) for question in questions]  # type: ignore[call-overload]  # selects
        doors.close()
        return found
