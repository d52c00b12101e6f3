"""What keeps a coordinator from deciding: a colleague was first, or the pair is about herself."""

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.proposals.models import Proposal


class DecidedMeanwhile(RuleBroken):
    """Somebody else decided about this pair after the page was shown."""

    def __init__(self, proposal: Proposal) -> None:
        super().__init__(N_("Someone decided about this pair meanwhile. Please look again."))
        self.state, self.decided_at = proposal.state, proposal.decided_at
        self.decided_by_id = proposal.decided_by_id


class AboutOneself(RuleBroken):
    """Nobody decides about a proposal to herself."""

    def __init__(self) -> None:
        super().__init__(N_("This pair is about you. Another coordinator decides about it."))
