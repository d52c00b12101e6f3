"""Kills processes with -9 in the middle of what they do, and looks at what is left.

`python -m benchmarks.kills` kills 200 times; `--kills 20` is what the tests do.
"""
