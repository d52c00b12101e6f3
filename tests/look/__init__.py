"""The look: what can be measured of it, and what it does in a browser."""
