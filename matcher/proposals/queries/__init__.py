"""What can be asked about runs, proposals, questions and free places."""
