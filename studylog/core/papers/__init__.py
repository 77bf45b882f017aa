"""Papers: what one note and the team's list say of them, which of them are one, how each stands on a day."""
