"""Simulated life: programmes of any size, whose people sign up, answer, meet, quarrel and part."""
