"""A module for each command, named like it, and what only one of them needs.

- Written in a meeting: `new`, `ask`, `answer` (`typed` in an editor, or `replies` of a file; it is then
  `answered`), `close`, `reopen`, `carry`, `attend`.
- Read there: `brief`, `status`, `questions`, `lectures`, `list`, `show`, `open`, `search`, `week`.
- Of people and papers: `people`, `rota`, `papers` (`paperlist`, `paperadd`, `paperplan`), `slides`
  (`slidesadd`, `slidescheck`, `thumbs`).
- The notebook: `init`, `imports` (what it says is `importtalk`), `check`, `doctor`.
- Its site: `build` (`singlefile`, `publishing`), `serve`; both have it from `building`.
"""
