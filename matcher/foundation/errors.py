"""What can go wrong in the domain."""

from matcher.foundation.words import Sentence


class RuleBroken(Exception):
    """Someone tried something the programme does not allow. Carries the sentence that says why."""

    def __init__(self, text: str, **values: object) -> None:
        self.sentence = Sentence(text, values)
        super().__init__(text % values)
