"""A file for each version of a schema that changed its columns, named for its table and that version."""
