"""Words for how somebody is: the scale of the check-in, and feelings to choose from."""

from collections.abc import Mapping

from matcher.foundation.words import N_

MOODS: Mapping[int, str] = {
    1: N_("very bad"),
    2: N_("bad"),
    3: N_("so-so"),
    4: N_("well"),
    5: N_("very well"),
}

# A key is never renamed: entries keep it.
FEELINGS: Mapping[str, str] = {
    "calm": N_("calm"),
    "glad": N_("glad"),
    "proud": N_("proud"),
    "hopeful": N_("hopeful"),
    "relieved": N_("relieved"),
    "grateful": N_("grateful"),
    "tired": N_("tired"),
    "unsure": N_("unsure"),
    "worried": N_("worried"),
    "tense": N_("tense"),
    "sad": N_("sad"),
    "angry": N_("angry"),
    "lonely": N_("lonely"),
    "ashamed": N_("ashamed"),
    "disappointed": N_("disappointed"),
    "overwhelmed": N_("overwhelmed"),
}
