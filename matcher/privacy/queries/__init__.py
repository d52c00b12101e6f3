"""What can be asked about what is kept of a person."""
