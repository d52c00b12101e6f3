"""What is known of one person in one pairing when triggers are looked at."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from matcher.feedback.answers import Pulse
from matcher.guidance.tips import Tip

FALL = 1.0
BOND_GAP = 2
IN_A_ROW = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """All that the triggers look at. `pulses` and `bonds` begin with the newest."""

    pulses: tuple[Pulse, ...] = ()
    # How both sides answered about their contact, period by period; None: not both answered.
    bonds: tuple[tuple[int, int] | None, ...] = ()
    # Each tip's usual answer in the programme, without this pair.
    usual: Mapping[Tip, float] = field(default_factory=dict)
    concern: bool = False
    days_paired: int = 0
    has_met: bool = True
    gap_days: int = 0
    rhythm_days: int = 14
    absences_in_a_row: int = 0
    missed_in_a_row: int = 0
    both_missed: bool = False
    silent_at_the_end: bool = False
    # Since both read that they expect different things, and have not agreed.
    days_apart: int = 0
    help_too_much: int = 0  # requests for help in a row that were closed as too much
    days_outside_hours: int = 0
    is_back: bool = False
    wants_help: bool = False

    def twice(self, happened: Callable[[Pulse], bool]) -> bool:
        newest = self.pulses[:IN_A_ROW]
        return len(newest) == IN_A_ROW and all(map(happened, newest))

    def now(self, happened: Callable[[Pulse], bool]) -> bool:
        return any(map(happened, self.pulses[:1]))

    def in_a_row(self, number: int, happened: Callable[[Pulse], bool]) -> bool:
        newest = self.pulses[:number]
        return len(newest) == number and all(map(happened, newest))

    @property
    def weakest(self) -> tuple[Tip, ...]:
        """The tip that goes least well by the newest answers; of too much help, letting choose."""
        lowest = self.pulses[0].lowest(self.usual) if self.pulses else None
        return (lowest,) if lowest else ()

    def answers_too_much(self) -> int:
        """Count for how many answers in a row help was too much; none when not said just now."""
        if not self.pulses or self.pulses[0].too_much is None:
            return 0
        said = [each.too_much for each in self.pulses if each.too_much is not None]
        return next((number for number, much in enumerate(said) if not much), len(said))

    @property
    def has_fallen(self) -> bool:
        """Whether the mean fell by a whole point against the two check-ins before."""
        return self.has_fallen_by(FALL)

    def has_fallen_by(self, points: float) -> bool:
        means = [pulse.mean(self.usual) for pulse in self.pulses[: IN_A_ROW + 1]]
        found = [mean for mean in means if mean is not None]
        return len(found) > IN_A_ROW and sum(found[1:]) / IN_A_ROW - found[0] >= points

    @property
    def bonds_differ(self) -> bool:
        """Whether the two saw their contact very differently, twice in a row."""
        return self.bonds_differ_for(IN_A_ROW)

    def bonds_differ_for(self, number: int) -> bool:
        gaps = [abs(pair[0] - pair[1]) for pair in self.bonds[:number] if pair]
        return len(gaps) == number and min(gaps) >= BOND_GAP
