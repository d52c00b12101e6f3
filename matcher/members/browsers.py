"""Names a browser in a few words, so that people recognise where they are signed in."""

# The first that occurs is the name: most browsers also name those they descend from.
PROGRAMS = {
    "Edg": "Edge",
    "OPR/": "Opera",
    "SamsungBrowser": "Samsung Internet",
    "Firefox": "Firefox",
    "FxiOS": "Firefox",
    "CriOS": "Chrome",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
DEVICES = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "Windows": "Windows",
    "Mac OS": "Mac",
    "CrOS": "Chromebook",
    "Linux": "Linux",
}


def describe(user_agent: str) -> str:
    """Return such as “Firefox, Windows”; nothing for what we do not know."""
    known = (_first(names, user_agent) for names in (PROGRAMS, DEVICES))
    return ", ".join(name for name in known if name)


def _first(names: dict[str, str], text: str) -> str:
    return next((name for sign, name in names.items() if sign in text), "")
