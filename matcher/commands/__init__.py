"""What the `matcher` command does: the same services as the pages, through another doorway."""
