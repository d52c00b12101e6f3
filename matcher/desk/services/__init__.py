"""What a coordinator does for a programme as a whole."""
