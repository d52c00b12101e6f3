"""What a coordinator sees."""
