"""What a coordinator takes from the whole programme: figures, lists, the trail, mails to many."""
