"""The pages of the site as values: a collection goes in, what each page shows comes out.

Nothing here knows HTML; templates loop over these values, test them and print them.

- By noun: `meetings`, `questions`, `lectures`, `papers`, `people`, `weeks` and a `week`, `notes`,
  `resources`, `health`, and the first page, `home`, with its two charts, `heat` and `overtime`.
- What all pages need: the `site` that they ask, the `frame` around them, the `colour` of their accent,
  the names of pages (`pagenames`), ways to others (`targets`), to the `source` of a note, and to the web
  (`weblinks`).
- Long lists: in parts (`paging`, `listed`), by month (`months`) or letter (`filed`).
- The text of notes: its references get their places (`leads`) by where they lead (`leading`).
- `sheets` are the pages of a site in one file.
"""
