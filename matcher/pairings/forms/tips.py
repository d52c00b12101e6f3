"""Which tips somebody would rather not get."""

from typing import Any

from matcher.guidance.tips import Tip
from matcher.guidance.titles import TITLES
from matcher.programmes.forms.fields import Picks, offered
from matcher.web.forms import Form
from matcher.web.words import _l

MUTABLE = tuple(tip for tip in Tip if tip != Tip.SAFE)


class TipsForm(Form):
    muted = Picks(_l("Which tips would you rather not get?"))

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.muted.choices = offered({tip: TITLES[tip].name for tip in MUTABLE})

    def tips(self) -> frozenset[Tip]:
        return frozenset(Tip(each) for each in self.muted.data or [])
