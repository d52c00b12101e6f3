"""Several processes for pages; background work is `matcher worker`, beside it.

gunicorn -c deploy/gunicorn.conf.py 'matcher.commands.wsgi:application()'
"""

import os

bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = 8
timeout = 60
graceful_timeout = 30
max_requests = 20_000  # a slow leak never grows old
max_requests_jitter = 2_000
umask = 0o077
worker_tmp_dir = "/dev/shm"  # noqa: S108  # a heartbeat that waits for a disk looks like a death
# Our own log tells pages by their rule; a log of addresses would hold tokens.
accesslog = None
forwarded_allow_ips = ""  # MATCHER_PROXY_HOPS counts the hops


def child_exit(_server, worker):
    """Let the figures of a process that ended count no longer as living ones."""
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        from prometheus_client import multiprocess  # noqa: PLC0415  # only where figures are shared

        multiprocess.mark_process_dead(worker.pid)
