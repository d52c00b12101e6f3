"""Samen Sterk: matches mentors with mentees, and looks after what follows."""
