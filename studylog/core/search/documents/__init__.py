"""What of a notebook can be found: questions, the prose of notes, papers, slides."""
