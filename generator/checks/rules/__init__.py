"""The rules, grouped by what they look at."""
