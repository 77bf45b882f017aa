"""What an index consists of, wherever it lies: lists of postings, and their division into files of a site."""
