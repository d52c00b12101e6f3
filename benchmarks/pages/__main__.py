"""The command: see the package."""

import argparse
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from benchmarks.pages.asking import Line, Pace, Server, pace, served
from benchmarks.pages.crowd import WRITERS, Crowd, build, open_crowd

ROUNDS, TURNS, TIMES = 5, 5, 40
READERS, WRITING, IDLE = 16, 60.0, "4"
PORT = 8103
HOME, OTHERS, LISTS, LARGE = 0.6, 0.3, 0.25, 0.8
LONGEST, MEMORY, SLOWER = 200.0, 150.0, 2.0
RUN = [sys.executable, "-m", "matcher.jobs.tethered", "benchmarks.pages.run"]  # as a run is begun


def pages_of(crowd: Crowd) -> dict[str, tuple[str, str, float]]:
    """The pages, each with who looks and the least share of the bare page's rate."""
    here, noor = f"/coordination/{crowd.programme}", crowd.coordinators[0]
    return {
        "bare": (f"/bare/{crowd.someone}", "", 0.0),
        "a member's home": ("/home", crowd.member, HOME),
        "a pair's space": (f"/pairings/{crowd.pairing}", crowd.member, OTHERS),
        "goals": (f"/pairings/{crowd.pairing}/goals", crowd.member, OTHERS),
        "account": ("/account", crowd.member, OTHERS),
        "tips": ("/tips", crowd.member, OTHERS),
        "25 proposals": (f"{here}/matching/{crowd.run}/proposals", noor, LISTS),
        "pairs": (f"{here}/pairs", noor, LISTS),
        "people": (f"{here}/people", noor, 0.0),
        "today": (here, noor, 0.0),
    }


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--members", type=int, default=100_000)
    asked.add_argument("--rounds", type=int, default=ROUNDS)
    asked.add_argument("--seconds", type=float, default=WRITING, help="how long is written")
    asked.add_argument("--keep", type=Path, help="build here once, and measure here again")
    asked.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
    given = asked.parse_args()
    with TemporaryDirectory() as folder, ExitStack() as until:
        place = given.keep or Path(folder)
        small, large = _crowd(place, 1_000), _crowd(place, given.members)
        servers = [
            until.enter_context(served(each.folder, PORT + number))
            for number, each in enumerate((small, large))
        ]
        both = list(zip(servers, (small, large), strict=True))
        return int(sum(not PARTS[name](both, given) for name in given.only) > 0)


Both = list[tuple[Server, Crowd]]


def _crowd(place: Path, members: int) -> Crowd:
    folder = place / str(members)
    if not folder.exists():
        began = time.perf_counter()
        build(folder, members)
        _say(f"built {members:,} members in {time.perf_counter() - began:.0f} s")
    return open_crowd(folder)


def rates(both: Both, given: argparse.Namespace) -> bool:
    """Ask for each page right after the bare one, turn after turn.

    So whatever else this machine does falls on both, and the middle of many turns is told.
    """
    _turn(both)  # fills memory
    turns = [_turn(both) for _number in range(TURNS * given.rounds)]
    _say(f"{'page':18}  1/s  of bare | ms of work  of bare  at least | {given.members:,} ÷ 1,000")
    fine = True
    for name, (_path, _who, least) in pages_of(both[0][1]).items():
        paces = [each[name] for each in turns]
        rate = median(here.rate / bare.rate for bare, here, _large in paces)
        share = median(bare.work / here.work for bare, here, _large in paces)
        large = median(here.work / far.work for _bare, here, far in paces)
        fine &= share >= least and large >= LARGE
        _say(
            f"{name:18} {median(here.rate for _bare, here, _large in paces):5.0f} {rate:7.2f}  |"
            f" {median(here.work for _bare, here, _large in paces) * 1000:9.2f} {share:9.2f}"
            f" {least:9.2f} | {large:9.2f}"
        )
    return fine


def _turn(both: Both) -> dict[str, tuple[Pace, Pace, Pace]]:
    """For each page: the bare one, and this page with few members and with many."""
    (small, few), (large, many) = both
    bare, pages, far = pages_of(few)["bare"], pages_of(few), pages_of(many)
    return {
        name: (
            pace(small, *bare[:2], times=TIMES),
            pace(small, *pages[name][:2], times=TIMES),
            pace(large, *far[name][:2], times=TIMES),
        )
        for name in pages
    }


def writing(both: Both, given: argparse.Namespace) -> bool:
    """Eight coordinators write while sixteen members read."""
    server, crowd = both[0]
    table = f"/coordination/{crowd.programme}/matching/{crowd.run}/proposals"
    end = time.perf_counter() + given.seconds

    def write(number: int) -> int:
        done = 0
        with Line(server, crowd.coordinators[number]) as line:
            while time.perf_counter() < end:
                line.post(table, {"pair": f"{crowd.pair}.{done}", "go": "1"})
                done += 1
        return done

    def read(_number: int) -> int:
        done = 0
        with Line(server, crowd.member) as line:
            while time.perf_counter() < end:
                line.get("/home")
                done += 1
        return done

    with Line(server) as line, ThreadPoolExecutor(WRITERS + READERS) as at_once:
        line.get("/bare/locks")
        writes, reads = at_once.map(write, range(WRITERS)), at_once.map(read, range(READERS))
        wrote, saw = sum(writes), sum(reads)
        longest, times = line.get("/bare/locks").decode().split()
    _say(
        f"{WRITERS} writers, {READERS} readers, {given.seconds:.0f} s: {wrote} writes, {saw} pages"
    )
    _say(f"{times} transactions, the longest held the lock for {longest} ms")
    return float(longest) <= LONGEST


def matching(both: Both, given: argparse.Namespace) -> bool:
    """How long the slowest in a hundred pages takes, idle and while a large run works."""
    server, crowd = both[0]
    times: dict[str, list[float]] = {"idle": [], "run": []}
    for _turn in range(TURNS * given.rounds):
        for name, command in (("idle", ["/bin/sleep", IDLE]), ("run", RUN)):
            with subprocess.Popen(command, start_new_session=True) as meanwhile:  # noqa: S603  # our own
                times[name] += _sampled(server, crowd, meanwhile)
    slowest = {name: quantiles(found, n=100)[98] * 1000 for name, found in times.items()}
    ratio = slowest["run"] / slowest["idle"]
    _say(f"p99 of {len(times['idle'])} pages, idle: {slowest['idle']:.1f} ms")
    _say(
        f"of {len(times['run'])} while 10,000 × 6,000 is matched: {slowest['run']:.1f} ms,"
        f" {ratio:.2f} ×"
    )
    return ratio <= SLOWER


def _sampled(server: Server, crowd: Crowd, meanwhile: "subprocess.Popen[bytes]") -> list[float]:
    """Ask for a page twenty times a second, as a few members do together, until something ends."""
    found = []
    with Line(server, crowd.member) as line:
        while meanwhile.poll() is None:
            start = time.perf_counter()
            line.get("/home")
            found.append(time.perf_counter() - start)
            time.sleep(max(0.05 - found[-1], 0))
    return found


def memory(both: Both, _given: argparse.Namespace) -> bool:
    """An installation with its background work inside, some seconds after it began."""
    crowd = both[0][1]
    with served(crowd.folder, PORT + 2, background=True) as server, Line(server) as line:
        time.sleep(5)
        line.get("/health/live")
        used = server.memory()
    _say(f"memory of an idle installation: {used:.0f} MB")
    return used <= MEMORY


PARTS: dict[str, Callable[[Both, argparse.Namespace], bool]] = {
    "rates": rates,
    "writing": writing,
    "matching": matching,
    "memory": memory,
}


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
