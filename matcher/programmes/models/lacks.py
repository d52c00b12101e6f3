"""What a programme still lacks before it can be opened for sign-up."""

from matcher.foundation.words import N_, Sentence, sentence
from matcher.programmes.models.complete import Gap
from matcher.programmes.models.programme import Programme

PROGRAMME_SECTIONS = (
    *("basics", "dates", "people", "matching", "rhythm", "contact", "consent", "admission"),
)


def programme_gaps(programme: Programme) -> list[Gap]:
    """List what must be there before people can sign up, in the order of the sections."""
    checks = [
        ("basics", _both(programme.name_en, programme.name_nl), NAMES),
        ("basics", _both(programme.about_en, programme.about_nl), ABOUT),
        ("people", bool(programme.topics), TOPICS),
        ("people", bool(programme.languages), LANGUAGES),
        ("people", bool(programme.modes), MODES),
        ("consent", _both(programme.consent_en, programme.consent_nl), CONSENT),
    ]
    return [Gap(section, what) for section, is_there, what in checks if not is_there]


def _both(*texts: str) -> bool:
    return all(text.strip() for text in texts)


NAMES: Sentence = sentence(N_("Give the programme a name in both languages."))
ABOUT = sentence(N_("Tell in both languages what the programme is."))
TOPICS = sentence(N_("Choose at least one topic."))
LANGUAGES = sentence(N_("Choose at least one language."))
MODES = sentence(N_("Choose how people can meet."))
CONSENT = sentence(N_("Write in both languages what people agree to."))
