"""Match runs, and the proposals they leave for people to answer."""
