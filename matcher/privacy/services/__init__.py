"""What can be done about what is kept: hand it out, put it away, have it erased."""
