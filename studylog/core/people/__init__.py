"""The people of a team: who is meant by a name, who says a line, who was at a meeting, whose turn it is."""
