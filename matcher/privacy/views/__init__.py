"""What is shown of what is kept. Templates get these, and nothing else."""
