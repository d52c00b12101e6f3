"""What each reader is shown of a programme, and of a place in it."""
