"""Cached stage results and atomic writes."""
