"""What pages show of papers: a line, the page of one with the pages of its slides, and the boards."""
