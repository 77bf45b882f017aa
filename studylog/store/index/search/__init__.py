"""The search of the index: documents and their postings in tables, searched and written as files from there.

`refresh` keeps it up to date with the notes: of what was touched, `sources` tells what the index has, and
`documents` what of it can be found. Below that, nothing is known of notes: `fill` writes all documents,
`update` follows a few that changed, and both leave the same behind. `StoredSource` is what a search looks
things up in, `changed_files` what a site has to write. All work in the transaction that they are handed.
"""

from studylog.store.index.search.files import changed_files, generation, removed_files
from studylog.store.index.search.filling import fill
from studylog.store.index.search.lookup import StoredSource
from studylog.store.index.search.records import Record, recorded
from studylog.store.index.search.schema import SCHEMA
from studylog.store.index.search.updating import update

__all__ = [
    "SCHEMA",
    "Record",
    "StoredSource",
    "changed_files",
    "fill",
    "generation",
    "recorded",
    "removed_files",
    "update",
]
