"""The pure core: rules as tables of named examples and properties; milliseconds."""
