"""What people fill in about how it goes."""
