"""Reasoning over trees: five pure functions. No I/O, no clock, no randomness."""
