"""How answers are compared: without capitals and spaces around them."""

from matcher.matching.profiles import Profile, answers


def fold(answer: str) -> str:
    """Forget capitals and spaces around: people type as they type."""
    return " ".join(answer.split()).casefold()


def folded(profile: Profile, column: str, separator: str = ";") -> tuple[str, ...]:
    """Return someone's answers in a column, each once, a joined answer split at the separator."""
    parts = [part for answer in answers(profile, column) for part in answer.split(separator)]
    return tuple(dict.fromkeys(filter(None, map(fold, parts))))
