"""Text as the terms that it is found by: letters, words, what stays of them without their endings."""
