"""What pages show of questions: a line on every list, the page of one with its story, lists of them."""
