"""What can be asked about a programme as a whole."""
