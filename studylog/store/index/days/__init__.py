"""Days out of columns: what a meeting finds before it, where a team stands, what a week brought."""
