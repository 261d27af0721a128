"""A consultation: its answers and notes, in memory and on disk."""
