"""How pairings go: check-ins, concerns, signals, and the coordinator's work list."""
