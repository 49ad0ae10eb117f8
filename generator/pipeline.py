"""The ordered stages, and which articles must be redone."""
