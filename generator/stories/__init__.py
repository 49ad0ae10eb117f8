"""Stories: which articles tell the same thing, and where they differ."""
