"""The register of columns: what is kept, why, and for how long."""
