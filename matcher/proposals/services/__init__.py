"""What can happen to runs, proposals and the answers to them."""
