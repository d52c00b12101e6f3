"""What each reader is shown of runs and proposals. Templates get these, and nothing else."""
