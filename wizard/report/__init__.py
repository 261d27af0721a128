"""From an advice to a report people hand over."""
