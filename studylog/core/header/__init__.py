"""The header of a note, by meaning: its keys in either language, its values however they are written."""
