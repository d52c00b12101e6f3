"""Leaves out what takes minutes, unless it is asked for: `pytest -m judge`."""

import pytest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if "judge" in str(config.getoption("markexpr")):
        return
    long = [each for each in items if each.get_closest_marker("judge")]
    if long:
        config.hook.pytest_deselected(items=long)
        items[:] = [each for each in items if each not in long]
