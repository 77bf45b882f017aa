"""The files of a site that are for programs: feed, calendar, data, and what they look for at its root."""
