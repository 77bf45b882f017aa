"""The index of a notebook: a database that can be deleted and made again at any time."""
