"""What a large match run computes: `python -m matcher.jobs.tethered benchmarks.pages.run`."""

from benchmarks.assign_instances import instance
from matcher.matching.assign import assign

if __name__ == "__main__":
    made = instance("mixed criteria", 10_000, 6_000)
    assign(made.blocks, made.places)
