"""Commands: one file each, with `add_arguments(parser)`, `run(options) -> int` and an `EXAMPLE`."""
