"""Background work as rows, and the schedule."""
