"""What can happen to members: accounts, signing in and out, links by mail."""
