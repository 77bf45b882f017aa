"""What pages show of notes: the page of one, and the lists of those that are no meetings."""
