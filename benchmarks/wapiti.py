"""What wapiti finds in the demo: `python -m benchmarks.wapiti`, as a visitor and as a coordinator.

Both stand alone: the demo in a folder of its own, wapiti in an environment of its own (`--tools`,
made when missing), and nothing but this machine is asked. Every finding is told. It says of a form
that it is not protected when its two answers are alike, also when both refuse: so each of those
is sent once more, with the right token, a wrong one and none. Ends 1 when anything of medium or
higher is left, when a module was cut off, or when the coordinator was signed out on the way.
"""

import argparse
import json
import re
import subprocess
import sys
import venv
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx

from matcher.demo.story import SIGN_INS
from tests.screenshots import a_demo

# All that attack pages; not those that ask other machines, that guess from long lists of other
# products (nikto, wapp, cms, htp, takeover, network_device, log4shell, spring4shell, wp_enum), or
# that look for a directory server, which nothing here speaks to (ldap).
MODULES = (
    *("backup", "cookieflags", "crlf", "csp", "csrf", "exec", "file", "htaccess"),
    *("http_headers", "inconsistent_redirection", "information_disclosure", "methods"),
    *("permanentxss", "redirect", "shellshock", "sql", "ssrf", "timesql", "upload", "xss", "xxe"),
)
# Where it would end its own sign-in, and all pages after that would be those of a visitor.
SHUT = ("/sign-out", "/account/erase", "/account/sign-ins/*")
# wapiti's levels: 0 info, 1 low, 2 medium, 3 high, 4 critical.
MEDIUM = 2
# A coordinator's pages of one kind differ by a person's name: a few of each kind tell of all.
ALIKE, APART = 12, 30
CRAWLING = 900  # seconds in which it looks for pages
CUT_OFF = re.compile(r"Max (scan|attack) time was reached(?: for module (\w+))?")
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
Person = tuple[str, str, str]


@dataclass
class Scan:
    """What was found, and whether it was looked for to the end."""

    who: str
    pages: int
    findings: list[tuple[str, dict[str, Any]]]
    cut_off: list[str] = field(default_factory=list)
    is_still_in: bool = True


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tools", type=Path, default=Path(".venv/wapiti"))
    parser.add_argument("--seconds", type=int, default=900, help="for each module (900)")
    parser.add_argument("--at", help="a demo that runs already, such as http://localhost:8000")
    parser.add_argument("--as", dest="who", choices=("visitor", "coordinator"), help="one alone")
    parser.add_argument("--modules", default=",".join(MODULES), help="such as those cut off before")
    chosen = parser.parse_args()
    wapiti = install(chosen.tools.resolve())
    coordinator = next(each for each in SIGN_INS if "oordinator" in each[0])
    left = 0
    with nullcontext(chosen.at) if chosen.at else a_demo(patience=600) as address:
        for who in (None, coordinator):
            if chosen.who in {None, who[0] if who else "visitor"}:
                left += tell(scan(wapiti, address, chosen, who), address, who)
    return 1 if left else 0


def install(tools: Path) -> Path:
    if not (tools / "bin" / "wapiti").exists():
        venv.create(tools, with_pip=True)
        words = [str(tools / "bin" / "pip"), "install", "-q", "wapiti3"]
        subprocess.run(words, check=True)  # noqa: S603  # fixed words
    return tools / "bin" / "wapiti"


def scan(wapiti: Path, address: str, chosen: argparse.Namespace, who: Person | None) -> Scan:
    """Scan as somebody."""
    with TemporaryDirectory() as folder, a_browser(address, who) as browser:
        report, log, cookies = (Path(folder) / name for name in ("report.json", "log", "cookies"))
        cookies.write_text(json.dumps(kept_in(browser)))
        words = [str(wapiti), "-u", f"{address}/", "--scope", "domain", "-m", chosen.modules]
        words += ["--max-links-per-page", "60", "--depth", "4"]
        words += ["--max-files-per-dir", str(ALIKE if who else APART)]
        # What a page should fetch is asked of ourselves: wapiti's own machine is not ours to ask.
        words += ["--endpoint", f"{address}/", "--max-scan-time", str(CRAWLING)]
        # A module that is cut off in the middle may leave wapiti's own store locked for the next.
        words += [
            "--max-attack-time",
            str(chosen.seconds),
            "--flush-session",
            "--store-session",
            folder,
        ]
        words += ["-f", "json", "-o", str(report), "-v", "1", "--no-bugreport", "-c", str(cookies)]
        # One page after the other: the forms of a visit belong to one cookie, as in a browser.
        words += ["--tasks", "1", *(word for path in SHUT for word in ("-x", f"{address}{path}"))]
        with log.open("w") as told:
            subprocess.run(words, check=True, stdout=told)  # noqa: S603  # likewise
        found = json.loads(report.read_text())
        is_still_in = who is None or browser.get("/account").status_code == httpx.codes.OK
        return Scan(
            who=who[0] if who else "visitor",
            pages=found["infos"].get("crawled_pages_nbr", 0),
            findings=listed(found),
            cut_off=[module or "crawling" for _, module in CUT_OFF.findall(log.read_text())],
            is_still_in=is_still_in,
        )


@contextmanager
def a_browser(address: str, who: Person | None) -> Iterator[httpx.Client]:
    """Give a browser in which somebody is signed in, or nobody."""
    with httpx.Client(base_url=address, timeout=60) as browser:
        if who:
            typed = {"email": who[1], "password": who[2], "csrf_token": token_of(browser)}
            if browser.post("/sign-in", data=typed).status_code != httpx.codes.FOUND:
                raise LookupError(f"{who[1]} cannot sign in")
        yield browser


def token_of(browser: httpx.Client) -> str:
    """Return what this browser's forms carry: the same on every page of one visit."""
    for page in ("/sign-in", "/account"):  # whoever is signed in is sent on from the first
        if found := TOKEN.search(browser.get(page).text):
            return found.group(1)
    raise LookupError("no form with a token")


def kept_in(browser: httpx.Client) -> dict[str, Any]:
    """Write a browser's cookies as wapiti reads them."""
    rest = {"expires": None, "secure": False, "port": None, "version": 0}
    kept = {cookie.name: {"value": cookie.value, **rest} for cookie in browser.cookies.jar}
    host = browser.base_url.host
    return {f".{host}" if "." in host else f".{host}.local": {"/": kept}}


def listed(found: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    sections = (found[section] for section in ("vulnerabilities", "anomalies"))
    return [(name, each) for section in sections for name in section for each in section[name]]


def tell(scan: Scan, address: str, who: Person | None) -> int:
    """Say what was found; return how much of it is left that must be looked into."""
    sys.stdout.write(f"as {scan.who}: {scan.pages} pages\n")
    left = 0
    for name, each in scan.findings:
        is_serious = each["level"] >= MEDIUM
        is_wrong = is_serious and each["module"] == "csrf" and refuses(address, who, each)
        left += is_serious and not is_wrong
        line = f"{each['level']} {name}: {each['method']} {each['path']} {each['info']}"
        sys.stdout.write(f"  {line[:240]}\n")
        if is_wrong:
            sys.stdout.write("    not so: 400 without and with a wrong token, taken with its own\n")
    if scan.cut_off:
        sys.stdout.write(f"  cut off: {', '.join(scan.cut_off)}\n")
    if not scan.is_still_in:
        sys.stdout.write("  it was signed out on the way\n")
    sys.stdout.write(f"  {left} of medium or higher left\n")
    return left + len(scan.cut_off) + (not scan.is_still_in)


def refuses(address: str, who: Person | None, finding: dict[str, Any]) -> bool:
    """Tell whether a form refuses whoever has no right token, and takes it from who has."""
    with a_browser(address, who) as browser:
        body = finding["http_request"].replace("\r\n", "\n").partition("\n\n")[2].strip()
        fields = {name: value for name, value in parse_qsl(body) if name != "csrf_token"}
        path = urlsplit(finding["path"]).path
        tokens = [{}, {"csrf_token": "wapiti"}, {"csrf_token": token_of(browser)}]
        codes = [browser.post(path, data=fields | token).status_code for token in tokens]
    return codes[:2] == [400, 400] and codes[2] not in {400, 401, 403, 404, 405}


if __name__ == "__main__":
    sys.exit(main())
