"""What the notes say, kept from one run to the next in `.studylog/index.db`: a cache that may be deleted."""
