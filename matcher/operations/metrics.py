"""Figures in the form that Prometheus reads: counts, kinds and ages, never a person."""

import hmac
import os
import time
from collections.abc import Iterator
from datetime import datetime
from functools import cache

from flask import Flask, Request, Response
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Histogram,
    generate_latest,
    multiprocess,
)
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from sqlalchemy.orm import Session

from matcher.operations.health import BACK_UP, Facts, Plan, checks, free_share
from matcher.operations.queries import (
    count_jobs,
    count_mails,
    find_oldest_due_mail,
    list_turns,
)
from matcher.web.behind import asked, kept

CONTENT_TYPE = CONTENT_TYPE_LATEST
LOOPBACK = {"127.0.0.1", "::1"}
SHARED = "PROMETHEUS_MULTIPROC_DIR"  # where several processes on one machine add up
OURS = CollectorRegistry()
REQUESTS = Counter(
    "matcher_requests", "Requests answered", ["method", "page", "status"], registry=OURS
)
SECONDS = Histogram(
    "matcher_request_seconds",
    "How long requests took",
    ["page"],
    registry=OURS,
    buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
)


def init_app(app: Flask) -> None:
    app.after_request(_count)


def may_watch(request: Request, token: str) -> bool:
    """Tell whether to answer: by token where there is one, else to this machine alone.

    Whoever came through a proxy is not this machine, whatever the connection looks like.
    """
    if token:
        given = request.headers.get("Authorization", "").removeprefix("Bearer ")
        return hmac.compare_digest(given.encode(), token.encode())
    return request.remote_addr in LOOPBACK and "X-Forwarded-For" not in request.headers


def written(db: Session, plan: Plan, *, now: datetime) -> bytes:
    """Write the figures down: those of this process, and those that stand in the database."""
    registry = CollectorRegistry()
    registry.register(_Found(db, plan, now))
    own = OURS
    if os.environ.get(SHARED):
        own = CollectorRegistry()
        multiprocess.MultiProcessCollector(own)  # type: ignore[no-untyped-call]  # ships no types here
    return generate_latest(registry) + generate_latest(own)


class _Found(Collector):
    """What the database says at this moment."""

    def __init__(self, db: Session, plan: Plan, now: datetime) -> None:
        self.db, self.plan, self.now = db, plan, now

    def collect(self) -> Iterator[Metric]:
        waits = find_oldest_due_mail(self.db, now=self.now)
        facts = Facts(turns=list_turns(self.db), oldest_due_mail=waits, now=self.now)
        yield from self._work()
        yield from self._post(facts)
        last, seen = facts.last_done(BACK_UP), facts.worker_seen
        yield _age("matcher_backup_age_seconds", "Since a backup was found good", last, self.now)
        yield _age("matcher_worker_age_seconds", "Since a worker was seen", seen, self.now)
        free = GaugeMetricFamily("matcher_disk_free_ratio", "Free share of the disk")
        free.add_metric([], free_share(self.plan.INSTANCE))
        yield free
        well = GaugeMetricFamily("matcher_check_ok", "Whether a check is well", labels=["check"])
        for check in checks(facts, self.plan):
            well.add_metric([check.label.lower()], float(check.is_well))
        yield well

    def _work(self) -> Iterator[Metric]:
        jobs = GaugeMetricFamily("matcher_jobs", "Background work", labels=["kind", "state"])
        for kind, state, number in count_jobs(self.db):
            jobs.add_metric([kind, str(state)], number)
        yield jobs

    def _post(self, facts: Facts) -> Iterator[Metric]:
        mails = GaugeMetricFamily("matcher_mails", "Mails", labels=["delivery"])
        for delivery, number in count_mails(self.db).items():
            mails.add_metric([str(delivery)], number)
        yield mails
        waiting = GaugeMetricFamily("matcher_mail_waits_seconds", "How long the oldest mail waits")
        oldest = facts.oldest_due_mail
        waiting.add_metric([], max(0.0, (self.now - oldest).total_seconds()) if oldest else 0.0)
        yield waiting


def _age(name: str, what: str, since: datetime | None, now: datetime) -> Metric:
    age = GaugeMetricFamily(name, what)
    if since:
        age.add_metric([], (now - since).total_seconds())
    return age


def _count(response: Response) -> Response:
    """Name the page by its endpoint: an address may hold a token, or say who is looked at."""
    request = asked()
    page = request.endpoint or "unknown"
    if page != "static":
        now = time.perf_counter()
        _answers(request.method, page, response.status_code).inc()
        _times(page).observe(now - kept().get("since", now))  # from when the log counts, too
    return response


# Each of a few hundred, found once: looking for one takes a lock and several steps.


@cache
def _answers(method: str, page: str, status: int) -> Counter:
    return REQUESTS.labels(method, page, status)


@cache
def _times(page: str) -> Histogram:
    return SECONDS.labels(page)
