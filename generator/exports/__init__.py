"""Exports: facts -> data files that others can use."""
