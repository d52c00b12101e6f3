"""What every response says to the browser, errors included: a layer around the application."""

from collections.abc import Callable, Iterable
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

CONTENT = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "object-src 'none'",
        "report-uri /policy-reports",
        "report-to policy",
    ]
)
UNUSED = ["camera", "geolocation", "microphone", "payment", "usb", "interest-cohort"]
ALWAYS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": CONTENT,
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{each}=()" for each in UNUSED),
    "Referrer-Policy": "no-referrer",
    "Reporting-Endpoints": 'policy="/policy-reports"',
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

# Asked for by machines beside us, under whatever name they know; no address is made from it.
WATCHED = {"/health/live", "/health/ready", "/metrics"}


class Headers:
    """Sets the headers, and turns away requests for another host before anything looks at them."""

    def __init__(self, app: WSGIApplication, *, host: str, https: bool) -> None:
        self.app = app
        self.host = host
        # Somebody at their own machine may have typed its number: to browsers another site.
        self.instead = b"" if https else f"Please open http://{host}\n".encode()
        fixed = ALWAYS | (
            {"Strict-Transport-Security": "max-age=63072000; includeSubDomains"} if https else {}
        )
        self.fixed = list(fixed.items())
        self.names = {name.lower() for name in fixed}

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ.get("HTTP_HOST") != self.host and environ.get("PATH_INFO") not in WATCHED:
            start = self._dressed(start_response)
            start("400 Bad Request", [("Content-Type", "text/plain; charset=utf-8")])
            return [b"This address is not served here.\n" + self.instead]
        return self.app(environ, self._dressed(start_response))

    def _dressed(self, start_response: StartResponse) -> Callable[..., Any]:
        def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            given = {name.lower() for name, _ in headers}
            if given.isdisjoint(self.names):
                return start_response(status, headers + self.fixed, *rest)
            added = [(name, value) for name, value in self.fixed if name.lower() not in given]
            return start_response(status, headers + added, *rest)

        return start
