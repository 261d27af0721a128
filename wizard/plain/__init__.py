"""A consultation line by line: for screen readers, pipes and terminals without a screen. A full equal of the app."""
