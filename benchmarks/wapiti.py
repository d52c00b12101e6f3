"""What wapiti finds in the demo: `python -m benchmarks.wapiti`, as a visitor and as a coordinator.

Both stand alone: the demo in a folder of its own, wapiti in an environment of its own (`--tools`,
made when missing), and nothing but this machine is asked. Ends 1 when it finds anything that we
count as medium or higher; every finding is told.
"""

import argparse
import json
import subprocess
import sys
import venv
from contextlib import nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from matcher.demo.story import SIGN_INS
from tests.screenshots import a_demo

# All that attack pages; not those that ask other machines or guess from long lists of other
# products (nikto, wapp, cms, takeover, network_device, log4shell, spring4shell, wp_enum).
MODULES = (
    *("backup", "cookieflags", "crlf", "csp", "csrf", "exec", "file", "htaccess", "htp"),
    *("http_headers", "inconsistent_redirection", "information_disclosure", "ldap", "methods"),
    *("permanentxss", "redirect", "shellshock", "sql", "ssrf", "timesql", "upload", "xss", "xxe"),
)
# wapiti's levels: 0 info, 1 low, 2 medium, 3 high, 4 critical.
MEDIUM = 2


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tools", type=Path, default=Path(".venv/wapiti"))
    parser.add_argument("--seconds", type=int, default=1_800, help="for each of the two (1800)")
    parser.add_argument("--at", help="a demo that runs already, such as http://localhost:8000")
    chosen = parser.parse_args()
    wapiti = install(chosen.tools.resolve())
    coordinator = next(each for each in SIGN_INS if "oordinator" in each[0])
    with nullcontext(chosen.at) if chosen.at else a_demo(patience=600) as address:
        serious = scan(wapiti, address, chosen.seconds) + scan(
            wapiti, address, chosen.seconds, coordinator
        )
    return 1 if serious else 0


def install(tools: Path) -> Path:
    if not (tools / "bin" / "wapiti").exists():
        venv.create(tools, with_pip=True)
        words = [str(tools / "bin" / "pip"), "install", "-q", "wapiti3"]
        subprocess.run(words, check=True)  # noqa: S603  # fixed words
    return tools / "bin" / "wapiti"


def scan(wapiti: Path, address: str, seconds: int, who: tuple[str, str, str] | None = None) -> int:
    """Scan as somebody; say what was found, and return how much of it is medium or higher."""
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        words = [str(wapiti), "-u", f"{address}/", "--scope", "domain", "-m", ",".join(MODULES)]
        words += ["--max-scan-time", str(seconds), "--max-links-per-page", "60", "--flush-session"]
        words += ["--max-attack-time", str(max(seconds // len(MODULES), 10))]
        words += ["-f", "json", "-o", str(report), "-v", "0", "--store-session", folder]
        # One page after the other: the forms of a visit belong to one cookie, as in a browser.
        words += ["-x", f"{address}/sign-out", "--depth", "4", "--tasks", "1"]
        if who:
            words += ["--form-user", who[1], "--form-password", who[2]]
            words += ["--form-url", f"{address}/sign-in"]
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  # likewise
        found: dict[str, Any] = json.loads(report.read_text())
    return tell(found, who[0] if who else "visitor")


def tell(found: dict[str, Any], who: str) -> int:
    pages, serious = found["infos"].get("crawled_pages_nbr", "?"), 0
    sys.stdout.write(f"as {who}: {pages} pages\n")
    for section in ("vulnerabilities", "anomalies"):
        for name, findings in found[section].items():
            for each in findings:
                serious += each["level"] >= MEDIUM
                line = f"{each['level']} {name}: {each['method']} {each['path']} {each['info']}"
                sys.stdout.write(f"  {line[:240]}\n")
    sys.stdout.write(f"  {serious} of medium or higher\n")
    return serious


if __name__ == "__main__":
    sys.exit(main())
