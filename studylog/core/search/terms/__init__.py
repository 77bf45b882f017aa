"""Text as the terms that it is found by: letters, words, what stays of them; and what these cannot tell."""
