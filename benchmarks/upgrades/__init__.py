"""Upgrades: the release before works on the new schema, kills do no harm, nobody waits long.

`python -m benchmarks.upgrades` does all three on SQLite and on a PostgreSQL server of its own.
"""
