"""What is kept of the tokens that browsers and mails hold."""

from hashlib import sha256


def fingerprint(token: str) -> str:
    """All we keep of a token: who reads our database cannot sign in with it."""
    return sha256(token.encode(errors="surrogatepass")).hexdigest()
