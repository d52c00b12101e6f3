"""What people fill in: about a programme, and about themselves."""
