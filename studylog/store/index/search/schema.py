"""The tables of the search."""

SCHEMA = (
    # Documents; the order of their places is that of their numbers. `record` is all they say, as JSON, `size`
    # what they add to a file of the site. Ids are bytes: names of files need not be UTF-8.
    """
    CREATE TABLE search_documents (
        id BLOB PRIMARY KEY, place INTEGER NOT NULL, number INTEGER NOT NULL, size INTEGER NOT NULL,
        record BLOB NOT NULL
    )
    """,
    "CREATE INDEX search_documents_by_place ON search_documents (place, id)",
    "CREATE INDEX search_documents_by_number ON search_documents (number)",
    # Postings as `core/search/index/postings.entries` writes them; the keys of long lists have parts.
    "CREATE TABLE search_entries (key TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID",
    # Of FACTS numbers each: the classes of lengths plus 1, and the days as unsigned integers.
    "CREATE TABLE search_facts (part INTEGER PRIMARY KEY, lengths BLOB NOT NULL, days BLOB NOT NULL)",
    # The files of a site, with the generation in which each changed last, or went where it is `gone`.
    """
    CREATE TABLE search_files (
        name TEXT PRIMARY KEY, kind TEXT NOT NULL, low, first, last, size INTEGER NOT NULL,
        generation INTEGER NOT NULL, gone INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE search_state (
        one INTEGER PRIMARY KEY CHECK (one = 1), count INTEGER NOT NULL, room INTEGER NOT NULL,
        newest INTEGER NOT NULL, generation INTEGER NOT NULL
    )
    """,
    "INSERT INTO search_state VALUES (1, 0, 16, 0, 0)",
)
"""What makes the tables of the search in an empty database."""
