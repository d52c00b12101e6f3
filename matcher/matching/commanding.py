"""Carries the command out: reads, solves, and writes everything or nothing."""

import math
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from matcher.foundation.errors import RuleBroken
from matcher.foundation.translate import say
from matcher.foundation.words import N_, Language, N_n, counted, sentence
from matcher.matching.example import write_example
from matcher.matching.policy_file import Policy, read_policy
from matcher.matching.profiles import Need, Offer
from matcher.matching.progress import Bar
from matcher.matching.report.facts import report_as_json
from matcher.matching.report.page import report_as_html
from matcher.matching.run import Result, Snapshot, solve
from matcher.matching.settings import Settings
from matcher.matching.sheets.pairs import Listed, pairs_as_csv, read_pairs
from matcher.matching.sheets.roster import Roster, RowNote, read_roster

UNUSABLE = 2


def carry_out(asked: Namespace, language: Language) -> int:
    if asked.example:
        write_example(asked.example)
        _tell(
            say(
                sentence(N_("An example is ready in “%(folder)s”."), folder=asked.example), language
            )
        )
        return 0
    _require(asked)
    policy = read_policy(asked.policy)
    rosters = _rosters(asked, policy)
    listed = read_pairs(asked.locked, *rosters), read_pairs(asked.forbidden, *rosters)
    if errors := [note for each in (*rosters, *listed) for note in each.errors]:
        _list(errors, language)
        return UNUSABLE
    _list((note for roster in rosters for note in roster.notices), language)
    snapshot = _snapshot(asked, policy.settings, rosters, listed)
    bar = Bar(sys.stderr, language)
    result = solve(snapshot, progress=bar, jobs=asked.jobs, dask=asked.dask)
    _write(_outputs(asked, snapshot, result, rosters))
    _tell(_summary(snapshot, result, language))
    return 0


def _require(asked: Namespace) -> None:
    if not (asked.mentees and asked.mentors and asked.out):
        raise RuleBroken(
            N_("Say where the mentees and the mentors are, and with --out where the pairs go.")
        )
    if asked.floor is not None and not 0 <= asked.floor <= 1:
        raise RuleBroken(N_("The floor is a number from 0 to 1."))
    if asked.jobs < 1:
        raise RuleBroken(N_("Use at least one core."))
    if asked.dask and find_spec("distributed") is None:
        raise RuleBroken(N_("For --dask, install matcher[dask]."))
    _require_folders(asked)


def _require_folders(asked: Namespace) -> None:
    for path in filter(None, (asked.out, asked.report, asked.html)):
        if not path.absolute().parent.is_dir():  # better now than after the work is done
            raise RuleBroken(N_("There is no folder “%(folder)s”."), folder=str(path.parent))


def _rosters(asked: Namespace, policy: Policy) -> tuple[Roster, Roster]:
    return (
        read_roster(asked.mentees, policy.mentees, Need),
        read_roster(asked.mentors, policy.mentors, Offer),
    )


def _snapshot(
    asked: Namespace,
    settings: Settings,
    rosters: tuple[Roster, Roster],
    listed: tuple[Listed, Listed],
) -> Snapshot:
    (needs, offers), (locked, forbidden) = rosters, listed
    return Snapshot(
        needs=tuple(each for each in needs.people if isinstance(each, Need)),
        offers=tuple(each for each in offers.people if isinstance(each, Offer)),
        settings=replace(
            settings,
            objective=asked.objective or settings.objective,
            floor=settings.floor if asked.floor is None else asked.floor,
        ),
        locked=tuple((each.need, each.offer) for each in locked.pairs),
        forbidden=forbidden.pairs,
        seed=asked.seed,
    )


def _outputs(
    asked: Namespace, snapshot: Snapshot, result: Result, rosters: tuple[Roster, Roster]
) -> Iterator[tuple[Path, str]]:
    criteria = [each.name for each in snapshot.settings.criteria if each.worth > 0]
    yield asked.out, pairs_as_csv(result, criteria)
    if asked.report:
        yield asked.report, report_as_json(snapshot, result)
    if asked.html:
        names = {**rosters[0].names, **rosters[1].names}
        yield asked.html, report_as_html(snapshot, result, names, Language.of(asked.language))


def _write(outputs: Iterable[tuple[Path, str]]) -> None:
    """Write all files beside their places first, so that a full disk leaves nothing half done."""
    ready = list(outputs)
    unfinished = [(path, path.with_name(path.name + ".part")) for path, _text in ready]
    try:
        for (_path, part), (_same, text) in zip(unfinished, ready, strict=True):
            part.write_text(text, encoding="utf-8", newline="")
        for path, part in unfinished:
            part.replace(path)
    except OSError as problem:
        for _path, part in unfinished:
            part.unlink(missing_ok=True)
        raise RuleBroken(N_("Cannot write: %(why)s."), why=str(problem)) from problem


def _summary(snapshot: Snapshot, result: Result, language: Language) -> str:
    covered = len({each.need for each in result.suggestions})
    head = counted(
        N_n(
            "%(covered)d of %(num)s mentee has a mentor.",
            "%(covered)d of %(num)s mentees have a mentor.",
        ),
        len(snapshot.needs),
        covered=covered,
    )
    best = sentence(N_("Proven best: no other arrangement of these people scores higher."))
    near = sentence(N_("At most %(gap).4f %% better is possible."), gap=100 * result.gap)
    proven = math.isclose(result.gap, 0.0, abs_tol=1e-12)
    return f"{say(head, language)} {say(best if proven else near, language)}"


def _list(notes: Iterable[RowNote], language: Language) -> None:
    for note in notes:
        where = sentence(N_("%(file)s, row %(row)d:"), file=note.file, row=note.row)
        _tell(f"{say(where, language)} {say(note.what, language)}")


def _tell(line: str) -> None:
    sys.stderr.write(line + "\n")
