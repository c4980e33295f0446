"""Lines on the disk: their form, their schema, their files."""
