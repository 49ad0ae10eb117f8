"""Facts -> what a template may print: one module for each kind of page."""
