"""What several threads need of SQLAlchemy, when they ask for the same thing for the first time.

A table or an alias looks up its columns in an index that SQLAlchemy makes at the first question,
entry by entry, and takes for complete as soon as it holds one. A second thread that asks meanwhile
does not find its column; the statement it makes names the wrong table, and is kept for all who ask
the same later, until the service is started again. So the index is put in its place at once.
"""

import threading
from collections import defaultdict
from typing import Any

from sqlalchemy import util
from sqlalchemy.sql.base import WriteableColumnCollection


def _fill_at_once(columns: Any) -> None:
    whole: dict[Any, Any] = defaultdict(util.OrderedSet)
    for _key, _column, metrics in columns._collection:  # noqa: SLF001  # there is no other door
        for each in metrics.column._expanded_proxy_set:  # noqa: SLF001  # likewise
            whole[each].add(metrics)
    columns._proxy_index.update(whole)  # noqa: SLF001  # likewise; one step for other threads


def install() -> None:
    """Make first questions safe. tests/foundation/test_threads.py tells when it is not needed."""
    WriteableColumnCollection._init_proxy_index = _fill_at_once  # type: ignore[assignment]  # noqa: SLF001  # likewise
    # SQLAlchemy's own lock around making the columns of an alias, which it takes only where Python
    # runs threads truly side by side; they get into each other's way without that, too.
    util.mini_gil = threading.RLock()
