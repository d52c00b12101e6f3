"""What whoever looks after the installation sees: work, mails, the schedule, and its health."""
