"""Pages: facts -> Markdown that any site engine can build."""
