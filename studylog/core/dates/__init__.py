"""Days and weeks as people write them: in notes, on the command line, as what a promise is due by."""
