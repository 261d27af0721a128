"""Mag dat? A decision-tree wizard for Dutch direct-marketing law. The program knows no law: see `trees/`."""

__version__ = "0.1.0"
