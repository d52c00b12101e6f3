"""Two people who agreed to work together, and their own space."""
