"""A real provider of single sign-on (Canaille, with its data in memory), in a process of its own.

`python -m tests.members.provider PORT BACK` serves it until its standard input ends.
"""

import os
import sys
import threading
from datetime import UTC, datetime
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

CLIENT, SECRET = "samen-sterk", "a secret of forty characters, for tests!"  # likewise
PASSWORD = "correct horse battery staple"  # noqa: S105  # for tests
PEOPLE = {"yara": "yara.amrani@example.org", "stranger": "stranger@example.org"}


class Quiet(WSGIRequestHandler):
    def log_message(self, *_words: object) -> None: ...


def serve(port: int, back: str) -> None:
    os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"
    from canaille import create_app  # noqa: PLC0415  # only this process needs it
    from canaille.app import models  # noqa: PLC0415  # likewise
    from canaille.backends import Backend  # noqa: PLC0415  # likewise
    from joserfc.jwk import RSAKey  # noqa: PLC0415  # likewise

    key = RSAKey.generate_key(2048)
    key.ensure_kid()
    app = create_app(config=_settings(port, key.as_dict(private=True)))
    # A provider says so of the addresses it has checked itself; here of all.
    app.config["CANAILLE_OIDC"]["USERINFO_MAPPING"]["EMAIL_VERIFIED"] = "true"
    with app.app_context():
        for name, address in PEOPLE.items():
            person = models.User(
                user_name=name,
                given_name=name.title(),
                family_name="Amrani",
                formatted_name=f"{name.title()} Amrani",
                emails=[address],
                password=PASSWORD,
            )
            Backend.instance.save(person)
        client = _client(models, back)
        Backend.instance.save(client)
        client.audience = [client]
        Backend.instance.save(client)
    server = make_server("127.0.0.1", port, app, handler_class=Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.read()


def _settings(port: int, key: object) -> dict[str, object]:
    return {
        "TESTING": True,
        "ENV_FILE": None,
        "SECRET_KEY": "for tests",
        "WTF_CSRF_ENABLED": False,
        "PREFERRED_URL_SCHEME": "http",
        "SERVER_NAME": f"127.0.0.1:{port}",
        "CANAILLE": {"DATABASE": "memory", "JAVASCRIPT": False},
        "CANAILLE_OIDC": {"ACTIVE_JWKS": [key]},
    }


def _client(models: Any, back: str) -> Any:
    return models.Client(
        client_id=CLIENT,
        client_secret=SECRET,
        client_name="Samen Sterk",
        client_uri=back.split("/sign-in", 1)[0] + "/",
        client_id_issued_at=datetime.now(UTC),
        redirect_uris=[back],
        post_logout_redirect_uris=[back.split("/sign-in", 1)[0] + "/"],
        grant_types=["authorization_code"],
        response_types=["code"],
        scope=["openid", "email", "profile"],
        token_endpoint_auth_method="client_secret_basic",
    )


if __name__ == "__main__":
    serve(int(sys.argv[1]), sys.argv[2])
