"""Korean: one module an area of the program, joined into one catalogue."""

# In the order in which a sentence is looked for: first what short commands say, for each area takes time to load.
AREAS = (
    *("cli", "carrying", "findings", "team", "asking", "papers", "errors"),
    *("pages", "slides", "serving", "site", "public", "pictures", "help"),
)
