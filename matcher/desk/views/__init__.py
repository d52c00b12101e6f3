"""What a coordinator is shown of a programme as a whole."""
