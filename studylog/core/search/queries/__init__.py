"""What somebody looks for: words and the ways to meet them, phrases, filters."""
